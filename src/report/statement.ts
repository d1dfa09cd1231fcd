/** The formula that was violated, as the spec has it. */
import type { Core } from "../semantics/core.js";
import type { Model, NamedFormula } from "../semantics/model.js";
import { location, oneLine, type Span, textOf } from "../syntax/source.js";
import type { Told } from "./steps.js";
import { wrap } from "./text.js";

/** Longer formulas are not printed whole: the false conjunct below the race says enough. */
const MOST_LINES = 8;

/** `invariant SyncClean (file:line:column) is false in state 9:` and its formula, laid out as in the spec. */
export function statementLines(violation: Told, model: Model, width: number): readonly string[] {
  const formula = find(violation, model);
  if (formula === null) return [];
  const { what, named } = formula;
  const state = violation.trace.length;
  const where = state === 0 ? "" : state === 1 ? " in the initial state" : ` in state ${state}`;
  const body = bodySpan(named.body);
  const text = layout(body, width - 4);
  const head = `${what} ${named.name} (${location(named.span)}) is false${where}`;
  return [
    ...wrap(text.length === 0 ? head : `${head}:`, width, 4),
    ...text.map((line) => `    ${line}`.trimEnd()),
  ];
}

function find(violation: Told, model: Model): { what: string; named: NamedFormula } | null {
  switch (violation.verdict) {
    case "invariant":
      return named("invariant", model.invariants, violation.property);
    case "assumption":
      return (
        named("assumption", model.assumptions, violation.property) ??
        named("periodic condition", model.periodic === null ? [] : [model.periodic], violation.property)
      );
    case "action":
    case "liveness":
      return named(
        "property",
        [...model.actionProperties, ...model.initialProperties, ...model.properties],
        violation.property,
      );
    case "postcondition":
      return named("postcondition", model.postconditions, violation.property);
    case "deadlock":
    case "assert":
    case "error":
    case null:
      return null;
  }
}

function named(
  what: string,
  formulas: readonly NamedFormula[],
  name: string | null,
): { what: string; named: NamedFormula } | null {
  const formula = formulas.find((f) => f.name === name);
  return formula === undefined ? null : { what, named: formula };
}

/** A claim that only names a definition is shown by the definition. */
function bodySpan(body: Core): Span {
  return body.kind === "call" && body.args.length === 0 ? body.definition.body.span : body.span;
}

/** A formula's source lines moved to the left margin; wrapped where too wide, nothing where too long. */
function layout(span: Span, width: number): readonly string[] {
  const { column } = span.source.position(span.start);
  const lines = textOf(span)
    .split(/\r?\n/)
    .map((line, i) =>
      i === 0 ? line : line.slice(Math.min(column - 1, line.length - line.trimStart().length)),
    )
    .map((line) => line.replace(/\t/g, "  ").trimEnd());
  const fitting = lines.flatMap((line) => {
    if (line.length <= width) return [line];
    const indent = Math.min(line.length - line.trimStart().length, Math.floor(width / 2));
    return wrap(oneLine(line), width - indent, 4).map((part) => " ".repeat(indent) + part);
  });
  return fitting.length > MOST_LINES ? [] : fitting;
}
