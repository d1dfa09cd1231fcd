/** The units that only a `.qsc` spec has, as text. */
import type {
  ClaimUnit,
  Expr,
  Name,
  Outcome,
  PatchEdit,
  ProcessUnit,
  RunStep,
  RunUnit,
  SpecUnit,
  StringLiteral,
  TlaUnit,
  VarDeclarator,
} from "./ast.js";
import { defined } from "./print-definition.js";
import { align, commaList, concat, type Doc, group, hardLine, indent, join, line } from "./print-layout.js";
import { declarationText, nameList, numberText, stringText } from "./print-names.js";
import { blockDoc } from "./print-statement.js";

/** What prints the expressions and the units inside of others. */
export interface UnitPrinter {
  readonly expr: (e: Expr) => Doc;
  readonly value: (e: Expr) => Doc;
  readonly unit: (unit: SpecUnit) => Doc;
}

/** A unit of the spec form; TLA+ units inside of it go to `print.unit`. */
export function specUnitDoc(unit: Exclude<SpecUnit, TlaUnit>, print: UnitPrinter): Doc {
  switch (unit.kind) {
    case "const":
      return constDoc(unit, print);
    case "var":
      return concat(unit.shared ? "shared var " : "var ", declarators(unit.variables, print));
    case "macro":
    case "inline":
      return concat(unit.kind, " ", unit.name.name, "(", nameList(unit.params), ") ", blockDoc(unit.body));
    case "procedure":
      return owner(concat("procedure ", unit.name.name, "(", nameList(unit.params), ")"), unit, print);
    case "process": {
      const relation = unit.identity.kind === "equals" ? " = " : " \\in ";
      return owner(
        concat(
          FAIRNESS[unit.fairness],
          "process ",
          unit.name.name,
          relation,
          align(print.value(unit.identity.expr)),
        ),
        unit,
        print,
      );
    }
    case "claim":
      return isOfName(unit)
        ? `${unit.claim} ${unit.name.name}`
        : defined(`${unit.claim} ${unit.name.name}`, print.expr(unit.body));
    case "symmetry":
      return concat("symmetry ", commaList(unit.sets.map(print.expr)));
    case "scenario":
      return braced(heading("scenario", unit.name, unit.title), unit.units.map(print.unit));
    case "patch":
      return braced(
        concat(
          heading("patch", unit.name, unit.title),
          unit.on.length > 0 ? concat(" on ", nameList(unit.on)) : "",
        ),
        unit.edits.map((edit) => editDoc(edit, print)),
      );
    case "expect": {
      const patch = unit.patch === null ? "" : ` with ${unit.patch.name}`;
      const memory =
        unit.memory.length === 0 ? "" : ` memory ${unit.memory.map(({ name }) => name).join(", ")}`;
      return `expect ${unit.scenario.name}${patch}${memory}: ${outcomeText(unit.outcome)}`;
    }
    case "kernel":
      return `kernel ${stringText(unit.version.value)}`;
    case "memory":
      return `memory ${unit.model.name}${unit.buffer === null ? "" : ` buffer ${numberText(unit.buffer)}`}`;
    case "run":
      return runDoc(unit, print);
    default:
      return unit satisfies never;
  }
}

const FAIRNESS: Readonly<Record<ProcessUnit["fairness"], string>> = {
  none: "",
  weak: "fair ",
  strong: "fair+ ",
};

function constDoc({ name, arity, value, where }: SpecUnit & { kind: "const" }, print: UnitPrinter): Doc {
  const head = `const ${declarationText({ name: name.name, arity })}`;
  const restriction = where === null ? "" : concat(line, "where ", align(print.expr(where)));
  return group(indent(2, concat(head, value === null ? "" : constValue(value, print), restriction)));
}

function constValue(value: NonNullable<(SpecUnit & { kind: "const" })["value"]>, print: UnitPrinter): Doc {
  switch (value.kind) {
    case "expression":
      return concat(" = ", align(print.value(value.expr)));
    case "modelSet":
      return concat(" = model {", nameList(value.names), "}");
    case "model":
      return ` = model ${value.name.name}`;
    default:
      return value satisfies never;
  }
}

