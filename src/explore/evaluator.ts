/**
 * What the search asks of an evaluator. The search knows neither syntax nor values: a state is whatever the
 * evaluator says it is. The reference evaluator implements this on immutable values; a compiled one on packed words.
 */
import type { Core, StepInfo } from "../semantics/core.js";
import type { ProcessInfo } from "../semantics/model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Span } from "../syntax/source.js";
import type { Value } from "../values/value.js";
import type { SearchView } from "./search-view.js";

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
  /** The conjuncts of the formula, where it is a conjunction of several. */
  readonly conjuncts?: readonly ConjunctValue[];
  /** Where the conjunct is a `\E` that nothing satisfies: the elements tried. */
  readonly tried?: Tried;
}

/** Whether one conjunct of a formula holds; null: it has no value, or was not asked. */
export interface ConjunctValue {
  /** Its source text on one line; of a definition's name the name. */
  readonly text: string;
  readonly span: Span;
  readonly holds: boolean | null;
}

/** What a `\E` tried in vain. */
export interface Tried {
  /** How many elements there are; null: too many to count. */
  readonly all: number | null;
  /** The first ones, and why each is none. */
  readonly shown: readonly { readonly bound: readonly Part[]; readonly why: Explanation }[];
}

/** Why an action leads nowhere: where one way of taking it ends. */
export interface Obstacle {
  /** A conjunct is false; a variable would get a value that is not wanted; an evaluation failed. */
  readonly kind: "false" | "differs" | "error";
  /** How many conjuncts were true before, on this way. */
  readonly passed: number;
  /** What was chosen on this way: elements of `\E`. */
  readonly bound: readonly Part[];
  /** The conjunct that stands in the way. */
  readonly why: Explanation;
  /** `differs`: the variable's index and the value that it would get. */
  readonly given: { readonly variable: number; readonly value: Value } | null;
  readonly error: Diagnostic | null;
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

/** Why states that differ may count as one. */
export interface Reduction {
  /** Permutations of model values that make no difference. */
  readonly symmetry: {
    /** The set that the configuration names. */
    readonly name: string;
    /** The model values that take each other's place. */
    readonly values: readonly string[];
    /** The number of permutations in the group, the identity included. */
    readonly permutations: number;
    /** The number of those that the configuration's set has itself. */
    readonly given: number;
    /** Whether that set has all of the group, but perhaps the identity; else the rest was added. */
    readonly complete: boolean;
  } | null;
  /** States in which it has the same value count as one. */
  readonly view: string | null;
}

/**
 * A model that can be executed. Its methods throw EvaluationError where a formula has no value, or none that is a
 * Boolean.
 *
 * A state belongs to whoever it was emitted to: the evaluator neither changes nor reuses it afterwards, and whoever
 * keeps it must not change it, since states may share parts with each other. That holds for what `values` gives, too.
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
  /** What properties ask of initial states and of steps: each has the name of its property. */
  readonly initialProperties: readonly string[];
  readonly actionProperties: readonly string[];
  /** What some state, or some step, must satisfy. */
  readonly possible: readonly { readonly name: string; readonly ofSteps: boolean }[];
  readonly postconditions: readonly string[];
  /** The name of the condition that is asked now and then; null if there is none. */
  readonly periodic: string | null;
  /** Null: every state counts. */
  readonly reduction: Reduction | null;
  /** What was noticed when the model was made ready, to be told with the result. */
  readonly warnings: readonly Diagnostic[];
  /** Left sides of invariants of the form `A => B`: where none is ever true, the invariant says nothing. */
  readonly antecedents: readonly { readonly invariant: number; readonly text: string }[];

  /**
   * How many states composed actions (`A \cdot B`) have gone through between their two steps so far, while successors
   * were sought: TLC counts these as generated.
   */
  readonly passed: number;

  /** Tells on whose behalf is evaluated from now on, for specs that ask. Gives what it was before. */
  attach(view: SearchView<State> | null): SearchView<State> | null;
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
  /** Whether an initial state satisfies initial property `index`. */
  initialProperty(index: number, state: State): boolean;
  /** Whether a step satisfies action property `index`. */
  actionProperty(index: number, state: State, next: State): boolean;
  /** Whether a state, or the step from it to `next`, is one that possibility `index` asks for. */
  possibility(index: number, state: State, next: State | null): boolean;
  /** Whether postcondition `index` holds; it speaks of no state. */
  postcondition(index: number): boolean;
  /** Whether the condition asked now and then holds; true if there is none. */
  periodicHolds(): boolean;
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
  /**
   * A 64-bit fingerprint, mixed well: out[0] low, out[1] high word. Equal states have equal fingerprints, and so have
   * those that `reduction` takes for one.
   */
  fingerprint(state: State, out: Uint32Array): void;
  /**
   * Whether fingerprints tell all states apart from now on, whatever `reduction` says: a behaviour that is no search's
   * is looked at state by state. Gives what held before.
   */
  distinguish(all: boolean): boolean;
  /** Whether two states give every variable the same value. */
  equal(a: State, b: State): boolean;
  /** The variables' values, in order. */
  values(state: State): readonly Value[];
  /**
   * What is shown instead of the variables of a state in a behaviour that goes on with `next` (with itself, if it ends
   * there); null if that is the variables. Throws EvaluationError as if it were evaluated in a step.
   */
  alias(state: State, next: State): readonly { readonly name: string; readonly value: Value }[] | null;
  /** The reason why initial property `index` is false in a state. */
  explainInitial(index: number, state: State): Explanation;
  /** The reason why action property `index` is false of a step. */
  explainStep(index: number, state: State, next: State): Explanation;
  /** The reason why an invariant is false in a state. */
  explain(invariant: number, state: State): Explanation;

  // Expressions over the model's names that are none of its formulas: what a scripted run says.

  /** The value of an expression in a state; null: of one of constant level. */
  value(expression: Core, state: State | null): Value;
  /** Whether a predicate holds in a state. */
  holds(predicate: Core, state: State): boolean;
  /** The reason why a predicate is false in a state. */
  blame(predicate: Core, state: State): Explanation;

  /**
   * Why an action leads from a state to none that is wanted; null: why no initial state is.
   * @param wanted whether a variable, by its index, may get a value; absent: any value
   * @returns one obstacle for each way that was tried, at most `OBSTACLES`, the one that got furthest first; empty where
   *   a way leads through
   */
  obstacles(
    state: State | null,
    action: number | null,
    wanted?: (variable: number, value: Value) => boolean,
  ): readonly Obstacle[];
}

/** Ways that are looked at to say why an action leads nowhere. */
export const OBSTACLES = 1000;
