/** What a search is asked for. */
import type { Progress } from "./host.js";
import type { SearchObserver } from "./observer.js";

/** What to check and when to stop. */
export interface SearchOptions<State = unknown> {
  /** Whether a state without successors is a violation. */
  readonly checkDeadlock: boolean;
  /** Stop before more than this many distinct states are kept. */
  readonly maxStates?: number | undefined;
  /** Stop after this time. */
  readonly timeoutSeconds?: number | undefined;
  /** Go on after violations; each property is reported once, with its shortest counterexample. */
  readonly continue?: boolean | undefined;
  /** Count all states in which an invariant is false, and which of its conjuncts are; of use with `continue` only. */
  readonly tally?: boolean | undefined;
  /**
   * Called once the initial states are known, then a few times a second, at a violation, and before counterexamples are
   * re-executed: from then on, whatever the spec prints it has printed before.
   */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Called with every state that is checked, after its checks: each one that is kept, and those outside constraints. */
  readonly onState?: ((state: State) => void) | undefined;
  /** Told of every initial state and every step, those to known states too. */
  readonly observer?: SearchObserver<State> | undefined;
}
