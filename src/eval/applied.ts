/**
 * Names whose values are about to be applied: `f[3]` computes no more of f than its value for 3, also where f is a
 * name for a function literal (in TLC: EvalControl.KeepLazy).
 */
import { EvaluationError } from "../explore/evaluator.js";
import type { Core } from "../semantics/core.js";
import { type Value, ValueError } from "../values/index.js";
import { bindingValue, callDefinition } from "./calls.js";
import { type Env, enterCall, localDefinition, lookup, type PartialState, Thunk } from "./environment.js";
import type { Interpreter } from "./interpreter.js";

type State = PartialState | null;

/** The value of a definition's use. Throws what its body throws. */
export function appliedDefinition(
  interpreter: Interpreter,
  core: Extract<Core, { kind: "call" }>,
  env: Env | null,
  state: State,
  next: State,
): Value {
  const { definition, args } = core;
  if (definition.recursive) return callDefinition(interpreter, definition, args, env, state, next);
  const { params, body } = definition;
  if (definition.scope === "local") {
    const local = localDefinition(env, definition);
    if (local.thunk !== null) return applied(interpreter, local.thunk, state, next);
    return interpreter.lazyValue(body, enterCall(params, args, env, local.env), state, next);
  }
  if (params.length > 0) return interpreter.lazyValue(body, enterCall(params, args, env, null), state, next);
  if (definition.level > 0) return interpreter.lazyValue(body, null, state, next);
  try {
    return callDefinition(interpreter, definition, args, env, state, next);
  } catch (thrown) {
    if (thrown instanceof EvaluationError || thrown instanceof ValueError) {
      // Perhaps it has the value that is asked for nevertheless.
      return interpreter.lazyValue(body, null, state, next);
    }
    throw thrown;
  }
}

/** The value of a bound name's use. Throws what its binding throws. */
export function appliedLocal(
  interpreter: Interpreter,
  core: Extract<Core, { kind: "local" }>,
  env: Env | null,
  state: State,
  next: State,
): Value {
  const binding = lookup(env, core.local);
  if (binding instanceof Thunk) return applied(interpreter, binding, state, next);
  return bindingValue(interpreter, core, env, state, next);
}

function applied(interpreter: Interpreter, thunk: Thunk, state: State, next: State): Value {
  const kept = thunk.cachedApplied(state, next);
  if (kept !== undefined) return kept;
  const value = interpreter.lazyValue(thunk.body, thunk.env, state, next);
  if (typeof value === "object" && value.kind === "lazyFunction") thunk.keepApplied(value, state, next);
  else thunk.keep(value, state, next);
  return value;
}
