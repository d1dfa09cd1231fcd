import { isInteger } from "./integers.js";
import { SetBase } from "./set.js";
import type { SetValue, Value } from "./value.js";

/** The names of the infinite sets that are given by a property of their elements. */
export type InfiniteSetName = "Nat" | "Int" | "Real" | "STRING" | "Any";

/** One of the infinite sets of the standard modules; `Any` is TLC's set of all values. */
export class InfiniteSet extends SetBase {
  readonly kind = "infinite";

  /** Use the constants below. `rank`: the place among each other in the total order. */
  constructor(
    readonly name: InfiniteSetName,
    readonly rank: number,
  ) {
    super();
  }

  override contains(value: Value): boolean {
    switch (this.name) {
      case "Nat":
        return isInteger(value) ? value >= 0 : this.foreign(value);
      case "Int":
      case "Real":
        return isInteger(value) || this.foreign(value);
      case "STRING":
        return typeof value === "string" || this.foreign(value);
      case "Any":
        return true;
    }
  }

  override isFinite(): boolean {
    return false;
  }

  override cardinality(): never {
    throw this.infinite();
  }

  override iterate(): never {
    throw this.infinite();
  }

  override sameForm(other: SetValue): boolean {
    return other instanceof InfiniteSet && other.name === this.name;
  }

  override subsetOf(other: SetValue): boolean {
    if (other instanceof InfiniteSet) {
      if (this.name === other.name || other.name === "Any") return true;
      const numbers: readonly InfiniteSetName[] = ["Nat", "Int", "Real"];
      const [left, right] = [numbers.indexOf(this.name), numbers.indexOf(other.name)];
      if (left >= 0 && right >= 0) return left <= right;
    }
    return super.subsetOf(other);
  }

  override expression(): string {
    return this.toString();
  }

  override toString(): string {
    return this.name;
  }
}

/** Nat: the integers from 0 on. */
export const NAT = new InfiniteSet("Nat", 0);
/** Int: all integers. */
export const INT = new InfiniteSet("Int", 1);
/** Real: as in TLC, of the real numbers only the integers. */
export const REAL = new InfiniteSet("Real", 2);
/** STRING: all strings. */
export const STRING = new InfiniteSet("STRING", 3);
/** TLC's `Any`: every value is an element of it. */
export const ANY = new InfiniteSet("Any", 4);
