import type { WorldAccess, WriteMode } from "../../explore/world.js";
import {
  codes,
  excerpt,
  type FunctionValue,
  type Integer,
  isFunction,
  isInteger,
  isSet,
  type RecordValue,
  type SetValue,
  TupleValue,
  type Value,
  ValueError,
} from "../../values/index.js";

/** What a native operator is given: a value, or an operator as a function of values. */
export type NativeArgument = Value | ((...args: Value[]) => Value);

/** What native operators may do besides computing. */
export interface NativeContext {
  /** Takes one line that the spec prints. */
  print(text: string): void;
  /** A number in [0, 1) from a seeded generator. */
  random(): number;
  /** The value last set under a key, for `TLCGet`. */
  get(key: string | number): Value | undefined;
  /** Sets the value of a key, for `TLCSet`. */
  set(key: string | number, value: Value): void;
  /** All keys that have a value, in the order in which they were first set. */
  registers(): readonly (readonly [string | number, Value])[];
  /** What the search says of itself; null where nothing is searched. */
  search(): SearchFacts | null;
  /** The value of a definition of the root module without parameters, in the states at hand; null: there is none. */
  definition(name: string): Value | null;
  /**
   * Asks something of the world outside. Throws ValueError where the user does not allow it, or it fails.
   * @param eachTime whether a definition asks anew at each use, rather than once
   */
  world<T>(ask: (world: WorldAccess) => T, eachTime?: boolean): T;
  /** Writes a file of the world, but only once where an evaluation is a repeated one. Throws as `world` does. */
  write(path: string, text: string, mode: WriteMode): void;
}

/** A search as values, for `TLCGet` and module TLCExt. Each is true of the moment at which it is asked for. */
export interface SearchFacts {
  config(): Value;
  statistics(): ReadonlyMap<string, Value>;
  level(): number;
  action(): Value;
  /** Throws ValueError where no state is complete yet. */
  trace(): Value;
  counterexample(): Value;
  spec(): Value;
  stop(): void;
}

/** An operator of a standard module that evaluators compute themselves. */
export interface Native {
  readonly arity: number;
  /** Positions of arguments that are handed over as functions without parameters, to be evaluated if need be. */
  readonly lazy?: readonly number[];
  /** The operator's value. Throws ValueError for arguments that it is not defined for. */
  apply(args: readonly NativeArgument[], context: NativeContext): Value;
}

/** Operators of a module by name. */
export type NativeTable = Readonly<Record<string, Native>>;

/** A native operator from a function of its arguments; arguments that are operators come last-minute, see `operator`. */
export function native(arity: number, apply: Native["apply"]): Native {
  return { arity, apply };
}

/** As `native`, with arguments at some positions that are not evaluated before they are needed. */
export function lazily(arity: number, lazy: readonly number[], apply: Native["apply"]): Native {
  return { arity, lazy, apply };
}

/** A native operator all of whose arguments are values, and that needs nothing else. */
export function pure(arity: number, compute: (...args: Value[]) => Value): Native {
  return { arity, apply: (args) => compute(...(args as readonly Value[])) };
}

/** An argument that is a value. Throws ValueError if an operator was passed. */
export function value(argument: NativeArgument | undefined): Value {
  if (typeof argument === "function" || argument === undefined) {
    throw new ValueError(codes.argument, "a value is needed here, but an operator was given");
  }
  return argument;
}

/** An argument that is an operator. Throws ValueError if a value was passed. */
export function operator(argument: NativeArgument | undefined, of: string): (...args: Value[]) => Value {
  if (typeof argument === "function") return argument;
  throw new ValueError(codes.argument, `${of} needs an operator as an argument, but was given a value`);
}

/** What an operator argument answers for the given values. Throws ValueError unless it is TRUE or FALSE. */
export function test(predicate: (...args: Value[]) => Value, of: string, ...args: Value[]): boolean {
  const answer = predicate(...args);
  if (typeof answer === "boolean") return answer;
  throw new ValueError(
    codes.notBoolean,
    `the operator given to ${of} must be TRUE or FALSE, but it is ${excerpt(answer)}`,
    [answer, ...args],
  );
}

/** The argument as an integer. Throws ValueError otherwise. */
export function integer(argument: Value, which: Ordinal, of: string): Integer {
  if (isInteger(argument)) return argument;
  throw wrong(argument, which, of, "an integer");
}

/** The argument as a string. Throws ValueError otherwise. */
export function string(argument: NativeArgument | undefined, which: Ordinal, of: string): string {
  const given = value(argument);
  if (typeof given === "string") return given;
  throw wrong(given, which, of, "a string");
}

/** The argument as a sequence. Throws ValueError otherwise. */
export function sequence(argument: Value, which: Ordinal, of: string): TupleValue {
  const plain = typeof argument === "object" ? argument.canonical() : argument;
  if (plain instanceof TupleValue) return plain;
  throw wrong(argument, which, of, "a sequence");
}

/** The argument as a function in canonical form. Throws ValueError otherwise. */
export function mapping(
  argument: Value,
  which: Ordinal,
  of: string,
): TupleValue | RecordValue | FunctionValue {
  if (!isFunction(argument)) throw wrong(argument, which, of, "a function");
  return argument.kind === "lazyFunction" ? argument.canonical() : argument;
}

/** The argument as a set. Throws ValueError otherwise. */
export function set(argument: Value, which: Ordinal, of: string): SetValue {
  if (isSet(argument)) return argument;
  throw wrong(argument, which, of, "a set");
}

/** The arguments of a function in order, each with its value. */
export function entriesOf(fn: TupleValue | RecordValue | FunctionValue): (readonly [Value, Value])[] {
  switch (fn.kind) {
    case "tuple":
      return fn.toArray().map((item, i) => [i + 1, item] as const);
    case "record":
      return fn.sortedNames().map((name) => [name, fn.at(name)!] as const);
    case "function":
      return fn.sortedKeys().map((key) => [key, fn.at(key)!] as const);
  }
}

/** Which argument a message speaks of. */
export type Ordinal = "first" | "second" | "third" | "fourth" | "fifth" | "only";

/** What to throw for an argument of the wrong kind. */
export function wrong(argument: Value, which: Ordinal, of: string, needed: string): ValueError {
  const position = which === "only" ? "the argument" : `the ${which} argument`;
  return new ValueError(
    codes.argument,
    `${position} of ${of} must be ${needed}, but it is ${excerpt(argument)}`,
    [argument],
  );
}
