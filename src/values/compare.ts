/**
 * The total order of values, and equality as TLA+'s `=` has it.
 *
 * The order is TLC's normalised one, since it decides which element a CHOOSE takes. As found in the `compareTo` of
 * the classes in tlc2.value.impl:
 * - BoolValue: FALSE before TRUE. IntValue: ascending.
 * - ModelValue: before every value of another kind.
 * - SetEnumValue: fewer elements first; then element by element, each set in its own order.
 * - TupleValue, RecordValue, FcnRcdValue: smaller domain first; then the domains element by element, each in its
 *   order; then the values in the order of the domains.
 * - The lazy forms (IntervalValue, SubsetValue, SetOfFcnsValue, ...) compare as the sets that they stand for; only two
 *   powersets compare by their base sets (SubsetValue). That orders {SUBSET {2}, SUBSET {1, 2}} alike, by size first.
 * - Int and Nat compare with each other only, Nat first (Naturals, Integers); Seq(S) by S (Sequences).
 *
 * Only texts are ordered otherwise: strings, names of model values and of record fields go by their UTF-16 units here,
 * in TLC by which one it met first (util.UniqueString), so that there a CHOOSE depends on what else the modules say.
 *
 * What may be compared is TLC's rule as well: values of different kinds may not (an error, not "unequal"), except
 * that a model value differs from everything but itself, and a typed one (ModelValue, `type`) refuses whatever is no
 * model value of its type or of none. Structures are compared part by part, up to the first difference: a pair
 * <<1, "a">> differs from <<2, 3>> without "a" and 3 being looked at.
 */
import { codes, ValueError } from "./error.js";
import { excerpt, format, kindOf } from "./format.js";
import type { FunctionValue, RecordValue, TupleValue } from "./functions.js";
import type { ModelValue } from "./model-value.js";
import { same } from "./structure.js";
import type { SetValue, Value } from "./value.js";

/**
 * Negative, zero or positive, as `a` comes before, is equal to, or comes after `b` in the total order.
 * Throws ValueError for values that TLC does not compare.
 */
export function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  switch (typeof a) {
    case "number":
    case "bigint":
      if (typeof b === "number" || typeof b === "bigint") return a < b ? -1 : 1;
      break;
    case "string":
      if (typeof b === "string") return a < b ? -1 : 1;
      break;
    case "boolean":
      if (typeof b === "boolean") return a ? 1 : -1;
      break;
    case "object":
      if (a.kind === "model") return compareModel(a, b);
      if (typeof b === "object" && b.kind !== "model") {
        const [left, right] = [plain(a), plain(b)];
        if (isMapping(left) && isMapping(right)) return compareMappings(left, right);
        if (!isMapping(left) && !isMapping(right)) return compareSets(left, right);
      }
      break;
  }
  if (typeof b === "object" && b.kind === "model") return -compareModel(b, a);
  throw incomparable(a, b);
}

/**
 * Equality as TLA+'s `=` has it.
 * Throws ValueError for values that TLC does not compare.
 */
export function equal(a: Value, b: Value): boolean {
  if (a === b) return true;
  switch (typeof a) {
    case "number":
    case "bigint":
      // A number is never equal to a bigint: safe integers are numbers, all others bigints.
      if (typeof b === "number" || typeof b === "bigint") return false;
      break;
    case "string":
      if (typeof b === "string") return false;
      break;
    case "boolean":
      if (typeof b === "boolean") return false;
      break;
    case "object":
      if (a.kind === "model") return compareModel(a, b) === 0;
      if (typeof b === "object" && b.kind !== "model") {
        const [left, right] = [plain(a), plain(b)];
        if (left === right) return true;
        if (isMapping(left) && isMapping(right)) return equalMappings(left, right);
        if (!isMapping(left) && !isMapping(right)) return equalSets(left, right);
      }
      break;
  }
  if (typeof b === "object" && b.kind === "model") return compareModel(b, a) === 0;
  throw incomparable(a, b);
}

type Mapping = TupleValue | RecordValue | FunctionValue;

