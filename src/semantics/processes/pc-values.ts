/** Notices comparisons of `pc` with a string that no step bears: they would be false for ever, silently. */
import type { Expr, SpecUnit } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { nearest } from "../../syntax/nearest.js";
import { type Rewriting, rewrite, rewriteDefinition } from "./rewrite.js";
import type { World } from "./world.js";

/** Warnings about the formulas of a spec's definitions and claims. */
export function misspeltSteps(units: readonly SpecUnit[], world: World): readonly Diagnostic[] {
  const steps = new Set([
    "Done",
    ...[...world.processes, ...world.procedures].flatMap((owner) => owner.steps.map(({ pc }) => pc)),
  ]);
  const warnings: Diagnostic[] = [];
  const check = (literal: Expr): void => {
    if (literal.kind !== "string" || steps.has(literal.value)) return;
    const guess =
      nearest(literal.value, steps) ?? [...steps].find((step) => step.endsWith(`.${literal.value}`));
    warnings.push({
      code: "W030",
      severity: "warning",
      message: `no step is called "${literal.value}", so \`pc\` never has that value`,
      span: literal.span,
      ...(guess !== undefined && {
        notes: [`did you mean "${guess}"?`],
        fix: { span: literal.span, text: `"${guess}"` },
      }),
    });
  };
  const how: Rewriting = {
    avoid: () => false,
    visit(node) {
      if (node.kind !== "operator" || node.operands.length !== 2) return undefined;
      const [left, right] = node.operands as readonly [Expr, Expr];
      if (["=", "/="].includes(node.op)) {
        if (isPc(left)) check(right);
        else if (isPc(right)) check(left);
      } else if (["\\in", "\\notin"].includes(node.op) && isPc(left) && right.kind === "setEnumeration") {
        right.items.forEach(check);
      }
      return undefined;
    },
  };
  for (const unit of units) {
    if (unit.kind === "definition" || unit.kind === "functionDefinition") rewriteDefinition(unit, how);
    else if (unit.kind === "claim") rewrite(unit.body, how);
  }
  return warnings;
}

function isPc(expr: Expr): boolean {
  return expr.kind === "application" && expr.fn.kind === "reference" && expr.fn.name === "pc";
}
