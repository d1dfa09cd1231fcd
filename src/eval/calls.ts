/** Names that stand for something applied: definitions, bound operators, arguments, native operators. */
import {
  type Constant,
  type Core,
  type CoreArgument,
  type Definition,
  isOperatorArgument,
  type Local,
} from "../semantics/core.js";
import type { Value } from "../values/index.js";
import {
  type Binding,
  bindArgument,
  Closure,
  Env,
  enterCall,
  LocalDefinition,
  localDefinition,
  lookup,
  type PartialState,
  Thunk,
} from "./environment.js";
import type { Interpreter } from "./interpreter.js";
import type { NativeArgument } from "./natives/index.js";
import { asBoolean, builtinOperator, connective, isConnective, native } from "./operators.js";
import { leaving } from "./recursion.js";

type State = PartialState | null;

/** The value of a definition's use. Throws what its body throws. */
export function callDefinition(
  interpreter: Interpreter,
  definition: Definition,
  args: readonly CoreArgument[],
  env: Env | null,
  state: State,
  next: State,
): Value {
  const { params } = definition;
  if (definition.scope === "local") {
    const local = localDefinition(env, definition);
    if (local.thunk !== null) return force(interpreter, local.thunk, state, next);
    return enter(interpreter, definition, enterCall(params, args, env, local.env), state, next);
  }
  if (params.length > 0)
    return enter(interpreter, definition, enterCall(params, args, env, null), state, next);
  if (definition.level > 0) return enter(interpreter, definition, null, state, next);
  const known = interpreter.constants.get(definition);
  if (known !== undefined) return known;
  const { asked } = interpreter;
  const value = enter(interpreter, definition, null, state, next);
  if (interpreter.asked === asked) interpreter.constants.set(definition, value);
  return value;
}

/** The value of a definition's body, its parameters bound in `env`. Throws TooDeep for a recursion without end. */
function enter(
  interpreter: Interpreter,
  definition: Definition,
  env: Env | null,
  state: State,
  next: State,
): Value {
  if (!definition.recursive) return interpreter.value(definition.body, env, state, next);
  try {
    return interpreter.value(definition.body, env, state, next);
  } catch (thrown) {
    throw leaving(thrown, () => useOf(definition, env));
  }
}

/** A use of a recursive operator, for `leaving`. */
export function useOf({ name, params, span }: Definition, env: Env | null) {
  return { name, brackets: "()", params, env, span } as const;
}

/** The value of a constant, or of an operator that stands for one. Throws what its body throws. */
export function callConstant(
  interpreter: Interpreter,
  { binding }: Constant,
  args: readonly CoreArgument[],
  env: Env | null,
  state: State,
  next: State,
): Value {
  if (binding.kind === "value") return binding.value;
  return callDefinition(interpreter, binding.definition, args, env, state, next);
}

/** The value of a bound name, with arguments if it is an operator. */
export function bindingValue(
  interpreter: Interpreter,
  core: Extract<Core, { kind: "local" }>,
  env: Env | null,
  state: State,
  next: State,
): Value {
  const binding = lookup(env, core.local);
  if (typeof binding !== "object") return binding;
  if (binding instanceof Thunk) return force(interpreter, binding, state, next);
  if (binding instanceof Closure) {
    const args = core.args.map((argument) => bindArgument(argument, env));
    return applyOperator(interpreter, binding, args, core, state, next);
  }
  if (binding instanceof LocalDefinition) throw new Error("a LET definition is called, not read");
  return binding;
}

/** The value of an expression that waited until it was needed. Throws what it throws. */
export function force(interpreter: Interpreter, thunk: Thunk, state: State, next: State): Value {
  const kept = thunk.cached(state, next);
  if (kept !== undefined) return kept;
  const value = interpreter.value(thunk.body, thunk.env, state, next);
  thunk.keep(value, state, next);
  return value;
}

