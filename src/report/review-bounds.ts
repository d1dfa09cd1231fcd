/** What a review did not check: everything that somebody must know before he trusts it. */
import type { CellReport, Review } from "../review/types.js";
import { cellName, hasManyMemories } from "./review-words.js";
import { chanceText } from "./summary.js";
import { counted, listed } from "./text.js";

/** Undecided cells told one by one. */
const MOST_TOLD = 6;

/** One sentence or two per bound. */
export function boundItems(review: Review): readonly string[] {
  const { plan, reports } = review;
  const constraints = [...new Set(reports.flatMap((report) => report.constraints.map(({ name }) => name)))];
  const chance = Math.max(0, ...reports.map(({ collisionProbability }) => collisionProbability ?? 0));
  const models = plan.kernel === null ? "" : `, which models ${plan.kernel}`;
  return [
    ...(plan.columns.some(({ kind }) => kind === "property") || plan.unasked.columns.length > 0
      ? []
      : ["any property: the spec has no invariant"]),
    ...unasked(review),
    ...memoryItems(review),
    ...undecided(review),
    ...(constraints.length === 0
      ? []
      : [
          `behaviours outside of the ${constraints.length === 1 ? "constraint" : "constraints"} ${listed(constraints)}`,
        ]),
    ...afterAssertions(review),
    ...unreached(review),
    ...unreachedOfPatches(review),
    ...(plan.temporal.length === 0 ? [] : [`temporal properties: ${listed(plan.temporal)}`]),
    ...plan.missing.map(({ name, file }) => `${name}, which ${file} does not have`),
    ...(plan.added.length === 0 ? [] : [`${listed(plan.added)} on base, where there is no such property`]),
    `what the spec leaves out: see the head of ${plan.file}${models}`,
    "larger scenarios: constants have the values that these give them",
    ...(chance > 0
      ? [
          `states are told apart by 64-bit fingerprints: the chance that one was missed is ${chanceText(chance)}`,
        ]
      : []),
  ];
}

/** What there is but was not asked for. */
function unasked({ plan: { unasked } }: Review): readonly string[] {
  const item = (kind: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${kind}${listed(shortened(names, "more"))}, not asked for`];
  return [
    ...item("", unasked.columns),
    ...item(unasked.patches.length === 1 ? "patch " : "patches ", unasked.patches),
    ...item(unasked.scenarios.length === 1 ? "scenario " : "scenarios ", unasked.scenarios),
  ];
}

function shortened(names: readonly string[], rest: string): readonly string[] {
  if (names.length <= MOST_TOLD) return names;
  return [...names.slice(0, MOST_TOLD), `${names.length - MOST_TOLD} ${rest}`];
}

/** What the memory models used do not show. */
function memoryItems({ reports }: Review): readonly string[] {
  const used = (model: CellReport["cell"]["memory"]) => reports.filter(({ cell }) => cell.memory === model);
  const items: string[] = [];
  if (used("sc").length > 0) {
    const only = used("sc").length === reports.length ? "" : ", in the rows that say sc";
    items.push(`memory model sc${only}: every store is visible at once, nothing is reordered`);
  }
  for (const model of ["tso", "weak"] as const) {
    const cells = used(model).flatMap(({ buffer }) => buffer ?? []);
    if (used(model).length === 0) continue;
    if (cells.length === 0) {
      items.push(`memory model ${model}: no variable is shared, so every store is visible at once`);
      continue;
    }
    const bounds = [...new Set(cells.map(({ bound }) => bound))].sort((a, b) => a - b);
    const full = cells.filter((one) => one.full).length;
    const reached =
      full === 0
        ? "never full"
        : `full in ${full} of ${counted(cells.length, "cell")}, where stores may have waited`;
    items.push(
      `memory model ${model}: store buffers of ${listed(bounds.map(String))} ${bounds.at(-1) === 1 ? "store" : "stores"}, ${reached}; load reordering is not modelled`,
    );
  }
  return items;
}

function undecided(review: Review): readonly string[] {
  const many = hasManyMemories(review);
  const open = review.reports.flatMap(({ cell, findings }) => {
    const unknown = Object.values(findings).find((finding) => finding.kind === "unknown");
    if (unknown === undefined || unknown.kind !== "unknown") return [];
    return [`${cell.patch ?? "base"} in ${cellName(cell, many)} to its end: ${unknown.why}`];
  });
  if (open.length <= MOST_TOLD) return open;
  return [...open.slice(0, MOST_TOLD), `${open.length - MOST_TOLD} more cells to their end`];
}

/** A behaviour ends at a failed assertion: whatever it would have violated later is not seen. */
function afterAssertions(review: Review): readonly string[] {
  const many = hasManyMemories(review);
  const cells = review.reports.flatMap(({ cell, asserted }) =>
    asserted ? [`${cell.patch ?? "base"} in ${cellName(cell, many)}`] : [],
  );
  if (cells.length === 0) return [];
  return [`what comes after a failed assertion: ${listed(shortened(cells, "more cells"))}`];
}

/** Witnesses that base does not reach in any cell. */
function unreached({ reports }: Review): readonly string[] {
  const base = reports.filter(({ cell }) => cell.patch === null);
  const names = [...new Set(base.flatMap(({ witnesses }) => Object.keys(witnesses)))];
  const never = names.filter((name) => base.every(({ witnesses }) => witnesses[name] !== true));
  if (never.length === 0) return [];
  const [it, whole] = [
    never.length === 1 ? "it" : "them",
    base.every(({ stop }) => stop?.kind === "complete"),
  ];
  return [
    whole
      ? `${listed(never)}: base never reaches ${it}, so nothing is known of what follows`
      : `${listed(never)}: base does not reach ${it} in what was seen of it`,
  ];
}

/** Witnesses that a patch brings and never reaches. */
function unreachedOfPatches({ plan, reports }: Review): readonly string[] {
  const ofBase = new Set(
    reports.flatMap(({ cell, witnesses }) => (cell.patch === null ? Object.keys(witnesses) : [])),
  );
  return plan.patches.flatMap(({ name: patch }): readonly string[] => {
    const own = reports.filter(({ cell }) => cell.patch === patch);
    const names = new Set(own.flatMap(({ witnesses }) => Object.keys(witnesses)));
    const never = [...names].filter(
      (name) => !ofBase.has(name) && own.every(({ witnesses }) => witnesses[name] !== true),
    );
    return never.length === 0 ? [] : [`${listed(never)}, which ${patch} brings but does not reach`];
  });
}
