/** Every case of test/pluscal/cases as a test of its own. */
import { describe, expect, it } from "vitest";
import { casesOf, outcomeOf } from "./cases.js";

for (const file of [
  "sequential.txt",
  "processes.txt",
  "procedures.txt",
  "options.txt",
  "differences.txt",
  "errors.txt",
]) {
  const cases = casesOf(file);
  describe(file, () => {
    for (const { title, input, expected } of cases) {
      it(title, () => {
        expect(expected).not.toBe("");
        expect(outcomeOf(input)).toBe(expected);
      });
    }

    it("has no two cases with the same title", () => {
      expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
    });
  });
}
