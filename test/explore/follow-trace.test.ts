import { describe, expect, test } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { followTrace } from "../../src/explore/follow-trace.js";
import { givenText, readTrace } from "../../src/explore/given-trace.js";
import { standsFor } from "../../src/explore/given-value.js";
import { search } from "../../src/explore/search.js";
import { traceToItf, traceToJson, traceToTlc } from "../../src/report/index.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { format, toItf } from "../../src/values/index.js";
import { evaluatorOf, modelOf } from "../support/model.js";
import { ToyHost } from "./toy.js";

const UNITS = `EXTENDS Naturals, Sequences, TLC
CONSTANTS M, a
VARIABLES x, y, f
vars == <<x, y, f>>
Init == x = 0 /\\ y = {} /\\ f = [i \\in 1..2 |-> <<i, "s", a>>]
Up(n) == x < M /\\ x' = x + n /\\ y' = y \\cup {x} /\\ UNCHANGED f
Reset == x > 2 /\\ x' = 0 /\\ y' = {} /\\ f' = [f EXCEPT ![1] = [k |-> TRUE, l |-> {1, 2}]]
Next == (\\E n \\in 1..2: Up(n)) \\/ Reset
Small == x # 4
Full == f[2][3] = a /\\ f # <<>>`;
const CONFIG = "INIT Init NEXT Next CONSTANT M = 4 a = a INVARIANTS Small Full";

const model = modelOf(UNITS, CONFIG);
const origin = { file: "M.tla", scenario: null, patch: null };

function fresh() {
  return createReferenceEvaluator(model, { print: () => {}, seed: 0 });
}

async function follow(json: unknown) {
  const text = typeof json === "string" ? json : JSON.stringify(json);
  return followTrace(fresh(), readTrace(text, "trace.json", model.variables), new ToyHost());
}

async function counterexample() {
  const result = await search(fresh(), { checkDeadlock: true }, new ToyHost());
  return result.violations[0]!;
}

describe("traces that come back", () => {
  test.each([
    ["ITF", (traced) => traceToItf(traced, model)],
    ["own JSON", (traced) => traceToJson(traced, model, origin)],
    ["TLC's JSON", (traced) => traceToTlc(traced, model)],
  ] as const satisfies readonly (readonly [string, (traced: Parameters<typeof traceToItf>[0]) => object])[])(
    "%s is a behaviour, and shows the same violation",
    async (_, write) => {
      const violation = await counterexample();
      const found = await follow(write(violation));
      expect(found).toMatchObject({
        kind: "behaviour",
        closes: null,
        violated: [{ property: "Small", state: 2, explanation: { conjunct: "x # 4" } }],
      });
      expect(found.trace.map(({ values }) => values.map(format))).toEqual(
        violation.trace.map(({ values }) => values.map(format)),
      );
      expect(found.path).toEqual(violation.path);
    },
  );

  test("states may leave variables out, and names of others are told", async () => {
    const given = readTrace(
      JSON.stringify({ states: [{ x: 0 }, { y: { "#set": [0] }, N: 3 }, { x: { "#bigint": "3" } }] }),
      "t.itf.json",
      model.variables,
    );
    expect(given.others).toEqual(["N"]);
    const found = await followTrace(fresh(), given, new ToyHost());
    expect(found.kind).toBe("behaviour");
    expect(found.trace.at(-1)!.values.map(format)[0]).toBe("3");
  });

  test("a state may stay as it is, and a lasso must close", async () => {
    const still = { states: [{ x: 0 }, { x: 0 }, { x: 2 }] };
    expect(await follow(still)).toMatchObject({ kind: "behaviour" });
    const three = [{ x: 0, y: { "#set": [] } }, { x: 2 }, { x: 3 }, { x: 0 }, { x: 2 }, { x: 3 }];
    expect(await follow({ states: three, loop: 3 })).toMatchObject({ kind: "behaviour", closes: true });
    expect(await follow({ states: three.slice(0, 3), loop: 1 })).toMatchObject({ closes: false });
  });
});

