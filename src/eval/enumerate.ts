/**
 * Finding initial and next states: Init and Next read as programs, from left to right, as TLC reads them
 * ("Specifying Systems", 14.2.6). A conjunction goes on with its next part for every way of making the parts
 * before it true; a disjunction, `\E`, IF, CASE, LET and operator uses branch; `x' = e` and `x' \in S` assign where
 * x' has no value yet, and are tests where it has one.
 *
 * A state is found once per way of making the formula true, so a guard with two true disjuncts gives it twice. Once
 * every variable has a value, what is left of a conjunction is only tested: it cannot give more states. Both are
 * TLC's rules (tlc2.tool.impl.Tool, getNextStates), kept so that the numbers of generated states agree.
 */
import type { Core, Variable } from "../semantics/core.js";
import {
  AssertionFailure,
  contains,
  elements,
  enumerate,
  equal,
  FiniteSet,
  isSet,
  powerset,
  type Value,
} from "../values/index.js";
import {
  Closure,
  type Env,
  enterCall,
  enterLet,
  localDefinition,
  lookup,
  type PartialState,
  Thunk,
} from "./environment.js";
import type { ActionSearch, Interpreter } from "./interpreter.js";

/** What is still to be made true, after the formula at hand. */
interface Rest {
  readonly kind: "formula" | "unchanged" | "changed";
  readonly core: Core;
  readonly env: Env | null;
  readonly rest: Rest | null;
}

/** Called with each state found, some variables perhaps without a value; answers true to stop looking. */
type Found = (state: PartialState) => boolean;

/** Called with a failed assertion, right where it was evaluated; the way it was met on leads nowhere. */
type Failed = (assertion: AssertionFailure) => void;

/** Gives every initial state of a formula. Throws EvaluationError or ValueError. */
export function enumerateInitial(
  interpreter: Interpreter,
  init: Core,
  variables: number,
  found: Found,
): boolean {
  return new Enumeration(interpreter, null, found, null).way(init, null, null, nothingAssigned(variables));
}

/**
 * Gives every state that an action leads to from `state`. Throws EvaluationError or ValueError; a failed assertion
 * only if nobody is told of it.
 */
export function enumerateNext(
  interpreter: Interpreter,
  action: Core,
  env: Env | null,
  state: PartialState,
  found: Found,
  failed: Failed | null,
): boolean {
  return new Enumeration(interpreter, state, found, failed).way(
    action,
    env,
    null,
    nothingAssigned(state.length),
  );
}

/** ENABLED: an action is enabled if some next state is found; which one does not matter. */
export const actionSearch: ActionSearch = {
  enabled: (interpreter, action, env, state) =>
    enumerateNext(interpreter, action, env, state ?? [], () => true, null),
};

/** States without values, by their number of variables: no state is changed in place, so one is enough. */
const nothing: PartialState[] = [];

function nothingAssigned(variables: number): PartialState {
  nothing[variables] ??= new Array<Value | undefined>(variables).fill(undefined);
  return nothing[variables];
}

function assign(state: PartialState, variable: Variable, value: Value): PartialState {
  const copy = state.slice();
  copy[variable.index] = value;
  return copy;
}

class Enumeration {
  constructor(
    private readonly interpreter: Interpreter,
    /** The state that a step starts in; null while initial states are sought. */
    private readonly from: PartialState | null,
    private readonly found: Found,
    private readonly failed: Failed | null,
  ) {}

  /** As `formula`, for one of several ways on: an assertion that fails ends this one alone. */
  way(core: Core, env: Env | null, rest: Rest | null, to: PartialState): boolean {
    if (this.failed === null) return this.formula(core, env, rest, to);
    try {
      return this.formula(core, env, rest, to);
    } catch (thrown) {
      return this.lost(thrown, this.failed);
    }
  }

  /** As `proceed`, for one of several values. */
  private wayOn(rest: Rest | null, to: PartialState): boolean {
    if (this.failed === null) return this.proceed(rest, to);
    try {
      return this.proceed(rest, to);
    } catch (thrown) {
      return this.lost(thrown, this.failed);
    }
  }

