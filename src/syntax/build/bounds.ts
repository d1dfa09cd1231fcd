import type { IToken } from "chevrotain";
import type {
  BoundCstNode,
  BoundNamesCstNode,
  QuantifierBoundCstNode,
  TermCstNode,
  TuplePatternCstNode,
} from "../../../grammar/cst.js";
import type { Bound, Pattern } from "../ast.js";
import { type BuildContext, endOf } from "./context.js";

export type SetBound = Bound & { readonly set: NonNullable<Bound["set"]> };

/** `x, y \in S` or `<<x, y>> \in S`. */
export function buildBound(context: BuildContext, node: BoundCstNode): SetBound {
  const patterns = buildPatterns(context, node.children.boundNames[0]!);
  const set = context.expression(node.children.expression[0]!);
  return { patterns, set, span: context.span(patterns[0]!.span.start, set.span.end) };
}

/** The bounds of a quantifier, TAKE or PICK: either all of them have a set, or none. */
export function buildQuantifierBounds(
  context: BuildContext,
  nodes: readonly QuantifierBoundCstNode[],
): Bound[] {
  const bounds = nodes.map((node) => buildQuantifierBound(context, node));
  const bounded = bounds.some(({ set }) => set !== null);
  for (const { patterns, set, span } of bounds) {
    if (set !== null) continue;
    const tuple = patterns[0]?.kind === "tuple";
    if (!bounded && !tuple) continue;
    const message = tuple ? "a tuple of names needs a set" : "either all of these names have a set, or none";
    context.report("G046", message, span, [
      tuple ? "write <<x, y>> \\in S" : "write \\A x \\in S, y \\in T : p, or \\A x \\in S : \\A y : p",
    ]);
  }
  return bounds;
}

/** A quantifier's bound, whose set may be missing. */
function buildQuantifierBound(context: BuildContext, node: QuantifierBoundCstNode): Bound {
  const patterns = buildPatterns(context, node.children.boundNames[0]!);
  const expression = node.children.expression?.[0];
  const set = expression ? context.expression(expression) : null;
  const end = (set ?? patterns.at(-1)!).span.end;
  return { patterns, set, span: context.span(patterns[0]!.span.start, end) };
}

function buildPatterns(context: BuildContext, node: BoundNamesCstNode): Pattern[] {
  const { Identifier, tuplePattern } = node.children;
  if (tuplePattern) return [buildTuplePattern(context, tuplePattern[0]!)];
  return Identifier!.map((token) => buildNamePattern(context, token));
}

export function buildNamePattern(context: BuildContext, token: IToken): Pattern {
  return { kind: "name", ...context.nameOf(token) };
}

/** `<<x, y>>` where names are introduced. */
export function buildTuplePattern(context: BuildContext, node: TuplePatternCstNode): Pattern {
  const { LeftAngle, Identifier, RightAngle } = node.children;
  return {
    kind: "tuple",
    names: (Identifier ?? []).map((token) => context.nameOf(token)),
    span: context.span(LeftAngle[0]!.startOffset, endOf(RightAngle[0]!)),
  };
}

/**
 * The pattern that a term is, where the parser read the bound of a set filter as an expression; it has checked
 * that the term is a name or a tuple of names.
 */
export function patternOfTerm(context: BuildContext, node: TermCstNode): Pattern {
  const { Identifier, tupleOrAction } = node.children;
  if (Identifier) return buildNamePattern(context, Identifier[0]!);
  const tuple = tupleOrAction![0]!.children;
  const names = (tuple.expression ?? []).map((e) => e.children.term[0]!.children.Identifier![0]!);
  return {
    kind: "tuple",
    names: names.map((token) => context.nameOf(token)),
    span: context.span(tuple.LeftAngle[0]!.startOffset, endOf(tuple.RightAngle![0]!)),
  };
}
