/** A module's text with the translation of its algorithm in it. */
import type { Source } from "../syntax/source.js";
import { type Checksums, checksumsOf } from "./checksum.js";
import { type Layout, layoutOf, lineOfCommentEnd } from "./layout.js";
import { type Line, textOfLine } from "./lines.js";
import type { TranslationOptions } from "./options.js";
import { type Translation, translateAlgorithm } from "./translate.js";

/** A text that was translated. */
export interface TranslatedText {
  readonly text: string;
  readonly translation: Translation;
  /** What was replaced: this range of the old text, by this range of the new one. */
  readonly replaced: { readonly start: number; readonly end: number; readonly newEnd: number };
  /** The lines of the translation, and the offsets in the new text at which they start. */
  readonly lines: readonly { readonly line: Line; readonly start: number }[];
}

/**
 * Translates the algorithm of a module and puts the translation where the old one stands, or behind the comment of
 * the algorithm. The rest of the text stays as it is.
 * @throws SpecError with everything that is wrong with the algorithm
 */
export function translateText(source: Source, options: TranslationOptions): TranslatedText {
  const layout = layoutOf(source);
  // Where the translation is to go must be clear before anything else.
  const insertion = layout.region === null ? lineOfCommentEnd(layout) : null;
  const translation = translateAlgorithm(layout, options);
  const eol = lineEnd(source.text);
  const frame =
    insertion === null ? existing(layout, translation) : inserted(layout, insertion, translation, eol);
  const { start, end, before, after } = frame;
  let at = start + before.length;
  const lines = translation.lines.map((line) => {
    const placed = { line, start: at };
    at += textOfLine(line).length + eol.length;
    return placed;
  });
  const body = translation.lines.map((line) => textOfLine(line) + eol).join("");
  const middle = before + body + after;
  return {
    text: source.text.slice(0, start) + middle + source.text.slice(end),
    translation,
    replaced: { start, end, newEnd: start + middle.length },
    lines,
  };
}

/** The range that is replaced, and what stands in it around the translation. */
interface Frame {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** An old translation is replaced, with the checksums in the line before it, if there are any. */
function existing({ source, lines, region }: Layout, { checksums }: Translation): Frame {
  const line = lines[region!.begin]!;
  const text = source.text.slice(line.start, line.end);
  return {
    start: line.start,
    end: lines[region!.end]!.start,
    before: renewed(text, checksumsOf(text), checksums) + source.text.slice(line.end, line.next),
    after: "",
  };
}

function renewed(line: string, old: Checksums | null, checksums: Translation["checksums"]): string {
  if (old === null) return line;
  // From right to left, so that offsets stay right.
  let text = line;
  if (old.translation !== null) {
    text = text.slice(0, old.translation.start) + checksums.translation + text.slice(old.translation.end);
  }
  if (old.algorithm !== null) {
    text = text.slice(0, old.algorithm.start) + checksums.algorithm + text.slice(old.algorithm.end);
  }
  return text;
}

function inserted({ source, lines }: Layout, line: number, { checksums }: Translation, eol: string): Frame {
  const { end, next } = lines[line]!;
  const sums = `(chksum(pcal) = "${checksums.algorithm}" /\\ chksum(tla) = "${checksums.translation}")`;
  return {
    start: next,
    end: next,
    before: `${end === next ? eol : ""}\\* BEGIN TRANSLATION ${sums}${eol}`,
    // The blank at the end is what the TLA+ tools write.
    after: `\\* END TRANSLATION ${end === next && source.text.endsWith(eol) ? "" : eol}`,
  };
}

/** The line end that a text uses most. */
function lineEnd(text: string): string {
  const windows = text.split("\r\n").length - 1;
  const all = text.split("\n").length - 1;
  return windows > all - windows ? "\r\n" : "\n";
}
