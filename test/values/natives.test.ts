import { describe, expect, test } from "vitest";
import { type NativeArgument, natives } from "../../src/eval/natives/index.js";
import { nativeKeys } from "../../src/modules/standard/native-keys.js";
import {
  AssertionFailure,
  bigUnion,
  elements,
  enumerate,
  format,
  functionSet,
  interval,
  isSet,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  modelValue,
  NAT,
  powerset,
  productSet,
  recordSet,
  same,
  type Value,
} from "../../src/values/index.js";
import { nativeContext } from "../support/natives.js";
import { toyWorld } from "../support/world.js";

function run(key: string, ...args: NativeArgument[]): Value {
  const native = natives.get(key);
  if (native === undefined) throw new Error(`there is no ${key}`);
  expect(args).toHaveLength(native.arity);
  return native.apply(args, nativeContext());
}

const seq = (...items: Value[]): Value => makeTuple(items);
const bag = (...items: Value[]): Value =>
  items.map((item) => run("TLC!:>", item, 1)).reduce((all, one) => run("Bags!(+)", all, one), makeTuple([]));
const less = (a: Value, b: Value): Value => (a as number) < (b as number);

describe("every operator that modules call native exists", () => {
  test.each([...nativeKeys])("%s", (key) => {
    expect(natives.has(key)).toBe(true);
  });
});

/** What TLC prints for the same expressions. */
describe("operators have TLC's values", () => {
  test.each<readonly [string, () => Value, string]>([
    ["1 + 2", () => run("Naturals!+", 1, 2), "3"],
    ["1 - 2", () => run("Naturals!-", 1, 2), "-1"],
    ["-5", () => run("Integers!-.", 5), "-5"],
    ["(-7) \\div 2", () => run("Naturals!\\div", -7, 2), "-4"],
    ["(-7) % 3", () => run("Naturals!%", -7, 3), "2"],
    ["(-2) ^ 3", () => run("Naturals!^", -2, 3), "-8"],
    ["2 <= 2", () => run("Naturals!<=", 2, 2), "TRUE"],
    ["2 > 2", () => run("Naturals!>", 2, 2), "FALSE"],
    ["1 .. 3", () => run("Naturals!..", 1, 3), "1..3"],
    ["Nat", () => run("Naturals!Nat"), "Nat"],
    ["Real", () => run("Reals!Real"), "Real"],

    ["Len(<<1, 2>>)", () => run("Sequences!Len", seq(1, 2)), "2"],
    ['Len("abc")', () => run("Sequences!Len", "abc"), "3"],
    ["Head", () => run("Sequences!Head", seq(5, 6)), "5"],
    ["Tail", () => run("Sequences!Tail", seq(5, 6)), "<<6>>"],
    ['Tail("abc")', () => run("Sequences!Tail", "abc"), '"bc"'],
    ["Append", () => run("Sequences!Append", seq(), 1), "<<1>>"],
    ["\\o", () => run("Sequences!\\o", seq(1), seq(2, 3)), "<<1, 2, 3>>"],
    ["\\o of strings", () => run("Sequences!\\o", "a", "b"), '"ab"'],
    ["SubSeq", () => run("Sequences!SubSeq", seq(1, 2, 3), 2, 3), "<<2, 3>>"],
    ["SubSeq of nothing", () => run("Sequences!SubSeq", seq(1, 2, 3), 5, 1), "<<>>"],
    ["SubSeq of a string", () => run("Sequences!SubSeq", "abc", 2, 3), '"bc"'],
    [
      "SelectSeq",
      () => run("Sequences!SelectSeq", seq(3, 1, 2), (x: Value) => (x as number) > 1),
      "<<3, 2>>",
    ],
    ["Seq", () => run("Sequences!Seq", NAT), "Seq(Nat)"],

    ["Cardinality", () => run("FiniteSets!Cardinality", functionSet(interval(1, 5), interval(1, 5))), "3125"],
    ["IsFiniteSet(SUBSET Nat)", () => run("FiniteSets!IsFiniteSet", powerset(NAT)), "FALSE"],
    ["IsFiniteSet(SUBSET {1})", () => run("FiniteSets!IsFiniteSet", powerset(makeSet([1]))), "TRUE"],

    [":>", () => run("TLC!:>", 2, "a"), '(2 :> "a")'],
    [
      "@@ prefers the first",
      () =>
        run(
          "TLC!@@",
          makeRecord([["a", 1]]),
          makeRecord([
            ["a", 2],
            ["b", 3],
          ]),
        ),
      "[a |-> 1, b |-> 3]",
    ],
    ["@@ makes sequences", () => run("TLC!@@", seq(1, 2), run("TLC!:>", 3, 4)), "<<1, 2, 4>>"],
    ["@@ makes functions", () => run("TLC!@@", seq(1), run("TLC!:>", 0, 4)), "(0 :> 4 @@ 1 :> 1)"],
    ["Permutations", () => run("TLC!Permutations", makeSet([1, 2])), "{<<1, 2>>, <<2, 1>>}"],
    ["Permutations of nothing", () => run("TLC!Permutations", makeSet([])), "{<<>>}"],
    ["SortSeq", () => run("TLC!SortSeq", seq(3, 1, 2, 1), less), "<<1, 1, 2, 3>>"],
    ["ToString", () => run("TLC!ToString", seq(1, "a")), '"<<1, \\"a\\">>"'],
    ["TLCEval", () => run("TLC!TLCEval", interval(1, 2)), "1..2"],
    ["Any", () => run("TLC!Any"), "Any"],

    ["EmptyBag", () => run("Bags!EmptyBag"), "<<>>"],
    ["SetToBag", () => run("Bags!SetToBag", makeSet(["a", "b"])), "[a |-> 1, b |-> 1]"],
    ["BagToSet", () => run("Bags!BagToSet", bag("a", "a", "b")), '{"a", "b"}'],
    ["(+)", () => bag(7, 7, 9), "(7 :> 2 @@ 9 :> 1)"],
    ["(-)", () => run("Bags!(-)", bag(7, 7, 9), bag(7, 9, 9)), "(7 :> 1)"],
    ["\\oplus is (+)", () => run("Bags!\\oplus", bag(7), bag(7)), "(7 :> 2)"],
    ["\\ominus is (-)", () => run("Bags!\\ominus", bag(7), bag(7)), "<<>>"],
    ["\\sqsubseteq", () => run("Bags!\\sqsubseteq", bag(7, 9), bag(7, 7, 9)), "TRUE"],
    ["\\sqsubseteq, not", () => run("Bags!\\sqsubseteq", bag(7, 7), bag(7, 9)), "FALSE"],
    ["BagIn", () => run("Bags!BagIn", 7, bag(7)), "TRUE"],
    ["CopiesIn", () => run("Bags!CopiesIn", 7, bag(7, 7)), "2"],
    ["CopiesIn of what is not there", () => run("Bags!CopiesIn", 8, bag(7, 7)), "0"],
    ["BagCardinality", () => run("Bags!BagCardinality", bag(7, 7, 9)), "3"],
    ["BagUnion", () => run("Bags!BagUnion", makeSet([seq(1, 2), seq(3)])), "<<4, 2>>"],
    [
      "BagOfAll",
      () => run("Bags!BagOfAll", (x: Value) => (x as number) % 2, bag(1, 2, 3)),
      "(0 :> 1 @@ 1 :> 2)",
    ],
    ["SubBag", () => run("Bags!SubBag", bag(7, 7)), "{<<>>, (7 :> 1), (7 :> 2)}"],
    ["IsABag", () => run("Bags!IsABag", bag(7, 7)), "TRUE"],
    ["IsABag of a function with 0", () => run("Bags!IsABag", seq(1, 0)), "FALSE"],
    ["IsABag of a number", () => run("Bags!IsABag", 1), "FALSE"],
  ])("%s", (_, compute, text) => {
    expect(format(compute())).toBe(text);
  });
});

