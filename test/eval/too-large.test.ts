/** Sets that are too large, or infinite: each operator that goes through one says so, with the size and the place. */
import { describe, expect, it } from "vitest";
import { EvaluationError } from "../../src/explore/evaluator.js";
import { textOf } from "../../src/syntax/source.js";
import { evaluate } from "../support/model.js";

const TWO_TO_40 = "1099511627776 elements";

const cases: readonly [expression: string, said: string, blamed: string][] = [
  ["{Cardinality(s) : s \\in SUBSET (1..40)}", TWO_TO_40, "SUBSET (1..40)"],
  ["{<<s, t>> : s, t \\in SUBSET (1..20)}", TWO_TO_40, "SUBSET (1..20)"],
  ["{f[1] : f \\in [1..40 -> {0, 1}]}", TWO_TO_40, "[1..40 -> {0, 1}]"],
  ["{s \\in SUBSET (1..40) : s = {}} = {{}}", TWO_TO_40, "{s \\in SUBSET (1..40) : s = {}} = {{}}"],
  ["Cardinality({s \\in SUBSET (1..40) : s = {}})", TWO_TO_40, "Cardinality"],
  ["{{}} = SUBSET (1..40)", TWO_TO_40, "{{}} = SUBSET (1..40)"],
  ["(SUBSET (1..40)) \\cup {{41}} = {}", TWO_TO_40, "(SUBSET (1..40)) \\cup {{41}} = {}"],
  ["[s \\in SUBSET (1..40) |-> 0] = << >>", TWO_TO_40, "[s \\in SUBSET (1..40) |-> 0] = << >>"],
  ["SetToBag(SUBSET (1..40))", TWO_TO_40, "SetToBag"],
  ["Permutations(1..12)", "12! permutations", "Permutations"],
  ["{x \\in 1..1100000 : x > 0} = {}", "more than 1000000 elements", "x > 0"],
  ["{x * 2 : x \\in 1..1100000}", "more than 1000000 elements", "{x * 2 : x \\in 1..1100000}"],
  ["{x : x \\in Nat}", "infinite", "Nat"],
  ["\\A x \\in [Nat -> {0, 1}] : TRUE", "infinite", "[Nat -> {0, 1}]"],
  ["CHOOSE s \\in Seq({1}) : TRUE", "infinite", "Seq({1})"],
  ["UNION {SUBSET (1..12), SUBSET (1..40)} = {}", "elements", "UNION {SUBSET (1..12), SUBSET (1..40)} = {}"],
];

describe("a set too large to be gone through", () => {
  for (const [expression, said, blamed] of cases) {
    it(expression, () => {
      try {
        evaluate(expression);
      } catch (thrown) {
        if (!(thrown instanceof EvaluationError)) throw thrown;
        expect(thrown.diagnostic.code).toMatch(/^E05[56]$/);
        expect(thrown.diagnostic.message).toContain(said);
        expect(textOf(thrown.diagnostic.span!)).toContain(blamed);
        return;
      }
      expect.fail("no error was reported");
    });
  }

  it.each([
    ["\\E s \\in SUBSET (1..40) : s = {1}", "TRUE"],
    ["CHOOSE s \\in SUBSET (1..40) : s # {}", "{1}"],
    ["{1, 2} \\in SUBSET (1..40)", "TRUE"],
    ["[s \\in SUBSET (1..40) |-> Cardinality(s)][{1, 2}]", "2"],
    ["Cardinality(SUBSET (1..40))", "1099511627776"],
    ["{x % 2 : x \\in 1..1100000}", "{0, 1}"],
    ["SUBSET (1..40) \\subseteq SUBSET (1..41)", "TRUE"],
  ])("%s needs no list", (expression, value) => {
    expect(evaluate(expression)).toBe(value);
  });
});
