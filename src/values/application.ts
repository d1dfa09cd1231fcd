/** Functions applied, their domains, and EXCEPT. */
import { equal } from "./compare.js";
import { codes, ValueError } from "./error.js";
import { FiniteSet, makeSet } from "./finite-set.js";
import { excerpt, kindOf } from "./format.js";
import { FunctionValue, RecordValue, TupleValue } from "./functions.js";
import { isInteger } from "./integers.js";
import { Interval } from "./interval.js";
import { LazyFunction } from "./lazy-function.js";
import { asSet } from "./set.js";
import type { SetValue, Value } from "./value.js";

/** A value that can be applied. */
export type AnyFunction = TupleValue | RecordValue | FunctionValue | LazyFunction;

/** A function on `domain` whose values are computed when they are asked for, each once. */
export function lazyFunction(domain: Value, compute: (argument: Value) => Value): LazyFunction {
  return new LazyFunction(asSet(domain, "a function's domain"), compute);
}

/** Whether a value is a function (a sequence or a record is one). */
export function isFunction(v: Value): v is AnyFunction {
  return (
    v instanceof TupleValue ||
    v instanceof RecordValue ||
    v instanceof FunctionValue ||
    v instanceof LazyFunction
  );
}

/** fn[arg]. Throws ValueError if `fn` is no function or `arg` is not in its domain. */
export function apply(fn: Value, arg: Value): Value {
  if (!isFunction(fn)) {
    throw new ValueError(codes.notFunction, `${kindOf(fn)}, ${excerpt(fn)}, was applied as a function`, [
      fn,
      arg,
    ]);
  }
  const value = lookUp(fn, arg);
  if (value !== undefined) return value;
  throw outside(fn, arg);
}

/** DOMAIN fn. Throws ValueError if `fn` is no function. */
export function domain(fn: Value): SetValue {
  if (fn instanceof TupleValue) return new Interval(1, fn.size);
  if (fn instanceof RecordValue) return FiniteSet.inOrder(fn.sortedNames());
  if (fn instanceof FunctionValue)
    return fn.domain.isSorted ? FiniteSet.inOrder(fn.sortedKeys()) : new FiniteSet(fn.domain.keys);
  if (fn instanceof LazyFunction) return fn.domain;
  throw new ValueError(
    codes.notFunction,
    `DOMAIN needs a function, but was given ${kindOf(fn)}, ${excerpt(fn)}`,
    [fn],
  );
}

/**
 * [fn EXCEPT ![path[0]][path[1]]... = update(old)]. As in TLC (class Tool, OPCODE_exc) an argument outside the domain
 * leaves the function as it is and `update` is not called; but an argument that cannot even be compared with those of
 * the domain is an error. Throws ValueError for that, and if something on the path is no function.
 */
export function except(fn: Value, path: readonly Value[], update: (old: Value) => Value): Value {
  return exceptFrom(fn, path, 0, update) ?? fn;
}

/** The changed function, or null if the path leads out of a domain. */
function exceptFrom(
  fn: Value,
  path: readonly Value[],
  from: number,
  update: (old: Value) => Value,
): Value | null {
  if (from === path.length) return update(fn);
  if (!isFunction(fn)) {
    throw new ValueError(codes.notFunction, `EXCEPT needs a function, but ${excerpt(fn)} is ${kindOf(fn)}`, [
      fn,
    ]);
  }
  const argument = path[from]!;
  const old = lookUp(fn, argument);
  if (old === undefined) return null;
  const value = exceptFrom(old, path, from + 1, update);
  if (value === null) return null;
  switch (fn.kind) {
    case "tuple":
      return fn.with(argument as number, value);
    case "record":
      return fn.with(argument as string, value);
    case "function":
      return fn.with(argument, value);
    case "lazyFunction":
      return new LazyFunction(fn.domain, (other) => (equal(other, argument) ? value : fn.at(other)));
  }
}

/**
 * The value for an argument, or undefined if it is not in the domain.
 * Throws ValueError for an argument of a kind that is not compared with those of the domain.
 */
function lookUp(fn: AnyFunction, argument: Value): Value | undefined {
  switch (fn.kind) {
    case "tuple":
      if (isInteger(argument)) return fn.at(argument);
      throw outside(fn, argument);
    case "record":
      if (typeof argument === "string") return fn.at(argument);
      throw outside(fn, argument);
    case "function": {
      const value = fn.at(argument);
      // Not found: have TLC's complaint if the argument cannot be compared with those of the domain.
      if (value === undefined) for (const key of fn.domain.keys) equal(key, argument);
      return value;
    }
    case "lazyFunction":
      return fn.domain.contains(argument) ? fn.at(argument) : undefined;
  }
}

function outside(fn: AnyFunction, argument: Value): ValueError {
  const set = domain(fn);
  const shown = excerpt(fn.kind === "record" ? makeSet(fn.sortedNames()) : set);
  return new ValueError(
    codes.outsideDomain,
    `${excerpt(argument)} is not in the domain ${shown} of the function ${excerpt(fn)}`,
    [fn, argument],
  );
}
