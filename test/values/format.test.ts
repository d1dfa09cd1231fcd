import { describe, expect, test } from "vitest";
import {
  BOOLEAN,
  bigUnion,
  cup,
  difference,
  excerpt,
  filterSet,
  format,
  functionSet,
  INT,
  interval,
  kindOf,
  lazyFunction,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  modelValue,
  NAT,
  powerset,
  productSet,
  recordSet,
  STRING,
  seqSet,
  type Value,
} from "../../src/values/index.js";

const [m1, m2] = [modelValue("m1"), modelValue("m2")];

/** The texts were compared with what TLC prints for the same expressions. */
describe("values print as in TLC", () => {
  test.each<readonly [Value, string]>([
    [true, "TRUE"],
    [-5, "-5"],
    [2n ** 64n, "18446744073709551616"],
    ['a"b\\c\td\n', '"a\\"b\\\\c\\td\\n"'],
    [m1, "m1"],
    [makeTuple([]), "<<>>"],
    [makeTuple([1, "a", makeTuple([true])]), '<<1, "a", <<TRUE>>>>'],
    [makeRecord([["x", 1]]), "[x |-> 1]"],
    [
      makeFunction([
        [m2, 4],
        [m1, 3],
      ]),
      "(m1 :> 3 @@ m2 :> 4)",
    ],
    [
      makeFunction([
        [1, 0],
        [0, 0],
      ]),
      "(0 :> 0 @@ 1 :> 0)",
    ],
    [makeSet([]), "{}"],
    [makeSet([3, m1, 1, makeSet([])].slice(0, 3)), "{m1, 1, 3}"],
    [interval(1, 3), "1..3"],
    [interval(2, 1), "{}"],
    [BOOLEAN, "{FALSE, TRUE}"],
    [NAT, "Nat"],
    [STRING, "STRING"],
    [seqSet(NAT), "Seq(Nat)"],
    [powerset(interval(1, 9)), "SUBSET (1..9)"],
    [powerset(makeSet([1, 2, 3, 4, 5, 6, 7])), "SUBSET {1, 2, 3, 4, 5, 6, 7}"],
    [powerset(NAT), "SUBSET Nat"],
    [functionSet(interval(1, 3), NAT), "[1..3 -> Nat]"],
    [
      functionSet(interval(1, 2), BOOLEAN),
      "{<<FALSE, FALSE>>, <<FALSE, TRUE>>, <<TRUE, FALSE>>, <<TRUE, TRUE>>}",
    ],
    [
      recordSet([
        ["aa", NAT],
        ["zz", INT],
      ]),
      "[aa: Nat, zz: Int]",
    ],
    [productSet([interval(1, 2), NAT]), "(1..2 \\X Nat)"],
    [difference(NAT, makeSet([0])), "Nat \\ {0}"],
    [cup(makeSet([-1]), NAT), "{-1} \\cup Nat"],
    [difference(interval(1, 3), makeSet([2])), "{1, 3}"],
    [bigUnion(makeSet([interval(1, 2), makeSet([5])])), "{1, 2, 5}"],
    [lazyFunction(interval(1, 2), (x) => x), "<<1, 2>>"],
  ])("%#: %s", (value, text) => {
    expect(format(value)).toBe(text);
  });

  test("what TLC prints with a place in its text prints with dots", () => {
    expect(format(lazyFunction(NAT, (x) => x))).toBe("[x \\in Nat |-> ...]");
    expect(format(filterSet(NAT, () => true))).toBe("{x \\in Nat : ...}");
  });

  test("a set whose elements cannot be compared prints in the order of its making", () => {
    expect(format(makeSet([2, "a", 1]))).toBe('{2, "a", 1}');
  });

  test("a lazy set that is too large to be listed prints as an expression", () => {
    expect(format(difference(powerset(interval(1, 30)), makeSet([makeSet([])])))).toBe(
      "SUBSET (1..30) \\ {{}}",
    );
  });
});

describe("words for messages", () => {
  test.each<readonly [Value, string]>([
    [1, "an integer"],
    ["a", "a string"],
    [false, "a Boolean"],
    [m1, "a model value"],
    [modelValue("A_1"), "a model value of type A"],
    [makeTuple([1]), "a sequence"],
    [makeTuple([]), "the empty sequence"],
    [makeRecord([["a", 1]]), "a record"],
    [makeFunction([[0, 1]]), "a function"],
    [NAT, "a set"],
  ])("%s is %s", (value, words) => {
    expect(kindOf(value)).toBe(words);
  });

  test("excerpts are short and never fail", () => {
    expect(excerpt(interval(1, 3))).toBe("1..3");
    expect(excerpt(makeTuple(Array.from({ length: 100 }, () => "abc")))).toMatch(/^<<"abc", .{80,}\.\.\.$/);
    expect(excerpt(lazyFunction(interval(1, 10 ** 8), (x) => x))).toBe("a function");
  });
});
