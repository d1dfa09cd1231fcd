/** The object that `quiesce review --json` prints. Schema: docs/review.md. It holds no times: it is the same again. */

import { labelOf } from "../explore/shared-behaviour.js";
import {
  type Cell,
  type CellReport,
  columnKey,
  columnName,
  type Outcome,
  type PatchVerdict,
  type Race,
  type Review,
} from "../review/types.js";
import { boundItems } from "./review-bounds.js";
import { cautionItems } from "./review-cautions.js";
import { delayItems } from "./review-races.js";

export interface JsonCellName {
  readonly patch: string | null;
  readonly scenario: string;
  readonly memory: string;
}

export interface JsonReview {
  readonly version: 1;
  /** The file under review. */
  readonly file: string;
  /** The file that is the base; null: the one under review, without its patches. */
  readonly against: string | null;
  /** The base's name. */
  readonly spec: string;
  readonly kernel: string | null;
  readonly ok: boolean;
  /** Names, in order: properties, `deadlock`, `assertions`. */
  readonly columns: readonly string[];
  readonly cells: readonly (JsonCellName & {
    readonly outcomes: Readonly<Record<string, Outcome>>;
    /** Why columns are undecided; null if none is. */
    readonly undecided: string | null;
    readonly states: CellReport["states"];
    readonly witnesses: CellReport["witnesses"];
    readonly buffer: CellReport["buffer"];
  })[];
  readonly verdicts: readonly {
    readonly patch: string;
    readonly column: string;
    readonly verdict: PatchVerdict["verdict"];
    readonly cells: readonly (JsonCellName & {
      readonly base: Outcome | null;
      readonly patched: Outcome;
      readonly why: string | null;
      /** Whether a counterexample is one of base too; null if it was not asked. */
      readonly shared: boolean | "unknown" | null;
    })[];
    readonly race: JsonRace | null;
    readonly baseRace: JsonRace | null;
  }[];
  readonly requirements: Review["requirements"];
  readonly views: readonly (JsonCellName & {
    readonly view: string;
    readonly gained: readonly string[];
    readonly lost: readonly string[];
  })[];
  readonly cautions: readonly string[];
  readonly notChecked: readonly string[];
  readonly delays: readonly string[];
}

export interface JsonRace extends JsonCellName {
  /** `closer["aio"].put`. */
  readonly steps: readonly string[];
}

/** A review as data. */
export function reviewToJson(review: Review): JsonReview {
  const { plan, reports, matrix, verdicts } = review;
  return {
    version: 1,
    file: plan.against ?? plan.file,
    against: plan.against === null ? null : plan.file,
    spec: plan.spec,
    kernel: plan.kernel,
    ok: review.ok,
    columns: plan.columns.map(columnName),
    cells: reports.map((report, i) => ({
      ...cellName(report.cell),
      outcomes: Object.fromEntries(
        plan.columns.flatMap((column, k) => {
          const outcome = matrix[i]![k];
          return outcome ? [[columnName(column), outcome]] : [];
        }),
      ),
      undecided: undecided(report),
      states: {
        generated: report.states.generated,
        distinct: report.states.distinct,
        depth: report.states.depth,
      },
      witnesses: report.witnesses,
      buffer: report.buffer,
    })),
    verdicts: verdicts.map(({ patch, column, verdict, cells, compared, race, baseRace }) => ({
      patch,
      column: columnName(column),
      verdict,
      cells: cells.map(({ cell, base, patched, why }) => {
        const answer = compared.find((one) => one.cell === cell && one.column === columnKey(column))?.answer;
        const shared =
          answer === undefined ? null : answer.kind === "unknown" ? answer.kind : answer.kind === "shared";
        return { ...cellName(plan.cells[cell]!), base, patched, why, shared };
      }),
      race: jsonRace(race),
      baseRace: jsonRace(baseRace),
    })),
    requirements: review.requirements,
    views: review.views.map(({ view, cell, gained, lost }) => ({
      ...cellName(plan.cells[cell]!),
      view,
      gained,
      lost,
    })),
    cautions: cautionItems(review),
    notChecked: boundItems(review),
    delays: delayItems(review),
  };
}

function cellName({ patch, scenario, memory }: Cell): JsonCellName {
  return { patch, scenario: scenario ?? "default", memory };
}

function undecided({ findings }: CellReport): string | null {
  for (const finding of Object.values(findings)) if (finding.kind === "unknown") return finding.why;
  return null;
}

function jsonRace(race: Race | null): JsonRace | null {
  if (race === null) return null;
  const steps = race.violation.trace.flatMap(({ action }) => (action === null ? [] : [labelOf(action)]));
  return { ...cellName(race.cell), steps };
}
