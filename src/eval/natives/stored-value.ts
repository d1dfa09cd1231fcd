/**
 * Values in a file of their own, to be read again as they were: JSON in which every value but Booleans, strings and
 * integers says what it is. (The Informal Trace Format writes model values as strings.)
 */
import {
  codes,
  elements,
  excerpt,
  format,
  integers,
  isFiniteSet,
  makeFunction,
  makeSet,
  makeTuple,
  modelValue,
  type Value,
  ValueError,
} from "../../values/index.js";
import { entriesOf, wrong } from "./native.js";

type Stored = boolean | string | { readonly [tag: string]: string | readonly (Stored | readonly Stored[])[] };

/** A value as text. Throws ValueError for sets that cannot be listed. */
export function encode(v: Value): string {
  return JSON.stringify(stored(v));
}

/** The value that a text made by `encode` stands for. Throws ValueError for any other text. */
export function decode(text: string): Value {
  try {
    return restored(JSON.parse(text));
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    throw notStored(text);
  }
}

function stored(v: Value): Stored {
  switch (typeof v) {
    case "boolean":
    case "string":
      return v;
    case "number":
    case "bigint":
      return { integer: format(v) };
    case "object":
      break;
  }
  switch (v.kind) {
    case "model":
      return { modelValue: v.name };
    case "lazyFunction":
      return stored(v.canonical());
    case "tuple":
      return { sequence: v.items.toArray().map(stored) };
    case "record":
    case "function":
      return { function: entriesOf(v).map((pair) => pair.map(stored)) };
    default:
      if (isFiniteSet(v)) return { set: elements(v).map(stored) };
      throw wrong(v, "first", "IOSerialize", "a value without infinite sets in it");
  }
}

function restored(part: unknown): Value {
  if (typeof part === "boolean" || typeof part === "string") return part;
  const [entry, more] = typeof part === "object" && part !== null ? Object.entries(part) : [];
  if (entry === undefined || more !== undefined) throw notStored(part);
  const [tag, content] = entry;
  switch (tag) {
    case "integer":
      if (typeof content === "string" && /^-?\d+$/.test(content)) return integers.normalise(BigInt(content));
      throw notStored(part);
    case "modelValue":
      if (typeof content === "string") return modelValue(content);
      throw notStored(part);
    case "sequence":
      return makeTuple(list(content).map(restored));
    case "set":
      return makeSet(list(content).map(restored));
    case "function":
      return makeFunction(
        list(content).map((pair) => {
          const [key, item] = list(pair);
          return [restored(key), restored(item)] as const;
        }),
      );
    default:
      throw notStored(part);
  }
}

function list(part: unknown): readonly unknown[] {
  if (Array.isArray(part)) return part;
  throw notStored(part);
}

function notStored(part: unknown): ValueError {
  const text = typeof part === "string" ? part : (JSON.stringify(part) ?? "nothing");
  return new ValueError(codes.json, `this was not written by IOSerialize of this program: ${excerpt(text)}`);
}
