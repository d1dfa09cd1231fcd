/** What a step changed, element by element, in the names that the spec's writer uses. */

import { index } from "../explore/instances.js";
import type { Variable } from "../semantics/core.js";
import {
  apply,
  cardinality,
  domain,
  elements,
  isFiniteSet,
  isFunction,
  isSet,
  makeSet,
  same,
  type Value,
} from "../values/index.js";
import type { Instances } from "./instances.js";

/** A place in a variable (`cnt[0]`: path <<0>>), the value it has now and the one it had. */
export interface Change {
  readonly variable: Variable;
  readonly path: readonly Value[];
  readonly value: Value;
  readonly old: Value;
}

/**
 * The differences between two states, in the order of the variables.
 * Of a function (a record, an array) whose domain stays the same only the elements that differ are given.
 */
export function changes(
  variables: readonly Variable[],
  before: readonly Value[],
  after: readonly Value[],
): readonly Change[] {
  return variables.flatMap((variable) => {
    const old = before[variable.index];
    const now = after[variable.index];
    return old === undefined || now === undefined ? [] : differences(variable, [], old, now);
  });
}

function differences(variable: Variable, path: readonly Value[], old: Value, now: Value): readonly Change[] {
  if (same(old, now)) return [];
  const whole: readonly Change[] = [{ variable, path, value: now, old }];
  const keys = sharedDomain(old, now);
  if (keys === null) return whole;
  const changed = keys.filter((key) => !same(apply(old, key), apply(now, key)));
  // A sequence that moved along reads better whole than element by element.
  if (changed.length > 1 && isSequenceDomain(keys)) return whole;
  return changed.flatMap((key) => differences(variable, [...path, key], apply(old, key), apply(now, key)));
}

/** Sets with more elements are not compared: nobody reads what came of it. */
const MOST_COMPARED = 500;

/** What a set gained if it lost nothing, or lost if it gained nothing; null for all other changes. */
export function growth({
  value,
  old,
}: Change): { readonly verb: "gains" | "loses"; readonly set: Value } | null {
  if (!isSet(value) || !isSet(old) || !isFiniteSet(value) || !isFiniteSet(old)) return null;
  if (cardinality(value) > MOST_COMPARED || cardinality(old) > MOST_COMPARED) return null;
  const gained = without(value, old);
  const lost = without(old, value);
  if (gained.length > 0 && lost.length > 0) return null;
  return gained.length > 0 ? { verb: "gains", set: makeSet(gained) } : { verb: "loses", set: makeSet(lost) };
}

/** The elements of one set that are not in another. */
function without(set: Value, other: Value): readonly Value[] {
  const others = elements(other);
  return elements(set).filter((element) => !others.some((one) => same(one, element)));
}

/** The common domain of two functions; null where they are none, or differ in it, or it cannot be listed. */
function sharedDomain(old: Value, now: Value): readonly Value[] | null {
  const keys = finiteDomain(now);
  const before = finiteDomain(old);
  if (keys === null || before === null || keys.length === 0 || keys.length !== before.length) return null;
  return keys.every((key, i) => same(key, before[i]!)) ? keys : null;
}

/** The arguments of a function, sorted; null for anything else, and for an infinite domain. */
export function finiteDomain(value: Value): readonly Value[] | null {
  if (!isFunction(value)) return null;
  const keys = domain(value);
  return isFiniteSet(keys) ? elements(keys) : null;
}

/** Whether a function over these (sorted) arguments is a sequence. */
export function isSequenceDomain(keys: readonly Value[]): boolean {
  return keys.every((key, i) => key === i + 1);
}

/**
 * How the user writes a place in a variable: `cnt[0]`, `lock.owner`, `closer["aio"].held`.
 * In the column of a process its own locals lose the process: `held`, `sum`.
 */
export function placeName(
  instances: Instances,
  variable: Variable,
  path: readonly Value[],
  self: Value | null = null,
): string {
  const dot = variable.display.lastIndexOf(".");
  if (dot < 0) return variable.display + selectors(instances, path);
  const owner = variable.display.slice(0, dot);
  const local = variable.display.slice(dot + 1);
  const own = self === null ? null : instances.of(self);
  const process = instances.model.processes.find((p) => p.name === owner);
  if (process !== undefined && !process.many) {
    return (own?.process === process ? local : variable.display) + selectors(instances, path);
  }
  // A local of one of many processes, or of a procedure: a function of the instance.
  const [first, ...rest] = path;
  if (first === undefined) return variable.display;
  if (own !== null && same(own.self, first)) return local + selectors(instances, rest);
  const where = process === undefined ? (instances.of(first)?.name ?? owner) : owner + index(first);
  return `${where}.${local}${selectors(instances, rest)}`;
}

/** `[0]` for an index, `.owner` for a record's field. A process's identity is always an index. */
export function selectors(instances: Instances, path: readonly Value[]): string {
  return path
    .map((key) =>
      typeof key === "string" && /^[A-Za-z_]\w*$/.test(key) && instances.of(key) === null
        ? `.${key}`
        : index(key),
    )
    .join("");
}
