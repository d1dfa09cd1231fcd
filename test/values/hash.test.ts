import "./deterministic.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  except,
  fingerprint,
  hash,
  interval,
  lazyFunction,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  modelValue,
  NAT,
  same,
  type Value,
} from "../../src/values/index.js";
import { anyValue, disguise, functionAndArgument, threeValues } from "./arbitrary.js";

function print64(values: readonly Value[]): string {
  const out = new Uint32Array(2);
  fingerprint(values, out);
  return `${out[1]!.toString(16)}:${out[0]!.toString(16)}`;
}

describe("hashes and fingerprints", () => {
  test("equal values have equal ones, whatever their representation", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const other = disguise(value);
        expect(hash(other)).toBe(hash(value));
        expect(print64([other])).toBe(print64([value]));
        expect(same(value, other) && same(other, value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("different values have different fingerprints", () => {
    fc.assert(
      fc.property(threeValues, ([a, b]) => {
        expect(print64([a]) === print64([b])).toBe(same(a, b));
      }),
      { numRuns: 1000 },
    );
  });

  test("what EXCEPT makes hashes like the same function made afresh", () => {
    fc.assert(
      fc.property(functionAndArgument, anyValue, ([fn, argument], value) => {
        hash(fn);
        const changed = except(fn, [argument], () => value);
        const afresh = makeFunction(
          [...entries(fn)].map(([key, old]) => [key, same(key, argument) ? value : old] as const),
        );
        expect(print64([changed])).toBe(print64([afresh]));
        expect(same(changed, afresh)).toBe(true);
      }),
    );
  });

  test("kinds, positions and nesting count", () => {
    const m = modelValue("1");
    const values: Value[] = [
      1,
      1n << 60n,
      "1",
      true,
      m,
      makeTuple([1]),
      makeTuple([1, 1]),
      makeTuple([makeTuple([1])]),
    ];
    values.push(makeSet([1]), makeSet([makeSet([1])]), makeSet([]), makeTuple([]), makeRecord([["1", 1]]));
    values.push(
      makeFunction([[2, 1]]),
      makeFunction([[m, 1]]),
      makeTuple([1, 2]),
      makeTuple([2, 1]),
      -1,
      2 ** 32,
      0,
    );
    expect(new Set(values.map((value) => print64([value]))).size).toBe(values.length);
    expect(print64([1, 2])).not.toBe(print64([2, 1]));
    expect(print64([1])).not.toBe(print64([1, 1]));
  });

  test("a function on an infinite set has none", () => {
    const identity = lazyFunction(NAT, (x) => x);
    expect(() => print64([identity])).toThrow(expect.objectContaining({ code: "E055" }));
  });

  test("a set hashes like the interval that it is equal to, whatever the order of its elements", () => {
    const items = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
    expect(print64([makeSet(items)])).toBe(print64([interval(0, 99)]));
  });
});

function* entries(fn: Value): Iterable<readonly [Value, Value]> {
  if (typeof fn !== "object") return;
  if (fn.kind === "tuple") for (const [i, value] of fn.items.entries()) yield [i + 1, value];
  if (fn.kind === "record") yield* fn.fields;
  if (fn.kind === "function") yield* fn.entries;
}

/** A million states of six counters, in two shapes: the case in which immutable's own hashes collapse. */
describe.each([
  ["one variable with a tuple", (counters: number[]): Value[] => [makeTuple(counters)]],
  ["six variables", (counters: number[]): Value[] => counters],
])("a million states of six counters as %s", (_, state) => {
  const count = 1_000_000;
  const words = new Uint32Array(2 * count);
  const out = new Uint32Array(2);
  for (let i = 0; i < count; i++) {
    let rest = i;
    const counters: number[] = [];
    for (let digit = 0; digit < 6; digit++) {
      counters.push(rest % 10);
      rest = Math.floor(rest / 10);
    }
    fingerprint(state(counters), out);
    words.set(out, 2 * i);
  }

  test("have different fingerprints", () => {
    const sorted = new BigUint64Array(words.buffer.slice(0)).sort();
    let repeated = 0;
    for (let i = 1; i < count; i++) if (sorted[i] === sorted[i - 1]) repeated++;
    expect(repeated).toBe(0);
  });

  test.each([
    ["low bits of the low word", 0, 0],
    ["high bits of the low word", 0, 20],
    ["low bits of the high word", 1, 0],
    ["high bits of the high word", 1, 20],
  ])("%s are spread evenly", (_name, word, shift) => {
    const buckets = new Float64Array(4096);
    for (let i = 0; i < count; i++) buckets[(words[2 * i + word]! >>> shift) & 4095]!++;
    const mean = count / 4096;
    const chiSquare = buckets.reduce((sum, size) => sum + (size - mean) ** 2 / mean, 0);
    // 4095 degrees of freedom: mean 4095, standard deviation 90.5; six deviations leave no room for luck.
    expect(Math.abs(chiSquare - 4095)).toBeLessThan(6 * 90.5);
  });
});