  private lost(thrown: unknown, failed: Failed): false {
    if (!(thrown instanceof AssertionFailure)) throw thrown;
    failed(thrown);
    return false;
  }

  /** Makes `core` true in every way, then `rest`; `to` is the state being built. Answers true to stop. */
  private formula(core: Core, env: Env | null, rest: Rest | null, to: PartialState): boolean {
    switch (core.kind) {
      case "and": {
        let after = rest;
        for (let i = core.items.length - 1; i > 0; i--) {
          after = { kind: "formula", core: core.items[i]!, env, rest: after };
        }
        return this.formula(core.items[0]!, env, after, to);
      }
      case "or":
        for (const item of core.items) if (this.way(item, env, rest, to)) return true;
        return false;
      case "quantifier":
        return core.quantifier === "exists"
          ? this.exists(core, env, rest, to)
          : this.forall(core, env, rest, to);
      case "if":
        return this.formula(this.boolean(core.condition, env, to) ? core.then : core.else, env, rest, to);
      case "case": {
        const [state, next] = this.states(to);
        return this.formula(this.interpreter.chosenArm(core, env, state, next), env, rest, to);
      }
      case "let":
        return this.formula(core.body, enterLet(core.definitions, env), rest, to);
      case "call": {
        const { definition } = core;
        if (definition.scope === "global") {
          // A constant has one value, which the interpreter keeps; TLC too evaluates it before the search.
          if (definition.level === 0 && definition.params.length === 0) return this.test(core, env, rest, to);
          return this.formula(definition.body, enterCall(definition.params, core.args, env, null), rest, to);
        }
        const local = localDefinition(env, definition);
        return this.formula(
          definition.body,
          enterCall(definition.params, core.args, env, local.env),
          rest,
          to,
        );
      }
      case "constant": {
        const { binding } = core.constant;
        if (binding.kind === "value") return this.test(core, env, rest, to);
        const { params, body } = binding.definition;
        return this.formula(body, enterCall(params, core.args, env, null), rest, to);
      }
      case "local":
        return this.local(core, env, rest, to);
      case "builtin":
        switch (core.op) {
          case "=>":
            return this.boolean(core.args[0]!, env, to)
              ? this.formula(core.args[1]!, env, rest, to)
              : this.proceed(rest, to);
          case "=":
          case "\\in":
          case "\\subseteq":
            return this.relation(core, env, rest, to);
          default:
            return this.test(core, env, rest, to);
        }
      case "unchanged":
        return this.from === null ? this.test(core, env, rest, to) : this.unchanged(core.body, env, rest, to);
      case "actionBox":
        if (this.from === null) return this.test(core, env, rest, to);
        if (core.form === "angle") {
          return this.formula(core.action, env, { kind: "changed", core: core.subscript, env, rest }, to);
        }
        return this.way(core.action, env, rest, to) || this.unchanged(core.subscript, env, rest, to);
      default:
        return this.test(core, env, rest, to);
    }
  }

  /** Goes on with what is left to be made true. */
  private proceed(rest: Rest | null, to: PartialState): boolean {
    if (rest === null) return this.found(to);
    if (!to.includes(undefined)) return this.testAll(rest, to);
    switch (rest.kind) {
      case "formula":
        return this.formula(rest.core, rest.env, rest.rest, to);
      case "unchanged":
        return this.unchanged(rest.core, rest.env, rest.rest, to);
      case "changed": {
        const [state, next] = this.states(to);
        return this.interpreter.unchanged(rest.core, rest.env, state, next)
          ? false
          : this.proceed(rest.rest, to);
      }
      default:
        return rest.kind satisfies never;
    }
  }

  /** Every variable has a value: the rest is a test. */
  private testAll(rest: Rest, to: PartialState): boolean {
    const [state, next] = this.states(to);
    for (let left: Rest | null = rest; left !== null; left = left.rest) {
      const holds =
        left.kind === "formula"
          ? this.interpreter.boolean(left.core, left.env, state, next)
          : this.interpreter.unchanged(left.core, left.env, state, next) === (left.kind === "unchanged");
      if (!holds) return false;
    }
    return this.found(to);
  }

