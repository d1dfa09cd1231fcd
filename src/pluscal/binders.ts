/** The names that expressions bind. A translation takes every name for the variable of that name, bound or not. */
import type { Bound, Expr, Name, Parameter, Pattern } from "../syntax/ast.js";
import type { Span } from "../syntax/source.js";
import type { Algorithm, Binder, Step } from "./ast.js";
import type { Problems } from "./problems.js";
import { isVariable, type Symbols } from "./symbols.js";

/** The names that are bound anywhere in an expression, with the places where they are. */
export function namesBoundIn(expr: Expr): readonly Name[] {
  const found: Name[] = [];
  const pattern = (each: Pattern): void => {
    if (each.kind === "name") found.push(each);
    else found.push(...each.names);
  };
  const bounds = (all: readonly Bound[]): void => {
    for (const { patterns } of all) patterns.forEach(pattern);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (isNode(node)) {
      switch (node.kind) {
        case "quantifier":
        case "setMap":
        case "function":
          bounds(node.bounds);
          break;
        case "choose":
        case "setFilter":
          pattern(node.pattern);
          break;
        case "lambda":
          found.push(...node.params);
          break;
        case "let":
          for (const unit of node.units) {
            if ("name" in unit) found.push(unit.name);
            if ("params" in unit) found.push(...(unit.params as readonly Parameter[]));
            if ("bounds" in unit) bounds(unit.bounds);
          }
          break;
        default:
      }
      for (const part of Object.values(node)) visit(part);
    }
  };
  visit(expr);
  return found;
}

/** Whether something is a part of a tree; places are not looked into. */
function isNode(value: unknown): value is Expr {
  return typeof value === "object" && value !== null && !("source" in value);
}

/** Reports names that an expression or a `with` binds and that variables have. */
export function checkBinders(
  { binders }: Algorithm<readonly Step[]>,
  symbols: Symbols,
  problems: Problems,
): void {
  const seen = new Set<number>();
  const report = ({ name, span, owner }: Binder): void => {
    const symbol = symbols.all.find(
      (each) => isVariable(each) && each.name === name && (each.owner === owner || each.owner === ""),
    );
    if (symbol === undefined || seen.has(span.start)) return;
    seen.add(span.start);
    problems.report("P124", `\`${name}\` is a variable of the algorithm, and is bound here too`, span, [
      symbol.line === 0
        ? "every translation has a variable of this name; choose another one"
        : `the variable is declared at line ${symbol.line}; choose another name here, since all that is called so is taken for the variable`,
    ]);
  };
  binders.forEach(report);
}

/** Names bound in an expression of an owner. */
export function bindersOf(expr: Expr, owner: string): readonly Binder[] {
  return namesBoundIn(expr).map(({ name, span }: { name: string; span: Span }) => ({ name, span, owner }));
}
