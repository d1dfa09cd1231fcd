import { add, type Integer, isInteger, subtract } from "./integers.js";
import { SetBase } from "./set.js";
import type { SetValue, Value } from "./value.js";

/** Lists of short intervals: the same object for the same interval, since functions on it share what they know of it. */
const lists = new Map<number, Map<number, readonly number[]>>();

/** How many different bounds lists are kept for. */
const MOST_LISTS = 300;

function shortList(low: number, high: number): readonly number[] {
  let from = lists.get(low);
  if (from === undefined) {
    if (lists.size >= MOST_LISTS) lists.clear();
    from = new Map();
    lists.set(low, from);
  }
  let list = from.get(high);
  if (list === undefined) {
    if (from.size >= MOST_LISTS) from.clear();
    const items: number[] = [];
    for (let i = low; i <= high; i++) items.push(i);
    list = items;
    from.set(high, list);
  }
  return list;
}

/** The integers from one to another, `low..high`; empty if `high` is less than `low`. */
export class Interval extends SetBase {
  readonly kind = "interval";

  /** Use `interval`. */
  constructor(
    readonly low: Integer,
    readonly high: Integer,
  ) {
    super();
  }

  override contains(value: Value): boolean {
    if (isInteger(value)) return value >= this.low && value <= this.high;
    return this.low <= this.high && this.foreign(value);
  }

  override isFinite(): boolean {
    return true;
  }

  override isReduced(): boolean {
    return true;
  }

  override isEmpty(): boolean {
    return this.high < this.low;
  }

  override cardinality(): Integer {
    return this.high < this.low ? 0 : add(subtract(this.high, this.low), 1);
  }

  override estimate(): number {
    return Number(this.cardinality());
  }

  override iterate(): Iterable<Value> {
    return this.short() ? this.elements() : this.count();
  }

  private *count(): Iterable<Value> {
    for (let i = this.low; i <= this.high; i = add(i, 1)) yield i;
  }

  private short(): boolean {
    const { low, high } = this;
    return typeof low === "number" && typeof high === "number" && high - low <= 1000;
  }

  protected override list(): readonly Value[] {
    return this.short() ? shortList(this.low as number, this.high as number) : super.list();
  }

  override sameForm(other: SetValue): boolean {
    return (
      other instanceof Interval &&
      ((this.low === other.low && this.high === other.high) ||
        (this.cardinality() === 0 && other.cardinality() === 0))
    );
  }

  override subsetOf(other: SetValue): boolean {
    if (other instanceof Interval && other.low <= this.low && this.high <= other.high) return true;
    return super.subsetOf(other);
  }

  override expression(): string {
    return this.toString();
  }

  /** TLC: class IntervalValue. */
  override toString(): string {
    return this.low <= this.high ? `${this.low}..${this.high}` : "{}";
  }
}
