import { Map as ImmutableMap } from "immutable";
import type { Value } from "./value.js";

/** A table from values to anything, for algorithms that fill it as they go. Equal values are one key. */
export class ValueTable<T> {
  private readonly entries = ImmutableMap<Value, T>().asMutable();

  /** What was set for a value, or undefined. */
  get(key: Value): T | undefined {
    return this.entries.get(key);
  }

  /** Whether something was set for a value. */
  has(key: Value): boolean {
    return this.entries.has(key);
  }

  /** Sets what belongs to a value. */
  set(key: Value, item: T): void {
    this.entries.set(key, item);
  }

  /** The values that something was set for, in no particular order. */
  keys(): readonly Value[] {
    return [...this.entries.keys()];
  }
}
