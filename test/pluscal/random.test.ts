/** Random algorithms: what is translated is TLA+ in which every name means something, and is translated once only. */
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/modules/config.js";
import { loadProgram, standardOnly } from "../../src/modules/load.js";
import { translateText } from "../../src/pluscal/file.js";
import { DEFAULT_OPTIONS } from "../../src/pluscal/options.js";
import { staleness } from "../../src/pluscal/stale.js";
import { buildModel } from "../../src/semantics/build-model.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { Source } from "../../src/syntax/source.js";
import { randomModule } from "./random-algorithms.js";

const COUNT = 120;

/** The translated text of a random module, or the codes of what is wrong with it. */
function translation(seed: number, label: boolean): { text: string | null; codes: readonly string[] } {
  const source = new Source("M.tla", randomModule(seed, "M"));
  try {
    return { text: translateText(source, { ...DEFAULT_OPTIONS, label }).text, codes: [] };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { text: null, codes: error.diagnostics.map(({ code }) => code) };
  }
}

const texts = Array.from({ length: COUNT }, (_, seed) => ({ seed, ...translation(seed, true) }));

describe("random algorithms", () => {
  it("are translated in most cases, and refused for labels and assignments only", () => {
    const refused = texts.filter(({ text }) => text === null);
    expect(refused.length).toBeLessThan(COUNT / 2);
    const codes = new Set(refused.flatMap((each) => each.codes));
    expect([...codes].filter((code) => !["P108", "P109", "P118"].includes(code))).toEqual([]);
  });

  it("lack labels in some cases", () => {
    const strict = texts.map(({ seed }) => translation(seed, false).codes);
    expect(strict.filter((codes) => codes.includes("P105")).length).toBeGreaterThan(COUNT / 20);
  });

  it("have translations that are left alone when they are fresh", () => {
    for (const { text } of texts) {
      if (text === null) continue;
      const source = new Source("M.tla", text);
      expect(translateText(source, { ...DEFAULT_OPTIONS, label: true }).text).toBe(text);
    }
  });

  it("have translations whose every name means something", () => {
    const config = new Source("M.cfg", "SPECIFICATION Spec\nCONSTANTS N = 2 defaultInitValue = d\n");
    for (const { text, seed } of texts) {
      if (text === null) continue;
      const program = loadProgram(new Source("M.tla", text), standardOnly);
      expect(
        () => buildModel(program, parseConfig(config), { safetyOnly: true }),
        `seed ${seed}`,
      ).not.toThrow();
    }
  });

  it("are not stale right after they were translated", () => {
    for (const { seed } of texts) {
      const { text } = translation(seed, false);
      if (text !== null) expect(staleness(new Source("M.tla", text))).toEqual([]);
    }
  });
});
