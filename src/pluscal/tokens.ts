/** From the lexer's tokens to rows of tokens in their writer's layout. */
import type { CstNode, IToken } from "chevrotain";
import { NumberToken, StringToken } from "../../grammar/tokens.js";
import type { Source } from "../syntax/source.js";
import { type Formula, normalize, type Token, type TokenKind } from "./formula.js";

const NAME = /^[A-Za-z0-9_]*[A-Za-z][A-Za-z0-9_]*$/;

/** Words that are no names. */
const RESERVED: ReadonlySet<string> = new Set([
  ...["ASSUME", "ASSUMPTION", "AXIOM", "BOOLEAN", "CASE", "CONSTANT", "CONSTANTS", "EXCEPT", "EXTENDS"],
  ...["FALSE", "IF", "INSTANCE", "LOCAL", "MODULE", "OTHER", "STRING", "THEOREM", "TRUE", "VARIABLE"],
  ...["VARIABLES", "WITH", "WF_", "SF_", "CHOOSE", "ENABLED", "UNCHANGED", "SUBSET", "UNION", "DOMAIN"],
  ...["ELSE", "THEN", "LET", "IN", "_"],
]);

/** The tokens that a part of the parse tree spans, in their layout; `tokens` are all of the text. */
export function formulaOf(source: Source, tokens: readonly IToken[], node: CstNode): Formula {
  const range = rangeOf(node);
  if (range === null) return [];
  const from = indexAt(tokens, range.first);
  const to = indexAt(tokens, range.last);
  const rows: Token[][] = [];
  let line = tokens[from]!.startLine ?? 1;
  let row: Token[] = [];
  for (const token of tokens.slice(from, to + 1)) {
    for (; line < (token.startLine ?? line); line++) {
      rows.push(row);
      row = [];
    }
    row.push(...split(source, token));
  }
  rows.push(row);
  return normalize(rows);
}

/** Offsets of the first and the last token below a node. */
function rangeOf(node: CstNode): { first: number; last: number } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  const nodes: CstNode[] = [node];
  for (let next = nodes.pop(); next !== undefined; next = nodes.pop()) {
    for (const child of Object.values(next.children).flat()) {
      if ("image" in child) {
        // What stands for an aligned bullet has no place of its own.
        if (child.startLine === undefined) continue;
        first = Math.min(first, child.startOffset);
        last = Math.max(last, child.startOffset);
      } else nodes.push(child);
    }
  }
  return last < 0 ? null : { first, last };
}

/** The index of the token at an offset. */
function indexAt(tokens: readonly IToken[], offset: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.startOffset < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A token of the lexer, as several where the tools that read a translation see several: `1.5`, `::`. */
function split(source: Source, token: IToken): Token[] {
  const start = token.startOffset;
  const column = (token.startColumn ?? 1) - 1;
  if (token.tokenType === StringToken) {
    const origin = { source, start, end: start + token.image.length };
    return [{ text: token.image.slice(1, -1), kind: "string", column, origin }];
  }
  const parts =
    token.tokenType === NumberToken && token.image.includes(".")
      ? token.image.split(/(\.)/).filter((part) => part !== "")
      : token.image === "::"
        ? [":", ":"]
        : [token.image];
  let at = 0;
  return parts.map((text) => {
    const origin = { source, start: start + at, end: start + at + text.length };
    const part: Token = { text, kind: kindOf(text), column: column + at, origin };
    at += text.length;
    return part;
  });
}

function kindOf(text: string): TokenKind {
  if (/^[ℕℤℝ]$/.test(text)) return "name";
  if (/^[0-9]+$/.test(text)) return "number";
  return NAME.test(text) && !RESERVED.has(text) ? "name" : "symbol";
}
