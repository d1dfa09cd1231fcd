/** Puts definitions in an order in which each comes after those that it uses, as a TLA+ module needs it. */

import type { Program } from "../../modules/load.js";
import { definedNames } from "../../modules/units.js";
import type { TlaUnit } from "../../syntax/ast.js";
import { allDependencies, definedIn } from "./names.js";

/**
 * Sorts units, keeping the given order wherever it can be kept. A spec may define things in any order, and patches
 * add definitions at its end that older ones come to use. Where definitions need each other in a circle the order
 * stays; RECURSIVE makes it legal, and else the elaborator finds the name that is not there yet.
 */
export function inOrder(units: readonly TlaUnit[], program: Program): readonly TlaUnit[] {
  const byName = new Map<string, TlaUnit>();
  for (const unit of units) {
    for (const name of definedIn(unit, program)) if (!byName.has(name)) byName.set(name, unit);
  }
  // Once declared RECURSIVE a name may be used: what counts is the declaration.
  for (const unit of units) {
    if (unit.kind === "recursive") for (const { name } of unit.operators) byName.set(name, unit);
  }

  const sorted: TlaUnit[] = [];
  const done = new Set<TlaUnit>();
  const visit = (unit: TlaUnit): void => {
    if (done.has(unit)) return;
    done.add(unit);
    const needed = new Set([...allDependencies(unit, program)].map((name) => byName.get(name)));
    for (const { name } of definedNames(unit)) needed.add(byName.get(name));
    for (const other of units) if (needed.has(other)) visit(other);
    sorted.push(unit);
  };
  units.forEach(visit);
  return sorted;
}
