/**
 * What bound names stand for while an expression is evaluated: an immutable chain of bindings, innermost first.
 * A binding that was captured (by a lazy function, an operator, a continuation) never changes, which is what
 * makes branching on disjunctions and lazily evaluated arguments safe.
 */
import {
  type Core,
  type CoreArgument,
  type Definition,
  isOperatorArgument,
  type Local,
  type OperatorArgument,
} from "../semantics/core.js";
import type { Value } from "../values/value.js";

/** A state as the evaluator sees it: a value per variable, undefined where none is assigned yet. */
export type PartialState = readonly (Value | undefined)[];

/**
 * An expression that is evaluated when it is needed: an operator's argument or a LET definition without parameters.
 * Its last value is kept together with the states that it was evaluated in; states are never changed in place,
 * so their identity is enough to tell whether the value is still good.
 */
export class Thunk {
  private value: Value | undefined;
  private state: PartialState | null | undefined;
  private next: PartialState | null | undefined;

  constructor(
    readonly body: Core,
    readonly env: Env | null,
  ) {}

  /** A function given by a rule, kept for those who only apply it; others need all of its values. */
  private applied: Value | undefined;
  private appliedState: PartialState | null | undefined;
  private appliedNext: PartialState | null | undefined;

  /** The function kept for these states by `keepApplied`, or the value, if there is one. */
  cachedApplied(state: PartialState | null, next: PartialState | null): Value | undefined {
    const { applied } = this;
    if (applied !== undefined && this.appliedState === state && this.appliedNext === next) return applied;
    return this.cached(state, next);
  }

  keepApplied(applied: Value, state: PartialState | null, next: PartialState | null): void {
    this.applied = applied;
    this.appliedState = state;
    this.appliedNext = next;
  }

  /** The value kept for these states, if there is one. */
  cached(state: PartialState | null, next: PartialState | null): Value | undefined {
    return this.value !== undefined && this.state === state && this.next === next ? this.value : undefined;
  }

  /** The value that it had last, in whatever states; for messages. */
  get latest(): Value | undefined {
    return this.value;
  }

  keep(value: Value, state: PartialState | null, next: PartialState | null): void {
    this.value = value;
    this.state = state;
    this.next = next;
  }
}

/** An operator together with the surroundings that it was written in. */
export class Closure {
  constructor(
    readonly operator: OperatorArgument,
    readonly env: Env | null,
  ) {}
}

/**
 * A LET definition; `env` holds all definitions of its LET, itself included.
 * One without parameters is evaluated when it is needed, and kept.
 */
export class LocalDefinition {
  env: Env | null = null;
  thunk: Thunk | null = null;
}

export type Binding = Value | Thunk | Closure | LocalDefinition;

/** One link of the chain. The key is the `Local` or the LET's `Definition`, compared by identity. */
export class Env {
  constructor(
    readonly key: Local | Definition,
    readonly binding: Binding,
    readonly outer: Env | null,
  ) {}
}

/** A bound name was met outside of what binds it. */
export class UnboundName extends Error {}

/**
 * What a name is bound to.
 * @throws UnboundName if it is not: the elaborator resolved it wrongly, a bug of the tool; or a part of an expression
 *   was evaluated that has no value on its own.
 */
export function lookup(env: Env | null, key: Local | Definition): Binding {
  for (let link = env; link !== null; link = link.outer) if (link.key === key) return link.binding;
  throw new UnboundName(`the name ${key.name} is not bound where it is used`);
}

/**
 * What a use of a LET definition refers to.
 * @throws Error if its name is bound to anything else, a bug of the tool
 */
export function localDefinition(env: Env | null, definition: Definition): LocalDefinition {
  const binding = lookup(env, definition);
  if (binding instanceof LocalDefinition) return binding;
  throw new Error(`${definition.name} is bound to something that is no definition`);
}

/**
 * Binds an argument where it is used. Names and literals are bound at once; other expressions wait until they
 * are needed, since an argument that is never used may have no value.
 */
export function bindArgument(argument: CoreArgument, env: Env | null): Binding {
  if (isOperatorArgument(argument)) {
    return argument.kind === "operatorLocal" ? lookup(env, argument.local) : new Closure(argument, env);
  }
  if (argument.kind === "literal") return argument.value;
  if (argument.kind === "local" && argument.args.length === 0) return lookup(env, argument.local);
  return new Thunk(argument, env);
}

/** The surroundings of a definition's body: its parameters bound to the arguments of a use in `env`. */
export function enterCall(
  params: readonly Local[],
  args: readonly CoreArgument[],
  env: Env | null,
  scope: Env | null,
): Env | null {
  let inner = scope;
  for (let i = 0; i < params.length; i++) inner = new Env(params[i]!, bindArgument(args[i]!, env), inner);
  return inner;
}

/** The surroundings of a LET's body. */
export function enterLet(definitions: readonly Definition[], env: Env | null): Env | null {
  let inner = env;
  const locals: LocalDefinition[] = [];
  for (const definition of definitions) {
    const local = new LocalDefinition();
    locals.push(local);
    inner = new Env(definition, local, inner);
  }
  for (let i = 0; i < locals.length; i++) {
    const local = locals[i]!;
    local.env = inner;
    const { params, body } = definitions[i]!;
    if (params.length === 0) local.thunk = new Thunk(body, inner);
  }
  return inner;
}
