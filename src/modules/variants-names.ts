/** Names that expectations and reviews use themselves. */
import type { Name, SpecUnit } from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { aUnit } from "./units.js";

/** What each of these names means where scenarios, patches and claims are named. */
const MEANINGS = {
  scenario: new Map([
    ["default", "the values in the spec itself"],
    ["every", "all scenarios"],
  ]),
  patch: new Map([["base", "the spec without any patch"]]),
  claim: new Map([
    ["deadlock", "the check for deadlocks"],
    ["assertions", "the check of all assertions"],
  ]),
} as const;

/** Reports the scenarios, patches and claims of a flattened spec, and those that patches bring, whose names are taken. */
export function checkNames(units: readonly SpecUnit[], report: (diagnostic: Diagnostic) => void): void {
  for (const unit of units) {
    if (unit.kind === "scenario" || unit.kind === "patch") checkName(unit, unit.name, unit.kind, report);
    else if (unit.kind === "claim") checkName(unit, unit.name, "claim", report);
    if (unit.kind === "patch")
      checkNames(
        unit.edits.flatMap((edit) => (edit.kind === "redefine" ? [edit.unit] : [])),
        report,
      );
  }
}

function checkName(
  unit: SpecUnit,
  { name, span }: Name,
  kind: keyof typeof MEANINGS,
  report: (diagnostic: Diagnostic) => void,
): void {
  const meaning = MEANINGS[kind].get(name);
  if (meaning === undefined) return;
  report({
    code: "P089",
    severity: "error",
    message: `${aUnit(unit)} cannot be named \`${name}\``,
    span,
    notes: [`in expectations and reviews that name stands for ${meaning}`],
  });
}
