/**
 * Functions with a finite domain, in their three canonical forms: a function on 1..n is a tuple (a sequence), one on
 * a non-empty set of strings a record, any other a FunctionValue; the empty function is << >>. So two equal functions
 * have the same form and are compared without conversion.
 *
 * Each keeps the sum of its entries' hashes, so that an EXCEPT, which changes one entry, mends the hash of the result
 * instead of computing it anew.
 */
import { Map as ImmutableMap, List } from "immutable";
import { compare, sortedIfPossible } from "./compare.js";
import { format } from "./format.js";
import { hashHigh, hashLow, mixHigh, mixLow, pairHigh, pairLow, seeds, textHigh, textLow } from "./hash.js";
import { hashesAtOnce, Structure, same } from "./structure.js";
import type { Value } from "./value.js";

/** A function in canonical form. */
abstract class Mapping extends Structure {
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

/** A tuple or sequence: a function on 1..n. */
export class TupleValue extends Mapping {
  readonly kind = "tuple";
  protected override readonly seed = seeds.tuple;

  /** Use `makeTuple`. The items: that of argument i is at index i - 1. */
  constructor(readonly items: List<Value>) {
    super();
  }

  override get size(): number {
    return this.items.size;
  }

  override at(argument: Value): Value | undefined {
    const inside = typeof argument === "number" && argument >= 1 && argument <= this.items.size;
    return inside ? this.items.get(argument - 1) : undefined;
  }

  /** The tuple with another value for an argument in 1..n. */
  with(argument: number, value: Value): TupleValue {
    const before = this.items.get(argument - 1)!;
    if (before === value) return this;
    const result = new TupleValue(this.items.set(argument - 1, value));
    result.mendFrom(this, argument, argument, before, value);
    return result;
  }

  /** The tuple with one more item at its end. */
  append(value: Value): TupleValue {
    const result = new TupleValue(this.items.push(value));
    if (this.summed && hashesAtOnce(value)) {
      const position = this.items.size + 1;
      result.sumLow = (this.sumLow + pairLow(position, hashLow(value))) | 0;
      result.sumHigh = (this.sumHigh + pairHigh(position, hashHigh(value))) | 0;
      result.summed = true;
    }
    return result;
  }

  protected override partsHashAtOnce(): boolean {
    return this.items.every(hashesAtOnce);
  }

  protected override addUp(): void {
    let [low, high, position] = [0, 0, 0];
    this.items.forEach((value) => {
      position++;
      low = (low + pairLow(position, hashLow(value))) | 0;
      high = (high + pairHigh(position, hashHigh(value))) | 0;
    });
    this.sumLow = low;
    this.sumHigh = high;
  }

  protected override sameAs(other: Structure): boolean {
    if (!(other instanceof TupleValue) || other.size !== this.size || this.differs(other)) return false;
    return this.items.every((value, i) => same(value, other.items.get(i)!));
  }

  override toString(): string {
    return `<<${this.items.map(format).join(", ")}>>`;
  }

  override describe(): string {
    return this.size === 0 ? "the empty sequence" : "a sequence";
  }
}

/** A record: a function on a non-empty finite set of strings. */
export class RecordValue extends Mapping {
  readonly kind = "record";
  protected override readonly seed = seeds.record;
  private names: readonly string[] | null = null;

  /** Use `makeRecord`. */
  constructor(readonly fields: ImmutableMap<string, Value>) {
    super();
  }

  override get size(): number {
    return this.fields.size;
  }

  override at(argument: Value): Value | undefined {
    return typeof argument === "string" ? this.fields.get(argument) : undefined;
  }

  /** The field names in the total order. */
  sortedNames(): readonly string[] {
    this.names ??= [...this.fields.keys()].sort();
    return this.names;
  }

  /** The record with another value for a field that it has. */
  with(name: string, value: Value): RecordValue {
    const before = this.fields.get(name)!;
    if (before === value) return this;
    const result = new RecordValue(this.fields.set(name, value));
    result.names = this.names;
    if (this.summed) {
      result.mendFrom(this, textLow(name, seeds.string), textHigh(name, seeds.string), before, value);
    }
    return result;
  }

  protected override partsHashAtOnce(): boolean {
    return this.fields.every(hashesAtOnce);
  }

  protected override addUp(): void {
    let [low, high] = [0, 0];
    this.fields.forEach((value, name) => {
      low = (low + pairLow(textLow(name, seeds.string), hashLow(value))) | 0;
      high = (high + pairHigh(textHigh(name, seeds.string), hashHigh(value))) | 0;
    });
    this.sumLow = low;
    this.sumHigh = high;
  }

  protected override sameAs(other: Structure): boolean {
    if (!(other instanceof RecordValue) || other.size !== this.size || this.differs(other)) return false;
    return this.fields.every((value, name) => {
      const there = other.fields.get(name);
      return there !== undefined && same(value, there);
    });
  }

