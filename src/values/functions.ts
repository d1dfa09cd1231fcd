/**
 * Functions with a finite domain, in their three canonical forms: a function on 1..n is a tuple (a sequence), one on
 * a non-empty set of strings a record, any other a FunctionValue; the empty function is << >>. So two equal functions
 * have the same form and are compared without conversion.
 */
import { Map as ImmutableMap } from "immutable";
import { compare, sortedIfPossible } from "./compare.js";
import { format } from "./format.js";
import { hashHigh, hashLow, pairHigh, pairLow, seeds } from "./hash.js";
import { Mapping, replaced } from "./mapping.js";
import { RecordValue, recordOf, type Shape, shapeOf } from "./record.js";
import { hashesAtOnce, type Structure, same } from "./structure.js";
import { type TupleValue, tupleOf } from "./tuple.js";
import type { Value } from "./value.js";

export { makeRecord, RecordValue } from "./record.js";
export { makeTuple, TupleValue } from "./tuple.js";

/** The arguments of a function, shared by the functions that EXCEPT makes of it. */
export class Domain {
  /** Places of the arguments that are told apart by `===`, and of all others by their hashes. */
  private readonly atoms = new Map<Value, number>();
  private readonly hashes = new Map<number, number[]>();
  private order: readonly number[] | null = null;

  /** The arguments must differ from each other. */
  constructor(readonly keys: readonly Value[]) {
    keys.forEach((key, place) => {
      if (isAtom(key)) this.atoms.set(key, place);
      else {
        const hash = hashLow(key);
        const places = this.hashes.get(hash);
        if (places === undefined) this.hashes.set(hash, [place]);
        else places.push(place);
      }
    });
  }

  /** The place of an argument; -1 if it is none. */
  find(argument: Value): number {
    if (isAtom(argument)) return this.atoms.get(argument) ?? -1;
    if (this.hashes.size === 0) return -1;
    const places = this.hashes.get(hashLow(argument));
    if (places !== undefined) for (const place of places) if (same(this.keys[place]!, argument)) return place;
    return -1;
  }

  /** The places in the total order of the arguments. Throws ValueError if they cannot be compared with each other. */
  sorted(): readonly number[] {
    this.order ??= this.keys.map((_, place) => place).sort((a, b) => compare(this.keys[a]!, this.keys[b]!));
    return this.order;
  }

  /** Whether it is known that all arguments can be compared with each other. */
  get isSorted(): boolean {
    return this.order !== null;
  }
}

/** Whether a value is equal to no other object: all but structures; there is one object for each model value. */
function isAtom(value: Value): boolean {
  return typeof value !== "object" || value.kind === "model";
}

/** A function on any other finite set. */
export class FunctionValue extends Mapping {
  readonly kind = "function";
  protected override readonly seed = seeds.function;
  private map: ImmutableMap<Value, Value> | null = null;

  /** Use `makeFunction`. The values are in the order of the domain's keys. */
  constructor(
    readonly domain: Domain,
    readonly values: readonly Value[],
  ) {
    super();
  }

  /** The entries as an immutable map. */
  get entries(): ImmutableMap<Value, Value> {
    this.map ??= ImmutableMap(this.domain.keys.map((key, i) => [key, this.values[i]!] as const));
    return this.map;
  }

  override get size(): number {
    return this.values.length;
  }

  override at(argument: Value): Value | undefined {
    const place = this.domain.find(argument);
    return place < 0 ? undefined : this.values[place];
  }

  /** The domain's elements in the total order. Throws ValueError if they cannot be compared with each other. */
  sortedKeys(): readonly Value[] {
    return this.domain.sorted().map((place) => this.domain.keys[place]!);
  }

  /** The values in the order of the sorted domain. Throws ValueError like `sortedKeys`. */
  sortedValues(): readonly Value[] {
    return this.domain.sorted().map((place) => this.values[place]!);
  }

  /** The function with another value for an argument in its domain. */
  with(argument: Value, value: Value): FunctionValue {
    const place = this.domain.find(argument);
    const before = this.values[place]!;
    if (before === value) return this;
    const result = new FunctionValue(this.domain, replaced(this.values, place, value));
    if (this.summed) result.mendFrom(this, hashLow(argument), hashHigh(argument), before, value);
    return result;
  }

