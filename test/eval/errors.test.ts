/** Evaluation errors: the code, what is said, where, and the values around it. */
import { describe, expect, it } from "vitest";
import { EvaluationError } from "../../src/explore/evaluator.js";
import type { Diagnostic } from "../../src/syntax/diagnostic.js";
import { textOf } from "../../src/syntax/source.js";
import { evaluate, evaluatorOf } from "../support/model.js";

/** Build(n): n tuples, one inside the other, made without a deep recursion. */
const NEST =
  "Build(n) == LET f[i \\in 0..n] == IF i = 0 THEN 0 ELSE <<f[i - 1]>>\n All == [i \\in 0..n |-> f[i]] IN (CHOOSE g \\in {All} : TRUE)[n]";

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

  const endless: readonly [name: string, expression: string, units: string, said: RegExp, noted: RegExp][] = [
    [
      "an operator",
      "F(1, {})",
      "RECURSIVE F(_, _)\nF(n, S) == IF n \\in S THEN 0 ELSE F(n + 1, S) + 1",
      /recursion of F is too deep/,
      /began with F\(1, \{\}\) and had come to F\(\d+, \{\}\)/,
    ],
    [
      "a function",
      "f[7]",
      "f[n \\in Nat] == IF n = 0 THEN 0 ELSE f[n + 1] + 1",
      /recursion of f/,
      /began with f\[7\] and had come to f\[\d+\]/,
    ],
    [
      "two operators",
      "Even(1)",
      "RECURSIVE Even(_), Odd(_)\nEven(n) == n = 0 \\/ Odd(n - 2)\nOdd(n) == n # 0 /\\ Even(n)",
      /recursion of (Even, Odd|Odd, Even)/,
      /began with Even\(1\)/,
    ],
    [
      "an operator inside LET, called through a LAMBDA",
      "LET RECURSIVE G(_) G(n) == 1 + Ap(LAMBDA m : G(m + n), 1) IN G(1)",
      "Ap(H(_), v) == H(v)",
      /recursion of G/,
      /began with G\(1\) and had come to G\(m \+ n\)/,
    ],
    [
      "a definition that is its own value",
      "E",
      "RECURSIVE E\nE == E \\cup {1}",
      /recursion of E is/,
      /began with E and had come to E/,
    ],
    [
      "an operator that builds its own argument",
      "F(<< >>)",
      "RECURSIVE F(_)\nF(s) == F(<<s>>)",
      /recursion of F/,
      /began with F\(<< >>\) and had come to F\(<<s>>\)/,
    ],
  ];
  for (const [name, expression, units, said, noted] of endless) {
    it(`a recursion without end: ${name}`, () => {
      const { diagnostic } = failure(() => evaluate(expression, units));
      expect(diagnostic.code).toBe("E009");
      expect(diagnostic.message).toMatch(said);
      expect(diagnostic.notes?.join("\n")).toMatch(noted);
    });
  }

  it("a recursive action without end", () => {
    const { evaluator } = evaluatorOf(
      "EXTENDS Naturals\nVARIABLE x\nRECURSIVE Go(_)\nGo(n) == Go(n + 1)\nInit == x = 0\nNext == Go(x)",
      "INIT Init\nNEXT Next",
    );
    const { diagnostic, action } = failure(() => evaluator.successors([0], () => {}));
    expect(diagnostic.code).toBe("E009");
    expect(diagnostic.message).toMatch(/recursion of Go/);
    expect(action).toBe(0);
  });

  it("a conjunction as long as it likes is no recursion", () => {
    const { evaluator } = evaluatorOf(
      "EXTENDS Naturals\nVARIABLES x, y\nInit == x = 0 /\\ (\\A i \\in 1..20000 : x < i) /\\ y = 0\nNext == (\\A i \\in 1..20000 : x < i) /\\ x' = 1 /\\ (\\A i \\in 1..20000 : x' <= i) /\\ y' = 2",
      "INIT Init\nNEXT Next",
    );
    const found: unknown[] = [];
    evaluator.initial((state) => evaluator.successors(state, (next) => found.push(next)));
    expect(found).toEqual([[1, 2]]);
  });

  it("values nested too deeply are an error", () => {
    const { diagnostic } = failure(() => evaluate(`Build(9000) = Build(9000)`, NEST));
    expect(diagnostic.code).toBe("E009");
    expect(diagnostic.message).toMatch(/nested too deeply/);
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
