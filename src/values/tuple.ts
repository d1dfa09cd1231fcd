import { List } from "immutable";
import { format } from "./format.js";
import { hashHigh, hashLow, pairHigh, pairLow, seeds } from "./hash.js";
import { Mapping, replaced } from "./mapping.js";
import { hashesAtOnce, type Structure, same } from "./structure.js";
import type { Value } from "./value.js";

/** A tuple or sequence: a function on 1..n. */
export class TupleValue extends Mapping {
  readonly kind = "tuple";
  protected override readonly seed = seeds.tuple;
  private list: List<Value> | null = null;

  /**
   * Use `makeTuple`. The items are the first `size` of the array, which belongs to the tuple; `grows`: more may be put
   * behind them, so that a sequence that is made by appending takes no copy each time. Nobody else sees them there.
   */
  constructor(
    private readonly array: readonly Value[],
    override readonly size = array.length,
    private readonly grows = false,
  ) {
    super();
  }

  /** The items as an immutable list: that of argument i is at index i - 1. */
  get items(): List<Value> {
    this.list ??= List(this.toArray());
    return this.list;
  }

  /** The items in order; not to be changed. */
  toArray(): readonly Value[] {
    return this.grows ? this.array.slice(0, this.size) : this.array;
  }

  /** The item at an index from 0 on, which must be less than `size`. */
  item(index: number): Value {
    return this.array[index]!;
  }

  override at(argument: Value): Value | undefined {
    const inside = typeof argument === "number" && argument >= 1 && argument <= this.size;
    return inside ? this.array[argument - 1] : undefined;
  }

  /** The tuple with another value for an argument in 1..n. */
  with(argument: number, value: Value): TupleValue {
    const before = this.array[argument - 1]!;
    if (before === value) return this;
    const result = new TupleValue(replaced(this.toArray(), argument - 1, value));
    result.mendFrom(this, argument, argument, before, value);
    return result;
  }

  /** The tuple with one more item at its end. */
  append(value: Value): TupleValue {
    const { size } = this;
    let array = this.array as Value[];
    // Somebody else may have appended to this very tuple before.
    if (!this.grows || array.length !== size) array = array.slice(0, size);
    array.push(value);
    const result = new TupleValue(array, size + 1, true);
    if (this.summed && hashesAtOnce(value)) {
      result.sumLow = (this.sumLow + pairLow(size + 1, hashLow(value))) | 0;
      result.sumHigh = (this.sumHigh + pairHigh(size + 1, hashHigh(value))) | 0;
      result.summed = true;
    }
    return result;
  }

  protected override partsHashAtOnce(): boolean {
    for (let i = 0; i < this.size; i++) if (!hashesAtOnce(this.array[i]!)) return false;
    return true;
  }

  protected override addUp(): void {
    let [low, high] = [0, 0];
    for (let i = 0; i < this.size; i++) {
      const value = this.array[i]!;
      low = (low + pairLow(i + 1, hashLow(value))) | 0;
      high = (high + pairHigh(i + 1, hashHigh(value))) | 0;
    }
    this.sumLow = low;
    this.sumHigh = high;
  }

  protected override sameAs(other: Structure): boolean {
    if (!(other instanceof TupleValue) || other.size !== this.size || this.differs(other)) return false;
    for (let i = 0; i < this.size; i++) if (!same(this.array[i]!, other.array[i]!)) return false;
    return true;
  }

  override toString(): string {
    return `<<${this.toArray().map(format).join(", ")}>>`;
  }

  override describe(): string {
    return this.size === 0 ? "the empty sequence" : "a sequence";
  }
}

const emptyTuple = new TupleValue([]);

/** The tuple of the given items; << >> if there are none. */
export function makeTuple(items: Iterable<Value>): TupleValue {
  return tupleOf([...items]);
}

/** As `makeTuple`, of an array that nobody changes any more. */
export function tupleOf(items: readonly Value[]): TupleValue {
  return items.length === 0 ? emptyTuple : new TupleValue(items);
}
