/** Why a formula is false in a state: the conjunct to blame, and the values of its parts. */
import {
  type ConjunctValue,
  EvaluationError,
  type Explanation,
  type Part,
  type Tried,
} from "../explore/evaluator.js";
import { type Core, isOperatorArgument } from "../semantics/core.js";
import { type Value, ValueError } from "../values/index.js";
import { type Env, enterLet, lookup, type PartialState } from "./environment.js";
import { sourceLine } from "./errors.js";
import type { Interpreter } from "./interpreter.js";
import { enterUse } from "./uses.js";

/** Names of names of names are followed so far to find the conjuncts of a formula. */
const DEEPEST = 20;
/** How many parts an explanation shows. */
const MOST_PARTS = 8;
/** How many elements of a `\E` in vain it shows, and how many are counted. */
const MOST_TRIED = 3;
const MOST_COUNTED = 10_000;

/**
 * Explains a formula that is false in `state`, or in the step from it to `next`.
 * Follows conjunctions to the first false part, `\A` to the first element that refutes it, `\E` to its first elements
 * and what is false of each, and definitions that are the whole formula into their bodies. Of `[A]_v` it explains A.
 */
export function explain(
  interpreter: Interpreter,
  formula: Core,
  state: PartialState,
  next: PartialState | null = null,
): Explanation {
  return new Explainer(interpreter, state, next).whole(formula);
}

/** As `explain`, for a formula in the midst of others: `env` binds its names. */
export function explainIn(
  interpreter: Interpreter,
  formula: Core,
  env: Env | null,
  state: PartialState,
  next: PartialState | null,
): Explanation {
  return new Explainer(interpreter, state, next).blame(formula, env, []);
}

/** A formula alone, where nothing is to be said of its parts. */
export function pointAt(core: Core): Explanation {
  return { conjunct: sourceLine(core.span), span: core.span, parts: [] };
}

class Explainer {
  constructor(
    private readonly interpreter: Interpreter,
    private readonly state: PartialState,
    private readonly next: PartialState | null,
  ) {}

  /** Explains a formula, and says of each of its conjuncts whether it holds. */
  whole(formula: Core): Explanation {
    const explanation = this.blame(formula, null, []);
    const conjuncts = this.conjuncts(formula);
    return conjuncts.length < 2 ? explanation : { ...explanation, conjuncts };
  }

  blame(core: Core, env: Env | null, parts: Part[]): Explanation {
    switch (core.kind) {
      case "and": {
        const item = core.items.find((candidate) => !this.holds(candidate, env));
        if (item !== undefined) return this.blame(item, env, parts);
        break;
      }
      case "quantifier": {
        if (core.quantifier === "exists") return this.inVain(core, env, parts);
        let refuting: Env | null = null;
        const found = this.eachBinding(core, env, (inner) => {
          refuting = inner;
          return !this.holds(core.body, inner);
        });
        if (!found) break;
        return this.blame(core.body, refuting, [...parts, ...this.boundParts(core, refuting)]);
      }
      case "if":
        this.show(core.condition, env, parts);
        return this.blame(this.holds(core.condition, env) ? core.then : core.else, env, parts);
      case "let":
        return this.blame(core.body, enterLet(core.definitions, env), parts);
      case "actionBox":
        if (core.form === "box") return this.blame(core.action, env, parts);
        break;
      case "call":
      case "constant":
      case "local": {
        const used = bodyOf(core, env);
        if (used !== null) return this.blame(used.core, used.env, parts);
        break;
      }
      default:
        break;
    }
    const all = [...parts];
    this.attempt(() => this.collect(core, env, all));
    return { ...pointAt(core), parts: distinct(all).slice(0, MOST_PARTS) };
  }

  /** A `\E` that nothing satisfies. */
  private inVain(
    core: Extract<Core, { kind: "quantifier" }>,
    env: Env | null,
    parts: readonly Part[],
  ): Explanation {
    const shown: Tried["shown"][number][] = [];
    let all = 0;
    const many = this.eachBinding(core, env, (inner) => {
      all++;
      if (shown.length < MOST_TRIED) {
        this.attempt(() => {
          shown.push({ bound: this.boundParts(core, inner), why: this.blame(core.body, inner, []) });
        });
      }
      return all > MOST_COUNTED;
    });
    const more = [...parts];
    // Where there is nothing to try, the sets say so.
    if (all === 0) for (const { set } of core.bounds) this.operand(set, env, more);
    return {
      ...pointAt(core),
      parts: distinct(more).slice(0, MOST_PARTS),
      ...(all > 0 && { tried: { all: many ? null : all, shown } }),
    };
  }

  /** The conjuncts of a formula, seen through the names that stand for it; none if it is no conjunction. */
  private conjuncts(formula: Core): readonly ConjunctValue[] {
    let core = formula;
    let env: Env | null = null;
    for (let depth = 0; depth < DEEPEST; depth++) {
      if (core.kind === "and") {
        return core.items.map((item) => ({
          text: sourceLine(item.span, 60),
          span: item.span,
          holds: this.whether(item, env),
        }));
      }
      if (core.kind === "let") {
        env = enterLet(core.definitions, env);
        core = core.body;
        continue;
      }
      if (core.kind !== "call" && core.kind !== "constant" && core.kind !== "local") return [];
      const used = bodyOf(core, env);
      if (used === null) return [];
      core = used.core;
      env = used.env;
    }
    return [];
  }

