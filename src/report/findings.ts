/** What the tool notices about a finished search without being asked, as warnings. */
import type { Result } from "../explore/result.js";
import type { Model } from "../semantics/model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { location, oneLine, withoutComments } from "../syntax/source.js";
import { type StepCoverage, stepCoverage } from "./coverage.js";
import { elide } from "./text.js";

/** Longest left side of an invariant that a warning quotes whole. */
const LONGEST = 80;

/**
 * All warnings of a run, each once: the model's, the search's, and what the result itself shows:
 * W060 a witness was never reached, W061 a step or action was never enabled (both only where the search is
 * complete), W062 there was nothing to check, W065 the left side of an invariant `A => B` was never true.
 */
export function allWarnings(
  result: Result,
  model: Model,
  more: readonly Diagnostic[] = [],
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return [...model.warnings, ...result.warnings, ...more, ...findings(result, model)].filter((warning) => {
    const key = [
      warning.code,
      warning.message,
      warning.span === undefined ? "" : location(warning.span),
    ].join("\n");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The code of the warning that a step is never enabled: a report may tell several in one. */
export const NEVER_ENABLED = "W061";

/** The steps and actions that a complete search never found enabled, in the order of the text. */
export function neverEnabled(result: Result, model: Model): readonly StepCoverage[] {
  if (result.stop.kind !== "complete") return [];
  return stepCoverage(result).filter(
    ({ taken, step, memory }) => taken === 0 && !memory && (step || model.processes.length === 0),
  );
}

function findings(result: Result, model: Model): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const searched = result.stop.kind !== "walk" && result.simulation === undefined;
  if (onlyExplored(model) && searched && result.violations.length === 0) {
    found.push({
      code: "W062",
      severity: "warning",
      message: model.checkDeadlock
        ? "no invariant was given, so this run only explored and looked for deadlocks"
        : "no invariant was given, so this run only explored",
      notes: ["say what must hold: `invariant NAME == ...` in a .qsc spec, INVARIANT NAME in a .cfg file"],
    });
  }
  if (result.stop.kind !== "complete") return found;
  for (const { name, length } of result.witnesses) {
    if (length !== null) continue;
    const span = model.witnesses.find((witness) => witness.name === name)?.span;
    found.push({
      code: "W060",
      severity: "warning",
      message: `the witness ${name} is never reached: what this model shows may be vacuous`,
      ...(span && { span }),
    });
  }
  for (const { invariant, text, reached } of result.antecedents) {
    if (reached) continue;
    const span = model.invariants.find(({ name }) => name === invariant)?.span;
    const left = elide(oneLine(withoutComments(text)), LONGEST);
    found.push({
      code: "W065",
      severity: "warning",
      message: `in the invariant ${invariant} \`${left}\` is never true, so what it implies was never tested`,
      ...(span && { span }),
    });
  }
  for (const { name, step, span } of neverEnabled(result, model)) {
    found.push({
      code: NEVER_ENABLED,
      severity: "warning",
      message: `the ${step ? "step" : "action"} ${name} is never enabled`,
      span,
    });
  }
  return found;
}

/** Whether a model has behaviours but no invariant and no witness to look for in them. */
export function onlyExplored(model: Model): boolean {
  const asked = [
    model.invariants,
    model.witnesses,
    model.initialProperties,
    model.actionProperties,
    model.postconditions,
  ];
  return model.behaviour !== null && asked.every((formulas) => formulas.length === 0);
}
