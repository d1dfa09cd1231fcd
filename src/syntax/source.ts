/** A text that was read: its name as the user gave it, and its characters. */
export class Source {
  #lineStarts: readonly number[] | undefined;

  constructor(
    /** The path or name shown to the user. */
    readonly name: string,
    readonly text: string,
  ) {}

  /** Offset → 1-based line and column (columns count UTF-16 units, as editors do). */
  position(offset: number): { line: number; column: number } {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  /** The text of a 1-based line, without its line end. */
  line(number: number): string {
    const starts = this.lineStarts();
    const start = starts[number - 1];
    if (start === undefined) return "";
    const end = starts[number] ?? this.text.length;
    return this.text.slice(start, end).replace(/\r?\n$/, "");
  }

  private lineStarts(): readonly number[] {
    if (this.#lineStarts === undefined) {
      const starts = [0];
      for (let i = this.text.indexOf("\n"); i >= 0; i = this.text.indexOf("\n", i + 1)) starts.push(i + 1);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}

/** A half-open range [start, end) of offsets in a source. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** `file:line:column` of a span's first character, as editors and compilers write it. */
export function location(span: Span): string {
  const { line, column } = span.source.position(span.start);
  return `${span.source.name}:${line}:${column}`;
}

/** The smallest span that covers both; they must lie in the same source. */
export function cover(first: Span, last: Span): Span {
  return {
    source: first.source,
    start: Math.min(first.start, last.start),
    end: Math.max(first.end, last.end),
  };
}

/** The characters that a span covers. */
export function textOf(span: Span): string {
  return span.source.text.slice(span.start, span.end);
}

/** What source text consists of outside block comments and inside them, where nothing but their marks counts. */
const OUTSIDE = /\(\*|\\\*[^\r\n]*|"(?:[^"\\\r\n]|\\.)*"|./sy;
const INSIDE = /\(\*|\*\)|./sy;

/** Source text with a blank for each comment, block comments within block comments included. */
export function withoutComments(text: string): string {
  let kept = "";
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const pattern = depth > 0 ? INSIDE : OUTSIDE;
    pattern.lastIndex = at;
    const piece = pattern.exec(text)![0];
    at += piece.length;
    if (piece === "(*") depth++;
    else if (depth === 0) kept += piece.startsWith("\\*") ? " " : piece;
    else if (piece === "*)" && --depth === 0) kept += " ";
  }
  return kept;
}

/** A text on one line: control characters and runs of blanks become one space. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
