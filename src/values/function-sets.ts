/** Sets of functions, whose elements are never listed unless they must be: [S -> T], [a: S, b: T], S \X T, Seq(S). */

import { formatElements } from "./compare.js";
import type { FunctionValue } from "./functions.js";
import { functionOn, makeTuple, type RecordValue, type TupleValue } from "./functions.js";
import { type Integer, multiply } from "./integers.js";
import { Interval } from "./interval.js";
import { powerOf } from "./powerset.js";
import { SetBase } from "./set.js";
import { tupleOf } from "./tuple.js";
import type { SetValue, Value } from "./value.js";

/** A lazy set prints its elements if there are fewer than this (TLC: TLCGlobals.enumBound), else an expression. */
const printedElements = 2000;

/** [domain -> range] */
export class FunctionSet extends SetBase {
  readonly kind = "functionSet";

  /** Use `functionSet`. */
  constructor(
    readonly domain: SetValue,
    readonly range: SetValue,
  ) {
    super();
  }

  override contains(value: Value): boolean {
    const fn = asMapping(value);
    if (fn === null) return this.foreign(value);
    switch (fn.kind) {
      case "tuple":
        return this.onSequence(fn.size) && fn.toArray().every((item) => this.range.contains(item));
      case "record":
        return this.onKeys(fn.sortedNames()) && fn.sortedValues().every((item) => this.range.contains(item));
      case "function":
        return this.onKeys(fn.domain.keys) && fn.values.every((item) => this.range.contains(item));
    }
  }

  /** Whether the domain is 1..n. */
  private onSequence(n: number): boolean {
    const { domain } = this;
    if (!domain.isFinite()) return false;
    if (domain instanceof Interval)
      return n === 0 ? domain.cardinality() === 0 : domain.low === 1 && domain.high === n;
    return this.onKeys(Array.from({ length: n }, (_, i) => i + 1));
  }

  private onKeys(keys: readonly Value[]): boolean {
    if (!this.domain.isFinite() || this.domain.cardinality() !== keys.length) return false;
    return keys.every((key) => this.domain.contains(key));
  }

  override isFinite(): boolean {
    return (this.domain.isFinite() && this.range.isFinite()) || this.domain.isEmpty() || this.range.isEmpty();
  }

  override isInfinite(): boolean {
    if (this.isFinite()) return false;
    return (
      this.range.isInfinite() ||
      (this.domain.isInfinite() && this.range.isFinite() && this.range.cardinality() > 1)
    );
  }

  override isEmpty(): boolean {
    return this.range.isEmpty() && !this.domain.isEmpty();
  }

  override cardinality(): Integer {
    if (!this.isFinite()) throw this.infinite();
    if (this.domain.isEmpty()) return 1;
    if (this.range.isEmpty()) return 0;
    return powerOf(this.range.cardinality(), this.domain.cardinality()) ?? this.refuseSize();
  }

  override estimate(): number {
    if (this.domain.isEmpty()) return 1;
    if (this.range.isEmpty()) return 0;
    return Number(this.range.cardinality()) ** Number(this.domain.cardinality());
  }

  override iterate(): Iterable<Value> {
    return this.functions((range) => range.elements());
  }

  override met(): Iterable<Value> {
    return this.functions((range) => [...range.met()]);
  }

  private *functions(listing: (range: SetValue) => readonly Value[]): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    if (this.domain.isEmpty()) yield makeTuple([]);
    else if (!this.range.isEmpty()) {
      const keys = this.domain.elements();
      const items = listing(this.range);
      for (const choice of choices(keys.map(() => items))) yield functionOn(keys, choice);
    }
  }

  override sameForm(other: SetValue): boolean {
    return other instanceof FunctionSet && this.domain.equals(other.domain) && this.range.equals(other.range);
  }

  override subsetOf(other: SetValue): boolean {
    if (other instanceof FunctionSet && !this.range.isEmpty() && this.domain.equals(other.domain)) {
      return this.domain.isEmpty() || this.range.subsetOf(other.range);
    }
    return super.subsetOf(other);
  }

  override toString(): string {
    const few = this.isFinite() && this.estimate() < printedElements;
    return few ? formatElements(this.elements()) : this.expression();
  }

  override expression(): string {
    return `[${this.domain.expression()} -> ${this.range.expression()}]`;
  }
}

