import { hashHigh, hashLow, mixHigh, mixLow, pairHigh, pairLow } from "./hash.js";
import { hashesAtOnce, Structure } from "./structure.js";
import type { Value } from "./value.js";

/**
 * A function in one of its canonical forms. It keeps the sum of its entries' hashes, so that an EXCEPT, which changes one
 * entry, mends the hash of the result instead of computing it anew.
 */
export abstract class Mapping extends Structure {
  /** Sums of the entries' hashes in the two lanes; they count once `summed` is set. */
  protected sumLow = 0;
  protected sumHigh = 0;
  protected summed = false;

  /** The number of entries. */
  abstract readonly size: number;
  protected abstract readonly seed: number;

  /** Computes the sums from all entries. */
  protected abstract addUp(): void;

  protected override digest(): void {
    if (!this.summed) {
      this.addUp();
      this.summed = true;
    }
    const head = this.seed ^ Math.imul(this.size, 0x9e3779b1);
    this.lowWord = mixLow(this.sumLow ^ head);
    this.highWord = mixHigh(this.sumHigh ^ head);
    this.hashed = true;
  }

  /** The value for an argument, or undefined if it is not in the domain. */
  abstract at(argument: Value): Value | undefined;

  /** Whether the parts hash at once, and nothing about them can be refused. */
  protected abstract partsHashAtOnce(): boolean;

  override hashesAtOnce(): boolean {
    return this.hashed || this.summed || this.partsHashAtOnce();
  }

  /**
   * Takes over another's sums, with one entry changed; `keyLow` and `keyHigh` hash the entry's argument. Not if the
   * new value would have to be enumerated or computed for it: perhaps nobody ever asks for the hash.
   */
  protected mendFrom(origin: Mapping, keyLow: number, keyHigh: number, before: Value, after: Value): void {
    if (!origin.summed || !hashesAtOnce(after)) return;
    this.sumLow = (origin.sumLow - pairLow(keyLow, hashLow(before)) + pairLow(keyLow, hashLow(after))) | 0;
    this.sumHigh =
      (origin.sumHigh - pairHigh(keyHigh, hashHigh(before)) + pairHigh(keyHigh, hashHigh(after))) | 0;
    this.summed = true;
  }
}

/** A list with another value at one place. */
export function replaced(values: readonly Value[], index: number, value: Value): readonly Value[] {
  const copy = values.slice();
  copy[index] = value;
  return copy;
}
