/**
 * Why an action has no step: it is read as the enumeration of next states reads it (`enumerate.ts`), and where a way
 * ends, the conjunct that ends it is kept. What it says only explains; whether there is a step, the enumeration says.
 */
import {
  EvaluationError,
  type Explanation,
  OBSTACLES,
  type Obstacle,
  type Part,
} from "../explore/evaluator.js";
import type { Core, Variable } from "../semantics/core.js";
import { AssertionFailure, enumerate, equal, type Value, ValueError } from "../values/index.js";
import { type Env, enterLet, lookup, type PartialState } from "./environment.js";
import { asEvaluationError } from "./errors.js";
import { explainIn, pointAt } from "./explain.js";
import type { Interpreter } from "./interpreter.js";
import { enterUse, throughNames } from "./uses.js";

/** Values of `x' \in S` that are tried one by one. */
const MOST_VALUES = 1000;

/** Whether a variable, by its index, may get a value. */
export type Wanted = (variable: number, value: Value) => boolean;

/** What is still to be made true, after the formula at hand. */
interface Rest {
  readonly core: Core;
  readonly env: Env | null;
  readonly unchanged: boolean;
  readonly rest: Rest | null;
}

/** One way so far. */
interface Way {
  readonly to: PartialState;
  readonly passed: number;
  readonly bound: readonly Part[];
}

/**
 * The obstacles on the ways of taking an action from a state (null: of being an initial state), the one that got
 * furthest first. Empty where some way leads through.
 * @param variables how many the model has
 */
export function obstaclesOf(
  interpreter: Interpreter,
  { body, env }: { readonly body: Core; readonly env: Env | null },
  from: PartialState | null,
  variables: number,
  wanted: Wanted = () => true,
): readonly Obstacle[] {
  const search = new ObstacleSearch(interpreter, from, wanted);
  const to = new Array<Value | undefined>(variables).fill(undefined);
  const through = search.formula(body, env, null, { to, passed: 0, bound: [] });
  if (through && !search.full) return [];
  return search.found.sort((a, b) => b.passed - a.passed);
}

class ObstacleSearch {
  readonly found: Obstacle[] = [];
  /** Whether the search gave up, since there are too many ways. */
  full = false;

  constructor(
    private readonly interpreter: Interpreter,
    private readonly from: PartialState | null,
    private readonly wanted: Wanted,
  ) {}

  /** Goes every way of making `core` true and then `rest`; true if one leads through, or there are too many. */
  formula(core: Core, env: Env | null, rest: Rest | null, way: Way): boolean {
    try {
      return this.read(core, env, rest, way);
    } catch (thrown) {
      return this.failed(thrown, core, way);
    }
  }

  private read(core: Core, env: Env | null, rest: Rest | null, way: Way): boolean {
    switch (core.kind) {
      case "and": {
        let after = rest;
        for (let i = core.items.length - 1; i > 0; i--) {
          after = { core: core.items[i]!, env, unchanged: false, rest: after };
        }
        return this.formula(core.items[0]!, env, after, way);
      }
      case "or":
        return core.items.some((item) => this.formula(item, env, rest, way));
      case "quantifier":
        return core.quantifier === "exists"
          ? this.exists(core, env, rest, way)
          : this.forall(core, env, rest, way);
      case "if":
        return this.formula(this.boolean(core.condition, env, way) ? core.then : core.else, env, rest, way);
      case "case": {
        const [state, next] = this.states(way);
        return this.formula(this.interpreter.chosenArm(core, env, state, next), env, rest, way);
      }
      case "let":
        return this.formula(core.body, enterLet(core.definitions, env), rest, way);
      case "call":
      case "constant":
      case "local": {
        const used = enterUse(core, env);
        if (used === null) return this.test(core, env, rest, way);
        return this.formula(used.core, used.env, rest, way);
      }
      case "builtin":
        if (core.op === "=>") {
          if (!this.boolean(core.args[0]!, env, way)) return this.proceed(rest, way);
          return this.formula(core.args[1]!, env, rest, way);
        }
        return this.relation(core, env, rest, way);
      case "unchanged":
        return this.from === null
          ? this.test(core, env, rest, way)
          : this.unchanged(core.body, env, rest, way);
      case "actionBox":
        if (this.from === null || core.form === "angle") return this.test(core, env, rest, way);
        return this.formula(core.action, env, rest, way) || this.unchanged(core.subscript, env, rest, way);
      default:
        return this.test(core, env, rest, way);
    }
  }

  private proceed(rest: Rest | null, way: Way): boolean {
    if (rest === null) return true;
    return rest.unchanged
      ? this.unchanged(rest.core, rest.env, rest.rest, way)
      : this.formula(rest.core, rest.env, rest.rest, way);
  }

  private test(core: Core, env: Env | null, rest: Rest | null, way: Way): boolean {
    if (this.boolean(core, env, way)) return this.proceed(rest, { ...way, passed: way.passed + 1 });
    return this.blocked("false", this.explained(core, env, way), way);
  }

  private exists(
    core: Extract<Core, { kind: "quantifier" }>,
    env: Env | null,
    rest: Rest | null,
    way: Way,
  ): boolean {
    const [state, next] = this.states(way);
    let some = false;
    const through = this.interpreter.eachBinding(core.bounds, env, state, next, (inner) => {
      some = true;
      const chosen = core.bounds.flatMap((bound) =>
        bound.locals.map((local) => ({ text: local.name, value: lookup(inner, local) as Value })),
      );
      return this.formula(core.body, inner, rest, { ...way, bound: [...way.bound, ...chosen] });
    });
    if (some) return through;
    return this.blocked("false", this.explained(core, env, way), way);
  }

