/** Whether what survives a patch is what base suffers from: the difference between `hides` and `partial`. */
import { findSharedBehaviour, labelsOf } from "../explore/shared-behaviour.js";
import { findSharedPair } from "../explore/shared-pair.js";
import { baseOf, judge, surviving } from "./classify.js";
import { openCell } from "./open-cell.js";
import {
  type CellReport,
  type Comparison,
  type ComparisonReport,
  columnKey,
  type ReviewPlan,
  type ReviewSources,
} from "./types.js";

/** The counterexamples that have to be looked for in base before every verdict is known. */
export function comparisons(plan: ReviewPlan, reports: readonly CellReport[]): readonly Comparison[] {
  return judge(plan, reports).flatMap(({ column, cells }) =>
    surviving(cells).map(({ cell }) => {
      const key = columnKey(column);
      const pathIn = (index: number) => {
        const finding = reports[index]!.findings[key];
        return finding?.kind === "violated" ? finding.path : [];
      };
      const base = baseOf(plan, cell);
      return { cell, base, column: key, path: pathIn(cell), basePath: pathIn(base) };
    }),
  );
}

/**
 * Answers one of `comparisons`: looks for the patched cell's shortest counterexample in base; if it is none there, for
 * base's shortest in the patched cell; and at last for any other that both have.
 */
export function compare(sources: ReviewSources, plan: ReviewPlan, comparison: Comparison): ComparisonReport {
  const column = plan.columns.find((one) => columnKey(one) === comparison.column)!;
  const patched = openCell(sources, plan, comparison.cell, column);
  const base = openCell(sources, plan, comparison.base, column);
  const answer = (found: ComparisonReport["answer"]): ComparisonReport => ({ ...comparison, answer: found });

  const { path, basePath } = comparison;
  const survivor = labelsOf(patched.evaluator, path, patched.goal);
  const inBase = findSharedBehaviour(base.evaluator, survivor, base.goal);
  if (inBase.kind === "found") {
    return answer({ kind: "shared", path, base: inBase.path, assertion: survivor.end.assertion });
  }
  const ofBase = labelsOf(base.evaluator, basePath, base.goal);
  const inPatched = findSharedBehaviour(patched.evaluator, ofBase, patched.goal);
  if (inPatched.kind === "found") {
    return answer({
      kind: "shared",
      path: inPatched.path,
      base: basePath,
      assertion: ofBase.end.assertion,
    });
  }
  const pair = findSharedPair(patched, base);
  if (pair !== null) {
    return answer({ kind: "shared", path: pair.left, base: pair.right, assertion: pair.assertion });
  }
  const limit = [inBase, inPatched].find((result) => result.kind === "limit");
  if (limit?.kind === "limit") return unknownComparison(comparison, `not found in ${limit.states} states`);
  return answer({ kind: "different" });
}

/** The report of a comparison that was not made (to its end), `why` in a few words. */
export function unknownComparison(comparison: Comparison, why: string): ComparisonReport {
  return { ...comparison, answer: { kind: "unknown", why } };
}
