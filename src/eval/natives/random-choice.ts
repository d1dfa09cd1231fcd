/** Choices from sets, each element as likely as the others, of large sets without listing them. */
import {
  cardinality,
  elements,
  integers,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  type SetValue,
  type Value,
} from "../../values/index.js";
import { type NativeContext, wrong } from "./native.js";

/** Sets of at most so many elements are listed where several are to be chosen. */
const LISTED = 1 << 16;

/** An element of a finite set. Throws ValueError if there is none, or if the set is too large to be listed. */
export function randomElement(s: SetValue, context: NativeContext): Value {
  switch (s.kind) {
    case "functionSet": {
      const { range } = s;
      return makeFunction(
        elements(s.domain).map((argument) => [argument, randomElement(range, context)] as const),
      );
    }
    case "recordSet":
      return makeRecord([...s.fields].map(([name, field]) => [name, randomElement(field, context)] as const));
    case "productSet":
      return makeTuple(s.factors.map((factor) => randomElement(factor, context)));
    case "interval": {
      const size = cardinality(s);
      if (typeof size === "number" && size > 0)
        return integers.add(s.low, Math.floor(context.random() * size));
      break;
    }
    case "powerset":
      return makeSet(elements(s.base).filter(() => context.random() < 0.5));
    default:
      break;
  }
  const items = elements(s);
  if (items.length > 0) return items[Math.floor(context.random() * items.length)]!;
  throw wrong(s, "only", "RandomElement", "a set that is not empty");
}

/** A set to which each element of a set belongs with a certain probability. */
export function randomPart(s: SetValue, probability: number, context: NativeContext): Value {
  return makeSet(elements(s).filter(() => context.random() < probability));
}

/** A set of `count` elements of a set, or all if there are fewer: every such set is as likely as the others. */
export function randomSubset(s: SetValue, count: number, context: NativeContext): Value {
  const size = cardinality(s);
  if (typeof size === "number" && size <= Math.max(LISTED, 4 * count)) {
    // The first steps of Fisher's and Yates's shuffle (Knuth, "The Art of Computer Programming", 3.4.2, algorithm P).
    const items = [...elements(s)];
    const wanted = Math.min(count, items.length);
    for (let i = 0; i < wanted; i++) {
      const other = i + Math.floor(context.random() * (items.length - i));
      [items[i], items[other]] = [items[other]!, items[i]!];
    }
    return makeSet(items.slice(0, wanted));
  }
  // At most a quarter of the set is taken: few choices hit one that was taken before.
  let chosen = makeSet([]);
  for (let missing = count; missing > 0; missing = count - elements(chosen).length) {
    const more = Array.from({ length: missing }, () => randomElement(s, context));
    chosen = makeSet([...elements(chosen), ...more]);
  }
  return chosen;
}
