/** Redefinition of whole units by scenarios and patches. */
import type { ClaimUnit, Name, SpecUnit, VarUnit } from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { proposal } from "../syntax/nearest.js";
import { location } from "../syntax/source.js";
import { aUnit, definedNames, describeUnit, marksDefinition, plain } from "./units.js";

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
    case "kernel":
    case "memory":
      report({
        code: "P013",
        severity: "error",
        message: `a patch cannot contain ${aUnit(unit)}`,
        span: unit.span,
        notes: [`write the ${describeUnit(unit)} beside the patch`],
      });
      return units;
    case "claim":
      if (limitsSearch(unit)) {
        reportLimit(unit, report);
        return units;
      }
      return put(units, unit, report);
    case "var":
      return unit.variables.reduce(
        (current, variable) => redefineVariable(current, { ...unit, variables: [variable] }, report),
        units,
      );
    case "run": {
      const other = units.find((one) => one.kind === "run" && one.name.name === unit.name.name);
      if (other === undefined) return [...units, unit];
      report({
        code: "P001",
        severity: "error",
        message: `there is another run \`${unit.name.name}\``,
        span: unit.name.span,
        notes: [`the other one is at ${location(other.span)}`],
      });
      return units;
    }
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
    case "constants":
    case "variables":
    case "nestedModule":
    case "assume":
    case "theorem":
    case "instance":
    case "use":
    case "symmetry":
      return put(units, unit, report);
    default:
      return unit satisfies never;
  }
}

function put(units: readonly SpecUnit[], unit: SpecUnit, report: Report): readonly SpecUnit[] {
  const old = find(units, unit);
  if (old === undefined) return [...units, unit];
  if (isJudged(units, unit, report)) return units;
  if (!mayReplace(old, unit, report)) return units;
  const replacement =
    old.kind === "const" && unit.kind === "const" ? { ...unit, where: unit.where ?? old.where } : unit;
  return units.map((other) => (other === old ? replacement : other));
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
  const variable = unit.variables[0]!;
  const index = old.variables.findIndex((other) => other.name.name === variable.name.name);
  if (unit.shared === old.shared) {
    const variables = old.variables.with(index, variable);
    return units.map((other) => (other === old ? { ...old, variables } : other));
  }
  // What is shared and what is not cannot stand in one unit.
  const part = (variables: VarUnit["variables"]) => (variables.length === 0 ? [] : [{ ...old, variables }]);
  const parts = [...part(old.variables.slice(0, index)), unit, ...part(old.variables.slice(index + 1))];
  return units.flatMap((other) => (other === old ? parts : [other]));
}

/** Whether a claim speaks of a definition by its name: then that is what a patch is judged by, too. */
function isJudged(units: readonly SpecUnit[], unit: SpecUnit, report: Report): boolean {
  const name = definedNames(unit)[0];
  const claim = units.find(
    (other) => other.kind === "claim" && marksDefinition(other) && other.name.name === name?.name,
  );
  if (claim !== undefined && name !== undefined) reportJudged(claim, name, report);
  return claim !== undefined;
}

function reportJudged(claim: SpecUnit, name: Name, report: Report): void {
  report({
    code: "P083",
    severity: "error",
    message: `a patch cannot change the ${describeUnit(claim)} \`${name.name}\`, by which it is judged`,
    span: name.span,
    notes: [
      `it is at ${location(claim.span)}; what it uses can be changed, and a claim of another name can be added`,
    ],
  });
}

/** Whether a claim says which states are looked at, instead of what must hold in them. */
function limitsSearch({ claim }: ClaimUnit): boolean {
  return claim === "constraint" || claim === "actionconstraint";
}

function reportLimit(unit: SpecUnit, report: Report): void {
  report({
    code: "P083",
    severity: "error",
    message: `a patch cannot contain ${aUnit(unit)}: what it leaves out of the search would pass for repaired`,
    span: unit.span,
    notes: [`write the ${describeUnit(unit)} beside the patch; then it holds for base, too`],
  });
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
    reportJudged(old, name, report);
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
        return missing.length > 0
          ? current
          : unit.kind === "var"
            ? initial(current, unit, report)
            : redefine(current, unit, report);
      }
      case "memory":
        // Which memory model holds is no matter of units: see `memoryIn`.
        return current;
      default:
        report({
          code: "P012",
          severity: "error",
          message: `a scenario gives values to constants, variables and definitions, and says which memory model holds; ${aUnit(unit)} belongs in the spec${mayBePatched(unit) ? " or in a patch" : ""}`,
          span: unit.span,
        });
        return current;
    }
  }, units);
}

/** Whether a patch can bring a unit along. */
function mayBePatched(unit: SpecUnit): boolean {
  if (unit.kind === "claim") return !limitsSearch(unit);
  return !["scenario", "patch", "expect", "kernel", "memory"].includes(unit.kind);
}

/** Other initial values: a scenario does not say whether a variable is shared, so each stays what it is. */
function initial(units: readonly SpecUnit[], unit: VarUnit, report: Report): readonly SpecUnit[] {
  return unit.variables.reduce((current, variable) => {
    const { name, span } = variable.name;
    const shared = current.some((other) => other.kind === "var" && other.shared && defines(other, name));
    if (unit.shared && !shared) {
      report({
        code: "P012",
        severity: "error",
        message: `a scenario cannot make \`${name}\` shared; the spec or a patch can`,
        span,
      });
    }
    return redefineVariable(current, { ...unit, shared, variables: [variable] }, report);
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
