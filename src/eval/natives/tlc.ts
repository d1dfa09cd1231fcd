/** Module TLC. */
import {
  ANY,
  AssertionFailure,
  cardinality,
  codes,
  elements,
  excerpt,
  format,
  integers,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  mostElements,
  type SetValue,
  type Value,
  ValueError,
} from "../../values/index.js";
import {
  entriesOf,
  mapping,
  type NativeContext,
  type NativeTable,
  native,
  operator,
  pure,
  sequence,
  set,
  test,
  value,
  wrong,
} from "./native.js";

/** The operators of TLC. */
export const tlc: NativeTable = {
  Print: native(2, ([out, result], context) => {
    context.print(`${format(value(out))}  ${format(value(result))}`);
    return value(result);
  }),
  PrintT: native(1, ([out], context) => {
    context.print(format(value(out)));
    return true;
  }),
  Assert: pure(2, (condition, message) => {
    if (condition === true) return true;
    throw new AssertionFailure(typeof message === "string" ? message : format(message!), [
      condition!,
      message!,
    ]);
  }),
  JavaTime: pure(0, () => {
    throw new ValueError(
      codes.irreproducible,
      "JavaTime is refused: with a clock in it a search could not be repeated; use a variable or a constant instead",
    );
  }),
  TLCGet: native(1, ([key], context) => {
    const register = registerOf(value(key), "TLCGet");
    const found = context.get(register);
    if (found !== undefined) return found;
    throw new ValueError(
      codes.unset,
      `TLCGet(${format(register)}) has no value: nothing was set with TLCSet(${format(register)}, ...) before`,
      [register],
    );
  }),
  TLCSet: native(2, ([key, content], context) => {
    context.set(registerOf(value(key), "TLCSet"), value(content));
    return true;
  }),
  ":>": pure(2, (d, e) => makeFunction([[d!, e!]])),
  "@@": pure(2, (f, g) =>
    makeFunction([...entriesOf(mapping(f!, "first", "@@")), ...entriesOf(mapping(g!, "second", "@@"))]),
  ),
  Permutations: pure(1, (s) => permutations(set(s!, "only", "Permutations"))),
  SortSeq: native(2, ([s, before]) => {
    const comesBefore = operator(before, "SortSeq");
    const result: Value[] = [];
    // Insertion from the right, as in TLC, so that equal items keep their order and `before` need not be total.
    for (const item of sequence(value(s), "first", "SortSeq").items) {
      let place = result.length;
      while (place > 0 && test(comesBefore, "SortSeq", item, result[place - 1]!)) place--;
      result.splice(place, 0, item);
    }
    return makeTuple(result);
  }),
  RandomElement: native(1, ([s], context) => randomElement(set(value(s), "only", "RandomElement"), context)),
  Any: pure(0, () => ANY),
  ToString: pure(1, (v) => format(v!)),
  TLCEval: pure(1, (v) => {
    if (typeof v === "object" && v.kind === "lazyFunction" && v.domain.isFinite()) return v.canonical();
    return v!;
  }),
};

function registerOf(key: Value, of: string): string | number {
  if (typeof key === "string" || (typeof key === "number" && key >= 0)) return key;
  throw wrong(key, of === "TLCGet" ? "only" : "first", of, "a natural number or a string");
}

function permutations(s: SetValue): Value {
  const items = elements(s);
  let count = 1;
  for (let i = 2; i <= items.length; i++) count *= i;
  if (count > mostElements) {
    throw new ValueError(
      codes.tooLarge,
      `${excerpt(s)} has ${items.length}! permutations, too many to be listed`,
      [s],
    );
  }
  let orders: (readonly Value[])[] = [[]];
  for (let i = 0; i < items.length; i++) {
    orders = orders.flatMap((order) =>
      items.filter((item) => !order.includes(item)).map((item) => [...order, item]),
    );
  }
  return makeSet(orders.map((order) => makeFunction(items.map((item, i) => [item, order[i]!] as const))));
}

/** An element of a finite set, each as likely as the others; of lazy sets without listing them. */
function randomElement(s: SetValue, context: NativeContext): Value {
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
