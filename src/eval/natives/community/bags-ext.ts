/** Module BagsExt: folds over all copies. */
import { type Integer, isInteger, type Value } from "../../../values/index.js";
import { entriesOf, mapping, type NativeTable, native, operator, value, wrong } from "../native.js";

/** The operators of BagsExt that the evaluator computes itself. */
export const bagsExt: NativeTable = {
  /** As TLC computes it: op(... op(op(base, x1), x1) ..., xn), the elements in order, each as often as it occurs. */
  FoldBag: native(3, ([op, base, b]) => {
    const combine = operator(op, "FoldBag");
    let result = value(base);
    for (const [element, copies] of bag(value(b), "third", "FoldBag")) {
      for (let i = 0; i < copies; i++) result = combine(result, element);
    }
    return result;
  }),
  /** By the definition: the copies of each element are folded from base on, and what comes out is folded again. */
  MapThenFoldBag: native(5, ([op, base, f, , b]) => {
    const [combine, image] = [operator(op, "MapThenFoldBag"), operator(f, "MapThenFoldBag")];
    let result = value(base);
    for (const [element, copies] of bag(value(b), "fifth", "MapThenFoldBag").reverse()) {
      let part = value(base);
      for (let i = 0; i < copies; i++) part = combine(part, image(element));
      result = combine(part, result);
    }
    return result;
  }),
};

/** The elements of a bag in order, each with how often it occurs. Throws ValueError for anything else. */
function bag(b: Value, which: "third" | "fifth", of: string): (readonly [Value, Integer])[] {
  return entriesOf(mapping(b, which, of)).map(([element, copies]) => {
    if (isInteger(copies) && copies > 0) return [element, copies] as const;
    throw wrong(b, which, of, "a bag, that is a function with positive integers as values");
  });
}
