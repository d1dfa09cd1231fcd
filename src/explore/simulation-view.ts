/** A simulation under way, as the spec sees it that is being evaluated. */
import type { Evaluation, PathState } from "./replay.js";
import type { SearchView } from "./search-view.js";

/** What a simulation tells about itself at any moment. */
export interface Simulated<State> {
  readonly options: {
    readonly seed: number;
    readonly traces: number;
    readonly depth: number;
    readonly generate?: boolean | undefined;
    readonly checkDeadlock: boolean;
  };
  /** The behaviour that ends in the state being evaluated. */
  path(): readonly PathState<State>[];
  figures(): { readonly traces: number; readonly generated: number; readonly longest: number };
  seconds(): number;
  /** The first counterexample found; null before there is one. */
  counterexample(): ReturnType<SearchView<State>["counterexample"]>;
  /** Ends the simulation when it next looks up. */
  stop(): void;
}

/** The view of a simulation; TLC's names for what it tells (tlc2.tool.Simulator). */
export function viewOfSimulation<State>(simulated: Simulated<State>): SearchView<State> {
  const { seed, traces, depth, generate = false, checkDeadlock } = simulated.options;
  return {
    config: {
      mode: generate ? "generate" : "simulate",
      depth,
      traces: Number.isFinite(traces) ? traces : -1,
      deadlock: checkDeadlock,
      seed: String(seed),
      aril: "0",
      worker: 1,
      install: "",
      sched: "random",
    },
    statistics() {
      const { traces: taken, generated, longest } = simulated.figures();
      const duration = Math.floor(simulated.seconds());
      // No state is remembered, so nobody knows how many are different.
      return { traces: taken, generated, distinct: -1, queue: 0, duration, diameter: longest, worker: 0 };
    },
    get level() {
      return simulated.path().length;
    },
    get action() {
      return simulated.path().at(-1)?.action ?? -1;
    },
    trace: () => simulated.path(),
    counterexample: () => simulated.counterexample(),
    stop: () => simulated.stop(),
    replaying: false,
  };
}

/** The path that an evaluation is about: the behaviour, with the state that is being checked or without it. */
export function pathUnder<State>(
  evaluation: Evaluation,
  path: readonly PathState<State>[],
  visiting: PathState<State> | null,
): readonly PathState<State>[] {
  switch (evaluation.kind) {
    case "assumptions":
    case "initial":
    case "postcondition":
    case "periodic":
      return [];
    case "successors":
    case "assertion":
    case "actionConstraints":
    case "actionProperty":
      return path;
    case "possibility":
    case "fingerprints":
    case "constraints":
    case "invariant":
    case "initialProperty":
    case "witness":
      return visiting === null ? path : visiting.action < 0 ? [visiting] : [...path, visiting];
    default:
      return evaluation satisfies never;
  }
}
