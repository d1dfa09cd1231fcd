/** Which words of a spec are meant as unit or statement words, and which as names. */
import type { IToken, TokenType } from "chevrotain";
import * as t from "./tokens.js";

/** A word and the tokens around it. */
export interface Neighbours {
  readonly previous: IToken | undefined;
  readonly token: IToken;
  readonly next: IToken | undefined;
  readonly afterNext: IToken | undefined;
  readonly third: IToken | undefined;
}

type Test = (around: Neighbours, isName: (token: IToken | undefined) => boolean) => boolean;

/**
 * Whether a contextual word can be meant as the word. Two names never stand side by side in an expression, so most
 * words are known by the name after them: `var x` declares, `var == 3` defines.
 * A word found here is still a name to the parser wherever only a name can stand.
 */
export function inStatementPosition(
  word: TokenType,
  around: Neighbours,
  isName: (token: IToken | undefined) => boolean,
): boolean {
  return (TESTS.get(word) ?? beforeName)(around, isName);
}

const beforeName: Test = ({ next }, isName) => isName(next);
const beforeParen: Test = ({ next }) => next?.tokenType === t.LeftParen;
const beforeString: Test = ({ next }) => next?.tokenType === t.StringToken;
const beforeStatement: Test = ({ next }, isName) => isName(next) || next?.tokenType === t.LeftBrace;
const always: Test = () => true;

/** A word that takes an expression, unless what follows shows it to be a label or assigned to. */
const beforeExpression: Test = ({ next, afterNext }) => {
  const type = next?.tokenType;
  if (type === t.StringToken) return afterNext?.tokenType !== t.Colon && afterNext?.image !== "from";
  if (type === t.Equals || type === t.In || next?.image === "\\in") return false;
  if (next?.image === ":=" || next?.image === "≔") return false;
  return type !== t.Colon && type !== t.Dot && type !== t.DefinedAs;
};

/** A word that is a statement by itself. */
const alone: Test = ({ next }, isName) => {
  const type = next?.tokenType;
  return type === undefined || type === t.Semicolon || type === t.RightBrace || isName(next);
};

/** A unit's word before a name or a string, unless that shows it to be a step's label. */
const beforeTitle: Test = ({ next, afterNext }, isName) =>
  isName(next) ||
  (next?.tokenType === t.StringToken && afterNext?.tokenType !== t.Colon && afterNext?.image !== "from");

const TESTS: ReadonlyMap<TokenType, Test> = new Map<TokenType, Test>([
  [
    t.FairWord,
    ({ next, afterNext, third }, isName) =>
      (next?.image === "process" && isName(afterNext)) ||
      (next?.image === "+" && afterNext?.image === "process" && isName(third)),
  ],
  [t.SymmetryWord, beforeStatement],
  [t.FromWord, beforeString],
  [t.WhereWord, beforeExpression],
  [
    t.ModelWord,
    ({ token, next }, isName) =>
      next?.tokenType === t.LeftBrace ||
      (isName(next) && next?.startLine === token.startLine && next?.image !== "where"),
  ],
  [t.EditWord, ({ next, afterNext }, isName) => isName(next) && afterNext?.tokenType === t.Dot],
  [t.IfWord, beforeParen],
  [t.WhileWord, beforeParen],
  [t.EitherWord, beforeStatement],
  [t.OrWord, beforeStatement],
  [t.ElseWord, beforeStatement],
  [t.WithWord, ({ next }, isName) => isName(next) || next?.tokenType === t.LeftParen],
  [t.KernelWord, (around, isName) => around.next?.tokenType === t.NumberToken || beforeTitle(around, isName)],
  [t.RunWord, beforeTitle],
  [t.BufferWord, always],
  [t.BarrierWord, alone],
  [t.ToWord, ({ previous }) => previous?.image === "migrate"],
  [t.AwaitWord, beforeExpression],
  [t.WhenWord, beforeExpression],
  [t.AssertWord, beforeExpression],
  [t.PrintWord, beforeExpression],
  [t.SkipWord, alone],
  [t.ReturnWord, alone],
  [t.SpecWord, always],
]);
