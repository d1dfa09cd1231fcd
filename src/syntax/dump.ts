/**
 * Syntax trees as readable text, spans left out: what tests compare and what a reader checks by eye.
 *
 * Every node is a list whose first word says what it is, `(if c a b)`; names and literals stand for themselves,
 * operators are their own word, `(+ a b)`, and what a bound introduces is in brackets, `(\E (in [x y] S) p)`.
 */
import type { Expr, Module, SpecUnit } from "./ast.js";
import { exprList } from "./dump-expr.js";
import { writeList } from "./dump-layout.js";
import { moduleList, unitList } from "./dump-unit.js";

/** A module's tree, without a line end behind it. */
export function dumpModule(module: Module): string {
  return writeList(moduleList(module));
}

/** A unit's tree. */
export function dumpUnit(unit: SpecUnit): string {
  return writeList(unitList(unit));
}

/** An expression's tree. */
export function dumpExpr(e: Expr): string {
  return writeList(exprList(e));
}
