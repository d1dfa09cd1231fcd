/** Function literals and EXCEPT. */
import type { Core, Local } from "../semantics/core.js";
import {
  contains,
  elements,
  enumerate,
  except,
  functionOn,
  isFiniteSet,
  isSet,
  lazyFunction,
  makeFunction,
  makeTuple,
  productSet,
  type TupleValue,
  type Value,
} from "../values/index.js";
import { Env, type PartialState } from "./environment.js";
import type { Interpreter } from "./interpreter.js";
import { leaving, type Use } from "./recursion.js";

type State = PartialState | null;

/** What a function given by a rule is for one argument: an expression. */
export interface RuleBody {
  readonly core: Core;
  readonly env: Env | null;
  /** The use of a recursive function, for `leaving`; null if it is none. */
  readonly use: (() => Use) | null;
}

/** How to read the functions that are given by rules. */
const rules = new WeakMap<Value & object, (argument: Value) => RuleBody>();

/**
 * What a function's rule says of an argument; null if the function is not given by a rule (any longer), or the argument
 * is not in its domain. Throws ValueError if that cannot be told.
 */
export function ruleFor(fn: Value, argument: Value): RuleBody | null {
  if (typeof fn !== "object" || fn.kind !== "lazyFunction" || !fn.isRule || !contains(fn.domain, argument))
    return null;
  return rules.get(fn)?.(argument) ?? null;
}

/** A function with more arguments than this is computed as far as it is asked for. */
const MOST_AT_ONCE = 10_000;

/**
 * `[x \in S |-> e]`: computed at once, unless it is recursive, on an infinite or very large set, or about to be applied
 * (`lazy`). Throws what its parts throw.
 */
export function functionLiteral(
  interpreter: Interpreter,
  core: Extract<Core, { kind: "function" }>,
  env: Env | null,
  state: State,
  next: State,
  lazy: boolean,
): Value {
  if (lazy || core.self !== null) return literal(interpreter, core, env, state, next, lazy);
  const kept = interpreter.closed.get(core);
  if (kept !== undefined && kept !== null) return kept;
  const value = literal(interpreter, core, env, state, next, false);
  if (kept === undefined) interpreter.closed.keep(core, value);
  return value;
}

function literal(
  interpreter: Interpreter,
  core: Extract<Core, { kind: "function" }>,
  env: Env | null,
  state: State,
  next: State,
  lazy: boolean,
): Value {
  const { bounds, body, self } = core;
  const single = bounds.length === 1;
  const sets = bounds.map((bound) => interpreter.setOf(bound.set, env, state, next));
  interpreter.place(core, env);
  const from = single ? sets[0]! : productSet(sets);
  const byRule = (): Value => {
    const enter = (argument: Value): Env | null => {
      let inner: Env | null = self === null ? env : new Env(self, fn, env);
      if (single) inner = interpreter.bindElement(bounds[0]!, argument, inner);
      else {
        bounds.forEach((bound, i) => {
          inner = interpreter.bindElement(bound, (argument as TupleValue).item(i), inner);
        });
      }
      return inner;
    };
    const fn = lazyFunction(from, (argument) => {
      const inner = enter(argument);
      if (self === null) return interpreter.lazyValue(body, inner, state, next);
      try {
        return interpreter.lazyValue(body, inner, state, next);
      } catch (thrown) {
        throw leaving(thrown, () => useOf(core, self, inner));
      }
    });
    rules.set(fn, (argument) => {
      const inner = enter(argument);
      return { core: body, env: inner, use: self === null ? null : () => useOf(core, self, inner) };
    });
    return fn;
  };
  if (lazy || self !== null || !isFiniteSet(from) || isHuge(sets)) return byRule();
  if (!single) return functionOfMany(interpreter, core, sets, env, state, next);
  const keys = elements(from);
  const values: Value[] = [];
  for (const key of keys) {
    values.push(interpreter.value(body, interpreter.bindElement(bounds[0]!, key, env), state, next));
  }
  return functionOn(keys, values);
}

/** A function of several arguments, its values computed. */
function functionOfMany(
  interpreter: Interpreter,
  { bounds, body }: Extract<Core, { kind: "function" }>,
  sets: readonly Value[],
  env: Env | null,
  state: State,
  next: State,
): Value {
  const entries: [Value, Value][] = [];
  const descend = (index: number, inner: Env | null, argument: readonly Value[]): void => {
    if (index === bounds.length) {
      entries.push([makeTuple(argument), interpreter.value(body, inner, state, next)]);
      return;
    }
    for (const element of enumerate(sets[index]!)) {
      descend(index + 1, interpreter.bindElement(bounds[index]!, element, inner), [...argument, element]);
    }
  };
  descend(0, env, []);
  return makeFunction(entries);
}

/** Whether a function has too many arguments for all of its values to be computed, perhaps in vain. */
function isHuge(sets: readonly Value[]): boolean {
  return (
    sets.reduce<number>((size, set) => size * (isSet(set) ? Math.max(1, set.estimate()) : 1), 1) >
    MOST_AT_ONCE
  );
}

/** A recursive function's use, for `leaving`. */
function useOf({ bounds, span }: Extract<Core, { kind: "function" }>, self: Local, env: Env | null): Use {
  const params = bounds.flatMap((bound) => bound.locals);
  return { name: self.name, brackets: "[]", params, env, span };
}

/** `[f EXCEPT ![i].a = e, …]`: each update sees what those before it made. Throws what its parts throw. */
export function exceptFunction(
  interpreter: Interpreter,
  core: Extract<Core, { kind: "except" }>,
  env: Env | null,
  state: State,
  next: State,
): Value {
  let result = interpreter.value(core.base, env, state, next);
  for (const update of core.updates) {
    const path = update.path.map((index) => interpreter.value(index, env, state, next));
    interpreter.place(core, env);
    result = except(result, path, (old) => {
      const value = interpreter.value(update.value, new Env(update.at, old, env), state, next);
      interpreter.place(core, env);
      return value;
    });
  }
  return result;
}
