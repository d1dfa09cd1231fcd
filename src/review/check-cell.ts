/** One cell checked: a single search that goes on after violations, so that it answers every column at once. */
import { createReferenceEvaluator } from "../eval/reference.js";
import { EvaluationError } from "../explore/evaluator.js";
import type { Host, Progress } from "../explore/host.js";
import type { Result, Stop, Violation } from "../explore/result.js";
import { search } from "../explore/search.js";
import type { Model } from "../semantics/model.js";
import type { Prepared } from "../semantics/prepare.js";
import { location } from "../syntax/source.js";
import { modelColumns, prepareCell } from "./plan.js";
import { wholeText } from "./restated.js";
import {
  type CellReport,
  type Column,
  columnKey,
  type Finding,
  type ReviewPlan,
  type ReviewSources,
} from "./types.js";
import { ViewCollection } from "./views.js";

/** How long one cell may take. */
export interface CellLimits {
  readonly maxStates?: number | undefined;
  readonly timeoutSeconds?: number | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Checks the plan's cell number `index`. What cannot be evaluated makes columns unknown.
 * @throws ReplayError if a counterexample does not come out again when it is re-executed
 */
export async function checkCell(
  sources: ReviewSources,
  plan: ReviewPlan,
  index: number,
  limits: CellLimits,
  host: Host,
): Promise<CellReport> {
  const cell = plan.cells[index]!;
  const wanted = new Set(plan.columns.map(columnKey));
  const prepared = prepareCell(sources, cell, plan.buffer);
  const model = reduced(prepared.model, wanted);
  const columns = modelColumns(model).filter((column) => wanted.has(columnKey(column)));
  try {
    const evaluator = createReferenceEvaluator(model, { print: () => {}, seed: 0, world: sources.world });
    const views = new ViewCollection(evaluator, viewsOf(prepared));
    const result = await search(
      evaluator,
      { checkDeadlock: model.checkDeadlock, continue: true, ...limits, onState: (state) => views.add(state) },
      host,
    );
    return {
      ...unchecked(plan, index),
      findings: findingsOf(columns, result),
      witnesses: Object.fromEntries(result.witnesses.map(({ name, length }) => [name, length !== null])),
      antecedents: antecedentsOf(result),
      views: views.values(),
      states: result.states,
      seconds: result.seconds,
      stop: result.stop,
      collisionProbability: result.collisionProbability,
      buffer: model.memory.variable === null ? null : { bound: model.memory.buffer, full: result.bufferFull },
      constraints: [...model.constraints, ...model.actionConstraints].map(({ name, body }) => ({
        name,
        text: wholeText(body),
      })),
      asserted: result.violations.some(({ verdict }) => verdict === "assert"),
      steps: stepsIn(result),
    };
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    // Making the evaluator evaluates constants.
    return unknownCell(plan, index, errorText(thrown.diagnostic), columns);
  }
}

/**
 * The report of a cell that was not checked (to its end), `why` in a few words.
 * @param columns those that the cell has; by default all of the plan's
 */
export function unknownCell(
  plan: ReviewPlan,
  index: number,
  why: string,
  columns: readonly Column[] = plan.columns,
): CellReport {
  const inBase = plan.cells[index]!.patch === null;
  const own = columns.map(columnKey).filter((key) => !inBase || !plan.added.includes(key));
  return {
    ...unchecked(plan, index),
    findings: Object.fromEntries(own.map((key) => [key, { kind: "unknown", why }] as const)),
  };
}

function unchecked(plan: ReviewPlan, index: number): CellReport {
  return {
    cell: plan.cells[index]!,
    findings: {},
    witnesses: {},
    antecedents: {},
    views: {},
    states: { generated: 0, distinct: 0, depth: 0 },
    seconds: 0,
    stop: null,
    collisionProbability: null,
    buffer: null,
    constraints: [],
    asserted: false,
    steps: {},
  };
}

/** The model with the columns that are looked at. Witnesses stay: they tell whether what holds means anything. */
function reduced(model: Model, wanted: ReadonlySet<string>): Model {
  return {
    ...model,
    invariants: model.invariants.filter(({ name }) => wanted.has(name)),
    checkDeadlock: model.checkDeadlock && wanted.has(columnKey({ kind: "deadlock" })),
  };
}

function viewsOf({ model, translation }: Prepared) {
  return (translation?.views ?? []).flatMap(({ name }) => {
    const definition = model.definitions.get(name);
    return definition === undefined ? [] : [{ name, definition }];
  });
}

function stepsIn({ coverage }: Result): CellReport["steps"] {
  const steps: Record<string, boolean> = {};
  for (const { action, taken } of coverage) {
    const { name, step } = action;
    if (step?.kind === "memory") continue;
    const key = step === null ? name : `${step.process}.${step.name}`;
    steps[key] = steps[key] === true || taken > 0;
  }
  return steps;
}

function findingsOf(columns: readonly Column[], result: Result): CellReport["findings"] {
  const why = doubt(result);
  return Object.fromEntries(
    columns.map((column): readonly [string, Finding] => {
      const violation = violationOf(column, result);
      if (violation !== undefined) return [columnKey(column), { kind: "violated", path: violation.path }];
      return [columnKey(column), why === null ? { kind: "holds" } : { kind: "unknown", why }];
    }),
  );
}

/** The violation of a column; of several failed assertions the one with the shortest behaviour. */
export function violationOf(
  column: Column,
  { violations }: Pick<Result, "violations">,
): Violation | undefined {
  switch (column.kind) {
    case "property":
      return violations.find(({ verdict, property }) => verdict === "invariant" && property === column.name);
    case "deadlock":
      return violations.find(({ verdict }) => verdict === "deadlock");
    case "assertions":
      return violations.find(({ verdict }) => verdict === "assert");
    default:
      return column satisfies never;
  }
}

/** Why nothing can be said of what was not found violated; null if everything was seen. */
function doubt({ violations, stop, states }: Result): string | null {
  for (const { verdict, property, error } of violations) {
    if (verdict === "assumption") return `the assumption ${property} is false`;
    if (verdict === "error" && error !== null) return errorText(error);
  }
  if (stop.kind !== "complete") return stopText(stop);
  return states.generated === 0 ? "there is no initial state" : null;
}

/** What ended a search early, in a few words. */
export function stopText(stop: Stop): string {
  switch (stop.kind) {
    case "complete":
      return "complete";
    case "violation":
      return "the search ended at an error";
    case "maxStates":
      return `more than ${stop.limit} states`;
    case "timeout":
      return `not done after ${stop.seconds} s`;
    case "interrupted":
      return "interrupted";
    case "exit":
      return "the spec ended the search";
    case "memory":
      return "out of memory";
    case "walk":
    case "simulated":
      return "only some behaviours";
    default:
      return stop satisfies never;
  }
}

function errorText({ code, message, span }: EvaluationError["diagnostic"]): string {
  return `${code}: ${message}${span === undefined ? "" : ` (${location(span)})`}`;
}

function antecedentsOf({ antecedents }: Result): CellReport["antecedents"] {
  const byInvariant: Record<string, { text: string; reached: boolean }[]> = {};
  for (const { invariant, text, reached } of antecedents) {
    byInvariant[invariant] = [...(byInvariant[invariant] ?? []), { text, reached }];
  }
  return byInvariant;
}
