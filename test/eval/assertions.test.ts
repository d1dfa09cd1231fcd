/** Failed assertions that are told instead of ending the evaluation: which ways of taking a step are left. */
import { describe, expect, it } from "vitest";
import type { EvaluationError } from "../../src/explore/evaluator.js";
import { search } from "../../src/explore/search.js";
import { textOf } from "../../src/syntax/source.js";
import type { Value } from "../../src/values/index.js";
import { ToyHost } from "../explore/toy.js";
import { evaluatorOf } from "../support/model.js";

function next(action: string, x = 0): { found: Value[]; failed: EvaluationError[] } {
  const { evaluator } = evaluatorOf(
    `EXTENDS Naturals, TLC\nVARIABLES x, y\nInit == x = 0 /\\ y = 0\nNext == /\\ y' = y\n        /\\ ${action}`,
    "INIT Init\nNEXT Next",
  );
  const found: Value[] = [];
  const failed: EvaluationError[] = [];
  evaluator.successors(
    [x, 0],
    (state) => found.push(state[0]!),
    (error) => failed.push(error),
  );
  return { found, failed };
}

describe("a failed assertion", () => {
  const cases: readonly [action: string, found: readonly Value[], failed: number][] = [
    ["Assert(FALSE, 1) /\\ x' = 1", [], 1],
    ["x' = 1 /\\ Assert(x' = 2, 1)", [], 1],
    ["((Assert(FALSE, 1) /\\ x' = 1) \\/ x' = 2)", [2], 1],
    ["(x' = 1 \\/ x' = 2) /\\ Assert(x' = 2, 1)", [2], 1],
    ["x' \\in 1..4 /\\ Assert(x' # 2, 1)", [1, 3, 4], 1],
    ["x' \\in 1..4 /\\ Assert(x' > 2, 1)", [3, 4], 2],
    ["\\E i \\in {1, 2 + x, 3} : Assert(i # 2, 1) /\\ x' = i", [1, 3], 1],
    ["x' \\in {1, 2} /\\ (\\E i \\in {x' + 1, 5} : Assert(i < 3, 1))", [1], 1],
    ["[x' = 1 /\\ Assert(FALSE, 1)]_x", [0], 1],
    ["x' = (IF Assert(FALSE, 1) THEN 1 ELSE 2)", [], 1],
    ["~Assert(FALSE, 1) /\\ x' = 1", [], 1],
    ["(LET a == Assert(FALSE, 1) IN x = 0 \\/ a) /\\ x' = 1", [1], 1],
    ["IF x = 0 THEN Assert(FALSE, 1) /\\ x' = 1 ELSE x' = 2", [], 1],
    ["Assert(TRUE, 1) /\\ x' = 1", [1], 0],
  ];
  for (const [action, found, failed] of cases) {
    it(`ends its own way only: ${action}`, () => {
      const result = next(action);
      expect(result.found).toEqual(found);
      expect(result.failed).toHaveLength(failed);
    });
  }

  it("is told with its place, its message, the names around and the action", () => {
    const { failed } = next('\\E i \\in {1 + x, 2} : Assert(i = 1, "no one") /\\ x\' = i');
    const { kind, action, diagnostic } = failed[0]!;
    expect([kind, action, diagnostic.message]).toEqual(["assert", 0, "no one"]);
    expect(textOf(diagnostic.span!)).toBe('Assert(i = 1, "no one")');
    expect(diagnostic.notes).toEqual(["where i = 2"]);
  });

  it("does not hide an evaluation error", () => {
    expect(() => next("(Assert(FALSE, 1) \\/ <<1>>[2] = 1) /\\ x' = 1")).toThrow(/not in the domain/);
  });

  it("that the callback throws up about is the callback's", () => {
    const { evaluator } = evaluatorOf(
      "EXTENDS TLC\nVARIABLES x\nInit == x = 0\nNext == Assert(FALSE, 1) /\\ x' = 1",
      "INIT Init\nNEXT Next",
    );
    const throwing = () => {
      throw new RangeError("mine");
    };
    expect(() => evaluator.successors([0], () => {}, throwing)).toThrow("mine");
  });

  it("in an invariant ends the search all the same", async () => {
    const { evaluator } = evaluatorOf(
      `EXTENDS Naturals, TLC\nVARIABLES x\nInit == x = 0\nNext == x < 5 /\\ x' = x + 1\nInv == Assert(x < 2, "high")`,
      "INIT Init\nNEXT Next\nINVARIANT Inv",
    );
    const result = await search(evaluator, { checkDeadlock: false, continue: true }, new ToyHost());
    expect(result).toMatchObject({ verdict: "assert", stop: { kind: "violation" } });
    expect(result.violations[0]!.property).toBe("Inv");
  });

  it("in a step does not, and other violations are still found", async () => {
    const { evaluator } = evaluatorOf(
      `EXTENDS Naturals, TLC
VARIABLES x
Init == x = 0
Up == x < 5 /\\ Assert(x # 3, "three") /\\ x' = x + 1
Jump == x = 3 /\\ x' = 4
Next == Up \\/ Jump
Inv == x < 5`,
      "INIT Init\nNEXT Next\nINVARIANT Inv",
    );
    const result = await search(evaluator, { checkDeadlock: true, continue: true }, new ToyHost());
    expect(
      result.violations.map(({ verdict, property, trace, action }) => [
        verdict,
        property ?? action?.name ?? null,
        trace.length,
      ]),
    ).toEqual([
      ["assert", "Up", 4],
      ["invariant", "Inv", 6],
      ["deadlock", null, 6],
    ]);
  });
});
