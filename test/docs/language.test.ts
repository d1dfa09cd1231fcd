/** Runs the examples of docs/language.md, and says when its table of operators is stale. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OPERATORS } from "../../grammar/operators.js";
import { cellsOf, cellText, meet } from "../../src/cli/expectations.js";
import { check } from "../../src/index.js";
import { standardOnly } from "../../src/modules/load.js";
import { loadSpec } from "../../src/semantics/prepare.js";
import { Source } from "../../src/syntax/source.js";
import { expressionsOf, fencesOf, tableIn, tableOfOperators } from "./examples.js";

const page = readFileSync(new URL("../../docs/language.md", import.meta.url), "utf8");
const fences = fencesOf(page);

/** A module that asserts what a block of expressions claims of one of them. */
function moduleOf(definitions: string, claim: string): string {
  return [
    "---- MODULE Example ----",
    "EXTENDS Integers, Sequences, FiniteSets, Bags, TLC",
    definitions,
    `ASSUME ${claim}`,
    "====",
  ].join("\n");
}

describe("expressions", () => {
  for (const fence of fences.filter(({ language, info }) => language === "tla" && info.size === 0)) {
    const { definitions, expressions } = expressionsOf(fence.text);
    for (const { expression, value, error } of expressions) {
      it(`line ${fence.line}: ${expression} is ${value ?? `error ${error}`}`, async () => {
        const claim = value === null ? `(${expression}) = (${expression})` : `(${expression}) = (${value})`;
        const { result } = await check({
          name: "Example.tla",
          text: moduleOf(definitions, claim),
          config: { name: "Example.cfg", text: "" },
        });
        if (error === null) expect(result.verdict).toBe("ok");
        else expect(result.violations[0]?.error?.code).toBe(error);
      });
    }
  }
});

describe("modules and specs with a verdict", () => {
  fences.forEach((fence, index) => {
    const verdict = fence.info.get("verdict");
    if (verdict === undefined) return;
    it(`line ${fence.line}: ${verdict}`, async () => {
      const module = fence.info.get("module");
      const next = fences[index + 1];
      const { result } = await check({
        name: module === undefined ? "example.qsc" : `${module}.tla`,
        text: fence.text,
        config: next?.language === "cfg" ? { name: "example.cfg", text: next.text } : undefined,
      });
      const property = result.violations[0]?.property ?? null;
      expect(property === null ? result.verdict : `${result.verdict}:${property}`).toBe(verdict);
      expect(result.witnesses.filter(({ length }) => length === null && result.verdict === "ok")).toEqual([]);
    });
  });
});

describe("specs with expectations", () => {
  for (const fence of fences.filter(({ info }) => info.has("test"))) {
    const source = new Source("example.qsc", fence.text);
    const cells = cellsOf(loadSpec(source, standardOnly));
    it(`line ${fence.line}: expects something`, () => expect(cells).not.toEqual([]));
    for (const cell of cells) {
      it(`line ${fence.line}: ${cellText(cell)}`, async () => {
        const outcome = await meet(cell, {});
        expect(outcome.passed, outcome.found).toBe(true);
      });
    }
  }
});

describe("the page", () => {
  it("leaves no example out", () => {
    const known = fences.filter(
      ({ language, info }) =>
        (language === "tla" && (info.size === 0 || info.has("verdict"))) ||
        (language === "qsc" && (info.has("verdict") || info.has("test"))) ||
        language === "cfg" ||
        language === "text",
    );
    expect(fences.filter((fence) => !known.includes(fence))).toEqual([]);
  });

  it("has the operators of the grammar", () => {
    expect(tableIn(page)).toBe(tableOfOperators(OPERATORS));
  });
});
