/** What the tests of PlusCal share. */
import { type ModuleFinder, standardOnly } from "../../src/modules/load.js";
import { translateText } from "../../src/pluscal/file.js";
import { parseTranslated } from "../../src/pluscal/module.js";
import { DEFAULT_OPTIONS, type TranslationOptions } from "../../src/pluscal/options.js";
import { Source } from "../../src/syntax/source.js";

/** A finder that finds the standard modules only, and translates what it reads. */
export function translating(options: Partial<TranslationOptions> = {}): ModuleFinder {
  const all = { ...DEFAULT_OPTIONS, ...options };
  return { ...standardOnly, read: (source) => parseTranslated(source, all) };
}

/** A text with the translation of its algorithm in it. */
export function translated(text: string, options: Partial<TranslationOptions> = {}): string {
  return translateText(new Source("M.tla", text), { ...DEFAULT_OPTIONS, ...options }).text;
}

/** A module `M` around units and an algorithm in a comment. */
export function moduleOf(algorithm: string, before = "", after = ""): string {
  return `---- MODULE M ----\nEXTENDS Naturals, Sequences, TLC\n${before}(* ${algorithm} *)\n${after}====\n`;
}
