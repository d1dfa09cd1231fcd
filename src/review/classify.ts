/** From what came out of the cells to verdicts on patches. */
import {
  type CellReport,
  type Column,
  type ComparisonReport,
  columnKey,
  type Judged,
  type NamedText,
  type Outcome,
  type PatchVerdict,
  type ReviewPlan,
} from "./types.js";

/** What is judged of one patch and one column. */
export interface Judgement {
  readonly patch: string;
  readonly column: Column;
  readonly cells: readonly Judged[];
}

/** An outcome, and what there is to say about it. */
interface Told {
  readonly outcome: Outcome;
  readonly why: string | null;
}

/** Index of the base cell that a cell is compared with (a base cell's own for itself). */
export function baseOf(plan: Pick<ReviewPlan, "cells">, index: number): number {
  const { scenario, memory } = plan.cells[index]!;
  return plan.cells.findIndex(
    (cell) => cell.patch === null && cell.scenario === scenario && cell.memory === memory,
  );
}

/**
 * What came out for a column of a cell; null if the cell does not have it.
 * Holding is vacuous where a witness, or the invariant's left side, is out of reach that base reaches. It says nothing
 * where that cannot be told, or where the patch narrows what is looked at; for a cell that base violates that is why it
 * is undecided.
 */
export function outcomeOf(column: Column, report: CellReport, base: CellReport): Told | null {
  const key = columnKey(column);
  const finding = report.findings[key];
  if (finding === undefined) return null;
  if (finding.kind === "violated") return { outcome: "violated", why: null };
  if (finding.kind === "unknown") return { outcome: "unknown", why: finding.why };
  if (report === base) return { outcome: "holds", why: null };
  const lost = lostIn(key, report, base);
  if (lost !== null) return { outcome: "vacuous", why: lost };
  const why = base.findings[key]?.kind === "violated" ? doubtIn(column, report, base) : null;
  return why === null ? { outcome: "holds", why: null } : { outcome: "unknown", why };
}

/** What base reaches and this cell does not, in words; null if nothing that matters to the column. */
function lostIn(key: string, report: CellReport, base: CellReport): string | null {
  const witnesses = unreachedIn(report).filter((name) => base.witnesses[name] === true);
  if (witnesses.length > 0) {
    return `${witnesses.length === 1 ? "witness" : "witnesses"} ${witnesses.join(", ")} ${witnesses.length === 1 ? "is" : "are"} no longer reached`;
  }
  const left = unreachedLeft(key, report);
  return left !== null && reachesLeft(key, base) ? `\`${left}\` is never true any more` : null;
}

/** Why it cannot be said that a column which base violates holds here; null if it can. */
function doubtIn(column: Column, report: CellReport, base: CellReport): string | null {
  const key = columnKey(column);
  const brought = report.constraints.filter(
    (one) => !base.constraints.some((other) => sameFormula(one, other)),
  );
  if (brought.length > 0) {
    const names = brought.map(({ name }) => name).join(", ");
    return `the patch looks at fewer behaviours: ${brought.length === 1 ? "constraint" : "constraints"} ${names}`;
  }
  if (column.kind !== "assertions" && report.asserted && !base.asserted) {
    return "an assertion fails that base does not fail, and what comes after it was not looked at";
  }
  if (base.stop?.kind === "complete") return null;
  // Base was not seen whole: what it did not reach so far it may reach.
  const witness = unreachedIn(report).find((name) => base.witnesses[name] === false);
  if (witness !== undefined)
    return `witness ${witness} is not reached, and whether base reaches it is undecided`;
  const left = unreachedLeft(key, report);
  return left !== null && base.antecedents[key] !== undefined
    ? `\`${left}\` is never true, and whether it is on base is undecided`
    : null;
}

function unreachedIn({ witnesses }: CellReport): readonly string[] {
  return Object.entries(witnesses).flatMap(([name, reached]) => (reached ? [] : [name]));
}

/** A left side of the invariant, if none of its left sides is ever true. */
function unreachedLeft(key: string, { antecedents }: CellReport): string | null {
  const sides = antecedents[key] ?? [];
  return sides.every(({ reached }) => !reached) ? (sides[0]?.text ?? null) : null;
}

function reachesLeft(key: string, { antecedents }: CellReport): boolean {
  return (antecedents[key] ?? []).some(({ reached }) => reached);
}

