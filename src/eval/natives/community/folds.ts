/**
 * Folds over sets and functions: modules Folds, FiniteSetsExt and Functions. All are loops, however many elements
 * there are. As TLC computes them, FoldSet, FoldFunction and their kin take the elements in order, the first one
 * innermost: op(xn, ... op(x2, op(x1, base))). MapThenFoldSet, which TLC evaluates by its definition, takes what
 * `choose` picks first as the outermost.
 */
import {
  apply,
  codes,
  contains,
  domain,
  elements,
  enumerate,
  excerpt,
  FiniteSet,
  type Integer,
  integers,
  isFunction,
  type SetValue,
  same,
  type Value,
  ValueError,
} from "../../../values/index.js";
import {
  integer,
  type NativeArgument,
  type NativeTable,
  native,
  operator,
  set,
  value,
  wrong,
} from "../native.js";

type Binary = (...args: Value[]) => Value;

/** The operator of Folds. */
export const folds: NativeTable = {
  MapThenFoldSet: native(5, ([op, base, f, choose, s]) => {
    const [combine, image] = [operator(op, "MapThenFoldSet"), operator(f, "MapThenFoldSet")];
    const order = pickedOrder(set(value(s), "fifth", "MapThenFoldSet"), operator(choose, "MapThenFoldSet"));
    let result = value(base);
    for (let i = order.length - 1; i >= 0; i--) result = combine(image(order[i]!), result);
    return result;
  }),
};

/** The folds of FiniteSetsExt. */
export const setFolds: NativeTable = {
  FoldSet: native(3, ([op, base, s]) => foldSet(operator(op, "FoldSet"), base, s, "third", "FoldSet")),
  ReduceSet: native(3, ([op, s, base]) => foldSet(operator(op, "ReduceSet"), base, s, "second", "ReduceSet")),
  MapThenSumSet: native(2, ([f, s]) => {
    const image = operator(f, "MapThenSumSet");
    let total: Integer = 0;
    for (const element of enumerate(set(value(s), "second", "MapThenSumSet"))) {
      total = integers.add(total, integer(image(element), "first", "+"));
    }
    return total;
  }),
};

/** The folds of Functions. */
export const functionFolds: NativeTable = {
  FoldFunctionOnSet: native(4, ([op, base, f, s]) =>
    foldFunction(operator(op, "FoldFunctionOnSet"), base, value(f), value(s), "FoldFunctionOnSet"),
  ),
  FoldFunction: native(3, ([op, base, f]) =>
    foldWhole(operator(op, "FoldFunction"), base, value(f), "FoldFunction"),
  ),
};

/** A function folded over its whole domain; `of` is the operator that messages speak of. */
export function foldWhole(op: Binary, base: NativeArgument | undefined, f: Value, of: string): Value {
  if (!isFunction(f)) throw wrong(f, "third", of, "a function");
  return foldFunction(op, base, f, domain(f), of);
}

function foldSet(
  op: Binary,
  base: NativeArgument | undefined,
  s: NativeArgument | undefined,
  which: "second" | "third",
  of: string,
): Value {
  let result = value(base);
  for (const element of enumerate(set(value(s), which, of))) result = op(element, result);
  return result;
}

function foldFunction(op: Binary, base: NativeArgument | undefined, f: Value, s: Value, of: string): Value {
  if (!isFunction(f)) throw wrong(f, "third", of, "a function");
  let result = value(base);
  for (const argument of enumerate(set(s, "fourth", of))) result = op(apply(f, argument), result);
  return result;
}

/** The elements of a set in the order in which `choose` picks them, each from those that are left. */
function pickedOrder(s: SetValue, choose: (...args: Value[]) => Value): Value[] {
  const order: Value[] = [];
  let rest: readonly Value[] = elements(s);
  while (rest.length > 0) {
    const left = FiniteSet.inOrder(rest);
    const picked = choose(left);
    rest = without(rest, picked, left);
    order.push(picked);
  }
  return order;
}

/** The elements but for the one picked. Most often that is the first or the last, and no search is needed. */
function without(rest: readonly Value[], picked: Value, left: SetValue): readonly Value[] {
  if (same(rest[0]!, picked)) return rest.slice(1);
  if (same(rest[rest.length - 1]!, picked)) return rest.slice(0, -1);
  if (!contains(left, picked)) throw notAnElement(picked, left);
  return rest.filter((element) => !same(element, picked));
}

function notAnElement(picked: Value, rest: SetValue): ValueError {
  return new ValueError(
    codes.argument,
    `the fourth argument of MapThenFoldSet must choose an element of ${excerpt(rest)}, but it gives ${excerpt(picked)}`,
    [picked, rest],
  );
}
