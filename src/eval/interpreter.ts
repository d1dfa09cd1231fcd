/**
 * The reference evaluator's expressions: the meaning of Core, as directly as it can be written.
 *
 * Every method takes the surroundings (`env`), the current state and, in actions, the next state; both may be
 * partial while initial or next states are being found. `prime` evaluates its body with the next state as the
 * current one ("Specifying Systems", 16.2.3: x' is the value of x in the second state of a step).
 */
import {
  type Constant,
  type Core,
  type CoreArgument,
  type CoreBound,
  type Definition,
  isOperatorArgument,
  type Local,
} from "../semantics/core.js";
import {
  apply,
  enumerate,
  equal,
  filterSet,
  functionSet,
  isSet,
  kindOf,
  makeRecord,
  makeSet,
  makeTuple,
  productSet,
  recordSet,
  TupleValue,
  type Value,
} from "../values/index.js";
import {
  type Binding,
  bindArgument,
  Closure,
  Env,
  enterCall,
  enterLet,
  LocalDefinition,
  localDefinition,
  lookup,
  type PartialState,
  Thunk,
} from "./environment.js";
import { evaluationError, shorten, sourceLine } from "./errors.js";
import { exceptFunction, functionLiteral } from "./functions.js";
import type { NativeArgument, NativeContext } from "./natives/index.js";
import {
  asBoolean,
  builtinOperator,
  connective,
  isConnective,
  native,
  unboundedMessage,
} from "./operators.js";
import type { Reads } from "./remembered.js";

type State = PartialState | null;

/** Looks for next states: what ENABLED needs of the enumeration of successors. */
export interface ActionSearch {
  /** Whether some next state makes the action true. */
  enabled(interpreter: Interpreter, action: Core, env: Env | null, state: PartialState | null): boolean;
}

export class Interpreter {
  /** The expression whose operator is being applied, for errors thrown by values. */
  at: Core | null = null;
  /** The surroundings of `at`. */
  atEnv: Env | null = null;

  /** Takes down what an evaluation depends on, if somebody wants to know. */
  reads: Reads | null = null;

  private readonly constants = new Map<Constant | Definition, Value>();

  constructor(
    private readonly context: NativeContext,
    private readonly search: ActionSearch,
  ) {}

