/**
 * TLA+'s integers: JavaScript numbers as long as they are safe, bigints beyond. All arithmetic goes through here,
 * so that every integer has one representation only and nothing is rounded or overflows. (TLC's are 32 bits wide and
 * it stops with an error where they overflow.)
 */
import { codes, ValueError } from "./error.js";
import { excerpt } from "./format.js";
import type { Value } from "./value.js";

/** An integer value: a number if it is safe, else a bigint. */
export type Integer = number | bigint;

/** Products and powers with more bits than this are refused: a few more squarings and they would not fit a machine. */
export const mostBits = 1_000_000;

const tooLarge = 2n ** BigInt(mostBits);

/** Whether a value is an integer. */
export function isInteger(value: Value): value is Integer {
  return typeof value === "number" || typeof value === "bigint";
}

/** A bigint in the representation of integers: as a number if that is safe. */
export function normalise(value: bigint): Integer {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

/** a + b */
export function add(a: Integer, b: Integer): Integer {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return normalise(BigInt(a) + BigInt(b));
}

/** a - b */
export function subtract(a: Integer, b: Integer): Integer {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return normalise(BigInt(a) - BigInt(b));
}

/** a * b. Throws ValueError for a monstrous result. */
export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    // Adding 0 turns -0 into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  const product = BigInt(a) * BigInt(b);
  if (product >= tooLarge || -product >= tooLarge) throw monstrous(a, "*", b);
  return normalise(product);
}

/** -a */
export function negate(a: Integer): Integer {
  return typeof a === "number" ? 0 - a : normalise(-a);
}

/** a \div b, rounded towards minus infinity. Throws ValueError if b is 0. */
export function divide(a: Integer, b: Integer): Integer {
  if (b === 0) throw new ValueError(codes.divisionByZero, `division by zero: ${a} \\div 0`, [a, b]);
  if (typeof a === "number" && typeof b === "number") {
    // a / b may be rounded up to the next integer when a is large; the exact remainder is not.
    const remainder = a % b;
    const quotient = (a - remainder) / b;
    return (remainder !== 0 && remainder < 0 !== b < 0 ? quotient - 1 : quotient) + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  const quotient = x / y;
  return normalise(x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient);
}

/** a % b, in 0..b-1. Throws ValueError unless b is positive, as TLC does. */
export function modulo(a: Integer, b: Integer): Integer {
  if (b <= 0) {
    throw new ValueError(codes.modulus, `the second operand of % must be positive, but it is ${b}`, [a, b]);
  }
  if (typeof a === "number" && typeof b === "number") {
    const remainder = a % b;
    return (remainder < 0 ? remainder + b : remainder) + 0;
  }
  const remainder = BigInt(a) % BigInt(b);
  return normalise(remainder < 0n ? remainder + BigInt(b) : remainder);
}

/** a ^ b. Throws ValueError for a negative exponent, for 0 ^ 0 (as TLC does), and for monstrous results. */
export function power(a: Integer, b: Integer): Integer {
  if (b < 0) {
    throw new ValueError(codes.power, `the exponent of ^ must not be negative, but it is ${b}`, [a, b]);
  }
  if (b === 0) {
    if (a === 0) throw new ValueError(codes.power, "0 ^ 0 has no value", [a, b]);
    return 1;
  }
  if (a === 0 || a === 1) return a;
  if (a === -1) return modulo(b, 2) === 0 ? 1 : -1;
  if (typeof a === "number" && typeof b === "number" && b <= 53) {
    // By hand, since `**` on numbers may be off by a bit where the result is large but still safe.
    let result = 1;
    for (let i = 0; i < b && Number.isSafeInteger(result); i++) result *= a;
    if (Number.isSafeInteger(result)) return result;
  }
  if (BigInt(a).toString(16).length * 4 * Number(b) > mostBits) throw monstrous(a, "^", b);
  return normalise(BigInt(a) ** BigInt(b));
}

function monstrous(a: Integer, operator: "*" | "^", b: Integer): ValueError {
  const expression = `${excerpt(a, 40)} ${operator} ${excerpt(b, 40)}`;
  return new ValueError(codes.power, `${expression} is too large to be computed`, [a, b]);
}
