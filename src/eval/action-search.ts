/** What evaluating an expression needs of the enumeration of next states, which in turn evaluates expressions. */
import type { Core } from "../semantics/core.js";
import type { Env, PartialState } from "./environment.js";
import type { Interpreter } from "./interpreter.js";

/** Looks for next states, for ENABLED and `\cdot`. */
export interface ActionSearch {
  /** Whether some next state makes the action true. */
  enabled(
    interpreter: Interpreter,
    core: Extract<Core, { kind: "enabled" }>,
    env: Env | null,
    state: PartialState | null,
  ): boolean;
  /** Whether a step of one action and then one of another lead from a state to the next. */
  composed(
    interpreter: Interpreter,
    actions: Extract<Core, { kind: "compose" }>,
    env: Env | null,
    state: PartialState | null,
    next: PartialState | null,
  ): boolean;
}
