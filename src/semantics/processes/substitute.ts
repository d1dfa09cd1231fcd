/** Expressions put in the place of names: in expressions, and in statements for macros and inlines. */
import type { Expr, Name, Selector, Statement } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { freeNameCollector, freeNames } from "./names.js";
import { bindPattern, type Rewriting, rewrite, rewriteSelector, type Scope } from "./rewrite.js";
import { ref } from "./tree.js";

/** What an assignment may stand to the left of: a variable and a path into it. */
export interface Target {
  readonly variable: Name;
  readonly path: readonly Selector[];
}

/** The expression as the left side of an assignment; null if it is none. */
export function asTarget(expr: Expr): Target | null {
  switch (expr.kind) {
    case "reference":
      if (expr.path.length > 0 || expr.args.length > 0) return null;
      return { variable: { name: expr.name, span: expr.span }, path: [] };
    case "application": {
      const target = asTarget(expr.fn);
      return (
        target && { ...target, path: [...target.path, { kind: "index", args: expr.args, span: expr.span }] }
      );
    }
    case "field": {
      const target = asTarget(expr.record);
      return (
        target && { ...target, path: [...target.path, { kind: "field", name: expr.name, span: expr.span }] }
      );
    }
    default:
      return null;
  }
}

/**
 * Puts arguments in the place of parameters throughout a body.
 * A name bound by a `with` or inside an expression of the body never catches a name of an argument.
 * @param report takes an assignment to a parameter whose argument is no variable.
 */
export function substitute(
  body: readonly Statement[],
  args: ReadonlyMap<string, Expr>,
  report: (diagnostic: Diagnostic) => void,
): readonly Statement[] {
  const used = new Set<string>();
  new Substitution(freeNameCollector(used), report).body(body, new Map());
  return new Substitution(substitution(args, used), report).body(body, new Map());
}

/**
 * Puts expressions in the place of names, and in that of `@` if it is among them. Binders get out of the way: none
 * catches a name of what is put in.
 * @param avoid says which names else a binder must not have.
 */
export function substituteNames(
  expr: Expr,
  args: ReadonlyMap<string, Expr>,
  avoid: Rewriting["avoid"] = () => false,
): Expr {
  const how = substitution(args, freeNames(expr));
  return rewrite(expr, {
    ...how,
    avoid: (name, binder) => how.avoid(name, binder) || avoid(name, binder),
  });
}

/** @param used the names that are free in what is rewritten: no binder may take one of them for its new name. */
function substitution(args: ReadonlyMap<string, Expr>, used: ReadonlySet<string>): Rewriting {
  const free = new Set([...args].flatMap(([name, arg]) => (used.has(name) ? [...freeNames(arg)] : [])));
  return {
    avoid: (name, binder) => free.has(name) || (binder === null && used.has(name)),
    visit(node, _scope, again) {
      if (node.kind === "at") return args.get("@");
      if (node.kind !== "reference" || node.path.length > 0) return undefined;
      const arg = args.get(node.name);
      if (arg === undefined) return undefined;
      if (node.args.length === 0) return arg;
      // A parameter that stands for an operator: only its name can be replaced.
      return arg.kind === "reference" && arg.args.length === 0
        ? { ...arg, args: node.args.map(again), span: node.span }
        : undefined;
    },
  };
}

class Substitution {
  constructor(
    private readonly how: Rewriting,
    private readonly report: (diagnostic: Diagnostic) => void,
  ) {}

  body(statements: readonly Statement[], scope: Scope): readonly Statement[] {
    return statements.map((statement) => this.statement(statement, scope));
  }

  private statement(node: Statement, scope: Scope): Statement {
    const expr = (part: Expr): Expr => rewrite(part, this.how, scope);
    switch (node.kind) {
      case "labelled":
        return { ...node, statement: this.statement(node.statement, scope) };
      case "assign":
        return {
          ...node,
          parts: node.parts.flatMap((part) => {
            const target = this.target(part.variable, scope);
            if (target === null) return [];
            const path = part.path.map((selector) => rewriteSelector(selector, expr));
            return [
              {
                ...part,
                variable: target.variable,
                path: [...target.path, ...path],
                value: expr(part.value),
              },
            ];
          }),
        };
      case "ifStatement":
        return {
          ...node,
          condition: expr(node.condition),
          then: this.body(node.then, scope),
          else: this.body(node.else, scope),
        };
      case "while":
        return { ...node, condition: expr(node.condition), body: this.body(node.body, scope) };
      case "either":
        return { ...node, branches: node.branches.map((branch) => this.body(branch, scope)) };
      case "with": {
        let inner = scope;
        const bindings = node.bindings.map((binding) => {
          const value = rewrite(binding.expr, this.how, inner);
          const [pattern, next] = bindPattern(binding.pattern, inner, this.how.avoid);
          inner = next;
          return { ...binding, pattern, expr: value };
        });
        return { ...node, bindings, body: this.body(node.body, inner) };
      }
      case "await":
      case "assert":
        return { ...node, condition: expr(node.condition) };
      case "print":
        return { ...node, value: expr(node.value) };
      case "call":
      case "use":
        return { ...node, args: node.args.map(expr) };
      case "migrate":
        return { ...node, to: expr(node.to) };
      case "skip":
      case "goto":
      case "return":
      case "barrier":
        return node;
      default:
        return node satisfies never;
    }
  }

  private target(variable: Name, scope: Scope): Target | null {
    const expr = rewrite(ref(variable.name, variable.span), this.how, scope);
    const target = asTarget(expr);
    if (target !== null) return target;
    this.report({
      code: "P036",
      severity: "error",
      message: `\`${variable.name}\` is assigned to, so its argument must be a variable`,
      span: expr.span,
      notes: [
        "an argument that is assigned to is a variable, or an element or field of one: `x`, `x[i]`, `x.f`",
      ],
    });
    return null;
  }
}
