/**
 * Rewriting of expressions with an eye on bound names: what a visitor puts in never gets caught by a quantifier,
 * and what is bound inside an expression is never taken for something outside.
 */
import type {
  Assumed,
  AssumeProve,
  Bound,
  Expr,
  FunctionDefinition,
  Instance,
  InstanceDefinition,
  LetExpr,
  Name,
  OperatorDefinition,
  Parameter,
  Pattern,
  RecursiveDeclaration,
  Reference,
  Selector,
  Theorem,
} from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";

/** Bound names on the way to a node, with the name that each has in the result. */
export type Scope = ReadonlyMap<string, string>;

export interface Rewriting {
  /**
   * What a node becomes; undefined: the same with its parts rewritten. `again` rewrites a part in the same scope.
   * References to bound names never get here, nor does the `@` of an EXCEPT inside; an instance bound by LET does.
   */
  visit(node: Expr, scope: Scope, again: (part: Expr) => Expr): Expr | undefined;
  /**
   * Whether a name is free in what `visit` may put in, or means something else there: then its binder is renamed.
   * `binder` is where it is bound; null where only another name for it is looked for.
   */
  avoid(name: string, binder: Span | null): boolean;
}

/** Rewrites an expression; `scope` names what is bound around it. */
export function rewrite(expr: Expr, how: Rewriting, scope: Scope = new Map()): Expr {
  return new Rewriter(how).expr(expr, scope);
}

/** The same for what a theorem states. */
export function rewriteStatement(statement: Theorem["statement"], how: Rewriting): Theorem["statement"] {
  return statement.kind === "assumeProve"
    ? new Rewriter(how).sequent(statement, new Map())
    : rewrite(statement, how);
}

/** A name like `wanted` that is not among `taken`. */
export function freshName(wanted: string, taken: (name: string) => boolean): string {
  if (!taken(wanted)) return wanted;
  for (let number = 1; ; number++) if (!taken(`${wanted}_${number}`)) return `${wanted}_${number}`;
}

/**
 * The scope of statements that come after those of another scope, but stand inside of its binders now: names bound
 * there are not seen, and not to be bound again. No name is written like the keys that keep them.
 */
export function scopeBehind(inner: Scope, outer: Scope): Scope {
  const scope = new Map(outer);
  const visible = new Set(outer.values());
  for (const name of inner.values()) if (!visible.has(name)) scope.set(`(${name})`, name);
  return scope;
}

/** The names that a pattern binds. */
function patternNames(pattern: Pattern): readonly Name[] {
  return pattern.kind === "name" ? [pattern] : pattern.names;
}

/** Binds the names of a pattern in a scope, renaming those that must be avoided. */
export function bindPattern(pattern: Pattern, scope: Scope, avoid: Rewriting["avoid"]): [Pattern, Scope] {
  const inner = bind(patternNames(pattern), scope, avoid);
  const renamed =
    pattern.kind === "name"
      ? { ...pattern, name: inner.get(pattern.name)! }
      : { ...pattern, names: pattern.names.map((name) => ({ ...name, name: inner.get(name.name)! })) };
  return [renamed, inner];
}

function bind(names: readonly Name[], scope: Scope, avoid: Rewriting["avoid"]): Scope {
  if (names.length === 0) return scope;
  const inner = new Map(scope);
  for (const { name, span } of names) {
    const taken = (other: string) =>
      avoid(other, other === name ? span : null) ||
      [...inner].some(([from, to]) => from !== name && to === other);
    inner.set(name, freshName(name, taken));
  }
  return inner;
}

class Rewriter {
  private readonly avoid = (name: string, binder: Span | null): boolean => this.how.avoid(name, binder);

  constructor(private readonly how: Rewriting) {}

  expr(node: Expr, scope: Scope): Expr {
    const again = (part: Expr): Expr => this.expr(part, scope);
    if (node.kind === "reference" && node.path.length === 0) {
      const renamed = scope.get(node.name);
      if (renamed !== undefined) return { ...node, name: renamed, args: node.args.map(again) };
    }
    if (node.kind === "at" && scope.has("@")) return node;
    return this.how.visit(node, scope, again) ?? this.parts(node, scope, again);
  }