  override toString(): string {
    return `[${this.sortedNames()
      .map((name) => `${name} |-> ${format(this.fields.get(name)!)}`)
      .join(", ")}]`;
  }

  override describe(): string {
    return "a record";
  }
}

/** A function on any other finite set. */
export class FunctionValue extends Mapping {
  readonly kind = "function";
  protected override readonly seed = seeds.function;
  private keys: readonly Value[] | null = null;

  /** Use `makeFunction`. */
  constructor(readonly entries: ImmutableMap<Value, Value>) {
    super();
  }

  override get size(): number {
    return this.entries.size;
  }

  override at(argument: Value): Value | undefined {
    return this.entries.get(argument);
  }

  /** The domain's elements in the total order. Throws ValueError if they cannot be compared with each other. */
  sortedKeys(): readonly Value[] {
    this.keys ??= [...this.entries.keys()].sort(compare);
    return this.keys;
  }

  /** The function with another value for an argument in its domain. */
  with(argument: Value, value: Value): FunctionValue {
    const before = this.entries.get(argument)!;
    if (before === value) return this;
    const result = new FunctionValue(this.entries.set(argument, value));
    result.keys = this.keys;
    if (this.summed) result.mendFrom(this, hashLow(argument), hashHigh(argument), before, value);
    return result;
  }

  /** An argument was hashed when it came into the map; whether all can be compared is known once they were sorted. */
  protected override partsHashAtOnce(): boolean {
    return this.keys !== null && this.entries.every(hashesAtOnce);
  }

  protected override addUp(): void {
    let [low, high] = [0, 0];
    // In order, to notice arguments that cannot be compared: TLC refuses such functions in states.
    for (const argument of this.sortedKeys()) {
      const value = this.entries.get(argument)!;
      low = (low + pairLow(hashLow(argument), hashLow(value))) | 0;
      high = (high + pairHigh(hashHigh(argument), hashHigh(value))) | 0;
    }
    this.sumLow = low;
    this.sumHigh = high;
  }

  protected override sameAs(other: Structure): boolean {
    if (!(other instanceof FunctionValue) || other.size !== this.size || this.differs(other)) return false;
    return this.entries.every((value, argument) => {
      const there = other.entries.get(argument);
      return there !== undefined && same(value, there);
    });
  }

  override toString(): string {
    const keys = sortedIfPossible([...this.entries.keys()]);
    return `(${keys.map((key) => `${format(key)} :> ${format(this.entries.get(key)!)}`).join(" @@ ")})`;
  }

  override describe(): string {
    return "a function";
  }
}

const emptyTuple = new TupleValue(List<Value>());

/** The tuple of the given items; << >> if there are none. */
export function makeTuple(items: Iterable<Value>): TupleValue {
  const list = List(items);
  return list.size === 0 ? emptyTuple : new TupleValue(list);
}

/** The record with the given fields, a later one of the same name counting; << >>, the empty function, without. */
export function makeRecord(entries: Iterable<readonly [string, Value]>): RecordValue | TupleValue {
  const fields = ImmutableMap(entries as Iterable<[string, Value]>);
  return fields.size === 0 ? emptyTuple : new RecordValue(fields);
}

/** The function with the given arguments and values, in canonical form; the first entry for an argument counts. */
export function makeFunction(
  entries: Iterable<readonly [Value, Value]>,
): TupleValue | RecordValue | FunctionValue {
  const list = Array.isArray(entries) ? (entries as readonly (readonly [Value, Value])[]) : [...entries];
  return (
    asTuple(list) ??
    asRecord(list) ??
    new FunctionValue(
      ImmutableMap<Value, Value>().withMutations((map) => {
        for (const [argument, value] of list) if (!map.has(argument)) map.set(argument, value);
      }),
    )
  );
}

/** A tuple, if the entries' arguments are 1..n. */
function asTuple(entries: readonly (readonly [Value, Value])[]): TupleValue | null {
  const items: Value[] = new Array(entries.length);
  let seen = 0;
  let largest = 0;
  for (const [argument, value] of entries) {
    if (typeof argument !== "number" || argument < 1 || argument > entries.length) return null;
    if (items[argument - 1] !== undefined) continue;
    items[argument - 1] = value;
    largest = Math.max(largest, argument);
    seen++;
  }
  if (seen !== largest) return null;
  items.length = seen;
  return makeTuple(items);
}

/** A record, if the entries' arguments are strings. */
function asRecord(entries: readonly (readonly [Value, Value])[]): RecordValue | null {
  for (const [argument] of entries) if (typeof argument !== "string") return null;
  const fields = ImmutableMap<string, Value>().withMutations((map) => {
    for (const [argument, value] of entries) {
      const name = argument as string;
      if (!map.has(name)) map.set(name, value);
    }
  });
  return new RecordValue(fields);
}
