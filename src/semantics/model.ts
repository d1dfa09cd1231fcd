/** A model: a module's meaning together with what is to be checked of it. Evaluators are built from this. */
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
  readonly anchor: string | null;
  readonly span: Span;
}

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
  /** Temporal properties, unanswered for now. */
  readonly properties: readonly NamedFormula[];
  readonly checkDeadlock: boolean;
  readonly processes: readonly ProcessInfo[];
  /** Found while the model was made, e.g. a constant never used. */
  readonly warnings: readonly Diagnostic[];
}
