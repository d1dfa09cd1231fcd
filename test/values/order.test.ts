import "./deterministic.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compare,
  elements,
  equal,
  format,
  interval,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  modelValue,
  powerset,
  same,
  type Value,
  ValueError,
} from "../../src/values/index.js";
import { disguise, threeValues } from "./arbitrary.js";

describe("the total order", () => {
  test("is total, transitive and agrees with equality", () => {
    fc.assert(
      fc.property(threeValues, ([a, b, c]) => {
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) || 0);
        expect(compare(a, b) === 0).toBe(equal(a, b));
        expect(equal(a, b)).toBe(same(a, b));
        expect(compare(a, a)).toBe(0);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  test("does not depend on how values are represented", () => {
    fc.assert(
      fc.property(threeValues, ([a, b]) => {
        expect(Math.sign(compare(disguise(a), b))).toBe(Math.sign(compare(a, b)));
        expect(equal(disguise(a), disguise(b))).toBe(equal(a, b));
        expect(equal(a, disguise(a))).toBe(true);
      }),
    );
  });
});

/** Each list is in the order in which TLC lists the elements of the set of them. */
describe("TLC's normalised order", () => {
  const [m1, m2] = [modelValue("m1"), modelValue("m2")];
  const ordered: readonly (readonly [string, readonly Value[]])[] = [
    ["integers", [-(2n ** 60n), -1, 0, 2, 10, 2n ** 70n]],
    ["Booleans", [false, true]],
    ["model values before all others", [m1, m2, 3]],
    ["sets by size, then by elements", [makeSet([]), makeSet([3]), makeSet([m1, 1]), makeSet([1, 2])]],
    ["an interval among sets", [makeSet([7]), interval(1, 2), makeSet([1, 3]), interval(0, 2)]],
    [
      "functions by size, then by domain, then by values",
      [
        makeTuple([]),
        makeTuple([3]),
        makeFunction([
          [0, 0],
          [1, 0],
        ]),
        makeTuple([0, 0]),
        makeTuple([1, 2]),
      ],
    ],
    ["sequences by length first", [makeTuple([9]), makeTuple([1, 1]), makeTuple([1, 2]), makeTuple([2, 0])]],
  ];
  test.each(ordered)("%s", (_, list) => {
    expect(elements(makeSet([...list].reverse())).map(format)).toEqual(list.map(format));
  });

  test("a powerset lists smaller sets first", () => {
    expect(elements(powerset(interval(1, 3))).map(format)).toEqual(
      elements(makeSet([...elements(powerset(interval(1, 3)))].reverse())).map(format),
    );
  });

  test("records are ordered by their fields, in the order of texts", () => {
    const records = [
      makeRecord([["c", 1]]),
      makeRecord([
        ["b", 1],
        ["a", 2],
      ]),
      makeRecord([
        ["c", 0],
        ["a", 1],
      ]),
    ];
    expect(format(makeSet([...records].reverse()))).toBe(
      "{[c |-> 1], [a |-> 2, b |-> 1], [a |-> 1, c |-> 0]}",
    );
  });
});

test("texts are ordered by their UTF-16 units, wherever they stand: unlike TLC's, by where it met them first", () => {
  const texts = ["", "B", "a", "a1", "b", "é", "\u{10000}", "\uffff"];
  const backwards = [...texts].reverse();
  expect(elements(makeSet(backwards))).toEqual(texts);
  expect(elements(makeSet(backwards.map(modelValue)))).toEqual(texts.map(modelValue));
  const record = makeRecord(backwards.map((name) => [name, 0] as const));
  expect(record.kind === "record" && record.sortedNames()).toEqual(texts);
});

describe("what may be compared", () => {
  const [m, a1, a2, b1] = ["m", "A_1", "A_2", "B_1"].map(modelValue) as [Value, Value, Value, Value];
  const record = makeRecord([["a", 1]]);

  test.each<readonly [string, Value, Value, boolean]>([
    ["a model value and an integer", m, 1, false],
    ["an integer and a model value", 1, m, false],
    ["a typed and an untyped model value", a1, m, false],
    ["two model values of a type", a1, a2, false],
    ["sequences that differ before it matters", makeTuple([1, "a"]), makeTuple([2, 3]), false],
    ["sequences of different lengths", makeTuple([1]), makeTuple(["a", 2]), false],
    ["sets of different sizes", makeSet([1]), makeSet(["a", "b"]), false],
    ["a record and the empty function", record, makeTuple([]), false],
    ["a longer sequence and a record", makeTuple([1, 2]), record, false],
    ["a function on 1..n and a sequence", makeFunction([[1, 2]]), makeTuple([2]), true],
    ["an interval and the set of its elements", interval(1, 3), makeSet([3, 2, 1]), true],
    ["empty intervals", interval(2, 1), interval(7, 3), true],
  ])("%s: allowed", (_, left, right, answer) => {
    expect(equal(left, right)).toBe(answer);
  });

  test.each<readonly [string, Value, Value, string]>([
    ["an integer and a string", 1, "a", "E050"],
    ["a Boolean and an integer", true, 1, "E050"],
    ["a set and a sequence", makeSet([]), makeTuple([]), "E050"],
    ["a set and an integer", makeSet([1]), 1, "E050"],
    ["sets of incomparable elements", makeSet([1]), makeSet(["a"]), "E050"],
    ["a set with incomparable elements", makeSet([1, "a"]), makeSet([1]), "E050"],
    ["sequences with incomparable items", makeTuple([1, "a"]), makeTuple([1, 3]), "E050"],
    ["a record and a sequence", record, makeTuple([1]), "E050"],
    ["a record and a longer sequence", record, makeTuple([1, 2]), "E050"],
    ["a sequence and a record of the same size", makeTuple([1]), record, "E050"],
    ["a typed model value and an integer", a1, 1, "E051"],
    ["an integer and a typed model value", 1, a1, "E051"],
    ["model values of different types", a1, b1, "E051"],
  ])("%s: refused", (_, left, right, code) => {
    expect(() => equal(left, right)).toThrow(expect.objectContaining({ code }));
    expect(() => equal(left, right)).toThrow(ValueError);
  });

  test("a refusal names both values and what they are", () => {
    expect(() => equal(1, "a")).toThrow('an integer, 1, cannot be compared with a string, "a"');
  });
});
