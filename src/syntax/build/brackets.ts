/** Tuples, sets, functions, records, EXCEPT, and actions with a subscript. */
import type {
  BracketedCstNode,
  FunctionLiteralCstNode,
  RecordCstNode,
  RecordSetCstNode,
  SelectorCstNode,
  SetCstNode,
  SubscriptCstNode,
  TupleOrActionCstNode,
  UpdateCstNode,
} from "../../../grammar/cst.js";
import type { ExceptExpr, Expr, Selector } from "../ast.js";
import { buildBound, patternOfTerm } from "./bounds.js";
import { type BuildContext, endOf } from "./context.js";
import { buildParenthesized, buildReference } from "./references.js";

/** `<<a, b>>` or `<<A>>_v`. */
export function buildTuple(context: BuildContext, node: TupleOrActionCstNode): Expr {
  const c = node.children;
  const start = c.LeftAngle[0]!.startOffset;
  const items = (c.expression ?? []).map((item) => context.expression(item));
  if (c.RightAngle) return { kind: "tuple", items, span: context.span(start, endOf(c.RightAngle[0]!)) };
  const subscript = buildSubscript(context, c.subscript![0]!);
  const span = context.span(start, subscript.span.end);
  const action = items[0];
  if (action === undefined || items.length > 1) {
    context.report("G020", "`<<…>>_v` takes exactly one action", span, [
      "for a tuple, leave a space before the `_`",
    ]);
  }
  return { kind: "actionBox", form: "angle", action: action ?? subscript, subscript, span };
}

/** `{a, b}`, `{x \in S : P}` or `{e : x \in S}`. */
export function buildSet(context: BuildContext, node: SetCstNode): Expr {
  const c = node.children;
  const span = context.span(c.LeftBrace[0]!.startOffset, endOf(c.RightBrace[0]!));
  const expressions = c.expression ?? [];
  const first = expressions[0];
  if (c.predicate && first) {
    return {
      kind: "setFilter",
      pattern: patternOfTerm(context, first.children.term[0]!),
      set: context.expression(first, 1),
      predicate: context.expression(c.predicate[0]!),
      span,
    };
  }
  if (c.bound && first) {
    const body = context.expression(first);
    return { kind: "setMap", body, bounds: c.bound.map((bound) => buildBound(context, bound)), span };
  }
  return { kind: "setEnumeration", items: expressions.map((item) => context.expression(item)), span };
}

/** `[x \in S, y \in T |-> e]`. */
export function buildFunction(context: BuildContext, node: FunctionLiteralCstNode): Expr {
  const c = node.children;
  return {
    kind: "function",
    bounds: c.bound.map((bound) => buildBound(context, bound)),
    body: context.expression(c.expression[0]!),
    span: context.span(c.FunctionBracket[0]!.startOffset, endOf(c.RightBracket[0]!)),
  };
}

/** `[a |-> 1, b |-> 2]`. */
export function buildRecord(context: BuildContext, node: RecordCstNode): Expr {
  const c = node.children;
  return {
    kind: "record",
    fields: c.Identifier.map((token, i) => ({
      name: context.nameOf(token),
      value: context.expression(c.expression[i]!),
    })),
    span: context.span(c.RecordBracket[0]!.startOffset, endOf(c.RightBracket[0]!)),
  };
}

/** `[a : S, b : T]`. */
export function buildRecordSet(context: BuildContext, node: RecordSetCstNode): Expr {
  const c = node.children;
  return {
    kind: "recordSet",
    fields: c.Identifier.map((token, i) => ({
      name: context.nameOf(token),
      set: context.expression(c.expression[i]!),
    })),
    span: context.span(c.RecordSetBracket[0]!.startOffset, endOf(c.RightBracket[0]!)),
  };
}

/** `[S -> T]`, `[f EXCEPT ![i] = e]` or `[A]_v`. */
export function buildBracketed(context: BuildContext, node: BracketedCstNode): Expr {
  const c = node.children;
  const start = c.LeftBracket[0]!.startOffset;
  const first = context.expression(c.expression[0]!);
  if (c.RightBracketSub) {
    const subscript = buildSubscript(context, c.subscript![0]!);
    const span = context.span(start, subscript.span.end);
    return { kind: "actionBox", form: "box", action: first, subscript, span };
  }
  const span = context.span(start, endOf(c.RightBracket![0]!));
  if (c.Arrow) {
    return { kind: "functionSet", domain: first, range: context.expression(c.expression[1]!), span };
  }
  return {
    kind: "except",
    base: first,
    updates: c.update!.map((update) => buildUpdate(context, update)),
    span,
  };
}

function buildUpdate(context: BuildContext, node: UpdateCstNode): ExceptExpr["updates"][number] {
  const { Bang, selector, expression } = node.children;
  const value = context.expression(expression[0]!);
  return {
    path: selector.map((step) => buildSelector(context, step)),
    value,
    span: context.span(Bang[0]!.startOffset, value.span.end),
  };
}

/** `[i, j]` or `.name`. */
export function buildSelector(context: BuildContext, node: SelectorCstNode): Selector {
  const c = node.children;
  if (c.Dot) {
    const name = context.nameOf(c.Identifier![0]!);
    return { kind: "field", name, span: context.span(c.Dot[0]!.startOffset, name.span.end) };
  }
  return {
    kind: "index",
    args: c.expression!.map((argument) => context.expression(argument)),
    span: context.span(c.LeftBracket![0]!.startOffset, endOf(c.RightBracket![0]!)),
  };
}

/** What follows `]_`, `>>_`, `WF_` or `SF_`. */
export function buildSubscript(context: BuildContext, node: SubscriptCstNode): Expr {
  const c = node.children;
  if (c.Identifier) return buildReference(context, c.Identifier[0]!, c.callArguments?.[0], c.instanceMember);
  if (c.parenthesized) return buildParenthesized(context, c.parenthesized[0]!);
  if (c.tupleOrAction) return buildTuple(context, c.tupleOrAction[0]!);
  if (c.set) return buildSet(context, c.set[0]!);
  if (c.functionLiteral) return buildFunction(context, c.functionLiteral[0]!);
  if (c.record) return buildRecord(context, c.record[0]!);
  if (c.recordSet) return buildRecordSet(context, c.recordSet[0]!);
  return buildBracketed(context, c.bracketed![0]!);
}
