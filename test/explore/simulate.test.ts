import { describe, expect, test } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import type { Result, TraceState } from "../../src/explore/result.js";
import { search } from "../../src/explore/search.js";
import { type SimulateOptions, simulate } from "../../src/explore/simulate.js";
import { load, simulate as simulateSpec } from "../../src/index.js";
import { modelOf } from "../support/model.js";
import { counters, failure, jugs, type Toy, ToyHost, toyEvaluator } from "./toy.js";

const DEFAULTS = { seed: 1, traces: 20, depth: 10, choose: "action", checkDeadlock: true } as const;

function run(toy: Toy, options: Partial<SimulateOptions> = {}, host = new ToyHost()): Promise<Result> {
  return simulate(toyEvaluator(toy), { ...DEFAULTS, ...options }, host);
}

/** The states of every behaviour that came to its end. */
async function traces(toy: Toy, options: Partial<SimulateOptions> = {}) {
  const found: string[] = [];
  await run(toy, {
    ...options,
    onTrace: (trace) => found.push(JSON.stringify(trace.map(({ values }) => values))),
  });
  return found;
}

/** From 0, action One leads to 1, action Many to 2..10. */
const fork: Toy = {
  variables: ["x"],
  initial: [[0]],
  actions: {
    One: ([x]) => (x === 0 ? [[1]] : []),
    Many: ([x]) => (x === 0 ? Array.from({ length: 9 }, (_, i) => [i + 2]) : []),
  },
};

const line: Toy = {
  variables: ["x"],
  initial: [[0]],
  actions: { Up: ([x]) => (x! < 4 ? [[x! + 1]] : []) },
};