/** The value of a native operator's use. Throws ValueError where it has none. */
export function callNative(
  interpreter: Interpreter,
  core: Extract<Core, { kind: "native" }>,
  env: Env | null,
  state: State,
  next: State,
): Value {
  const keeps = core.key === "Naturals!.." || core.key === "TLC!TLCEval";
  const kept = keeps ? interpreter.closed.get(core) : null;
  if (kept !== undefined && kept !== null) return kept;
  const operator = native(core.key);
  const args: NativeArgument[] = [];
  for (const argument of core.args) {
    if (isOperatorArgument(argument)) args.push(operatorOf(interpreter, argument, env, core, state, next));
    else if (operator.lazy?.includes(args.length))
      args.push(() => interpreter.value(argument, env, state, next));
    else args.push(interpreter.value(argument, env, state, next));
  }
  interpreter.place(core, env);
  interpreter.atState = state;
  interpreter.atNext = next;
  const value = operator.apply(args, interpreter.context);
  if (kept === undefined) interpreter.closed.keep(core, value);
  return value;
}

/** An operator argument as a function of values. */
function operatorOf(
  interpreter: Interpreter,
  argument: CoreArgument,
  env: Env | null,
  core: Core,
  state: State,
  next: State,
): NativeArgument {
  const closure = bindArgument(argument, env) as Closure;
  return (...args: Value[]) => applyOperator(interpreter, closure, args, core, state, next);
}

/** Applies an operator that was passed as an argument. Throws what its body throws. */
export function applyOperator(
  interpreter: Interpreter,
  closure: Closure,
  args: readonly Binding[],
  core: Core,
  state: State,
  next: State,
): Value {
  const { operator, env } = closure;
  switch (operator.kind) {
    case "lambda":
      return interpreter.value(operator.body, bindAll(operator.params, args, env), state, next);
    case "operatorDefinition": {
      const { definition } = operator;
      const scope = definition.scope === "local" ? localDefinition(env, definition).env : null;
      return enter(interpreter, definition, bindAll(definition.params, args, scope), state, next);
    }
    case "operatorLocal":
      return applyOperator(interpreter, lookup(env, operator.local) as Closure, args, core, state, next);
    case "operatorBuiltin": {
      const { op } = operator;
      const value = (i: number) => argumentValue(interpreter, args[i]!, state, next);
      if (isConnective(op)) {
        return connective(
          op,
          () => asBoolean(value(0), core, env),
          () => asBoolean(value(1), core, env),
        );
      }
      const left = value(0);
      const right = args.length > 1 ? value(1) : undefined;
      interpreter.place(core, env);
      return builtinOperator(op, left, right);
    }
    case "operatorNative": {
      const given = args.map(
        (argument, i): NativeArgument =>
          argument instanceof Closure
            ? (...values: Value[]) => applyOperator(interpreter, argument, values, core, state, next)
            : native(operator.key).lazy?.includes(i)
              ? () => argumentValue(interpreter, argument, state, next)
              : argumentValue(interpreter, argument, state, next),
      );
      interpreter.place(core, env);
      interpreter.atState = state;
      interpreter.atNext = next;
      return native(operator.key).apply(given, interpreter.context);
    }
    case "operatorConstant": {
      const { binding } = operator.constant;
      if (binding.kind === "value") return binding.value;
      const { definition } = binding;
      return enter(interpreter, definition, bindAll(definition.params, args, null), state, next);
    }
    default:
      return operator satisfies never;
  }
}

function bindAll(params: readonly Local[], args: readonly Binding[], scope: Env | null): Env | null {
  let inner = scope;
  for (let i = 0; i < params.length; i++) inner = new Env(params[i]!, args[i]!, inner);
  return inner;
}

/** The value of an argument that is no operator. */
function argumentValue(interpreter: Interpreter, binding: Binding, state: State, next: State): Value {
  if (binding instanceof Thunk) return force(interpreter, binding, state, next);
  if (binding instanceof Closure || binding instanceof LocalDefinition)
    throw new Error("an operator stands where a value is needed");
  return binding;
}
