/**
 * The reference evaluator's expressions: the meaning of Core, as directly as it can be written.
 *
 * Every method takes the surroundings (`env`), the current state and, in actions, the next state; both may be
 * partial while initial or next states are being found. `prime` evaluates its body with the next state as the
 * current one ("Specifying Systems", 16.2.3: x' is the value of x in the second state of a step).
 */
import type { Core, CoreBound, Definition } from "../semantics/core.js";
import {
  apply,
  enumerate,
  equal,
  isSet,
  kindOf,
  refuseEndless,
  TupleValue,
  type Value,
} from "../values/index.js";
import type { ActionSearch } from "./action-search.js";
import { appliedDefinition, appliedLocal } from "./applied.js";
import { bindingValue, callConstant, callDefinition, callNative } from "./calls.js";
import { ClosedForms } from "./closed.js";
import { collection } from "./collections.js";
import { Env, enterLet, type PartialState } from "./environment.js";
import { evaluationError, shorten, sourceLine } from "./errors.js";
import { exceptFunction, functionLiteral, type RuleBody, ruleFor } from "./functions.js";
import type { NativeContext } from "./natives/index.js";
import { asBoolean, builtinOperator, unboundedMessage } from "./operators.js";
import type { Reads } from "./remembered.js";

type State = PartialState | null;

export class Interpreter {
  /** The expression whose operator is being applied, for errors thrown by values. */
  at: Core | null = null;
  /** The surroundings of `at`. */
  atEnv: Env | null = null;

  /** The states in which a native operator is being applied. */
  atState: State = null;
  atNext: State = null;
  /** Whether what is evaluated is primed: it speaks of the state that a step leads to. */
  primed = false;
  /** Counts what was asked of the search and of registers: what such an answer went into is no constant. */
  asked = 0;

  /** States that composed actions went through between their two steps, while successors were sought. */
  passed = 0;

  /** Takes down what an evaluation depends on, if somebody wants to know. */
  reads: Reads | null = null;

  /** The values of constant definitions, each computed once. */
  readonly constants = new Map<Definition, Value>();

  /** The values of expressions that have only one. */
  readonly closed = new ClosedForms();

  constructor(
    readonly context: NativeContext,
    private readonly search: ActionSearch,
  ) {}

