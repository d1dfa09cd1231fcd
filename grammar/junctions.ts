import type { IToken, TokenType } from "chevrotain";
import * as t from "./tokens.js";

/**
 * The junction lists that are open while the parser runs: the columns of their bullets, innermost last.
 *
 * A token at or left of the innermost list's column cannot belong to the list's last item. The parser asks here
 * whenever it looks ahead, and sees a ListEnd in place of such a token until the list is closed; the same bullet
 * in exactly that column it sees as the start of the next item. Tokens that only close or divide what was opened
 * (`)`, `,`, `THEN` …) are seen wherever they stand, as in the reference parser.
 */
export class JunctionStack {
  /** The first bullets. */
  readonly #bullets: IToken[] = [];
  /** Tokens right of this column are seen as they are; 0 when no list is open. */
  limit = 0;

  /** How many lists are open. */
  get depth(): number {
    return this.#bullets.length;
  }

  /** Opens the list whose first bullet is given. */
  open(bullet: IToken): void {
    this.#bullets.push(bullet);
    this.restore();
  }

  /** Closes the innermost list. */
  close(): void {
    this.truncate(this.#bullets.length - 1);
  }

  /** Closes lists until so many are open. */
  truncate(depth: number): void {
    this.#bullets.length = depth;
    this.restore();
  }

  /** Lets the parser see what stands left of the list: the names that a LET defines may stand there. */
  lift(): void {
    this.limit = 0;
  }

  /** Ends what `lift` began. */
  restore(): void {
    this.limit = this.#bullets.at(-1)?.startColumn ?? 0;
  }

  /** The first bullet of the innermost list, if that list shuts the token out. */
  shuttingOut(token: IToken | undefined): IToken | null {
    if (token === undefined || this.limit === 0 || (token.startColumn ?? 0) > this.limit) return null;
    return this.view(token) === LIST_END ? (this.#bullets.at(-1) ?? null) : null;
  }

  /**
   * What the parser sees in place of a token that is not right of the limit.
   * @returns the token itself, or a stand-in of type AndBullet, OrBullet or ListEnd, which has no place.
   */
  view(token: IToken): IToken {
    const type = token.tokenType;
    if (token.startColumn === this.limit && type === this.#bullets.at(-1)?.tokenType) {
      return type === t.And ? AND_BULLET : OR_BULLET;
    }
    return STARTS_OR_CONTINUES.has(type) ? LIST_END : token;
  }
}

const AND_BULLET = standIn(t.AndBullet, "/\\");
const OR_BULLET = standIn(t.OrBullet, "\\/");
const LIST_END = standIn(t.ListEnd, "");

function standIn(type: TokenType, image: string): IToken {
  return { image, startOffset: 0, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 };
}

/** Tokens that begin an operand or go on with an expression: those that a list's column shuts out. */
const STARTS_OR_CONTINUES: ReadonlySet<TokenType> = new Set([
  ...[t.Identifier, t.NumberToken, t.StringToken, t.At, t.OperatorName, ...t.CONTEXTUAL.values()],
  ...[t.InfixOperator, t.PrefixOperator, t.PostfixOperator, t.And, t.Or, t.Minus, t.Equals, t.In],
  ...[t.Dot, t.DoubleColon, t.LeftParen, t.LeftBracket, t.LeftBrace, t.LeftAngle],
  ...[t.FunctionBracket, t.RecordBracket, t.RecordSetBracket],
  ...[t.If, t.Case, t.Let, t.Choose, t.LambdaWord, t.ForAll, t.Exists, t.TemporalForAll, t.TemporalExists],
  ...[t.Fair, t.UnclosedString, t.BackslashWord, t.OperatorSymbol, t.Unexpected],
]);
