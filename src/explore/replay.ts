/**
 * Behaviours rebuilt by re-execution. The search keeps only fingerprints; when it needs the states of a path it
 * evaluates the path again. What is shown to a user has therefore been computed twice.
 */
import { EvaluationError, type Evaluator, type Explanation } from "./evaluator.js";
import type { PathStep, TraceState } from "./result.js";
import { viewOfPath } from "./search-view.js";
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
 * Rebuilds the states of a path. Where the evaluator takes states for one that differ, each state is the one that the
 * search kept: the first that its step leads to within the constraints. The last one may be one that was only checked,
 * so of those with its fingerprint the first is taken that shows what is to be shown.
 * @param shows whether a behaviour does; not asked where there is no choice
 * @throws ReplayError if a state does not come out again, or two different ones share its fingerprint though the
 *   evaluator tells them apart
 */
export function rebuild<State>(
  evaluator: Evaluator<State>,
  path: readonly PathStep[],
  shows: (states: readonly PathState<State>[]) => boolean = () => true,
): readonly PathState<State>[] {
  const states: PathState<State>[] = [];
  atEndOf(evaluator, states, () => {
    path.forEach((step, i) => {
      const all = again(evaluator, states.at(-1)?.state, step, i + 1).map((state) => ({
        state,
        action: step.action,
      }));
      const last = i === path.length - 1;
      // Before anything is shown of them, those within the constraints come first: they are what the search kept.
      const choices = all.length === 1 ? all : keptFirst(evaluator, states, all);
      const fits = last && all.length > 1 ? choices.find((one) => shows([...states, one])) : undefined;
      states.push(fits ?? choices[0]!);
    });
  });
  return states;
}

/** The ways on from a behaviour, those within the constraints before the others. */
function keptFirst<State>(
  evaluator: Evaluator<State>,
  path: readonly PathState<State>[],
  ways: readonly PathState<State>[],
): readonly PathState<State>[] {
  const kept = ways.filter((way) => {
    const longer = [...path, way];
    return (
      evaluateAgain(evaluator, { kind: "constraints" }, longer) &&
      (path.length === 0 || evaluateAgain(evaluator, { kind: "actionConstraints" }, longer))
    );
  });
  return [...kept, ...ways.filter((way) => !kept.includes(way))];
}

/** Evaluates something at the end of a behaviour, so that a spec that asks is told of that one. */
export function atEndOf<State, T>(
  evaluator: Evaluator<State>,
  path: readonly PathState<State>[],
  evaluate: () => T,
): T {
  const before = evaluator.attach(null);
  evaluator.attach(viewOfPath(before, path));
  try {
    return evaluate();
  } finally {
    evaluator.attach(before);
  }
}

/** A rebuilt path in the shape that results hold. */
export function asTrace<State>(
  evaluator: Evaluator<State>,
  path: readonly PathState<State>[],
): readonly TraceState[] {
  return path.map(({ state, action }, i): TraceState => {
    const alias = aliasOf(evaluator, path, i);
    return {
      action: evaluator.actions[action] ?? null,
      values: evaluator.values(state),
      ...(alias !== null && { alias }),
    };
  });
}

/**
 * What the model's ALIAS shows of one state of a behaviour; null if that is the variables. Where it has no value, that
 * is said beside the variables, as TLC does: a violation does not depend on how it is shown.
 */