  /** Whether a formula holds; null if it has no value: what stands before it may be there to see to that. */
  private whether(core: Core, env: Env | null): boolean | null {
    let holds: boolean | null = null;
    this.attempt(() => {
      holds = this.holds(core, env);
    });
    return holds;
  }

  /** Adds the parts of a formula whose values make it what it is. */
  private collect(core: Core, env: Env | null, parts: Part[]): void {
    switch (core.kind) {
      case "and":
        for (const item of core.items) {
          this.attempt(() => this.collect(item, env, parts));
          // What stands after it was not evaluated, and may have no value.
          if (!this.holds(item, env)) return;
        }
        return;
      case "or":
        for (const item of core.items) this.attempt(() => this.collect(item, env, parts));
        return;
      case "builtin":
      case "native":
        for (const argument of core.args) {
          if (isOperatorArgument(argument)) continue;
          if (core.kind === "builtin" && isConnective(core.op)) {
            this.attempt(() => this.collect(argument, env, parts));
          } else this.operand(argument, env, parts);
        }
        return;
      case "quantifier": {
        this.show(core, env, parts);
        let witness: Env | null = null;
        const telling = core.quantifier === "exists";
        const found = this.eachBinding(core, env, (inner) => {
          witness = inner;
          return this.holds(core.body, inner) === telling;
        });
        if (!found) return;
        parts.push(...this.boundParts(core, witness));
        this.attempt(() => this.collect(core.body, witness, parts));
        return;
      }
      case "if":
        this.collect(core.condition, env, parts);
        this.collect(this.holds(core.condition, env) ? core.then : core.else, env, parts);
        return;
      case "call": {
        this.show(core, env, parts);
        const { definition } = core;
        if (definition.params.length === 0 && definition.scope === "global") {
          this.witnesses(definition.body, null, parts);
        }
        return;
      }
      default:
        this.operand(core, env, parts);
    }
  }

  /** For a definition that is a quantifier: the element that decides it. */
  private witnesses(body: Core, env: Env | null, parts: Part[]): void {
    if (body.kind !== "quantifier") return;
    const inner: Part[] = [];
    this.collect(body, env, inner);
    parts.push(...inner.slice(1));
  }

  private operand(core: Core, env: Env | null, parts: Part[]): void {
    // A number is what a constant hides most often; a set of model values is well known by its name.
    const number = core.kind === "constant" && isNumber(core);
    if (!number && isConstantText(core)) return;
    this.show(core, env, parts);
  }

  private boundParts(core: Extract<Core, { kind: "quantifier" }>, env: Env | null): Part[] {
    return core.bounds.flatMap((bound) =>
      bound.locals.map((local) => ({ text: local.name, value: lookup(env, local) as Value })),
    );
  }

  /** Adds a part with its value, if it has one. */
  private show(core: Core, env: Env | null, parts: Part[]): void {
    this.attempt(() => {
      parts.push({
        text: sourceLine(core.span, 60),
        value: this.interpreter.value(core, env, this.state, this.next),
      });
    });
  }

  /** Parts only illustrate: one that has no value is left out, and never costs the verdict. */
  private attempt(run: () => void): void {
    try {
      run();
    } catch (thrown) {
      if (!(thrown instanceof EvaluationError || thrown instanceof ValueError)) throw thrown;
    }
  }

  private holds(core: Core, env: Env | null): boolean {
    return this.interpreter.boolean(core, env, this.state, this.next);
  }

  private eachBinding(
    core: Extract<Core, { kind: "quantifier" }>,
    env: Env | null,
    visit: (inner: Env | null) => boolean,
  ): boolean {
    return this.interpreter.eachBinding(core.bounds, env, this.state, this.next, visit);
  }
}

/** What a name's use stands for, constant definitions too. */
function bodyOf(
  core: Extract<Core, { kind: "call" | "constant" | "local" }>,
  env: Env | null,
): { readonly core: Core; readonly env: Env | null } | null {
  const used = enterUse(core, env);
  if (used !== null || core.kind !== "call" || core.definition.scope !== "global") return used;
  return { core: core.definition.body, env: null };
}

function isConnective(op: string): boolean {
  return op === "~" || op === "=>" || op === "<=>";
}

/** Whether a constant stands for a number. */
function isNumber({ constant: { binding } }: Extract<Core, { kind: "constant" }>): boolean {
  const value =
    binding.kind === "value"
      ? binding.value
      : binding.definition.body.kind === "literal"
        ? binding.definition.body.value
        : null;
  return typeof value === "number" || typeof value === "bigint";
}

/** Values written out, such as `{"a", "b"}` or `<<1, 2>>`, tell nothing when they are shown again. */
function isConstantText(core: Core): boolean {
  switch (core.kind) {
    case "literal":
    case "constant":
      return true;
    case "setEnumeration":
    case "tuple":
      return core.items.every(isConstantText);
    case "native":
      return core.args.every((argument) => !isOperatorArgument(argument) && isConstantText(argument));
    default:
      return false;
  }
}

function distinct(parts: readonly Part[]): Part[] {
  const seen = new Set<string>();
  return parts.filter(({ text }) => !seen.has(text) && seen.add(text));
}
