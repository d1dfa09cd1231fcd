/** The corpus of expressions in test/eval/assume: each is worth what TLC says, or is the error that it is to be. */
import { describe, expect, it } from "vitest";
import { EvaluationError } from "../../src/explore/evaluator.js";
import { evaluatorOf } from "../support/model.js";
import { CONFIG, corpusFiles, EXTENDS, moduleText, readCorpus } from "./assume/cases.mjs";

const corpora = corpusFiles().map(readCorpus);

for (const corpus of corpora) {
  const { cases, file } = corpus;
  describe(file, () => {
    const units = cases.map(({ expression }, i) => `Case${i} == ToString(${expression})`);
    const { evaluator, model } = evaluatorOf(
      moduleText("M", EXTENDS, corpus, [...units, "ASSUME TRUE"]),
      CONFIG,
    );
    cases.forEach(({ expression, answer, line }, i) => {
      it(`${line}: ${expression}`, () => {
        const error = /^(E\d{3})(?: (.*))?$/.exec(answer!);
        if (error === null) {
          expect(evaluator.value(model.definitions.get(`Case${i}`)!.body, null)).toBe(answer);
          return;
        }
        const [, code, words = ""] = error;
        try {
          const value = evaluator.value(model.definitions.get(`Case${i}`)!.body, null);
          expect.fail(`it is no error, but ${value}`);
        } catch (thrown) {
          if (!(thrown instanceof EvaluationError)) throw thrown;
          expect(thrown.diagnostic.code).toBe(code);
          expect(thrown.diagnostic.message).toContain(words);
        }
      });
    });
  });
}

describe("the corpus", () => {
  it("has a thousand cases, each with an answer and none twice", () => {
    const all = corpora.flatMap(({ cases }) => cases);
    expect(all.length).toBeGreaterThan(1000);
    expect(all.filter(({ answer }) => answer === null)).toEqual([]);
    for (const { file, cases } of corpora) {
      const texts = cases.map(({ expression }) => expression);
      expect([file, texts.filter((text, i) => texts.indexOf(text) < i)]).toEqual([file, []]);
    }
  });
});
