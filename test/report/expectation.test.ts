import { expect, test } from "vitest";
import { renderExpectation, renderTally } from "../../src/report/index.js";
import { plainStyle } from "../../src/syntax/render.js";

const outcome = {
  location: "specs/mount/torn_sum.qsc:88:1",
  text: "default with brlock: holds",
  passed: true,
  found: "holds",
  distinct: 1234,
  seconds: 0.12,
};

test("an expectation that is met takes one line", () => {
  expect(renderExpectation(outcome, plainStyle)).toBe("ok    default with brlock: holds  (1,234 states)");
});

test("the time is told where it was long, if there is room", () => {
  const slow = { ...outcome, seconds: 12.3 };
  expect(renderExpectation(slow, plainStyle)).toBe("ok    default with brlock: holds  (1,234 states, 12 s)");
  const text = "more_rounds with split_gets_first: violates SyncClean";
  expect(renderExpectation({ ...slow, text }, plainStyle)).toBe(`ok    ${text}  (1,234 states)`);
  const longer = "more_rounds with split_gets_first: violates SumIsExactly";
  expect(renderExpectation({ ...slow, text: longer }, plainStyle)).toBe(`ok    ${longer}
          (1,234 states)`);
});

test("one that is not says where it stands and what came out", () => {
  const found = "SyncClean is violated: 9 states, 8 steps";
  expect(renderExpectation({ ...outcome, passed: false, found, distinct: 1 }, plainStyle)).toBe(
    [
      "FAIL  default with brlock: holds",
      "      specs/mount/torn_sum.qsc:88:1: SyncClean is violated: 9 states, 8",
      "          steps  (1 state)",
    ].join("\n"),
  );
});

test("nothing is said of a search that never began", () => {
  const found = "S001 unknown name `Wrong`";
  expect(renderExpectation({ ...outcome, passed: false, found, distinct: null }, plainStyle)).toBe(
    "FAIL  default with brlock: holds\n      specs/mount/torn_sum.qsc:88:1: S001 unknown name `Wrong`",
  );
});

test("the tally", () => {
  expect(renderTally(1234, 0)).toBe("1,234 passed, 0 failed");
});
