/**
 * The words of PlusCal. The lexer knows them as names only; in an algorithm the classifier gives them these types.
 */
import { createToken, Lexer, type TokenType } from "chevrotain";
import { Identifier } from "../tokens.js";

const words = new Map<string, TokenType>();

/** Every word of PlusCal with its type. */
export const PLUSCAL_WORDS: ReadonlyMap<string, TokenType> = words;

/** A word, which ends an expression that it follows. */
function word(name: string, spelling: string, ...others: string[]): TokenType {
  return add(name, [spelling, ...others], []);
}

/** A word that is a name wherever only a name can stand. */
function contextual(name: string, spelling: string): TokenType {
  return add(name, [spelling], [Identifier]);
}

function add(name: string, spellings: readonly string[], categories: TokenType[]): TokenType {
  const label = spellings.map((each) => `"${each}"`).join(" | ");
  const token = createToken({ name: `PlusCal${name}`, label, pattern: Lexer.NA, categories });
  for (const each of spellings) words.set(each, token);
  return token;
}

export const Begin = word("Begin", "begin");
export const End = word("End", "end");
export const Variables = word("Variables", "variables", "variable");
export const Define = word("Define", "define");
export const Procedure = word("Procedure", "procedure");
export const Process = word("Process", "process");
export const FairWord = word("Fair", "fair");
export const IfWord = word("If", "if");
export const ThenWord = word("Then", "then");
export const ElsifWord = word("Elsif", "elsif");
export const ElseWord = word("Else", "else");
export const Either = word("Either", "either");
export const OrWord = word("Or", "or");
export const While = word("While", "while");
export const Do = word("Do", "do");
export const WithWord = word("With", "with");
export const Print = word("Print", "print");
export const AssertWord = word("Assert", "assert");
export const Skip = word("Skip", "skip");
export const Call = word("Call", "call");
export const Return = word("Return", "return");
export const Goto = word("Goto", "goto");
export const AlgorithmWord = contextual("Algorithm", "algorithm");
export const Macro = contextual("Macro", "macro");
export const Await = contextual("Await", "await");
export const When = contextual("When", "when");

/** What no token has: asked for where an expression must have ended. */
export const ExpressionEnd = createToken({
  name: "PlusCalExpressionEnd",
  label: "an operator, or the end of the expression",
  pattern: Lexer.NA,
});
