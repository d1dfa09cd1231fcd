/**
 * Every case of the corpus as a test of its own; printed trees must be parsed to the same trees again.
 * With UPDATE_CORPUS=1 cases without an expectation get what the parser gives; read it before you keep it.
 */
import { describe, expect, it } from "vitest";
import { fillIn, outcomeOf, readCorpus } from "./corpus.js";

if (process.env.UPDATE_CORPUS) for (const file of readCorpus()) fillIn(file);

const corpus = readCorpus();

for (const { name, cases } of corpus) {
  describe(name, () => {
    for (const { title, kind, input, expected } of cases) {
      it(title, () => {
        const outcome = outcomeOf(kind, input);
        expect(outcome.text).toBe(expected);
        if (outcome.kind === "tree") {
          expect(outcomeOf(kind, outcome.printed).text, outcome.printed).toBe(outcome.text);
        }
      });
    }
  });
}

describe("the corpus", () => {
  it("has at least 300 cases, no two of a file with the same title", () => {
    expect(corpus.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(300);
    for (const { cases } of corpus) {
      expect(new Set(cases.map(({ title }) => title)).size).toBe(cases.length);
    }
  });
});
