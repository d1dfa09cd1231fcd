import { Map as ImmutableMap } from "immutable";
import { codes, ValueError } from "./error.js";
import { excerpt } from "./format.js";
import { type FunctionValue, makeFunction, type RecordValue, type TupleValue } from "./functions.js";
import { Structure } from "./structure.js";
import type { SetValue, Value } from "./value.js";

/** How the values are found, and those found so far. */
interface Rule {
  readonly kind: "rule";
  readonly compute: (argument: Value) => Value;
  computed: ImmutableMap<Value, Value>;
}

/**
 * A function given by a rule: each value is computed when it is first asked for, and remembered. Recursive functions
 * and functions on infinite sets are such; what is compared, hashed or printed is the canonical form.
 *
 * A rule holds on to what it was made from, such as the state before: a function in a state that kept its rule would
 * keep all states on the way to it.
 */
export class LazyFunction extends Structure {
  readonly kind = "lazyFunction";
  private form: Rule | TupleValue | RecordValue | FunctionValue;

  /** Use `lazyFunction`. `compute` is called with elements of the domain only, and never again once it gave a value. */
  constructor(
    readonly domain: SetValue,
    compute: (argument: Value) => Value,
  ) {
    super();
    this.form = { kind: "rule", compute, computed: ImmutableMap() };
  }

  /** Whether its values are still computed when they are asked for. */
  get isRule(): boolean {
    return this.form.kind === "rule";
  }

  /** The value for an argument that is in the domain. Throws what the rule throws. */
  at(argument: Value): Value {
    const { form } = this;
    if (form.kind !== "rule") return form.at(argument)!;
    let value = form.computed.get(argument);
    if (value === undefined) {
      value = form.compute(argument);
      form.computed = form.computed.set(argument, value);
    }
    return value;
  }

  /** The function with all values computed; from then on the rule is forgotten. Throws ValueError if the domain cannot be enumerated. */
  override canonical(): TupleValue | RecordValue | FunctionValue {
    if (this.form.kind === "rule") {
      if (!this.domain.isFinite()) {
        throw new ValueError(
          codes.infinite,
          `a function on the infinite set ${excerpt(this.domain)} can only be applied, not compared, stored or printed`,
          [this],
        );
      }
      this.form = makeFunction(
        this.domain.elements().map((argument) => [argument, this.at(argument)] as const),
      );
    }
    return this.form;
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