function sameFormula(a: NamedText, b: NamedText): boolean {
  return a.name === b.name && a.text === b.text;
}

/** Every patch's every column, each cell beside its base, in the plan's order. */
export function judge(plan: ReviewPlan, reports: readonly CellReport[]): readonly Judgement[] {
  return plan.patches.flatMap(({ name: patch }) =>
    plan.columns.flatMap((column): readonly Judgement[] => {
      const cells = plan.cells.flatMap((cell, index): readonly Judged[] => {
        if (cell.patch !== patch) return [];
        const base = reports[baseOf(plan, index)]!;
        const before = outcomeOf(column, base, base);
        const patched = outcomeOf(column, reports[index]!, base) ?? droppedBy(plan, before?.outcome ?? null);
        if (patched === null) return [];
        return [{ cell: index, ...comparable(plan, patch, column, base, before, patched) }];
      });
      return cells.length === 0 ? [] : [{ patch, column, cells }];
    }),
  );
}

/** The outcome of a column that the spec under review no longer has, though base violates it. */
function droppedBy({ against }: ReviewPlan, base: Outcome | null): Told | null {
  if (against === null || base !== "violated") return null;
  return { outcome: "unknown", why: `${against} does not have it` };
}

/** The outcomes of a cell on base and patched, each undecided where it is not about the same as the other. */
function comparable(
  plan: ReviewPlan,
  patch: string,
  column: Column,
  { asserted }: CellReport,
  base: Told | null,
  patched: Told,
): Omit<Judged, "cell"> {
  const why = patched.why ?? base?.why ?? null;
  const found = { base: base?.outcome ?? null, patched: patched.outcome, why };
  if (found.base === "holds" && found.patched === "violated" && asserted && column.kind !== "assertions") {
    return {
      ...found,
      base: "unknown",
      why: "an assertion fails on base, and what comes after it was not looked at",
    };
  }
  const inOtherWords = plan.restated.some(
    (one) => one.direct && one.patch === patch && one.name === columnKey(column),
  );
  if (found.base === "violated" && found.patched === "holds" && inOtherWords) {
    return { ...found, patched: "unknown", why: "it is stated in other words than on base" };
  }
  return found;
}

/** Cells of which the counterexample has to be looked for in base before the verdict is known. */
export function surviving(cells: readonly Judged[]): readonly Judged[] {
  const settled = settledVerdict(cells);
  return settled === null
    ? cells.filter(({ base, patched }) => base === "violated" && patched === "violated")
    : [];
}

/** The verdict on one patch and column: the first that matches. `compared` answers for the surviving cells. */
export function verdictOf(
  cells: readonly Judged[],
  compared: readonly Pick<ComparisonReport, "answer">[],
): PatchVerdict["verdict"] {
  const settled = settledVerdict(cells);
  if (settled !== null) return settled;
  const some = (kind: ComparisonReport["answer"]["kind"]) =>
    compared.some(({ answer }) => answer.kind === kind);
  if (some("shared")) return "hides";
  // That what survives differs has to be shown.
  return some("unknown") ? "unknown" : "partial";
}

/** The verdict where it does not depend on which counterexamples survive. */
function settledVerdict(cells: readonly Judged[]): PatchVerdict["verdict"] | null {
  if (cells.every(({ base }) => base === null)) return "new";
  const some = (base: Outcome | null, patched: Outcome) =>
    cells.some((cell) => cell.base === base && cell.patched === patched);
  // What a patch brings to a cell has to hold there.
  if (some("holds", "violated") || some(null, "violated")) return "breaks";
  if (cells.some(({ base, patched }) => base === "unknown" || patched === "unknown")) return "unknown";
  if (cells.some(({ patched }) => patched === "vacuous")) return "vacuous";
  if (cells.every(({ base, patched }) => (base === "violated") === (patched === "violated")))
    return "no effect";
  return some("violated", "violated") ? null : "fixes";
}

/** Whether a verdict is one with which a review ends well. */
export function isGood({ verdict, cells }: Pick<PatchVerdict, "verdict" | "cells">): boolean {
  if (verdict === "new") return cells.every(({ patched }) => patched === "holds");
  return verdict === "fixes" || verdict === "no effect";
}
