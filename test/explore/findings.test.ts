/** Violations made again from a path: what a review does with what another thread found. */
import { describe, expect, test } from "vitest";
import { type Goal, violationAt } from "../../src/explore/findings.js";
import { ReplayError } from "../../src/explore/replay.js";
import type { Violation } from "../../src/explore/result.js";
import { search } from "../../src/explore/search.js";
import { failure, type Toy, ToyHost, toyEvaluator } from "./toy.js";

/** x counts up to 4; at 3 another step fails its assertion. */
const toy: Toy = {
  variables: ["x"],
  initial: [[0]],
  actions: {
    Up: ([x]) => (x! < 4 ? [[x! + 1]] : []),
    Check: ([x]) => (x === 3 ? failure("E056", "assert", 1) : []),
  },
  invariants: { Low: ([x]) => x! < 2 },
};
const evaluator = toyEvaluator(toy);

async function found(verdict: Violation["verdict"]): Promise<Violation> {
  const { violations } = await search(evaluator, { checkDeadlock: true, continue: true }, new ToyHost());
  return violations.find((violation) => violation.verdict === verdict)!;
}

describe("the violation at the end of a path", () => {
  const goals: readonly [Violation["verdict"], Goal][] = [
    ["invariant", { kind: "invariant", index: 0 }],
    ["deadlock", { kind: "deadlock" }],
    ["assert", { kind: "assertion" }],
  ];
  for (const [verdict, goal] of goals) {
    test(`${verdict}: as the search reported it`, async () => {
      const violation = await found(verdict);
      expect(violation.trace.length).toBeGreaterThan(2);
      expect(violationAt(evaluator, violation.path, goal)).toEqual(violation);
    });

    test(`${verdict}: refused where the path does not show it`, async () => {
      const { path } = await found(verdict);
      expect(() => violationAt(evaluator, path.slice(0, 2), goal)).toThrow(ReplayError);
    });
  }

  test("no deadlock where an assertion fails and nothing else is possible", () => {
    const stuck = toyEvaluator({ ...toy, initial: [[3]], actions: { Check: toy.actions.Check! } });
    const fingerprint = new Uint32Array(2);
    stuck.fingerprint([3], fingerprint);
    const path = [{ action: -1, low: fingerprint[0]!, high: fingerprint[1]! }];
    expect(() => violationAt(stuck, path, { kind: "deadlock" })).toThrow(ReplayError);
    expect(violationAt(stuck, path, { kind: "assertion" }).verdict).toBe("assert");
  });
});
