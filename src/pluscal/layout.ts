/** Where an algorithm, its options and its translation stand in the text of a module. */
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import type { Source, Span } from "../syntax/source.js";

/** A line of the text, its end not included. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
}

/** The lines between which a translation stands, by their numbers from 0 on. */
export interface Region {
  readonly begin: number;
  readonly end: number;
}

/** A text with an algorithm, taken apart. */
export interface Layout {
  readonly source: Source;
  readonly lines: readonly Line[];
  /** Where the translation stands; null if there is none yet. */
  readonly region: Region | null;
  /** Offset behind the word that begins the algorithm: `--algorithm`, or the `algorithm` of `--fair algorithm`. */
  readonly start: number;
  readonly fair: boolean;
  /** The word that begins the algorithm. */
  readonly word: Span;
}

const PLAIN = "--algorithm";
const FAIR = "--fair";

/** The lines of a text; a line end may be of any kind. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const ends = /\r\n|\n|\r/g;
  let start = 0;
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    lines.push({ start, end: match.index, next: ends.lastIndex });
    start = ends.lastIndex;
  }
  if (start < text.length) lines.push({ start, end: text.length, next: text.length });
  return lines;
}

/** The line on which two words follow one another, from a line on; -1 if there is none. */
function lineWith(
  source: Source,
  lines: readonly Line[],
  from: number,
  first: string,
  second: string,
): number {
  return lines.findIndex(({ start, end }, i) => {
    if (i < from) return false;
    const text = source.text.slice(start, end);
    const at = text.indexOf(first);
    if (at < 0) return false;
    const gap = /^[ \t]*/.exec(text.slice(at + first.length))![0].length;
    return at + first.length + gap === text.indexOf(second);
  });
}

/** Whether a text may hold an algorithm; a spec has processes of its own and no algorithms. */
export function mentionsAlgorithm({ name, text }: Source): boolean {
  return !name.endsWith(".qsc") && (text.includes(PLAIN) || /--fair[ \t\r\n]+algorithm\b/.test(text));
}

/** Where a translation stands, or null. An end without a beginning is none. */
export function regionOf(source: Source, lines: readonly Line[]): Region | null | "open" {
  const begin = lineWith(source, lines, 0, "BEGIN", "TRANSLATION");
  if (begin < 0) return null;
  const end = lineWith(source, lines, begin + 1, "END", "TRANSLATION");
  return end < 0 ? "open" : { begin, end };
}

/**
 * Finds the algorithm of a module and its translation.
 * @throws SpecError if there is no algorithm, or the translation has no end
 */
export function layoutOf(source: Source): Layout {
  const lines = linesOf(source.text);
  const region = regionOf(source, lines);
  if (region === "open") {
    const line = lines[lineWith(source, lines, 0, "BEGIN", "TRANSLATION")]!;
    throw error("P101", "this translation has no end", { source, start: line.start, end: line.end }, [
      "a line `\\* END TRANSLATION` must follow",
    ]);
  }
  for (const [i, line] of lines.entries()) {
    if (region !== null && i > region.begin && i < region.end) continue;
    const text = source.text.slice(line.start, line.end);
    const plain = text.indexOf(PLAIN);
    const at = plain >= 0 ? plain : text.indexOf(FAIR);
    if (at < 0) continue;
    const start = line.start + at;
    const end = start + (plain >= 0 ? PLAIN : FAIR).length;
    const word: Span = { source, start, end };
    if (plain >= 0) return { source, lines, region, start: end, fair: false, word };
    const rest = /^(\s*)algorithm(?![A-Za-z0-9_])/.exec(source.text.slice(end));
    if (rest === null) {
      throw error("P102", "`--fair` must be followed by `algorithm`", word, [
        "an algorithm begins with `--algorithm Name` or `--fair algorithm Name`",
      ]);
    }
    return { source, lines, region, start: end + rest[0].length, fair: true, word };
  }
  const span: Span = { source, start: 0, end: Math.min(1, source.text.length) };
  throw error("P102", "there is no algorithm in this file", span, [
    "an algorithm stands in a comment and begins with `--algorithm Name` or `--fair algorithm Name`",
  ]);
}

function error(code: string, message: string, span: Span, notes: readonly string[]): SpecError {
  const diagnostic: Diagnostic = { code, severity: "error", message, span, notes };
  return new SpecError([diagnostic]);
}

/**
 * The text of an algorithm for the lexer: everything before it blanked out, so that offsets and columns stay those of
 * the file, up to the end of the comment that it stands in. An older translation within is blanked out as well.
 */
export function algorithmText({ source, start, lines, region }: Layout): string {
  const before = blank(source.text.slice(0, start));
  const text = source.text.slice(start, endOfComment(source.text, start) ?? source.text.length);
  if (region === null) return before + text;
  const from = lines[region.begin]!.next;
  const to = lines[region.end]!.start;
  if (from < start || from > start + text.length) return before + text;
  const whole = before + text;
  return whole.slice(0, from) + blank(whole.slice(from, to)) + whole.slice(to);
}

function blank(text: string): string {
  return text.replace(/[^\r\n\t]/g, " ");
}

/** Pieces in which a comment's end does not count, the end itself, and everything else. */
const PIECES = /\(\*|\*\)|\\\*[^\r\n]*|"(?:[^"\\\r\n]|\\.)*"|[\s\S]/g;

/** Where the comment ends that a place stands in, strings and line comments in it passed over; null if nowhere. */
function endOfComment(text: string, start: number): number | null {
  PIECES.lastIndex = start;
  let depth = 0;
  for (let match = PIECES.exec(text); match !== null; match = PIECES.exec(text)) {
    if (match[0] === "(*") depth++;
    else if (match[0] === "*)" && depth-- === 0) return match.index;
  }
  return null;
}

/**
 * The number of the line on which the comment around the algorithm ends, where only its marks count.
 * @throws SpecError if the comment has no end, or something follows it on its line
 */
export function lineOfCommentEnd({ source, start, lines, word }: Layout): number {
  const marks = /\(\*|\*\)/g;
  marks.lastIndex = start;
  let depth = 1;
  for (let match = marks.exec(source.text); match !== null; match = marks.exec(source.text)) {
    depth += match[0] === "(*" ? 1 : -1;
    if (depth > 0) continue;
    const end = marks.lastIndex;
    const number = lines.findIndex((line) => end <= line.next);
    const rest = source.text.slice(end, lines[number]!.end);
    if (rest.trim() === "" || rest.trim().startsWith("\\*")) return number;
    throw error(
      "P103",
      "something follows the comment of the algorithm on its line",
      { source, start: end, end: end + rest.trimEnd().length },
      ["the translation is put on the lines after it"],
    );
  }
  throw error("P103", "the comment around this algorithm has no end", word, [
    "write `*)` after the algorithm",
  ]);
}