function declarators(variables: readonly VarDeclarator[], print: UnitPrinter): Doc {
  return commaList(variables.map((each) => declarator(each, print)));
}

function declarator({ name, init }: VarDeclarator, print: UnitPrinter): Doc {
  if (init === null) return name.name;
  return concat(name.name, init.kind === "equals" ? " = " : " \\in ", align(print.value(init.expr)));
}

/** A process or procedure: its head and the parts of its header, then what it does. */
function owner(
  head: Doc,
  { on, when, anchor, locals, body }: Header & Pick<ProcessUnit, "anchor" | "locals" | "body">,
  print: UnitPrinter,
): Doc {
  const clauses: Doc[] = [];
  if (on) clauses.push(concat(hardLine, "on ", declarator(on, print)));
  if (when) clauses.push(concat(hardLine, "when ", align(print.expr(when))));
  if (anchor !== null) clauses.push(concat(hardLine, "from ", stringText(anchor.value)));
  if (locals.length > 0) clauses.push(concat(hardLine, "var ", declarators(locals, print)));
  return concat(head, indent(2, concat(...clauses)), clauses.length > 0 ? hardLine : " ", blockDoc(body));
}

/** The parts of a header that only processes have. */
type Header = Partial<Pick<ProcessUnit, "on" | "when">>;

function heading(word: string, name: Name, title: StringLiteral | null): Doc {
  return `${word} ${name.name}${title === null ? "" : ` ${stringText(title.value)}`}`;
}

function braced(head: Doc, units: readonly Doc[]): Doc {
  if (units.length === 0) return concat(head, " { }");
  const separator = units.length > 1 ? hardLine : line;
  return group(concat(head, " {", indent(2, concat(separator, join(hardLine, units))), separator, "}"));
}

/** Whether a claim takes the definition of its own name. */
function isOfName({ name, body }: ClaimUnit): boolean {
  return (
    body.kind === "reference" && body.name === name.name && body.path.length === 0 && body.args.length === 0
  );
}

function runDoc({ name, title, steps }: RunUnit, print: UnitPrinter): Doc {
  const head = concat(heading("run", name, title), " == {");
  if (steps.length === 0) return concat(head, " }");
  const items = steps.map((step) => concat(runStepDoc(step, print), ";"));
  return concat(head, indent(2, concat(hardLine, join(hardLine, items))), hardLine, "}");
}

function runStepDoc(step: RunStep, print: UnitPrinter): Doc {
  switch (step.kind) {
    case "start":
      return concat("start where ", align(print.expr(step.where)));
    case "assert":
      return concat("assert ", align(print.expr(step.condition)));
    case "step": {
      const index = step.index === null ? "" : concat("[", print.expr(step.index), "]");
      const owned = step.owner === null ? "" : concat(step.owner.name, index, ".");
      const args = step.args.length === 0 ? "" : concat("(", commaList(step.args.map(print.expr)), ")");
      const where = step.where === null ? "" : concat(line, "where ", align(print.expr(step.where)));
      return group(indent(2, concat(owned, step.step.name, args, where)));
    }
    default:
      return step satisfies never;
  }
}

function editDoc(edit: PatchEdit, print: UnitPrinter): Doc {
  switch (edit.kind) {
    case "edit":
      return concat(`${edit.where} ${edit.owner.name}.${edit.step.name} `, blockDoc(edit.body));
    case "redefine":
      return print.unit(edit.unit);
    default:
      return edit satisfies never;
  }
}

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case "holds":
      return outcome.property === null ? "holds" : `${outcome.property.name} holds`;
    case "violates":
      return `violates ${outcome.property.name}`;
    case "deadlocks":
      return "deadlocks";
    case "reaches":
      return `reaches ${outcome.property.name}`;
    case "runs":
      return `runs ${outcome.run.name}`;
    default:
      return outcome satisfies never;
  }
}