/** [a: S, b: T] */
export class RecordSet extends SetBase {
  readonly kind = "recordSet";
  private sorted: readonly string[] | null = null;

  /** Use `recordSet`. No name may occur twice, and there must be at least one. */
  constructor(readonly fields: ReadonlyMap<string, SetValue>) {
    super();
  }

  override contains(value: Value): boolean {
    const fn = asMapping(value);
    if (fn === null || (fn.kind !== "record" && fn.size > 0)) return this.foreign(value);
    if (fn.kind !== "record" || fn.size !== this.fields.size) return false;
    for (const name of this.names()) if (fn.at(name) === undefined) return false;
    for (const name of this.names()) if (!this.fields.get(name)!.contains(fn.at(name)!)) return false;
    return true;
  }

  private names(): readonly string[] {
    this.sorted ??= [...this.fields.keys()].sort();
    return this.sorted;
  }

  override isFinite(): boolean {
    return productIsFinite([...this.fields.values()]);
  }

  override isInfinite(): boolean {
    return productIsInfinite([...this.fields.values()]);
  }

  override isEmpty(): boolean {
    return [...this.fields.values()].some((set) => set.isEmpty());
  }

  override cardinality(): Integer {
    if (!this.isFinite()) throw this.infinite();
    return productCardinality([...this.fields.values()]);
  }

  override estimate(): number {
    return productEstimate([...this.fields.values()]);
  }

  override iterate(): Iterable<Value> {
    return this.records((set) => set.elements());
  }

  override met(): Iterable<Value> {
    return this.records((set) => [...set.met()]);
  }

  private *records(listing: (set: SetValue) => readonly Value[]): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    const names = this.names();
    if (this.isEmpty()) return;
    const lists = names.map((name) => listing(this.fields.get(name)!));
    for (const choice of choices(lists)) yield functionOn(names, choice);
  }

  override sameForm(other: SetValue): boolean {
    if (!(other instanceof RecordSet) || other.fields.size !== this.fields.size) return false;
    for (const [name, set] of this.fields) {
      const there = other.fields.get(name);
      if (there === undefined || !set.equals(there)) return false;
    }
    return true;
  }

  override toString(): string {
    const few = this.isFinite() && this.estimate() < printedElements;
    return few ? formatElements(this.elements()) : this.expression();
  }

  override expression(): string {
    return `[${this.names()
      .map((name) => `${name}: ${this.fields.get(name)!.expression()}`)
      .join(", ")}]`;
  }
}

/** S \X T \X ... */
export class ProductSet extends SetBase {
  readonly kind = "productSet";

  /** Use `productSet`. */
  constructor(readonly factors: readonly SetValue[]) {
    super();
  }

  override contains(value: Value): boolean {
    const fn = asMapping(value);
    if (fn === null || fn.kind === "record") return this.foreign(value);
    if (fn.kind !== "tuple" || fn.size !== this.factors.length) return false;
    return this.factors.every((factor, i) => factor.contains(fn.item(i)));
  }

  override isFinite(): boolean {
    return productIsFinite(this.factors);
  }

  override isInfinite(): boolean {
    return productIsInfinite(this.factors);
  }

  override isEmpty(): boolean {
    return this.factors.some((factor) => factor.isEmpty());
  }

  override cardinality(): Integer {
    if (!this.isFinite()) throw this.infinite();
    return productCardinality(this.factors);
  }

  override estimate(): number {
    return productEstimate(this.factors);
  }