  /** The value of an expression. Throws EvaluationError, or ValueError at the expression `at`. */
  value(core: Core, env: Env | null, state: State, next: State): Value {
    switch (core.kind) {
      case "literal":
        return core.value;
      case "variable": {
        const value = state === null ? undefined : state[core.variable.index];
        if (value === undefined) throw this.unassigned(core, core.variable.display, env);
        if (this.reads !== null) this.reads.add(core.variable.index);
        return value;
      }
      case "local":
        return this.binding(lookup(env, core.local), core, env, state, next);
      case "constant":
        return this.constant(core.constant, core.args, env, state, next);
      case "call":
        return this.call(core.definition, core.args, env, state, next);
      case "builtin":
        return this.builtin(core, env, state, next);
      case "native": {
        const args = core.args.map((argument) => this.nativeArgument(argument, env, state, next));
        this.place(core, env);
        return native(core.key).apply(args, this.context);
      }
      case "and":
        for (const item of core.items) if (!this.boolean(item, env, state, next)) return false;
        return true;
      case "or":
        for (const item of core.items) if (this.boolean(item, env, state, next)) return true;
        return false;
      case "if":
        return this.boolean(core.condition, env, state, next)
          ? this.value(core.then, env, state, next)
          : this.value(core.else, env, state, next);
      case "case":
        return this.value(this.chosenArm(core, env, state, next), env, state, next);
      case "let":
        return this.value(core.body, enterLet(core.definitions, env), state, next);
      case "quantifier": {
        const exists = core.quantifier === "exists";
        const found = this.eachBinding(
          core.bounds,
          env,
          state,
          next,
          (inner) => this.boolean(core.body, inner, state, next) === exists,
        );
        return found === exists;
      }
      case "choose": {
        let chosen: Value | undefined;
        this.eachElement(core.bound, env, state, next, (element, inner) => {
          if (!this.boolean(core.body, inner, state, next)) return false;
          chosen = element;
          return true;
        });
        if (chosen !== undefined) return chosen;
        throw evaluationError("E006", "no element of the set satisfies this CHOOSE", core, env, [
          "guard it with an IF or make sure that a candidate exists",
        ]);
      }
      case "unbounded":
        throw evaluationError("E004", unboundedMessage(core.what), core, env, [
          "give the set to look in, e.g. `x \\in S` with a finite S",
        ]);
      case "setEnumeration": {
        const items = core.items.map((item) => this.value(item, env, state, next));
        this.place(core, env);
        return makeSet(items);
      }
      case "setFilter": {
        const set = this.value(core.bound.set, env, state, next);
        this.place(core.bound.set, env);
        return filterSet(set, (element) =>
          this.boolean(core.predicate, this.bindElement(core.bound, element, env), state, next),
        );
      }
      case "setMap": {
        const items: Value[] = [];
        this.eachBinding(core.bounds, env, state, next, (inner) => {
          items.push(this.value(core.body, inner, state, next));
          return false;
        });
        this.place(core, env);
        return makeSet(items);
      }
      case "function":
        return functionLiteral(this, core, env, state, next, false);
      case "functionSet": {
        const from = this.value(core.domain, env, state, next);
        const to = this.value(core.range, env, state, next);
        this.place(core, env);
        return functionSet(from, to);
      }
      case "record":
        return makeRecord(
          core.fields.map((field) => [field.name, this.value(field.value, env, state, next)]),
        );
      case "recordSet": {
        const fields = core.fields.map(
          (field) => [field.name, this.value(field.set, env, state, next)] as [string, Value],
        );
        this.place(core, env);
        return recordSet(fields);
      }
      case "except":
        return exceptFunction(this, core, env, state, next);
      case "apply": {
        const fn = this.lazyValue(core.fn, env, state, next);
        const arg = this.value(core.arg, env, state, next);
        this.place(core, env);
        return apply(fn, arg);
      }
      case "tuple":
        return makeTuple(core.items.map((item) => this.value(item, env, state, next)));
      case "product": {
        const factors = core.factors.map((factor) => this.value(factor, env, state, next));
        this.place(core, env);
        return productSet(factors);
      }
      case "prime":
        return this.prime(core.body, core, env, next);
      case "unchanged":
        return this.unchanged(core.body, env, state, next);
      case "enabled":
        // The search for next states looks at the state in ways of its own.
        if (this.reads !== null) this.reads.opaque = true;
        return this.search.enabled(this, core.action, env, state);
      case "actionBox": {
        const unchanged = () => this.unchanged(core.subscript, env, state, next);
        return core.form === "box"
          ? this.boolean(core.action, env, state, next) || unchanged()
          : this.boolean(core.action, env, state, next) && !unchanged();
      }
      case "temporal":
      case "fairness":
        throw evaluationError("E008", "a temporal formula has no value in a single state", core, env, [
          "invariants, guards and constraints may use state operators only; temporal formulas belong to a property",
        ]);
      case "unsupported":
        throw evaluationError("E010", `${core.what} cannot be evaluated`, core, env);
      default:
        return core satisfies never;
    }
  }

  /** The value of a formula. Throws E001 if it is no Boolean. */
  boolean(core: Core, env: Env | null, state: State, next: State): boolean {
    return asBoolean(this.value(core, env, state, next), core, env);
  }

  /**
   * The value of an expression that is about to be applied: a function literal then computes only what is asked of it.
   */
  private lazyValue(core: Core, env: Env | null, state: State, next: State): Value {
    switch (core.kind) {
      case "function":
        return functionLiteral(this, core, env, state, next, true);
      case "let":
        return this.lazyValue(core.body, enterLet(core.definitions, env), state, next);
      case "call":
        if (core.definition.params.length > 0 && core.definition.scope === "global") {
          return this.lazyValue(
            core.definition.body,
            enterCall(core.definition.params, core.args, env, null),
            state,
            next,
          );
        }
        return this.value(core, env, state, next);
      default:
        return this.value(core, env, state, next);
    }
  }

  /** Remembers where a value operation is about to be applied. */
  place(core: Core, env: Env | null): void {
    this.at = core;
    this.atEnv = env;
  }

