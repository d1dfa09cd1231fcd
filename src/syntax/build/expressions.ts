/**
 * Expressions: which operator takes which operand.
 * The parser reads them flat; here the precedence ranges of the operator table decide, as in the reference parser.
 */
import type { IToken } from "chevrotain";
import type { ExpressionCstNode, TermCstNode } from "../../../grammar/cst.js";
import { bindsTighter, findOperator, type Operator } from "../../../grammar/operators.js";
import { And, Or } from "../../../grammar/tokens.js";
import type { Expr, LabelledExpr } from "../ast.js";
import { cover } from "../source.js";
import { reportConflict, warnOfMisalignment } from "./conflicts.js";
import type { BuildContext } from "./context.js";
import { buildOperand } from "./terms.js";

/**
 * Builds what an expression holds from one of its terms on; `x \in S /\ T` from its second term on is `S /\ T`.
 * @throws TreeTooDeep
 */
export function buildExpression(context: BuildContext, node: ExpressionCstNode, from: number): Expr {
  const { term: terms, InfixOperator: infixes = [] } = node.children;
  const first = terms[from]!;
  if (from === infixes.length && first.children.PrefixOperator === undefined) {
    return context.deeper(1, () => buildOperand(context, first));
  }
  let levels = terms.length - from;
  for (const term of terms) levels += term.children.PrefixOperator?.length ?? 0;
  return context.deeper(levels, () => {
    const stack = new OperatorStack(context);
    for (let i = from; i < terms.length; i++) {
      if (i > from) stack.infix(infixes[i - 1]!);
      stack.term(terms[i]!);
    }
    return stack.finish();
  });
}

/** An operator that waits for its right operand. */
interface Pending {
  readonly operator: Operator;
  readonly token: IToken;
}

/** Shift and reduce: operators wait until one comes that binds looser. */
class OperatorStack {
  readonly #context: BuildContext;
  readonly #operands: Expr[] = [];
  readonly #pending: Pending[] = [];
  /** Products made here, which take further factors; one in parentheses does not. */
  readonly #products = new Set<Expr>();

  constructor(context: BuildContext) {
    this.#context = context;
  }

  /** Takes prefix operators and an operand. */
  term(term: TermCstNode): void {
    for (const token of term.children.PrefixOperator ?? []) this.#prefix(token);
    const before = term.children.PrefixOperator?.at(-1);
    this.#checkPostfix(term, before === undefined ? undefined : this.#pending.at(-1));
    const operand = buildOperand(this.#context, term);
    if (operand.kind === "label") this.#checkLabel(term, operand);
    this.#operands.push(operand);
  }

  infix(token: IToken): void {
    const operator = findOperator(token.image, "infix")!;
    if (token.tokenType === And || token.tokenType === Or) warnOfMisalignment(this.#context, token);
    this.#reduceFor(operator, token);
    this.#pending.push({ operator, token });
  }

  finish(): Expr {
    while (this.#pending.length > 0) this.#reduce();
    return this.#operands[0]!;
  }

  #prefix(token: IToken): void {
    const operator = findOperator(token.image, "prefix")!;
    const left = this.#pending.at(-1);
    // Only a minus can be refused as an operand: `a * -b` would have the looser operator bind first.
    if (left !== undefined && operator.name === "-." && bindsTighter(left.operator, operator)) {
      reportConflict(this.#context, left, { operator, token });
    }
    this.#pending.push({ operator, token });
  }

  /** A prefix operator whose range reaches up to that of a postfix operator conflicts with it: `[]x'`. */
  #checkPostfix(term: TermCstNode, left: Pending | undefined): void {
    if (left === undefined) return;
    for (const postfix of term.children.postfix ?? []) {
      const token = postfix.children.PostfixOperator?.[0];
      const operator = token && findOperator(token.image, "postfix");
      if (operator === undefined || token === undefined) continue;
      if (!bindsTighter(operator, left.operator)) reportConflict(this.#context, left, { operator, token });
    }
  }

  /** Without its label `a * l:: b + c` would be read otherwise; SANY refuses that. */
  #checkLabel(term: TermCstNode, { body, span }: LabelledExpr): void {
    const left = this.#pending.at(-1);
    const node = term.children.named?.[0]?.children.expression[0];
    const operator = node && outermost(node, body);
    if (left === undefined || operator === undefined || bindsTighter(operator, left.operator)) return;
    const [first, second] = [left.token.image, operator.name];
    this.#context.report(
      "G017",
      `without this label \`${first}\` would not take all of \`${second}\``,
      span,
      ["put parentheses around the label and its expression"],
    );
  }

  /** Gives operators that bind tighter than the one that comes their right operand. */
  #reduceFor(operator: Operator, token: IToken): void {
    for (let left = this.#pending.at(-1); left !== undefined; left = this.#pending.at(-1)) {
      if (bindsTighter(operator, left.operator)) return;
      const repeats = left.operator === operator && operator.associativity === "left";
      if (!repeats && !bindsTighter(left.operator, operator)) {
        reportConflict(this.#context, left, { operator, token });
      }
      this.#reduce();
    }
  }

  #reduce(): void {
    const { operator, token } = this.#pending.pop()!;
    const right = this.#operands.pop()!;
    const opSpan = this.#context.spanOf(token);
    const { name: op, fixity } = operator;
    if (fixity === "prefix") {
      const span = cover(opSpan, right.span);
      this.#operands.push({ kind: "operator", fixity, op, operands: [right], opSpan, span });
      return;
    }
    const left = this.#operands.pop()!;
    const span = cover(left.span, right.span);
    if (op === "\\X") {
      const factors = left.kind === "product" && this.#products.has(left) ? left.factors : [left];
      const product: Expr = { kind: "product", factors: [...factors, right], span };
      this.#products.add(product);
      this.#operands.push(product);
      return;
    }
    this.#operands.push({ kind: "operator", fixity, op, operands: [left, right], opSpan, span });
  }
}

/** The infix or postfix operator that an expression consists of; undefined if it is something else, as in parentheses. */
function outermost(node: ExpressionCstNode, e: Expr): Operator | undefined {
  const { InfixOperator, term } = node.children;
  if (InfixOperator === undefined && term[0]?.children.postfix === undefined) return undefined;
  if (e.kind === "product") return findOperator("\\X", "infix");
  return e.kind === "operator" && e.fixity !== "prefix" ? findOperator(e.op, e.fixity) : undefined;
}
