/** The values that a behaviour starts from, in as few words as a kernel developer would use. */
import type { Variable } from "../semantics/core.js";
import { apply, same, type Value } from "../values/index.js";
import { finiteDomain, isSequenceDomain, placeName } from "./changes.js";
import { pack } from "./columns.js";
import type { Instances } from "./instances.js";
import { isUnset, type Story } from "./steps.js";

/** Functions with more elements than this are printed whole. */
const MOST_ELEMENTS = 8;
/** `cnt[0] = cnt[1] = 0` up to this length, then `cnt[*] = 0`. */
const LONGEST_CHAIN = 32;

/**
 * The initial values of the variables that the behaviour stores to or the violated property mentions, in lines of at
 * most `width` characters. Empty if there are none.
 */
export function initialLines(story: Story, width: number): readonly string[] {
  const { initial, instances } = story;
  if (initial === null) return [];
  const changed = new Set(
    story.steps.flatMap((step) => [
      ...step.changes.map(({ variable }) => variable),
      ...step.buffered.map((store) => story.variableOf(store)),
    ]),
  );
  const items = instances.model.variables
    .filter((v) => !instances.isControl(v) && (changed.has(v) || story.mentioned.has(v)))
    .flatMap((v) => {
      const value = initial[v.index];
      return value === undefined ? [] : assignments(instances, v, [], value, (one) => story.value(v, one));
    });
  if (items.length === 0) return [];
  const [first, ...rest] = pack([`Initially ${items[0]!}`, ...items.slice(1)], width - 4);
  return [first!, ...rest.map((line) => `    ${line}`)];
}

/**
 * `x = 0`; of an array one per distinct value: `cnt[0] = 2`, `cnt[1] = cnt[2] = 0`; of a record of arrays by field;
 * nothing where no value was given yet.
 */
export function assignments(
  instances: Instances,
  variable: Variable,
  path: readonly Value[],
  value: Value,
  show: (value: Value) => string,
): readonly string[] {
  const nameOf = (...keys: readonly Value[]): string => placeName(instances, variable, [...path, ...keys]);
  const whole = [`${nameOf()} = ${show(value)}`];
  const keys = finiteDomain(value);
  if (isUnset(value)) return [];
  if (keys === null || keys.length === 0) return whole;
  if (!isArray(instances, keys)) {
    const nested =
      !isSequenceDomain(keys) &&
      keys.some((key) => {
        const inner = finiteDomain(apply(value, key));
        return inner !== null && inner.length > 0 && isArray(instances, inner);
      });
    return nested
      ? keys.flatMap((key) => assignments(instances, variable, [...path, key], apply(value, key), show))
      : whole;
  }
  const groups: { value: Value; names: string[] }[] = [];
  for (const key of keys) {
    const element = apply(value, key);
    const group = groups.find((g) => same(g.value, element));
    if (group === undefined) groups.push({ value: element, names: [nameOf(key)] });
    else group.names.push(nameOf(key));
  }
  if (groups.length === 1 && isUnset(groups[0]!.value)) return [];
  if (groups.length === 1) {
    const { names } = groups[0]!;
    const chain = names.join(" = ");
    const every = nameOf(keys[0]!).replace(/\[[^[\]]*\](?=[^[\]]*$)/, "[*]");
    const name = names.length > 1 && chain.length > LONGEST_CHAIN && every.includes("[*]") ? every : chain;
    return [`${name} = ${show(groups[0]!.value)}`];
  }
  if (keys.length > MOST_ELEMENTS) return whole;
  return groups
    .filter((group) => !isUnset(group.value))
    .map((group) => `${group.names.join(" = ")} = ${show(group.value)}`);
}

/** Whether a function reads better by its elements: one over identities or numbers, not a record or a sequence. */
function isArray(instances: Instances, keys: readonly Value[]): boolean {
  if (keys.every((key) => instances.of(key) !== null)) return true;
  return !isSequenceDomain(keys) && keys.every((key) => typeof key !== "string");
}
