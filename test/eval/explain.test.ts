import { describe, expect, test } from "vitest";
import type { Explanation } from "../../src/explore/evaluator.js";
import { format } from "../../src/values/index.js";
import { evaluatorOf } from "../support/model.js";

const UNITS = `EXTENDS Naturals, FiniteSets
CONSTANT M
VARIABLES x, f, s
Init == x = 3 /\\ f = [i \\in 1..3 |-> i * 2] /\\ s = {}
Next == UNCHANGED <<x, f, s>>
TypeOK == x \\in Nat /\\ s = {}
Low(n) == x < n
`;

/** Why an invariant is false in the only state: x = 3, f = <<2, 4, 6>>, s = {}. */
function why(formula: string): Explanation {
  const { evaluator } = evaluatorOf(
    `${UNITS}\nInv == ${formula}`,
    "INIT Init NEXT Next INVARIANT Inv CONSTANT M = 2",
  );
  let found: Explanation | null = null;
  evaluator.initial((state) => {
    expect(evaluator.invariant(0, state)).toBe(false);
    found = evaluator.explain(0, state);
  });
  return found!;
}

/** `conjunct: part = value, …`. */
function told({ conjunct, parts }: Explanation): string {
  return `${conjunct}: ${parts.map(({ text, value }) => `${text} = ${format(value)}`).join(", ")}`;
}

describe("the conjunct to blame", () => {
  test.each([
    ["TypeOK /\\ x < 3", "x < 3: x = 3"],
    ["x > 0 /\\ Low(M)", "x < n: x = 3, n = 2"],
    ["\\A i \\in 1..3 : f[i] < 5", "f[i] < 5: i = 3, f[i] = 6"],
    ["\\A i, j \\in 1..2 : f[i] = f[j]", "f[i] = f[j]: i = 1, j = 2, f[i] = 2, f[j] = 4"],
    ["\\A i \\in 1..3 : \\A j \\in 1..i : j < 3", "j < 3: i = 3, j = 3"],
    [
      "x = 3 => \\A i \\in 1..3 : f[i] < 5",
      "x = 3 => \\A i \\in 1..3 : f[i] < 5: x = 3, \\A i \\in 1..3 : f[i] < 5 = FALSE, i = 3, f[i] = 6",
    ],
    [
      "~ \\E i \\in 1..3 : f[i] = 4",
      "~ \\E i \\in 1..3 : f[i] = 4: \\E i \\in 1..3 : f[i] = 4 = TRUE, i = 2, f[i] = 4",
    ],
    ["IF x = 3 THEN x < 2 ELSE TRUE", "x < 2: x = 3 = TRUE, x = 3"],
    ["LET y == x + 1 IN y = x", "y = x: y = 4, x = 3"],
    ["x \\in {1, 2} \\/ f[1] = 3", "x \\in {1, 2} \\/ f[1] = 3: x = 3, f[1] = 2"],
  ])("of %s", (formula, expected) => {
    expect(told(why(formula))).toBe(expected);
  });
});

describe("a \\E that nothing satisfies", () => {
  test("tells of its first elements what is false, and how many there are", () => {
    const { conjunct, tried } = why("\\E i \\in 1..5 : f[1] = i + 2 /\\ i > 0");
    expect(conjunct).toBe("\\E i \\in 1..5 : f[1] = i + 2 /\\ i > 0");
    expect(tried!.all).toBe(5);
    expect(tried!.shown).toHaveLength(3);
    expect(tried!.shown.map(({ bound }) => format(bound[0]!.value))).toEqual(["1", "2", "3"]);
    expect(told(tried!.shown[1]!.why)).toBe("f[1] = i + 2: f[1] = 2, i + 2 = 4");
  });

  test("inside a \\A is tried for the element that refutes it", () => {
    const { parts, tried } = why("\\A i \\in 1..3 : \\E j \\in 2..3 : f[i] = 2 * j + i");
    expect(parts.map(({ text, value }) => `${text} = ${format(value)}`)).toEqual(["i = 1"]);
    expect(tried!.shown.map(({ bound }) => format(bound[0]!.value))).toEqual(["2", "3"]);
  });

  test("tells that its set is empty", () => {
    const { parts, tried } = why("\\E e \\in s : e = 1");
    expect(tried).toBeUndefined();
    expect(parts.map(({ text, value }) => `${text} = ${format(value)}`)).toEqual(["s = {}"]);
  });
});

describe("the conjuncts of a formula", () => {
  test("are told with whether they hold, through the names that stand for it", () => {
    const { conjuncts } = why("TypeOK /\\ x < 3 /\\ Cardinality(s) = 0 /\\ f[7] = 1");
    expect(conjuncts!.map(({ text, holds }) => [text, holds])).toEqual([
      ["TypeOK", true],
      ["x < 3", false],
      ["Cardinality(s) = 0", true],
      ["f[7] = 1", null],
    ]);
  });

  test("are none where it is no conjunction", () => {
    expect(why("x < 3").conjuncts).toBeUndefined();
  });
});

describe("a step that a property forbids", () => {
  test("is explained by the action, in both states", () => {
    const { evaluator } = evaluatorOf(
      "EXTENDS Naturals\nVARIABLE x\nInit == x = 0\nNext == x' = x + 2\nProp == [][x' > x /\\ x' < x + 2]_x",
      "INIT Init NEXT Next PROPERTY Prop",
    );
    evaluator.initial((state) => {
      evaluator.take(state, 0, (next) => {
        expect(evaluator.actionProperty(0, state, next)).toBe(false);
        expect(told(evaluator.explainStep(0, state, next))).toBe("x' < x + 2: x' = 2, x + 2 = 2");
      });
    });
  });
});
