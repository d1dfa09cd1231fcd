/** What the units of a spec define, and what they are called in messages. */
import type { ClaimUnit, ConstUnit, Name, SpecUnit } from "../syntax/ast.js";
import type { Span } from "../syntax/source.js";

/** The names that a unit defines for all others, e.g. each variable of a `var`. */
export function definedNames(unit: SpecUnit): readonly Name[] {
  switch (unit.kind) {
    case "constants":
      return unit.constants;
    case "variables":
      return unit.variables;
    case "var":
      return unit.variables.map((variable) => variable.name);
    case "nestedModule":
      return [unit.module.name];
    case "assume":
    case "theorem":
      return unit.name === null ? [] : [unit.name];
    case "claim":
      return marksDefinition(unit) ? [] : [unit.name];
    case "const":
    case "definition":
    case "functionDefinition":
    case "instanceDefinition":
    case "macro":
    case "inline":
    case "procedure":
    case "process":
      return [unit.name];
    case "recursive":
    case "instance":
    case "use":
    case "symmetry":
    case "scenario":
    case "patch":
    case "expect":
    case "kernel":
    case "memory":
    case "run":
      return [];
    default:
      return unit satisfies never;
  }
}

/** Whether a claim has its own name for a body: `invariant Safe == Safe` claims what the definition Safe says. */
export function marksDefinition({ name, body }: ClaimUnit): boolean {
  return (
    body.kind === "reference" && body.name === name.name && body.path.length === 0 && body.args.length === 0
  );
}

/** What a unit is called in messages. */
export function describeUnit(unit: SpecUnit): string {
  switch (unit.kind) {
    case "constants":
    case "const":
      return "constant";
    case "variables":
    case "var":
      return "variable";
    case "definition":
    case "functionDefinition":
    case "instanceDefinition":
    case "recursive":
      return "definition";
    case "instance":
      return "instance";
    case "assume":
      return "assumption";
    case "nestedModule":
      return "module";
    case "expect":
      return "expectation";
    case "claim":
      return unit.claim === "reachable" ? "witness" : unit.claim;
    case "kernel":
      return "kernel version";
    case "memory":
      return "memory model";
    case "use":
      return unit.hide ? "HIDE" : "USE";
    case "theorem":
    case "macro":
    case "inline":
    case "procedure":
    case "process":
    case "symmetry":
    case "scenario":
    case "patch":
    case "run":
      return unit.kind;
    default:
      return unit satisfies never;
  }
}

/** The same with its article: `an inline`, `a macro`. */
export function aUnit(unit: SpecUnit): string {
  const word = describeUnit(unit);
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** `CONSTANTS` and `VARIABLES` in the words of a spec; anything else as it is. */
export function plain(unit: SpecUnit): readonly SpecUnit[] {
  if (unit.kind === "constants") return unit.constants.map((parameter) => bareConstant(parameter));
  if (unit.kind === "variables") {
    const variables = unit.variables.map((name) => ({ name, init: null, span: name.span }));
    return [{ kind: "var", shared: false, variables, span: unit.span }];
  }
  return [unit];
}

/** A constant of a TLA+ module as a `const` without a value. */
export function bareConstant(parameter: { name: string; arity: number; span: Span }): ConstUnit {
  const { name, arity, span } = parameter;
  return { kind: "const", name: { name, span }, arity, value: null, where: null, span };
}