  private parts(node: Expr, scope: Scope, again: (part: Expr) => Expr): Expr {
    switch (node.kind) {
      case "number":
      case "string":
      case "at":
        return node;
      case "reference":
        return this.reference(node, scope, again);
      case "operator":
        return { ...node, operands: node.operands.map(again) };
      case "junction":
      case "setEnumeration":
      case "tuple":
        return { ...node, items: node.items.map(again) };
      case "if":
        return { ...node, condition: again(node.condition), then: again(node.then), else: again(node.else) };
      case "case":
        return {
          ...node,
          arms: node.arms.map((arm) => ({ ...arm, guard: again(arm.guard), body: again(arm.body) })),
          other: node.other && again(node.other),
        };
      case "let":
        return this.let(node, scope);
      case "quantifier":
      case "function": {
        const [bounds, inner] = this.bounds(node.bounds, scope);
        return { ...node, bounds, body: this.expr(node.body, inner) };
      }
      case "setMap": {
        const [bounds, inner] = this.bounds(node.bounds, scope);
        return { ...node, bounds, body: this.expr(node.body, inner) };
      }
      case "temporalQuantifier": {
        const inner = bind(node.names, scope, this.avoid);
        const names = node.names.map((name) => ({ ...name, name: inner.get(name.name)! }));
        return { ...node, names, body: this.expr(node.body, inner) };
      }
      case "choose": {
        const [pattern, inner] = bindPattern(node.pattern, scope, this.avoid);
        return { ...node, pattern, set: node.set && again(node.set), body: this.expr(node.body, inner) };
      }
      case "setFilter": {
        const [pattern, inner] = bindPattern(node.pattern, scope, this.avoid);
        return { ...node, pattern, set: again(node.set), predicate: this.expr(node.predicate, inner) };
      }
      case "lambda": {
        const inner = bind(node.params, scope, this.avoid);
        const params = node.params.map((param) => ({ ...param, name: inner.get(param.name)! }));
        return { ...node, params, body: this.expr(node.body, inner) };
      }
      case "functionSet":
        return { ...node, domain: again(node.domain), range: again(node.range) };
      case "record":
        return { ...node, fields: node.fields.map((item) => ({ ...item, value: again(item.value) })) };
      case "recordSet":
        return { ...node, fields: node.fields.map((item) => ({ ...item, set: again(item.set) })) };
      case "except": {
        const within = new Map(scope).set("@", "@");
        const inside = (part: Expr): Expr => this.expr(part, within);
        return {
          ...node,
          base: again(node.base),
          updates: node.updates.map((update) => ({
            ...update,
            path: update.path.map((selector) => rewriteSelector(selector, inside)),
            value: inside(update.value),
          })),
        };
      }
      case "application":
        return { ...node, fn: again(node.fn), args: node.args.map(again) };
      case "field":
        return { ...node, record: again(node.record) };
      case "product":
        return { ...node, factors: node.factors.map(again) };
      case "actionBox":
      case "fairness":
        return { ...node, action: again(node.action), subscript: again(node.subscript) };
      case "label":
        return {
          ...node,
          params: node.params.map((param) => ({ ...param, name: scope.get(param.name) ?? param.name })),
          body: again(node.body),
        };
      case "part":
        return {
          ...node,
          root: this.reference(node.root, scope, again),
          selectors: node.selectors.map((selector) =>
            "args" in selector ? { ...selector, args: selector.args.map(again) } : selector,
          ),
        };
      default:
        return node satisfies never;
    }
  }

  private reference(node: Reference, scope: Scope, again: (part: Expr) => Expr): Reference {
    return {
      ...node,
      path: node.path.map((step, i) => ({
        ...step,
        name: i === 0 ? (scope.get(step.name) ?? step.name) : step.name,
        args: step.args.map(again),
      })),
      args: node.args.map(again),
    };
  }

  /** The names that an assumption introduces are bound in all that comes after it. */
  sequent(node: AssumeProve, scope: Scope): AssumeProve {
    let inner = scope;
    const assumptions = node.assumptions.map((assumed): Assumed => {
      switch (assumed.kind) {
        case "fact":
          return { ...assumed, fact: this.expr(assumed.fact, inner) };
        case "nested":
          return { ...assumed, sequent: this.sequent(assumed.sequent, inner) };
        case "new": {
          const set = assumed.set && this.expr(assumed.set, inner);
          inner = bind([assumed], inner, this.avoid);
          return { ...assumed, set, name: inner.get(assumed.name)! };
        }
        default:
          return assumed satisfies never;
      }
    });
    return { ...node, assumptions, goal: this.expr(node.goal, inner) };
  }

