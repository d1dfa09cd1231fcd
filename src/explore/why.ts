/** Why an action is not enabled in a state, asked of every instance of the action. */
import type { Diagnostic } from "../syntax/diagnostic.js";
import { type Action, EvaluationError, type Evaluator, type Obstacle } from "./evaluator.js";

/** What became of one action in a state. */
export interface ActionAnswer {
  readonly action: Action;
  /** Steps that it can take, and how many of them lead to states within the constraints. */
  readonly steps: number;
  readonly within: number;
  /** An assertion that fails in it, or why it cannot be evaluated. */
  readonly error: Diagnostic | null;
  /** Where it cannot be taken: what is in the way, the furthest way first. */
  readonly obstacles: readonly Obstacle[];
}

/** Asks actions, by their indices, whether they can be taken in a state. */
export function inquire<State>(
  evaluator: Evaluator<State>,
  state: State,
  actions: readonly number[],
): readonly ActionAnswer[] {
  return actions.map((index) => {
    let steps = 0;
    let within = 0;
    let error: Diagnostic | null = null;
    try {
      evaluator.take(
        state,
        index,
        (next) => {
          steps++;
          if (evaluator.withinConstraints(next) && evaluator.withinActionConstraints(state, next)) within++;
        },
        (failed) => {
          error ??= failed.diagnostic;
        },
      );
    } catch (thrown) {
      if (!(thrown instanceof EvaluationError)) throw thrown;
      error = thrown.diagnostic;
    }
    const obstacles = steps > 0 || error !== null ? [] : evaluator.obstacles(state, index);
    return { action: evaluator.actions[index]!, steps, within, error, obstacles };
  });
}
