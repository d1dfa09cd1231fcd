/** From the reports of all cells to the review: outcomes, verdicts, and the races that show them. */
import type { FailedAssertion } from "../explore/failure-end.js";
import { violationAt } from "../explore/findings.js";
import type { PathStep } from "../explore/result.js";
import { baseOf, isGood, type Judgement, judge, outcomeOf, surviving, verdictOf } from "./classify.js";
import { windowsOf } from "./delay.js";
import { openCell } from "./open-cell.js";
import { judgeRequirements } from "./requirements.js";
import {
  type CellReport,
  type Column,
  type ComparisonReport,
  columnKey,
  type Judged,
  type PatchVerdict,
  type Race,
  type Review,
  type ReviewPlan,
  type ReviewSources,
} from "./types.js";
import { viewDifferences } from "./views.js";

/**
 * Concludes a review. What is shown as a race is re-executed on the way.
 * @param reports one for each of the plan's cells, in order
 * @param compared the answers to all of `comparisons(plan, reports)`
 * @throws ReplayError if a counterexample does not come out again
 */
export function concludeReview(
  sources: ReviewSources,
  plan: ReviewPlan,
  reports: readonly CellReport[],
  compared: readonly ComparisonReport[],
): Review {
  const verdicts = judge(plan, reports).map((judgement) =>
    conclude(sources, plan, reports, judgement, compared),
  );
  const requirements = judgeRequirements(plan.requirements, verdicts);
  const good = requirements.length > 0 ? requirements.every(({ met }) => met) : verdicts.every(isGood);
  return {
    plan,
    reports,
    matrix: reports.map((report, index) =>
      plan.columns.map((column) => outcomeOf(column, report, reports[baseOf(plan, index)]!)?.outcome ?? null),
    ),
    verdicts,
    requirements,
    views: viewDifferences(plan, reports),
    ok: good,
  };
}

function conclude(
  sources: ReviewSources,
  plan: ReviewPlan,
  reports: readonly CellReport[],
  { patch, column, cells }: Judgement,
  compared: readonly ComparisonReport[],
): PatchVerdict {
  const key = columnKey(column);
  const indices = surviving(cells).map(({ cell }) => cell);
  const own = compared.filter((one) => one.column === key && indices.includes(one.cell));
  const verdict = verdictOf(cells, own);
  const race = (cell: number, path: readonly PathStep[], which: FailedAssertion | null = null) =>
    raceOf(sources, plan, cell, column, path, which);
  const shortestOf = (violated: readonly Judged[]): Race | null => {
    const found = violated.flatMap(({ cell }) => {
      const finding = reports[cell]!.findings[key];
      return finding?.kind === "violated" ? [{ cell, path: finding.path }] : [];
    });
    if (found.length === 0) return null;
    const { cell, path } = shortest(plan, found, (one) => one.path);
    return race(cell, path);
  };
  const shown = (): Pick<PatchVerdict, "race" | "baseRace"> => {
    switch (verdict) {
      case "hides": {
        const { cell, base, answer } = shortest(plan, own.flatMap(shared), ({ answer }) => answer.path);
        const { path, assertion } = answer;
        return { race: race(cell, path, assertion), baseRace: race(base, answer.base, assertion) };
      }
      case "partial":
        return { race: shortestOf(surviving(cells)), baseRace: null };
      case "breaks": {
        const broken = cells.filter(({ base, patched }) => base === "holds" && patched === "violated");
        return { race: shortestOf(broken), baseRace: null };
      }
      case "new":
      case "vacuous": {
        return { race: shortestOf(cells.filter(({ patched }) => patched === "violated")), baseRace: null };
      }
      case "unknown":
      case "no effect":
      case "fixes":
        return { race: null, baseRace: null };
      default:
        return verdict satisfies never;
    }
  };
  return { patch, column, verdict, cells, compared: own, ...shown() };
}

/** Of counterexamples the shortest; of equally short ones that of a scenario that the spec names, then the first. */
function shortest<T extends { readonly cell: number }>(
  plan: ReviewPlan,
  found: readonly T[],
  pathOf: (one: T) => readonly PathStep[],
): T {
  const cost = (one: T) =>
    pathOf(one).length + (plan.cells[one.cell]!.scenario === null ? SLIGHTLY_LONGER : 0);
  return found.reduce((best, one) => (cost(one) < cost(best) ? one : best));
}

/** Less than a step. */
const SLIGHTLY_LONGER = 0.5;

function shared(one: ComparisonReport) {
  const { answer, cell, base } = one;
  return answer.kind === "shared" ? [{ cell, base, answer }] : [];
}

function raceOf(
  sources: ReviewSources,
  plan: ReviewPlan,
  index: number,
  column: Column,
  path: readonly PathStep[],
  which: FailedAssertion | null,
): Race {
  const { model, evaluator, goal: asked } = openCell(sources, plan, index, column);
  const goal = asked.kind === "assertion" && which !== null ? { ...asked, which } : asked;
  return {
    cell: plan.cells[index]!,
    column,
    model,
    instances: evaluator.instances,
    violation: violationAt(evaluator, path, goal),
    windows: windowsOf(evaluator, path, goal),
  };
}
