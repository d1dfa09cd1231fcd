/** Modules Bitwise, Combinatorics, DyadicRationals: arithmetic that naturals have no operators for. */
import {
  codes,
  excerpt,
  type Integer,
  integers,
  isInteger,
  lazyFunction,
  makeRecord,
  NAT,
  RecordValue,
  type Value,
  ValueError,
} from "../../../values/index.js";
import { integer, type Native, type NativeTable, type Ordinal, pure, wrong } from "../native.js";

/** The operators of Bitwise. Negative numbers are taken as rows of bits without end, as in two's complement. */
export const bitwise: NativeTable = {
  "&": bits("&", (a, b) => a & b),
  "|": bits("|", (a, b) => a | b),
  "^^": bits("^^", (a, b) => a ^ b),
  Not: pure(1, (a) => {
    const number = BigInt(integer(a!, "only", "Not"));
    return number <= 0n ? 0 : integers.normalise(((1n << BigInt(number.toString(2).length)) - 1n) ^ number);
  }),
  shiftR: pure(2, (n, places) => {
    const by = natural(places!, "second", "shiftR");
    return integers.normalise(BigInt(integer(n!, "first", "shiftR")) >> BigInt(by));
  }),
};

/** The operators of Combinatorics. */
export const combinatorics: NativeTable = {
  factorial: pure(0, () => factorials),
  choose: pure(2, (n, k) => choose(natural(n!, "first", "choose"), natural(k!, "second", "choose"))),
};

/** The operators of DyadicRationals that the evaluator computes itself. */
export const dyadicRationals: NativeTable = {
  Reduce: pure(1, (p) => reduced(...fraction(p!), p!)),
  /** The first of two fractions that is 0/1 gives way to the second as it is. */
  Add: pure(2, (p, q) => {
    const [num, den] = fraction(p!);
    if (num === 0 && den === 1) return q!;
    const [otherNum, otherDen] = fraction(q!);
    const common = den >= otherDen ? den : otherDen;
    const sum = integers.add(
      integers.multiply(num, integers.divide(common, den)),
      integers.multiply(otherNum, integers.divide(common, otherDen)),
    );
    return reduced(sum, common, p!);
  }),
  Half: pure(1, (p) => {
    const [num, den] = fraction(p!);
    return reduced(num, integers.multiply(2, den), p!);
  }),
  IsDyadicRational: pure(1, (p) => {
    const den = BigInt(fraction(p!)[1]);
    return den > 0n && (den & (den - 1n)) === 0n;
  }),
};

function bits(symbol: string, compute: (a: bigint, b: bigint) => bigint): Native {
  return pure(2, (a, b) =>
    integers.normalise(compute(BigInt(integer(a!, "first", symbol)), BigInt(integer(b!, "second", symbol)))),
  );
}

/** Each value is the product up to its argument; found from 1 on, since large arguments would nest too deep. */
const factorials = lazyFunction(NAT, (n) => {
  let product: Integer = 1;
  for (let i = 2; i <= (n as Integer); i++) product = integers.multiply(product, i);
  return product;
});

function choose(n: Integer, k: Integer): Integer {
  if (k > n) return 0;
  const rest = integers.subtract(n, k);
  const factors = rest < k ? rest : k;
  let result: Integer = 1;
  for (let i = 1; i <= factors; i++) {
    result = integers.divide(integers.multiply(result, integers.add(integers.subtract(n, factors), i)), i);
  }
  return result;
}

function natural(argument: Value, which: Ordinal, of: string): Integer {
  if (isInteger(argument) && argument >= 0) return argument;
  throw wrong(argument, which, of, "a natural number");
}

function fraction(p: Value): readonly [Integer, Integer] {
  const record = typeof p === "object" ? p.canonical() : p;
  const [num, den] = record instanceof RecordValue ? [record.at("num"), record.at("den")] : [];
  if (num !== undefined && den !== undefined && isInteger(num) && isInteger(den)) return [num, den];
  throw new ValueError(
    codes.argument,
    `${excerpt(p)} is no fraction: a record of two integers, num and den`,
    [p],
  );
}

/** A fraction in lowest terms. Throws ValueError for 0/0; `from` is what it was made of. */
function reduced(num: Integer, den: Integer, from: Value): Value {
  const common = gcd(num, den);
  if (common === 0) throw wrong(from, "only", "Reduce", "a fraction with another denominator than 0");
  return makeRecord([
    ["num", integers.divide(num, common)],
    ["den", integers.divide(den, common)],
  ]);
}

function gcd(a: Integer, b: Integer): Integer {
  if (typeof a === "number" && typeof b === "number") {
    let [x, y] = [Math.abs(a), Math.abs(b)];
    while (y !== 0) [x, y] = [y, x % y];
    return x;
  }
  let [x, y] = [BigInt(a), BigInt(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return integers.normalise(x < 0n ? -x : x);
}
