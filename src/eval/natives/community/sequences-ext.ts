/** Module SequencesExt: sequences searched, folded, made from sets. What it says of parts of sequences is in sequence-parts.ts. */
import {
  codes,
  elements,
  equal,
  excerpt,
  format,
  makeFunction,
  makeSet,
  makeTuple,
  mostElements,
  type SetValue,
  type TupleValue,
  type Value,
  ValueError,
} from "../../../values/index.js";
import { integer, type NativeTable, native, operator, pure, sequence, set, test, value } from "../native.js";
import { foldWhole } from "./folds.js";
import { sequenceParts } from "./sequence-parts.js";

type Test = (...args: Value[]) => Value;

/** The operators of SequencesExt that the evaluator computes itself. */
export const sequencesExt: NativeTable = {
  ...sequenceParts,

  SetToSeq: pure(1, (s) => makeTuple(elements(set(s!, "only", "SetToSeq")))),
  SetToSeqs: pure(1, (s) => arrangements(set(s!, "only", "SetToSeqs"))),
  ToBag: pure(1, (s) => {
    const groups = sequence(s!, "only", "ToBag").items.groupBy((item) => item);
    return makeFunction([...groups].map(([item, copies]) => [item, copies.count()] as const));
  }),

  Contains: pure(2, (s, e) => sequence(s!, "first", "Contains").items.some((item) => equal(item, e!))),
  SelectInSeq: native(2, ([s, passes]) => {
    const list = sequence(value(s), "first", "SelectInSeq");
    return firstPassing(list, 1, list.size, operator(passes, "SelectInSeq"), "SelectInSeq");
  }),
  SelectInSubSeq: native(4, ([s, m, n, passes]) => {
    const [list, from, to] = part(value(s), value(m), value(n), "SelectInSubSeq");
    return firstPassing(list, from, to, operator(passes, "SelectInSubSeq"), "SelectInSubSeq");
  }),
  SelectLastInSeq: native(2, ([s, passes]) => {
    const list = sequence(value(s), "first", "SelectLastInSeq");
    return lastPassing(list, 1, list.size, operator(passes, "SelectLastInSeq"), "SelectLastInSeq");
  }),
  SelectLastInSubSeq: native(4, ([s, m, n, passes]) => {
    const [list, from, to] = part(value(s), value(m), value(n), "SelectLastInSubSeq");
    return lastPassing(list, from, to, operator(passes, "SelectLastInSubSeq"), "SelectLastInSubSeq");
  }),

  RemoveFirst: pure(2, (s, e) => {
    const list = sequence(s!, "first", "RemoveFirst");
    const index = list.items.findIndex((item) => equal(item, e!));
    return index < 0 ? list : makeTuple(list.items.delete(index));
  }),
  RemoveFirstMatch: native(2, ([s, passes]) => {
    const list = sequence(value(s), "first", "RemoveFirstMatch");
    const at = firstPassing(list, 1, list.size, operator(passes, "RemoveFirstMatch"), "RemoveFirstMatch");
    return at === 0 ? list : makeTuple(list.items.delete(at - 1));
  }),

  FoldSeq: native(3, ([op, base, s]) => foldWhole(operator(op, "FoldSeq"), base, value(s), "FoldSeq")),
  FoldLeft: native(3, ([op, base, s]) => {
    const combine = operator(op, "FoldLeft");
    return sequence(value(s), "third", "FoldLeft").items.reduce<Value>(
      (result, item) => combine(result, item),
      value(base),
    );
  }),
  FoldRight: native(3, ([op, s, base]) => {
    const combine = operator(op, "FoldRight");
    return sequence(value(s), "second", "FoldRight").items.reduceRight<Value>(
      (result, item) => combine(item, result),
      value(base),
    );
  }),
  FoldLeftDomain: native(3, ([op, base, s]) => {
    const combine = operator(op, "FoldLeftDomain");
    const { size } = sequence(value(s), "third", "FoldLeftDomain");
    let result = value(base);
    for (let i = 1; i <= size; i++) result = combine(result, i);
    return result;
  }),
  FoldRightDomain: native(3, ([op, s, base]) => {
    const combine = operator(op, "FoldRightDomain");
    const { size } = sequence(value(s), "second", "FoldRightDomain");
    let result = value(base);
    for (let i = size; i >= 1; i--) result = combine(i, result);
    return result;
  }),
};

/** All sequences that have each element once. Throws ValueError if they are too many to be listed. */
function arrangements(s: SetValue): Value {
  const items = elements(s);
  let count = 1;
  for (let i = 2; i <= items.length && count <= mostElements; i++) count *= i;
  if (count > mostElements) {
    throw new ValueError(
      codes.tooLarge,
      `SetToSeqs would give ${items.length}! sequences of the elements of ${excerpt(s)}, too many to be listed`,
      [s],
    );
  }
  let orders: (readonly number[])[] = [[]];
  for (let i = 0; i < items.length; i++) {
    orders = orders.flatMap((order) =>
      items.flatMap((_, next) => (order.includes(next) ? [] : [[...order, next]])),
    );
  }
  return makeSet(orders.map((order) => makeTuple(order.map((index) => items[index]!))));
}

/** The first position in from..to whose element passes; 0 if none does. */
function firstPassing(list: TupleValue, from: number, to: number, passes: Test, of: string): number {
  for (let i = from; i <= to; i++) if (test(passes, of, list.items.get(i - 1)!)) return i;
  return 0;
}

/** The last position in from..to whose element passes; 0 if none does. */
function lastPassing(list: TupleValue, from: number, to: number, passes: Test, of: string): number {
  for (let i = to; i >= from; i--) if (test(passes, of, list.items.get(i - 1)!)) return i;
  return 0;
}

/** A sequence and a range of positions, which lies in it unless it is empty. */
function part(s: Value, m: Value, n: Value, of: string): readonly [TupleValue, number, number] {
  const list = sequence(s, "first", of);
  const [from, to] = [integer(m, "second", of), integer(n, "third", of)];
  if (from > to) return [list, 1, 0];
  for (const bound of [from, to]) {
    if (bound >= 1 && bound <= list.size) continue;
    throw new ValueError(
      codes.subsequence,
      `${of} from ${format(from)} to ${format(to)} does not lie in 1..${list.size}, the domain of ${excerpt(s)}`,
      [s, from, to],
    );
  }
  return [list, Number(from), Number(to)];
}
