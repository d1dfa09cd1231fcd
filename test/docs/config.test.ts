/** Runs the examples of docs/config.md, and says when a word is missing in it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { check } from "../../src/index.js";
import { CONFIG_KEYWORDS } from "../../src/modules/config.js";
import { fencesOf } from "./examples.js";

const page = readFileSync(new URL("../../docs/config.md", import.meta.url), "utf8");
const fences = fencesOf(page);

describe("modules with a configuration", () => {
  fences.forEach((fence, index) => {
    const { info } = fence;
    if (fence.language !== "tla") return;
    it(`line ${fence.line}: ${info.get("module")}`, async () => {
      const config = fences[index + 1]!;
      expect(config.language).toBe("cfg");
      const { result } = await check({
        name: `${info.get("module")}.tla`,
        text: fence.text,
        config: { name: "example.cfg", text: config.text },
      });
      const [violation] = result.violations;
      const property = violation?.property ?? null;
      expect(property === null ? result.verdict : `${result.verdict}:${property}`).toBe(info.get("verdict"));
      if (info.has("distinct")) expect(String(result.states.distinct)).toBe(info.get("distinct"));
      const reduced = result.warnings.map(({ code }) => code).filter((code) => code.startsWith("W01"));
      expect(reduced.join()).toBe(info.get("warns") ?? "");
      if (info.has("alias")) {
        const shown = violation!.trace.map(({ alias }) => alias?.map(({ name }) => name).join());
        expect(new Set(shown)).toEqual(new Set([info.get("alias")]));
      }
    });
  });
});

describe("the page", () => {
  it("has every keyword", () => {
    for (const keyword of CONFIG_KEYWORDS) expect(page).toMatch(new RegExp(`\`[^\`]*\\b${keyword} `));
  });

  it("has no other examples", () => {
    expect(fences.filter(({ language }) => language !== "tla" && language !== "cfg")).toEqual([]);
    expect(fences.length % 2).toBe(0);
  });
});