  /** The arm of a CASE whose guard is true, the first one in the text's order as TLC takes it. */
  chosenArm(core: Extract<Core, { kind: "case" }>, env: Env | null, state: State, next: State): Core {
    for (const arm of core.arms) if (this.boolean(arm.guard, env, state, next)) return arm.body;
    if (core.other !== null) return core.other;
    throw evaluationError("E007", "no arm of this CASE is true, and it has no OTHER", core, env);
  }

  /**
   * Calls `visit` with every way of binding the bounds' names, in order, until it answers true.
   * @returns whether it did
   */
  eachBinding(
    bounds: readonly CoreBound[],
    env: Env | null,
    state: State,
    next: State,
    visit: (inner: Env | null) => boolean,
  ): boolean {
    const sets = bounds.map((bound) => this.setOf(bound.set, env, state, next));
    const descend = (index: number, inner: Env | null): boolean => {
      if (index === bounds.length) return visit(inner);
      const bound = bounds[index]!;
      for (const element of this.elementsOf(sets[index]!, bound.set, env)) {
        if (descend(index + 1, this.bindElement(bound, element, inner))) return true;
      }
      return false;
    };
    return descend(0, env);
  }

  /** The value of an expression that must be a set. */
  private setOf(core: Core, env: Env | null, state: State, next: State): Value {
    const set = this.value(core, env, state, next);
    if (isSet(set)) return set;
    throw evaluationError("E003", `a set was expected here, but this is ${kindOf(set)}`, core, env, [
      `the value of \`${sourceLine(core.span, 80)}\` is ${shorten(set)}`,
    ]);
  }

  /** The elements of a set, in order; a large one is not listed as a whole. Throws if it is infinite. */
  private elementsOf(set: Value, core: Core, env: Env | null): Iterable<Value> {
    this.place(core, env);
    return enumerate(set);
  }

  /** Binds a bound's name, or its tuple of names, to an element. */
  bindElement(bound: CoreBound, element: Value, env: Env | null): Env | null {
    if (!bound.destructure) return new Env(bound.locals[0]!, element, env);
    if (!(element instanceof TupleValue) || element.items.size !== bound.locals.length) {
      throw evaluationError(
        "E011",
        `tuples of length ${bound.locals.length} were expected, but the set has the element ${shorten(element)}`,
        bound.set,
        env,
      );
    }
    let inner = env;
    for (let i = 0; i < bound.locals.length; i++)
      inner = new Env(bound.locals[i]!, element.items.get(i)!, inner);
    return inner;
  }

  /** Whether an expression has the same value in both states. */
  unchanged(core: Core, env: Env | null, state: State, next: State): boolean {
    const before = this.value(core, env, state, null);
    const after = this.prime(core, core, env, next);
    this.place(core, env);
    return equal(before, after);
  }

  /** Applies an operator that was passed as an argument. */
  applyOperator(closure: Closure, args: readonly Binding[], core: Core, state: State, next: State): Value {
    const { operator, env } = closure;
    const bind = (params: readonly Local[], scope: Env | null): Env | null => {
      let inner = scope;
      for (let i = 0; i < params.length; i++) inner = new Env(params[i]!, args[i]!, inner);
      return inner;
    };
    switch (operator.kind) {
      case "lambda":
        return this.value(operator.body, bind(operator.params, env), state, next);
      case "operatorDefinition": {
        const { definition } = operator;
        const scope = definition.scope === "local" ? localDefinition(env, definition).env : null;
        return this.value(definition.body, bind(definition.params, scope), state, next);
      }
      case "operatorLocal":
        return this.applyOperator(lookup(env, operator.local) as Closure, args, core, state, next);
      case "operatorBuiltin": {
        const { op } = operator;
        const value = (i: number) => this.binding(args[i]!, core, env, state, next);
        if (isConnective(op)) {
          return connective(
            op,
            () => asBoolean(value(0), core, env),
            () => asBoolean(value(1), core, env),
          );
        }
        const left = value(0);
        const right = args.length > 1 ? value(1) : undefined;
        this.place(core, env);
        return builtinOperator(op, left, right);
      }
      case "operatorNative": {
        const given = args.map((argument) => this.binding(argument, core, env, state, next));
        this.place(core, env);
        return native(operator.key).apply(given, this.context);
      }
      case "operatorConstant": {
        const { binding } = operator.constant;
        if (binding.kind === "value") return binding.value;
        return this.value(binding.definition.body, bind(binding.definition.params, null), state, next);
      }
      default:
        return operator satisfies never;
    }
  }

