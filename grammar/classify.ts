/**
 * Gives every token that the lexer found its final type, from its text and its neighbours.
 *
 * Words become keywords, unit words of a spec or plain names; symbols become operators of their fixity, or an
 * OperatorName where they stand for themselves; `[` is told apart by what follows inside. All this needs only one
 * pass with a stack of open brackets, and leaves the parser with one token of lookahead nearly everywhere.
 */
import type { IToken, TokenType } from "chevrotain";
import { inStatementPosition, type Neighbours } from "./contextual.js";
import { OPERATORS } from "./operators.js";
import * as t from "./tokens.js";

/** Which of the two file forms a text is in; a lone expression is read as in a module. */
export type Form = "module" | "spec";

const FIXITY = { prefix: t.PrefixOperator, infix: t.InfixOperator, postfix: t.PostfixOperator } as const;

/** Words and backslash words with a meaning of their own, in both forms. */
export const WORDS: ReadonlyMap<string, TokenType> = new Map([
  ...t.RESERVED,
  ...OPERATORS.flatMap((o) => o.spellings.map((s) => [s, o.fixity] as const))
    .filter(([spelling]) => /^\\?[A-Za-z]+$/.test(spelling))
    .map(([spelling, fixity]) => [spelling, spelling === "\\in" ? t.In : FIXITY[fixity]] as const),
]);

const SYMBOLS: ReadonlyMap<string, TokenType> = new Map(
  OPERATORS.flatMap((o) => o.spellings.map((s) => [s, FIXITY[o.fixity]] as const)),
);

const OPERATOR_TYPES: ReadonlySet<TokenType> = new Set([
  ...[t.InfixOperator, t.PrefixOperator, t.PostfixOperator, t.And, t.Or, t.Minus, t.Equals, t.In, t.Box],
]);

/** Infix operators that can only be meant by name where no operand stands before them. */
const NAMED_WHEN_APPLIED: ReadonlySet<TokenType> = new Set([t.InfixOperator, t.Equals, t.In]);

/** Tokens after which an operand is complete. */
const OPERAND_ENDS: ReadonlySet<TokenType> = new Set([
  ...[t.Identifier, t.NumberToken, t.StringToken, t.At, t.PostfixOperator, t.OperatorName, t.Underscore],
  ...[t.RightParen, t.RightBracket, t.RightBrace, t.RightAngle, t.StepName, t.PartSign],
]);

const CLOSERS: ReadonlyMap<TokenType, TokenType> = new Map([
  [t.RightParen, t.LeftParen],
  [t.RightBracket, t.LeftBracket],
  [t.RightBracketSub, t.LeftBracket],
  [t.RightBrace, t.LeftBrace],
  [t.RightAngle, t.LeftAngle],
  [t.RightAngleSub, t.LeftAngle],
]);

const OPENERS: ReadonlySet<TokenType> = new Set(CLOSERS.values());

/** Signs that choose a part of a definition where they follow a `!`. */
const PART_SIGNS: ReadonlySet<TokenType> = new Set([t.LeftAngle, t.RightAngle, t.Colon]);

/** Words that an expression may follow directly, so that a `{` after them opens a set. */
const BEFORE_EXPRESSION: ReadonlySet<TokenType> = new Set([
  ...[t.AwaitWord, t.WhenWord, t.AssertWord, t.PrintWord, t.ModelWord, t.SymmetryWord, t.WhereWord, t.ToWord],
]);

/** What assigns in a statement of a spec, and divides the parts of an assignment. */
const ASSIGNS: ReadonlySet<string> = new Set([":=", "≔"]);
const PARALLEL: ReadonlySet<string> = new Set(["||", "‖"]);

interface Bracket {
  readonly token: IToken;
  /** The type it was opened with, before it was told apart. */
  readonly opened: TokenType;
  /** Whether it is a `{` around statements. */
  readonly block: boolean;
}

