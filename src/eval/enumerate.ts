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
import { AssertionFailure, candidates, equal, powerset, type Value } from "../values/index.js";
import type { ActionSearch } from "./action-search.js";
import { useOf } from "./calls.js";
import { type Env, enterLet, type PartialState } from "./environment.js";
import type { Interpreter } from "./interpreter.js";
import { leaving, type Use } from "./recursion.js";
import { agreement, withReplaced } from "./replaced-variables.js";
import { enterUse, throughNames } from "./uses.js";

/** What is still to be made true, after the formula at hand. */
interface Rest {
  readonly kind: "formula" | "changed";
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

/**
 * ENABLED: an action is enabled if some next state is found; which one does not matter.
 * `A \cdot B`, as a test: some state that A leads to is one from which B leads on.
 */
export const actionSearch: ActionSearch = {
  enabled: (interpreter, { action, replaced }, env, state) => {
    const from = withReplaced(interpreter, replaced, env, state ?? []);
    return enumerateNext(interpreter, action, env, from, () => true, null);
  },
  composed: (interpreter, { first, second, replaced }, env, state, next) => {
    const from = withReplaced(interpreter, replaced, env, state ?? []);
    const to = withReplaced(interpreter, replaced, env, next ?? []);
    const leadsOn = (between: PartialState): boolean => interpreter.boolean(second, env, between, to);
    return enumerateNext(interpreter, first, env, from, leadsOn, null);
  },
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

  /**
   * Makes `core` true in every way, then `rest`; `to` is the state being built. Answers true to stop.
   * A loop, not a recursion, wherever there is one way on only: a conjunction may be as long as it likes.
   */
  private formula(first: Core, surroundings: Env | null, then: Rest | null, assigned: PartialState): boolean {
    let [core, env, rest, to] = [first, surroundings, then, assigned];
    for (;;) {
      let after: PartialState | null;
      switch (core.kind) {
        case "and":
          for (let i = core.items.length - 1; i > 0; i--) {
            rest = { kind: "formula", core: core.items[i]!, env, rest };
          }
          core = core.items[0]!;
          continue;
        case "or":
          for (const item of core.items) if (this.way(item, env, rest, to)) return true;
          return false;
        case "quantifier":
          if (core.quantifier === "exists") return this.exists(core, env, rest, to);
          rest = this.instances(core, env, rest, to);
          after = to;
          break;
        case "if":
          core = this.boolean(core.condition, env, to) ? core.then : core.else;
          continue;
        case "case": {
          const [state, next] = this.states(to);
          core = this.interpreter.chosenArm(core, env, state, next);
          continue;
        }
        case "let":
          env = enterLet(core.definitions, env);
          core = core.body;
          continue;
        case "call":
        case "constant":
        case "local": {
          const entered = enterUse(core, env);
          if (entered === null) {
            after = this.boolean(core, env, to) ? to : null;
            break;
          }
          const { recursive } = entered;
          if (recursive !== null)
            return this.recursive(entered, () => useOf(recursive, entered.env), rest, to);
          core = entered.core;
          env = entered.env;
          continue;
        }
        case "builtin":
          switch (core.op) {
            case "=>":
              after = to;
              if (!this.boolean(core.args[0]!, env, to)) break;
              core = core.args[1]!;
              continue;
            case "=": {
              const variable = this.target(core.args[0]!, env);
              after = variable === null ? this.test(core, env, to) : this.assignment(core, variable, env, to);
              break;
            }
            case "\\in":
            case "\\subseteq": {
              const variable = this.target(core.args[0]!, env);
              if (variable !== null && to[variable.index] === undefined)
                return this.choices(core, variable, env, rest, to);
              after = this.test(core, env, to);
              break;
            }
            default:
              after = this.test(core, env, to);
          }
          break;
        case "apply": {
          const [state, next] = this.states(to);
          const body = this.interpreter.ruleApplied(core, env, state, next);
          if (typeof body === "boolean") after = body ? to : null;
          else if (body.use !== null) return this.recursive(body, body.use, rest, to);
          else {
            core = body.core;
            env = body.env;
            continue;
          }
          break;
        }
        case "unchanged":
          after = this.from === null ? this.test(core, env, to) : this.unchanged(core.body, env, to);
          break;
        case "compose":
          if (this.from !== null) return this.composed(core, env, rest, to);
          after = this.test(core, env, to);
          break;
        case "actionBox":
          if (this.from === null) {
            after = this.test(core, env, to);
            break;
          }
          if (core.form === "angle") {
            rest = { kind: "changed", core: core.subscript, env, rest };
            core = core.action;
            continue;
          }
          if (this.way(core.action, env, rest, to)) return true;
          after = this.unchanged(core.subscript, env, to);
          break;
        default:
          after = this.test(core, env, to);
      }
      // The formula at hand is true or false; what is left to be made true comes next.
      if (after === null) return false;
      to = after;
      while (rest?.kind === "changed" && to.includes(undefined)) {
        if (!this.changed(rest, to)) return false;
        rest = rest.rest;
      }
      if (rest === null) return this.found(to);
      if (!to.includes(undefined)) return this.testAll(rest, to);
      core = rest.core;
      env = rest.env;
      rest = rest.rest;
    }
  }

  /** Goes on with what is left to be made true. */
  private proceed(rest: Rest | null, to: PartialState): boolean {
    if (rest === null) return this.found(to);
    if (!to.includes(undefined)) return this.testAll(rest, to);
    if (rest.kind === "formula") return this.formula(rest.core, rest.env, rest.rest, to);
    return this.changed(rest, to) && this.proceed(rest.rest, to);
  }

  /** Every variable has a value: the rest is a test. */
  private testAll(rest: Rest, to: PartialState): boolean {
    for (let left: Rest | null = rest; left !== null; left = left.rest) {
      const holds = left.kind === "formula" ? this.boolean(left.core, left.env, to) : this.changed(left, to);
      if (!holds) return false;
    }
    return this.found(to);
  }

  private changed(rest: Rest, to: PartialState): boolean {
    const [state, next] = this.states(to);
    return !this.interpreter.unchanged(rest.core, rest.env, state, next);
  }

  private test(core: Core, env: Env | null, to: PartialState): PartialState | null {
    return this.boolean(core, env, to) ? to : null;
  }

  /** A use of a recursive operator or function: no loop here, so that a recursion without end is noticed. */
  private recursive(
    { core, env }: { readonly core: Core; readonly env: Env | null },
    use: () => Use,
    rest: Rest | null,
    to: PartialState,
  ): boolean {
    try {
      return this.formula(core, env, rest, to);
    } catch (thrown) {
      throw leaving(thrown, use);
    }
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

  /** A bounded `\A` is the conjunction of its instances: they come before the rest. */
  private instances(
    core: Extract<Core, { kind: "quantifier" }>,
    env: Env | null,
    rest: Rest | null,
    to: PartialState,
  ): Rest | null {
    const [state, next] = this.states(to);
    const instances: (Env | null)[] = [];
    this.interpreter.eachBinding(core.bounds, env, state, next, (inner) => {
      instances.push(inner);
      return false;
    });
    let after = rest;
    for (let i = instances.length - 1; i >= 0; i--) {
      after = { kind: "formula", core: core.body, env: instances[i]!, rest: after };
    }
    return after;
  }

  /** `x' = e` (in Init `x = e`): an assignment if x' has no value yet, else a test. */
  private assignment(
    core: Extract<Core, { kind: "builtin" }>,
    variable: Variable,
    env: Env | null,
    to: PartialState,
  ): PartialState | null {
    const [state, next] = this.states(to);
    const right = this.interpreter.value(core.args[1]!, env, state, next);
    const old = to[variable.index];
    if (old === undefined) return assign(to, variable, right);
    this.interpreter.place(core, env);
    return equal(old, right) ? to : null;
  }

  /** `x' \in S` and `x' \subseteq S` where x' has no value yet: each element is one way on. */
  private choices(
    core: Extract<Core, { kind: "builtin" }>,
    variable: Variable,
    env: Env | null,
    rest: Rest | null,
    to: PartialState,
  ): boolean {
    const [state, next] = this.states(to);
    const set = this.interpreter.value(core.args[1]!, env, state, next);
    this.interpreter.place(core, env);
    for (const element of candidates(core.op === "\\in" ? set : powerset(set)))
      if (this.wayOn(rest, assign(to, variable, element))) return true;
    return false;
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

  /** `A \cdot B`: from each state that A leads to, each that B leads on to; what is assigned already must agree. */
  private composed(
    core: Extract<Core, { kind: "compose" }>,
    env: Env | null,
    rest: Rest | null,
    to: PartialState,
  ): boolean {
    const { interpreter, failed } = this;
    const { first, second, replaced, span } = core;
    const from = withReplaced(interpreter, replaced, env, this.from!);
    const leadsOn = (between: PartialState): boolean => {
      interpreter.passed++;
      if (replaced.length === 0) {
        const found = (next: PartialState): boolean => this.wayOn(rest, next);
        return new Enumeration(interpreter, between, found, failed).way(second, env, null, to);
      }
      const found = (next: PartialState): boolean => {
        const items = agreement(replaced, next);
        return items.length === 0
          ? this.wayOn(rest, to)
          : this.way({ kind: "and", items, span }, env, rest, to);
      };
      return enumerateNext(interpreter, second, env, between, found, failed);
    };
    return enumerateNext(interpreter, first, env, from, leadsOn, failed);
  }

  /** UNCHANGED e: gives values to the variables in e that have none; null if the others are changed. */
  private unchanged(core: Core, env: Env | null, to: PartialState): PartialState | null {
    const from = this.from!;
    switch (core.kind) {
      case "variable": {
        const { index } = core.variable;
        const value = to[index];
        if (value === undefined) return assign(to, core.variable, from[index]!);
        this.interpreter.place(core, env);
        return equal(value, from[index]!) ? to : null;
      }
      case "tuple":
        return this.unchangedTuple(core.items, env, to);
      default: {
        const seen = throughNames(core, env);
        if (seen !== null) return this.unchanged(seen.core, seen.env, to);
        return this.interpreter.unchanged(core, env, from, to) ? to : null;
      }
    }
  }

  /** Assigns all variables among the items with one copy of the state; the other items come after them. */
  private unchangedTuple(items: readonly Core[], env: Env | null, to: PartialState): PartialState | null {
    const from = this.from!;
    let copy: (Value | undefined)[] | null = null;
    let others = false;
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i]!;
      if (item.kind !== "variable") {
        others = true;
        continue;
      }
      const { index } = item.variable;
      const value = (copy ?? to)[index];
      if (value === undefined) {
        copy ??= to.slice();
        copy[index] = from[index];
        continue;
      }
      this.interpreter.place(item, env);
      if (!equal(value, from[index]!)) return null;
    }
    let after: PartialState | null = copy ?? to;
    if (!others) return after;
    for (const item of items) {
      if (item.kind === "variable") continue;
      after = this.unchanged(item, env, after);
      if (after === null) return null;
    }
    return after;
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
