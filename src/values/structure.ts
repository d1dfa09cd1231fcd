/** What all values that are objects have in common: cached hashes, and equality as immutable's collections ask it. */
import type { ValueObject } from "immutable";
import type { Value } from "./value.js";

/** A value that is an object. */
export abstract class Structure implements ValueObject {
  /** The two halves of the hash; they count once `hashed` is set. */
  lowWord = 0;
  highWord = 0;
  hashed = false;

  abstract readonly kind: string;

  /** Computes `lowWord` and `highWord` and sets `hashed`. */
  protected abstract digest(): void;

  /** Structural equality with a value that is an object too, and not this very one. Never refuses to compare. */
  protected abstract sameAs(other: Structure): boolean;

  /** The value as TLC prints it. */
  abstract toString(): string;

  /** What the value is, for messages: `a set`. */
  abstract describe(): string;

  /** This value in its canonical form; only functions given by a rule differ from it. */
  canonical(): Structure {
    return this;
  }

  /**
   * Whether the hash is known, or made from what is at hand: no set is enumerated for it, no value computed, and
   * nothing can be refused.
   */
  hashesAtOnce(): boolean {
    return this.hashed;
  }

  hashLow(): number {
    if (!this.hashed) this.digest();
    return this.lowWord;
  }

  hashHigh(): number {
    if (!this.hashed) this.digest();
    return this.highWord;
  }

  /** Immutable's protocol: the hash. */
  hashCode(): number {
    return this.hashLow();
  }

  /** Immutable's protocol: structural equality. */
  equals(other: unknown): boolean {
    if (this === other) return true;
    if (!(other instanceof Structure)) return false;
    const left = this.canonical();
    const right = other.canonical();
    return left === right || left.sameAs(right);
  }

  /** Whether both hashes are known and differ, so that nothing more need be looked at. */
  protected differs(other: Structure): boolean {
    return (
      this.hashed && other.hashed && (this.lowWord !== other.lowWord || this.highWord !== other.highWord)
    );
  }
}

/** Whether a value's hash takes no more than a look at the value: see `Structure.hashesAtOnce`. */
export function hashesAtOnce(value: Value): boolean {
  return typeof value !== "object" || value.hashesAtOnce();
}

/**
 * Structural equality. Other than `equal` it does not mind what is compared: 1 and "a" just differ. It is what
 * hash tables need; TLA+'s `=` is `equal`.
 */
export function same(a: Value, b: Value): boolean {
  return a === b || (typeof a === "object" && typeof b === "object" && a.equals(b));
}
