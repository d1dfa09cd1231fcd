/** From text to classified tokens with layout columns. */
import { type IToken, Lexer, type TokenType } from "chevrotain";
import { classify, endsOperand, type Form, WORDS } from "./classify.js";
import { setLayoutColumns } from "./columns.js";
import {
  BackslashWord,
  Identifier,
  LEXER_MODES,
  ModuleEnd,
  ModuleHeader,
  OperatorSymbol,
  Unexpected,
} from "./tokens.js";
import { typeSigns } from "./unicode.js";

export type { Form };

const lexer = new Lexer(
  { modes: { outside: [...LEXER_MODES.outside], inside: [...LEXER_MODES.inside] }, defaultMode: "outside" },
  // The checks that are skipped here are made by a test.
  { positionTracking: "onlyStart", skipValidations: true },
);

/**
 * Cuts a text into tokens.
 * @param start where lexing begins; offsets in the tokens are those of the whole text.
 * @param framed whether the text is a module, from `---- MODULE` to the matching `====`; what follows is not read,
 *   nor is what follows a `====` in a spec.
 * @returns the tokens, classified; characters that begin no token come as tokens of type Unexpected.
 *   Columns (`startColumn`) count a tab as reaching the next multiple of eight, as alignment in TLA+ does;
 *   a character outside of the basic plane counts as two, as in the reference parser.
 */
export function tokenize(text: string, form: Form, start = 0, framed = false): IToken[] {
  const rest = start === 0 ? text : text.slice(start);
  const { tokens, errors } = lexer.tokenize(rest, framed ? "outside" : "inside");
  tokens.length = endOfFirst(tokens, framed);
  const last = tokens.at(-1);
  const end = last?.tokenType === ModuleEnd ? last.startOffset : rest.length;
  const unread = errors.filter((error) => error.length > 0 && error.offset < end);
  const read = unread.length === 0 ? tokens : insertUnexpected(tokens, unread, rest);
  const all = read.some(isDifference) ? read.flatMap(splitDifference) : read;
  setLayoutColumns(all, rest);
  typeSigns(all);
  if (start > 0) for (const token of all) token.startOffset += start;
  classify(all, form);
  return all;
}

/** How many tokens come up to the `====` that ends the first module, or the spec; those in nested modules count. */
function endOfFirst(tokens: readonly IToken[], framed: boolean): number {
  let depth = framed ? 0 : 1;
  for (let i = 0; i < tokens.length; i++) {
    const type = tokens[i]?.tokenType;
    if (type === ModuleHeader) depth++;
    else if (type === ModuleEnd && --depth === 0) return i + 1;
  }
  return tokens.length;
}

interface Unread {
  readonly offset: number;
  readonly length: number;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

function insertUnexpected(tokens: readonly IToken[], unread: readonly Unread[], text: string): IToken[] {
  const strays = unread.map(
    ({ offset, length, line, column }): IToken => ({
      image: text.slice(offset, offset + length),
      startOffset: offset,
      startLine: line ?? 1,
      startColumn: column ?? 1,
      tokenType: Unexpected,
      tokenTypeIdx: Unexpected.tokenTypeIdx ?? 0,
    }),
  );
  return [...tokens, ...strays].sort((a, b) => a.startOffset - b.startOffset);
}

/** Whether a `\` and the name behind it were taken for one word, as in `A\B`: no word of TLA+ is written so. */
function isDifference(token: IToken, index: number, tokens: readonly IToken[]): boolean {
  if (token.tokenType !== BackslashWord || WORDS.has(token.image)) return false;
  const previous = tokens[index - 1];
  if (previous === undefined || !(endsOperand(previous) || previous.image === "'")) return false;
  const adjacent = previous.startOffset + previous.image.length === token.startOffset;
  return adjacent || /^\\[A-Z]/.test(token.image);
}

function splitDifference(token: IToken, index: number, tokens: readonly IToken[]): IToken[] {
  if (!isDifference(token, index, tokens)) return [token];
  const { image, startOffset, startColumn = 1 } = token;
  const part = (text: string, at: number, tokenType: TokenType): IToken => ({
    ...token,
    image: text,
    startOffset: startOffset + at,
    startColumn: startColumn + at,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx ?? 0,
  });
  return [part("\\", 0, OperatorSymbol), part(image.slice(1), 1, Identifier)];
}
