/** Watching a search go through the graph of states: for dumps, and whatever else wants to see each step. */
import { NONE } from "./store.js";

/** A state by its fingerprint, which is what tells states apart. */
export interface StateId {
  readonly low: number;
  readonly high: number;
}

/** One step of the graph, also to a state that was found before. */
export interface ObservedStep {
  /** The state that it starts in; null: it is not a step, but `to` is an initial state. */
  readonly from: StateId | null;
  /** Index of the action; -1 for an initial state. */
  readonly action: number;
  readonly to: StateId;
  /** Whether `to` was never seen before. */
  readonly fresh: boolean;
  /** Whether `to` is within the constraints: one that is not is neither kept nor explored. */
  readonly within: boolean;
  /** States on the path that leads to `to` by this step. */
  readonly level: number;
}

/**
 * Told of every initial state and every step that a search sees, in its order, duplicates included, before the state is
 * checked: so what violates an invariant is told of too. What it throws ends the search.
 */
export type SearchObserver<State> = (step: ObservedStep, to: State) => void;

/** A step as the search has it, in the shape that observers are told. */
export function observed(
  origin: StateId | null,
  fingerprint: Uint32Array,
  action: number,
  seen: Pick<ObservedStep, "fresh" | "within" | "level">,
): ObservedStep {
  const { fresh, within, level } = seen;
  return {
    from: origin,
    action: action === NONE ? -1 : action,
    to: { low: fingerprint[0]!, high: fingerprint[1]! },
    fresh,
    within,
    level,
  };
}
