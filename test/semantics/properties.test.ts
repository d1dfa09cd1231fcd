/** Properties taken apart: what is asked of initial states, of states, of steps, and of whole behaviours. */
import { describe, expect, test } from "vitest";
import { parseConfig } from "../../src/modules/config.js";
import { loadProgram } from "../../src/modules/load.js";
import { buildModel } from "../../src/semantics/build-model.js";
import type { Core } from "../../src/semantics/core.js";
import type { Model, NamedFormula } from "../../src/semantics/model.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { location, oneLine, Source, textOf } from "../../src/syntax/source.js";
import { finderOf } from "../support/model.js";

const modules = {
  Clock: `---- MODULE Clock ----
EXTENDS Naturals
CONSTANT Max
VARIABLE t
Init == t = 0
Tick == t' = (t + 1) % Max
Spec == Init /\\ [][Tick]_t /\\ WF_t(Tick)
====`,
};

const units = `EXTENDS Integers
CONSTANT S
VARIABLES x, y
vars == <<x, y>>
Init == x = 0 /\\ y = 0
Next == x' = 1 - x /\\ y' = y
C(m) == INSTANCE Clock WITH Max <- m, t <- x
Id(p) == p
Both(p, q) == p /\\ q
Small == x < 2
P == %`;

function model(property: string, safetyOnly = true): Model {
  const text = `---- MODULE M ----\n${units.replace("%", () => property)}\n====\n`;
  const program = loadProgram(new Source("M.tla", text), finderOf(modules));
  const config = parseConfig(new Source("M.cfg", "INIT Init NEXT Next CONSTANT S = {1, 2} PROPERTY P"));
  return buildModel(program, config, { safetyOnly });
}

/** The source text of each conjunct of a formula. */
function conjuncts([formula]: readonly NamedFormula[]): readonly string[] {
  if (formula === undefined) return [];
  const core: Core = formula.body;
  const items = core.kind === "and" ? core.items : [core];
  return items.map(({ span }) => oneLine(textOf(span)).replace(/^\((.*)\)$/, "$1"));
}

function parts(property: string): Record<string, readonly string[]> {
  const { invariants, initialProperties, actionProperties, properties } = model(property);
  const all = {
    initial: conjuncts(initialProperties),
    invariants: conjuncts(invariants),
    steps: conjuncts(actionProperties),
    temporal: conjuncts(properties),
  };
  return Object.fromEntries(Object.entries(all).filter(([, texts]) => texts.length > 0));
}

describe("the parts of a property", () => {
  test.each<[string, Record<string, readonly string[]>]>([
    ["x = 0", { initial: ["x = 0"] }],
    ["[]Small", { invariants: ["Small"] }],
    ["[](x < 2)", { invariants: ["x < 2"] }],
    ["[][x' > x]_x", { steps: ["[x' > x]_x"] }],
    ["<>(x = 1)", { temporal: ["<>(x = 1)"] }],
    ["WF_x(Next)", { temporal: ["WF_x(Next)"] }],
    ["x = 0 ~> x = 1", { temporal: ["x = 0 ~> x = 1"] }],
    [
      "/\\ x = 0\n  /\\ [](x < 2)\n  /\\ [][Next]_vars\n  /\\ []<>(x = 1)",
      { initial: ["x = 0"], invariants: ["x < 2"], steps: ["[Next]_vars"], temporal: ["<>(x = 1)"] },
    ],
    ["[](Small /\\ []<>(y = 0))", { invariants: ["Small"], temporal: ["<>(y = 0)"] }],
    ["[][](x < 2)", { invariants: ["x < 2"] }],
    ["[](x = 0 => <>(x = 1))", { temporal: ["x = 0 => <>(x = 1)"] }],
    // What stands in a LET, or under a quantifier, keeps it.
    [
      "LET a == [][Next]_vars IN a /\\ x = 0",
      {
        steps: ["LET a == [][Next]_vars IN a /\\ x = 0"],
        initial: ["LET a == [][Next]_vars IN a /\\ x = 0"],
      },
    ],
    ["C(2)!Spec", { initial: ["Init"], steps: ["[Tick]_t"], temporal: ["WF_t(Tick)"] }],
    ["Id(C(2)!Init /\\ [][C(2)!Tick]_x)", { initial: ["C(2)!Init"], steps: ["[C(2)!Tick]_x"] }],
    ["Both([]Small, <>(x = 1))", { invariants: ["Small"], temporal: ["<>(x = 1)"] }],
    ["\\A n \\in S : [][x' < n]_x", { steps: ["\\A n \\in S : [][x' < n]_x"] }],
    ["\\A n \\in {x} : [][x' < n]_x", { temporal: ["\\A n \\in {x} : [][x' < n]_x"] }],
    [
      "\\A n \\in S : C(n)!Spec",
      {
        initial: ["\\A n \\in S : C(n)!Spec"],
        steps: ["\\A n \\in S : C(n)!Spec"],
        temporal: ["\\A n \\in S : C(n)!Spec"],
      },
    ],
  ])("%s", (property, expected) => {
    const found = parts(property);
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
    for (const [kind, texts] of Object.entries(expected)) expect(found[kind], kind).toEqual(texts);
  });

  test("a formula under a quantifier over constants keeps the quantifier", () => {
    const [step] = model("\\A n \\in S : [][x' < n]_x").actionProperties;
    expect(step!.body).toMatchObject({ kind: "quantifier", body: { kind: "actionBox" } });
  });
});

describe("what is said of properties", () => {
  const told = (property: string, safetyOnly: boolean): readonly string[] => {
    const line = ({ code, message, span, notes }: SpecError["diagnostics"][number]) =>
      [`${code} ${span ? location(span) : ""} ${message}`, ...(notes ?? [])].join("; ");
    try {
      return model(property, safetyOnly)
        .warnings.filter(({ code }) => code !== "W001")
        .map(line);
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      return error.diagnostics.filter(({ severity }) => severity === "error").map(line);
    }
  };

  test("temporal parts are refused by name, and by themselves", () => {
    expect(told("[]Small /\\ <>(x = 1)", false)).toEqual([
      "M033 M.cfg:1:50 PROPERTY P: temporal properties are not supported yet; these parts are: `<>(x = 1)` at M.tla:12:17; check the rest with --safety-only",
    ]);
  });

  test("--safety-only leaves out these alone, and says which", () => {
    expect(told("[]Small /\\ <>(x = 1)", true)).toEqual([
      "W003 M.cfg:1:50 the property P is checked but for what it says of whole behaviours; left out: `<>(x = 1)` at M.tla:12:17",
    ]);
    expect(told("<>(x = 1)", true)).toEqual(["W003 M.cfg:1:50 the property P is not checked"]);
    expect(told("[]Small", true)).toEqual([]);
  });

  test("a state predicate alone is asked of initial states only, which few mean", () => {
    expect(told("Small", false)).toEqual([
      "W006 M.cfg:1:50 PROPERTY P is asked of the initial states only; to ask it of every state write INVARIANT P",
    ]);
    expect(told("x = 0 /\\ [][Next]_vars", false)).toEqual([]);
  });

  test("an action that is not in [][A]_v means nothing", () => {
    const note = "what every step must be is written [][A]_v, with the variables that it speaks of as v";
    expect(told("x' > x", false)).toEqual([
      `M042 M.tla:12:6 PROPERTY P has a part that is an action: \`x' > x\`; ${note}`,
    ]);
    expect(told("[Next]_x", false)).toEqual([
      `M042 M.tla:12:6 PROPERTY P has a part that is an action: \`[Next]_x\`; ${note}`,
    ]);
  });
});