describe("where TLC stops with an error, so do we", () => {
  const pair = makeSet([1, 2]);
  test.each<readonly [string, () => Value, string, string]>([
    [
      '1 + "a"',
      () => run("Naturals!+", 1, "a"),
      "E057",
      'the second argument of + must be an integer, but it is "a"',
    ],
    ["m + 1", () => run("Naturals!+", modelValue("m"), 1), "E057", "the first argument of +"],
    ["1 .. TRUE", () => run("Naturals!..", 1, true), "E057", "TRUE"],
    ["1 \\div 0", () => run("Naturals!\\div", 1, 0), "E058", "division by zero"],
    ["Head(<< >>)", () => run("Sequences!Head", seq()), "E061", "Head was applied to the empty sequence"],
    ["Tail(<< >>)", () => run("Sequences!Tail", seq()), "E061", "Tail"],
    ['Tail("")', () => run("Sequences!Tail", ""), "E061", "empty string"],
    ["Len({})", () => run("Sequences!Len", makeSet([])), "E057", "must be a sequence, but it is {}"],
    ["Append of a set", () => run("Sequences!Append", pair, 1), "E057", "the first argument of Append"],
    ['"a" \\o << >>', () => run("Sequences!\\o", "a", seq()), "E057", "string"],
    [
      "SubSeq from 0",
      () => run("Sequences!SubSeq", seq(1, 2), 0, 1),
      "E062",
      "SubSeq from 0 to 1 does not lie in 1..2",
    ],
    ["SubSeq beyond the end", () => run("Sequences!SubSeq", seq(1, 2), 2, 3), "E062", "from 2 to 3"],
    [
      "SelectSeq with a number",
      () => run("Sequences!SelectSeq", seq(1), () => 5),
      "E064",
      "must be TRUE or FALSE, but it is 5",
    ],
    [
      "SelectSeq without an operator",
      () => run("Sequences!SelectSeq", seq(1), 5),
      "E057",
      "needs an operator",
    ],
    ["SortSeq with a number", () => run("TLC!SortSeq", seq(1, 2), () => 5), "E064", "SortSeq"],
    ["Cardinality(Nat)", () => run("FiniteSets!Cardinality", NAT), "E055", "Nat"],
    ["Cardinality(1)", () => run("FiniteSets!Cardinality", 1), "E057", "must be a set, but it is 1"],
    ["1 @@ << >>", () => run("TLC!@@", 1, seq()), "E057", "the first argument of @@ must be a function"],
    ["Permutations(1..20)", () => run("TLC!Permutations", interval(1, 20)), "E056", "20! permutations"],
    [
      "SubBag of forty elements",
      () => run("Bags!SubBag", run("Bags!SetToBag", interval(1, 40))),
      "E056",
      "more than 1000000 subbags",
    ],
    [
      "SubBag of many copies",
      () => run("Bags!SubBag", run("TLC!:>", "a", 10n ** 20n)),
      "E056",
      "[a |-> 100000000000000000000] has more than 1000000 subbags",
    ],
    ["2^600000 * 2^600000", () => run("Naturals!*", 2n ** 600_000n, 2n ** 600_000n), "E060", "too large"],
    ["RandomElement({})", () => run("TLC!RandomElement", makeSet([])), "E057", "not empty"],
    ["RandomElement(Nat)", () => run("TLC!RandomElement", NAT), "E055", "Nat"],
    ["TLCGet(7)", () => run("TLC!TLCGet", 7), "E065", "TLCSet(7, ...)"],
    ["TLCGet(-1)", () => run("TLC!TLCGet", -1), "E057", "-1"],
    ["PickSuccessor(FALSE)", () => run("TLCExt!PickSuccessor", () => false), "E066", "PickSuccessor"],
    ["BagCardinality(<<1, 0>>)", () => run("Bags!BagCardinality", seq(1, 0)), "E057", "a bag"],
    ["CopiesIn of another kind", () => run("Bags!CopiesIn", "a", bag(7)), "E050", '"a"'],
  ])("%s", (_, compute, code, message) => {
    expect(compute).toThrow(expect.objectContaining({ code }));
    expect(compute).toThrow(message);
  });
});