describe("a simulation", () => {
  test("takes the behaviours asked for, each step one of the model's, and proves nothing", async () => {
    const seen: number[] = [];
    const result = await run(jugs, {
      onTrace(trace, number) {
        seen.push(number);
        expect(trace).toHaveLength(11);
        for (const [i, { action, values }] of trace.entries()) {
          if (i === 0) expect([action, values]).toEqual([null, [0, 0]]);
          else expect(jugs.actions[action!.name]!(trace[i - 1]!.values as number[])).toContainEqual(values);
        }
      },
    });
    expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(result).toMatchObject({ verdict: "incomplete", stop: { kind: "simulated", traces: 20 } });
    expect(result.simulation).toEqual({
      seed: 1,
      traces: 20,
      depth: 10,
      choose: "action",
      generate: false,
      longest: 11,
      meanSteps: 10,
    });
  });

  test("is the same for the same seed, another for another", async () => {
    const toy = counters(4, 10);
    expect(await traces(toy, { seed: 5 })).toEqual(await traces(toy, { seed: 5 }));
    expect(await traces(toy, { seed: 5 })).not.toEqual(await traces(toy, { seed: 6 }));
  });

  // The bounds are five standard deviations wide, and the seed is fixed.
  test.each([
    ["action", 0.5],
    ["successor", 0.1],
  ] as const)("chooses by %s", async (choose, share) => {
    const ends = await traces(fork, { choose, traces: 4000, depth: 1, checkDeadlock: false });
    const ones = ends.filter((trace) => trace.endsWith("[1]]")).length / ends.length;
    expect(Math.abs(ones - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / 4000));
    const two = ends.filter((trace) => trace.endsWith("[2]]")).length / ends.length;
    expect(Math.abs(two - (1 - share) / 9)).toBeLessThan(0.03);
  });

  test("chooses evenly among the initial states within the constraints", async () => {
    const toy: Toy = {
      variables: ["x"],
      initial: [[0], [1], [2], [3]],
      actions: {},
      constraint: ([x]) => x !== 2,
    };
    const ends = await traces(toy, { traces: 3000, depth: 5, checkDeadlock: false });
    const counts = [0, 1, 2, 3].map((x) => ends.filter((trace) => trace === `[[${x}]]`).length);
    expect(counts[2]).toBe(0);
    for (const x of [0, 1, 3]) expect(Math.abs(counts[x]! - 1000)).toBeLessThan(130);
  });

  test("checks all that there was to choose from, in generation only what is gone through", async () => {
    const toy: Toy = { ...fork, invariants: { NotThree: ([x]) => x !== 3 } };
    const options = { traces: 1, depth: 1, choose: "successor" } as const;
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, seed) => run(toy, { ...options, seed })),
    );
    expect(results.every(({ verdict }) => verdict === "invariant")).toBe(true);
    expect(results[0]!.violations[0]!.trace.map(({ values }) => values)).toEqual([[0], [3]]);
    const generated = await Promise.all(
      Array.from({ length: 10 }, (_, seed) => run(toy, { ...options, seed, generate: true })),
    );
    expect(generated.some(({ verdict }) => verdict === "incomplete")).toBe(true);
    const many = await run(toy, { ...options, traces: 200, generate: true });
    expect(many).toMatchObject({ verdict: "invariant", simulation: { generate: true } });
  });

  test("finds deadlocks, but not where the constraints end a behaviour", async () => {
    const result = await run(line);
    expect(result).toMatchObject({ verdict: "deadlock", simulation: { traces: 1 } });
    expect(result.violations[0]!.trace).toHaveLength(5);
    expect((await run(line, { checkDeadlock: false })).verdict).toBe("incomplete");
    expect((await run({ ...line, constraint: ([x]) => x! < 3 })).verdict).toBe("incomplete");
  });

  test("checks initial states, steps, and what is outside the constraints", async () => {
    const initial = await run({ ...line, initialProperties: { Starts: ([x]) => x === 1 } });
    expect(initial.violations[0]).toMatchObject({ verdict: "action", property: "Starts" });
    expect(initial.violations[0]!.trace).toHaveLength(1);
    const step = await run({ ...line, actionProperties: { Slow: ([x], [y]) => y! < 3 || x === y } });
    expect(step.violations[0]).toMatchObject({ verdict: "action", property: "Slow" });
    expect(step.violations[0]!.trace).toHaveLength(4);
    const outside = await run({
      ...line,
      constraint: ([x]) => x! < 3,
      invariants: { Low: ([x]) => x! < 3 },
    });
    expect(outside.violations[0]).toMatchObject({ property: "Low" });
    expect(outside.violations[0]!.trace).toHaveLength(4);
  });

  test("goes on after violations if asked to, and keeps the shortest of each property", async () => {
    const toy: Toy = {
      ...counters(2, 5),
      invariants: { NotFour: (state) => !state.includes(4), NotTwo: ([a]) => a !== 2 },
    };
    const result = await run(toy, { continue: true, traces: 300, depth: 12 });
    const lengths = result.violations.map(({ property, trace }) => [property, trace.length]);
    expect(lengths.sort()).toEqual([
      ["NotFour", 5],
      ["NotTwo", 3],
    ]);
    expect(result.stop).toEqual({ kind: "simulated", traces: 300 });
    const deadlocks = await run({ ...line, invariants: { Low: ([x]) => x! < 2 } }, { continue: true });
    expect(deadlocks.violations.map(({ verdict }) => verdict)).toEqual(["invariant", "deadlock"]);
  });

  test("ends at what cannot be evaluated, wherever that is", async () => {
    const invariant = await run({
      ...line,
      invariants: { Odd: ([x]) => (x === 2 ? failure("E001") : true) },
    });
    expect(invariant.violations[0]).toMatchObject({
      verdict: "error",
      property: "Odd",
      error: { code: "E001" },
    });
    expect(invariant.violations[0]!.trace).toHaveLength(3);
    const up = ([x]: readonly number[]) => (x === 2 ? failure("E002") : [[x! + 1]]);
    const step = await run({ ...line, actions: { Up: up } }, { continue: true });
    expect(step.violations[0]).toMatchObject({ verdict: "error", property: null, error: { code: "E002" } });
    expect(step.violations[0]!.trace).toHaveLength(3);
    const asserted = await run({
      ...line,
      actions: { Up: ([x]) => (x === 1 ? failure("E067", "assert") : [[x! + 1]]) },
    });
    expect(asserted.violations[0]).toMatchObject({ verdict: "assert" });
    const assumption = await run({ ...line, assumptions: { No: () => false } });
    expect(assumption).toMatchObject({ verdict: "assumption", violations: [{ property: "No", trace: [] }] });
    const none = await run({ ...line, initial: [] });
    expect(none).toMatchObject({ verdict: "incomplete", states: { generated: 0 } });
  });

  test("can be stopped, and asks postconditions at its end", async () => {
    const post = await run({ ...jugs, postconditions: { Late: () => false } });
    expect(post).toMatchObject({ verdict: "postcondition", stop: { kind: "simulated" } });
    const host = new ToyHost(1, (at) => {
      at.interrupted = true;
    });
    const result = await run(jugs, { traces: Number.POSITIVE_INFINITY }, host);
    expect(result).toMatchObject({ verdict: "incomplete", stop: { kind: "interrupted" } });
    const late = new ToyHost(1);
    const timed = await run(jugs, { traces: Number.POSITIVE_INFINITY, timeoutSeconds: 2 }, late);
    expect(timed.stop).toEqual({ kind: "timeout", seconds: 2 });
  });

  test("tells specs that ask where they are, and ends when they want", async () => {
    const units = `EXTENDS Naturals, TLC
VARIABLE x
Init == x = 0
Next == x' = x + 1
Short == TLCGet("level") = x + 1
Ask == x < 3 \\/ TLCSet("exit", TRUE)`;
    const model = modelOf(units, "INIT Init NEXT Next INVARIANTS Short Ask");
    const evaluator = createReferenceEvaluator(model, { print: () => {}, seed: 1 });
    const result = await simulate(evaluator, { ...DEFAULTS, traces: 5 }, new ToyHost());
    expect(result).toMatchObject({
      verdict: "incomplete",
      stop: { kind: "exit" },
      simulation: { longest: 4 },
    });
  });
});

