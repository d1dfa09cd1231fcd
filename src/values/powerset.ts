import { formatElements } from "./compare.js";
import { FiniteSet } from "./finite-set.js";
import { type Integer, mostBits, normalise } from "./integers.js";
import { isSet, SetBase } from "./set.js";
import type { SetValue, Value } from "./value.js";

/** The sets that print as one bracketed or named expression. */
const atomic: ReadonlySet<SetValue["kind"]> = new Set([
  "finiteSet",
  "infinite",
  "functionSet",
  "recordSet",
  "seqSet",
  "filter",
]);

/** SUBSET base */
export class Powerset extends SetBase {
  readonly kind = "powerset";

  /** Use `powerset`. */
  constructor(readonly base: SetValue) {
    super();
  }

  /** As TLC (class SubsetValue), refuses model values too. */
  override contains(value: Value): boolean {
    if (!isSet(value)) throw this.refusal(value);
    return value.subsetOf(this.base);
  }

  override isFinite(): boolean {
    return this.base.isFinite();
  }

  override isInfinite(): boolean {
    return this.base.isInfinite();
  }

  override isEmpty(): boolean {
    return false;
  }

  override cardinality(): Integer {
    return powerOf(2, this.base.cardinality()) ?? this.refuseSize();
  }

  override estimate(): number {
    return 2 ** Number(this.base.cardinality());
  }

  /** Smaller sets first, then by their elements (TLC: class SubsetValue, elementsNormalized). */
  override *iterate(): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    const items = this.base.elements();
    for (let size = 0; size <= items.length; size++) {
      const chosen = Array.from({ length: size }, (_, i) => i);
      for (;;) {
        yield FiniteSet.inOrder(chosen.map((index) => items[index]!));
        let last = size - 1;
        while (last >= 0 && chosen[last] === items.length - size + last) last--;
        if (last < 0) break;
        chosen[last]!++;
        for (let i = last + 1; i < size; i++) chosen[i] = chosen[i - 1]! + 1;
      }
    }
  }

  override sameForm(other: SetValue): boolean {
    return other instanceof Powerset && this.base.equals(other.base);
  }

  override subsetOf(other: SetValue): boolean {
    return other instanceof Powerset ? this.base.subsetOf(other.base) : super.subsetOf(other);
  }

  override toString(): string {
    if (this.isFinite() && this.base.cardinality() < 7) return formatElements(this.elements());
    return this.expression();
  }

  override expression(): string {
    const base = this.base.expression();
    return atomic.has(this.base.kind) ? `SUBSET ${base}` : `SUBSET (${base})`;
  }
}

/** base ^ exponent, or null if it is too large to be written down. */
export function powerOf(base: Integer, exponent: Integer): Integer | null {
  const bits = Math.log2(Number(base) + 1) * Number(exponent);
  return bits > mostBits ? null : normalise(BigInt(base) ** BigInt(exponent));
}
