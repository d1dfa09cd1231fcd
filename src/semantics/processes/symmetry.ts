/** `symmetry R, S` as TLA+ has it: a definition of the permutations, which the configuration names. */
import type { Expr, OperatorDefinition, SymmetryUnit } from "../../syntax/ast.js";
import { definition, infix, ref } from "./tree.js";

/** The module that defines Permutations. */
export const SYMMETRY_MODULE = "TLC";

/**
 * `NAME == Permutations(R) \cup Permutations(S)` for the sets of all `symmetry` units; null if there are none.
 * @param resolve makes an expression of the spec one of the module
 */
export function symmetryDefinition(
  units: readonly SymmetryUnit[],
  name: string,
  resolve: (set: Expr) => Expr,
): OperatorDefinition | null {
  const permutations = units.flatMap(({ sets }) =>
    sets.map((set): Expr => ref("Permutations", set.span, [resolve(set)])),
  );
  const [first, ...rest] = permutations;
  if (first === undefined) return null;
  const union = rest.reduce((left, right) => infix("\\cup", left, right, right.span), first);
  return definition(name, [], union, units[0]!.span);
}
