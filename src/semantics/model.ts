/** A model: a module's meaning together with what is to be checked of it. Evaluators are built from this. */
import type { MemoryModel } from "../modules/memory-model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Span } from "../syntax/source.js";
import type { Constant, Core, Definition, Variable } from "./core.js";

/** A formula with the name that the user knows it by. */
export interface NamedFormula {
  readonly name: string;
  readonly body: Core;
  readonly span: Span;
}

/** A process of a `.qsc` spec, for reports. */
export interface ProcessInfo {
  readonly name: string;
  /** One instance (`process p = e`) or one per element (`process p \in S`). */
  readonly many: boolean;
  /** The identity, or the set of identities: constant level. */
  readonly identity: Core;
  /** The local that says which CPU it runs on; null: a CPU of its own, named by its identity. */
  readonly cpu: Variable | null;
  readonly anchor: string | null;
  readonly span: Span;
}

/** The memory model that a model was made for. */
export interface MemoryInfo {
  readonly model: MemoryModel;
  /** How many stores a CPU's buffer holds; without meaning under `sc`. */
  readonly buffer: number;
  /** The spec's `shared` variables, by the names that the user knows. */
  readonly shared: readonly string[];
  /** The variable that holds the buffers; null under `sc`, or if nothing is shared. */
  readonly variable: Variable | null;
}

/** A scripted run: a chosen interleaving. */
export interface Run {
  readonly name: string;
  readonly title: string | null;
  readonly items: readonly RunItem[];
  readonly span: Span;
}

export type RunItem =
  | { readonly kind: "start"; readonly where: Core; readonly text: string; readonly span: Span }
  | {
      readonly kind: "step";
      /** The process (or procedure) that the step is one of; "memory" for a flush; null: an action of a plain module. */
      readonly process: string | null;
      /** The instance's identity, or the CPU of a flush: constant level; null if not said. */
      readonly self: Core | null;
      readonly step: string;
      /** Arguments of a plain module's action: constant level. */
      readonly args: readonly Core[];
      /** Which of the states that it may lead to are meant. */
      readonly where: Core | null;
      /** As written, on one line. */
      readonly text: string;
      readonly span: Span;
    }
  | { readonly kind: "assert"; readonly condition: Core; readonly text: string; readonly span: Span }
  /** An item that means nothing in this variant of the spec, because of what a patch or a scenario changes. */
  | { readonly kind: "meaningless"; readonly error: Diagnostic; readonly text: string; readonly span: Span };

export interface Model {
  /** The root module's name. */
  readonly name: string;
  readonly constants: readonly Constant[];
  readonly variables: readonly Variable[];
  /** Every definition of the root module by name, for `why`, watch expressions and the like. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Null where there is no behaviour to explore: only the assumptions are checked. */
  readonly behaviour: {
    readonly init: Core;
    readonly next: Core;
    /** What the specification says beyond Init /\ [][Next]_v: fairness. Kept for liveness. */
    readonly fairness: readonly Core[];
  } | null;
  readonly assumptions: readonly NamedFormula[];
  readonly invariants: readonly NamedFormula[];
  /** State predicates of which each must hold in some reachable state. */
  readonly witnesses: readonly NamedFormula[];
  readonly constraints: readonly NamedFormula[];
  readonly actionConstraints: readonly NamedFormula[];
  /** What properties ask of initial states. */
  readonly initialProperties: readonly NamedFormula[];
  /** What properties ask of steps: formulas `[A]_v`, and conjunctions of them. */
  readonly actionProperties: readonly NamedFormula[];
  /** What properties ask of whole behaviours, left unanswered for now. */
  readonly properties: readonly NamedFormula[];
  /** What some state, or some step, must satisfy. */
  readonly possible: readonly (NamedFormula & { readonly ofSteps: boolean })[];
  /** Asked once the search is over. */
  readonly postconditions: readonly NamedFormula[];
  /** Asked now and then while the search goes on; where it is false the search ends. */
  readonly periodic: NamedFormula | null;
  /** A set of permutations of model values: states that differ by one of those that they generate count as one. */
  readonly symmetry: NamedFormula | null;
  /** States in which it has the same value count as one. */
  readonly view: NamedFormula | null;
  /** What is shown of each state of a counterexample: a record, that may speak of the next state too. */
  readonly alias: NamedFormula | null;
  readonly checkDeadlock: boolean;
  readonly processes: readonly ProcessInfo[];
  readonly memory: MemoryInfo;
  readonly runs: readonly Run[];
  /** The kernel version (or commit) that the spec says it models. */
  readonly kernel: string | null;
  /** Found while the model was made, e.g. a constant never used. */
  readonly warnings: readonly Diagnostic[];
}
