/** What a patch changes besides the code that it repairs: verdicts have to be read with this. */
import { baseOf } from "../review/classify.js";
import type { Review } from "../review/types.js";
import { cellName, hasManyMemories } from "./review-words.js";
import { listed } from "./text.js";

/** Steps named one by one. */
const MOST_STEPS = 6;

/** One sentence for each thing to know. */
export function cautionItems(review: Review): readonly string[] {
  return [...restated(review), ...lostWitnesses(review), ...idle(review)];
}

/** Witnesses that base reaches and a patch does not: what holds there says less than on base. */
function lostWitnesses(review: Review): readonly string[] {
  const { plan, reports } = review;
  const many = hasManyMemories(review);
  return plan.patches.flatMap(({ name: patch }) => {
    const cells = new Map<string, string[]>();
    for (const [i, { cell, witnesses, stop }] of reports.entries()) {
      if (cell.patch !== patch || stop?.kind !== "complete") continue;
      const base = reports[baseOf(plan, i)]!.witnesses;
      const lost = Object.keys(witnesses).filter((name) => base[name] === true && witnesses[name] === false);
      if (lost.length === 0) continue;
      const names = listed(lost);
      cells.set(names, [...(cells.get(names) ?? []), cellName(cell, many)]);
    }
    return [...cells].map(
      ([names, where]) =>
        `with ${patch} nothing reaches ${names} in ${listed(where)}, as base does: what holds there says less`,
    );
  });
}

/** Properties that a patch gives another meaning; patches that do it alike together. */
function restated({ plan }: Review): readonly string[] {
  const groups = new Map<string, { readonly patches: Set<string>; readonly names: Set<string> }>();
  for (const { patch, name, definitions } of plan.restated) {
    const what = definitions.filter((definition) => definition !== name);
    const key = what.length === 0 ? "" : listed(what);
    const group = groups.get(key) ?? { patches: new Set(), names: new Set() };
    group.patches.add(patch);
    group.names.add(name);
    groups.set(key, group);
  }
  return [...groups].map(([definitions, { patches, names }]) => {
    const who = listed([...patches]);
    const claims = `${listed([...names])} ${names.size === 1 ? "is" : "are"}`;
    return definitions === ""
      ? `${claims} stated in other words with ${who}`
      : `${who} ${patches.size === 1 ? "redefines" : "redefine"} ${definitions}, with which ${claims} stated`;
  });
}

/** Steps that a patch keeps but that are never taken with it, though base takes them; of cells that were seen whole. */
function idle({ plan, reports }: Review): readonly string[] {
  const takenBy = (patch: string | null) => {
    const own = reports.filter(({ cell }) => cell.patch === patch);
    if (patch !== null && own.some(({ stop }) => stop?.kind !== "complete")) return null;
    return (step: string) => own.some(({ steps }) => steps[step] === true);
  };
  const base = takenBy(null)!;
  return plan.patches.flatMap(({ name }): readonly string[] => {
    const patched = takenBy(name);
    if (patched === null) return [];
    const kept = new Set(
      reports.flatMap(({ cell, steps }) => (cell.patch === name ? Object.keys(steps) : [])),
    );
    const lost = [...kept].filter((step) => base(step) && !patched(step));
    if (lost.length === 0) return [];
    const idle = inShort(lost, kept);
    const more = idle.length > MOST_STEPS ? [`${idle.length - MOST_STEPS} more`] : [];
    const steps = listed([...idle.slice(0, MOST_STEPS), ...more]);
    return [`with ${name} nobody ever takes ${steps}, as base does`];
  });
}

/** The steps lost, those of a process that takes none at all in one. */
function inShort(lost: readonly string[], kept: ReadonlySet<string>): readonly string[] {
  const ownerOf = (step: string) => step.slice(0, Math.max(0, step.lastIndexOf(".")));
  const whole = new Set(
    lost
      .map(ownerOf)
      .filter((owner) => [...kept].every((step) => ownerOf(step) !== owner || lost.includes(step))),
  );
  whole.delete("");
  return [...new Set(lost.map((step) => (whole.has(ownerOf(step)) ? `any step of ${ownerOf(step)}` : step)))];
}
