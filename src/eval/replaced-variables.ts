/** States in which variables that an instance has replaced have values of their own; see `ReplacedVariable`. */
import type { Core, ReplacedVariable } from "../semantics/core.js";
import type { Value } from "../values/index.js";
import type { Env, PartialState } from "./environment.js";
import type { Interpreter } from "./interpreter.js";

/** The state with the replaced variables' values in it behind the others. Throws what their evaluation throws. */
export function withReplaced(
  interpreter: Interpreter,
  replaced: readonly ReplacedVariable[],
  env: Env | null,
  state: PartialState,
): PartialState {
  if (replaced.length === 0) return state;
  const copy: (Value | undefined)[] = [...state];
  for (const { variable, value } of replaced) {
    while (copy.length <= variable.index) copy.push(undefined);
    copy[variable.index] = interpreter.value(value, env, state, null);
  }
  return copy;
}

/** That the replaced variables' expressions have in the next state the values that their variables have in `state`. */
export function agreement(replaced: readonly ReplacedVariable[], state: PartialState): Core[] {
  return replaced.flatMap(({ variable, value }): Core[] => {
    const wanted = state[variable.index];
    if (wanted === undefined) return [];
    const { span } = value;
    const next: Core = { kind: "prime", body: value, span };
    return [{ kind: "builtin", op: "=", args: [next, { kind: "literal", value: wanted, span }], span }];
  });
}
