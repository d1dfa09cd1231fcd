import type { Diagnostic, Severity } from "./diagnostic.js";
import { location, type Span, textOf } from "./source.js";

/** How parts of a message are made to stand out: escape sequences on a terminal, nothing elsewhere. */
export interface Style {
  error(text: string): string;
  warning(text: string): string;
  note(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

const asIs = (text: string) => text;

/** The style of files, pipes and tests: every text as it is. */
export const plainStyle: Style = { error: asIs, warning: asIs, note: asIs, bold: asIs, dim: asIs };

/** Columns of the source line that are shown; longer lines are cut around the span. */
const SHOWN = 92;
const TAB = 8;

/**
 * One diagnostic as text, without a final line end:
 *
 *     file.tla:3:10: error G002: unknown operator `\uinon`
 *         3 | Both == a \uinon b
 *           |          ^^^^^^
 *       note: …
 *       fix: replace `\uinon` by `\union`
 *
 * The line under the source line marks the span; of a span of several lines it marks the first.
 */
export function renderDiagnostic(diagnostic: Diagnostic, style: Style = plainStyle): string {
  const { code, severity, message, span, notes = [], fix } = diagnostic;
  const paint = painter(severity, style);
  const place = span ? `${style.bold(`${printable(location(span))}:`)} ` : "";
  const lines = [`${place}${paint(`${severity} ${code}:`)} ${printable(message)}`];
  if (span) lines.push(...excerpt(span, paint, style));
  for (const note of notes) lines.push(...hanging(style.note("note:"), "note: ".length, note));
  if (fix) lines.push(...hanging(style.note("fix:"), "fix: ".length, describeFix(fix)));
  return lines.join("\n");
}

/** Several diagnostics, one after the other in the order given, an empty line between them. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], style: Style = plainStyle): string {
  return diagnostics.map((d) => renderDiagnostic(d, style)).join("\n\n");
}

function painter(severity: Severity, style: Style): (text: string) => string {
  switch (severity) {
    case "error":
      return style.error;
    case "warning":
      return style.warning;
    case "note":
      return style.note;
    default:
      return severity satisfies never;
  }
}

/** The span's first source line with its number, and the marks under it. */
function excerpt(span: Span, paint: (text: string) => string, style: Style): string[] {
  const { source } = span;
  const { line, column } = source.position(span.start);
  const whole = source.line(line);
  // Of a line without end (generated text, junk) only the surroundings of the span are looked at.
  const skipped = Math.max(0, column - 1 - 3 * SHOWN);
  const text = whole.slice(skipped, column - 1 + 3 * SHOWN);
  const start = column - 1 - skipped;
  const end = Math.max(Math.min(start + span.end - span.start, text.trimEnd().length), start);
  const { shown, from, to } = cut(cells(text), start, end);
  const number = String(line).padStart(5);
  return [
    `${style.dim(`${number} |`)} ${shown}`.trimEnd(),
    `${style.dim(`${" ".repeat(number.length)} |`)} ${" ".repeat(from)}${paint("^".repeat(Math.max(1, to - from)))}`,
  ];
}

/** One character of a source line as it is shown. */
interface Cell {
  readonly offset: number;
  readonly text: string;
  readonly width: number;
}

/** Takes a line apart so that every character has a known width: tabs become blanks, controls a sign. */
function cells(line: string): Cell[] {
  const result: Cell[] = [];
  let offset = 0;
  let column = 0;
  for (const character of line) {
    const text = character === "\t" ? " ".repeat(TAB - (column % TAB)) : printable(character);
    const width = character === "\t" ? text.length : widthOf(text);
    result.push({ offset, text, width });
    offset += character.length;
    column += width;
  }
  return result;
}

/** Cuts a line that is too long so that the marked part is seen; `from` and `to` are where the marks go. */
function cut(line: readonly Cell[], start: number, end: number): { shown: string; from: number; to: number } {
  const column = (offset: number) => total(line.filter((cell) => cell.offset < offset));
  const from = column(start);
  const to = column(end);
  const width = total(line);
  if (width <= SHOWN) return { shown: line.map((cell) => cell.text).join(""), from, to };

  const marked = Math.min(Math.max(to - from, 1), SHOWN - 2);
  const first = Math.max(0, Math.min(from - Math.floor((SHOWN - marked) / 2), width - SHOWN));
  const last = first + SHOWN;
  let shown = "";
  let at = 0;
  for (const cell of line) {
    if (at >= first && at + cell.width <= last) shown += cell.text;
    at += cell.width;
  }
  const before = first > 0 ? "…" : "";
  const after = last < width ? "…" : "";
  return {
    shown: before + shown + after,
    from: from - first + before.length,
    to: Math.min(to, last) - first + before.length,
  };
}

function total(line: readonly Cell[]): number {
  return line.reduce((sum, cell) => sum + cell.width, 0);
}

/** Columns that a character takes on a terminal: none for combining marks, two for wide scripts and pictures. */
function widthOf(character: string): number {
  if (/^\p{Mark}$/u.test(character)) return 0;
  if (
    /^(\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana})$/u.test(
      character,
    )
  ) {
    return 2;
  }
  return 1;
}

/** Control characters never reach the terminal: a spec must not be able to move its cursor. */
export function printable(text: string): string {
  return text.replace(/[\p{Control}\u2028\u2029]/gu, (c) => (c === "\n" ? c : "\u{FFFD}"));
}

/** A labelled remark, its further lines aligned under its first. */
function hanging(label: string, labelWidth: number, text: string): string[] {
  const [first = "", ...rest] = printable(text).split("\n");
  const indent = " ".repeat(2 + labelWidth);
  return [`  ${label} ${first}`, ...rest.map((line) => (line === "" ? "" : indent + line))];
}

function describeFix(fix: NonNullable<Diagnostic["fix"]>): string {
  const old = textOf(fix.span);
  if (old === "") return `insert ${quote(fix.text)} at ${placeOf(fix.span)}`;
  if (fix.text === "") return `delete ${quote(old)}`;
  if (old.includes("\n")) return `write ${quote(fix.text)}`;
  return `replace ${quote(old)} by ${quote(fix.text)}`;
}

function placeOf(span: Span): string {
  const { line, column } = span.source.position(span.start);
  return `line ${line}, column ${column}`;
}

function quote(text: string): string {
  return `\`${text}\``;
}
