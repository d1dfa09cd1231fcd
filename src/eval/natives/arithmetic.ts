/** Modules Naturals, Integers and Reals (the latter only as far as the set Real goes). */
import { INT, type Integer, integers, interval, NAT, REAL, type Value } from "../../values/index.js";
import { integer, type Native, type NativeTable, pure } from "./native.js";

function infix(symbol: string, compute: (a: Integer, b: Integer) => Value): Native {
  return pure(2, (a, b) => compute(integer(a!, "first", symbol), integer(b!, "second", symbol)));
}

/**
 * The operators of Naturals. As in TLC they work on all integers: `-` may go below zero, `\div` rounds towards minus
 * infinity, `%` wants a positive divisor.
 */
export const naturals: NativeTable = {
  Nat: pure(0, () => NAT),
  "+": infix("+", integers.add),
  "-": infix("-", integers.subtract),
  "*": infix("*", integers.multiply),
  "^": infix("^", integers.power),
  "\\div": infix("\\div", integers.divide),
  "%": infix("%", integers.modulo),
  "<": infix("<", (a, b) => a < b),
  ">": infix(">", (a, b) => a > b),
  "<=": infix("<=", (a, b) => a <= b),
  ">=": infix(">=", (a, b) => a >= b),
  "..": infix("..", interval),
};

/** What Integers adds to Naturals; `-.` is prefix minus. */
export const integersModule: NativeTable = {
  Int: pure(0, () => INT),
  "-.": pure(1, (a) => integers.negate(integer(a!, "only", "-"))),
};

/** What Reals adds to Integers, as far as it can be computed. */
export const reals: NativeTable = {
  Real: pure(0, () => REAL),
};