function aliasOf<State>(
  evaluator: Evaluator<State>,
  path: readonly PathState<State>[],
  position: number,
): Exclude<TraceState["alias"], undefined> | null {
  const { state } = path[position]!;
  const next = path[position + 1]?.state ?? state;
  try {
    return atEndOf(evaluator, path.slice(0, position + 1), () => evaluator.alias(state, next));
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    const variables = evaluator.values(state).map((value, i) => ({
      name: evaluator.variables[i]!.display,
      value,
    }));
    return [...variables, { name: "_ALIASEvalError", value: thrown.diagnostic.message }];
  }
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

/**
 * The states with the step's fingerprint among the initial states, or among those its action leads to: different ones,
 * in the order in which they are found.
 * @throws ReplayError if there is none; if there are several that the evaluator tells apart
 */
function again<State>(
  evaluator: Evaluator<State>,
  previous: State | undefined,
  { action, low, high }: PathStep,
  position: number,
): readonly State[] {
  const fingerprint = new Uint32Array(2);
  const found: State[] = [];
  const consider = (state: State) => {
    try {
      evaluator.fingerprint(state, fingerprint);
    } catch (thrown) {
      // Outside of the constraints a VIEW need not have a value: whatever state this is, it is not the one.
      if (thrown instanceof EvaluationError) return;
      throw thrown;
    }
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
  if (found.length === 0) {
    throw new ReplayError(
      `state ${position} of the counterexample did not come out again when the step was re-executed`,
    );
  }
  if (found.length > 1 && evaluator.reduction === null) {
    throw new ReplayError(
      `state ${position} of the counterexample is ambiguous: two different states have the same fingerprint`,
    );
  }
  return found;
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
  /** The action constraints, about the step to a state. */
  | { readonly kind: "actionConstraints" }
  | { readonly kind: "invariant"; readonly index: number }
  | { readonly kind: "initialProperty"; readonly index: number }
  /** An action property, about the step to a state. */
  | { readonly kind: "actionProperty"; readonly index: number }
  /** What some state, or some step, must satisfy: about a state, or the step to it. */
  | { readonly kind: "possibility"; readonly index: number; readonly ofSteps: boolean }
  | { readonly kind: "postcondition"; readonly index: number }
  | { readonly kind: "periodic" }
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
  const atEnd = <T>(evaluate: () => T): T => atEndOf(evaluator, path, evaluate);
  const given = (take: (state: State) => void): boolean => {
    let some = false;
    const emit = (state: State) => {
      some = true;
      take(state);
    };
    const last = path.at(-1);
    atEnd(() => {
      if (last === undefined) evaluator.initial(emit);
      else evaluator.successors(last.state, emit, (assertion) => failed.push(assertion));
    });
    return some;
  };
  switch (evaluation.kind) {
    case "assumptions":
      return atEnd(() => evaluator.falseAssumption() < 0);
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
    case "constraints":
      return atEnd(() => evaluator.withinConstraints(path.at(-1)!.state));
    case "actionConstraints":
      return atEndOf(evaluator, path.slice(0, -1), () =>
        evaluator.withinActionConstraints(path.at(-2)!.state, path.at(-1)!.state),
      );
    case "invariant":
      return atEnd(() => evaluator.invariant(evaluation.index, path.at(-1)!.state));
    case "initialProperty":
      return atEnd(() => evaluator.initialProperty(evaluation.index, path.at(-1)!.state));
    case "actionProperty":
      return atEndOf(evaluator, path.slice(0, -1), () =>
        evaluator.actionProperty(evaluation.index, path.at(-2)!.state, path.at(-1)!.state),
      );
    case "possibility": {
      const { index, ofSteps } = evaluation;
      const last = path.at(-1)!.state;
      if (!ofSteps) return atEnd(() => evaluator.possibility(index, last, null));
      return atEndOf(evaluator, path.slice(0, -1), () =>
        evaluator.possibility(index, path.at(-2)!.state, last),
      );
    }
    case "postcondition":
      return atEnd(() => evaluator.postcondition(evaluation.index));
    case "periodic":
      return atEnd(() => evaluator.periodicHolds());
    case "witness":
      return atEnd(() => evaluator.witness(evaluation.index, path.at(-1)!.state));
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

/**
 * Why what an evaluation asked of the end of a behaviour is false; null if it cannot be said: a violation does not
 * depend on its explanation.
 */
export function explained<State>(
  evaluator: Evaluator<State>,
  evaluation: Evaluation,
  path: readonly PathState<State>[],
): Explanation | null {
  const before = path.at(-2);
  const last = path.at(-1);
  if (last === undefined) return null;
  try {
    switch (evaluation.kind) {
      case "invariant":
        return atEndOf(evaluator, path, () => evaluator.explain(evaluation.index, last.state));
      case "initialProperty":
        return atEndOf(evaluator, path, () => evaluator.explainInitial(evaluation.index, last.state));
      case "actionProperty":
        return atEndOf(evaluator, path.slice(0, -1), () =>
          evaluator.explainStep(evaluation.index, before!.state, last.state),
        );
      default:
        return null;
    }
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    return null;
  }
}
