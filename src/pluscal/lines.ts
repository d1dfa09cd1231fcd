/** Lines of a translation, put together from pieces that know where in the algorithm they come from. */
import type { Span } from "../syntax/source.js";
import { type Formula, imageOf, isEmpty, widthOf } from "./formula.js";

/** A piece of a line; `origin` is null for what belongs to the algorithm as a whole. */
export interface Piece {
  readonly text: string;
  readonly origin: Span | null;
}

/** A line from left to right. */
export type Line = readonly Piece[];

/** So many blanks; none for a negative number. */
export function blanks(count: number): string {
  return " ".repeat(Math.max(0, count));
}

/** The columns that a line takes. */
export function widthOfLine(line: Line): number {
  return line.reduce((sum, { text }) => sum + text.length, 0);
}

/** The characters of a line. */
export function textOfLine(line: Line): string {
  return line.map(({ text }) => text).join("");
}

/** Writes lines one after the other; the last one stays open until it is ended. */
export class LineWriter {
  readonly #lines: Line[] = [];
  #open: Piece[] = [];

  /** @param origin what pieces come from that name nothing else. */
  constructor(private readonly origin: Span | null = null) {}

  /** Where the next piece begins. */
  get column(): number {
    return widthOfLine(this.#open);
  }

  write(text: string, origin: Span | null = this.origin): this {
    if (text !== "") this.#open.push({ text, origin });
    return this;
  }

  /** Puts pieces that exist already into the open line. */
  put(pieces: Line): this {
    this.#open.push(...pieces);
    return this;
  }

  /** An expression from the column at hand on; its further rows stand under its first. */
  formula(formula: Formula): this {
    if (isEmpty(formula)) return this;
    const indent = this.column;
    formulaLines(formula, this.origin).forEach((line, i) => {
      if (i > 0) {
        // Empty rows stay.
        this.#lines.push(this.#open);
        this.#open = [];
        this.write(blanks(indent));
      }
      this.put(line);
    });
    return this;
  }

  /** Ends the open line; nothing if it is empty. */
  end(): this {
    if (this.#open.length > 0) {
      this.#lines.push(this.#open);
      this.#open = [];
    }
    return this;
  }

  /** One line by itself; an empty text is an empty line. */
  line(text: string, origin: Span | null = this.origin): this {
    this.end();
    this.#lines.push(text === "" ? [] : [{ text, origin }]);
    return this;
  }

  lines(lines: readonly Line[]): this {
    this.end();
    this.#lines.push(...lines);
    return this;
  }

  finish(): readonly Line[] {
    this.end();
    return this.#lines;
  }
}

/** The rows of an expression as lines. */
export function formulaLines(formula: Formula, origin: Span | null): readonly Line[] {
  return formula.map((row) => {
    let column = 0;
    return row.flatMap((token) => {
      const gap = blanks(token.column - column);
      column = Math.max(column, token.column) + widthOf(token);
      const own = { text: imageOf(token), origin: token.origin ?? origin };
      return gap === "" ? [own] : [{ text: gap, origin: token.origin ?? origin }, own];
    });
  });
}

/** The rows of an expression as texts. */
export function formulaTexts(formula: Formula): readonly string[] {
  return formulaLines(formula, null).map(textOfLine);
}