  /** The value of an expression. Throws EvaluationError, or ValueError at the expression `at`. */
  value(core: Core, env: Env | null, state: State, next: State): Value {
    switch (core.kind) {
      case "literal":
        return core.value;
      case "variable":
        return this.variable(core, env, state);
      case "local":
        return bindingValue(this, core, env, state, next);
      case "constant":
        return callConstant(this, core.constant, core.args, env, state, next);
      case "call":
        return callDefinition(this, core.definition, core.args, env, state, next);
      case "builtin":
        return this.builtin(core, env, state, next);
      case "native":
        return callNative(this, core, env, state, next);
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
      case "quantifier":
        return this.quantifier(core, env, state, next);
      case "choose":
        return this.choose(core, env, state, next);
      case "unbounded":
        throw evaluationError("E004", unboundedMessage(core.what), core, env, [
          "give the set to look in, e.g. `x \\in S` with a finite S",
        ]);
      case "setEnumeration":
      case "setFilter":
      case "setMap":
      case "functionSet":
      case "record":
      case "recordSet":
      case "tuple":
      case "product":
        return collection(this, core, env, state, next);
      case "function":
        return functionLiteral(this, core, env, state, next, false);
      case "except":
        return exceptFunction(this, core, env, state, next);
      case "apply": {
        const value = this.applied(core, env, state, next);
        // Only who applies it in turn has no need of all its values.
        const rule = typeof value === "object" && value.kind === "lazyFunction" && value.domain.isFinite();
        return rule ? value.canonical() : value;
      }
      case "prime":
        return this.prime(core.body, core, env, next);
      case "unchanged":
        return this.unchanged(core.body, env, state, next);
      case "enabled":
        // The search for next states looks at the state in ways of its own.
        if (this.reads !== null) this.reads.opaque = true;
        return this.search.enabled(this, core, env, state);
      case "compose":
        if (this.reads !== null) this.reads.opaque = true;
        return this.search.composed(this, core, env, state, next);
      case "actionBox":
        return core.form === "box"
          ? this.boolean(core.action, env, state, next) || this.unchanged(core.subscript, env, state, next)
          : this.boolean(core.action, env, state, next) && !this.unchanged(core.subscript, env, state, next);
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

  private variable(core: Extract<Core, { kind: "variable" }>, env: Env | null, state: State): Value {
    const { index } = core.variable;
    const value = state === null ? undefined : state[index];
    if (value === undefined) throw this.unassigned(core, core.variable.display, env);
    if (this.reads !== null) this.reads.add(index);
    return value;
  }

  private quantifier(
    core: Extract<Core, { kind: "quantifier" }>,
    env: Env | null,
    state: State,
    next: State,
  ): boolean {
    const exists = core.quantifier === "exists";
    const { body } = core;
    const decides = (inner: Env | null) => this.boolean(body, inner, state, next) === exists;
    return this.eachBinding(core.bounds, env, state, next, decides) === exists;
  }

  private choose(core: Extract<Core, { kind: "choose" }>, env: Env | null, state: State, next: State): Value {
    const { bound } = core;
    const set = this.setOf(bound.set, env, state, next);
    for (const element of this.elementsOf(set, bound.set, env)) {
      if (this.boolean(core.body, this.bindElement(bound, element, env), state, next)) return element;
    }
    throw evaluationError("E006", "no element of the set satisfies this CHOOSE", core, env, [
      "guard it with an IF or make sure that a candidate exists",
    ]);
  }

  private applied(core: Extract<Core, { kind: "apply" }>, env: Env | null, state: State, next: State): Value {
    const fn = this.lazyValue(core.fn, env, state, next);
    const arg = this.value(core.arg, env, state, next);
    this.place(core, env);
    return apply(fn, arg);
  }

  /**
   * `f[e]` as a formula in Init or Next: where f is given by a rule, that is read on in its place, since TLC finds a
   * state once per way of making it true; else whether it is true.
   */
  ruleApplied(
    core: Extract<Core, { kind: "apply" }>,
    env: Env | null,
    state: State,
    next: State,
  ): RuleBody | boolean {
    const fn = this.lazyValue(core.fn, env, state, next);
    const arg = this.value(core.arg, env, state, next);
    this.place(core, env);
    return ruleFor(fn, arg) ?? asBoolean(apply(fn, arg), core, env);
  }

  /**
   * The value of an expression that is about to be applied, or that a recursive function is for some argument, and so
   * may need itself: a function literal then computes only what is asked of it.
   */
  lazyValue(core: Core, env: Env | null, state: State, next: State): Value {
    switch (core.kind) {
      case "function":
        return functionLiteral(this, core, env, state, next, true);
      case "let":
        return this.lazyValue(core.body, enterLet(core.definitions, env), state, next);
      case "if":
        return this.boolean(core.condition, env, state, next)
          ? this.lazyValue(core.then, env, state, next)
          : this.lazyValue(core.else, env, state, next);
      case "case":
        return this.lazyValue(this.chosenArm(core, env, state, next), env, state, next);
      case "apply":
        return this.applied(core, env, state, next);
      case "call":
        return appliedDefinition(this, core, env, state, next);
      case "local":
        return appliedLocal(this, core, env, state, next);
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
   * @param all whether it never will: then sets are refused that are too large to be gone through
   * @returns whether it did
   */
  eachBinding(
    bounds: readonly CoreBound[],
    env: Env | null,
    state: State,
    next: State,
    visit: (inner: Env | null) => boolean,
    all = false,
  ): boolean {
    const sets = bounds.map((bound) => this.setOf(bound.set, env, state, next));
    if (all) {
      this.place(bounds[0]!.set, env);
      refuseEndless(sets);
    }
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

  /** The value of an expression that must be a set. Throws E003 if it is none. */
  setOf(core: Core, env: Env | null, state: State, next: State): Value {
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
    if (!(element instanceof TupleValue) || element.size !== bound.locals.length) {
      throw evaluationError(
        "E011",
        `tuples of length ${bound.locals.length} were expected, but the set has the element ${shorten(element)}`,
        bound.set,
        env,
      );
    }
    let inner = env;
    for (let i = 0; i < bound.locals.length; i++) inner = new Env(bound.locals[i]!, element.item(i), inner);
    return inner;
  }

  /** Whether an expression has the same value in both states. */
  unchanged(core: Core, env: Env | null, state: State, next: State): boolean {
    const before = this.value(core, env, state, null);
    const after = this.prime(core, core, env, next);
    this.place(core, env);
    return equal(before, after);
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
    if (body.kind === "variable") return this.value(body, env, next, null);
    const { primed } = this;
    this.primed = true;
    try {
      return this.value(body, env, next, null);
    } finally {
      this.primed = primed;
    }
  }

  private unassigned(core: Core, name: string, env: Env | null): Error {
    return evaluationError("E002", `${name} has no value yet where it is used`, core, env, [
      `formulas are evaluated from left to right: put \`${name} = ...\` or \`${name} \\in ...\` before this place`,
    ]);
  }

  private builtin(
    core: Extract<Core, { kind: "builtin" }>,
    env: Env | null,
    state: State,
    next: State,
  ): Value {
    const first = core.args[0]!;
    const second = core.args[1];
    switch (core.op) {
      case "~":
        return !this.boolean(first, env, state, next);
      case "=>":
        return !this.boolean(first, env, state, next) || this.boolean(second!, env, state, next);
      case "<=>":
        return this.boolean(first, env, state, next) === this.boolean(second!, env, state, next);
      default: {
        const left = this.value(first, env, state, next);
        const right = second === undefined ? undefined : this.value(second, env, state, next);
        this.place(core, env);
        return builtinOperator(core.op, left, right);
      }
    }
  }
}