/** A structure that is no model value, functions in canonical form. */
function plain(value: Exclude<Value, boolean | number | bigint | string | ModelValue>): Mapping | SetValue {
  return value.kind === "lazyFunction" ? value.canonical() : value;
}

function isMapping(value: Mapping | SetValue): value is Mapping {
  return value.kind === "tuple" || value.kind === "record" || value.kind === "function";
}

function compareModel(a: ModelValue, b: Value): number {
  const other = typeof b === "object" && b.kind === "model" ? b : null;
  if (other !== null && (a.type === null || other.type === null || a.type === other.type)) {
    return a.name === other.name ? 0 : a.name < other.name ? -1 : 1;
  }
  if (other !== null) {
    throw new ValueError(
      codes.typedModelValue,
      `the model values ${a.name} and ${other.name} are of different types and cannot be compared`,
      [a, b],
    );
  }
  if (a.type === null) return -1;
  throw new ValueError(
    codes.typedModelValue,
    `${a.name}, ${a.describe()}, cannot be compared with ${kindOf(b)}, ${excerpt(b)}`,
    [a, b],
  );
}

/** The domain of a function in its order. */
function sortedDomain(fn: Mapping): readonly Value[] {
  switch (fn.kind) {
    case "tuple":
      return Array.from({ length: fn.size }, (_, i) => i + 1);
    case "record":
      return fn.sortedNames();
    case "function":
      return fn.sortedKeys();
  }
}

/** The values of a function in the order of its domain. */
function valuesOf(fn: Mapping): readonly Value[] {
  return fn.kind === "tuple" ? fn.toArray() : fn.sortedValues();
}

/** A record and another function: TLC refuses where the record stands on the left (RecordValue, toRcd). */
function refuseRecord(a: Mapping, b: Mapping): void {
  if (a.kind === "record" && b.kind !== "record" && b.size > 0) throw incomparable(a, b);
}

/** Whether two functions share their domain, as those do that EXCEPT made of one, and records with the same fields. */
function onSameDomain(a: Mapping, b: Mapping): boolean {
  if (a.kind === "record") return b.kind === "record" && a.sortedNames() === b.sortedNames();
  return a.kind === "function" && b.kind === "function" && a.domain === b.domain;
}

function compareMappings(a: Mapping, b: Mapping): number {
  refuseRecord(a, b);
  if (a.size !== b.size) return a.size - b.size;
  if (a.kind === "tuple" && b.kind === "tuple") {
    for (let i = 0; i < a.size; i++) {
      const order = compare(a.item(i), b.item(i));
      if (order !== 0) return order;
    }
    return 0;
  }
  if (onSameDomain(a, b)) {
    const [left, right] = [valuesOf(a), valuesOf(b)];
    for (let i = 0; i < left.length; i++) {
      const order = compare(left[i]!, right[i]!);
      if (order !== 0) return order;
    }
    return 0;
  }
  const keys = sortedDomain(a);
  const others = sortedDomain(b);
  for (let i = 0; i < keys.length; i++) {
    const order = compare(keys[i]!, others[i]!);
    if (order !== 0) return order;
  }
  for (const key of keys) {
    const order = compare(a.at(key)!, b.at(key)!);
    if (order !== 0) return order;
  }
  return 0;
}

function equalMappings(a: Mapping, b: Mapping): boolean {
  refuseRecord(a, b);
  if (a.size !== b.size) return false;
  if (a.kind === "tuple" && b.kind === "tuple") {
    for (let i = 0; i < a.size; i++) if (!equal(a.item(i), b.item(i))) return false;
    return true;
  }
  if (same(a, b)) return true;
  if (onSameDomain(a, b)) {
    const [left, right] = [valuesOf(a), valuesOf(b)];
    for (let i = 0; i < left.length; i++) if (!equal(left[i]!, right[i]!)) return false;
    return true;
  }
  const keys = sortedDomain(a);
  const others = sortedDomain(b);
  for (let i = 0; i < keys.length; i++) if (!equal(keys[i]!, others[i]!)) return false;
  for (const key of keys) if (!equal(a.at(key)!, b.at(key)!)) return false;
  return true;
}

