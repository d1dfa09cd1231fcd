/** Where the operator table wants parentheses around an expression. */
import { findOperator, type Operator } from "../../grammar/operators.js";
import type { CartesianProduct, Expr, Junction, OperatorUse } from "./ast.js";
import { isSymbol } from "./print-names.js";

/**
 * What stands directly behind an expression: an operator that takes it as its left operand, the `[` of a function
 * application, the `.` of a field, or the `[]` before the next arm of a CASE; null where it ends at a bracket, a
 * word or a line and nothing could be drawn into it.
 */
export type Follower = Pick<Operator, "name" | "low" | "high" | "associativity"> | null;

export const APPLICATION: Follower = { name: "[", low: 16, high: 16, associativity: "left" };
export const FIELD: Follower = { name: ".", low: 17, high: 17, associativity: "left" };
/** An arm of CASE draws in nothing but a CASE whose last arm it would become. */
export const NEXT_ARM: Follower = { name: "CASE", low: 0, high: 0, associativity: "none" };

/** The table's entry for an operator of the tree; a bug of the tool if there is none. */
export function operatorOf(use: OperatorUse | CartesianProduct): Operator {
  const [name, fixity] =
    use.kind === "product" ? (["\\X", "infix"] as const) : ([use.op, use.fixity] as const);
  const operator = findOperator(name, fixity);
  if (operator === undefined) throw new Error(`no ${fixity} operator is called ${name}`);
  return operator;
}

/** Expressions without a closing bracket or word of their own: they reach as far to the right as they can. */
export function isOpen(e: Expr): boolean {
  switch (e.kind) {
    case "junction":
    case "if":
    case "case":
    case "let":
    case "quantifier":
    case "temporalQuantifier":
    case "choose":
    case "lambda":
    case "label":
      return true;
    default:
      return false;
  }
}

/** Whether `e` needs parentheses because of what follows it. */
export function captures(e: Expr, after: Follower): boolean {
  if (after === null) return false;
  if (after === NEXT_ARM) return e.kind === "case" || (e.kind === "junction" && meetsNextArm(e));
  if (isOpen(e)) return true;
  switch (e.kind) {
    case "operator":
      return e.fixity !== "postfix" && !comesFirst(operatorOf(e), after);
    case "product":
      // A product in front of `\X` would become part of the longer product.
      return after.name === "\\X" || !comesFirst(operatorOf(e), after);
    case "actionBox":
    case "fairness":
      return after === APPLICATION || after === FIELD || after.low >= 15;
    case "number":
      return after === FIELD;
    case "part": {
      // `Def!1!-` would run together with `.name`.
      const last = e.selectors.at(-1);
      return last?.kind === "name" && last.args.length === 0 && isSymbol(last.name) && after.low >= 15;
    }
    default:
      return false;
  }
}

/** A list on one line, or one whose last item would go on with the arm, were it not for the columns. */
function meetsNextArm({ items }: Junction): boolean {
  return items.length === 1 || endsInCase(items.at(-1)!);
}

/** Whether the rightmost part of an expression may be a CASE outside of any brackets. */
function endsInCase(e: Expr): boolean {
  switch (e.kind) {
    case "case":
      return true;
    case "junction":
      return endsInCase(e.items.at(-1)!);
    case "if":
      return endsInCase(e.else);
    case "let":
    case "quantifier":
    case "temporalQuantifier":
    case "choose":
    case "lambda":
    case "label":
      return endsInCase(e.body);
    case "operator":
      return endsInCase(e.operands.at(-1)!);
    case "product":
      return endsInCase(e.factors.at(-1)!);
    default:
      return false;
  }
}

/** Whether `e`, as the operand right of `before`, needs parentheses because the table would not give it the place. */
export function yields(e: Expr, before: Operator): boolean {
  switch (e.kind) {
    case "junction":
      // Only behind an implication or its like does a list read well without parentheses.
      return before.low > 2;
    case "label":
      return true;
    case "product":
      return before.high >= operatorOf(e).low;
    case "application":
    case "field":
      return beginsWithPostfix(e, before);
    case "operator": {
      const operator = operatorOf(e);
      // A prefix operator cannot be taken for the end of an operand; but `-` can, where it could also be infix.
      if (e.fixity === "prefix" && e.op !== "-.") return false;
      if (e.fixity === "prefix" && before.fixity === "prefix") return false;
      // By the table `~ x = y` is the negation of `x = y`; no reader sees that.
      return before.name === "~" || before.high >= operator.low;
    }
    default:
      return false;
  }
}

/** Whether `before` meets a postfix operator that it has no precedence over in front of a `[` or `.`, as in `[]f'[x]`. */
function beginsWithPostfix(e: Expr, before: Operator): boolean {
  switch (e.kind) {
    case "application":
      return beginsWithPostfix(e.fn, before);
    case "field":
      return beginsWithPostfix(e.record, before);
    case "operator":
      return e.fixity === "postfix" && before.high >= operatorOf(e).low;
    default:
      return false;
  }
}

/** Whether an operator with its operands is complete before the operator behind them takes the result. */
function comesFirst(operator: Operator, after: NonNullable<Follower>): boolean {
  if (operator.low > after.high) return true;
  return operator.name === after.name && operator.fixity === "infix" && operator.associativity === "left";
}
