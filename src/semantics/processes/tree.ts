/** Builds the pieces of syntax tree that a translation is made of. Each takes the span of what it stands for. */
import type {
  Bound,
  ExceptExpr,
  Expr,
  OperatorDefinition,
  Pattern,
  Reference,
  Selector,
} from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";

/** `name` or `name(args)`. */
export function ref(name: string, span: Span, args: readonly Expr[] = []): Reference {
  return { kind: "reference", path: [], name, args, span };
}

export function text(value: string, span: Span): Expr {
  return { kind: "string", value, span };
}

export function number(value: number, span: Span): Expr {
  return { kind: "number", text: String(value), base: 10, span };
}

/** `[name |-> value, …]`. */
export function record(fields: readonly (readonly [string, Expr])[], span: Span): Expr {
  return { kind: "record", fields: fields.map(([name, value]) => ({ name: { name, span }, value })), span };
}

export function tuple(items: readonly Expr[], span: Span): Expr {
  return { kind: "tuple", items, span };
}

export function set(items: readonly Expr[], span: Span): Expr {
  return { kind: "setEnumeration", items, span };
}

export function infix(op: string, left: Expr, right: Expr, span: Span): Expr {
  return { kind: "operator", fixity: "infix", op, operands: [left, right], opSpan: span, span };
}

export function prefix(op: string, operand: Expr, span: Span): Expr {
  return { kind: "operator", fixity: "prefix", op, operands: [operand], opSpan: span, span };
}

/** `e'`. */
export function prime(operand: Expr, span: Span): Expr {
  return { kind: "operator", fixity: "postfix", op: "'", operands: [operand], opSpan: span, span };
}

/** A junction list; one item alone stands for itself, none for `TRUE` or `FALSE`. */
export function junction(op: "/\\" | "\\/", items: readonly Expr[], span: Span): Expr {
  const [only] = items;
  if (only === undefined) return ref(op === "/\\" ? "TRUE" : "FALSE", span);
  return items.length === 1 ? only : { kind: "junction", op, items, span };
}

/** `f[arg]`. */
export function apply(fn: Expr, arg: Expr, span: Span): Expr {
  return { kind: "application", fn, args: [arg], span };
}

/** `r.name`. */
export function field(record: Expr, name: string, span: Span): Expr {
  return { kind: "field", record, name: { name, span }, span };
}

export function index(arg: Expr, span: Span): Selector {
  return { kind: "index", args: [arg], span };
}

/** `[base EXCEPT !path = value, …]`. */
export function except(base: Expr, updates: ExceptExpr["updates"], span: Span): Expr {
  return { kind: "except", base, updates, span };
}

export function named(name: string, span: Span): Pattern {
  return { kind: "name", name, span };
}

/** `name \in set`. */
export function bound(pattern: Pattern, domain: Expr, span: Span): Bound {
  return { patterns: [pattern], set: domain, span };
}

/** `\E pattern \in domain : body` or `\A …`. */
export function quantifier(
  kind: "forall" | "exists",
  pattern: Pattern,
  domain: Expr,
  body: Expr,
  span: Span,
): Expr {
  return { kind: "quantifier", quantifier: kind, bounds: [bound(pattern, domain, span)], body, span };
}

/** `[name \in domain |-> body]`. */
export function functionOn(name: string, domain: Expr, body: Expr, span: Span): Expr {
  return { kind: "function", bounds: [bound(named(name, span), domain, span)], body, span };
}

/** `name == body` or `name(params) == body`. */
export function definition(
  name: string,
  params: readonly string[],
  body: Expr,
  span: Span,
): OperatorDefinition {
  return {
    kind: "definition",
    local: false,
    name: { name, span },
    fixity: "named",
    params: params.map((param) => ({ name: param, arity: 0, span })),
    body,
    span,
  };
}

/** `UNCHANGED x` or `UNCHANGED <<x, y>>`. */
export function unchanged(variables: readonly string[], span: Span): Expr {
  const names = variables.map((name) => ref(name, span));
  return prefix("UNCHANGED", names.length === 1 ? names[0]! : tuple(names, span), span);
}
