/** Module Randomization. */
import {
  cardinality,
  codes,
  excerpt,
  type Integer,
  integers,
  isFiniteSet,
  makeSet,
  type SetValue,
  type Value,
  ValueError,
} from "../../values/index.js";
import {
  integer,
  type NativeContext,
  type NativeTable,
  native,
  type Ordinal,
  set,
  value,
  wrong,
} from "./native.js";
import { randomPart, randomSubset } from "./random-choice.js";

/** The operators of Randomization that choose. */
export const randomization: NativeTable = {
  RandomSubset: native(2, ([k, s], context) =>
    randomSubset(
      finite(value(s), "second", "RandomSubset"),
      count(value(k), "first", "RandomSubset"),
      context,
    ),
  ),
  RandomSetOfSubsets: native(3, ([k, n, s], context) =>
    setOfSubsets(value(k), value(n), finite(value(s), "third", "RandomSetOfSubsets"), context),
  ),
};

/** As many choices as `k` says; duplicates make the set smaller. */
function setOfSubsets(k: Value, n: Value, s: SetValue, context: NativeContext): Value {
  const picks = count(k, "first", "RandomSetOfSubsets");
  const average = count(n, "second", "RandomSetOfSubsets");
  const size = cardinality(s);
  if (average > size) {
    throw wrong(n, "second", "RandomSetOfSubsets", `in 0..${size}, since that is the size of the set`);
  }
  // 2^31 choices could not be made in any case.
  if (size < 31 && picks > Number(integers.power(2, size))) {
    throw wrong(k, "first", "RandomSetOfSubsets", `at most the number of subsets, 2^${size}`);
  }
  const probability = size === 0 ? 0 : average / Number(size);
  return makeSet(Array.from({ length: picks }, () => randomPart(s, probability, context)));
}

function finite(s: Value, which: Ordinal, of: string): SetValue {
  const chosen = set(s, which, of);
  if (!isFiniteSet(chosen)) throw wrong(s, which, of, "a finite set");
  return chosen;
}

/** A natural number of things to choose. */
function count(argument: Value, which: Ordinal, of: string): number {
  const number: Integer = integer(argument, which, of);
  if (number < 0) throw wrong(argument, which, of, "a natural number");
  if (typeof number === "number") return number;
  throw new ValueError(codes.tooLarge, `${excerpt(argument)} elements are too many to be chosen`, [argument]);
}