describe("traces that leave the spec", () => {
  test("at the beginning", async () => {
    expect(await follow({ states: [{ x: 7 }] })).toMatchObject({
      kind: "leaves",
      at: 0,
      why: {
        kind: "noWay",
        nearest: [{ action: null, obstacle: { kind: "differs", given: { variable: 0, value: 0 } } }],
      },
    });
  });

  test("in a step: the nearest action, and the conjunct", async () => {
    const found = await follow({ states: [{ x: 0 }, { x: 2 }, { x: 3, y: { "#set": [0] } }] });
    expect(found).toMatchObject({ kind: "leaves", at: 2 });
    if (found.kind !== "leaves" || found.why.kind !== "noWay") throw new Error("it does leave");
    const [nearest] = found.why.nearest;
    expect(nearest).toMatchObject({ action: { name: "Up" }, obstacle: { kind: "differs", passed: 2 } });
    expect(nearest!.obstacle.why.conjunct).toBe("y' = y \\cup {x}");
    expect(format(nearest!.obstacle.given!.value)).toBe("{0, 2}");
    expect(found.trace).toHaveLength(2);
  });

  test("the action that the file names comes first", async () => {
    const states = [
      { "#meta": { index: 0 }, x: 0 },
      { "#meta": { index: 1, action: "Reset" }, x: 9 },
    ];
    const found = await follow({ states });
    if (found.kind !== "leaves" || found.why.kind !== "noWay") throw new Error("it does leave");
    expect(found.why.nearest[0]).toMatchObject({
      action: { name: "Reset" },
      obstacle: { why: { conjunct: "x > 2" } },
    });
  });

  test("with a false assumption, or what cannot be evaluated", async () => {
    const { evaluator, model: wrong } = evaluatorOf(
      "EXTENDS Naturals\nVARIABLE x\nASSUME No == FALSE\nInit == x = 0\nNext == x' = x + 1",
      "INIT Init NEXT Next",
    );
    const trace = readTrace('{"states":[{"x":0}]}', "t", wrong.variables);
    expect(await followTrace(evaluator, trace, new ToyHost())).toMatchObject({
      kind: "leaves",
      why: { kind: "assumption", name: "No" },
    });
    const broken = evaluatorOf(
      "EXTENDS Naturals\nVARIABLE x\nInit == x = 0\nNext == x' = x + {}",
      "INIT Init NEXT Next",
    );
    const two = readTrace('{"states":[{"x":0},{"x":1}]}', "t", broken.model.variables);
    expect(await followTrace(broken.evaluator, two, new ToyHost())).toMatchObject({
      kind: "leaves",
      at: 1,
      why: { kind: "error" },
    });
  });
});

describe("files that hold no trace of the model", () => {
  test.each([
    ["not JSON", "{", "C040"],
    ["no trace", '{"a":1}', "C040"],
    ["a state that is none", '{"states":[1]}', "C040"],
    ["no states", '{"states":[]}', "C041"],
    ["no variables", '{"states":[{"X":1}]}', "C042"],
    ["an array", "[]", "C040"],
  ])("%s", async (_, text, code) => {
    const thrown = await follow(text).catch((error: unknown) => error);
    if (!(thrown instanceof SpecError)) throw new Error("it was read");
    expect(thrown.diagnostics[0]!.code).toBe(code);
  });
});

describe("what JSON stands for", () => {
  const values = [
    "TRUE",
    '"s"',
    "5",
    "-3",
    "2^70",
    "<<>>",
    '<<1, "a">>',
    "{}",
    "{3, 1, 2}",
    "1..3",
    "[a |-> 1, b |-> {2}]",
    "(2 :> 3 @@ 4 :> 5)",
    "[x \\in {<<1, 2>>} |-> {}]",
    "[i \\in 1..3 |-> i]",
    "{<<1>>, <<2>>}",
    "SUBSET {1, 2}",
    "Nat",
  ];
  const { evaluator } = evaluatorOf(
    `EXTENDS Integers, TLC\nVARIABLES ${values.map((_, i) => `v${i}`).join(", ")}\nInit ==\n${values.map((value, i) => `  /\\ v${i} = (${value})`).join("\n")}\nNext == FALSE`,
    "INIT Init NEXT Next",
  );
  const state: ReturnType<typeof evaluator.values>[] = [];
  evaluator.initial((one) => state.push(evaluator.values(one)));

  test.each(values)("%s is what its ITF stands for, and no other value is", (text) => {
    const index = values.indexOf(text);
    const json = JSON.parse(JSON.stringify(toItf(state[0]![index]!)));
    const same = values.filter((_, i) => standsFor(json, state[0]![i]!));
    // A range is a set, and sets and functions have one meaning however they are written.
    const twins = [["{3, 1, 2}", "1..3"]].find((pair) => pair.includes(text)) ?? [text];
    expect(same).toEqual(values.filter((value) => twins.includes(value)));
  });

  test("is shown as TLA+", () => {
    expect(givenText({ "#map": [[{ "#bigint": "1" }, { "#set": [true] }]] })).toBe("(1 :> {TRUE})");
    expect(givenText({ a: ["x", 2], "#meta": {} })).toBe('[a |-> <<"x", 2>>]');
  });
});
