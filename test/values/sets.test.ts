import "./deterministic.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ANY,
  BOOLEAN,
  bigUnion,
  cap,
  cardinality,
  contains,
  cup,
  difference,
  elements,
  emptySet,
  enumerate,
  equal,
  FilterSet,
  filterSet,
  fingerprint,
  format,
  functionSet,
  INT,
  interval,
  isFiniteSet,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  modelValue,
  NAT,
  powerset,
  productSet,
  REAL,
  recordSet,
  STRING,
  same,
  seqSet,
  subsetEq,
  type Value,
  ValueError,
} from "../../src/values/index.js";
import { disguise, threeSets } from "./arbitrary.js";

describe("set algebra", () => {
  test("the laws hold for sets in any representation", () => {
    fc.assert(
      fc.property(threeSets, fc.boolean(), ([first, b, c], hidden) => {
        const a = hidden ? disguise(first) : first;
        expect(equal(cup(a, b), cup(b, a))).toBe(true);
        expect(equal(cap(a, b), cap(b, a))).toBe(true);
        expect(equal(cup(a, cup(b, c)), cup(cup(a, b), c))).toBe(true);
        expect(equal(cap(a, cup(b, c)), cup(cap(a, b), cap(a, c)))).toBe(true);
        expect(equal(difference(a, cup(b, c)), cap(difference(a, b), difference(a, c)))).toBe(true);
        expect(equal(cup(difference(a, b), cap(a, b)), a)).toBe(true);
        expect(equal(cup(a, emptySet), a)).toBe(true);
        expect(equal(bigUnion(makeSet([a, b, c])), cup(a, cup(b, c)))).toBe(true);
        expect(subsetEq(cap(a, b), a) && subsetEq(a, cup(a, b))).toBe(true);
        expect(subsetEq(a, b)).toBe(equal(cup(a, b), b));
        expect(contains(powerset(b), a)).toBe(subsetEq(a, b));
        expect(cardinality(cup(a, b))).toBe(
          Number(cardinality(a)) + Number(cardinality(b)) - Number(cardinality(cap(a, b))),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("elements come in the total order, each once, and are exactly what the set contains", () => {
    fc.assert(
      fc.property(threeSets, ([a, b, c]) => {
        const all = elements(cup(a, cup(b, c)));
        for (const set of [
          a,
          cup(a, b),
          cap(a, b),
          difference(a, b),
          disguise(a),
          bigUnion(makeSet([a, b])),
        ]) {
          const items = elements(set);
          expect([...enumerate(set)].map(format)).toEqual(items.map(format));
          expect(items.map(format)).toEqual(elements(makeSet(items)).map(format));
          expect(cardinality(set)).toBe(items.length);
          for (const item of all) expect(contains(set, item)).toBe(items.some((other) => same(other, item)));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("large sets too: unions merge, repetitions vanish", () => {
    const [evens, thirds] = [2, 3].map((n) =>
      makeSet(Array.from({ length: 300 }, (_, i) => makeTuple([n * i]))),
    ) as [Value, Value];
    const both = cup(evens, thirds);
    const multiples = Array.from({ length: 900 }, (_, i) => i).filter(
      (i) => (i % 2 === 0 && i < 600) || i % 3 === 0,
    );
    expect(elements(both).map(format)).toEqual(multiples.map((i) => `<<${i}>>`));
    expect(contains(both, makeTuple([597])) && !contains(both, makeTuple([601]))).toBe(true);
    expect(cardinality(makeSet([...elements(both), ...elements(both)]))).toBe(multiples.length);
  });
});

describe("lazy sets", () => {
  const [s, t] = [interval(1, 2), makeSet(["a", "b"])];
  test.each<readonly [string, Value, string, number]>([
    ["SUBSET", powerset(s), "{{}, {1}, {2}, {1, 2}}", 4],
    ["SUBSET {}", powerset(emptySet), "{{}}", 1],
    ["[S -> T]", functionSet(s, t), '{<<"a", "a">>, <<"a", "b">>, <<"b", "a">>, <<"b", "b">>}', 4],
    ["[T -> S]", functionSet(makeSet(["x"]), s), "{[x |-> 1], [x |-> 2]}", 2],
    ["[0..1 -> {1}]", functionSet(interval(0, 1), makeSet([1])), "{(0 :> 1 @@ 1 :> 1)}", 1],
    ["[{} -> S]", functionSet(emptySet, NAT), "{<<>>}", 1],
    ["[S -> {}]", functionSet(NAT, emptySet), "{}", 0],
    [
      "[a: S, b: BOOLEAN]",
      recordSet([
        ["b", makeSet([true])],
        ["a", s],
      ]),
      "{[a |-> 1, b |-> TRUE], [a |-> 2, b |-> TRUE]}",
      2,
    ],
    ["S \\X S", productSet([s, s]), "{<<1, 1>>, <<1, 2>>, <<2, 1>>, <<2, 2>>}", 4],
    ["Nat \\X {}", productSet([NAT, emptySet]), "{}", 0],
    ["Nat \\cap -1..1", cap(NAT, interval(-1, 1)), "{0, 1}", 2],
    ["UNION SUBSET S", bigUnion(powerset(s)), "{1, 2}", 2],
    [
      "UNION of lazy sets",
      bigUnion(makeSet([powerset(s), powerset(interval(2, 3))])),
      "{{}, {1}, {2}, {3}, {1, 2}, {2, 3}}",
      6,
    ],
    [
      "a filtered powerset",
      filterSet(powerset(interval(1, 3)), (x) => cardinality(x) === 2),
      "{{1, 2}, {1, 3}, {2, 3}}",
      3,
    ],
  ])("%s lists its elements in order", (_, set, text, size) => {
    expect(format(set)).toBe(text);
    expect(cardinality(set)).toBe(size);
    expect(isFiniteSet(set)).toBe(true);
    expect(equal(set, makeSet([...elements(set)].reverse()))).toBe(true);
    for (const item of elements(set)) expect(contains(set, item)).toBe(true);
  });

  test("cardinalities have formulas", () => {
    expect(cardinality(powerset(interval(1, 100)))).toBe(2n ** 100n);
    expect(cardinality(functionSet(interval(1, 10), interval(1, 10)))).toBe(10 ** 10);
    expect(cardinality(productSet([interval(1, 10 ** 9), interval(1, 10 ** 9)]))).toBe(10n ** 18n);
    expect(cardinality(interval(2n ** 60n, 2n ** 60n + 4n))).toBe(5);
  });

  test("Seq of no elements is finite", () => {
    expect(isFiniteSet(seqSet(emptySet))).toBe(true);
    expect(equal(seqSet(emptySet), makeSet([makeTuple([])]))).toBe(true);
  });

  test("a quantifier that stops early lists nothing", () => {
    for (const first of enumerate(functionSet(interval(1, 10), interval(1, 10)))) {
      expect(format(first)).toBe("<<1, 1, 1, 1, 1, 1, 1, 1, 1, 1>>");
      break;
    }
  });

  test("huge sets are compared by their parts", () => {
    const [ten, nine] = [interval(1, 10), interval(1, 9)];
    expect(equal(functionSet(ten, ten), functionSet(ten, makeSet(elements(ten))))).toBe(true);
    expect(equal(functionSet(ten, ten), functionSet(ten, nine))).toBe(false);
    expect(subsetEq(functionSet(ten, nine), functionSet(ten, NAT))).toBe(true);
    expect(equal(powerset(interval(1, 50)), powerset(interval(1, 51)))).toBe(false);
    expect(subsetEq(powerset(interval(1, 50)), powerset(NAT))).toBe(true);
    expect(equal(functionSet(emptySet, ten), functionSet(emptySet, nine))).toBe(true);
  });
});

describe("membership needs no enumeration", () => {
  const positive = difference(NAT, makeSet([0]));
  const odd = new FilterSet(NAT, (n) => (n as number) % 2 === 1);
  const m = modelValue("m");
  test.each<readonly [string, Value, Value, boolean]>([
    ["f \\in [S -> Nat]", functionSet(interval(1, 3), NAT), makeTuple([1, 2, 3]), true],
    ["f \\in [S -> Nat], a value outside", functionSet(interval(1, 3), NAT), makeTuple([1, -2, 3]), false],
    ["f \\in [S -> Nat], another domain", functionSet(interval(1, 3), NAT), makeTuple([1, 2]), false],
    ["f \\in [{1, 2} -> Nat]", functionSet(makeSet([2, 1]), NAT), makeTuple([1, 2]), true],
    ["f \\in [Nat -> Nat] for a finite f", functionSet(NAT, NAT), makeTuple([1]), false],
    [
      "nested [S -> [T -> Nat]]",
      functionSet(interval(1, 1), functionSet(makeSet(["a"]), NAT)),
      makeTuple([makeRecord([["a", 5]])]),
      true,
    ],
    ["r \\in [a: Nat]", recordSet([["a", NAT]]), makeRecord([["a", 5]]), true],
    ["r \\in [a: Nat], another field", recordSet([["a", NAT]]), makeRecord([["b", 5]]), false],
    ["p \\in Nat \\X STRING", productSet([NAT, STRING]), makeTuple([1, "x"]), true],
    ["p \\in Nat \\X Nat, a longer one", productSet([NAT, NAT]), makeTuple([1, 2, 3]), false],
    ["s \\in Seq(Nat)", seqSet(NAT), makeTuple([1, 2]), true],
    ["<<>> \\in Seq(Nat)", seqSet(NAT), makeTuple([]), true],
    ["s \\in SUBSET Nat", powerset(NAT), makeSet([1, 2]), true],
    ["s \\in SUBSET Nat, not", powerset(NAT), makeSet([1, -2]), false],
    ["Nat \\in SUBSET Int", powerset(INT), NAT, true],
    ["x \\in Nat \\ {0}", positive, 0, false],
    ["x \\in Nat \\ {0}, yes", positive, 2n ** 80n, true],
    ["x \\in {n \\in Nat : P(n)}", odd, 7, true],
    ["x \\in {n \\in Nat : P(n)}, not", odd, 8, false],
    ["x \\in Nat \\cup {-1}", cup(NAT, makeSet([-1])), -1, true],
    ["x \\in Nat \\cap Int", cap(NAT, INT), -1, false],
    ["x \\in UNION {Nat, {m}}", bigUnion(makeSet([NAT, makeSet([m])])), m, true],
    ["x \\in Real", REAL, -3, true],
    ["an untyped model value is in no set of numbers", NAT, m, false],
    ["nor in an interval", interval(1, 2), m, false],
    ["nor a string", STRING, m, false],
    ["nor a function", functionSet(NAT, NAT), m, false],
    ["nor a sequence", seqSet(NAT), m, false],
    ["everything is in Any", ANY, makeSet([1]), true],
    ["a string is not in an empty interval", interval(2, 1), "a", false],
    ['an element of {1, "a"} that is found at once', makeSet([1, "a"]), 1, true],
  ])("%s", (_, set, value, answer) => {
    expect(contains(set, value)).toBe(answer);
  });

  test.each<readonly [string, Value, Value, string]>([
    ['"a" \\in Nat', NAT, "a", "E050"],
    ['"a" \\in 1..2', interval(1, 2), "a", "E050"],
    ['"a" \\in {1, 2}', makeSet([1, 2]), "a", "E050"],
    ["1 \\in STRING", STRING, 1, "E050"],
    ["1 \\in BOOLEAN", BOOLEAN, 1, "E050"],
    ['2 \\in {1, "a"}', makeSet([1, "a"]), 2, "E050"],
    ["1 \\in [1..2 -> Nat]", functionSet(interval(1, 2), NAT), 1, "E050"],
    ["1 \\in SUBSET {1}", powerset(makeSet([1])), 1, "E050"],
    ["m \\in SUBSET {1}", powerset(makeSet([1])), m, "E050"],
    ["<<1>> \\in [a: Nat]", recordSet([["a", NAT]]), makeTuple([1]), "E050"],
    ["[b |-> 1] \\in Nat \\X Nat", productSet([NAT, NAT]), makeRecord([["b", 1]]), "E050"],
    ["a function on 0..0 in Seq(Nat)", seqSet(NAT), makeFunction([[0, 1]]), "E050"],
    ["a typed model value in Nat", NAT, modelValue("A_1"), "E051"],
    ["1 \\in 2", 2, 1, "E054"],
  ])("%s is refused", (_, set, value, code) => {
    expect(() => contains(set, value)).toThrow(ValueError);
    expect(() => contains(set, value)).toThrow(expect.objectContaining({ code }));
  });
});

describe("a set of elements that cannot be compared", () => {
  const mixed = makeSet([1, "a"]);
  test.each<readonly [string, () => unknown]>([
    ["enumerated", () => elements(mixed)],
    ["counted", () => cardinality(mixed)],
    ["compared", () => equal(mixed, makeSet([1]))],
    ["kept in a state", () => fingerprint([mixed], new Uint32Array(2))],
    ["enlarged", () => cup(mixed, makeSet([2]))],
    [
      "the domain of a function that is kept in a state",
      () =>
        fingerprint(
          [
            makeFunction([
              [1, 1],
              ["a", 1],
            ]),
          ],
          new Uint32Array(2),
        ),
    ],
  ])("may not be %s", (_, use) => {
    expect(use).toThrow(expect.objectContaining({ code: "E050" }));
  });

  test("but what stands first in it can be found", () => {
    expect(contains(mixed, 1)).toBe(true);
    expect(() => contains(mixed, "a")).toThrow(expect.objectContaining({ code: "E050" }));
  });
});

describe("what cannot be listed", () => {
  test.each<readonly [string, Value]>([
    ["Nat", NAT],
    ["STRING", STRING],
    ["SUBSET Nat", powerset(NAT)],
    ["Seq(BOOLEAN)", seqSet(BOOLEAN)],
    ["Nat \\ {0}", difference(NAT, makeSet([0]))],
    ["a union", bigUnion(makeSet([NAT, INT]))],
    ["a function set", functionSet(interval(1, 2), INT)],
    ["a subset of Nat", filterSet(NAT, () => false)],
  ])("%s is infinite, and says so", (_, set) => {
    expect(isFiniteSet(set)).toBe(false);
    for (const attempt of [() => elements(set), () => cardinality(set), () => [...enumerate(set)]]) {
      expect(attempt).toThrow(expect.objectContaining({ code: "E055" }));
      expect(attempt).toThrow("cannot be enumerated");
    }
  });

  test.each<readonly [string, Value, string]>([
    ["a powerset", powerset(interval(1, 40)), "SUBSET (1..40) has 1099511627776 elements"],
    [
      "a function set",
      functionSet(interval(1, 20), interval(1, 20)),
      "[1..20 -> 1..20] has about 1.0e+26 elements",
    ],
    ["a monstrous one", functionSet(interval(1, 1000), interval(1, 1000)), "more than 10^300 elements"],
    ["an interval", interval(1, 10 ** 7), "1..10000000 has 10000000 elements"],
    [
      "a difference",
      difference(interval(1, 10 ** 7), makeSet([1])),
      "1..10000000 \\ {1} has 9999999 elements",
    ],
  ])("%s is too large, and says how large", (_, set, message) => {
    expect(() => elements(set)).toThrow(expect.objectContaining({ code: "E056" }));
    expect(() => elements(set)).toThrow(message);
  });

  test("a cardinality too large even for a number is refused, not computed", () => {
    const wide = interval(1, 10 ** 9);
    expect(() => cardinality(functionSet(wide, wide))).toThrow(expect.objectContaining({ code: "E056" }));
    expect(() => cardinality(powerset(wide))).toThrow(expect.objectContaining({ code: "E056" }));
  });

  test("infinite sets are equal if they are given alike; else it cannot be known", () => {
    expect(equal(NAT, NAT)).toBe(true);
    expect(equal(NAT, INT)).toBe(false);
    expect(equal(seqSet(NAT), seqSet(NAT))).toBe(true);
    expect(equal(difference(NAT, makeSet([0])), difference(NAT, makeSet([0])))).toBe(true);
    expect(() => equal(NAT, makeSet([1]))).toThrow(expect.objectContaining({ code: "E063" }));
    expect(subsetEq(NAT, INT)).toBe(true);
    expect(subsetEq(INT, NAT)).toBe(false);
    expect(() => subsetEq(powerset(INT), NAT)).toThrow(expect.objectContaining({ code: "E055" }));
  });
});