describe("what a spec chooses at random itself", () => {
  test("differs from behaviour to behaviour, and is the same again where one is re-executed", async () => {
    const text = `---- MODULE Coin ----
EXTENDS Naturals, TLC
VARIABLES x, n
Init == x = 0 /\\ n = 0
Next == n < 3 /\\ x' = RandomElement(1..8) /\\ n' = n + 1
Never == x # 7
====
`;
    const config = (more: string) => ({
      name: "Coin.cfg",
      text: `INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE\n${more}`,
    });
    const first = new Set<string>();
    const loaded = load({ name: "Coin.tla", text });
    const onTrace = (trace: readonly TraceState[]) => void first.add(String(trace[1]!.values[0]));
    await simulateSpec(loaded, { name: "Coin.tla", config: config(""), traces: 60, onTrace });
    expect(first.size).toBeGreaterThan(5);
    const { result } = await simulateSpec(loaded, {
      name: "Coin.tla",
      config: config("INVARIANT Never"),
      traces: 200,
    });
    expect(result.verdict).toBe("invariant");
    expect(result.violations[0]!.trace.at(-1)!.values[0]).toBe(7);
  });
});

describe("a simulation and a search", () => {
  test.each([
    ["jugs, four litres", { ...jugs, invariants: { NotFour: ([, big]: readonly number[]) => big !== 4 } }],
    [
      "counters",
      { ...counters(2, 4), invariants: { Low: (state: readonly number[]) => !state.includes(3) } },
    ],
    ["a line that ends", line],
    ["jugs, nothing wrong", { ...jugs, invariants: { Small: ([small]: readonly number[]) => small! <= 3 } }],
  ] as const)("agree on what is violated: %s", async (_, toy) => {
    const whole = await search(toyEvaluator(toy), { checkDeadlock: true }, new ToyHost());
    const some = await run(toy, { traces: 300, depth: 30 });
    expect(some.verdict).toBe(whole.verdict === "ok" ? "incomplete" : whole.verdict);
    expect(some.violations[0]?.property).toBe(whole.violations[0]?.property);
  });
});