/** Classifies tokens in place. */
export function classify(tokens: readonly IToken[], form: Form): void {
  const brackets: Bracket[] = [];
  const at = (index: number): IToken | undefined => tokens[index];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const raw = token.tokenType;
    if (raw === t.Identifier) retype(token, wordType(tokens, i, form, brackets.at(-1)));
    else if (raw === t.Fair && isFieldName(at(i - 1), token, at(i + 1), brackets.at(-1))) {
      retype(token, t.Identifier);
    } else if (raw === t.BackslashWord) retype(token, WORDS.get(token.image) ?? t.BackslashWord);
    else if (raw === t.OperatorSymbol) retype(token, SYMBOLS.get(token.image) ?? t.OperatorSymbol);
    else if (raw === t.ProofStep) {
      if (/\w$/.test(token.image)) retype(token, t.StepName);
    } else if (PART_SIGNS.has(raw) && at(i - 1)?.tokenType === t.Bang) retype(token, t.PartSign);
    else if (OPENERS.has(raw)) brackets.push(openBracket(tokens, i));
    else if (CLOSERS.has(raw)) closeBracket(brackets, CLOSERS.get(raw)!);
    else if (raw === t.MapsTo) {
      const open = brackets.at(-1)?.token;
      if (open?.tokenType === t.LeftBracket) retype(open, t.FunctionBracket);
    }
    if (token.image === "+" && at(i - 1)?.tokenType === t.FairWord) retype(token, t.StrongSign);
    else if (form === "spec" && ASSIGNS.has(token.image)) retype(token, t.Assign);
    else if (form === "spec" && PARALLEL.has(token.image) && dividesParts(at(i - 1), brackets.at(-1))) {
      retype(token, t.Parallel);
    } else if (
      OPERATOR_TYPES.has(token.tokenType) &&
      (namesItself(at(i - 2), at(i - 1), token, at(i + 1)) ||
        isFact(at(i - 1), token, at(i + 1), brackets.length))
    ) {
      retype(token, t.OperatorName);
    }
  }
}

function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
}

/** Whether a token is a word that may be a name, as the lexer left it or classified. */
function isName(token: IToken | undefined): boolean {
  return token !== undefined && token.tokenType === t.Identifier && !WORDS.has(token.image);
}

function wordType(tokens: readonly IToken[], i: number, form: Form, open: Bracket | undefined): TokenType {
  const token = tokens[i]!;
  const previous = tokens[i - 1];
  const next = tokens[i + 1];
  const meaning = WORDS.get(token.image);
  if (meaning !== undefined) return isFieldName(previous, token, next, open) ? t.Identifier : meaning;
  if (form === "module" || previous?.tokenType === t.Dot) return t.Identifier;
  const word = t.CONTEXTUAL.get(token.image);
  if (word === undefined) return t.Identifier;
  const neighbours: Neighbours = { previous, token, next, afterNext: tokens[i + 2], third: tokens[i + 3] };
  return inStatementPosition(word, neighbours, isName) ? word : t.Identifier;
}

/** A reserved word is a plain name where only a field's name can stand: `r.IN`, `[IN |-> 1]`, `[IN : S]`. */
function isFieldName(
  previous: IToken | undefined,
  token: IToken,
  next: IToken | undefined,
  open: Bracket | undefined,
): boolean {
  if (previous?.tokenType === t.Dot) return previous.startOffset + 1 === token.startOffset;
  if (next?.tokenType !== t.MapsTo && next?.tokenType !== t.Colon) return false;
  const within = open?.token.tokenType;
  if (within !== t.RecordBracket && within !== t.RecordSetBracket) return false;
  return previous === open?.token || previous?.tokenType === t.Comma;
}

function openBracket(tokens: readonly IToken[], i: number): Bracket {
  const token = tokens[i]!;
  const opened = token.tokenType;
  if (opened === t.LeftBracket && tokens[i + 1]?.tokenType === t.Identifier) {
    const separator = tokens[i + 2]?.tokenType;
    if (separator === t.MapsTo) retype(token, t.RecordBracket);
    else if (separator === t.Colon) retype(token, t.RecordSetBracket);
  }
  const block = opened === t.LeftBrace && endsOperand(tokens[i - 1]) && !opensUnits(tokens, i);
  return { token, opened, block };
}

