import { Set as ImmutableSet } from "immutable";
import { compare, equal, formatElements, sorted, sortedIfPossible } from "./compare.js";
import { elementHigh, elementLow, SetBase } from "./set.js";
import { hashesAtOnce, type Structure, same } from "./structure.js";
import type { SetValue, Value } from "./value.js";

/** Up to this many elements a set is searched one by one; beyond, by hash. */
const few = 8;

/**
 * A set given by its elements. They are kept as an array, in whatever order they came until they are sorted;
 * an immutable set of them is made when something is looked up in a larger set, and shared by the sets that are made
 * by adding elements to it.
 *
 * As in TLC, elements that cannot be compared with each other (`{1, "a"}`) are noticed when the set is sorted: when it
 * is enumerated, counted, compared, hashed, or searched for something that is not found.
 */
export class FiniteSet extends SetBase {
  readonly kind = "finiteSet";
  private lookup: ImmutableSet<Value> | null = null;
  /** The elements as a lazy set gives them that this one stands for: see `met`. Null if this is no such set. */
  private repeats: readonly Value[] | null = null;
  private sumLow = 0;
  private sumHigh = 0;
  private summed = false;

  /** Use `makeSet`. The items must differ from each other. */
  constructor(private items: readonly Value[]) {
    super();
  }

  /** The number of elements. */
  get size(): number {
    return this.items.length;
  }

  /** The set of values that differ from each other and are in the total order already. */
  static inOrder(items: readonly Value[]): FiniteSet {
    if (items.length === 0) return emptySet;
    const result = new FiniteSet(items);
    result.listed = items;
    return result;
  }

  /** The set of the given values, which `met` gives as they are. */
  static asMet(items: readonly Value[]): FiniteSet {
    const set = makeSet(items);
    if (set === emptySet) return set;
    set.repeats = items;
    return set;
  }

  override met(): Iterable<Value> {
    return this.repeats ?? this.iterate();
  }

  /** As `met`, without sorting. */
  asFound(): readonly Value[] {
    return this.repeats ?? this.items;
  }

  override isReduced(): boolean {
    return this.repeats === null;
  }

  /** The elements, each once: in order if they have been sorted before, else as they are at hand. */
  unordered(): readonly Value[] {
    return this.items;
  }

  /** The subset of the elements that pass a test. Throws what the test throws. */
  where(test: (item: Value) => boolean): FiniteSet {
    const items = (this.listed ?? this.items).filter(test);
    if (items.length === 0) return emptySet;
    const result = this.listed === null ? new FiniteSet(items) : FiniteSet.inOrder(items);
    if (this.repeats !== null) result.repeats = this.repeats.filter((item) => result.has(item));
    return result;
  }

  /** Whether some element is structurally equal to a value. Never refuses. */
  has(value: Value): boolean {
    if (this.items.length > few) {
      this.lookup ??= ImmutableSet(this.items);
      return this.lookup.has(value);
    }
    for (const item of this.items) if (same(item, value)) return true;
    return false;
  }

  override contains(value: Value): boolean {
    if (this.has(value)) {
      if (this.listed === null && this.items.length <= few) this.search(value);
      return true;
    }
    if (this.items.length === 0) return false;
    if (typeof value !== "object" && typeof value === typeof this.items[0] && this.atoms()) return false;
    // Not an element: TLC would have noticed on the way if the value cannot be compared with the elements.
    this.place(value);
    return false;
  }

  /**
   * Compares an element with those before it, as TLC does in a set that was not sorted (ValueVec, search): `1` is not
   * found in `{"a", 1}`, since it cannot be compared with "a". Throws ValueError then.
   */
  private search(value: Value): void {
    const type = typeof value;
    for (const item of this.items) {
      if (item === value || ((type === "object" || typeof item !== type) && equal(value, item))) return;
    }
  }

