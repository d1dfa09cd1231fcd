/** What came out of a run: one value from which every report is made. */
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Span } from "../syntax/source.js";
import type { Value } from "../values/value.js";
import type { Action, Explanation, ProcessInstance, Reduction } from "./evaluator.js";

/** What a run says about its model; `incomplete`: nothing is violated so far, but not everything was seen. */
export type Verdict =
  | "ok"
  | "assumption"
  | "deadlock"
  | "invariant"
  | "assert"
  | "action"
  | "liveness"
  | "postcondition"
  | "error"
  | "incomplete";

/** One state of a behaviour. */
export interface TraceState {
  /** The action that led here; null for the initial state. */
  readonly action: Action | null;
  /** The variables' values, in the model's order. */
  readonly values: readonly Value[];
  /** What the model's ALIAS gives, to be shown instead of the variables; absent where that is nothing. */
  readonly alias?: readonly { readonly name: string; readonly value: Value }[];
}

/** How often an invariant was false, and which of its conjuncts. */
export interface Falsified {
  readonly invariant: string;
  /** States checked in which it was false. */
  readonly states: number;
  /** The conjuncts of the invariant, in the order of its text, and in how many of those states each was false. */
  readonly conjuncts: readonly { readonly text: string; readonly span: Span; readonly states: number }[];
}

/** What became of one action in a search. */
export interface ActionCoverage {
  readonly action: Action;
  /** Successors that the action gave. */
  readonly taken: number;
  /** Of these, states never seen before. */
  readonly found: number;
}

/** One step of a behaviour as plain data: enough to rebuild it, in another thread too. See `retrace`. */
export interface PathStep {
  /** Index of the action that leads here; -1 for the initial state. */
  readonly action: number;
  /** The state's fingerprint. */
  readonly low: number;
  readonly high: number;
}

/** How far the search went, and what bounded it. */
export type Stop =
  /** Every reachable state (within the constraints) was seen. */
  | { readonly kind: "complete" }
  /** Ended at the first violation. */
  | { readonly kind: "violation" }
  | { readonly kind: "maxStates"; readonly limit: number }
  | { readonly kind: "timeout"; readonly seconds: number }
  | { readonly kind: "interrupted" }
  | { readonly kind: "memory" }
  /** The spec asked for an end, by `TLCSet("exit", TRUE)`. */
  | { readonly kind: "exit" }
  /** One random behaviour: `quiesce run`. */
  | { readonly kind: "walk"; readonly steps: number }
  /** So many random behaviours, all that were asked for: `quiesce check --simulate`. */
  | { readonly kind: "simulated"; readonly traces: number };

/** What a simulation did; see explore/simulate.ts. */
export interface SimulationReport {
  readonly seed: number;
  /** Behaviours taken, the last one perhaps not to its end. */
  readonly traces: number;
  /** Steps of a behaviour at most. */
  readonly depth: number;
  readonly choose: "action" | "successor";
  /** Whether only the states gone through were checked. */
  readonly generate: boolean;
  /** States of the longest behaviour. */
  readonly longest: number;
  /** Steps of a behaviour on average. */
  readonly meanSteps: number;
}

/** One way in which a model fails, and the behaviour that shows it. */
export interface Violation {
  readonly verdict: Exclude<Verdict, "ok" | "incomplete">;
  /**
   * The invariant, property, assumption or postcondition (also the one whose evaluation failed), or the condition asked
   * now and then (an assumption); else null. A property that initial states or steps violate has the verdict "action".
   */
  readonly property: string | null;
  readonly trace: readonly TraceState[];
  /** The same behaviour by its fingerprints; empty where there is no trace. */
  readonly path: readonly PathStep[];
  readonly loopStart: number | null;
  readonly explanation: Explanation | null;
  /** Evaluation errors and failed assertions. */
  readonly error: Diagnostic | null;
  /** The action under way when an error came up or an assertion failed: its step leads out of the last state. */
  readonly action?: Action | null;
}

/** All that a search or a walk came to. */
export interface Result {
  readonly verdict: Verdict;
  /** The violations found, first one first; more than one only with `--continue`. */
  readonly violations: readonly Violation[];
  readonly stop: Stop;
  readonly states: {
    readonly initial: number;
    readonly generated: number;
    readonly distinct: number;
    /** States on the longest shortest path, as TLC counts it. */
    readonly depth: number;
    /** Found but not explored when the search ended. */
    readonly queue: number;
  };
  readonly seconds: number;
  readonly engine: "reference" | "compiled";
  readonly workers: number;
  /** The process instances of the model, those that take no step too. */
  readonly instances: readonly ProcessInstance[];
  readonly coverage: readonly ActionCoverage[];
  /** `length`: states of the shortest behaviour that reaches it; null if never reached. */
  readonly witnesses: readonly { readonly name: string; readonly length: number | null }[];
  /** Left sides of invariants `A => B`, and whether a state was found where one is true. */
  readonly antecedents: readonly {
    readonly invariant: string;
    readonly text: string;
    readonly reached: boolean;
  }[];
  /** Whether some CPU's store buffer was full in some state: its stores may have had to wait. */
  readonly bufferFull: boolean;
  /** Why states that differ were taken for one; null: they never were. */
  readonly reduction: Reduction | null;
  /** Invariants that were false in some state, if all of them were counted (`SearchOptions.tally`); else empty. */
  readonly falsified: readonly Falsified[];
  /** Chance that two states were taken for one, as TLC estimates it; null if states are kept exactly. */
  readonly collisionProbability: number | null;
  readonly warnings: readonly Diagnostic[];
  /** The states that a walk went through (`quiesce run`), the violating one included; absent for a search. */
  readonly behaviour?: readonly TraceState[];
  /** Of a simulation: how it chose, and how far it went. Its `states.distinct` says nothing. */
  readonly simulation?: SimulationReport;
}

/** The part of a result that only a search can fill, where there was none, or it was ended from outside. */
export function nothingFound(): Omit<Result, "verdict" | "violations" | "stop" | "states" | "seconds"> {
  return {
    engine: "reference",
    workers: 1,
    instances: [],
    coverage: [],
    witnesses: [],
    antecedents: [],
    bufferFull: false,
    reduction: null,
    falsified: [],
    collisionProbability: null,
    warnings: [],
  };
}
