/** What the library's functions are asked for. */
import type { Action } from "../explore/evaluator.js";
import type { Host, Progress } from "../explore/host.js";
import type { SearchObserver } from "../explore/observer.js";
import type { TraceState } from "../explore/result.js";
import type { SimulateOptions } from "../explore/simulate.js";
import type { ModuleFinder } from "../modules/load.js";
import type { MemoryModel } from "../modules/memory-model.js";
import type { Model } from "../semantics/model.js";
import type { Value } from "../values/index.js";

/** A text with the name that messages call it by. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Which model is meant: a text, what it extends, and what its constants are. */
export interface ModelOptions {
  /** The text of a `.qsc` spec or of a TLA+ module. */
  readonly text: string;
  /** What messages call it; a module `M` should be called `M.tla`. Default: `spec.qsc`. */
  readonly name?: string | undefined;
  /** Finds the modules that it extends; without it only the standard ones are there. */
  readonly find?: ModuleFinder | undefined;
  /** A TLC configuration. */
  readonly config?: NamedText | undefined;
  readonly scenario?: string | undefined;
  readonly patch?: string | undefined;
  /** What a store to a `shared var` does; if absent, as the scenario or the spec has it, else `sc`. */
  readonly memory?: MemoryModel | undefined;
  /** How many stores a CPU's buffer holds; if absent, as the scenario or the spec has it. */
  readonly buffer?: number | undefined;
  /** Values of constants, as expressions; they win over all others. */
  readonly sets?: readonly { readonly name: string; readonly expr: string }[] | undefined;
  /** Check only these invariants, properties and witnesses (none: []), and deadlock only if `deadlock` is true. */
  readonly properties?: readonly string[] | undefined;
  /** A definition of the spec: states in which it has the same value count as one, as VIEW in a `.cfg` says. */
  readonly view?: string | undefined;
  /** Leave temporal properties unchecked, with a warning, rather than refuse them. */
  readonly safetyOnly?: boolean | undefined;
  /** Whether a state without successors is a violation; if absent, as the spec has it. */
  readonly deadlock?: boolean | undefined;
  /** Clock, interrupts and the like; the default takes what every JavaScript engine has, and prints nowhere. */
  readonly host?: Host | undefined;
}

export interface CheckOptions extends ModelOptions {
  /** Go on after violations; each property is reported once, with its shortest counterexample. */
  readonly continue?: boolean | undefined;
  /** Stop before more than this many distinct states are kept. */
  readonly maxStates?: number | undefined;
  /** Stop after this time. */
  readonly timeoutSeconds?: number | undefined;
  /** Called a few times a second, and where there is news: initial states, violations, the end of the search. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Given the model and its actions once, told of every initial state and step that the search sees from then on. */
  readonly onGraph?:
    | ((model: Model, actions: readonly Action[]) => SearchObserver<readonly Value[]>)
    | undefined;
}

/** What is to be checked of a spec that is loaded already. */
export type VariantOptions<Options extends ModelOptions = CheckOptions> = Omit<Options, "text" | "find">;

export interface SimulationOptions
  extends ModelOptions,
    Pick<CheckOptions, "continue" | "timeoutSeconds" | "onProgress"> {
  /** The same seed gives the same behaviours. Default: 1. */
  readonly seed?: number | undefined;
  /** Behaviours to take at most. Default: 1000. */
  readonly traces?: number | undefined;
  /** Steps of a behaviour at most. Default: 100. */
  readonly depth?: number | undefined;
  /** How a step is chosen. Default: by action. */
  readonly choose?: SimulateOptions["choose"] | undefined;
  /** Check only the states gone through. */
  readonly generate?: boolean | undefined;
  /** Called with every behaviour that came to its end without a violation, its number from 1, and the model. */
  readonly onTrace?: ((trace: readonly TraceState[], number: number, model: Model) => void) | undefined;
}
