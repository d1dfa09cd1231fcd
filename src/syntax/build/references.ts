/** Names with their arguments, parts of definitions, and parentheses. */
import type { IToken } from "chevrotain";
import type {
  CallArgumentsCstNode,
  ExpressionCstNode,
  InstanceMemberCstNode,
  MemberCstNode,
  ParenthesizedCstNode,
} from "../../../grammar/cst.js";
import type { Expr, PartReference, PartSelector, Reference } from "../ast.js";
import type { Span } from "../source.js";
import { type BuildContext, endOf } from "./context.js";

type Member = MemberCstNode | InstanceMemberCstNode;

/** A name on the way to what is meant, with its arguments. */
type Part = Reference["path"][number];

/** `x`, `Op(a)`, `M!Op(a)`, an operator's symbol or a step's name, or a part of a definition: `Op(a)!2`. */
export function buildReference(
  context: BuildContext,
  token: IToken,
  callArguments: CallArgumentsCstNode | undefined,
  members: readonly Member[] = [],
): Reference | PartReference {
  const parts = [buildPart(context, token, callArguments)];
  for (const [i, member] of members.entries()) {
    const part = namedPart(context, member);
    if (part === null) {
      const selectors = members.slice(i).map((each) => buildSelector(context, each));
      const root = asReference(context, parts, token.startOffset);
      const span = context.span(token.startOffset, selectors.at(-1)!.span.end);
      return { kind: "part", root, selectors, span };
    }
    parts.push(part);
  }
  return asReference(context, parts, token.startOffset);
}

function asReference(context: BuildContext, parts: readonly Part[], start: number): Reference {
  const last = parts.at(-1)!;
  const span = context.span(start, last.span.end);
  return { kind: "reference", path: parts.slice(0, -1), name: last.name, args: last.args, span };
}

function buildPart(
  context: BuildContext,
  token: IToken,
  callArguments: CallArgumentsCstNode | undefined,
): Part {
  return {
    name: context.nameOrOperator(token),
    args: callArguments ? buildArguments(context, callArguments) : [],
    span: context.span(token.startOffset, callArguments ? closeOf(callArguments) : endOf(token)),
  };
}

/** What follows a `!` as a name with its arguments; null if it is none. */
function namedPart(context: BuildContext, { children: c }: Member): Part | null {
  const token = ("OperatorName" in c ? c.OperatorName : c.Identifier)?.[0];
  return token === undefined ? null : buildPart(context, token, c.callArguments?.[0]);
}

function buildSelector(context: BuildContext, member: Member): PartSelector {
  const part = namedPart(context, member);
  if (part !== null) return { kind: "name", ...part };
  const c = member.children;
  const bang = c.Bang[0]!.startOffset;
  if (c.callArguments) {
    const args = buildArguments(context, c.callArguments[0]!);
    return { kind: "arguments", args, span: context.span(bang, closeOf(c.callArguments[0]!)) };
  }
  const { Number: numbers, PartSign, At }: MemberCstNode["children"] = c;
  const token = (numbers ?? PartSign ?? At)![0]!;
  const span = context.span(bang, endOf(token));
  if (numbers) return { kind: "operand", index: operandIndex(context, token), span };
  if (At) return { kind: "body", span };
  return { kind: partKind(token.image), span };
}

function partKind(sign: string): "left" | "right" | "definition" {
  if (sign === ":") return "definition";
  return sign === "<<" || sign === "⟨" ? "left" : "right";
}

function operandIndex(context: BuildContext, token: IToken): number {
  if (/^[0-9]+$/.test(token.image)) return Number(token.image);
  context.report("G017", `\`!${token.image}\` chooses no operand`, context.spanOf(token), [
    "the operands of an operator are counted from 1: Def!1, Def!2!1",
  ]);
  return 1;
}

function closeOf(node: CallArgumentsCstNode): number {
  return endOf(node.children.RightParen[0]!);
}

/**
 * `name:: e`, `name(x, y):: e`; `before` is what stands before the `::`.
 */
export function buildLabel(
  context: BuildContext,
  before: Reference | PartReference,
  node: ExpressionCstNode,
): Expr {
  const body = context.expression(node);
  const params = before.kind === "part" || before.path.length > 0 ? null : plainNames(before.args);
  const span: Span = context.span(before.span.start, body.span.end);
  if (before.kind === "part" || params === null) {
    context.report("G017", "before `::` stands a label's name, or its name and parameters", before.span, [
      "write label:: expression, or label(x, y):: expression where x and y are bound around it",
    ]);
    return body;
  }
  const name = { name: before.name, span: before.span };
  return { kind: "label", name, params, body, span };
}

/** Arguments that are nothing but names; null if another one is among them. */
function plainNames(args: readonly Expr[]): Reference[] | null {
  const names = args.filter((arg) => arg.kind === "reference");
  const plain = names.every(({ path, args: inner }) => path.length === 0 && inner.length === 0);
  return plain && names.length === args.length ? names : null;
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
