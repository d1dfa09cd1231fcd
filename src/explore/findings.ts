/** Violations as a search finds them, and what they become: behaviours that were executed again. */
import type { EvaluationError, Evaluator } from "./evaluator.js";
import { type FailedAssertion, failedAssertions, sameAssertion } from "./failure-end.js";
import {
  asTrace,
  type Evaluation,
  endsBadly,
  evaluateAgain,
  explained,
  type PathState,
  placeOf,
  ReplayError,
  rebuild,
} from "./replay.js";
import type { PathStep, Violation } from "./result.js";

/** A violation before its behaviour is rebuilt. */
export interface Finding<Last> {
  readonly verdict: Violation["verdict"];
  readonly property: string | null;
  /** Where the behaviour ends; null if no state was involved. */
  readonly last: Last | null;
  /** What shows the violation, when it is evaluated on the rebuilt behaviour. */
  readonly evaluation: Evaluation;
  readonly error: EvaluationError | null;
}

/** Whether two findings are the same one: of a property, or of an assertion, only the first is kept. */
export function sameFinding(a: Finding<unknown>, b: Finding<unknown>): boolean {
  if (a.verdict !== b.verdict || a.property !== b.property) return false;
  if (a.error === null || b.error === null) return a.error === b.error;
  return placeOf(a.error) === placeOf(b.error);
}

/** A violation together with the states of its behaviour. */
export interface Confirmed<State> {
  readonly violation: Violation;
  readonly states: readonly PathState<State>[];
}

/**
 * Rebuilds a finding's behaviour and makes sure that it shows the violation.
 * @throws ReplayError if it does not
 */
export function confirm<State>(
  evaluator: Evaluator<State>,
  { verdict, property, last, evaluation, error }: Finding<readonly PathStep[]>,
): Confirmed<State> {
  const path = last ?? [];
  // A failed assertion is told by its place, an evaluation that failed by throwing.
  const expected = evaluation.kind === "assertion" ? null : error;
  const shows = (states: readonly PathState<State>[]) =>
    endsBadly(() => evaluateAgain(evaluator, evaluation, states), expected);
  const states = rebuild(evaluator, path, shows);
  // What is asked of the search itself, of its figures, the clock, or registers, has its answer once and for all.
  const once = last === null && ["postcondition", "periodic", "possibility"].includes(evaluation.kind);
  if (!once && !shows(states)) {
    throw new ReplayError(
      `the counterexample (${property ?? verdict}) was re-executed, and its last state does not show the violation`,
    );
  }
  const action = error?.action ?? null;
  const violation: Violation = {
    verdict,
    property,
    trace: asTrace(evaluator, states),
    path,
    loopStart: null,
    explanation: error === null ? explained(evaluator, evaluation, states) : null,
    error: error?.diagnostic ?? null,
    action: action === null ? null : evaluator.actions[action]!,
  };
  return { violation, states };
}

/**
 * The violation that a finding stands for, its behaviour executed again.
 * @throws ReplayError if that does not show it
 */
export function violationOf<State>(
  evaluator: Evaluator<State>,
  finding: Finding<readonly PathStep[]>,
): Violation {
  return confirm(evaluator, finding).violation;
}

/** What the end of a behaviour may show: an invariant that is false, no step at all, or an assertion that fails. */
export type Goal =
  | { readonly kind: "invariant"; readonly index: number }
  | { readonly kind: "deadlock" }
  | {
      readonly kind: "assertion";
      /** Absent: any. */
      readonly which?: FailedAssertion;
    };

/**
 * The violation that a behaviour ends in, as a search would have reported it; of several failed assertions the first.
 * @throws ReplayError if the path is none of the evaluator's model, or its end does not show the violation
 */
export function violationAt<State>(
  evaluator: Evaluator<State>,
  path: readonly PathStep[],
  goal: Goal,
): Violation {
  const finding = { last: path, property: null, error: null } as const;
  switch (goal.kind) {
    case "invariant":
      return violationOf(evaluator, {
        ...finding,
        verdict: "invariant",
        property: evaluator.invariants[goal.index]!,
        evaluation: goal,
      });
    case "deadlock":
      return violationOf(evaluator, { ...finding, verdict: "deadlock", evaluation: { kind: "successors" } });
    case "assertion": {
      const last = rebuild(evaluator, path).at(-1);
      const { which } = goal;
      const failed = last === undefined ? [] : failedAssertions(evaluator, last.state);
      const error = failed.find(({ assertion }) => !which || sameAssertion(assertion, which))?.error;
      if (error === undefined)
        throw new ReplayError("the counterexample was re-executed, and no assertion fails at its end");
      const evaluation = { kind: "assertion", place: placeOf(error) } as const;
      return violationOf(evaluator, { ...finding, verdict: "assert", error, evaluation });
    }
    default:
      return goal satisfies never;
  }
}
