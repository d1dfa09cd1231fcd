/** Values of traces that come from files, compared with those that a spec gives. */
import {
  elements,
  FunctionValue,
  format,
  isFiniteSet,
  isSet,
  LazyFunction,
  ModelValue,
  RecordValue,
  TupleValue,
  type Value,
} from "../values/index.js";

/**
 * Whether a piece of JSON stands for a value, in the Informal Trace Format or as TLC writes values in JSON.
 * These forms tell less than there is: model values are strings, TLC writes sets and sequences alike as arrays, and
 * functions as objects whose fields are the arguments' texts. So the value says how the JSON is to be read.
 */
export function standsFor(json: unknown, value: Value): boolean {
  switch (typeof value) {
    case "boolean":
    case "string":
      return json === value;
    case "number":
    case "bigint":
      return integerOf(json) === String(value);
    case "object":
      break;
  }
  if (value instanceof ModelValue) return json === value.name;
  if (value instanceof TupleValue) return isTuple(json, value.items.toArray());
  if (value instanceof RecordValue) {
    const fields = [...value.fields.entries()];
    const pairs = mapOf(json);
    if (pairs !== null) return isFunction(pairs, fields);
    return isObject(json) && isRecord(json, fields);
  }
  if (value instanceof FunctionValue) {
    const entries = [...value.entries.entries()];
    const pairs = mapOf(json);
    if (pairs !== null) return isFunction(pairs, entries);
    const fields = entries.map(
      ([key, result]) => [typeof key === "string" ? key : format(key), result] as const,
    );
    return isObject(json) && isRecord(json, fields);
  }
  if (isNamed(json)) return json["#unserializable"] === format(value);
  if (value instanceof LazyFunction) return value.domain.isFinite() && standsFor(json, value.canonical());
  return isSet(value) && isFiniteSet(value) && isElements(json, value);
}

function isTuple(json: unknown, items: readonly Value[]): boolean {
  const listed = arrayOf(json, "#tup");
  if (listed !== null) {
    return listed.length === items.length && items.every((item, i) => standsFor(listed[i], item));
  }
  const pairs = mapOf(json);
  return (
    pairs !== null &&
    isFunction(
      pairs,
      items.map((item, i) => [i + 1, item] as const),
    )
  );
}

function isElements(json: unknown, set: Value): boolean {
  const listed = arrayOf(json, "#set");
  if (listed === null) return false;
  const left = [...elements(set)];
  if (listed.length < left.length) return false;
  // The same element may be written twice: it is a set.
  const used = new Set<number>();
  for (const one of listed) {
    const at = left.findIndex((element) => standsFor(one, element));
    if (at < 0) return false;
    used.add(at);
  }
  return used.size === left.length;
}

function isFunction(
  pairs: readonly (readonly [unknown, unknown])[],
  entries: readonly (readonly [Value, Value])[],
): boolean {
  return (
    pairs.length === entries.length &&
    entries.every(([key, result]) => {
      const pair = pairs.find(([argument]) => standsFor(argument, key));
      return pair !== undefined && standsFor(pair[1], result);
    })
  );
}

function isRecord(
  json: Readonly<Record<string, unknown>>,
  fields: readonly (readonly [string, Value])[],
): boolean {
  const names = Object.keys(json).filter((name) => name !== "#meta");
  return (
    names.length === fields.length &&
    fields.every(([name, value]) => Object.hasOwn(json, name) && standsFor(json[name], value))
  );
}

/** The digits of an integer: a JSON number, or `{"#bigint": "…"}`. */
function integerOf(json: unknown): string | null {
  if (typeof json === "number") return Number.isSafeInteger(json) ? String(json + 0) : null;
  if (!isObject(json) || typeof json["#bigint"] !== "string") return null;
  const digits = json["#bigint"];
  return /^-?\d+$/.test(digits) ? String(BigInt(digits)) : null;
}

/** The items of a plain array, or of one under a tag. */
function arrayOf(json: unknown, tag: "#tup" | "#set"): readonly unknown[] | null {
  if (Array.isArray(json)) return json;
  const tagged = isObject(json) ? json[tag] : undefined;
  return Array.isArray(tagged) ? tagged : null;
}

function mapOf(json: unknown): readonly (readonly [unknown, unknown])[] | null {
  const pairs = isObject(json) ? json["#map"] : undefined;
  if (!Array.isArray(pairs)) return null;
  return pairs.every((pair) => Array.isArray(pair) && pair.length === 2) ? pairs : null;
}

function isNamed(json: unknown): json is { "#unserializable": unknown } {
  return isObject(json) && "#unserializable" in json;
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
