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
}

/** An operator of a standard module that evaluators compute themselves. */
export interface Native {
  readonly arity: number;
  /** The operator's value. Throws ValueError for arguments that it is not defined for. */
  apply(args: readonly NativeArgument[], context: NativeContext): Value;
}

/** Operators of a module by name. */
export type NativeTable = Readonly<Record<string, Native>>;

/** A native operator from a function of its arguments; arguments that are operators come last-minute, see `operator`. */
export function native(arity: number, apply: Native["apply"]): Native {
  return { arity, apply };
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
      return fn.items.toArray().map((item, i) => [i + 1, item] as const);
    case "record":
      return fn.sortedNames().map((name) => [name, fn.fields.get(name)!] as const);
    case "function":
      return fn.sortedKeys().map((key) => [key, fn.entries.get(key)!] as const);
  }
}

/** Which argument a message speaks of. */
export type Ordinal = "first" | "second" | "third" | "only";

/** What to throw for an argument of the wrong kind. */
export function wrong(argument: Value, which: Ordinal, of: string, needed: string): ValueError {
  const position = which === "only" ? "the argument" : `the ${which} argument`;
  return new ValueError(
    codes.argument,
    `${position} of ${of} must be ${needed}, but it is ${excerpt(argument)}`,
    [argument],
  );
}
