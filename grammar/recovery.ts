/** Where parsing can go on after an error: at the next thing that looks like the start of a unit or statement. */
import type { IToken, TokenType } from "chevrotain";
import { endsOperand } from "./classify.js";
import * as t from "./tokens.js";

/** The keywords and words that only begin a unit. */
export const UNIT_WORDS: ReadonlySet<TokenType> = new Set([
  ...[
    t.Assume,
    t.Assumption,
    t.Theorem,
    t.Constant,
    t.Variable,
    t.Extends,
    t.InstanceWord,
    t.Local,
    t.Recursive,
    t.Use,
  ],
  ...[t.ConstWord, t.VarWord, t.MacroWord, t.InlineWord, t.ProcedureWord, t.ProcessWord, t.FairWord],
  ...[t.ClaimWord, t.SymmetryWord, t.ScenarioWord, t.PatchWord, t.ExpectWord, t.EditWord, t.ExtendsWord],
  ...[t.SharedWord, t.KernelWord, t.MemoryWord, t.RunWord],
]);

const FRAME: ReadonlySet<TokenType> = new Set([t.ModuleHeader, t.ModuleEnd, t.Separator]);

/** Brackets of one kind, by the one that opens parameters or a selector. */
interface Kind {
  readonly open: ReadonlySet<TokenType>;
  readonly close: ReadonlySet<TokenType>;
}

const PAIRS: ReadonlyMap<TokenType, Kind> = new Map([
  [t.LeftParen, { open: new Set([t.LeftParen]), close: new Set([t.RightParen]) }],
  [
    t.LeftBracket,
    {
      open: new Set([t.LeftBracket, t.FunctionBracket, t.RecordBracket, t.RecordSetBracket]),
      close: new Set([t.RightBracket, t.RightBracketSub]),
    },
  ],
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
    const prefix = first.tokenType === t.PrefixOperator || first.tokenType === t.Box;
    return prefix && isNameToken(tokens[index + 1]) && ends(index + 2);
  }
  const second = tokens[index + 1]?.tokenType;
  if (second === undefined) return false;
  if (ends(index + 1)) return true;
  if (second === t.LeftParen || second === t.LeftBracket) {
    const close = closing(tokens, index + 1, t.DefinedAs);
    return close !== undefined && ends(close + 1);
  }
  if (second === t.PostfixOperator) return ends(index + 2);
  return isInfix(second) && isNameToken(tokens[index + 2]) && ends(index + 3);
}

/** Whether an assignment to an element or field begins at a token: a name, selectors, then `:=`. */
export function startsAssignment(tokens: readonly IToken[], index: number): boolean {
  if (!isNameToken(tokens[index])) return false;
  let next = index + 1;
  while (next < tokens.length) {
    const type = tokens[next]?.tokenType;
    if (type === t.Assign) return true;
    if (type === t.Dot) next += 2;
    else if (type === t.LeftBracket) next = (closing(tokens, next, t.Semicolon) ?? tokens.length) + 1;
    else return false;
  }
  return false;
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

/** The index of the bracket that closes the one at `index`, counting only its own kind; none beyond `stop`. */
function closing(tokens: readonly IToken[], index: number, stop: TokenType): number | undefined {
  const kind = PAIRS.get(tokens[index]!.tokenType);
  const end = Math.min(tokens.length, index + PARAMETERS_LIMIT);
  let depth = 0;
  for (let i = index; i < end; i++) {
    const type = tokens[i]!.tokenType;
    if (kind?.open.has(type)) depth++;
    else if (kind?.close.has(type) && --depth === 0) return i;
    else if (type === stop) return undefined;
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
      if (isNameToken(token) && startsLine(tokens, i) && labelAfter(tokens, i) >= 0) return i;
    }
    if (i > start && startsUnit(tokens, i, 1)) return i;
  }
  return tokens.length;
}

/** The words that begin the parts of a header, and those that are taken for such. */
export const HEADER_WORDS: ReadonlySet<string> = new Set(["on", "when", "from", "var", "await", "shared"]);

const BEYOND_HEADER: ReadonlySet<TokenType> = new Set([t.Semicolon, t.Assign, t.DefinedAs, t.RightBrace]);

/** The index of the `{` that opens a block, from a token in the header before it on; undefined if there is none. */
export function blockAfter(tokens: readonly IToken[], index: number): number | undefined {
  let braces = 0;
  for (let i = index; i < tokens.length; i++) {
    const type = tokens[i]!.tokenType;
    if (type === t.LeftBrace && braces === 0 && endsOperand(tokens[i - 1])) return i;
    if (type === t.LeftBrace) braces++;
    else if (type === t.RightBrace && braces > 0) braces--;
    else if (BEYOND_HEADER.has(type)) return undefined;
    else if (isUnitWord(tokens[i]) && type !== t.VarWord && type !== t.SharedWord) return undefined;
  }
  return undefined;
}

/**
 * How many of the words `rest` and `atomic` stand before the label that begins at a token; -1 if none begins there.
 * A word that can be the label itself is: `rest:` and `atomic from "…":` name their steps.
 */
export function labelAfter(tokens: readonly IToken[], index: number): number {
  for (let words = 0; words <= 2; words++) {
    if (startsLabel(tokens, index + words)) return words;
    if (tokens[index + words]?.tokenType !== t.StepWord) break;
  }
  return -1;
}

/** Whether `name:`, `name "C text"` or `name from` stands at a token. */
function startsLabel(tokens: readonly IToken[], index: number): boolean {
  if (!isNameToken(tokens[index])) return false;
  const next = tokens[index + 1]?.tokenType;
  if (next === t.Colon || next === t.FromWord) return true;
  if (next !== t.StringToken) return false;
  const after = tokens[index + 2]?.tokenType;
  return after === t.Colon || after === t.FromWord;
}