  /** The sets of all bounds are outside the scope of their names. */
  private bounds(bounds: readonly Bound[], scope: Scope): [readonly Bound[], Scope] {
    const names = bounds.flatMap((one) => one.patterns.flatMap(patternNames));
    const inner = bind(names, scope, this.avoid);
    const renamed = bounds.map((one) => ({
      ...one,
      patterns: one.patterns.map((pattern) => renamePattern(pattern, inner)),
      set: one.set && this.expr(one.set, scope),
    }));
    return [renamed, inner];
  }

  private let(node: LetExpr, scope: Scope): Expr {
    const names = node.units.flatMap((unit) => (unit.kind === "recursive" ? [] : [unit.name]));
    const inner = bind(names, scope, this.avoid);
    return {
      ...node,
      units: node.units.map((unit) => this.unit(unit, inner)),
      body: this.expr(node.body, inner),
    };
  }

  private unit(unit: LetExpr["units"][number], scope: Scope): LetExpr["units"][number] {
    switch (unit.kind) {
      case "recursive":
        return renameRecursive(unit, scope);
      case "definition":
        return this.definition(unit, scope);
      case "functionDefinition": {
        const [bounds, inner] = this.bounds(unit.bounds, scope);
        return { ...unit, name: renameName(unit.name, scope), bounds, body: this.expr(unit.body, inner) };
      }
      case "instanceDefinition":
        return this.instanceDefinition(unit, scope);
      default:
        return unit satisfies never;
    }
  }

  definition(unit: OperatorDefinition, scope: Scope): OperatorDefinition {
    const [params, inner] = this.params(unit.params, scope);
    return { ...unit, name: renameName(unit.name, scope), params, body: this.expr(unit.body, inner) };
  }

  functionDefinition(unit: FunctionDefinition, scope: Scope): FunctionDefinition {
    const [bounds, inner] = this.bounds(unit.bounds, scope);
    return { ...unit, bounds, body: this.expr(unit.body, inner) };
  }

  instanceDefinition(unit: InstanceDefinition, scope: Scope): InstanceDefinition {
    const [params, inner] = this.params(unit.params, scope);
    return {
      ...unit,
      name: renameName(unit.name, scope),
      params,
      instance: this.instance(unit.instance, inner),
    };
  }

  /** What is substituted for is a name of the other module; only what is put there is an expression of this one. */
  instance(instance: Instance, scope: Scope): Instance {
    return {
      ...instance,
      substitutions: instance.substitutions.map((one) => ({ ...one, to: this.expr(one.to, scope) })),
    };
  }

  private params(params: readonly Parameter[], scope: Scope): [readonly Parameter[], Scope] {
    const inner = bind(params, scope, this.avoid);
    return [params.map((param) => ({ ...param, name: inner.get(param.name)! })), inner];
  }
}

/** Rewrites the expressions in one selector of a path. */
export function rewriteSelector(selector: Selector, again: (part: Expr) => Expr): Selector {
  return selector.kind === "index" ? { ...selector, args: selector.args.map(again) } : selector;
}

/** Rewrites what a definition or instance unit contains; its own parameters are bound. */
export function rewriteDefinition<T extends OperatorDefinition | FunctionDefinition | InstanceDefinition>(
  unit: T,
  how: Rewriting,
): T;
export function rewriteDefinition(
  unit: OperatorDefinition | FunctionDefinition | InstanceDefinition,
  how: Rewriting,
): OperatorDefinition | FunctionDefinition | InstanceDefinition {
  const rewriter = new Rewriter(how);
  const scope: Scope = new Map();
  switch (unit.kind) {
    case "definition":
      return rewriter.definition(unit, scope);
    case "functionDefinition":
      return rewriter.functionDefinition(unit, scope);
    case "instanceDefinition":
      return rewriter.instanceDefinition(unit, scope);
    default:
      return unit satisfies never;
  }
}

/** Rewrites the substitutions of an INSTANCE. */
export function rewriteInstance(instance: Instance, how: Rewriting): Instance {
  return new Rewriter(how).instance(instance, new Map());
}

function renamePattern(pattern: Pattern, scope: Scope): Pattern {
  return pattern.kind === "name"
    ? { ...pattern, name: scope.get(pattern.name)! }
    : { ...pattern, names: pattern.names.map((name) => renameName(name, scope)) };
}

function renameName<T extends { readonly name: string }>(name: T, scope: Scope): T {
  return { ...name, name: scope.get(name.name) ?? name.name };
}

function renameRecursive(unit: RecursiveDeclaration, scope: Scope): RecursiveDeclaration {
  return { ...unit, operators: unit.operators.map((operator) => renameName(operator, scope)) };
}
