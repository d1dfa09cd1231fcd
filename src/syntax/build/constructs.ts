/** Expressions that begin with a word or a bullet: IF, CASE, LET, quantifiers, CHOOSE, LAMBDA, lists, fairness. */
import type {
  CaseOfCstNode,
  ChooseCstNode,
  ConjunctionListCstNode,
  DisjunctionListCstNode,
  FairnessCstNode,
  IfThenElseCstNode,
  LambdaCstNode,
  LetInCstNode,
  QuantifiedCstNode,
  TemporallyQuantifiedCstNode,
} from "../../../grammar/cst.js";
import type { Expr } from "../ast.js";
import { cover } from "../source.js";
import { buildNamePattern, buildQuantifierBounds, buildTuplePattern } from "./bounds.js";
import { buildSubscript } from "./brackets.js";
import type { BuildContext } from "./context.js";
import { buildLocalDefinition } from "./definitions.js";
import { buildParenthesized } from "./references.js";

/** A list of `/\` or `\/` bullets. */
export function buildJunction(
  context: BuildContext,
  node: ConjunctionListCstNode | DisjunctionListCstNode,
): Expr {
  const conjunction = node.name === "conjunctionList";
  const bullet = conjunction ? node.children.And[0]! : node.children.Or[0]!;
  const outer = context.bullet;
  context.bullet = bullet;
  const items = node.children.expression.map((item) => context.expression(item));
  context.bullet = outer;
  return {
    kind: "junction",
    op: conjunction ? "/\\" : "\\/",
    items,
    span: context.span(bullet.startOffset, items.at(-1)!.span.end),
  };
}

/** `IF p THEN a ELSE b`. */
export function buildIf(context: BuildContext, node: IfThenElseCstNode): Expr {
  const [condition, then, otherwise] = node.children.expression.map((e) => context.expression(e));
  const span = cover(context.spanOf(node.children.If[0]!), otherwise!.span);
  return { kind: "if", condition: condition!, then: then!, else: otherwise!, span };
}

/** `CASE p -> a [] q -> b [] OTHER -> c`. */
export function buildCase(context: BuildContext, node: CaseOfCstNode): Expr {
  const { Case, caseArm, expression } = node.children;
  const arms = caseArm.map(({ children: c }) => {
    const [guard, body] = c.expression.map((e) => context.expression(e));
    return { guard: guard!, body: body!, span: cover(guard!.span, body!.span) };
  });
  const other = expression ? context.expression(expression[0]!) : null;
  const span = cover(context.spanOf(Case[0]!), (other ?? arms.at(-1)!).span);
  return { kind: "case", arms, other, span };
}

/** `LET units IN body`. */
export function buildLet(context: BuildContext, node: LetInCstNode): Expr {
  const { Let, localDefinition, expression } = node.children;
  const units = localDefinition.map((unit) => buildLocalDefinition(context, unit));
  const body = context.expression(expression[0]!);
  return { kind: "let", units, body, span: cover(context.spanOf(Let[0]!), body.span) };
}

/** `\A x \in S : p` and `\E x \in S : p`, with or without sets. */
export function buildQuantifier(context: BuildContext, node: QuantifiedCstNode): Expr {
  const c = node.children;
  const word = (c.ForAll ?? c.Exists)![0]!;
  const body = context.expression(c.expression[0]!);
  return {
    kind: "quantifier",
    quantifier: c.ForAll ? "forall" : "exists",
    bounds: buildQuantifierBounds(context, c.quantifierBound),
    body,
    span: cover(context.spanOf(word), body.span),
  };
}

/** `\AA x : p` and `\EE x : p`. */
export function buildTemporalQuantifier(context: BuildContext, node: TemporallyQuantifiedCstNode): Expr {
  const c = node.children;
  const word = (c.TemporalForAll ?? c.TemporalExists)![0]!;
  const body = context.expression(c.expression[0]!);
  return {
    kind: "temporalQuantifier",
    quantifier: c.TemporalForAll ? "forall" : "exists",
    names: c.Identifier.map((token) => context.nameOf(token)),
    body,
    span: cover(context.spanOf(word), body.span),
  };
}

/** `CHOOSE x \in S : p`, with or without a set. */
export function buildChoose(context: BuildContext, node: ChooseCstNode): Expr {
  const c = node.children;
  const body = context.expression(c.expression[0]!);
  return {
    kind: "choose",
    pattern: c.tuplePattern
      ? buildTuplePattern(context, c.tuplePattern[0]!)
      : buildNamePattern(context, c.Identifier![0]!),
    set: c.set ? context.expression(c.set[0]!) : null,
    body,
    span: cover(context.spanOf(c.Choose[0]!), body.span),
  };
}

/** `LAMBDA x, y : e`. */
export function buildLambda(context: BuildContext, node: LambdaCstNode): Expr {
  const { Lambda, Identifier, expression } = node.children;
  const body = context.expression(expression[0]!);
  return {
    kind: "lambda",
    params: Identifier.map((token) => context.nameOf(token)),
    body,
    span: cover(context.spanOf(Lambda[0]!), body.span),
  };
}

/**
 * `WF_v(A)`. The parser reads `v(A)` as an operator with an argument; unless parentheses follow, that argument
 * is the action.
 */
export function buildFairness(context: BuildContext, node: FairnessCstNode): Expr {
  const { Fair, subscript: subscripts, parenthesized } = node.children;
  const word = Fair[0]!;
  const strength = word.image === "WF_" ? "weak" : "strong";
  const subscript = buildSubscript(context, subscripts[0]!);
  if (parenthesized) {
    const action = buildParenthesized(context, parenthesized[0]!);
    return { kind: "fairness", strength, subscript, action, span: cover(context.spanOf(word), action.span) };
  }
  const span = cover(context.spanOf(word), subscript.span);
  const action =
    subscript.kind === "reference" && subscript.args.length === 1 ? subscript.args[0] : undefined;
  if (subscript.kind !== "reference" || action === undefined) {
    context.report("G022", `\`${word.image}\` takes a subscript and one action in parentheses`, span, [
      `write ${word.image}vars(Action)`,
    ]);
    return { kind: "fairness", strength, subscript, action: action ?? subscript, span };
  }
  return { kind: "fairness", strength, subscript: { ...subscript, args: [] }, action, span };
}