/** A `{` after a complete operand or after a statement's word cannot open a set: it opens a block. */
export function endsOperand(token: IToken | undefined): boolean {
  if (token === undefined) return false;
  const type = token.tokenType;
  if (OPERAND_ENDS.has(type) || type === t.ElseWord || type === t.OrWord) return true;
  return (type.CATEGORIES?.includes(t.Identifier) ?? false) && !BEFORE_EXPRESSION.has(type);
}

/** Closes the innermost bracket of a kind; one that is not found nearby was never opened. */
function closeBracket(brackets: Bracket[], opener: TokenType): void {
  const lowest = Math.max(0, brackets.length - 64);
  for (let i = brackets.length - 1; i >= lowest; i--) {
    if (brackets[i]?.opened === opener) {
      brackets.length = i;
      return;
    }
  }
}

/** Whether an operator's symbol stands for the operator itself rather than being applied. */
function namesItself(
  last: IToken | undefined,
  previous: IToken | undefined,
  token: IToken,
  next: IToken | undefined,
): boolean {
  const before = previous?.tokenType;
  const after = next?.tokenType;
  if (before === t.Bang) return token.tokenType !== t.Equals || isApplied(token, next);
  if (after === t.Substitute) return before === t.With || before === t.Comma;
  if (after === t.Comma || after === t.RightParen) {
    if (before === t.LeftParen) return endsOperand(last) || last?.tokenType === t.Bang;
    return before === t.Comma || before === t.Substitute;
  }
  if (before === t.Substitute && standsAlone(token, next)) return true;
  if (token.tokenType === t.PostfixOperator) return after === t.LeftParen && !endsOperand(previous);
  if (!NAMED_WHEN_APPLIED.has(token.tokenType)) return false;
  // `+(a, b)` is the operator applied as if it had a name.
  if (after === t.LeftParen) return !endsOperand(previous);
  return before === t.Substitute;
}

/** Whether an operator's symbol stands by itself in a list of facts or definitions; outside of brackets no other comma precedes one. */
function isFact(
  previous: IToken | undefined,
  token: IToken,
  next: IToken | undefined,
  brackets: number,
): boolean {
  const kind = NAMED_WHEN_APPLIED.has(token.tokenType) || token.tokenType === t.PostfixOperator;
  if (!kind && (token.image !== "-." || next?.tokenType === t.Underscore)) return false;
  const before = previous?.tokenType;
  if (before === t.Def || (before === t.Comma && brackets === 0)) return true;
  return before === t.Use || before === t.By || before === t.Only;
}

/** Whether arguments follow without a gap: `M!=(a, b)` names an operator, `a != b` is another language's sign. */
function isApplied(token: IToken, next: IToken | undefined): boolean {
  return next?.tokenType === t.LeftParen && next.startOffset === token.startOffset + token.image.length;
}

/** Whether an operator ends a list of substitutions: a prefix operator that does would have its operand beside it. */
function standsAlone(token: IToken, next: IToken | undefined): boolean {
  if (token.tokenType === t.PostfixOperator || next === undefined || next.image === "IN") return true;
  return next.startLine !== token.startLine;
}

/** Whether a `||` stands between the parts of an assignment: in statements, behind an operand. */
function dividesParts(previous: IToken | undefined, open: Bracket | undefined): boolean {
  return open?.block === true && endsOperand(previous);
}

/** How many tokens may stand between `patch` or `scenario` and its `{`. */
const HEAD_LIMIT = 64;

/** Whether the `{` at a place opens the units of a patch or scenario. */
function opensUnits(tokens: readonly IToken[], index: number): boolean {
  for (let i = index - 1; i >= 0 && i > index - HEAD_LIMIT; i--) {
    const type = tokens[i]!.tokenType;
    if (type === t.PatchWord || type === t.ScenarioWord) return true;
    const inHead = type === t.StringToken || type === t.Comma || type === t.Identifier;
    if (!inHead && !(type.CATEGORIES?.includes(t.Identifier) ?? false)) return false;
  }
  return false;
}