describe("operators of TLC that do something", () => {
  test("Print and PrintT print values as TLA+", () => {
    const to = nativeContext();
    expect(natives.get("TLC!PrintT")!.apply(["a"], to)).toBe(true);
    expect(natives.get("TLC!Print")!.apply([makeTuple([1]), 7], to)).toBe(7);
    expect(to.printed).toEqual(['"a"', "<<1>>  7"]);
  });

  test("Assert passes TRUE on and fails with the spec's message", () => {
    expect(run("TLC!Assert", true, "never")).toBe(true);
    expect(() => run("TLC!Assert", false, "x is wrong")).toThrow(AssertionFailure);
    expect(() => run("TLC!Assert", false, "x is wrong")).toThrow("x is wrong");
    expect(() => run("TLC!Assert", 1, seq("x", 2))).toThrow('<<"x", 2>>');
  });

  test("TLCEval makes a set that is given by a rule one that is listed, each element once", () => {
    const union = bigUnion(makeSet([makeSet([0, 1]), interval(0, 2)]));
    const listed = run("TLC!TLCEval", union);
    expect([...enumerate(listed)]).toEqual([0, 1, 2]);
    expect(same(listed, interval(0, 2))).toBe(true);
    expect(run("TLC!TLCEval", NAT)).toBe(NAT);
  });

  test("JavaTime is the time that the world tells", () => {
    expect(natives.get("TLC!JavaTime")!.apply([], nativeContext(toyWorld()))).toBe(1_750_000_000);
  });

  test("TLCGet gives what TLCSet set", () => {
    const to = nativeContext();
    expect(natives.get("TLC!TLCSet")!.apply([3, makeTuple([1])], to)).toBe(true);
    expect(format(natives.get("TLC!TLCGet")!.apply([3], to))).toBe("<<1>>");
  });

  test.each<readonly [string, Value]>([
    ["a set", makeSet(["a", "b", "c"])],
    ["an interval", interval(5, 9)],
    ["a powerset", powerset(interval(1, 3))],
    ["functions", functionSet(interval(1, 2), interval(1, 3))],
    [
      "records",
      recordSet([
        ["a", interval(1, 2)],
        ["b", interval(1, 2)],
      ]),
    ],
    ["pairs", productSet([interval(1, 2), makeSet(["x", "y"])])],
  ])("RandomElement of %s is one of its elements, each in its time", (_, set) => {
    const to = nativeContext();
    const seen: Value[] = [];
    for (let i = 0; i < 300; i++) {
      const element = natives.get("TLC!RandomElement")!.apply([set], to);
      if (!seen.some((other) => same(other, element))) seen.push(element);
    }
    expect(isSet(set)).toBe(true);
    expect(format(makeSet(seen))).toBe(format(makeSet(elements(set))));
  });

  test("RandomElement of a huge set does not list it", () => {
    const fn = run("TLC!RandomElement", functionSet(interval(1, 100), interval(1, 10 ** 9)));
    expect(run("Sequences!Len", fn)).toBe(100);
  });

  test("a function that is given twice keeps its first value", () => {
    expect(
      format(
        makeFunction([
          [7, "first"],
          [7, "second"],
        ]),
      ),
    ).toBe('(7 :> "first")');
  });
});