  private test(core: Core, env: Env | null, rest: Rest | null, to: PartialState): boolean {
    return this.boolean(core, env, to) ? this.proceed(rest, to) : false;
  }

  private exists(
    core: Extract<Core, { kind: "quantifier" }>,
    env: Env | null,
    rest: Rest | null,
    to: PartialState,
  ): boolean {
    const [state, next] = this.states(to);
    return this.interpreter.eachBinding(core.bounds, env, state, next, (inner) =>
      this.way(core.body, inner, rest, to),
    );
  }

  /** A bounded `\A` is the conjunction of its instances. */
  private forall(
    core: Extract<Core, { kind: "quantifier" }>,
    env: Env | null,
    rest: Rest | null,
    to: PartialState,
  ): boolean {
    const [state, next] = this.states(to);
    const instances: (Env | null)[] = [];
    this.interpreter.eachBinding(core.bounds, env, state, next, (inner) => {
      instances.push(inner);
      return false;
    });
    if (instances.length === 0) return this.proceed(rest, to);
    let after = rest;
    for (let i = instances.length - 1; i > 0; i--) {
      after = { kind: "formula", core: core.body, env: instances[i]!, rest: after };
    }
    return this.formula(core.body, instances[0]!, after, to);
  }

  /** A name: an argument that may itself be an action, or an operator parameter applied. */
  private local(
    core: Extract<Core, { kind: "local" }>,
    env: Env | null,
    rest: Rest | null,
    to: PartialState,
  ): boolean {
    const binding = lookup(env, core.local);
    if (binding instanceof Thunk) return this.formula(binding.body, binding.env, rest, to);
    if (!(binding instanceof Closure)) return this.test(core, env, rest, to);
    const { operator } = binding;
    switch (operator.kind) {
      case "lambda":
        return this.formula(operator.body, enterCall(operator.params, core.args, env, binding.env), rest, to);
      case "operatorDefinition": {
        const { definition } = operator;
        const scope = definition.scope === "local" ? localDefinition(binding.env, definition).env : null;
        return this.formula(definition.body, enterCall(definition.params, core.args, env, scope), rest, to);
      }
      default:
        return this.test(core, env, rest, to);
    }
  }

  /** `x' = e`, `x' \in S`, `x' \subseteq S` (in Init without primes): an assignment or a test. */
  private relation(
    core: Extract<Core, { kind: "builtin" }>,
    env: Env | null,
    rest: Rest | null,
    to: PartialState,
  ): boolean {
    const variable = this.target(core.args[0]!, env);
    if (variable === null) return this.test(core, env, rest, to);
    const [state, next] = this.states(to);
    const old = to[variable.index];
    if (core.op === "\\in" && old === undefined) {
      for (const element of this.candidates(core.args[1]!, env, to)) {
        if (this.wayOn(rest, assign(to, variable, element))) return true;
      }
      return false;
    }
    const right = this.interpreter.value(core.args[1]!, env, state, next);
    this.interpreter.place(core, env);
    if (core.op === "=") {
      if (old === undefined) return this.proceed(rest, assign(to, variable, right));
      return equal(old, right) ? this.proceed(rest, to) : false;
    }
    const set = core.op === "\\in" ? right : powerset(right);
    if (old !== undefined) return contains(set, old) ? this.proceed(rest, to) : false;
    for (const element of enumerate(set)) if (this.wayOn(rest, assign(to, variable, element))) return true;
    return false;
  }

  /**
   * The elements that `x' \in S` tries. Those of a UNION are taken set by set, an element of two sets twice, since TLC
   * does so and counts the states (tlc2.value.impl.UnionValue.Enumerator).
   */
  private candidates(core: Core, env: Env | null, to: PartialState): Iterable<Value> {
    const [state, next] = this.states(to);
    const united = operandOfUnion(core, env);
    if (united !== null) {
      const sets = this.interpreter.value(united.core, united.env, state, next);
      this.interpreter.place(core, env);
      if (sets instanceof FiniteSet && sets.elements().every(isSet)) return sets.elements().flatMap(elements);
    }
    const set = this.interpreter.value(core, env, state, next);
    this.interpreter.place(core, env);
    return enumerate(set);
  }

