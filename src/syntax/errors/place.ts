import type { IToken, TokenType } from "chevrotain";
import type { Failure } from "../../../grammar/failure.js";
import type { Form } from "../../../grammar/lexer.js";
import { isNameToken, startsDefinition, startsLine, startsUnit } from "../../../grammar/recovery.js";
import * as t from "../../../grammar/tokens.js";
import type { Diagnostic } from "../diagnostic.js";
import type { Source, Span } from "../source.js";

const OPENERS: ReadonlyMap<TokenType, ReadonlySet<TokenType>> = new Map([
  [t.RightParen, new Set([t.LeftParen])],
  [t.RightBracket, new Set([t.LeftBracket, t.FunctionBracket, t.RecordBracket, t.RecordSetBracket])],
  [t.RightBrace, new Set([t.LeftBrace])],
  [t.RightAngle, new Set([t.LeftAngle])],
  [t.Then, new Set([t.If])],
  [t.Else, new Set([t.If])],
  [t.LetIn, new Set([t.Let])],
]);

/** Where the parser could not go on, with what a message may say about the surroundings. */
export class Place {
  /** Index of the token that does not fit. */
  readonly index: number;

  constructor(
    readonly source: Source,
    readonly form: Form,
    readonly tokens: readonly IToken[],
    readonly failure: Failure,
  ) {
    this.index = firstUnitWithin(tokens, failure);
  }

  /** Whether the next unit begins before the token that the parser could not use. */
  get cutShort(): boolean {
    return this.index < this.failure.index;
  }

  get token(): IToken | undefined {
    return this.tokens[this.index];
  }

  get previous(): IToken | undefined {
    return this.tokens[this.index - 1];
  }

  /** The token at an offset from the one that does not fit. */
  at(offset: number): IToken | undefined {
    return this.tokens[this.index + offset];
  }

  /** The innermost rule that was being read. */
  get rule(): string {
    return this.failure.rules.at(-1) ?? "";
  }

  inRule(name: string): boolean {
    return this.failure.rules.includes(name);
  }

  spanOf(token: IToken | undefined): Span {
    const end = this.source.text.length;
    if (token === undefined) {
      const last = this.tokens.at(-1);
      const start = last ? last.startOffset + last.image.length : end;
      return { source: this.source, start: Math.min(start, end), end: Math.min(start + 1, end) };
    }
    const firstLine = token.image.search(/[\r\n]/);
    const length = firstLine < 0 ? token.image.length : firstLine;
    return { source: this.source, start: token.startOffset, end: token.startOffset + length };
  }

  lineOf(token: IToken): number {
    return this.source.position(token.startOffset).line;
  }

  /** What stands at the place, in words. */
  found(): string {
    const token = this.token;
    if (token === undefined) return "the end of the text";
    if (token.tokenType === t.ModuleEnd) return "the end of the module";
    if (startsLine(this.tokens, this.index) && startsDefinition(this.tokens, this.index)) {
      const operator = startsInfix(this.tokens, this.index) ? this.at(1) : token;
      return `the definition of ${quote(operator ?? token)}`;
    }
    const bullet = token.tokenType === t.And || token.tokenType === t.Or;
    if (bullet && startsLine(this.tokens, this.index)) return `the next ${quote(token)}`;
    return quote(token);
  }

  /** ` after …`, where something stands before the place. */
  after(): string {
    const { previous } = this;
    return previous === undefined ? "" : ` after ${quote(previous)}`;
  }

  /** The last bracket or word before the place that a given closer would close. */
  opener(closer: TokenType): IToken | undefined {
    const openers = OPENERS.get(closer);
    if (openers === undefined) return undefined;
    let depth = 0;
    for (let i = this.index - 1; i >= this.failure.start; i--) {
      const token = this.tokens[i]!;
      if (token.tokenType === closer || isActionEnd(token.tokenType, closer)) depth++;
      else if (openers.has(token.tokenType) && depth-- === 0) return token;
    }
    return undefined;
  }

  /** An error at the place. */
  error(
    code: string,
    message: string,
    notes: readonly string[] = [],
    at: IToken | undefined = this.token,
  ): Diagnostic {
    const span = this.spanOf(at);
    return { code, severity: "error", message, span, ...(notes.length > 0 && { notes }) };
  }
}

/** `]_` closes a bracket as `]` does, `>>_` as `>>`. */
function isActionEnd(type: TokenType, closer: TokenType): boolean {
  if (closer === t.RightBracket) return type === t.RightBracketSub;
  return closer === t.RightAngle && type === t.RightAngleSub;
}

function startsInfix(tokens: readonly IToken[], index: number): boolean {
  return isNameToken(tokens[index + 2]) && tokens[index + 3]?.tokenType === t.DefinedAs;
}

/**
 * The parser may run into the next unit before it stumbles: `A == 1 +` takes the name that `B == 2` defines for
 * its operand. The message is about where that unit begins.
 */
function firstUnitWithin(tokens: readonly IToken[], { start, index }: Failure): number {
  const column = tokens[start]?.startColumn ?? 1;
  for (let i = start + 1; i < index; i++) {
    if (startsUnit(tokens, i, column, t.Equals)) return i;
  }
  return index;
}

/** Whether what could not be read stands where a unit may begin. */
export function isUnitPlace(place: Place): boolean {
  return place.rule === "unit" || place.rule === "inner unit";
}

/** A token as it is quoted in a message. */
export function quote(token: IToken): string {
  const text = token.image.length > 30 ? `${token.image.slice(0, 27)}...` : token.image;
  return `\`${text.replace(/\s+/g, " ")}\``;
}
