/** Why a formula is false in a state: the conjunct to blame, and the values of its parts. */
import { EvaluationError, type Explanation, type Part } from "../explore/evaluator.js";
import { type Core, isOperatorArgument } from "../semantics/core.js";
import { type Value, ValueError } from "../values/index.js";
import {
  type Env,
  enterCall,
  enterLet,
  localDefinition,
  lookup,
  type PartialState,
  Thunk,
} from "./environment.js";
import { sourceLine } from "./errors.js";
import type { Interpreter } from "./interpreter.js";

/** How many parts an explanation shows. */
const MOST_PARTS = 8;

/**
 * Explains a formula that is false in `state`.
 * Follows conjunctions to the first false part, `\A` to the first element that refutes it, and definitions that are
 * the whole formula into their bodies.
 */
export function explain(interpreter: Interpreter, formula: Core, state: PartialState): Explanation {
  return new Explainer(interpreter, state).blame(formula, null, []);
}

class Explainer {
  constructor(
    private readonly interpreter: Interpreter,
    private readonly state: PartialState,
  ) {}

  blame(core: Core, env: Env | null, parts: Part[]): Explanation {
    switch (core.kind) {
      case "and": {
        const item = core.items.find((candidate) => !this.holds(candidate, env));
        if (item !== undefined) return this.blame(item, env, parts);
        break;
      }
      case "quantifier": {
        if (core.quantifier === "exists") break;
        let refuting: Env | null = null;
        const found = this.interpreter.eachBinding(core.bounds, env, this.state, null, (inner) => {
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
      case "call": {
        const { definition } = core;
        const scope = definition.scope === "local" ? localDefinition(env, definition).env : null;
        return this.blame(definition.body, enterCall(definition.params, core.args, env, scope), parts);
      }
      case "local": {
        const binding = lookup(env, core.local);
        if (binding instanceof Thunk) return this.blame(binding.body, binding.env, parts);
        break;
      }
      default:
        break;
    }
    const all = [...parts];
    this.attempt(() => this.collect(core, env, all));
    return { conjunct: sourceLine(core.span), span: core.span, parts: distinct(all).slice(0, MOST_PARTS) };
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
        const found = this.interpreter.eachBinding(core.bounds, env, this.state, null, (inner) => {
          witness = inner;
          return this.holds(core.body, inner) === telling;
        });
        if (found) parts.push(...this.boundParts(core, witness));
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
    if (core.kind === "literal" || core.kind === "constant" || isConstantText(core)) return;
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
        value: this.interpreter.value(core, env, this.state, null),
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
    return this.interpreter.boolean(core, env, this.state, null);
  }
}

function isConnective(op: string): boolean {
  return op === "~" || op === "=>" || op === "<=>";
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
