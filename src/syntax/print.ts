/**
 * Source text from the syntax tree: what is parsed again gives the same tree, spans aside.
 * Comments and the writer's own spacing are not in the tree; the text is laid out anew.
 */
import type { Expr, Module, SpecUnit } from "./ast.js";
import { ExpressionPrinter } from "./print-expr.js";
import { concat, type Doc, hardLine, join, layout } from "./print-layout.js";
import { nameList } from "./print-names.js";
import { specUnitDoc, type UnitPrinter } from "./print-spec.js";
import { framed, stack, unitDoc, WIDTH } from "./print-unit.js";

const formula = new ExpressionPrinter("formula");
const units: UnitPrinter = { expr: formula.expr, value: formula.value, unit: anyUnit };

/**
 * A module or spec as source text of its own form, ending with a line end.
 * A module without `.qsc` units is plain TLA+ that other tools read.
 */
export function printModule(module: Module): string {
  return `${module.form === "module" ? framed(module, unitText) : specText(module)}\n`;
}

/** One unit as source text, without a line end behind it. */
export function printUnit(unit: SpecUnit): string {
  return unitText(unit, WIDTH);
}

/** An expression as source text; several lines where it does not fit on one. */
export function printExpr(e: Expr): string {
  return layout(formula.expr(e), WIDTH);
}

function specText({ name, extends: extended, units: body }: Module): string {
  const head = [`spec ${name.name}`];
  if (extended.length > 0) head.push(layout(concat("extends ", nameList(extended)), WIDTH));
  return [head.join("\n"), stack(body.map((unit) => ({ kind: unit.kind, text: unitText(unit, WIDTH) })))]
    .filter((part) => part !== "")
    .join("\n\n");
}

function unitText(unit: SpecUnit, width: number): string {
  return unit.kind === "nestedModule" ? framed(unit.module, unitText) : layout(anyUnit(unit), width);
}

function anyUnit(unit: SpecUnit): Doc {
  switch (unit.kind) {
    case "constants":
    case "variables":
    case "recursive":
    case "definition":
    case "functionDefinition":
    case "instance":
    case "instanceDefinition":
    case "assume":
    case "theorem":
    case "use":
      return unitDoc(unit, formula.expr);
    case "nestedModule":
      return lines(framed(unit.module, unitText));
    case "const":
    case "var":
    case "macro":
    case "inline":
    case "procedure":
    case "process":
    case "claim":
    case "symmetry":
    case "scenario":
    case "patch":
    case "expect":
    case "kernel":
    case "memory":
    case "run":
      return specUnitDoc(unit, units);
    default:
      return unit satisfies never;
  }
}

/** Finished text as a document, so that it can stand inside of another. */
function lines(text: string): Doc {
  return join(hardLine, text.split("\n"));
}
