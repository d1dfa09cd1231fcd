/** The search and its surroundings. */
import type { Violation } from "./result.js";
import type { WorldAccess } from "./world.js";

/** What the pure core needs of its surroundings. The edges (command line, browser, tests) implement it. */
export interface Host {
  /** Milliseconds from any fixed point. */
  now(): number;
  /** Lets pending events (a signal, a redraw) happen; called a few times a second. */
  pause(): Promise<void>;
  /** Set once the user wants to stop. */
  readonly interrupted: boolean;
  /** Bytes of memory in use, and the limit beyond which the search should stop cleanly. */
  memory(): { readonly used: number; readonly limit: number };
  /** Text that a spec prints (`Print`, `PrintT`, `print`). */
  print(text: string): void;
  /** What the spec may see of the world; nothing if not given. */
  readonly world?: WorldAccess | undefined;
}

/** Figures of a running search: for a live progress line, and in case that it never ends. */
export interface Progress {
  readonly initial: number;
  readonly generated: number;
  readonly distinct: number;
  readonly depth: number;
  readonly queue: number;
  /** What was found violated, first one first. */
  readonly violated: readonly Pick<Violation, "verdict" | "property">[];
  /** Whether the search is over, and its counterexamples are being re-executed. */
  readonly replaying: boolean;
  /** Milliseconds since the start. */
  readonly elapsed: number;
  /** Bytes. */
  readonly memory: number;
}
