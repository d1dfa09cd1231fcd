import { Map as ImmutableMap } from "immutable";
import { format } from "./format.js";
import { hashHigh, hashLow, pairHigh, pairLow, seeds, textHigh, textLow } from "./hash.js";
import { Mapping, replaced } from "./mapping.js";
import { hashesAtOnce, type Structure, same } from "./structure.js";
import type { TupleValue } from "./tuple.js";
import { tupleOf } from "./tuple.js";
import type { Value } from "./value.js";

/** The names of some records' fields, in the total order: one object for all records that have them. */
export class Shape {
  readonly index: ReadonlyMap<string, number>;
  readonly lows: readonly number[];
  readonly highs: readonly number[];

  constructor(readonly names: readonly string[]) {
    this.index = new Map(names.map((name, i) => [name, i]));
    this.lows = names.map((name) => textLow(name, seeds.string));
    this.highs = names.map((name) => textHigh(name, seeds.string));
  }
}

/** Names as they come, one after the other: leads from those given so far to the shape that they make. */
class Path {
  private readonly next = new Map<string, Path>();
  private reached: { readonly shape: Shape; readonly order: readonly number[] } | null = null;

  constructor(private readonly names: readonly string[]) {}

  step(name: string): Path {
    let path = this.next.get(name);
    if (path === undefined) {
      path = new Path([...this.names, name]);
      this.next.set(name, path);
    }
    return path;
  }

  /** The place of a name among those given so far; -1 if it was not given. */
  place(name: string): number {
    return this.names.indexOf(name);
  }

  /** The shape, and for each of its names at which place it was given. */
  end(): { readonly shape: Shape; readonly order: readonly number[] } {
    if (this.reached === null) {
      const names = [...this.names].sort();
      const order = names.map((name) => this.names.indexOf(name));
      const sorted = order.every((place, i) => place === i);
      const shape = sorted
        ? new Shape(names)
        : names.reduce((path, name) => path.step(name), start).end().shape;
      this.reached = { shape, order };
    }
    return this.reached;
  }
}

const start = new Path([]);

/** The shape of records with these names, which are in the total order and at least one. */
export function shapeOf(names: readonly string[]): Shape {
  return names.reduce((path, name) => path.step(name), start).end().shape;
}

/** A record: a function on a non-empty finite set of strings. */
export class RecordValue extends Mapping {
  readonly kind = "record";
  protected override readonly seed = seeds.record;
  private map: ImmutableMap<string, Value> | null = null;

  /** Use `makeRecord`. The values are in the order of the shape's names. */
  constructor(
    private readonly shape: Shape,
    private readonly values: readonly Value[],
  ) {
    super();
  }

  /** The fields as an immutable map. */
  get fields(): ImmutableMap<string, Value> {
    this.map ??= ImmutableMap(this.shape.names.map((name, i) => [name, this.values[i]!] as const));
    return this.map;
  }

  override get size(): number {
    return this.values.length;
  }

  override at(argument: Value): Value | undefined {
    const index = this.shape.index.get(argument as string);
    return index === undefined ? undefined : this.values[index];
  }

  /** The field names in the total order. */
  sortedNames(): readonly string[] {
    return this.shape.names;
  }

  /** The fields' values in the order of their names. */
  sortedValues(): readonly Value[] {
    return this.values;
  }

  /** The record with another value for a field that it has. */
  with(name: string, value: Value): RecordValue {
    const { shape, values } = this;
    const index = shape.index.get(name)!;
    const before = values[index]!;
    if (before === value) return this;
    const result = new RecordValue(shape, replaced(values, index, value));
    result.mendFrom(this, shape.lows[index]!, shape.highs[index]!, before, value);
    return result;
  }

  protected override partsHashAtOnce(): boolean {
    return this.values.every(hashesAtOnce);
  }

  protected override addUp(): void {
    const { shape, values } = this;
    let [low, high] = [0, 0];
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      low = (low + pairLow(shape.lows[i]!, hashLow(value))) | 0;
      high = (high + pairHigh(shape.highs[i]!, hashHigh(value))) | 0;
    }
    this.sumLow = low;
    this.sumHigh = high;
  }

  protected override sameAs(other: Structure): boolean {
    if (!(other instanceof RecordValue) || other.shape !== this.shape || this.differs(other)) return false;
    for (let i = 0; i < this.values.length; i++) {
      if (!same(this.values[i]!, other.values[i]!)) return false;
    }
    return true;
  }

  /** As TLC (class FcnRcdValue): brackets only if all names are ones that a record's fields can have. */
  override toString(): string {
    const { names } = this.shape;
    if (names.every(isFieldName)) {
      return `[${names.map((name, i) => `${name} |-> ${format(this.values[i]!)}`).join(", ")}]`;
    }
    return `(${names.map((name, i) => `${format(name)} :> ${format(this.values[i]!)}`).join(" @@ ")})`;
  }

  override describe(): string {
    return "a record";
  }
}

/** Whether a record's field can have the name. */
function isFieldName(name: string): boolean {
  return /^(?![WS]F_)\w*[A-Za-z]\w*$/.test(name);
}

/** The record with the given fields, a later one of the same name counting; << >>, the empty function, without. */
export function makeRecord(entries: Iterable<readonly [string, Value]>): RecordValue | TupleValue {
  return recordOf(entries, true);
}

/** As `makeRecord`; `latest`: whether a later entry of the same name counts, or the first one. */
export function recordOf(
  entries: Iterable<readonly [string, Value]>,
  latest: boolean,
): RecordValue | TupleValue {
  const given: Value[] = [];
  let path = start;
  for (const [name, value] of entries) {
    const place = path.place(name);
    if (place < 0) {
      path = path.step(name);
      given.push(value);
    } else if (latest) given[place] = value;
  }
  if (given.length === 0) return tupleOf([]);
  const { shape, order } = path.end();
  return new RecordValue(
    shape,
    order.map((place) => given[place]!),
  );
}
