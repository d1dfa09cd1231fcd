/** The values that a behaviour starts from, in as few words as a kernel developer would use. */
import type { Variable } from "../semantics/core.js";
import { apply, same, type Value } from "../values/index.js";
import { finiteDomain, isSequenceDomain, placeName } from "./changes.js";
import { pack } from "./columns.js";
import type { Story } from "./steps.js";

/** Functions with more elements than this are printed whole. */
const MOST_ELEMENTS = 8;
/** `cnt[0] = cnt[1] = 0` up to this length, then `cnt[*] = 0`. */
const LONGEST_CHAIN = 32;

/**
 * The initial values of the variables that the behaviour changes or the violated property mentions, in lines of at
 * most `width` characters. Empty if there are none.
 */
export function initialLines(story: Story, width: number): readonly string[] {
  const { initial, instances } = story;
  if (initial === null) return [];
  const changed = new Set(story.steps.flatMap((step) => step.changes.map(({ variable }) => variable)));
  const items = instances.model.variables
    .filter((v) => !instances.isControl(v) && (changed.has(v) || story.mentioned.has(v)))
    .flatMap((v) => {
      const value = initial[v.index];
      return value === undefined ? [] : assignments(story, v, [], value);
    });
  if (items.length === 0) return [];
  const [first, ...rest] = pack([`Initially ${items[0]!}`, ...items.slice(1)], width - 4);
  return [first!, ...rest.map((line) => `    ${line}`)];
}

/** `x = 0`; of an array one per distinct value: `cnt[0] = 2`, `cnt[1] = cnt[2] = 0`; of a record of arrays by field. */
export function assignments(
  story: Story,
  variable: Variable,
  path: readonly Value[],
  value: Value,
): readonly string[] {
  const nameOf = (...keys: readonly Value[]): string =>
    placeName(story.instances, variable, [...path, ...keys]);
  const whole = [`${nameOf()} = ${story.value(variable, value)}`];
  const keys = finiteDomain(value);
  if (keys === null || keys.length === 0) return whole;
  if (!isArray(story, keys)) {
    const nested =
      !isSequenceDomain(keys) &&
      keys.some((key) => {
        const inner = finiteDomain(apply(value, key));
        return inner !== null && inner.length > 0 && isArray(story, inner);
      });
    return nested
      ? keys.flatMap((key) => assignments(story, variable, [...path, key], apply(value, key)))
      : whole;
  }
  const groups: { value: Value; names: string[] }[] = [];
  for (const key of keys) {
    const element = apply(value, key);
    const group = groups.find((g) => same(g.value, element));
    if (group === undefined) groups.push({ value: element, names: [nameOf(key)] });
    else group.names.push(nameOf(key));
  }
  if (groups.length === 1) {
    const { names } = groups[0]!;
    const chain = names.join(" = ");
    const every = nameOf(keys[0]!).replace(/\[[^[\]]*\](?=[^[\]]*$)/, "[*]");
    const name = names.length > 1 && chain.length > LONGEST_CHAIN && every.includes("[*]") ? every : chain;
    return [`${name} = ${story.value(variable, groups[0]!.value)}`];
  }
  if (keys.length > MOST_ELEMENTS) return whole;
  return groups.map((group) => `${group.names.join(" = ")} = ${story.value(variable, group.value)}`);
}

/** Whether a function reads better by its elements: one over identities or numbers, not a record or a sequence. */
function isArray(story: Story, keys: readonly Value[]): boolean {
  if (keys.every((key) => story.instances.of(key) !== null)) return true;
  return !isSequenceDomain(keys) && keys.every((key) => typeof key !== "string");
}