  override iterate(): Iterable<Value> {
    return this.tuples((factor) => factor.elements());
  }

  override met(): Iterable<Value> {
    return this.tuples((factor) => [...factor.met()]);
  }

  private *tuples(listing: (factor: SetValue) => readonly Value[]): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    if (this.isEmpty()) return;
    for (const choice of choices(this.factors.map(listing))) yield tupleOf(choice);
  }

  override sameForm(other: SetValue): boolean {
    return (
      other instanceof ProductSet &&
      other.factors.length === this.factors.length &&
      this.factors.every((factor, i) => factor.equals(other.factors[i]))
    );
  }

  override toString(): string {
    const few = this.isFinite() && this.estimate() < printedElements;
    return few ? formatElements(this.elements()) : this.expression();
  }

  override expression(): string {
    return `(${this.factors.map((factor) => factor.expression()).join(" \\X ")})`;
  }
}

/** Seq(base): all finite sequences of its elements. */
export class SeqSet extends SetBase {
  readonly kind = "seqSet";

  /** Use `seqSet`. */
  constructor(readonly base: SetValue) {
    super();
  }

  override contains(value: Value): boolean {
    const fn = asMapping(value);
    return fn?.kind === "tuple"
      ? fn.toArray().every((item) => this.base.contains(item))
      : this.foreign(value);
  }

  override isFinite(): boolean {
    return this.base.isEmpty();
  }

  override isEmpty(): boolean {
    return false;
  }

  override cardinality(): Integer {
    if (!this.isFinite()) throw this.infinite();
    return 1;
  }

  override *iterate(): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    yield makeTuple([]);
  }

  override sameForm(other: SetValue): boolean {
    return other instanceof SeqSet && this.base.equals(other.base);
  }

  override subsetOf(other: SetValue): boolean {
    return other instanceof SeqSet ? this.base.subsetOf(other.base) : super.subsetOf(other);
  }

  override toString(): string {
    return this.expression();
  }

  override expression(): string {
    return `Seq(${this.base.expression()})`;
  }
}

/** A function in canonical form, or null for anything else. */
function asMapping(value: Value): TupleValue | RecordValue | FunctionValue | null {
  if (typeof value !== "object") return null;
  switch (value.kind) {
    case "tuple":
    case "record":
    case "function":
      return value;
    case "lazyFunction":
      return value.canonical();
    default:
      return null;
  }
}

/** Whether a product is finite: all factors are, or some factor is empty. */
function productIsFinite(factors: readonly SetValue[]): boolean {
  return factors.every((factor) => factor.isFinite()) || factors.some((factor) => factor.isEmpty());
}

/** Whether a product is infinite for sure: some factor is, and none may be empty. */
function productIsInfinite(factors: readonly SetValue[]): boolean {
  return (
    factors.some((factor) => factor.isInfinite()) &&
    factors.every((factor) => factor.isInfinite() || (factor.isFinite() && !factor.isEmpty()))
  );
}

function productCardinality(factors: readonly SetValue[]): Integer {
  if (factors.some((factor) => factor.isEmpty())) return 0;
  return factors.map((factor) => factor.cardinality()).reduce(multiply, 1);
}

function productEstimate(factors: readonly SetValue[]): number {
  return factors.some((factor) => factor.isEmpty())
    ? 0
    : factors.reduce((size, factor) => size * Number(factor.cardinality()), 1);
}

/** All ways of choosing one item from each list, the last list's choice changing fastest. */
function* choices(lists: readonly (readonly Value[])[]): Iterable<readonly Value[]> {
  const positions = lists.map(() => 0);
  for (;;) {
    yield lists.map((list, i) => list[positions[i]!]!);
    let last = lists.length - 1;
    while (last >= 0 && positions[last] === lists[last]!.length - 1) {
      positions[last] = 0;
      last--;
    }
    if (last < 0) return;
    positions[last]!++;
  }
}
