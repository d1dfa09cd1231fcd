/** Selectors of parts: what `!3`, `!<<` and `!(a)` mean by themselves. */
import type { Expr, PartSelector, Pattern } from "../syntax/ast.js";

/** Which of `count` operands a selector means; null if there is none. */
export function position(
  selector: Extract<PartSelector, { kind: "operand" | "left" | "right" }>,
  count: number,
): number | null {
  switch (selector.kind) {
    case "operand":
      return selector.index >= 1 && selector.index <= count ? selector.index - 1 : null;
    case "left":
      return count > 0 ? 0 : null;
    case "right":
      return count === 2 ? 1 : null;
    default:
      return selector satisfies never;
  }
}

/** The names that a construct binds, and what it says of them; null if it binds none. */
export function bindingOf(expr: Expr): { readonly patterns: readonly Pattern[]; readonly body: Expr } | null {
  switch (expr.kind) {
    case "quantifier":
    case "function":
    case "setMap":
      return { patterns: expr.bounds.flatMap((bound) => bound.patterns), body: expr.body };
    case "choose":
      return { patterns: [expr.pattern], body: expr.body };
    case "setFilter":
      return { patterns: [expr.pattern], body: expr.predicate };
    case "temporalQuantifier":
      return { patterns: expr.names.map((name) => ({ kind: "name", ...name })), body: expr.body };
    case "lambda":
      return { patterns: expr.params.map((name) => ({ kind: "name", ...name })), body: expr.body };
    default:
      return null;
  }
}

/** A selector as it is written. */
export function selectorText(selector: PartSelector): string {
  switch (selector.kind) {
    case "operand":
      return `!${selector.index}`;
    case "left":
      return "!<<";
    case "right":
      return "!>>";
    case "body":
      return "!@";
    case "definition":
      return "!:";
    case "arguments":
      return "!(…)";
    case "name":
      return `!${selector.name}`;
    default:
      return selector satisfies never;
  }
}
