/** Module Functions. */
import {
  apply,
  cardinality,
  codes,
  elements,
  excerpt,
  type FiniteSet,
  isFunction,
  lazyFunction,
  makeFunction,
  makeSet,
  type Value,
  ValueError,
  ValueTable,
} from "../../../values/index.js";
import { entriesOf, mapping, type NativeTable, pure, set, wrong } from "../native.js";
import { functionFolds } from "./folds.js";

/** The operators of Functions that the evaluator computes itself. */
export const functions: NativeTable = {
  ...functionFolds,
  IsInjective: pure(1, (f) => {
    const images = imagesOf(f!, "IsInjective");
    const different = makeSet(images);
    return different.size === images.length && cardinality(different) === images.length;
  }),
  Inverse: pure(3, (f, s, t) => inverse(f!, s!, t!)),
  AntiFunction: pure(1, (f) => {
    const entries = entriesOf(mapping(f!, "only", "AntiFunction"));
    const inverted = makeFunction(entries.map(([argument, image]) => [image, argument] as const));
    if (inverted.size === entries.length) return inverted;
    throw wrong(f!, "only", "AntiFunction", "an injective function");
  }),
  ExistsInjection: pure(2, (s, t) => sizes(s!, t!, "ExistsInjection", (m, n) => m <= n)),
  ExistsSurjection: pure(2, (s, t) =>
    sizes(s!, t!, "ExistsSurjection", (m, n) => m >= n && (n > 0 || m === 0)),
  ),
  ExistsBijection: pure(2, (s, t) => sizes(s!, t!, "ExistsBijection", (m, n) => m === n)),
};

/** Compares the sizes of two finite sets. Throws ValueError for an infinite one: its functions cannot be listed. */
function sizes(
  s: Value,
  t: Value,
  of: string,
  compares: (m: number | bigint, n: number | bigint) => boolean,
): boolean {
  return compares(cardinality(set(s, "first", of)), cardinality(set(t, "second", of)));
}

/**
 * A function on `t`: the first element of `s` that `f` takes to the argument, or just the first of `s` for what is no
 * value of `f`. Its values are found when they are asked for, so that one that does not exist hurts nobody before.
 */
function inverse(f: Value, s: Value, t: Value): Value {
  if (!isFunction(f)) throw wrong(f, "first", "Inverse", "a function");
  const from = set(s, "second", "Inverse");
  let firsts: ValueTable<Value> | null = null;
  let images: FiniteSet | null = null;
  return lazyFunction(set(t, "third", "Inverse"), (image) => {
    firsts ??= firstArguments(f, elements(from));
    const argument = firsts.get(image);
    if (argument !== undefined) return argument;
    images ??= makeSet(imagesOf(f, "Inverse"));
    if (!images.contains(image) && elements(from).length > 0) return elements(from)[0]!;
    throw new ValueError(
      codes.argument,
      `Inverse has no value for ${excerpt(image)}: the function takes no element of ${excerpt(from)} to it`,
      [f, from, image],
    );
  });
}

/** For each value of `f` the first of the given arguments that has it. */
function firstArguments(f: Value, candidates: readonly Value[]): ValueTable<Value> {
  const firsts = new ValueTable<Value>();
  for (const argument of candidates) {
    const image = apply(f, argument);
    if (!firsts.has(image)) firsts.set(image, argument);
  }
  return firsts;
}

function imagesOf(f: Value, of: string): Value[] {
  return entriesOf(mapping(f, of === "Inverse" ? "first" : "only", of)).map(([, image]) => image);
}
