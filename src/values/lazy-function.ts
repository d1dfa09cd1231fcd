import { Map as ImmutableMap } from "immutable";
import { codes, ValueError } from "./error.js";
import { excerpt } from "./format.js";
import { type FunctionValue, makeFunction, type RecordValue, type TupleValue } from "./functions.js";
import { Structure } from "./structure.js";
import type { SetValue, Value } from "./value.js";

/**
 * A function given by a rule: each value is computed when it is first asked for, and remembered. Recursive functions
 * and functions on infinite sets are such; what is compared, hashed or printed is the canonical form.
 */
export class LazyFunction extends Structure {
  readonly kind = "lazyFunction";
  private computed = ImmutableMap<Value, Value>();
  private forced: TupleValue | RecordValue | FunctionValue | null = null;

  /** Use `lazyFunction`. `compute` is called at most once per argument, with elements of the domain only. */
  constructor(
    readonly domain: SetValue,
    private readonly compute: (argument: Value) => Value,
  ) {
    super();
  }

  /** The value for an argument that is in the domain. Throws what the rule throws. */
  at(argument: Value): Value {
    let value = this.computed.get(argument);
    if (value === undefined) {
      value = this.compute(argument);
      this.computed = this.computed.set(argument, value);
    }
    return value;
  }

  /** The function with all values computed. Throws ValueError if the domain cannot be enumerated. */
  override canonical(): TupleValue | RecordValue | FunctionValue {
    if (this.forced === null) {
      if (!this.domain.isFinite()) {
        throw new ValueError(
          codes.infinite,
          `a function on the infinite set ${excerpt(this.domain)} can only be applied, not compared, stored or printed`,
          [this],
        );
      }
      this.forced = makeFunction(
        this.domain.elements().map((argument) => [argument, this.at(argument)] as const),
      );
    }
    return this.forced;
  }

  protected override digest(): void {
    const value = this.canonical();
    this.lowWord = value.hashLow();
    this.highWord = value.hashHigh();
    this.hashed = true;
  }

  protected override sameAs(other: Structure): boolean {
    return this.canonical().equals(other);
  }

  override toString(): string {
    return this.domain.isFinite() ? this.canonical().toString() : `[x \\in ${this.domain} |-> ...]`;
  }

  override describe(): string {
    return "a function";
  }
}
