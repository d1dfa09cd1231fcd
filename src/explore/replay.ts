/**
 * Behaviours rebuilt by re-execution. The search keeps only fingerprints; when it needs the states of a path it
 * evaluates the path again. What is shown to a user has therefore been computed twice.
 */
import { EvaluationError, type Evaluator, type Explanation } from "./evaluator.js";
import type { TraceState } from "./result.js";
import { NONE, type Origin, type StateStore } from "./store.js";

/** A counterexample did not come out again when it was re-executed. A bug of the tool, or an evaluator with moods. */
export class ReplayError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ReplayError";
  }
}

/** One state of a rebuilt path and the action that led to it (NONE for the first). */
export interface PathState<State> {
  readonly state: State;
  readonly action: number;
}

/**
 * Rebuilds the path to a state of which the origin is known; the state itself need not be in the store (a state
 * outside the constraints is not).
 * @throws ReplayError if a state does not come out again, or two different ones share its fingerprint
 */
export function rebuild<State>(
  evaluator: Evaluator<State>,
  store: StateStore,
  last: Origin,
): PathState<State>[] {
  const origins = [last];
  for (let origin = last; origin.parent !== NONE; origins.push(origin)) origin = store.origin(origin.parent);
  const path: PathState<State>[] = [];
  for (const origin of origins.reverse()) {
    const previous = path.at(-1);
    path.push({ state: again(evaluator, previous?.state, origin, path.length + 1), action: origin.action });
  }
  return path;
}

/** A rebuilt path in the shape that results hold. */
export function asTrace<State>(
  evaluator: Evaluator<State>,
  path: readonly PathState<State>[],
): readonly TraceState[] {
  return path.map(({ state, action }) => ({
    action: action === NONE ? null : evaluator.actions[action]!,
    values: evaluator.values(state),
  }));
}

/** The state with the origin's fingerprint among the initial states, or among those its action leads to. */
function again<State>(
  evaluator: Evaluator<State>,
  previous: State | undefined,
  origin: Origin,
  position: number,
): State {
  const fingerprint = new Uint32Array(2);
  const found: State[] = [];
  const consider = (state: State, action: number) => {
    if (action !== origin.action) return;
    evaluator.fingerprint(state, fingerprint);
    if (fingerprint[0] !== origin.low || fingerprint[1] !== origin.high) return;
    if (!found.some((other) => evaluator.equal(other, state))) found.push(state);
  };
  try {
    if (origin.parent === NONE) evaluator.initial((state) => consider(state, NONE));
    else evaluator.successors(previous as State, consider);
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
  /** The fingerprints of what "initial" or "successors" gives. */
  | { readonly kind: "fingerprints" }
  | { readonly kind: "constraints" }
  | { readonly kind: "invariant"; readonly index: number }
  | { readonly kind: "witness"; readonly index: number };

/**
 * Puts a question again, about the end of a path (empty: about the model).
 * Gives whether all is well: the assumptions or the invariant hold, there is a state or a successor.
 * @throws EvaluationError as the evaluator does
 */
export function evaluateAgain<State>(
  evaluator: Evaluator<State>,
  evaluation: Evaluation,
  path: readonly PathState<State>[],
): boolean {
  const given = (take: (state: State) => void): boolean => {
    let some = false;
    const emit = (state: State) => {
      some = true;
      take(state);
    };
    if (path.length === 0) evaluator.initial(emit);
    else evaluator.successors(path.at(-1)!.state, emit);
    return some;
  };
  switch (evaluation.kind) {
    case "assumptions":
      return evaluator.falseAssumption() < 0;
    case "initial":
    case "successors":
      return given(() => {});
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
