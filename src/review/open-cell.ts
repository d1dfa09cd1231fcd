/** A cell made ready to be evaluated again, for a counterexample that was found in it. */
import { createReferenceEvaluator } from "../eval/reference.js";
import type { Evaluator } from "../explore/evaluator.js";
import type { Goal } from "../explore/findings.js";
import type { Model } from "../semantics/model.js";
import type { Value } from "../values/index.js";
import { prepareCell } from "./plan.js";
import type { Column, ReviewPlan, ReviewSources } from "./types.js";

/** A cell's model, an evaluator of it, and what the end of a column's counterexample shows. */
export interface OpenCell {
  readonly model: Model;
  readonly evaluator: Evaluator<readonly Value[]>;
  readonly goal: Goal;
}

/**
 * Opens the plan's cell number `index` for a column that was found violated there.
 * @throws EvaluationError if the evaluator cannot be made
 */
export function openCell(sources: ReviewSources, plan: ReviewPlan, index: number, column: Column): OpenCell {
  const { model } = prepareCell(sources, plan.cells[index]!, plan.buffer);
  const evaluator = createReferenceEvaluator(model, { print: () => {}, seed: 0, world: sources.world });
  return { model, evaluator, goal: goalOf(model, column) };
}

function goalOf(model: Model, column: Column): Goal {
  switch (column.kind) {
    case "property":
      return { kind: "invariant", index: model.invariants.findIndex(({ name }) => name === column.name) };
    case "deadlock":
      return { kind: "deadlock" };
    case "assertions":
      return { kind: "assertion" };
    default:
      return column satisfies never;
  }
}
