/**
 * Values with model values exchanged for others: what symmetry of a specification is about (Ip and Dill, "Better
 * verification through symmetry", 1996; in TLC the `permute` of the classes in tlc2.value.impl).
 */
import { makeSet } from "./finite-set.js";
import { FunctionSet, ProductSet, RecordSet, SeqSet } from "./function-sets.js";
import { type FunctionValue, makeFunction, makeRecord, makeTuple } from "./functions.js";
import type { ModelValue } from "./model-value.js";
import { Powerset } from "./powerset.js";
import type { SetValue, Value } from "./value.js";

/** What each model value is exchanged for. Different ones must be exchanged for different ones. */
export type Exchange = (value: ModelValue) => ModelValue;

/**
 * A value with its model values exchanged; the very same value where nothing changes.
 * Throws ValueError if a lazy set or function in it would have to be enumerated and cannot be.
 */
export function permute(value: Value, exchange: Exchange): Value {
  if (typeof value !== "object") return value;
  switch (value.kind) {
    case "model":
      return exchange(value);
    case "tuple": {
      const items = value.toArray().map((item) => permute(item, exchange));
      return items.every((item, i) => item === value.item(i)) ? value : makeTuple(items);
    }
    case "record": {
      const names = value.sortedNames();
      const fields = value.sortedValues().map((field) => permute(field, exchange));
      return fields.every((field, i) => field === value.at(names[i]!))
        ? value
        : makeRecord(names.map((name, i) => [name, fields[i]!] as const));
    }
    case "function":
      return permuteFunction(value, exchange);
    case "lazyFunction":
      return permute(value.canonical(), exchange);
    default:
      return permuteSet(value, exchange);
  }
}

function permuteFunction(fn: FunctionValue, exchange: Exchange): Value {
  let changed = false;
  const entries: (readonly [Value, Value])[] = [];
  for (const [i, argument] of fn.domain.keys.entries()) {
    const result = fn.values[i]!;
    const entry = [permute(argument, exchange), permute(result, exchange)] as const;
    changed ||= entry[0] !== argument || entry[1] !== result;
    entries.push(entry);
  }
  return changed ? makeFunction(entries) : fn;
}

function permuteSet(set: SetValue, exchange: Exchange): SetValue {
  const part = (inner: SetValue): SetValue => permuteSet(inner, exchange);
  switch (set.kind) {
    case "interval":
    case "infinite":
      return set;
    case "powerset": {
      const base = part(set.base);
      return base === set.base ? set : new Powerset(base);
    }
    case "seqSet": {
      const base = part(set.base);
      return base === set.base ? set : new SeqSet(base);
    }
    case "functionSet": {
      const [domain, range] = [part(set.domain), part(set.range)];
      return domain === set.domain && range === set.range ? set : new FunctionSet(domain, range);
    }
    case "productSet": {
      const factors = set.factors.map(part);
      return factors.every((factor, i) => factor === set.factors[i]) ? set : new ProductSet(factors);
    }
    case "recordSet": {
      const fields = [...set.fields].map(([name, inner]) => [name, part(inner)] as const);
      return fields.every(([name, inner]) => inner === set.fields.get(name))
        ? set
        : new RecordSet(new Map(fields));
    }
    case "finiteSet":
      return permuteElements(set, set.unordered(), exchange);
    case "cup":
    case "cap":
    case "difference":
    case "filter":
    case "union":
      return permuteElements(set, set.elements(), exchange);
    default:
      return set satisfies never;
  }
}

function permuteElements(set: SetValue, elements: readonly Value[], exchange: Exchange): SetValue {
  const items = elements.map((element) => permute(element, exchange));
  return items.every((item, i) => item === elements[i]) ? set : makeSet(items);
}

/**
 * Negative, zero or positive, for two values of which one is the other with model values exchanged. Any order would do
 * that never refuses to compare: 1 and "a" may well meet here, where TLA+ would not have them compared.
 */
export function arrange(a: Value, b: Value): number {
  if (a === b) return 0;
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (typeof a !== "object" || typeof b !== "object") return a < b ? -1 : 1;
  if (a.kind === "model" && b.kind === "model") return a.name === b.name ? 0 : a.name < b.name ? -1 : 1;
  const left = partsOf(a);
  const right = partsOf(b);
  if (left.length !== right.length) return left.length - right.length;
  for (let i = 0; i < left.length; i++) {
    const order = arrange(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return 0;
}

function rankOf(value: Value): number {
  switch (typeof value) {
    case "boolean":
      return 0;
    case "number":
    case "bigint":
      return 1;
    case "string":
      return 2;
    default:
      break;
  }
  switch (value.kind) {
    case "model":
      return 3;
    case "tuple":
      return 4;
    case "record":
      return 5;
    case "function":
      return 6;
    case "lazyFunction":
      return rankOf(value.canonical());
    default:
      return 7;
  }
}

/** What a structure consists of, in an order that equal structures share. */
function partsOf(value: Exclude<Value, boolean | number | bigint | string>): readonly Value[] {
  switch (value.kind) {
    case "model":
      return [];
    case "tuple":
      return value.toArray();
    case "record": {
      const names = value.sortedNames();
      return [...names, ...names.map((name) => value.at(name)!)];
    }
    case "function": {
      const keys = value.sortedKeys();
      return [...keys, ...keys.map((key) => value.at(key)!)];
    }
    case "lazyFunction":
      return partsOf(value.canonical());
    case "infinite":
      // One without model values, so nothing of it is exchanged.
      return [value.toString()];
    case "seqSet":
      return [value.base];
    default:
      return value.elements();
  }
}
