/**
 * Behaviours rebuilt by re-execution. The search keeps only fingerprints; when it needs the states of a path it
 * evaluates the path again. What is shown to a user has therefore been computed twice.
 */
import { EvaluationError, type Evaluator, type Explanation } from "./evaluator.js";
import type { PathStep, TraceState } from "./result.js";
import { NONE, type Origin, type StateStore } from "./store.js";

/** A counterexample did not come out again when it was re-executed. A bug of the tool, or an evaluator with moods. */
export class ReplayError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ReplayError";
  }
}

/** One state of a rebuilt path and the action that led to it (-1 for the first). */
export interface PathState<State> {
  readonly state: State;
  readonly action: number;
}

/**
 * The path to a state of which the origin is known; the state itself need not be in the store (a state outside the
 * constraints is not).
 */
export function pathTo(store: StateStore, last: Origin): readonly PathStep[] {
  const origins = [last];
  for (let origin = last; origin.parent !== NONE; origins.push(origin)) origin = store.origin(origin.parent);
  return origins
    .reverse()
    .map(({ action, low, high }) => ({ action: action === NONE ? -1 : action, low, high }));
}

/**
 * Rebuilds the states of a path.
 * @throws ReplayError if a state does not come out again, or two different ones share its fingerprint
 */
export function rebuild<State>(
  evaluator: Evaluator<State>,
  path: readonly PathStep[],
): readonly PathState<State>[] {
  const states: PathState<State>[] = [];
  for (const step of path) {
    const state = again(evaluator, states.at(-1)?.state, step, states.length + 1);
    states.push({ state, action: step.action });
  }
  return states;
}

/** A rebuilt path in the shape that results hold. */
export function asTrace<State>(
  evaluator: Evaluator<State>,
  path: readonly PathState<State>[],
): readonly TraceState[] {
  return path.map(({ state, action }) => ({
    action: evaluator.actions[action] ?? null,
    values: evaluator.values(state),
  }));
}

/**
 * The behaviour that a violation's path stands for, made again by an evaluator of the same model.
 * @throws ReplayError as `rebuild` does: the path is one of another model
 */
export function retrace<State>(
  evaluator: Evaluator<State>,
  path: readonly PathStep[],
): readonly TraceState[] {
  return asTrace(evaluator, rebuild(evaluator, path));
}

/** The state with the step's fingerprint among the initial states, or among those its action leads to. */
function again<State>(
  evaluator: Evaluator<State>,
  previous: State | undefined,
  { action, low, high }: PathStep,
  position: number,
): State {
  const fingerprint = new Uint32Array(2);
  const found: State[] = [];
  const consider = (state: State) => {
    evaluator.fingerprint(state, fingerprint);
    if (fingerprint[0] !== low || fingerprint[1] !== high) return;
    if (!found.some((other) => evaluator.equal(other, state))) found.push(state);
  };
  try {
    if (action < 0) evaluator.initial(consider);
    else if (previous !== undefined && action < evaluator.actions.length) {
      evaluator.take(previous, action, consider, () => {});
    }
  } catch (thrown) {
    // Evaluation may fail after it gave the state (that may be the very error to be shown).
    if (!(thrown instanceof EvaluationError)) throw thrown;
  }
  const state = found[0];
  if (state === undefined) {
    throw new ReplayError(
      `state ${position} of the counterexample did not come out again when the step was re-executed`,
    );
  }
  if (found.length > 1) {
    throw new ReplayError(
      `state ${position} of the counterexample is ambiguous: two different states have the same fingerprint`,
    );
  }
  return state;
}

/** A kind of question that the search puts to the evaluator, so that it can be put again. */
export type Evaluation =
  | { readonly kind: "assumptions" }
  | { readonly kind: "initial" }
  | { readonly kind: "successors" }
  /** An assertion of a step, by its place (`placeOf`). */
  | { readonly kind: "assertion"; readonly place: string }
  /** The fingerprints of what "initial" or "successors" gives. */
  | { readonly kind: "fingerprints" }
  | { readonly kind: "constraints" }
  | { readonly kind: "invariant"; readonly index: number }
  | { readonly kind: "witness"; readonly index: number };

/** What tells one assertion from another: where it stands, else what it says. */
export function placeOf({ diagnostic: { span, message } }: EvaluationError): string {
  return span === undefined ? message : `${span.source.name}:${span.start}-${span.end}`;
}

/**
 * Puts a question again, about the end of a path (empty: about the model).
 * Gives whether all is well: the assumptions, the assertion or the invariant hold, there is a state or a successor.
 * @throws EvaluationError as the evaluator does
 */
export function evaluateAgain<State>(
  evaluator: Evaluator<State>,
  evaluation: Evaluation,
  path: readonly PathState<State>[],
): boolean {
  const failed: EvaluationError[] = [];
  const given = (take: (state: State) => void): boolean => {
    let some = false;
    const emit = (state: State) => {
      some = true;
      take(state);
    };
    const last = path.at(-1);
    if (last === undefined) evaluator.initial(emit);
    else evaluator.successors(last.state, emit, (assertion) => failed.push(assertion));
    return some;
  };
  switch (evaluation.kind) {
    case "assumptions":
      return evaluator.falseAssumption() < 0;
    case "initial":
      return given(() => {});
    case "successors":
      return given(() => {}) || failed.length > 0;
    case "assertion":
      try {
        given(() => {});
      } catch (thrown) {
        // Another step may have no value, which is a finding of its own.
        if (!(thrown instanceof EvaluationError)) throw thrown;
      }
      return !failed.some((assertion) => placeOf(assertion) === evaluation.place);
    case "fingerprints": {
      const fingerprint = new Uint32Array(2);
      return given((state) => evaluator.fingerprint(state, fingerprint));
    }
    case "constraints": {
      const state = path.at(-1)!.state;
      if (!evaluator.withinConstraints(state)) return false;
      return path.length < 2 || evaluator.withinActionConstraints(path.at(-2)!.state, state);
    }
    case "invariant":
      return evaluator.invariant(evaluation.index, path.at(-1)!.state);
    case "witness":
      return evaluator.witness(evaluation.index, path.at(-1)!.state);
    default:
      return evaluation satisfies never;
  }
}

/** Whether an evaluation ends badly again: in the same error as before, or without one in false. */
export function endsBadly(evaluate: () => boolean, before: EvaluationError | null): boolean {
  try {
    const well = evaluate();
    return before === null && !well;
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    return thrown.kind === before?.kind && thrown.diagnostic.code === before.diagnostic.code;
  }
}

/** Why an invariant is false; null if that cannot be evaluated: a violation does not depend on its explanation. */
export function explained<State>(
  evaluator: Evaluator<State>,
  invariant: number,
  state: State,
): Explanation | null {
  try {
    return evaluator.explain(invariant, state);
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    return null;
  }
}