  /** The variable that an expression would assign: `x` in Init, `x'` in Next, seen through names that stand for it. */
  private target(core: Core, env: Env | null): Variable | null {
    switch (core.kind) {
      case "variable":
        return this.from === null ? core.variable : null;
      case "prime":
        return this.from === null ? null : this.variable(core.body, env);
      default: {
        const seen = throughNames(core, env);
        return seen === null ? null : this.target(seen.core, seen.env);
      }
    }
  }

  /** The variable that an unprimed expression stands for. */
  private variable(core: Core, env: Env | null): Variable | null {
    if (core.kind === "variable") return core.variable;
    const seen = throughNames(core, env);
    return seen === null ? null : this.variable(seen.core, seen.env);
  }

  private unchanged(core: Core, env: Env | null, rest: Rest | null, to: PartialState): boolean {
    const from = this.from!;
    switch (core.kind) {
      case "variable": {
        const { index } = core.variable;
        const value = to[index];
        if (value === undefined) return this.proceed(rest, assign(to, core.variable, from[index]!));
        this.interpreter.place(core, env);
        return equal(value, from[index]!) ? this.proceed(rest, to) : false;
      }
      case "tuple":
        return this.unchangedTuple(core.items, env, rest, to);
      default: {
        const seen = throughNames(core, env);
        if (seen !== null) return this.unchanged(seen.core, seen.env, rest, to);
        return this.interpreter.unchanged(core, env, from, to) ? this.proceed(rest, to) : false;
      }
    }
  }

  /** Assigns all variables among the items with one copy of the state; other items wait for their turn. */
  private unchangedTuple(
    items: readonly Core[],
    env: Env | null,
    rest: Rest | null,
    to: PartialState,
  ): boolean {
    const from = this.from!;
    let after = rest;
    let copy: (Value | undefined)[] | null = null;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i]!;
      if (item.kind !== "variable") {
        after = { kind: "unchanged", core: item, env, rest: after };
        continue;
      }
      const { index } = item.variable;
      const value = (copy ?? to)[index];
      this.interpreter.place(item, env);
      if (value === undefined) {
        copy ??= to.slice();
        copy[index] = from[index];
      } else if (!equal(value, from[index]!)) return false;
    }
    return this.proceed(after, copy ?? to);
  }

  /** The pair (current, next) in which expressions are evaluated while `to` is being built. */
  private states(to: PartialState): [PartialState, PartialState | null] {
    return this.from === null ? [to, null] : [this.from, to];
  }

  private boolean(core: Core, env: Env | null, to: PartialState): boolean {
    return this.from === null
      ? this.interpreter.boolean(core, env, to, null)
      : this.interpreter.boolean(core, env, this.from, to);
  }
}

/** What a UNION unites, if an expression is one or a name of one; null for everything else. */
function operandOfUnion(core: Core, env: Env | null): { core: Core; env: Env | null } | null {
  if (core.kind === "builtin") return core.op === "UNION" ? { core: core.args[0]!, env } : null;
  const seen = throughNames(core, env);
  return seen === null ? null : operandOfUnion(seen.core, seen.env);
}

/** One step through a name that stands for another expression: a definition without parameters, or an argument. */
function throughNames(core: Core, env: Env | null): { core: Core; env: Env | null } | null {
  switch (core.kind) {
    case "call": {
      if (core.args.length > 0) return null;
      if (core.definition.scope === "global") return { core: core.definition.body, env: null };
      return { core: core.definition.body, env: localDefinition(env, core.definition).env };
    }
    case "local": {
      if (core.args.length > 0) return null;
      const binding = lookup(env, core.local);
      return binding instanceof Thunk ? { core: binding.body, env: binding.env } : null;
    }
    case "let":
      return { core: core.body, env: enterLet(core.definitions, env) };
    case "constant":
      return core.constant.binding.kind === "definition" && core.args.length === 0
        ? { core: core.constant.binding.definition.body, env: null }
        : null;
    default:
      return null;
  }
}