function compareSets(a: SetValue, b: SetValue): number {
  if (a.kind === "infinite" && b.kind === "infinite") return a.rank - b.rank;
  if (a.kind === "seqSet" && b.kind === "seqSet") return compare(a.base, b.base);
  if (a.kind === "powerset" && b.kind === "powerset") return compare(a.base, b.base);
  const left = a.elements();
  const right = b.elements();
  if (left.length !== right.length) return left.length - right.length;
  for (let i = 0; i < left.length; i++) {
    const order = compare(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return 0;
}

function equalSets(a: SetValue, b: SetValue): boolean {
  if (a.sameForm(b)) return true;
  if (a.kind === "infinite" && b.kind === "infinite") return false;
  if (a.kind === "seqSet" && b.kind === "seqSet") return equal(a.base, b.base);
  if (a.kind === "powerset" && b.kind === "powerset") return equal(a.base, b.base);
  if (a.kind === "functionSet" && b.kind === "functionSet" && !a.isEmpty() && !b.isEmpty()) {
    return equal(a.domain, b.domain) && (a.domain.isEmpty() || equal(a.range, b.range));
  }
  if (a.kind === "productSet" && b.kind === "productSet" && !a.isEmpty() && !b.isEmpty()) {
    return (
      a.factors.length === b.factors.length && a.factors.every((factor, i) => equal(factor, b.factors[i]!))
    );
  }
  if (a.kind === "recordSet" && b.kind === "recordSet" && !a.isEmpty() && !b.isEmpty()) {
    const names = [...a.fields.keys()];
    return (
      names.length === b.fields.size &&
      names.every((name) => b.fields.has(name)) &&
      names.every((name) => equal(a.fields.get(name)!, b.fields.get(name)!))
    );
  }
  if (!a.isFinite() || !b.isFinite()) {
    throw new ValueError(
      codes.undecidable,
      `whether ${excerpt(a)} and ${excerpt(b)} are equal cannot be found out, since not both can be enumerated`,
      [a, b],
    );
  }
  const left = a.elements();
  const right = b.elements();
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (!equal(left[i]!, right[i]!)) return false;
  return true;
}

function incomparable(a: Value, b: Value): ValueError {
  return new ValueError(
    codes.incomparable,
    `${kindOf(a)}, ${excerpt(a)}, cannot be compared with ${kindOf(b)}, ${excerpt(b)}`,
    [a, b],
  );
}

/**
 * The values in the total order (in a new array).
 * Throws ValueError if some of them cannot be compared.
 */
export function sorted(values: readonly Value[]): Value[] {
  if (values.length < 2) return [...values];
  if (values.every((value) => typeof value === "number")) {
    return (values as number[]).slice().sort((a, b) => a - b);
  }
  return [...values].sort(compare);
}

/** The values in the total order, or as they come if they cannot be compared: for messages. */
export function sortedIfPossible(values: readonly Value[]): readonly Value[] {
  try {
    return sorted(values);
  } catch (error) {
    if (error instanceof ValueError) return values;
    throw error;
  }
}

/**
 * Throws ValueError if a value has parts that cannot be compared with each other, as `{1, "a"}`: such a value is none that
 * TLC would print, or keep in a state.
 */
export function refuseIncomparable(value: Value): void {
  if (typeof value !== "object") return;
  switch (value.kind) {
    case "finiteSet":
      for (const element of value.elements()) refuseIncomparable(element);
      return;
    case "tuple":
      for (const item of value.items) refuseIncomparable(item);
      return;
    case "record":
      for (const item of value.sortedValues()) refuseIncomparable(item);
      return;
    case "function":
      for (const key of value.sortedKeys()) {
        refuseIncomparable(key);
        refuseIncomparable(value.at(key)!);
      }
      return;
    case "lazyFunction":
      if (value.domain.isFinite()) refuseIncomparable(value.canonical());
      return;
    default:
      return;
  }
}

/** `{a, b}`: a list of elements between braces. */
export function formatElements(values: readonly Value[]): string {
  return `{${values.map(format).join(", ")}}`;
}
