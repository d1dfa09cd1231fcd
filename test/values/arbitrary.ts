/** Random values for property tests, by shape, so that values of one shape can be compared with each other. */
import fc from "fast-check";
import {
  apply,
  CupSet,
  domain,
  elements,
  FilterSet,
  interval,
  isFunction,
  isSet,
  lazyFunction,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  modelValue,
  type Value,
} from "../../src/values/index.js";

type Shape =
  | { readonly kind: "integer" | "boolean" | "string" | "model" | "integerOrModel" }
  | { readonly kind: "tuple"; readonly items: readonly Shape[] }
  | { readonly kind: "sequence" | "set"; readonly item: Shape }
  | { readonly kind: "record"; readonly fields: readonly (readonly [string, Shape])[] }
  | { readonly kind: "function"; readonly argument: Shape; readonly value: Shape };

const atom: fc.Arbitrary<Shape> = fc
  .constantFrom("integer", "boolean", "string", "model", "integerOrModel")
  .map((kind) => ({ kind }) as Shape);

const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    atom,
    fc.array(tie("shape"), { minLength: 1, maxLength: 3 }).map((items): Shape => ({ kind: "tuple", items })),
    tie("shape").map((item): Shape => ({ kind: "sequence", item })),
    tie("shape").map((item): Shape => ({ kind: "set", item })),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "pc", "owner"), tie("shape")), {
        minLength: 1,
        maxLength: 3,
        selector: ([name]) => name,
      })
      .map((fields): Shape => ({ kind: "record", fields })),
    fc.tuple(atom, tie("shape")).map(([argument, value]): Shape => ({ kind: "function", argument, value })),
  ),
}));

const integer = fc.oneof(
  { arbitrary: fc.integer({ min: -3, max: 5 }), weight: 8 },
  { arbitrary: fc.maxSafeInteger(), weight: 1 },
  { arbitrary: fc.bigInt({ min: 2n ** 53n, max: 2n ** 53n + 3n }), weight: 1 },
);
const model = fc.constantFrom("m", "n", "null").map(modelValue);

function ofShape(of: Shape): fc.Arbitrary<Value> {
  switch (of.kind) {
    case "integer":
      return integer;
    case "boolean":
      return fc.boolean();
    case "string":
      return fc.constantFrom("", "a", "idle", "waiting", "#set", 'say "no"\\\n', "é");
    case "model":
      return model;
    case "integerOrModel":
      return fc.oneof(integer, model);
    case "tuple":
      return fc.tuple(...of.items.map(ofShape)).map(makeTuple);
    case "sequence":
      return fc.array(ofShape(of.item), { maxLength: 4 }).map(makeTuple);
    case "set":
      return fc.array(ofShape(of.item), { maxLength: 10 }).map(makeSet);
    case "record":
      return fc
        .tuple(...of.fields.map(([name, field]) => ofShape(field).map((value) => [name, value] as const)))
        .map(makeRecord);
    case "function":
      return fc
        .array(fc.tuple(ofShape(of.argument), ofShape(of.value)), { maxLength: 4 })
        .map((entries) => makeFunction(entries));
  }
}

/** A value. */
export const anyValue: fc.Arbitrary<Value> = shape.chain(ofShape);

/** Three values that can be compared with each other. */
export const threeValues: fc.Arbitrary<[Value, Value, Value]> = shape.chain((of) =>
  fc.tuple(ofShape(of), ofShape(of), ofShape(of)),
);

/** Three sets whose elements can be compared with each other. */
export const threeSets: fc.Arbitrary<[Value, Value, Value]> = shape.chain((item) => {
  const set = ofShape({ kind: "set", item });
  return fc.tuple(set, set, set);
});

/** A function with one of the arguments of its domain. */
export const functionAndArgument: fc.Arbitrary<[Value, Value]> = fc
  .tuple(atom, shape)
  .chain(([argument, value]) => ofShape({ kind: "function", argument, value }))
  .filter((fn) => elements(domain(fn)).length > 0)
  .chain((fn) => fc.constantFrom(...elements(domain(fn))).map((argument): [Value, Value] => [fn, argument]));

/** The same value in other representations, all the way down: lazy sets, functions given by a rule. */
export function disguise(value: Value): Value {
  if (isSet(value)) {
    const items = [...elements(value)].reverse();
    const last = items[0];
    const first = items.at(-1);
    const consecutive =
      typeof first === "number" &&
      typeof last === "number" &&
      last - first === items.length - 1 &&
      items.length > 0;
    if (consecutive) return interval(first, last);
    const hidden = items.map(disguise);
    const middle = hidden.length >> 1;
    const parts = new CupSet(makeSet(hidden.slice(0, middle)), makeSet(hidden.slice(middle)));
    return new FilterSet(parts, () => true);
  }
  if (isFunction(value))
    return lazyFunction(disguise(domain(value)), (argument) => disguise(apply(value, argument)));
  return value;
}
