/**
 * Values in the Informal Trace Format of Apalache (its ADR 015), which other tools read.
 *
 * Integers are always written as `{"#bigint": "5"}`, tuples and sequences alike as `#tup`, sets as `#set`, records as
 * plain objects, other functions as `#map`. The format knows no model values: they are written as strings, the way
 * Apalache writes the constants of its uninterpreted types. A set that cannot be listed is written as
 * `{"#unserializable": "Nat"}`.
 */
import { codes, ValueError } from "./error.js";
import { makeSet } from "./finite-set.js";
import { format } from "./format.js";
import { makeFunction, makeRecord, makeTuple } from "./functions.js";
import { INT, NAT, REAL, STRING } from "./infinite-sets.js";
import { normalise } from "./integers.js";
import { modelValue } from "./model-value.js";
import type { Value } from "./value.js";

/** A value as JSON. */
export type ItfValue =
  | boolean
  | string
  | { readonly "#bigint": string }
  | { readonly "#tup": readonly ItfValue[] }
  | { readonly "#set": readonly ItfValue[] }
  | { readonly "#map": readonly (readonly [ItfValue, ItfValue])[] }
  | { readonly "#unserializable": string }
  | { readonly [field: string]: ItfValue };

/** A value in the Informal Trace Format. Throws ValueError for a set that is finite but too large to be listed. */
export function toItf(v: Value): ItfValue {
  switch (typeof v) {
    case "boolean":
    case "string":
      return v;
    case "number":
    case "bigint":
      return { "#bigint": String(v) };
    case "object":
      break;
  }
  switch (v.kind) {
    case "model":
      return v.name;
    case "tuple":
      return { "#tup": v.toArray().map(toItf) };
    case "record": {
      const names = v.sortedNames();
      const fields = names.map((name) => [name, toItf(v.at(name)!)] as const);
      // A name such as `#set` can come up in a function on strings; as a plain object it would be misread.
      return names.some((name) => name.startsWith("#")) ? { "#map": fields } : Object.fromEntries(fields);
    }
    case "function":
      return { "#map": v.sortedKeys().map((key) => [toItf(key), toItf(v.at(key)!)] as const) };
    case "lazyFunction":
      return v.domain.isFinite() ? toItf(v.canonical()) : { "#unserializable": format(v) };
    default:
      return v.isFinite() ? { "#set": v.elements().map(toItf) } : { "#unserializable": format(v) };
  }
}

/**
 * The value that a piece of ITF stands for: the inverse of `toItf`, except that sets named in `#unserializable` come
 * back only if they are Nat, Int, Real or STRING, and model values only if `modelValues` has their names.
 * Integers as plain JSON numbers and sequences as JSON arrays, which the format allows too, are understood.
 * Throws ValueError for anything else.
 */
export function fromItf(json: unknown, modelValues: ReadonlySet<string> = new Set()): Value {
  const read = (part: unknown): Value => fromItf(part, modelValues);
  if (typeof json === "boolean") return json;
  if (typeof json === "string") return modelValues.has(json) ? modelValue(json) : json;
  if (typeof json === "number" && Number.isSafeInteger(json)) return json + 0;
  if (Array.isArray(json)) return makeTuple(json.map(read));
  if (typeof json !== "object" || json === null) throw unreadable(json);
  const entries = Object.entries(json);
  const [tag, content] = entries.length === 1 ? entries[0]! : ["", null];
  switch (tag) {
    case "#bigint":
      if (typeof content === "string" && /^-?\d+$/.test(content)) return normalise(BigInt(content));
      throw unreadable(json);
    case "#tup":
      return makeTuple(list(content).map(read));
    case "#set":
      return makeSet(list(content).map(read));
    case "#map":
      return makeFunction(
        list(content).map((pair) => {
          const [key, value] = list(pair);
          return [read(key), read(value)] as const;
        }),
      );
    case "#unserializable": {
      const known = [NAT, INT, REAL, STRING].find((set) => set.name === content);
      if (known !== undefined) return known;
      throw unreadable(json);
    }
    default:
      return makeRecord(
        entries.filter(([name]) => name !== "#meta").map(([name, value]) => [name, read(value)]),
      );
  }
}

function list(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  throw unreadable(json);
}

function unreadable(json: unknown): ValueError {
  return new ValueError(codes.itf, `this is no value in the Informal Trace Format: ${JSON.stringify(json)}`);
}
