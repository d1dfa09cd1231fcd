/** Module Bags: functions from elements to positive numbers of copies. */
import {
  apply,
  codes,
  contains,
  domain,
  elements,
  excerpt,
  type Integer,
  integers,
  interval,
  isFunction,
  isInteger,
  makeFunction,
  makeSet,
  makeTuple,
  mostElements,
  type Value,
  ValueError,
  ValueTable,
} from "../../values/index.js";
import {
  entriesOf,
  mapping,
  type NativeTable,
  native,
  type Ordinal,
  operator,
  pure,
  set,
  value,
  wrong,
} from "./native.js";

type Copies = readonly (readonly [Value, Integer])[];

const union = pure(2, (a, b) => sum([bag(a!, "first", "(+)"), bag(b!, "second", "(+)")]));

const without = pure(2, (a, b) => {
  bag(b!, "second", "(-)");
  return makeFunction(
    bag(a!, "first", "(-)")
      .map(([element, copies]) => [element, integers.subtract(copies, copiesIn(element, b!, "(-)"))] as const)
      .filter(([, copies]) => copies > 0),
  );
});

/** The operators of Bags. Union and difference are known by both of their spellings. */
export const bags: NativeTable = {
  EmptyBag: pure(0, () => makeTuple([])),
  IsABag: pure(1, (b) => isBag(b!)),
  BagToSet: pure(1, (b) => domain(mapping(b!, "only", "BagToSet"))),
  SetToBag: pure(1, (s) =>
    makeFunction(elements(set(s!, "only", "SetToBag")).map((element) => [element, 1] as const)),
  ),
  BagIn: pure(2, (e, b) => copiesIn(e!, b!, "BagIn") > 0),
  CopiesIn: pure(2, (e, b) => copiesIn(e!, b!, "CopiesIn")),
  "\\oplus": union,
  "(+)": union,
  "\\ominus": without,
  "(-)": without,
  "\\sqsubseteq": pure(2, (a, b) => {
    bag(b!, "second", "\\sqsubseteq");
    return bag(a!, "first", "\\sqsubseteq").every(
      ([element, copies]) => copies <= copiesIn(element, b!, "\\sqsubseteq"),
    );
  }),
  BagUnion: pure(1, (s) => sum(elements(set(s!, "only", "BagUnion")).map((b) => bag(b, "only", "BagUnion")))),
  BagCardinality: pure(1, (b) =>
    bag(b!, "only", "BagCardinality").reduce((total: Integer, [, copies]) => integers.add(total, copies), 0),
  ),
  BagOfAll: native(2, ([f, b]) => {
    const image = operator(f, "BagOfAll");
    return sum([
      bag(value(b), "second", "BagOfAll").map(([element, copies]) => [image(element), copies] as const),
    ]);
  }),
  SubBag: pure(1, (b) => subBags(b!)),
};

function isBag(b: Value): boolean {
  if (!isFunction(b)) return false;
  return entriesOf(mapping(b, "only", "IsABag")).every(([, copies]) => isInteger(copies) && copies > 0);
}

/** The elements of a bag with their numbers of copies. Throws ValueError for anything else. */
function bag(b: Value, which: Ordinal, of: string): Copies {
  if (!isBag(b)) throw wrong(b, which, of, "a bag, that is a function with positive integers as values");
  return entriesOf(mapping(b, which, of)) as unknown as Copies;
}

/** The number of copies of an element; 0 if it is not in the bag. */
function copiesIn(element: Value, b: Value, of: string): Integer {
  const fn = mapping(b, "second", of);
  if (!contains(domain(fn), element)) return 0;
  const copies = apply(fn, element);
  if (isInteger(copies)) return copies;
  throw wrong(b, "second", of, "a bag");
}

/** The bag with all copies of all the given ones. */
function sum(parts: readonly Copies[]): Value {
  const totals = new ValueTable<Integer>();
  for (const part of parts) {
    for (const [element, copies] of part) {
      totals.set(element, integers.add(totals.get(element) ?? 0, copies));
    }
  }
  return makeFunction(totals.keys().map((element) => [element, totals.get(element)!] as const));
}

/** All bags with at most as many copies of each element. Throws ValueError if they are too many to be listed. */
function subBags(b: Value): Value {
  const copies = bag(b, "only", "SubBag");
  if (copies.reduce((count, [, most]) => count * (Number(most) + 1), 1) > mostElements) {
    throw new ValueError(
      codes.tooLarge,
      `${excerpt(b)} has more than ${mostElements} subbags, too many to be listed`,
      [b],
    );
  }
  let all: Copies[] = [[]];
  for (const [element, most] of copies) {
    const choices = elements(interval(0, most)) as readonly Integer[];
    all = all.flatMap((chosen) =>
      choices.map((count): Copies => (count === 0 ? chosen : [...chosen, [element, count] as const])),
    );
  }
  return makeSet(all.map((chosen) => makeFunction(chosen)));
}
