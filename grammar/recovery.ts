/** Where parsing can go on after an error: at the next thing that looks like the start of a unit or statement. */
import type { IToken, TokenType } from "chevrotain";
import * as t from "./tokens.js";

const UNIT_WORDS: ReadonlySet<TokenType> = new Set([
  ...[t.Assume, t.Theorem, t.Constant, t.Variable, t.Extends, t.InstanceWord, t.Local, t.Recursive, t.Use],
  ...[t.ConstWord, t.VarWord, t.MacroWord, t.InlineWord, t.ProcedureWord, t.ProcessWord, t.FairWord],
  ...[t.ClaimWord, t.SymmetryWord, t.ScenarioWord, t.PatchWord, t.ExpectWord, t.EditWord, t.ExtendsWord],
]);

const FRAME: ReadonlySet<TokenType> = new Set([t.ModuleHeader, t.ModuleEnd, t.Separator]);

const PAIRS: ReadonlyMap<TokenType, TokenType> = new Map([
  [t.LeftParen, t.RightParen],
  [t.LeftBracket, t.RightBracket],
]);

/** Whether a token is a name to the parser: an identifier or a contextual word. */
export function isNameToken(token: IToken | undefined): boolean {
  if (token === undefined) return false;
  return token.tokenType === t.Identifier || (token.tokenType.CATEGORIES?.includes(t.Identifier) ?? false);
}

/** Whether a token is a keyword or word that only begins a unit. */
export function isUnitWord(token: IToken | undefined): boolean {
  return token !== undefined && UNIT_WORDS.has(token.tokenType);
}

/** Whether a token is the first on its line. */
export function startsLine(tokens: readonly IToken[], index: number): boolean {
  return index === 0 || tokens[index - 1]?.startLine !== tokens[index]?.startLine;
}

/**
 * Whether a definition begins at a token: a left side, then `==`.
 * @param sign also accepted in place of `==`.
 */
export function startsDefinition(tokens: readonly IToken[], index: number, sign?: TokenType): boolean {
  const ends = (i: number): boolean => {
    const type = tokens[i]?.tokenType;
    return type !== undefined && (type === t.DefinedAs || type === sign);
  };
  const first = tokens[index];
  if (first === undefined) return false;
  if (!isNameToken(first)) {
    return first.tokenType === t.PrefixOperator && isNameToken(tokens[index + 1]) && ends(index + 2);
  }
  const second = tokens[index + 1]?.tokenType;
  if (second === undefined) return false;
  if (ends(index + 1)) return true;
  if (second === t.LeftParen || second === t.LeftBracket) {
    const close = closing(tokens, index + 1);
    return close !== undefined && ends(close + 1);
  }
  if (second === t.PostfixOperator) return ends(index + 2);
  return isInfix(second) && isNameToken(tokens[index + 2]) && ends(index + 3);
}

/**
 * Where the unit begins whose first tokens may have been taken for the end of the unit before: `A == x +` takes the
 * name that follows for an operand. The given index if the token there follows no such head.
 */
export function headOfUnit(tokens: readonly IToken[], index: number): number {
  if (isUnitWord(tokens[index - 1]) && startsLine(tokens, index - 1)) return index - 1;
  if (tokens[index]?.tokenType !== t.DefinedAs) return index;
  const line = tokens[index]?.startLine;
  for (let i = index - 1; i >= 0 && tokens[i]?.startLine === line; i--) {
    if (startsLine(tokens, i)) return startsDefinition(tokens, i) ? i : index;
  }
  return index;
}

function isInfix(type: TokenType): boolean {
  return type === t.InfixOperator || (type.CATEGORIES?.includes(t.InfixOperator) ?? false);
}

/** No definition has so many tokens in its parameters; looking for their end must not take long. */
const PARAMETERS_LIMIT = 2000;

/** The index of the bracket that closes the one at `index`, counting only its own kind. */
function closing(tokens: readonly IToken[], index: number): number | undefined {
  const open = tokens[index]?.tokenType;
  const close = open && PAIRS.get(open);
  const end = Math.min(tokens.length, index + PARAMETERS_LIMIT);
  let depth = 0;
  for (let i = index; i < end; i++) {
    const type = tokens[i]?.tokenType;
    if (type === open) depth++;
    else if (type === close && --depth === 0) return i;
    else if (type === t.DefinedAs) return undefined;
  }
  return undefined;
}

/**
 * Whether a unit plausibly begins at a token, no further right than `column`.
 * @param sign also accepted in place of the `==` of a definition.
 */
export function startsUnit(
  tokens: readonly IToken[],
  index: number,
  column: number,
  sign?: TokenType,
): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  const type = token.tokenType;
  if (FRAME.has(type)) return true;
  if (!startsLine(tokens, index)) return false;
  if ((token.startColumn ?? 1) > column) return false;
  return UNIT_WORDS.has(type) || startsDefinition(tokens, index, sign);
}

/**
 * The first token after `from` at which a unit plausibly begins; the number of tokens if there is none.
 * @param inBraces whether the units stand in braces: then the closing one ends them.
 */
export function nextUnit(tokens: readonly IToken[], from: number, column: number, inBraces: boolean): number {
  let depth = 0;
  for (let i = from; i < tokens.length; i++) {
    const type = tokens[i]?.tokenType;
    if (type === t.LeftBrace) depth++;
    else if (type === t.RightBrace && --depth < 0 && inBraces) return i;
    if (i > from && startsUnit(tokens, i, column, t.Equals)) return i;
  }
  return tokens.length;
}

/**
 * Where to go on after an error in a statement: after its `;`, at the `}` around it, at the next label that
 * begins a line, or at the next unit.
 * @param start the statement's first token; @param failed the token that could not be used.
 */
export function nextStatement(tokens: readonly IToken[], start: number, failed: number): number {
  let depth = 0;
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i]!;
    const type = token.tokenType;
    if (type === t.LeftBrace) depth++;
    else if (type === t.RightBrace && --depth < 0) return i;
    else if (depth <= 0 && i >= failed && i > start) {
      if (type === t.Semicolon) return i + 1;
      if (isNameToken(token) && startsLine(tokens, i) && startsLabel(tokens, i)) return i;
    }
    if (i > start && startsUnit(tokens, i, 1)) return i;
  }
  return tokens.length;
}

/** Whether `name:`, `name "C text"` or `name from` stands at a token. */
export function startsLabel(tokens: readonly IToken[], index: number): boolean {
  if (!isNameToken(tokens[index])) return false;
  const next = tokens[index + 1]?.tokenType;
  if (next === t.Colon || next === t.FromWord) return true;
  if (next !== t.StringToken) return false;
  const after = tokens[index + 2]?.tokenType;
  return after === t.Colon || after === t.FromWord;
}