  /** A bounded `\A` is the conjunction of its instances. */
  private forall(
    core: Extract<Core, { kind: "quantifier" }>,
    env: Env | null,
    rest: Rest | null,
    way: Way,
  ): boolean {
    const [state, next] = this.states(way);
    let after = rest;
    this.interpreter.eachBinding(core.bounds, env, state, next, (inner) => {
      after = { core: core.body, env: inner, unchanged: false, rest: after };
      return false;
    });
    return this.proceed(after, way);
  }

  /** `x' = e`, `x' \in S` (in Init without primes): an assignment where x has no value yet, else a test. */
  private relation(
    core: Extract<Core, { kind: "builtin" }>,
    env: Env | null,
    rest: Rest | null,
    way: Way,
  ): boolean {
    const variable =
      core.op === "=" || core.op === "\\in" || core.op === "\\subseteq"
        ? this.target(core.args[0]!, env)
        : null;
    if (variable === null || way.to[variable.index] !== undefined) return this.test(core, env, rest, way);
    if (core.op === "\\subseteq") return this.test(core, env, rest, way);
    const [state, next] = this.states(way);
    const right = this.interpreter.value(core.args[1]!, env, state, next);
    if (core.op === "=") return this.assign(pointAt(core), variable, right, rest, way);
    this.interpreter.place(core, env);
    let tried = 0;
    let some = false;
    for (const value of enumerate(right)) {
      if (++tried > MOST_VALUES) return this.enough();
      if (!this.wanted(variable.index, value)) continue;
      some = true;
      if (this.assign(pointAt(core), variable, value, rest, way)) return true;
    }
    return some ? false : this.blocked("false", this.explainedValue(core.args[1]!, core, right), way);
  }

  private assign(why: Explanation, variable: Variable, value: Value, rest: Rest | null, way: Way): boolean {
    if (!this.wanted(variable.index, value)) {
      return this.blocked("differs", why, way, { variable: variable.index, value });
    }
    const to = way.to.slice();
    to[variable.index] = value;
    return this.proceed(rest, { ...way, to, passed: way.passed + 1 });
  }

  private unchanged(core: Core, env: Env | null, rest: Rest | null, way: Way): boolean {
    const from = this.from!;
    if (core.kind === "variable") {
      const { index } = core.variable;
      // Translated steps hold these under the step's label: its text would say nothing.
      const why = { ...pointAt(core), conjunct: `UNCHANGED ${core.variable.display}` };
      const old = way.to[index];
      if (old === undefined) return this.assign(why, core.variable, from[index]!, rest, way);
      if (equal(old, from[index]!)) return this.proceed(rest, { ...way, passed: way.passed + 1 });
      return this.blocked("false", why, way);
    }
    if (core.kind === "tuple") {
      const after = core.items.reduceRight<Rest | null>(
        (later, item) => ({ core: item, env, unchanged: true, rest: later }),
        rest,
      );
      return this.proceed(after, way);
    }
    const seen = throughNames(core, env);
    if (seen !== null) return this.unchanged(seen.core, seen.env, rest, way);
    if (this.interpreter.unchanged(core, env, from, way.to)) return this.proceed(rest, way);
    return this.blocked("false", pointAt(core), way);
  }

  /** The variable that an expression would assign, seen through names that stand for it. */
  private target(core: Core, env: Env | null): Variable | null {
    if (this.from === null && core.kind === "variable") return core.variable;
    if (this.from !== null && core.kind === "prime") {
      let inner: { core: Core; env: Env | null } | null = { core: core.body, env };
      while (inner !== null && inner.core.kind !== "variable") inner = throughNames(inner.core, inner.env);
      return inner?.core.kind === "variable" ? inner.core.variable : null;
    }
    const seen = throughNames(core, env);
    return seen === null ? null : this.target(seen.core, seen.env);
  }

  private enough(): true {
    this.full = true;
    return true;
  }

  private blocked(
    kind: Obstacle["kind"],
    why: Explanation,
    { passed, bound }: Way,
    given: Obstacle["given"] = null,
    error: Obstacle["error"] = null,
  ): boolean {
    this.found.push({ kind, passed, bound, why, given, error });
    return this.found.length >= OBSTACLES ? this.enough() : false;
  }

  /** What an evaluation threw is an obstacle too; bugs pass through. */
  private failed(thrown: unknown, core: Core, way: Way): boolean {
    const error = asEvaluationError(thrown, this.interpreter.at, this.interpreter.atEnv);
    if (!(error instanceof EvaluationError)) throw thrown;
    return this.blocked("error", pointAt(core), way, null, error.diagnostic);
  }

  private explained(core: Core, env: Env | null, way: Way): Explanation {
    const [state, next] = this.states(way);
    try {
      return explainIn(this.interpreter, core, env, state, next);
    } catch (thrown) {
      if (
        thrown instanceof EvaluationError ||
        thrown instanceof ValueError ||
        thrown instanceof AssertionFailure
      )
        return pointAt(core);
      throw thrown;
    }
  }

  private explainedValue(part: Core, whole: Core, value: Value): Explanation {
    const point = pointAt(whole);
    return { ...point, parts: [{ text: pointAt(part).conjunct, value }] };
  }

  private states(way: Way): [PartialState, PartialState | null] {
    return this.from === null ? [way.to, null] : [this.from, way.to];
  }

  private boolean(core: Core, env: Env | null, way: Way): boolean {
    const [state, next] = this.states(way);
    return this.interpreter.boolean(core, env, state, next);
  }
}
