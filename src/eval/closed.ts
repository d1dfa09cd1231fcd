/**
 * Expressions that have one value for ever, since nothing in them depends on a state, on a name bound outside of them, or
 * on anything that a native operator asks of the world: `{"a", "b"}`, `(1..N) \X (1..N)`, `[i \in Proc |-> 0]`. The
 * interpreter keeps the value of such a set, tuple or function, so that it is built once.
 */
import { type Core, type CoreArgument, type Definition, isOperatorArgument } from "../semantics/core.js";
import { isSet, type Value } from "../values/index.js";

/** Modules whose native operators do nothing but compute. */
const PURE = /^(Naturals|Integers|Reals|Sequences|FiniteSets|Bags)!|^TLC!(:>|@@|TLCEval)$/;

/** What is known of the forms of a model: their value, or null if they have no such value. */
export class ClosedForms {
  private readonly known = new Map<Core, Value | null>();
  private readonly definitions = new Map<Definition, boolean>();
  private readonly withUnions = new Map<Definition, boolean>();
  /** Whether a UNION does no harm: its elements are looked at one by one. */
  private unions = false;

  /** The value that was kept; null if there can be none; undefined if nobody has looked yet. */
  get(core: Core): Value | null | undefined {
    return this.known.get(core);
  }

  /** Keeps the value of an expression, if it is closed. */
  keep(core: Core, value: Value): void {
    this.unions = core.kind === "native" && core.key === "TLC!TLCEval";
    this.known.set(core, isKept(value) && this.closed(core, none) ? value : null);
  }

  /** Whether an expression depends on nothing but the names in `bound`. */
  private closed(core: CoreArgument, bound: ReadonlySet<object>): boolean {
    const all = (parts: readonly CoreArgument[]): boolean => parts.every((part) => this.closed(part, bound));
    if (isOperatorArgument(core)) {
      switch (core.kind) {
        case "operatorDefinition":
          return this.pure(core.definition, bound);
        case "operatorLocal":
          return bound.has(core.local);
        case "operatorBuiltin":
          return this.unions || core.op !== "UNION";
        case "operatorNative":
          return PURE.test(core.key);
        case "operatorConstant":
          return false;
        case "lambda":
          return this.closed(core.body, new Set([...bound, ...core.params]));
        default:
          return core satisfies never;
      }
    }
    switch (core.kind) {
      case "literal":
        return true;
      case "constant": {
        const { binding } = core.constant;
        return (binding.kind === "value" || this.pure(binding.definition, bound)) && all(core.args);
      }
      case "local":
        return bound.has(core.local) && all(core.args);
      case "call":
        return this.pure(core.definition, bound) && all(core.args);
      case "builtin":
        // A UNION may give its elements several times, until it is hashed.
        return (this.unions || core.op !== "UNION") && all(core.args);
      case "native":
        return PURE.test(core.key) && all(core.args);
      case "and":
      case "or":
      case "setEnumeration":
      case "tuple":
        return all(core.items);
      case "if":
        return all([core.condition, core.then, core.else]);
      case "case":
        return (
          core.arms.every(({ guard, body }) => all([guard, body])) &&
          (core.other === null || all([core.other]))
        );
      case "let": {
        const inner = new Set([...bound, ...core.definitions]);
        return (
          core.definitions.every(
            ({ recursive, params, body }) => !recursive && this.closed(body, new Set([...inner, ...params])),
          ) && this.closed(core.body, inner)
        );
      }
      case "quantifier":
      case "setMap":
      case "function": {
        const inner = new Set<object>([...bound, ...core.bounds.flatMap(({ locals }) => locals)]);
        return (
          !(core.kind === "function" && core.self !== null) &&
          all(core.bounds.map(({ set }) => set)) &&
          this.closed(core.body, inner)
        );
      }
      case "choose":
        return all([core.bound.set]) && this.closed(core.body, new Set([...bound, ...core.bound.locals]));
      case "setFilter":
        return (
          all([core.bound.set]) && this.closed(core.predicate, new Set([...bound, ...core.bound.locals]))
        );
      case "functionSet":
        return all([core.domain, core.range]);
      case "record":
        return all(core.fields.map(({ value }) => value));
      case "recordSet":
        return all(core.fields.map(({ set }) => set));
      case "except":
        return (
          all([core.base]) &&
          core.updates.every(
            ({ path, at, value }) => all(path) && this.closed(value, new Set([...bound, at])),
          )
        );
      case "apply":
        return all([core.fn, core.arg]);
      case "product":
        return all(core.factors);
      default:
        // Variables, actions, temporal formulas, and what has no value at all.
        return false;
    }
  }

  /** Whether a definition's value depends on its arguments alone. */
  private pure(definition: Definition, bound: ReadonlySet<object>): boolean {
    if (definition.scope === "local") return bound.has(definition);
    if (definition.level > 0 || definition.recursive) return false;
    const definitions = this.unions ? this.withUnions : this.definitions;
    let pure = definitions.get(definition);
    if (pure === undefined) {
      // Until it is known: a definition that uses itself is not looked through.
      definitions.set(definition, false);
      pure = this.closed(definition.body, new Set(definition.params));
      definitions.set(definition, pure);
    }
    return pure;
  }
}

const none: ReadonlySet<object> = new Set();

/** Whether a value may be shared: not one that changes what it gives once it was listed or hashed. */
function isKept(value: Value): boolean {
  if (typeof value !== "object" || value.kind === "lazyFunction") return false;
  if (!isSet(value)) return true;
  switch (value.kind) {
    case "finiteSet":
      return value.isReduced();
    case "interval":
    case "powerset":
    case "functionSet":
    case "recordSet":
    case "productSet":
      return true;
    default:
      return false;
  }
}