  private prime(body: Core, core: Core, env: Env | null, next: State): Value {
    if (next === null) {
      throw evaluationError(
        "E012",
        "a primed expression has no value here: there is no next state",
        core,
        env,
        ["primes belong into actions; a state predicate speaks of one state only"],
      );
    }
    if (body.kind === "variable" && next[body.variable.index] === undefined) {
      throw this.unassigned(core, `${body.variable.display}'`, env);
    }
    return this.value(body, env, next, null);
  }

  private unassigned(core: Core, name: string, env: Env | null): Error {
    return evaluationError("E002", `${name} has no value yet where it is used`, core, env, [
      `formulas are evaluated from left to right: put \`${name} = ...\` or \`${name} \\in ...\` before this place`,
    ]);
  }

  private binding(binding: Binding, core: Core, env: Env | null, state: State, next: State): Value {
    if (binding instanceof Thunk) {
      const kept = binding.cached(state, next);
      if (kept !== undefined) return kept;
      const value = this.value(binding.body, binding.env, state, next);
      binding.keep(value, state, next);
      return value;
    }
    if (binding instanceof Closure) {
      const args = core.kind === "local" ? core.args.map((argument) => bindArgument(argument, env)) : [];
      return this.applyOperator(binding, args, core, state, next);
    }
    if (binding instanceof LocalDefinition) throw new Error("a LET definition is called, not read");
    return binding;
  }

  private constant(
    constant: Constant,
    args: readonly CoreArgument[],
    env: Env | null,
    state: State,
    next: State,
  ): Value {
    const { binding } = constant;
    if (binding.kind === "value") return binding.value;
    return this.call(binding.definition, args, env, state, next);
  }

  private call(
    definition: Definition,
    args: readonly CoreArgument[],
    env: Env | null,
    state: State,
    next: State,
  ): Value {
    if (definition.scope === "local") {
      const local = localDefinition(env, definition);
      if (local.thunk !== null) return this.binding(local.thunk, definition.body, env, state, next);
      return this.value(definition.body, enterCall(definition.params, args, env, local.env), state, next);
    }
    if (definition.params.length > 0) {
      return this.value(definition.body, enterCall(definition.params, args, env, null), state, next);
    }
    if (definition.level > 0) return this.value(definition.body, null, state, next);
    let value = this.constants.get(definition);
    if (value === undefined) {
      value = this.value(definition.body, null, state, next);
      this.constants.set(definition, value);
    }
    return value;
  }

  private builtin(
    core: Extract<Core, { kind: "builtin" }>,
    env: Env | null,
    state: State,
    next: State,
  ): Value {
    const [first, second] = core.args;
    if (isConnective(core.op)) {
      return connective(
        core.op,
        () => this.boolean(first!, env, state, next),
        () => this.boolean(second!, env, state, next),
      );
    }
    const left = this.value(first!, env, state, next);
    const right = second === undefined ? undefined : this.value(second, env, state, next);
    this.place(core, env);
    return builtinOperator(core.op, left, right);
  }

  private eachElement(
    bound: CoreBound,
    env: Env | null,
    state: State,
    next: State,
    visit: (element: Value, inner: Env | null) => boolean,
  ): void {
    const set = this.setOf(bound.set, env, state, next);
    for (const element of this.elementsOf(set, bound.set, env)) {
      if (visit(element, this.bindElement(bound, element, env))) return;
    }
  }

  private nativeArgument(argument: CoreArgument, env: Env | null, state: State, next: State): NativeArgument {
    if (!isOperatorArgument(argument)) return this.value(argument, env, state, next);
    const closure = bindArgument(argument, env) as Closure;
    const core = this.at;
    return (...args: Value[]) => this.applyOperator(closure, args, core as Core, state, next);
  }
}
