/** Operands: names, literals, and everything that begins with a word or bracket of its own. */
import type { PostfixCstNode, TermCstNode } from "../../../grammar/cst.js";
import { findOperator } from "../../../grammar/operators.js";
import type { Expr } from "../ast.js";
import {
  buildBracketed,
  buildFunction,
  buildRecord,
  buildRecordSet,
  buildSet,
  buildTuple,
} from "./brackets.js";
import {
  buildCase,
  buildChoose,
  buildFairness,
  buildIf,
  buildJunction,
  buildLambda,
  buildLet,
  buildQuantifier,
  buildTemporalQuantifier,
} from "./constructs.js";
import { type BuildContext, endOf } from "./context.js";
import { buildNumber, buildString } from "./literals.js";
import { buildInParens, buildLabel, buildReference } from "./references.js";

/** Builds an operand with what is applied to it, without the prefix operators before it. */
export function buildOperand(context: BuildContext, node: TermCstNode): Expr {
  const base = buildBase(context, node);
  const postfixes = node.children.postfix;
  if (postfixes === undefined) return base;
  return context.deeper(postfixes.length, () =>
    postfixes.reduce((expr, postfix) => applyPostfix(context, expr, postfix), base),
  );
}

function buildBase(context: BuildContext, node: TermCstNode): Expr {
  const c = node.children;
  if (c.Identifier) {
    const reference = buildReference(context, c.Identifier[0]!, c.callArguments?.[0], c.member);
    return c.named ? buildLabel(context, reference, c.named[0]!.children.expression[0]!) : reference;
  }
  if (c.Number) return buildNumber(context, c.Number[0]!);
  if (c.String) return buildString(context, c.String[0]!);
  if (c.At) return { kind: "at", span: context.spanOf(c.At[0]!) };
  if (c.LeftParen) return buildInParens(context, c.LeftParen[0]!, c.expression![0]!, c.RightParen![0]!);
  if (c.conjunctionList) return buildJunction(context, c.conjunctionList[0]!);
  if (c.disjunctionList) return buildJunction(context, c.disjunctionList[0]!);
  if (c.tupleOrAction) return buildTuple(context, c.tupleOrAction[0]!);
  if (c.set) return buildSet(context, c.set[0]!);
  if (c.functionLiteral) return buildFunction(context, c.functionLiteral[0]!);
  if (c.record) return buildRecord(context, c.record[0]!);
  if (c.recordSet) return buildRecordSet(context, c.recordSet[0]!);
  if (c.bracketed) return buildBracketed(context, c.bracketed[0]!);
  if (c.ifThenElse) return buildIf(context, c.ifThenElse[0]!);
  if (c.caseOf) return buildCase(context, c.caseOf[0]!);
  if (c.letIn) return buildLet(context, c.letIn[0]!);
  if (c.quantified) return buildQuantifier(context, c.quantified[0]!);
  if (c.temporallyQuantified) return buildTemporalQuantifier(context, c.temporallyQuantified[0]!);
  if (c.choose) return buildChoose(context, c.choose[0]!);
  if (c.lambda) return buildLambda(context, c.lambda[0]!);
  if (c.fairness) return buildFairness(context, c.fairness[0]!);
  return buildReference(context, (c.OperatorName ?? c.StepName)![0]!, c.callArguments?.[0], c.member);
}

function applyPostfix(context: BuildContext, expr: Expr, node: PostfixCstNode): Expr {
  const c = node.children;
  if (c.PostfixOperator) {
    const token = c.PostfixOperator[0]!;
    return {
      kind: "operator",
      fixity: "postfix",
      op: findOperator(token.image, "postfix")!.name,
      operands: [expr],
      opSpan: context.spanOf(token),
      span: context.span(expr.span.start, endOf(token)),
    };
  }
  if (c.Dot) {
    const name = context.nameOf(c.Identifier![0]!);
    return { kind: "field", record: expr, name, span: context.span(expr.span.start, name.span.end) };
  }
  return {
    kind: "application",
    fn: expr,
    args: c.expression!.map((argument) => context.expression(argument)),
    span: context.span(expr.span.start, endOf(c.RightBracket![0]!)),
  };
}
