/**
 * Actions that a look at a state rules out. The step of a process begins with `pc[self] = "name"`, and most steps are
 * not the one that a process is at: comparing the label is enough to know that such a step gives nothing. Whatever is
 * not of that form, or not as expected, is left to the enumeration.
 */
import type { Core } from "../semantics/core.js";
import { type AnyFunction, isFunction, same, type Value } from "../values/index.js";
import type { ActionInstance } from "./actions.js";
import { Closure, type Env, LocalDefinition, lookup, type PartialState, Thunk } from "./environment.js";

/** A variable, or the value of one (a function) for an argument. */
interface Location {
  readonly variable: number;
  readonly argument: Value | null;
}

/** What a location must hold for an action to be possible. */
interface Guard {
  /** Index of the location. */
  readonly location: number;
  readonly value: Value;
}

/** The guards of a model's actions. */
export class Guards {
  private readonly locations: Location[] = [];
  /** By the action's index. */
  private readonly guards: readonly (Guard | null)[];

  constructor(actions: readonly ActionInstance[]) {
    this.guards = actions.map(({ body, env }) => this.guardOf(firstConjunct(body), env));
  }

  /** What a state holds where guards look; to be given to `excludes`. */
  look(state: PartialState): readonly (Value | undefined)[] {
    return this.locations.map(({ variable, argument }) => {
      const value = state[variable];
      if (argument === null || value === undefined) return value;
      return isFunction(value) ? elementOf(value, argument) : undefined;
    });
  }

  /** Whether an action leads nowhere from the state that was looked at. */
  excludes(action: number, found: readonly (Value | undefined)[]): boolean {
    const guard = this.guards[action]!;
    if (guard === null) return false;
    const value = found[guard.location];
    // Values of different kinds are not compared at all: that is an error, which the enumeration reports.
    return typeof value === typeof guard.value && value !== guard.value;
  }

  /** The guard that a formula `x = value` or `f[argument] = value` is, if its parts are simple enough. */
  private guardOf(core: Core, env: Env | null): Guard | null {
    if (core.kind !== "builtin" || core.op !== "=") return null;
    const left = core.args[0]!;
    const value = simpleValue(core.args[1]!, env);
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
    if (left.kind === "variable") return this.guard(left.variable.index, null, value);
    if (left.kind !== "apply" || left.fn.kind !== "variable") return null;
    const argument = simpleValue(left.arg, env);
    return argument === undefined ? null : this.guard(left.fn.variable.index, argument, value);
  }

  private guard(variable: number, argument: Value | null, value: Value): Guard {
    let location = this.locations.findIndex(
      (other) =>
        other.variable === variable &&
        (argument === null || other.argument === null
          ? other.argument === argument
          : same(other.argument, argument)),
    );
    if (location < 0) location = this.locations.push({ variable, argument }) - 1;
    return { location, value };
  }
}

/** What is evaluated first of a formula. */
function firstConjunct(core: Core): Core {
  return core.kind === "and" ? firstConjunct(core.items[0]!) : core;
}

/** The value of a literal, a bound name or a constant that stands for one; undefined for all else. */
function simpleValue(core: Core, env: Env | null): Value | undefined {
  switch (core.kind) {
    case "literal":
      return core.value;
    case "local": {
      if (core.args.length > 0) return undefined;
      const binding = lookup(env, core.local);
      const delayed =
        binding instanceof Thunk || binding instanceof Closure || binding instanceof LocalDefinition;
      return delayed ? undefined : binding;
    }
    case "constant": {
      const { binding } = core.constant;
      if (core.args.length > 0) return undefined;
      return binding.kind === "value" ? binding.value : simpleValue(binding.definition.body, null);
    }
    default:
      return undefined;
  }
}

/** A function's value for an argument; undefined if it is not in the domain, or not so simple to find. */
function elementOf(fn: AnyFunction, argument: Value): Value | undefined {
  return fn.kind === "lazyFunction" ? undefined : fn.at(argument);
}
