/** Unions, intersections, differences and subsets of sets that are too large, or infinite, to be listed at once. */
import { Set as ImmutableSet } from "immutable";
import { compare, formatElements, sorted } from "./compare.js";
import { ValueError } from "./error.js";
import { emptySet, FiniteSet } from "./finite-set.js";
import type { Integer } from "./integers.js";
import { asSet, mostElements, SetBase } from "./set.js";
import type { SetValue, Value } from "./value.js";

/**
 * A set that is made from others, and whose cardinality is known only once it is listed. Then it becomes the set of
 * its elements (as TLC's SetPredValue does), and lets go of what it was made from: a filter's predicate holds on to
 * the state that it was made in, and a set in a state that kept its predicate would keep all states on the way to it.
 */
abstract class DerivedSet extends SetBase {
  /** The set as an expression, from what it is made from. */
  protected abstract formula(): string;

  /**
   * Changes what the set is made from, so that it has the given elements. An enumeration that is under way must not
   * see this: `iterate` looks at the operands once, at its start.
   */
  protected abstract become(elements: FiniteSet): void;

  protected override list(): readonly Value[] {
    this.refuseEndless();
    const items = super.list();
    this.become(FiniteSet.inOrder(items));
    return items;
  }

  override expression(): string {
    return this.listed === null ? this.formula() : formatElements(this.listed);
  }

  override cardinality(): Integer {
    this.refuseEndless();
    let size = 0;
    for (const _ of this.iterate()) size++;
    return size;
  }

  /** As TLC: the elements if they can be listed, else the expression. */
  override toString(): string {
    try {
      return formatElements(this.elements());
    } catch (error) {
      if (error instanceof ValueError) return this.expression();
      throw error;
    }
  }
}

/** left \cup right */
export class CupSet extends DerivedSet {
  readonly kind = "cup";

  /** Use `cup`. */
  constructor(
    private left: SetValue,
    private right: SetValue,
  ) {
    super();
  }

  override contains(value: Value): boolean {
    return this.left.contains(value) || this.right.contains(value);
  }

  override isFinite(): boolean {
    return this.left.isFinite() && this.right.isFinite();
  }

  override isInfinite(): boolean {
    return this.left.isInfinite() || this.right.isInfinite();
  }

  override estimate(): number {
    return Math.max(this.left.estimate(), this.right.estimate());
  }

  /** Merges the two sets' elements. */
  override *iterate(): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    const left = this.left.iterate();
    const right = this.right.iterate()[Symbol.iterator]();
    let there = right.next();
    for (const here of left) {
      let order = 1;
      while (!there.done) {
        order = compare(there.value, here);
        if (order >= 0) break;
        yield there.value;
        there = right.next();
      }
      if (!there.done && order === 0) there = right.next();
      yield here;
    }
    for (; !there.done; there = right.next()) yield there.value;
  }

  /** One set after the other (TLC: class SetCupValue), unless TLC would have put their elements together at once. */
  override *met(): Iterable<Value> {
    const { left, right } = this;
    if (left.isReduced() && right.isReduced()) yield* this.iterate();
    else {
      yield* left.met();
      yield* right.met();
    }
  }

  override sameForm(other: SetValue): boolean {
    return other instanceof CupSet && this.left.equals(other.left) && this.right.equals(other.right);
  }

  override subsetOf(other: SetValue): boolean {
    return this.left.subsetOf(other) && this.right.subsetOf(other);
  }

  protected override become(elements: FiniteSet): void {
    this.left = elements;
    this.right = emptySet;
  }

  protected override formula(): string {
    return `${this.left.expression()} \\cup ${this.right.expression()}`;
  }
}

/** left \cap right */
export class CapSet extends DerivedSet {
  readonly kind = "cap";

  /** Use `cap`. */
  constructor(
    private left: SetValue,
    private right: SetValue,
  ) {
    super();
  }

  override contains(value: Value): boolean {
    return this.left.contains(value) && this.right.contains(value);
  }

  override isFinite(): boolean {
    return this.left.isFinite() || this.right.isFinite();
  }

  /** Two infinite sets may have few elements in common. */
  override isInfinite(): boolean {
    return false;
  }

  override refuseEndless(): void {
    (this.left.isFinite() ? this.left : this.right).refuseEndless();
  }

  override *iterate(): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    const [listed, other] = this.left.isFinite() ? [this.left, this.right] : [this.right, this.left];
    for (const element of listed.iterate()) if (other.contains(element)) yield element;
  }

  override *met(): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    const [listed, other] = this.left.isFinite() ? [this.left, this.right] : [this.right, this.left];
    for (const element of listed.met()) if (other.contains(element)) yield element;
  }

  override sameForm(other: SetValue): boolean {
    return other instanceof CapSet && this.left.equals(other.left) && this.right.equals(other.right);
  }

  protected override become(elements: FiniteSet): void {
    this.left = elements;
    this.right = elements;
  }

  protected override formula(): string {
    return `${this.left.expression()} \\cap ${this.right.expression()}`;
  }
}

