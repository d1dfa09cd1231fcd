/** Module FiniteSetsExt, but for its folds. */
import {
  cardinality,
  codes,
  elements,
  emptySet,
  enumerate,
  excerpt,
  FiniteSet,
  filterSet,
  isInteger,
  makeSet,
  mostElements,
  powerset,
  type SetValue,
  type Value,
  ValueError,
} from "../../../values/index.js";
import { integer, type NativeTable, native, operator, pure, set, test, value, wrong } from "../native.js";
import { setFolds } from "./folds.js";

/** The operators of FiniteSetsExt that the evaluator computes itself. */
export const finiteSetsExt: NativeTable = {
  ...setFolds,
  Quantify: native(2, ([s, passes]) => {
    const predicate = operator(passes, "Quantify");
    let count = 0;
    for (const element of enumerate(set(value(s), "first", "Quantify"))) {
      if (test(predicate, "Quantify", element)) count++;
    }
    return count;
  }),
  kSubset: pure(2, (k, s) => {
    const size = integer(k!, "first", "kSubset");
    const from = set(s!, "second", "kSubset");
    return size < 0 || size > cardinality(from) ? emptySet : subsetsOfSize(Number(size), from);
  }),
  Max: pure(1, (s) => extreme(s!, "Max", (a, b) => a > b)),
  Min: pure(1, (s) => extreme(s!, "Min", (a, b) => a < b)),
  Choices: pure(1, (sets) => choices(elements(set(sets!, "only", "Choices")))),
};

/** The element that is better than all others. Throws ValueError if there is none, or one is no integer. */
function extreme(
  s: Value,
  of: "Max" | "Min",
  better: (a: number | bigint, b: number | bigint) => boolean,
): Value {
  const numbers = set(s, "only", of);
  if (numbers.kind === "interval" && numbers.low <= numbers.high)
    return of === "Max" ? numbers.high : numbers.low;
  let best: number | bigint | null = null;
  for (const element of enumerate(numbers)) {
    if (!isInteger(element)) throw wrong(s, "only", of, "a set of integers");
    if (best === null || better(element, best)) best = element;
  }
  if (best !== null) return best;
  throw new ValueError(
    codes.argument,
    `${of} was applied to the empty set, which has no ${named[of]} element`,
    [s],
  );
}

const named = { Max: "largest", Min: "smallest" } as const;

/** The subsets of a size; as a test of subsets where there are too many to be listed. */
function subsetsOfSize(size: number, from: SetValue): SetValue {
  const items = elements(from);
  if (binomial(items.length, size) > mostElements) {
    return filterSet(powerset(from), (subset) => cardinality(subset) === size);
  }
  const subsets: Value[] = [];
  const chosen = Array.from({ length: size }, (_, i) => i);
  for (;;) {
    subsets.push(FiniteSet.inOrder(chosen.map((index) => items[index]!)));
    let last = size - 1;
    while (last >= 0 && chosen[last] === items.length - size + last) last--;
    if (last < 0) return FiniteSet.inOrder(subsets);
    chosen[last]!++;
    for (let i = last + 1; i < size; i++) chosen[i] = chosen[i - 1]! + 1;
  }
}

/** The sets made by taking an element of each of the given sets. */
function choices(sets: readonly Value[]): Value {
  let all: readonly SetValue[] = [emptySet];
  for (const each of sets) {
    const items = elements(each);
    refuseMany(
      all.length * items.length,
      each,
      "is one of the sets of Choices, which has too many elements to be listed",
    );
    const next = all.flatMap((chosen) => items.map((item) => (chosen as FiniteSet).add(item)));
    all = elements(makeSet(next)) as readonly SetValue[];
  }
  return makeSet(all);
}

function refuseMany(count: number, s: Value, what: string): void {
  if (count > mostElements)
    throw new ValueError(codes.tooLarge, `${excerpt(s)} ${what} (at most ${mostElements} can be)`, [s]);
}

/** n over k, roughly if it is large. */
function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) result = (result * (n - i + 1)) / i;
  return Math.round(result);
}
