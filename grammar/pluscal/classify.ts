/** Gives the tokens of an algorithm the types that they have in PlusCal. */
import type { IToken, TokenType } from "chevrotain";
import * as t from "../tokens.js";
import * as p from "./tokens.js";

const OPENERS: ReadonlySet<TokenType> = new Set([
  ...[t.LeftParen, t.LeftBrace, t.LeftAngle],
  ...[t.LeftBracket, t.FunctionBracket, t.RecordBracket, t.RecordSetBracket],
]);

const SQUARE: ReadonlySet<TokenType> = new Set([
  ...[t.LeftBracket, t.FunctionBracket, t.RecordBracket, t.RecordSetBracket],
]);

const CLOSERS: ReadonlySet<TokenType> = new Set([
  ...[t.RightParen, t.RightBrace, t.RightAngle, t.RightAngleSub, t.RightBracket, t.RightBracketSub],
]);

/** Tokens after which `{` opens statements, not a set. */
const BEFORE_BLOCK: ReadonlySet<TokenType> = new Set([
  ...[t.Identifier, t.RightParen, t.RightBrace, t.Semicolon],
  ...[p.ElseWord, p.Either, p.OrWord, p.Define],
]);

const SYMBOLS: ReadonlyMap<string, TokenType> = new Map([
  [":=", t.Assign],
  ["≔", t.Assign],
  ["||", t.Parallel],
  ["‖", t.Parallel],
]);

/**
 * Classifies tokens in place; they have been classified as those of a module before.
 * A word of PlusCal is a name after `.`, and where a field's name can stand.
 */
export function classifyPlusCal(tokens: readonly IToken[]): void {
  /** Whether each open bracket surrounds statements. */
  const brackets: boolean[] = [];
  tokens.forEach((token, i) => {
    const before = tokens[i - 1]?.tokenType;
    const word = token.tokenType === t.Identifier ? p.PLUSCAL_WORDS.get(token.image) : undefined;
    const symbol = SYMBOLS.get(token.image);
    if (symbol !== undefined) retype(token, symbol);
    else if (word !== undefined) {
      const nested = brackets.at(-1) === false;
      const isField = before === t.Dot || (before !== undefined && SQUARE.has(before));
      if (!isField && !(before === t.Comma && nested)) retype(token, word);
    } else if (OPENERS.has(token.tokenType)) {
      brackets.push(token.tokenType === t.LeftBrace && before !== undefined && BEFORE_BLOCK.has(before));
    } else if (CLOSERS.has(token.tokenType)) brackets.pop();
  });
}

function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
}

const ENDS: ReadonlySet<TokenType> = new Set([
  ...[t.Semicolon, t.Assign, t.Parallel, p.ThenWord, p.Do, p.Begin, p.Variables, p.Define, p.End],
  ...[p.Procedure, p.Process, p.FairWord, p.IfWord, p.ElsifWord, p.ElseWord, p.Either, p.OrWord, p.While],
  ...[p.WithWord, p.Print, p.AssertWord, p.Skip, p.Call, p.Return, p.Goto],
]);

/** Whether an expression that is complete can end before a token. */
export function endsExpression(token: IToken | undefined): boolean {
  if (token === undefined) return true;
  const type = token.tokenType;
  return ENDS.has(type) || CLOSERS.has(type) || type === t.Comma || type === t.LeftBrace;
}

/**
 * Where an expression ends that could not be read: at the next token from `next` on that no expression holds.
 * @param start the expression's first token, from which brackets are counted.
 */
export function endOfExpression(tokens: readonly IToken[], next: number, start: number): number {
  let depth = 0;
  for (let i = start; i < tokens.length; i++) {
    const type = tokens[i]!.tokenType;
    if (ENDS.has(type) && i >= next) return i;
    if (OPENERS.has(type)) depth++;
    else if (CLOSERS.has(type)) {
      if (depth === 0 && i >= next) return i;
      depth = Math.max(0, depth - 1);
    } else if (type === t.Comma && depth === 0 && i >= next) return i;
  }
  return tokens.length;
}
