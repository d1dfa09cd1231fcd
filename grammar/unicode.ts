/** Gives Unicode signs the types that the lexer gives to their ASCII spellings. */
import type { IToken, TokenType } from "chevrotain";
import { UNICODE_SPELLINGS } from "./spellings.js";
import * as t from "./tokens.js";

/** Spellings with a token type of their own; all other signs are operators. */
const TYPES: ReadonlyMap<string, TokenType> = new Map([
  ["==", t.DefinedAs],
  ["::", t.DoubleColon],
  ["->", t.Arrow],
  ["|->", t.MapsTo],
  ["<-", t.Substitute],
  ["<<", t.LeftAngle],
  [">>", t.RightAngle],
  ["\\A", t.ForAll],
  ["\\E", t.Exists],
  ["/\\", t.And],
  ["\\/", t.Or],
  ["[]", t.Box],
  ["\\in", t.In],
  ["Nat", t.Identifier],
  ["Int", t.Identifier],
  ["Real", t.Identifier],
]);

const SIGNS: ReadonlyMap<string, TokenType> = new Map([
  ["⟩_", t.RightAngleSub],
  ...[...UNICODE_SPELLINGS].map(([sign, text]) => [sign, TYPES.get(text) ?? t.OperatorSymbol] as const),
]);

/** Retypes the signs among tokens, in place; their images stay as they are written. */
export function typeSigns(tokens: readonly IToken[]): void {
  for (const token of tokens) {
    if (token.tokenType !== t.UnicodeSign) continue;
    const type = SIGNS.get(token.image) ?? t.OperatorSymbol;
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
  }
}
