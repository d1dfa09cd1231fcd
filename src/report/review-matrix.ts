/** The matrix of a review: a row for each patch, scenario and memory model, a column for each property. */
import { type Column, columnName, type Outcome, type Review, type Titled } from "../review/types.js";
import { type Block, gridWidth } from "./review-document.js";
import { hasManyMemories } from "./review-words.js";

const LETTERS: Readonly<Record<Outcome, string>> = {
  violated: "V",
  holds: "H",
  vacuous: "vac",
  unknown: "U",
};
const MEANINGS: Readonly<Record<Outcome, string>> = {
  violated: "violated",
  holds: "holds",
  vacuous: "holds, but reaches less than base",
  unknown: "undecided",
};
/** The cell does not have the property. */
const ABSENT = "-";

/** The table and what its letters mean. */
export function matrixBlocks(review: Review, width: number): readonly Block[] {
  const { plan, matrix } = review;
  const shown = plan.columns
    .map((column, i) => ({ column, i }))
    .filter(({ column, i }) => isShown(review, column, i));
  const many = hasManyMemories(review);
  const rows = plan.cells.map(({ patch, scenario, memory }, cell) => [
    patch ?? "base",
    scenario ?? "default",
    ...(many ? [memory] : []),
    ...shown.map(({ i }) => letter(matrix[cell]![i]!)),
  ]);
  const names = shown.map(({ column }) => columnName(column));
  const numbers = names.map((_, i) => `(${i + 1})`);
  const withNames = ["patch", "scenario", ...(many ? ["memory"] : []), ...names];
  const fits = gridWidth([withNames, ...rows]) <= width;
  const header = fits ? withNames : [...withNames.slice(0, -names.length), ...numbers];
  const notes = fits ? [] : names.map((name, i) => `(${i + 1}) = ${name}`);
  const used = shown.flatMap(({ i }) => matrix.map((row) => row[i]!));
  return [
    ...(shown.length === 0 ? [] : [{ kind: "table", header, rows, remarks: false } as const]),
    ...(shown.length === 0 ? [] : [{ kind: "text", text: legend(used, notes) } as const]),
    ...titled("Patches", plan.patches),
    ...titled("Scenarios", plan.scenarios),
  ];
}

/** `Scenarios: fstests (fsstress & umount; mount), …`: what names stand for, where the spec says so. */
function titled(what: string, all: readonly Titled[]): readonly Block[] {
  const known = all.filter(({ title }) => title !== null);
  if (known.length === 0) return [];
  const text = known.map(({ name, title }) => `${name} (${title})`).join(", ");
  return [{ kind: "text", text: `${what}: ${text}.` }];
}

/** Properties are always shown, deadlock and assertions where one is violated, or there is nothing else. */
function isShown({ matrix, plan }: Review, column: Column, index: number): boolean {
  if (column.kind === "property" || plan.columns.every(({ kind }) => kind !== "property")) return true;
  return matrix.some((row) => row[index] === "violated");
}

function letter(outcome: Outcome | null): string {
  return outcome === null ? ABSENT : LETTERS[outcome];
}

function legend(used: readonly (Outcome | null)[], notes: readonly string[]): string {
  const outcomes = (Object.keys(LETTERS) as Outcome[]).filter((outcome) => used.includes(outcome));
  return [
    ...notes,
    ...outcomes.map((outcome) => `${LETTERS[outcome]} = ${MEANINGS[outcome]}`),
    ...(used.includes(null) ? [`${ABSENT} = no such property`] : []),
  ].join(", ");
}
