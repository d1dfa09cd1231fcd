/** What came of a scripted run. */
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Value } from "../values/value.js";
import type { Action, Explanation, ProcessInstance } from "./evaluator.js";
import type { PathStep, TraceState } from "./result.js";

/** A behaviour that does all that the script says, or how far it got and why no further. */
export type RunResult =
  | {
      readonly kind: "reached";
      readonly trace: readonly TraceState[];
      readonly path: readonly PathStep[];
    }
  | {
      readonly kind: "stopped";
      /** Index of the item that could not be done; -1: not even the start, which the script does not mention. */
      readonly item: number;
      readonly reason: NotDone;
      /**
       * A behaviour up to that item; with the step that `whereFalse` is about. Empty if there is none.
       * Where the process stands is seen in its last state.
       */
      readonly trace: readonly TraceState[];
      readonly path: readonly PathStep[];
    };

/** Why an item of a script could not be done. */
export type NotDone =
  /** An assumption is false: without it the model means nothing. */
  | { readonly kind: "assumption"; readonly name: string }
  /** There is no initial state (explanation null), or none in which the condition holds. */
  | { readonly kind: "noStart"; readonly explanation: Explanation | null }
  /** No instance of the process has this identity; those that there are. */
  | {
      readonly kind: "noInstance";
      readonly process: string;
      readonly self: Value;
      readonly instances: readonly ProcessInstance[];
    }
  /** No CPU of this name has stores to show; those that have. */
  | { readonly kind: "noCpu"; readonly cpu: Value; readonly cpus: readonly Value[] }
  /** Nothing takes such a step; the steps that the process (or the module) has. */
  | { readonly kind: "noStep"; readonly steps: readonly string[] }
  /** The model has that action, but some of its arguments are only known while it is taken: `where` has to tell. */
  | { readonly kind: "argumentsOpen"; readonly known: number }
  /** The model has the action, but not with these arguments. */
  | { readonly kind: "noArguments"; readonly actions: readonly Action[] }
  /** Stores take effect at once: nothing is shared, or the memory model is `sc`. */
  | { readonly kind: "noMemory" }
  /** The CPU (if none was named: every CPU) has no store that could become visible. */
  | { readonly kind: "nothingBuffered" }
  /** The step cannot be taken here. `instance`: who would take it; `possible`: what can be taken instead. */
  | {
      readonly kind: "notEnabled";
      readonly instance: ProcessInstance | null;
      readonly possible: readonly Action[];
    }
  /** The step leads only to states in which the condition is false; the explanation is about the last state. */
  | { readonly kind: "whereFalse"; readonly explanation: Explanation | null }
  /** The assertion is false in the last state. */
  | { readonly kind: "false"; readonly explanation: Explanation | null }
  /** An evaluation failed, or an assertion that the step itself makes; `action`: the step under way. */
  | {
      readonly kind: "error";
      readonly verdict: "error" | "assert";
      readonly error: Diagnostic;
      readonly action: Action | null;
    }
  /** The script leaves more open than can be followed. */
  | { readonly kind: "tooMany"; readonly states: number }
  | { readonly kind: "interrupted" };
