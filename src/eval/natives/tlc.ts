/** Module TLC. */
import {
  ANY,
  AssertionFailure,
  codes,
  elements,
  excerpt,
  format,
  isFiniteSet,
  makeFunction,
  makeSet,
  makeTuple,
  mostElements,
  refuseIncomparable,
  type SetValue,
  type Value,
  ValueError,
} from "../../values/index.js";
import {
  entriesOf,
  mapping,
  type NativeTable,
  native,
  operator,
  pure,
  sequence,
  set,
  test,
  value,
} from "./native.js";
import { randomElement } from "./random-choice.js";
import { getRegister, setRegister } from "./registers.js";

/** The operators of TLC. */
export const tlc: NativeTable = {
  Print: native(2, ([out, result], context) => {
    context.print(`${printed(value(out))}  ${printed(value(result))}`);
    return value(result);
  }),
  PrintT: native(1, ([out], context) => {
    context.print(printed(value(out)));
    return true;
  }),
  Assert: pure(2, (condition, message) => {
    if (condition === true) return true;
    throw new AssertionFailure(typeof message === "string" ? message : format(message!), [
      condition!,
      message!,
    ]);
  }),
  JavaTime: native(0, (_, context) => context.world((world) => world.time())),
  TLCGet: native(1, ([key], context) => getRegister(value(key), context)),
  TLCSet: native(2, ([key, content], context) => {
    setRegister(value(key), value(content), context);
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
  ToString: pure(1, (v) => printed(v!)),
  TLCEval: pure(1, (v) => evaluated(v!)),
};

/** A value as text. Throws ValueError where TLC prints nothing: elements that cannot be compared with each other. */
function printed(v: Value): string {
  refuseIncomparable(v);
  return format(v);
}

/** A value that is given by a rule as the value that the rule gives; others as they are. */
function evaluated(v: Value): Value {
  if (typeof v !== "object") return v;
  switch (v.kind) {
    case "lazyFunction":
      return v.domain.isFinite() ? v.canonical() : v;
    case "filter":
    case "cup":
    case "cap":
    case "difference":
    case "union":
      return isFiniteSet(v) ? makeSet(elements(v)) : v;
    default:
      return v;
  }
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
