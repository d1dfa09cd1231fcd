/** What a spec can ask of the search that evaluates it: by `TLCGet`, and by what module TLCExt offers. */
import type { PathState } from "./replay.js";

/**
 * A search, a walk or a replay as the evaluator sees it. Whoever drives an evaluator hands it one (`Evaluator.attach`);
 * what it says is asked for while something is evaluated, and is true of that moment.
 */
export interface SearchView<State> {
  /** `TLCGet("config")`: TLC's names of the settings (mode, deadlock, worker, …) with their values. */
  readonly config: Readonly<Record<string, boolean | number | string>>;
  /**
   * `TLCGet("stats")`: TLC's names of the figures with their values so far. Those of a breadth-first search are queue,
   * distinct, initial, generated, diameter, duration (in seconds) and worker.
   */
  statistics(): Readonly<Record<string, number>>;
  /**
   * How many states the behaviour has that ends in the state being evaluated: 1 for initial ones. While successors are
   * looked for, and for a step, that is the state in which the step begins. 0 for assumptions, the initial predicate
   * and postconditions.
   */
  readonly level: number;
  /** Index of the action that led to the state being evaluated; -1 for initial states, and where it is not known. */
  readonly action: number;
  /**
   * The behaviour that ends in the state being evaluated; empty where `level` is 0.
   * @throws ReplayError if it has to be made again and does not come out
   */
  trace(): readonly PathState<State>[];
  /** For postconditions: the first counterexample found, with the index that a lasso goes back to. Null: there is none. */
  counterexample(): { readonly trace: readonly PathState<State>[]; readonly loopStart: number | null } | null;
  /** Asks the search to end: `TLCSet("exit", TRUE)`. */
  stop(): void;
  /** Whether this is evaluated again after it was before, so that nothing is to be written or printed once more. */
  readonly replaying: boolean;
}

/**
 * The view of a behaviour that is known as a whole up to the state being evaluated, or is just being made again.
 * @param around the view of the search that found it; null: there is none
 * @param path the behaviour; it may grow later on
 */
export function viewOfPath<State>(
  around: SearchView<State> | null,
  path: readonly PathState<State>[],
): SearchView<State> {
  return {
    config: around?.config ?? {},
    statistics: () => around?.statistics() ?? {},
    get level() {
      return path.length;
    },
    get action() {
      return path.at(-1)?.action ?? -1;
    },
    trace: () => path,
    counterexample: () => null,
    stop: () => {},
    replaying: true,
  };
}
