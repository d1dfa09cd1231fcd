/** The units of a TLA+ module as text. */
import type { Expr, Module, NestedModule, TlaUnit } from "./ast.js";
import { defined, definitionDoc, instanceDoc, local } from "./print-definition.js";
import { commaList, concat, type Doc, group, indent, layout, line } from "./print-layout.js";
import { declarationText, nameList } from "./print-names.js";
import { proofDoc, statementDoc, useDoc } from "./print-proof.js";

/** Lines are at most this long where that is possible. */
export const WIDTH = 100;

/** A unit of a module other than a module in it. */
export type FlatUnit = Exclude<TlaUnit, NestedModule>;

/** A unit's document, its expressions printed by `expr`. */
export function unitDoc(unit: FlatUnit, expr: (e: Expr) => Doc): Doc {
  switch (unit.kind) {
    case "constants":
      return concat(plural("CONSTANT", unit.constants), commaList(unit.constants.map(declarationText)));
    case "variables":
      return concat(plural("VARIABLE", unit.variables), nameList(unit.variables));
    case "definition":
    case "functionDefinition":
    case "instanceDefinition":
    case "recursive":
      return definitionDoc(unit, expr);
    case "instance":
      return concat(local(unit), instanceDoc(unit.instance, expr));
    case "assume":
      return stated(unit.axiom ? "AXIOM" : "ASSUME", unit.name?.name, expr(unit.body));
    case "theorem":
      return concat(
        stated("THEOREM", unit.name?.name, statementDoc(unit.statement, expr)),
        proofDoc(unit.proof, expr),
      );
    case "use":
      return useDoc(unit, expr);
    default:
      return unit satisfies never;
  }
}

function plural(word: string, declared: readonly unknown[]): string {
  return declared.length === 1 ? `${word} ` : `${word}S `;
}

function stated(word: string, name: string | undefined, body: Doc): Doc {
  if (name !== undefined) return defined(`${word} ${name}`, body);
  return group(concat(word, indent(2, concat(line, body))));
}

/** Units that stand close together when they follow one another; all others have an empty line between them. */
function areClose(first: string, second: string): boolean {
  if (first === "recursive")
    return second === "recursive" || second === "definition" || second === "functionDefinition";
  return first === second && CLOSE.has(first);
}

const CLOSE: ReadonlySet<string> = new Set([
  ...["constants", "variables", "instance", "assume"],
  ...["const", "var", "claim", "symmetry", "expect"],
]);

/** Texts of units one under the other, empty lines where they belong. */
export function stack(units: readonly { readonly kind: string; readonly text: string }[]): string {
  return units
    .map(({ kind, text }, i) => {
      const previous = units[i - 1];
      if (previous === undefined) return text;
      const bothShort = !text.includes("\n") && !previous.text.includes("\n");
      return (bothShort && areClose(previous.kind, kind) ? "\n" : "\n\n") + text;
    })
    .join("");
}

/** A module in its frame, `text` printing what is not a module. */
export function framed(
  module: Module,
  text: (unit: Module["units"][number], width: number) => string,
): string {
  return frame(module, WIDTH);

  function frame({ name, extends: extended, units }: Module, width: number): string {
    const head = [`---- MODULE ${name.name} ----`];
    if (extended.length > 0) head.push(layout(concat("EXTENDS ", nameList(extended)), width));
    const body = units.map((unit) => ({
      kind: unit.kind,
      text: unit.kind === "nestedModule" ? indented(frame(unit.module, width - 2)) : text(unit, width),
    }));
    const parts = body.length === 0 ? [head.join("\n")] : [head.join("\n"), stack(body)];
    return `${parts.join("\n\n")}\n\n====`;
  }
}

/** Every line two columns to the right; no string of the language holds a line end. */
export function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
