/** The operands of expressions, as selectors count them: `Def!2` is the second one. */
import type { Expr, StepBody } from "../syntax/ast.js";

/** The operands of an expression, in order; `unnamed` for one that has no name of its own. LET and CASE are apart. */
export function operands(expr: Expr): readonly (Expr | "unnamed")[] {
  switch (expr.kind) {
    case "reference":
      return [...expr.path.flatMap((step) => step.args), ...expr.args];
    case "operator":
      return expr.operands;
    case "junction":
    case "setEnumeration":
    case "tuple":
      return expr.items;
    case "if":
      return [expr.condition, expr.then, expr.else];
    case "quantifier":
    case "function":
    case "setMap":
      return expr.bounds.flatMap((bound) => (bound.set === null ? [] : [bound.set]));
    case "choose":
      return expr.set === null ? [] : [expr.set];
    case "setFilter":
      return [expr.set];
    case "functionSet":
      return [expr.domain, expr.range];
    case "record":
      return expr.fields.map((field) => field.value);
    case "recordSet":
      return expr.fields.map((field) => field.set);
    case "except":
      return [expr.base, ...expr.updates.map(() => "unnamed" as const)];
    case "application":
      return [
        expr.fn,
        expr.args.length === 1 ? expr.args[0]! : { kind: "tuple", items: expr.args, span: expr.span },
      ];
    case "field":
      return [expr.record, { kind: "string", value: expr.name.name, span: expr.name.span }];
    case "product":
      return expr.factors;
    case "actionBox":
      return [expr.action, expr.subscript];
    case "fairness":
      return [expr.subscript, expr.action];
    case "number":
    case "string":
    case "at":
    case "case":
    case "let":
    case "temporalQuantifier":
    case "lambda":
    case "label":
    case "part":
      return [];
    default:
      return expr satisfies never;
  }
}

/** The parts of a step of a proof that are expressions. */
export function partsOfStep(what: StepBody): readonly Expr[] {
  switch (what.kind) {
    case "assert":
      return what.statement.kind === "assumeProve" ? [] : [what.statement];
    case "case":
      return [what.condition];
    case "have":
      return [what.fact];
    case "witness":
      return what.witnesses;
    case "take":
    case "pick":
      return what.bounds.flatMap((bound) => (bound.set === null ? [] : [bound.set]));
    case "qed":
    case "define":
    case "instance":
    case "useStep":
      return [];
    default:
      return what satisfies never;
  }
}
