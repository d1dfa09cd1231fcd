/** Evaluation errors: the code, what is said, where, and the values around it. */
import { describe, expect, it } from "vitest";
import { EvaluationError } from "../../src/explore/evaluator.js";
import type { Diagnostic } from "../../src/syntax/diagnostic.js";
import { textOf } from "../../src/syntax/source.js";
import { evaluate, evaluatorOf } from "../support/model.js";

function failure(run: () => unknown): EvaluationError {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof EvaluationError) return thrown;
    throw thrown;
  }
  throw new Error("no error was reported");
}

/** The text that a diagnostic points at; `evaluate` puts the whole expression in parentheses. */
function blamedText(diagnostic: Diagnostic): string {
  return textOf(diagnostic.span!).replace(/^\((.*)\)$/s, "$1");
}

describe("errors of expressions", () => {
  const cases: readonly [expression: string, code: string, blamed: string, said: RegExp][] = [
    ["IF 1 THEN 2 ELSE 3", "E001", "1", /TRUE or FALSE was expected/],
    ["\\A x \\in 5 : TRUE", "E003", "5", /a set was expected/],
    ["CHOOSE x : x = 1", "E004", "CHOOSE x : x = 1", /without a set/],
    ["\\E x : x = 1", "E004", "\\E x : x = 1", /without a set/],
    ["CHOOSE x \\in {1} : x = 2", "E006", "CHOOSE x \\in {1} : x = 2", /no element/],
    ["CASE 1 = 2 -> 3", "E007", "CASE 1 = 2 -> 3", /no arm/],
    ["LET Ap(F(_), v) == F(v) IN Ap(~, 5)", "E001", "F(v)", /TRUE or FALSE was expected/],
    ["LET Ap(F(_, _)) == F(5, 5) IN Ap(<=>)", "E001", "F(5, 5)", /TRUE or FALSE was expected/],
    ["{x : <<x, y>> \\in {1}}", "E011", "{1}", /tuples of length 2/],
  ];
  for (const [expression, code, blamed, said] of cases) {
    it(expression, () => {
      const { diagnostic, kind } = failure(() => evaluate(expression));
      expect(kind).toBe("error");
      expect(diagnostic.code).toBe(code);
      expect(blamedText(diagnostic)).toBe(blamed);
      expect(diagnostic.message).toMatch(said);
    });
  }

  it("errors of values point at the operator's use and name the values around", () => {
    const { diagnostic } = failure(() => evaluate("\\E i \\in 3..4 : <<1, 2>>[i] = 1"));
    expect(textOf(diagnostic.span!)).toBe("<<1, 2>>[i]");
    expect(diagnostic.notes?.join("\n")).toContain("i = 3");
  });

  it("comparing a string with an integer", () => {
    const { diagnostic } = failure(() => evaluate('"a" = 1'));
    expect(blamedText(diagnostic)).toBe('"a" = 1');
  });

  it("a recursion without end", () => {
    const { diagnostic } = failure(() => evaluate("F(1)", "RECURSIVE F(_)\nF(n) == F(n + 1) + 1"));
    expect(diagnostic.code).toBe("E009");
  });

  it("an infinite set enumerated", () => {
    const { diagnostic } = failure(() => evaluate("\\A n \\in Nat : n > 5"));
    expect(diagnostic.message).toMatch(/infinite/);
    expect(textOf(diagnostic.span!)).toBe("Nat");
  });
});

describe("errors of actions", () => {
  it("a variable without a next value", () => {
    const { evaluator } = evaluatorOf(
      "VARIABLES x, y\nInit == x = 0 /\\ y = 0\nStep == x' = 1\nNext == Step",
      "INIT Init\nNEXT Next",
    );
    const error = failure(() => evaluator.successors([0, 0], () => {}));
    expect(error.diagnostic.code).toBe("E005");
    expect(error.diagnostic.message).toBe("Step gives no next value to y");
    expect(error.action).toBe(0);
  });

  it("a variable without an initial value", () => {
    const { evaluator } = evaluatorOf(
      "VARIABLES x, y\nInit == x = 0\nNext == UNCHANGED <<x, y>>",
      "INIT Init\nNEXT Next",
    );
    const error = failure(() => evaluator.initial(() => {}));
    expect(error.diagnostic.code).toBe("E005");
    expect(error.diagnostic.message).toBe("Init gives no value to y");
  });

  it("a primed variable used before it is assigned", () => {
    const { evaluator } = evaluatorOf(
      "EXTENDS Naturals\nVARIABLES x\nInit == x = 0\nNext == x' > 1 /\\ x' = 2",
      "INIT Init\nNEXT Next",
    );
    const error = failure(() => evaluator.successors([0], () => {}));
    expect(error.diagnostic.code).toBe("E002");
    expect(error.diagnostic.message).toContain("x'");
  });

  it("a failed Assert is an assertion, not an error", () => {
    const { evaluator } = evaluatorOf(
      'EXTENDS Naturals, TLC\nVARIABLES x\nInit == x = 0\nNext == Assert(x > 0, "x is not positive") /\\ x\' = 2',
      "INIT Init\nNEXT Next",
    );
    const error = failure(() => evaluator.successors([0], () => {}));
    expect(error.kind).toBe("assert");
    expect(error.diagnostic.message).toContain("x is not positive");
  });

  it("what the callback throws stays as it is", () => {
    const { evaluator } = evaluatorOf("VARIABLES x\nInit == x = 0\nNext == x' = 1", "INIT Init\nNEXT Next");
    expect(() =>
      evaluator.successors([0], () => {
        throw new RangeError("mine");
      }),
    ).toThrow("mine");
  });

  it("an invariant that is no Boolean", () => {
    const { evaluator } = evaluatorOf(
      "EXTENDS Naturals\nVARIABLES x\nInit == x = 0\nNext == x' = 1\nInv == x + 1",
      "INIT Init\nNEXT Next\nINVARIANT Inv",
    );
    expect(failure(() => evaluator.invariant(0, [0])).diagnostic.code).toBe("E001");
  });
});