  /** An argument was hashed when it came into the domain; whether all can be compared is known once they were sorted. */
  protected override partsHashAtOnce(): boolean {
    return this.domain.isSorted && this.values.every(hashesAtOnce);
  }

  protected override addUp(): void {
    const { domain, values } = this;
    let [low, high] = [0, 0];
    // In order, to notice arguments that cannot be compared: TLC refuses such functions in states.
    for (const place of domain.sorted()) {
      const argument = domain.keys[place]!;
      const value = values[place]!;
      low = (low + pairLow(hashLow(argument), hashLow(value))) | 0;
      high = (high + pairHigh(hashHigh(argument), hashHigh(value))) | 0;
    }
    this.sumLow = low;
    this.sumHigh = high;
  }

  protected override sameAs(other: Structure): boolean {
    if (!(other instanceof FunctionValue) || other.size !== this.size || this.differs(other)) return false;
    const { keys } = this.domain;
    for (let i = 0; i < keys.length; i++) {
      const place = other.domain === this.domain ? i : other.domain.find(keys[i]!);
      if (place < 0 || !same(this.values[i]!, other.values[place]!)) return false;
    }
    return true;
  }

  override toString(): string {
    const keys = sortedIfPossible(this.domain.keys);
    return `(${keys.map((key) => `${format(key)} :> ${format(this.at(key)!)}`).join(" @@ ")})`;
  }

  override describe(): string {
    return "a function";
  }
}

/** The function with the given arguments and values, in canonical form; the first entry for an argument counts. */
export function makeFunction(
  entries: Iterable<readonly [Value, Value]>,
): TupleValue | RecordValue | FunctionValue {
  const list = Array.isArray(entries) ? (entries as readonly (readonly [Value, Value])[]) : [...entries];
  return asTuple(list) ?? asRecord(list) ?? asFunction(list);
}

/** What functions on the elements of some sets look like, by the lists of their elements. */
const layouts = new WeakMap<readonly Value[], "tuple" | Shape | Domain>();

/** The function on the elements of a set, which are in the total order, with these values, in canonical form. */
export function functionOn(
  elements: readonly Value[],
  values: readonly Value[],
): TupleValue | RecordValue | FunctionValue {
  let layout = layouts.get(elements);
  if (layout === undefined) {
    if (elements.every((element, i) => element === i + 1)) layout = "tuple";
    else if (elements.every((element) => typeof element === "string"))
      layout = shapeOf(elements as readonly string[]);
    else layout = new Domain(elements);
    layouts.set(elements, layout);
  }
  if (layout === "tuple") return tupleOf(values);
  return layout instanceof Domain ? new FunctionValue(layout, values) : new RecordValue(layout, values);
}

/** A tuple, if the entries' arguments are 1..n. */
function asTuple(entries: readonly (readonly [Value, Value])[]): TupleValue | null {
  const items: Value[] = [];
  let largest = 0;
  let seen = 0;
  for (const [argument, value] of entries) {
    if (typeof argument !== "number" || argument < 1 || argument > entries.length) return null;
    if (items[argument - 1] !== undefined) continue;
    items[argument - 1] = value;
    largest = Math.max(largest, argument);
    seen++;
  }
  return seen === largest ? tupleOf(items) : null;
}

/** A record, if the entries' arguments are strings. */
function asRecord(entries: readonly (readonly [Value, Value])[]): RecordValue | null {
  for (const [argument] of entries) if (typeof argument !== "string") return null;
  return recordOf(entries as readonly (readonly [string, Value])[], false) as RecordValue;
}

function asFunction(entries: readonly (readonly [Value, Value])[]): FunctionValue {
  const domain = new Domain(entries.map(([argument]) => argument));
  const first = entries.filter(([argument], i) => domain.find(argument) === i);
  if (first.length < entries.length) return withoutRepetitions(entries);
  return new FunctionValue(
    domain,
    entries.map(([, value]) => value),
  );
}

function withoutRepetitions(entries: readonly (readonly [Value, Value])[]): FunctionValue {
  const map = ImmutableMap<Value, Value>().withMutations((all) => {
    for (const [argument, value] of entries) if (!all.has(argument)) all.set(argument, value);
  });
  return new FunctionValue(new Domain([...map.keys()]), [...map.values()]);
}