/** left \ right */
export class DifferenceSet extends DerivedSet {
  readonly kind = "difference";

  /** Use `difference`. */
  constructor(
    private left: SetValue,
    private right: SetValue,
  ) {
    super();
  }

  override contains(value: Value): boolean {
    return this.left.contains(value) && !this.right.contains(value);
  }

  override isFinite(): boolean {
    return this.left.isFinite();
  }

  override isInfinite(): boolean {
    return this.left.isInfinite() && this.right.isFinite();
  }

  override estimate(): number {
    const { right } = this;
    const removed =
      right.kind === "finiteSet" || right.kind === "interval" ? Number(right.cardinality()) : Infinity;
    return Math.max(0, this.left.estimate() - removed);
  }

  override *iterate(): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    const { left, right } = this;
    for (const element of left.iterate()) if (!right.contains(element)) yield element;
  }

  override *met(): Iterable<Value> {
    const { left, right } = this;
    for (const element of left.met()) if (!right.contains(element)) yield element;
  }

  override sameForm(other: SetValue): boolean {
    return other instanceof DifferenceSet && this.left.equals(other.left) && this.right.equals(other.right);
  }

  override subsetOf(other: SetValue): boolean {
    return this.isFinite() ? super.subsetOf(other) : this.sameForm(other) || this.left.subsetOf(other);
  }

  protected override become(elements: FiniteSet): void {
    this.left = elements;
    this.right = emptySet;
  }

  protected override formula(): string {
    return `${this.left.expression()} \\ ${this.right.expression()}`;
  }
}

const always = (): boolean => true;

/** {x \in base : predicate} */
export class FilterSet extends DerivedSet {
  readonly kind = "filter";

  /** Use `filterSet`. */
  constructor(
    private base: SetValue,
    private predicate: (value: Value) => boolean,
  ) {
    super();
  }

  override contains(value: Value): boolean {
    return this.base.contains(value) && this.predicate(value);
  }

  override isFinite(): boolean {
    return this.base.isFinite();
  }

  override isInfinite(): boolean {
    return false;
  }

  override refuseEndless(): void {
    this.base.refuseEndless();
  }

  override *iterate(): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    const { base, predicate } = this;
    for (const element of base.iterate()) if (predicate(element)) yield element;
  }

  override *met(): Iterable<Value> {
    const { base, predicate } = this;
    for (const element of base.met()) if (predicate(element)) yield element;
  }

  override sameForm(other: SetValue): boolean {
    return other instanceof FilterSet && this.predicate === other.predicate && this.base.equals(other.base);
  }

  override subsetOf(other: SetValue): boolean {
    return this.isFinite() ? super.subsetOf(other) : this.sameForm(other) || this.base.subsetOf(other);
  }

  protected override become(elements: FiniteSet): void {
    this.base = elements;
    this.predicate = always;
  }

  protected override formula(): string {
    return `{x \\in ${this.base.expression()} : ...}`;
  }
}

/** UNION sets */
export class UnionSet extends DerivedSet {
  readonly kind = "union";

  /** Use `bigUnion`. */
  constructor(private sets: SetValue) {
    super();
  }

  /** The sets in any order: infinite ones among them could not be sorted. */
  private members(): Iterable<Value> {
    return this.sets.kind === "finiteSet" ? this.sets.unordered() : this.sets.iterate();
  }

  override contains(value: Value): boolean {
    for (const set of this.members()) if (asSet(set, "UNION").contains(value)) return true;
    return false;
  }

  override isFinite(): boolean {
    if (!this.sets.isFinite()) return false;
    for (const set of this.members()) if (!asSet(set, "UNION").isFinite()) return false;
    return true;
  }

  override isInfinite(): boolean {
    if (!this.sets.isFinite()) return false;
    for (const set of this.members()) if (asSet(set, "UNION").isInfinite()) return true;
    return false;
  }

  override iterate(): Iterable<Value> {
    if (!this.isFinite()) throw this.infinite();
    const distinct = ImmutableSet<Value>().asMutable();
    for (const set of this.members()) {
      const size = asSet(set, "UNION").estimate();
      if (size > mostElements) throw this.tooLarge(size);
      for (const item of asSet(set, "UNION").iterate()) {
        distinct.add(item);
        if (distinct.size > mostElements) throw this.tooLarge(null);
      }
    }
    return sorted([...distinct]);
  }

  /** The elements of each set, one set after the other (TLC: class UnionValue). */
  override *met(): Iterable<Value> {
    for (const set of this.sets.met()) yield* asSet(set, "UNION").met();
  }

  override sameForm(other: SetValue): boolean {
    return other instanceof UnionSet && this.sets.equals(other.sets);
  }

  protected override become(elements: FiniteSet): void {
    this.sets = FiniteSet.inOrder([elements]);
  }

  protected override formula(): string {
    return `UNION ${this.sets.expression()}`;
  }
}
