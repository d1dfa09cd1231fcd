/** A breadth-first search under way, as the spec sees it that is being evaluated. */
import type { Evaluator } from "./evaluator.js";
import { type Evaluation, type PathState, rebuild } from "./replay.js";
import type { PathStep, Result } from "./result.js";
import type { SearchView } from "./search-view.js";

/** What a search tells about itself at any moment. */
export interface Running<State> {
  readonly evaluator: Evaluator<State>;
  readonly checkDeadlock: boolean;
  /** What is being evaluated. */
  evaluation(): Evaluation;
  /** States on the path to a state that is being found now. */
  level(): number;
  states(): Result["states"];
  seconds(): number;
  /** The path to the state whose successors are being found, or to the one that was found and is being checked. */
  path(which: "parent" | "found"): readonly PathStep[];
  /** The first counterexample found; null before it is known, and if there is none. */
  counterexample(): ReturnType<SearchView<State>["counterexample"]>;
  /** Ends the search when it next looks up. */
  stop(): void;
}

/** Where an evaluation happens: before there are states, in a state that is being expanded, or in one just found. */
function placeOf(evaluation: Evaluation): "none" | "parent" | "found" {
  switch (evaluation.kind) {
    case "assumptions":
    case "initial":
    case "postcondition":
    case "periodic":
      return "none";
    case "successors":
    case "assertion":
    case "actionConstraints":
    case "actionProperty":
      return "parent";
    case "fingerprints":
    case "constraints":
    case "invariant":
    case "initialProperty":
    case "witness":
      return "found";
    case "possibility":
      return evaluation.ofSteps ? "parent" : "found";
    default:
      return evaluation satisfies never;
  }
}

/** The view of a search; TLC's names for what it tells. */
export function viewOfSearch<State>(running: Running<State>): SearchView<State> {
  const { evaluator } = running;
  const path = (): readonly PathStep[] => {
    const place = placeOf(running.evaluation());
    return place === "none" ? [] : running.path(place);
  };
  return {
    config: {
      mode: "bfs",
      deadlock: running.checkDeadlock,
      worker: 1,
      seed: "0",
      fingerprint: "0",
      install: "",
    },
    statistics() {
      const { queue, distinct, initial, generated, depth } = running.states();
      const duration = Math.floor(running.seconds());
      // TLC counts a level before there is a state.
      return { queue, distinct, initial, generated, diameter: Math.max(1, depth), duration, worker: 0 };
    },
    get level() {
      const place = placeOf(running.evaluation());
      return place === "none" ? 0 : place === "parent" ? running.level() - 1 : running.level();
    },
    get action() {
      return path().at(-1)?.action ?? -1;
    },
    trace: (): readonly PathState<State>[] => rebuild(evaluator, path()),
    counterexample: () => running.counterexample(),
    stop: () => running.stop(),
    replaying: false,
  };
}
