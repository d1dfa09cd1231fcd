/** Next split into actions, and false formulas explained. */
import { describe, expect, it } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { standardOnly } from "../../src/modules/load.js";
import { prepare } from "../../src/semantics/prepare.js";
import { Source } from "../../src/syntax/source.js";
import { format } from "../../src/values/index.js";
import { evaluatorOf } from "../support/model.js";

describe("actions", () => {
  it("are the disjuncts with constant quantifiers instantiated", () => {
    const { evaluator } = evaluatorOf(
      `EXTENDS Naturals
CONSTANT P
VARIABLES x
Init == x = 0
Send(p, k) == x' = k
Stop == x > 0 /\\ (x' = 0 \\/ x' = 1)
Next == \\/ \\E p \\in P : \\E k \\in 1..2 : Send(p, k)
        \\/ Stop
        \\/ \\E y \\in {x} : x' = y
        \\/ \\E y \\in {x} : Send("c", y)`,
      'INIT Init\nNEXT Next\nCONSTANT P = {"a", "b"}',
    );
    const shown = evaluator.actions.map(
      ({ name, bindings }) =>
        `${name}(${bindings.map(({ name: n, value }) => `${n} = ${format(value)}`).join(", ")})`,
    );
    expect(shown).toEqual([
      'Send(p = "a", k = 1)',
      'Send(p = "a", k = 2)',
      'Send(p = "b", k = 1)',
      'Send(p = "b", k = 2)',
      "Stop()",
      "Next()",
      "Send()",
    ]);
  });
});

describe("process instances", () => {
  const { model } = prepare(
    new Source(
      "p.qsc",
      `spec p
extends Integers
var n = 0
procedure add(by) { more: n := n + by; out: return }
process one = 7 { first: call add(1); last: skip }
process many \\in {1, 2} { go: call add(2) }
`,
    ),
    standardOnly,
    {},
  );
  const { instances, actions } = createReferenceEvaluator(model, { print: () => {}, seed: 1 });

  it("are those of the processes, in the order of the text", () => {
    expect(instances.map(({ process, self, name }) => [process.name, self, name])).toEqual([
      ["one", 7, "one"],
      ["many", 1, "many[1]"],
      ["many", 2, "many[2]"],
    ]);
  });

  it("take their own steps and those of the procedures that they call", () => {
    expect(
      actions.flatMap(({ step, instance }) => (step === null ? [] : [`${step.name} by ${instance?.name}`])),
    ).toEqual([
      "first by one",
      "last by one",
      "go by many[1]",
      "go by many[2]",
      "more by many[1]",
      "out by many[1]",
      "more by many[2]",
      "out by many[2]",
      "more by one",
      "out by one",
    ]);
    expect(actions.every(({ instance }) => instance === null || instances.includes(instance))).toBe(true);
  });
});

describe("splitting ends", () => {
  it("at recursive operators", () => {
    const { evaluator } = evaluatorOf(
      `EXTENDS Naturals
VARIABLES x
RECURSIVE Up(_)
Up(n) == \\/ x' = x + n
         \\/ n > 0 /\\ Up(n - 1)
Init == x = 0
Next == Up(2)`,
      "INIT Init\nNEXT Next",
    );
    expect(evaluator.actions.map(({ name }) => name)).toEqual(["Up"]);
    const found: unknown[] = [];
    evaluator.successors([0], ([x]) => found.push(x));
    expect(found).toEqual([2, 1, 0]);
  });

  it("where a quantifier would give more actions than anybody can read", () => {
    const { evaluator } = evaluatorOf(
      `EXTENDS Naturals
VARIABLES x
Put(v) == x' = v
Init == x = 0
Next == (\\E f \\in [1..8 -> 1..8] : Put(f[1])) \\/ x' = 0`,
      "INIT Init\nNEXT Next",
    );
    expect(evaluator.actions.map(({ name }) => name)).toEqual(["Put", "Next"]);
  });
});

describe("constant definitions", () => {
  it("are evaluated once, also where a variable takes its value from one", () => {
    const { evaluator, printed } = evaluatorOf(
      `EXTENDS Naturals, TLC
VARIABLES x
Numbers == IF PrintT("listed") THEN 0..2 ELSE {}
Init == x \\in Numbers
Next == x' \\in Numbers`,
      "INIT Init\nNEXT Next",
    );
    evaluator.initial(() => {});
    for (const x of [0, 1, 2]) evaluator.successors([x], () => {});
    expect(printed).toHaveLength(1);
  });
});

describe("random choices", () => {
  it("are the same when a step is taken again, whatever was evaluated meanwhile", () => {
    const { evaluator } = evaluatorOf(
      `EXTENDS Naturals, TLC
VARIABLES x
Init == x = 0
Next == \\E i \\in 1..3 : x' = 1000 * i + RandomElement(1..999)
Odd == RandomElement(1..9) > 0`,
      "INIT Init\nNEXT Next\nINVARIANT Odd",
    );
    const steps = (meanwhile: boolean) => {
      const found: unknown[] = [];
      evaluator.successors([7], (next) => {
        found.push(next[0]);
        if (meanwhile) evaluator.invariant(0, next);
      });
      return found;
    };
    expect(steps(true)).toEqual(steps(false));
    expect(new Set(steps(false)).size).toBe(3);
  });
});

describe("explanations", () => {
  function explained(invariant: string, state: readonly number[], units = "") {
    const { evaluator } = evaluatorOf(
      `EXTENDS Naturals\nVARIABLES x, y\nInit == x = 0 /\\ y = 0\nNext == UNCHANGED <<x, y>>\n${units}\nInv == ${invariant}`,
      "INIT Init\nNEXT Next\nINVARIANT Inv",
    );
    const { conjunct, parts } = evaluator.explain(0, state);
    return [conjunct, ...parts.map(({ text, value }) => `${text} = ${format(value)}`)];
  }

  it("name the first false conjunct and the values of its operands", () => {
    expect(explained("x < 5 /\\ x + 1 = y /\\ y > 7", [1, 3])).toEqual(["x + 1 = y", "x + 1 = 2", "y = 3"]);
  });

  it("see through definitions that are the whole formula", () => {
    expect(explained("Small /\\ Equal", [1, 3], "Small == x < 5\nEqual == x = y")).toEqual([
      "x = y",
      "x = 1",
      "y = 3",
    ]);
  });

  it("leave out what has no value, and never fail", () => {
    const units = "f == [i \\in 1..2 |-> i]";
    expect(explained("(x \\in DOMAIN f /\\ f[x] = 1) \\/ x < y", [5, 3], units)).toEqual([
      "(x \\in DOMAIN f /\\ f[x] = 1) \\/ x < y",
      "x = 5",
      "DOMAIN f = 1..2",
      "y = 3",
    ]);
    expect(explained("IF x < y THEN TRUE ELSE f[x] = 1 /\\ FALSE", [2, 1], units)).toEqual([
      "f[x] = 1",
      "x < y = FALSE",
      "f[x] = 2",
    ]);
  });

  it("give the element that refutes a universal quantifier", () => {
    expect(explained("\\A i \\in 1..3 : i # y", [1, 3])).toEqual(["i # y", "i = 3", "y = 3"]);
  });

  it("show both sides of an implication, definitions with their value and witness", () => {
    expect(explained("x = 1 => ~InUse", [1, 3], "InUse == \\E i \\in 1..9 : i = y")).toEqual([
      "x = 1 => ~InUse",
      "x = 1",
      "InUse = TRUE",
      "i = 3",
      "y = 3",
    ]);
  });
});
