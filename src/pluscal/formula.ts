/**
 * Expressions of an algorithm as their writer laid them out: rows of tokens, each with its column.
 * A translation keeps that layout. Where a name is replaced by something longer, what follows moves to the right,
 * and rows that stand under what moved move with it, so that lists of `/\` and `\/` stay lists.
 */
import type { Span } from "../syntax/source.js";

/** A token and where it stands in its row. */
export interface Token {
  /** As written; a string without its quotes. */
  readonly text: string;
  readonly kind: TokenKind;
  /** From 0 on. */
  readonly column: number;
  /** What it comes from in the algorithm; null for what a translation adds. */
  readonly origin: Span | null;
}

/** What a token is to a translation. */
export type TokenKind =
  | "name"
  | "string"
  | "number"
  | "symbol"
  /** `pc` and `stack`, used by the translation itself: one for each process where there are processes. */
  | "control"
  /** `defaultInitValue`, the value of a variable that is given none. */
  | "default";

/** Rows from top to bottom; rows without a token are empty lines within the expression. */
export type Formula = readonly (readonly Token[])[];

/** No expression at all: the left side of `x := e` selects no part of x. */
export const EMPTY: Formula = [];

/** The columns that a token takes. */
export function widthOf({ text, kind }: Token): number {
  return kind === "string" ? text.length + 2 : text.length;
}

/** A token as it is written. */
export function imageOf({ text, kind }: Token): string {
  return kind === "string" ? `"${text}"` : text;
}

/** Whether there is no token. */
export function isEmpty(formula: Formula): boolean {
  return formula.length === 0;
}

/** A token on its own, or null if the formula has several or none. */
export function onlyToken(formula: Formula): Token | null {
  const [row] = formula;
  return formula.length === 1 && row?.length === 1 ? row[0]! : null;
}

/** Tokens on one row with `gap` blanks between them; columns given are not looked at. */
export function inOneRow(tokens: readonly Omit<Token, "column">[], gap = 0): Formula {
  let column = 0;
  return [
    tokens.map((token) => {
      const placed = { ...token, column };
      column += widthOf(placed) + gap;
      return placed;
    }),
  ];
}

/** Without empty rows at either end, its leftmost row moved to column 0. */
export function normalize(formula: Formula): Formula {
  const first = formula.findIndex((row) => row.length > 0);
  if (first < 0) return EMPTY;
  const rows = formula.slice(first, formula.findLastIndex((row) => row.length > 0) + 1);
  const left = Math.min(...rows.map((row) => row[0]?.column ?? Number.POSITIVE_INFINITY));
  return left === 0 ? rows : rows.map((row) => shift(row, -left));
}

/** A row moved to the right by so many columns. */
function shift(row: readonly Token[], by: number): readonly Token[] {
  return by === 0 ? row : row.map((token) => ({ ...token, column: token.column + by }));
}

/** `before` and then `after`, which begins `gap` blanks behind it on its last row. */
export function joined(before: Formula, after: Formula, gap: number): Formula {
  const last = before.at(-1)?.at(-1);
  const [row = [], ...rest] = after;
  if (last === undefined) return after;
  const by = last.column + widthOf(last) + gap;
  const moved = new Map<Token, number>(row.map((token) => [token, token.column + by]));
  const marks = anchors(after);
  const others = rest.map((each, i) => {
    const mark = marks[i + 1];
    const shifted = shift(each, mark ? moved.get(mark)! - mark.column : 0);
    each.forEach((token, k) => {
      moved.set(token, shifted[k]!.column);
    });
    return shifted;
  });
  return [...before.slice(0, -1), [...before.at(-1)!, ...shift(row, by)], ...others];
}

/** What stands in place of a token; null to keep it. */
export type Replacement = (token: Token) => Formula | null;

/**
 * Replaces tokens, but not the names of fields: those after `.`, and before `|->` and `:` in brackets.
 * @param parenthesize whether a replacement of several tokens gets parentheses, unless it is all there is.
 */
export function substitute(formula: Formula, find: Replacement, parenthesize: boolean): Formula {
  const tokens = replaceable(formula);
  const only = onlyToken(formula);
  if (only !== null) {
    const whole = tokens.has(only) ? find(only) : null;
    return whole === null ? formula : normalize(whole);
  }
  const marks = anchors(formula);
  const moved = new Map<Token, number>();
  const rows: (readonly Token[])[] = [];
  formula.forEach((row, i) => {
    const mark = marks[i];
    let by = mark ? moved.get(mark)! - mark.column : 0;
    let line: Token[] = [];
    for (const token of row) {
      const column = token.column + by;
      moved.set(token, column);
      const found = tokens.has(token) ? find(token) : null;
      if (found === null) {
        line.push({ ...token, column });
        continue;
      }
      const [first = [], ...others] = placed(found, column, token, parenthesize);
      line.push(...first);
      for (const other of others) {
        rows.push(line);
        line = [...other];
      }
      const last = line.at(-1)!;
      by = last.column + widthOf(last) - (token.column + widthOf(token));
    }
    rows.push(line);
  });
  return rows;
}

/** A replacement at a column, parenthesised where that is asked for and it has several tokens. */
function placed(found: Formula, column: number, token: Token, parenthesize: boolean): Formula {
  const normal = normalize(found);
  const single = onlyToken(normal);
  if (single !== null) return [[{ ...single, column }]];
  if (!parenthesize)
    return joined([[{ ...token, text: "", kind: "symbol", column }]], normal, 0).map(withoutBlank);
  const open: Token = { text: "(", kind: "symbol", column, origin: token.origin };
  const inside = joined([[open]], normal, 0);
  const last = inside.at(-1)!.at(-1)!;
  const close: Token = {
    text: ")",
    kind: "symbol",
    column: last.column + widthOf(last),
    origin: token.origin,
  };
  return [...inside.slice(0, -1), [...inside.at(-1)!, close]];
}

function withoutBlank(row: readonly Token[]): readonly Token[] {
  return row.filter(({ text, kind }) => text !== "" || kind === "string");
}

/** For each row the token above that it stands under: it moves when that token moves. */
function anchors(formula: Formula): readonly (Token | null)[] {
  return formula.map((row, i) => {
    const column = row[0]?.column;
    if (column === undefined) return null;
    for (let above = i - 1; above >= 0; above--) {
      const candidates = formula[above]!;
      if (candidates.length === 0 || candidates[0]!.column > column) continue;
      let mark = candidates[0]!;
      for (const token of candidates.slice(1)) {
        if (token.column > column) break;
        mark = token;
      }
      return mark;
    }
    return null;
  });
}

const BEFORE_FIELD: ReadonlySet<string> = new Set(["[", ","]);
const AFTER_FIELD: ReadonlySet<string> = new Set([":", "|->", "↦"]);

/** The tokens that are not names of fields, nor strings. */
function replaceable(formula: Formula): ReadonlySet<Token> {
  const tokens = formula.flat();
  const found = new Set<Token>();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === "string") continue;
    const later = tokens[i + 2];
    if (token.text === ".") i += 1;
    else if (BEFORE_FIELD.has(token.text) && later && later.kind !== "string" && AFTER_FIELD.has(later.text))
      i += 2;
    else found.add(token);
  }
  return found;
}

/** The distinct texts of the tokens that a test picks. */
export function textsOf(formula: Formula, picks: (token: Token) => boolean): ReadonlySet<string> {
  return new Set(
    formula
      .flat()
      .filter(picks)
      .map(({ text }) => text),
  );
}