  /** Where a value that is no element belongs among them. Throws ValueError if they cannot be compared. */
  private place(value: Value): number {
    const elements = this.elements();
    let [low, high] = [0, elements.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(value, elements[middle]!) < 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Whether all elements are numbers, or all strings, or all Booleans. */
  private atoms(): boolean {
    const type = typeof this.items[0];
    return type !== "object" && this.items.every((item) => typeof item === type);
  }

  /** The set with one more element. Throws ValueError if it cannot be compared with the others. */
  add(value: Value): FiniteSet {
    if (this.has(value)) return this;
    const result = FiniteSet.inOrder(this.elements().toSpliced(this.place(value), 0, value));
    if (this.lookup !== null) result.lookup = this.lookup.add(value);
    if (this.summed && hashesAtOnce(value)) {
      result.sumLow = (this.sumLow + elementLow(value)) | 0;
      result.sumHigh = (this.sumHigh + elementHigh(value)) | 0;
      result.summed = true;
    }
    return result;
  }

  /** The union with another set. Throws ValueError if elements cannot be compared. */
  union(other: FiniteSet): FiniteSet {
    if (other.size > this.size) return other.union(this);
    if (other.size <= few) return other.items.reduce<FiniteSet>((result, item) => result.add(item), this);
    const [left, right] = [this.elements(), other.elements()];
    const merged: Value[] = [];
    let [i, j] = [0, 0];
    while (i < left.length && j < right.length) {
      const order = compare(left[i]!, right[j]!);
      merged.push(order <= 0 ? left[i]! : right[j]!);
      if (order <= 0) i++;
      if (order >= 0) j++;
    }
    return FiniteSet.inOrder(merged.concat(left.slice(i), right.slice(j)));
  }

  override isFinite(): boolean {
    return true;
  }

  override isEmpty(): boolean {
    return this.items.length === 0;
  }

  override cardinality(): number {
    return this.items.length;
  }

  override estimate(): number {
    return this.items.length;
  }

  override iterate(): Iterable<Value> {
    return this.elements();
  }

  protected override list(): readonly Value[] {
    this.items = sorted(this.items);
    return this.items;
  }

  override sameForm(other: SetValue): boolean {
    return this === other || (other instanceof FiniteSet && other.size === 0 && this.size === 0);
  }

  override hashesAtOnce(): boolean {
    if (this.hashed || this.summed) return true;
    return (this.listed !== null || this.atoms()) && this.items.every(hashesAtOnce);
  }

  protected override digest(): void {
    // TLC's lazy sets become lists when they are hashed.
    this.repeats = null;
    if (!this.summed) {
      // In order, since TLC refuses sets in states whose elements cannot be compared, and so notices here.
      for (const item of this.elements()) {
        this.sumLow = (this.sumLow + elementLow(item)) | 0;
        this.sumHigh = (this.sumHigh + elementHigh(item)) | 0;
      }
      this.summed = true;
    }
    this.finish(this.sumLow, this.sumHigh, this.items.length);
  }

  protected override sameAs(other: Structure): boolean {
    if (!(other instanceof FiniteSet)) return super.sameAs(other);
    if (other.size !== this.size || this.differs(other)) return false;
    return this.items.every((item) => other.has(item));
  }

  override expression(): string {
    return this.toString();
  }

  override toString(): string {
    return formatElements(this.listed ?? sortedIfPossible(this.items));
  }
}

/** {} */
export const emptySet = new FiniteSet([]);

/** BOOLEAN */
export const BOOLEAN = new FiniteSet([false, true]);

/** The set of the given values, which may repeat. */
export function makeSet(items: Iterable<Value>): FiniteSet {
  const list = Array.isArray(items) ? (items as readonly Value[]) : [...items];
  if (list.length === 0) return emptySet;
  if (list.length === 1) return FiniteSet.inOrder([list[0]!]);
  return new FiniteSet(list.length <= few ? withoutRepetitions(list) : [...ImmutableSet(list)]);
}

function withoutRepetitions(list: readonly Value[]): readonly Value[] {
  const distinct: Value[] = [];
  for (const item of list) if (!distinct.some((other) => same(other, item))) distinct.push(item);
  return distinct;
}
