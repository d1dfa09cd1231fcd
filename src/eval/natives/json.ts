/** Module Json. */
import { type WorldAccess, WorldError } from "../../explore/world.js";
import {
  codes,
  elements,
  excerpt,
  format,
  integers,
  isFiniteSet,
  isSet,
  makeRecord,
  makeTuple,
  type Value,
  ValueError,
} from "../../values/index.js";
import {
  entriesOf,
  mapping,
  type NativeTable,
  native,
  type Ordinal,
  pure,
  sequence,
  string,
  value,
  wrong,
} from "./native.js";

/** The operators of Json. Files are read and written where the user allows it. */
export const json: NativeTable = {
  ToJson: pure(1, (v) => toJson(v!)),
  ToJsonArray: pure(1, (v) => {
    const kind = typeof v === "object" ? v.canonical().kind : typeof v;
    if (isSet(v!) || kind === "tuple" || kind === "function") return toJson(v!);
    throw wrong(v!, "only", "ToJsonArray", "a sequence or a set");
  }),
  ToJsonObject: pure(1, (v) => {
    const fn = mapping(v!, "only", "ToJsonObject");
    // As TLC does it, the items of a sequence count from 0 here.
    if (fn.kind === "tuple") return object(fn.items.toArray().map((item, i) => [String(i), item] as const));
    return toJson(fn);
  }),
  JsonSerialize: native(2, ([path, v], context) => {
    const plain = mapping(value(v), "second", "JsonSerialize");
    if (plain.kind === "function") throw wrong(plain, "second", "JsonSerialize", "a sequence or a record");
    const file = string(path, "first", "JsonSerialize");
    context.write(file, toJson(plain), { at: "anew" });
    return true;
  }),
  JsonDeserialize: native(1, ([path], context) =>
    fromJson(context.world(readFile(string(path, "only", "JsonDeserialize")))),
  ),
  ndJsonSerialize: native(2, ([path, v], context) => {
    const file = string(path, "first", "ndJsonSerialize");
    const text = jsonLines(value(v), "second", "ndJsonSerialize");
    context.write(file, text, { at: "anew" });
    return true;
  }),
  ndJsonDeserialize: native(1, ([path], context) => {
    const text = context.world(readFile(string(path, "only", "ndJsonDeserialize")));
    const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
    return makeTuple(lines.map(fromJson));
  }),
};

/** The items of a sequence as JSON, one on each line. Throws ValueError if one has no JSON. */
export function jsonLines(v: Value, which: Ordinal, of: string): string {
  return sequence(v, which, of)
    .items.toArray()
    .map((item) => `${toJson(item)}\n`)
    .join("");
}

/** Reads a file that must be there, as a question to the world. */
export function readFile(path: string): (world: WorldAccess) => string {
  return (world) => {
    const text = world.read(path);
    if (text === null) throw new WorldError("failed", `there is no file ${path}`);
    return text;
  };
}

/**
 * A value as JSON text without blanks. Sequences and finite sets are arrays, records and other functions objects, in the
 * order of their arguments. Throws ValueError for sets that cannot be listed.
 */
export function toJson(v: Value): string {
  switch (typeof v) {
    case "boolean":
    case "bigint":
    case "number":
      return String(v);
    case "string":
      return text(v);
    case "object":
      break;
  }
  switch (v.kind) {
    case "model":
      return text(v.name);
    case "lazyFunction":
      return toJson(v.canonical());
    case "tuple":
      return array(v.items.toArray());
    case "record":
    case "function":
      return object(
        entriesOf(v).map(([key, item]) => [typeof key === "string" ? key : format(key), item] as const),
      );
    default:
      if (isFiniteSet(v)) return array(elements(v));
      throw wrong(v, "only", "ToJson", "a value without infinite sets in it");
  }
}

function array(items: readonly Value[]): string {
  return `[${items.map(toJson).join(",")}]`;
}

function object(entries: readonly (readonly [string, Value])[]): string {
  return `{${entries.map(([key, item]) => `${text(key)}:${toJson(item)}`).join(",")}}`;
}

/** Two characters that JSON allows in strings and JavaScript did not are escaped, as in TLC. */
function text(content: string): string {
  return JSON.stringify(content).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}

/**
 * The value that a JSON text stands for: arrays are sequences, objects are records.
 * Throws ValueError if it is no JSON, or holds null or a number that is no integer.
 */
export function fromJson(source: string): Value {
  // JavaScript's reader would round long numbers: it is given their places in this list.
  const numbers: string[] = [];
  const marked = source.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|[-+]?[0-9][-+.0-9a-zA-Z]*/g, (token) => {
    if (token.startsWith('"')) return token;
    if (/^-?(0|[1-9]\d*)$/.test(token)) return String(numbers.push(token) - 1);
    throw new ValueError(
      codes.json,
      `${token} in this JSON is no integer, and TLA+ has no other numbers here`,
    );
  });
  try {
    return asValue(JSON.parse(marked), numbers);
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    throw new ValueError(codes.json, `this is no JSON: ${excerpt(source)}`);
  }
}

function asValue(part: unknown, numbers: readonly string[]): Value {
  if (typeof part === "boolean" || typeof part === "string") return part;
  if (typeof part === "number") return integers.normalise(BigInt(numbers[part]!));
  if (Array.isArray(part)) return makeTuple(part.map((item) => asValue(item, numbers)));
  if (typeof part !== "object" || part === null) {
    throw new ValueError(codes.json, "null in this JSON stands for no value; leave the field out");
  }
  return makeRecord(Object.entries(part).map(([name, item]) => [name, asValue(item, numbers)] as const));
}
