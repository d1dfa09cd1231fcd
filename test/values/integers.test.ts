import "./deterministic.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Integer, integers, ValueError } from "../../src/values/index.js";

const { add, divide, modulo, multiply, negate, normalise, power, subtract } = integers;

const integer: fc.Arbitrary<Integer> = fc
  .oneof(
    fc.bigInt({ min: -20n, max: 20n }),
    fc.bigInt({ min: -(2n ** 53n) - 5n, max: -(2n ** 53n) + 5n }),
    fc.bigInt({ min: 2n ** 53n - 5n, max: 2n ** 53n + 5n }),
    fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }),
    fc.maxSafeInteger().map(BigInt),
  )
  .map(normalise);

/** One representation per integer: safe ones are numbers, and there is no -0. */
function exactly(result: Integer, wanted: bigint): void {
  expect(BigInt(result)).toBe(wanted);
  expect(typeof result).toBe(
    BigInt(Number(wanted)) === wanted && Number.isSafeInteger(Number(wanted)) ? "number" : "bigint",
  );
  expect(Object.is(result, -0)).toBe(false);
}

describe("integers", () => {
  test("sums, differences and products are exact at every size", () => {
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        exactly(add(a, b), BigInt(a) + BigInt(b));
        exactly(subtract(a, b), BigInt(a) - BigInt(b));
        exactly(multiply(a, b), BigInt(a) * BigInt(b));
        exactly(negate(a), -BigInt(a));
      }),
      { numRuns: 2000 },
    );
  });

  test("a = b * (a \\div b) + a % b, with 0 <= a % b < b", () => {
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        if (b === 0) return;
        const quotient = divide(a, b);
        const remainder = BigInt(a) - BigInt(b) * BigInt(quotient);
        exactly(quotient, BigInt(quotient));
        // Rounded towards minus infinity: the remainder has the divisor's sign.
        expect(remainder === 0n || remainder > 0n === b > 0).toBe(true);
        if (b > 0) exactly(modulo(a, b), remainder);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [-7, 2, -4],
    [7, -2, -4],
    [-7, -2, 3],
    [0, -5, 0],
  ])("%d \\div %d = %d", (a, b, quotient) => {
    expect(divide(a, b)).toBe(quotient);
  });

  test("powers are exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 40 }), (a, b) => {
        if (a !== 0 || b !== 0) exactly(power(a, b), BigInt(a) ** BigInt(b));
      }),
      { numRuns: 1000 },
    );
  });

  test.each<readonly [string, () => unknown, string]>([
    ["1 \\div 0", () => divide(1, 0), "E058"],
    ["1 % 0", () => modulo(1, 0), "E059"],
    ["1 % -3", () => modulo(1, -3), "E059"],
    ["2 ^ -1", () => power(2, -1), "E060"],
    ["0 ^ 0", () => power(0, 0), "E060"],
    ["(-3) ^ 10^9", () => power(-3, 10 ** 9), "E060"],
    ["2^600000 * 2^600000", () => multiply(2n ** 600_000n, 2n ** 600_000n), "E060"],
    ["2^600000 * -(2^600000)", () => multiply(2n ** 600_000n, -(2n ** 600_000n)), "E060"],
    ["10 ^ 10 ^ 10", () => power(10, 10_000_000_000), "E060"],
  ])("%s is an error", (_, compute, code) => {
    expect(compute).toThrow(ValueError);
    expect(compute).toThrow(expect.objectContaining({ code }));
  });

  test("squaring ends with an error of a readable length, and soon", () => {
    let message = "";
    let x: Integer = 3;
    try {
      for (let i = 0; i < 60; i++) x = multiply(x, x);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      message = error.message;
    }
    expect(message).toContain("is too large to be computed");
    expect(message.length).toBeLessThan(300);
    expect(x).toBe(3n ** (2n ** 19n));
    expect(() => power(x, 2)).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/.{300}/) }),
    );
  });

  test("powers of 0, 1 and -1 may be as high as you like", () => {
    expect([power(0, 10 ** 15), power(1, 10 ** 15), power(-1, 10 ** 15 + 1)]).toEqual([0, 1, -1]);
  });
});
