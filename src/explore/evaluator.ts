/**
 * What the search asks of an evaluator. The search knows neither syntax nor values: a state is whatever the
 * evaluator says it is. The reference evaluator implements this on immutable values; a compiled one on packed words.
 */
import type { Core, StepInfo } from "../semantics/core.js";
import type { ProcessInfo } from "../semantics/model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Span } from "../syntax/source.js";
import type { Value } from "../values/value.js";

/**
 * One way in which Next can be true: a disjunct with its constant-bounded quantifiers instantiated.
 * The list is the same for every evaluator of a model and in the order of the spec's text.
 */
export interface Action {
  /** Position in `Evaluator.actions`. */
  readonly index: number;
  /** Name of the innermost definition that holds the disjunct, e.g. `take` or `Send`; `Next` if there is none inside. */
  readonly name: string;
  /** Values of the quantified names on the way and of the definition's parameters, outermost first. */
  readonly bindings: readonly { readonly name: string; readonly value: Value }[];
  readonly step: StepInfo | null;
  /** The one of `Evaluator.instances` that takes the step (a procedure's step: the one that called it), if one does. */
  readonly instance: ProcessInstance | null;
  readonly span: Span;
}

/** One process instance of a spec: `umount`, or one of a process that has many. */
export interface ProcessInstance {
  readonly process: ProcessInfo;
  /** Its identity. */
  readonly self: Value;
  /** What the user calls it, e.g. `umount` or `closer["aio"]`. */
  readonly name: string;
}

/** The value of one part of a formula in a state. */
export interface Part {
  /** The part's source text, on one line. */
  readonly text: string;
  readonly value: Value;
}

/** Why a Boolean formula is false: the conjunct to blame and what its parts are worth. */
export interface Explanation {
  readonly conjunct: string;
  readonly span: Span;
  readonly parts: readonly Part[];
}

/**
 * An error while evaluating: what the user sees is the diagnostic, whose notes hold the expression's values.
 * `kind` says what the verdict is.
 */
export class EvaluationError extends Error {
  constructor(
    readonly kind: "error" | "assert",
    readonly diagnostic: Diagnostic,
    /** The action under way, if the error came up in a step. */
    readonly action: number | null = null,
  ) {
    super(diagnostic.message);
    this.name = "EvaluationError";
  }
}

/**
 * A model that can be executed. Its methods throw EvaluationError where a formula has no value, or none that is a
 * Boolean.
 */
export interface Evaluator<State> {
  readonly engine: "reference" | "compiled";
  readonly variables: readonly { readonly name: string; readonly display: string }[];
  readonly actions: readonly Action[];
  /** The process instances in the order of the spec's text; empty for a plain module. */
  readonly instances: readonly ProcessInstance[];
  /** Names of the formulas, by the index used below. */
  readonly assumptions: readonly string[];
  readonly invariants: readonly string[];
  readonly witnesses: readonly string[];
  /** Left sides of invariants of the form `A => B`: where none is ever true, the invariant says nothing. */
  readonly antecedents: readonly { readonly invariant: number; readonly text: string }[];

  /** Index of the first false assumption, or -1. */
  falseAssumption(): number;
  /** Gives every initial state, once per way of finding it (duplicates included, as TLC counts). */
  initial(emit: (state: State) => void): void;
  /**
   * Gives every successor, once per way of finding it, with the index of the action taken.
   * @param failed if given, a false assertion is told here, each time that it is met, instead of being thrown, and the
   *   way of taking the step that it stands in leads nowhere; all others are still given.
   */
  successors(
    state: State,
    emit: (next: State, action: number) => void,
    failed?: (assertion: EvaluationError) => void,
  ): void;
  /** Gives the successors by one action alone; assertions in others are not evaluated. As `successors` otherwise. */
  take(
    state: State,
    action: number,
    emit: (next: State) => void,
    failed?: (assertion: EvaluationError) => void,
  ): void;
  /** Whether invariant `index` holds. */
  invariant(index: number, state: State): boolean;
  /** Whether a state is one that witness `index` asks for. */
  witness(index: number, state: State): boolean;
  /** Whether the left side `index` of an invariant is true; false, too, where it has no value. Throws nothing. */
  antecedent(index: number, state: State): boolean;
  /** Whether some CPU's store buffer is full; false where there are none. */
  bufferFull(state: State): boolean;
  /** False: the state is counted but neither kept nor explored. */
  withinConstraints(state: State): boolean;
  /** False: the step is counted, but the state that it leads to is neither kept nor explored on its account. */
  withinActionConstraints(state: State, next: State): boolean;
  /** A 64-bit fingerprint, mixed well: out[0] low, out[1] high word. Equal states have equal fingerprints. */
  fingerprint(state: State, out: Uint32Array): void;
  /** Whether two states give every variable the same value. */
  equal(a: State, b: State): boolean;
  /** The variables' values, in order. */
  values(state: State): readonly Value[];
  /** The reason why an invariant is false in a state. */
  explain(invariant: number, state: State): Explanation;

  // Expressions over the model's names that are none of its formulas: what a scripted run says.

  /** The value of an expression in a state; null: of one of constant level. */
  value(expression: Core, state: State | null): Value;
  /** Whether a predicate holds in a state. */
  holds(predicate: Core, state: State): boolean;
  /** The reason why a predicate is false in a state. */
  blame(predicate: Core, state: State): Explanation;
}
