/**
 * The cases in test/pluscal/cases: text files of algorithms, each with a title line `# title`, the algorithm, a line
 * `==>`, and what comes of it: its translation, or the diagnostics as `render` writes them.
 * Text before the first title says what the file is about.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { translateText } from "../../src/pluscal/file.js";
import { DEFAULT_OPTIONS } from "../../src/pluscal/options.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { renderDiagnostics } from "../../src/syntax/render.js";
import { Source } from "../../src/syntax/source.js";

export interface Case {
  readonly title: string;
  readonly input: string;
  /** Empty where nobody has written down yet what is right. */
  readonly expected: string;
}

const ARROW = "==>";

/** The cases of a file. With UPDATE_CORPUS=1 those without an expectation get what comes of them; read it before you keep it. */
export function casesOf(name: string): readonly Case[] {
  const path = join(import.meta.dirname, "cases", name);
  const text = readFileSync(path, "utf8");
  const [preamble = "", ...parts] = text.split(/^# /m);
  const cases = parts.map((part) => {
    const [title = "", ...lines] = part.split("\n");
    const arrow = lines.indexOf(ARROW);
    if (arrow < 0) throw new Error(`${path}: "${title}" has no line ${ARROW}`);
    const input = lines.slice(0, arrow).join("\n");
    return {
      title,
      input,
      expected: lines
        .slice(arrow + 1)
        .join("\n")
        .trim(),
    };
  });
  if (!process.env.UPDATE_CORPUS) return cases;
  const filled = cases.map((each) => ({ ...each, expected: each.expected || outcomeOf(each.input) }));
  const blocks = filled.map(({ title, input, expected }) => `# ${title}\n${input}\n${ARROW}\n${expected}\n`);
  writeFileSync(path, [preamble, ...blocks].join("\n").replace(/^\n/, ""));
  return filled;
}

/** A module around an algorithm, which begins on its third line. */
export function framed(algorithm: string): string {
  return `---- MODULE Case ----\nEXTENDS Naturals, Sequences, TLC\n(* ${algorithm}\n*)\n====\n`;
}

/** The translation of an algorithm with the lines around it, or what is wrong with it. */
export function outcomeOf(algorithm: string): string {
  try {
    const { text } = translateText(new Source("Case.tla", framed(algorithm)), DEFAULT_OPTIONS);
    return text.slice(text.indexOf("\\* BEGIN"), text.indexOf("\\* END")).trimEnd();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return renderDiagnostics(error.diagnostics);
  }
}
