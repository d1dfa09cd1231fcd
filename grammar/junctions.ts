import type { IToken, TokenType } from "chevrotain";
import * as t from "./tokens.js";

/**
 * The junction lists that are open while the parser runs: the columns of their bullets, innermost last.
 *
 * A token at or left of the innermost list's column does not belong to the list, be it an operand, an operator or a
 * closing bracket. The parser asks here whenever it looks ahead, and sees a ListEnd in place of such a token until
 * the list is closed; the same bullet in exactly that column it sees as the start of the next item.
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
    this.limit = this.#bullets.at(-1)?.startColumn ?? 0;
  }

  /** Closes the innermost list. */
  close(): void {
    this.truncate(this.#bullets.length - 1);
  }

  /** Closes lists until so many are open. */
  truncate(depth: number): void {
    this.#bullets.length = depth;
    this.limit = this.#bullets.at(-1)?.startColumn ?? 0;
  }

  /** The first bullet of the innermost list, if that list shuts the token out. */
  shuttingOut(token: IToken | undefined): IToken | null {
    if (token === undefined || this.limit === 0 || (token.startColumn ?? 0) > this.limit) return null;
    return this.view(token) === LIST_END ? (this.#bullets.at(-1) ?? null) : null;
  }

  /**
   * What the parser sees in place of a token that is not right of the limit.
   * @returns a stand-in of type AndBullet, OrBullet or ListEnd, which has no place.
   */
  view(token: IToken): IToken {
    const type = token.tokenType;
    if (token.startColumn === this.limit && type === this.#bullets.at(-1)?.tokenType) {
      return type === t.And ? AND_BULLET : OR_BULLET;
    }
    return LIST_END;
  }
}

const AND_BULLET = standIn(t.AndBullet, "/\\");
const OR_BULLET = standIn(t.OrBullet, "\\/");
const LIST_END = standIn(t.ListEnd, "");

function standIn(type: TokenType, image: string): IToken {
  return { image, startOffset: 0, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 };
}
