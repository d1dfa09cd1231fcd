/** What reviews of the specs of specs/mount come to, as the tables of specs/mount/README.md. */
import { readFileSync } from "node:fs";
import { fileFinder } from "../../src/cli/files.js";
import { nodeHost } from "../../src/cli/host.js";
import { closedWorld } from "../../src/explore/world.js";
import { MEMORY_MODELS, type MemoryModel } from "../../src/modules/memory-model.js";
import { expectationsOf } from "../../src/modules/variants.js";
import {
  type CellReport,
  checkCell,
  compare,
  comparisons,
  concludeReview,
  planReview,
} from "../../src/review/index.js";
import { columnName, type PatchVerdict, type Review } from "../../src/review/types.js";
import { loadSpec } from "../../src/semantics/prepare.js";
import type { Module } from "../../src/syntax/ast.js";
import { Source } from "../../src/syntax/source.js";

const root = new URL("../../", import.meta.url);
const mount = new URL("specs/mount/", root);

const LETTERS = { holds: "H", violated: "V", vacuous: "vac", unknown: "U" } as const;

/** The tables of one spec: the cells that its expectations speak of, and the base in each of these. */
export async function resultsOf(file: string): Promise<string> {
  const review = await reviewOf(file);
  return `\n${matrix(review)}\n\n${verdicts(review)}\n`;
}

async function reviewOf(file: string): Promise<Review> {
  const source = new Source(file, readFileSync(new URL(file, mount), "utf8"));
  const base = loadSpec(source, fileFinder(root.pathname));
  const expected = expectedCells(base.root);
  const sources = { base, against: null };
  const all = planReview(sources, { file, memories: MEMORY_MODELS });
  const plan = {
    ...all,
    cells: all.cells.filter(({ scenario, memory, patch }) => expected(scenario ?? "default", memory, patch)),
  };
  const host = nodeHost(
    () => false,
    () => {},
    closedWorld,
  );
  const reports: CellReport[] = [];
  for (const index of plan.cells.keys()) reports.push(await checkCell(sources, plan, index, {}, host));
  const compared = comparisons(plan, reports).map((one) => compare(sources, plan, one));
  return concludeReview(sources, plan, reports, compared);
}

/** Whether something is expected of a cell; of the base (null) in a scenario, with whatever patch. */
function expectedCells(
  spec: Module,
): (scenario: string, memory: MemoryModel, patch: string | null) => boolean {
  const expectations = expectationsOf(spec);
  return (scenario, memory, patch) =>
    expectations.some(
      (one) =>
        [scenario, "every"].includes(one.scenario.name) &&
        (one.memory.length === 0 ? ["sc"] : one.memory.map(({ name }) => name)).includes(memory) &&
        (patch === null || one.patch?.name === patch) &&
        !(scenario === "default" && one.scenario.name === "every"),
    );
}

/** A row for a patch in a scenario; a column for a claim, with a letter for each memory model. */
function matrix({ plan, matrix: outcomes }: Review): string {
  const shown = plan.columns.flatMap((column, i) =>
    column.kind === "property" || outcomes.some((row) => row[i] === "violated") ? [i] : [],
  );
  const rows = new Map<string, string[][]>();
  plan.cells.forEach(({ patch, scenario }, cell) => {
    const key = `| ${patch ?? "base"} | ${scenario ?? "default"}`;
    const letters = shown.map((column) => {
      const outcome = outcomes[cell]![column] ?? null;
      return outcome === null ? "–" : LETTERS[outcome];
    });
    rows.set(key, [...(rows.get(key) ?? []), letters]);
  });
  const titles = shown.map((column) => columnName(plan.columns[column]!));
  return [
    `| patch | scenario | ${titles.join(" | ")} |`,
    `| --- | --- |${" --- |".repeat(titles.length)}`,
    ...[...rows].map(
      ([key, cells]) =>
        `${key} | ${titles.map((_, i) => cells.map((cell) => cell[i]).join(" ")).join(" | ")} |`,
    ),
  ].join("\n");
}

/** What each patch does to each claim that fails somewhere. */
function verdicts({ verdicts: all }: Review): string {
  const fails = ({ verdict, cells }: PatchVerdict) =>
    verdict !== "no effect" || cells.some(({ base }) => base === "violated");
  return [
    "| patch | claim | the patch |",
    "| --- | --- | --- |",
    ...all
      .filter(fails)
      .map(({ patch, column, verdict }) => `| ${patch} | ${columnName(column)} | ${said(verdict)} |`),
  ].join("\n");
}

function said(verdict: PatchVerdict["verdict"]): string {
  switch (verdict) {
    case "fixes":
      return "fixes it";
    case "hides":
      return "**hides** it";
    case "breaks":
      return "breaks it";
    case "partial":
      return "repairs a part of it";
    case "no effect":
      return "has no effect";
    case "vacuous":
      return "makes it vacuous";
    case "unknown":
      return "is undecided";
    case "new":
      return "brings it";
    default:
      return verdict satisfies never;
  }
}
