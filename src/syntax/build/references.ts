/** Names with their arguments, and parentheses. */
import type { IToken } from "chevrotain";
import type {
  CallArgumentsCstNode,
  ExpressionCstNode,
  MemberCstNode,
  ParenthesizedCstNode,
} from "../../../grammar/cst.js";
import { operatorName } from "../../../grammar/operators.js";
import type { Expr, Reference } from "../ast.js";
import { type BuildContext, endOf } from "./context.js";

/** `x`, `Op(a)`, `M!Op(a)` or an operator's symbol. */
export function buildReference(
  context: BuildContext,
  token: IToken,
  callArguments: CallArgumentsCstNode | undefined,
  members: readonly MemberCstNode[] | undefined,
): Reference {
  const parts = [
    { token, callArguments },
    ...(members ?? []).map(({ children: c }) => ({
      token: (c.Identifier ?? c.OperatorName)![0]!,
      callArguments: c.callArguments?.[0],
    })),
  ].map((part) => ({
    name: nameOrOperator(part.token),
    args: part.callArguments ? buildArguments(context, part.callArguments) : [],
    span: context.span(
      part.token.startOffset,
      endOf(part.callArguments ? part.callArguments.children.RightParen[0]! : part.token),
    ),
  }));
  const last = parts.pop()!;
  const span = context.span(token.startOffset, last.span.end);
  return { kind: "reference", path: parts, name: last.name, args: last.args, span };
}

/** The name of an identifier, or the canonical name of an operator's symbol. */
export function nameOrOperator(token: IToken): string {
  return token.tokenType.name === "OperatorName" ? (operatorName(token.image) ?? token.image) : token.image;
}

function buildArguments(context: BuildContext, node: CallArgumentsCstNode): Expr[] {
  return node.children.expression.map((expression) => context.expression(expression));
}

export function buildParenthesized(context: BuildContext, node: ParenthesizedCstNode): Expr {
  const { LeftParen, expression, RightParen } = node.children;
  return buildInParens(context, LeftParen[0]!, expression[0]!, RightParen[0]!);
}

/** The expression inside of parentheses, its span widened to them. */
export function buildInParens(
  context: BuildContext,
  open: IToken,
  node: ExpressionCstNode,
  close: IToken,
): Expr {
  return { ...context.expression(node), span: context.span(open.startOffset, endOf(close)) };
}
