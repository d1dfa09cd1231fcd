/** Next split into actions, and false formulas explained. */
import { describe, expect, it } from "vitest";
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

  it("give the element that refutes a universal quantifier", () => {
    expect(explained("\\A i \\in 1..3 : i # y", [1, 3])).toEqual(["i # y", "i = 3", "y = 3"]);
  });

  it("show both sides of an implication, definitions with their value and witness", () => {
    expect(explained("x = 1 => ~InUse", [1, 3], "InUse == \\E i \\in 1..9 : i = y")).toEqual([
      "x = 1 => ~InUse",
      "x = 1",
      "InUse = TRUE",
      "i = 3",
    ]);
  });
});
