/** Redefinition of whole units by scenarios and patches. */
import type { Name, SpecUnit, VarUnit } from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { proposal } from "../syntax/nearest.js";
import { location } from "../syntax/source.js";
import { aUnit, definedNames, describeUnit, plain } from "./flatten.js";

type Report = (diagnostic: Diagnostic) => void;

/**
 * Puts a unit of a patch into the spec: in the place of the one that bears its name, else at the end.
 * What is redefined keeps its kind and its parameters; claims are what a patch is judged by, so they stay.
 */
export function redefine(units: readonly SpecUnit[], unit: SpecUnit, report: Report): readonly SpecUnit[] {
  return plain(unit).reduce((current, one) => redefineOne(current, one, report), units);
}

function redefineOne(units: readonly SpecUnit[], unit: SpecUnit, report: Report): readonly SpecUnit[] {
  switch (unit.kind) {
    case "scenario":
    case "patch":
    case "expect":
      report({
        code: "P013",
        severity: "error",
        message: `a patch cannot contain ${aUnit(unit)}`,
        span: unit.span,
      });
      return units;
    case "var":
      return unit.variables.reduce(
        (current, variable) => redefineVariable(current, { ...unit, variables: [variable] }, report),
        units,
      );
    case "recursive": {
      // Redefining a recursive operator repeats its declaration; the one that is there still stands before it.
      const declared = new Set(
        units.flatMap((other) => (other.kind === "recursive" ? other.operators.map(({ name }) => name) : [])),
      );
      const operators = unit.operators.filter(({ name }) => !declared.has(name));
      return operators.length === 0 ? units : [...units, { ...unit, operators }];
    }
    case "const":
    case "definition":
    case "functionDefinition":
    case "instanceDefinition":
    case "macro":
    case "inline":
    case "procedure":
    case "process":
    case "claim":
    case "constants":
    case "variables":
    case "nestedModule":
    case "assume":
    case "theorem":
    case "instance":
    case "symmetry": {
      const old = find(units, unit);
      if (old === undefined) return [...units, unit];
      if (!mayReplace(old, unit, report)) return units;
      const replacement =
        old.kind === "const" && unit.kind === "const" ? { ...unit, where: unit.where ?? old.where } : unit;
      return units.map((other) => (other === old ? replacement : other));
    }
    default:
      return unit satisfies never;
  }
}

function find(units: readonly SpecUnit[], unit: SpecUnit): SpecUnit | undefined {
  const names = new Set(definedNames(unit).map(({ name }) => name));
  return units.find((other) => definedNames(other).some(({ name }) => names.has(name)));
}

function redefineVariable(units: readonly SpecUnit[], unit: VarUnit, report: Report): readonly SpecUnit[] {
  const old = find(units, unit);
  if (old === undefined) return [...units, unit];
  if (old.kind !== "var") {
    mayReplace(old, unit, report);
    return units;
  }
  const [variable] = unit.variables;
  const variables = old.variables.map((other) =>
    other.name.name === variable?.name.name ? variable : other,
  );
  return units.map((other) => (other === old ? { ...old, variables } : other));
}

function mayReplace(old: SpecUnit, unit: SpecUnit, report: Report): boolean {
  const name = definedNames(unit)[0]!;
  if (family(old) !== family(unit)) {
    report({
      code: "P009",
      severity: "error",
      message: `${describeUnit(unit)} \`${name.name}\` cannot take the place of ${aUnit(old)}`,
      span: name.span,
      notes: [`the ${describeUnit(old)} is at ${location(old.span)}`],
    });
    return false;
  }
  if (old.kind === "claim") {
    report({
      code: "P013",
      severity: "error",
      message: `a patch cannot change the ${describeUnit(old)} \`${name.name}\`, by which it is judged`,
      span: name.span,
    });
    return false;
  }
  const before = shape(old);
  const after = shape(unit);
  if (before === after) return true;
  report({
    code: "P009",
    severity: "error",
    message: `\`${name.name}\` has ${before}, here it has ${after}; what is redefined keeps its parameters`,
    span: name.span,
    notes: [`it is defined at ${location(old.span)}`],
  });
  return false;
}

/** Units of one family may take each other's place: a fix can turn a macro into an inline with steps. */
function family(unit: SpecUnit): string {
  switch (unit.kind) {
    case "definition":
    case "functionDefinition":
      return "definition";
    case "macro":
    case "inline":
      return "macro";
    default:
      return unit.kind;
  }
}

/** The parameters of a unit in words; two units agree if their words do. */
function shape(unit: SpecUnit): string {
  const count = (number: number) => (number === 1 ? "1 parameter" : `${number} parameters`);
  switch (unit.kind) {
    case "const":
      return count(unit.arity);
    case "definition": {
      const operators = unit.params.filter(({ arity }) => arity > 0);
      const words = operators.map(({ name, arity }) => `${name} with ${arity}`).join(", ");
      return count(unit.params.length) + (words === "" ? "" : ` (operators: ${words})`);
    }
    case "functionDefinition":
      return count(0);
    case "instanceDefinition":
    case "macro":
    case "inline":
    case "procedure":
      return count(unit.params.length);
    case "process":
      return unit.identity.kind === "equals" ? "one instance" : "an instance for each element of a set";
    default:
      return "no parameters";
  }
}

/**
 * Applies a scenario: values of constants, initial values of variables, bodies of definitions.
 * Everything that it names must exist.
 */
export function applyScenario(
  units: readonly SpecUnit[],
  overrides: readonly SpecUnit[],
  report: Report,
): readonly SpecUnit[] {
  return overrides.reduce((current, unit) => {
    switch (unit.kind) {
      case "const":
      case "var":
      case "definition":
      case "functionDefinition": {
        const missing = definedNames(unit).filter(
          ({ name }) => !current.some((other) => defines(other, name)),
        );
        for (const name of missing) reportUnknown(current, unit, name, report);
        return missing.length > 0 ? current : redefine(current, unit, report);
      }
      default:
        report({
          code: "P012",
          severity: "error",
          message: `a scenario gives values to constants, variables and definitions; ${aUnit(unit)} belongs in the spec or in a patch`,
          span: unit.span,
        });
        return current;
    }
  }, units);
}

function defines(unit: SpecUnit, name: string): boolean {
  return definedNames(unit).some((other) => other.name === name);
}

function reportUnknown(units: readonly SpecUnit[], unit: SpecUnit, name: Name, report: Report): void {
  const candidates = units.filter((other) => family(other) === family(unit)).flatMap(definedNames);
  report({
    code: "P011",
    severity: "error",
    message: `the spec has no ${describeUnit(unit)} \`${name.name}\``,
    span: name.span,
    ...proposal(
      name,
      candidates.map((candidate) => candidate.name),
    ),
  });
}
