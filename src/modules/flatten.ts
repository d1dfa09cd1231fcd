/**
 * Puts the units of all the `.qsc` specs that a spec extends into the spec itself, so that everything after this
 * sees one list of units. TLA+ modules, the standard ones among them, stay what they are: EXTENDS.
 */
import type { ConstUnit, Module, Name, SpecUnit, VarUnit } from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { SpecError } from "../syntax/diagnostic.js";
import { location, type Span } from "../syntax/source.js";
import type { Program } from "./load.js";

/**
 * Flattens the program's root.
 * Units come in dependency order: what a spec extends stands before its own units, a spec reached twice comes once.
 * Of an extended spec, scenarios, patches and expectations stay behind: they speak about that spec alone.
 * `CONSTANTS` and `VARIABLES` become `const` and `var`; constants of extended TLA+ modules are added as `const`
 * without a value, so that a scenario can give them one; a `const` of the same name gives one too.
 * @throws SpecError if two units bear one name, or a TLA+ module builds on a spec.
 */
export function flatten(program: Program): Program {
  const { root } = program;
  if (root.form !== "spec") return program;
  const diagnostics: Diagnostic[] = [];
  const units: SpecUnit[] = [];
  const modules: Name[] = [];
  const seen = new Set<string>();

  const visit = (module: Module): void => {
    for (const name of module.extends) {
      if (seen.has(name.name)) continue;
      seen.add(name.name);
      const extended = program.modules.get(name.name);
      if (extended?.form === "spec") visit(extended);
      else modules.push(name);
    }
    for (const unit of module.units) {
      if (module === root || !belongsToOneSpec(unit)) units.push(...plain(unit));
    }
  };
  visit(root);

  checkModules(program, modules, diagnostics);
  const given = new Set(units.filter((unit) => unit.kind === "const").map((unit) => unit.name.name));
  units.unshift(...externalConstants(program, modules).filter((unit) => !given.has(unit.name.name)));
  checkNames(units, diagnostics);
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  return replaceRoot(program, { ...root, extends: modules, units });
}

/** The same program with another root module. */
export function replaceRoot(program: Program, root: Module): Program {
  return { ...program, root, modules: new Map(program.modules).set(root.name.name, root) };
}

/** The TLA+ modules that a flattened spec extends, directly and through each other. */
export function extendedModules(program: Program): readonly Module[] {
  const found = new Map<string, Module>();
  const visit = (names: readonly Name[]): void => {
    for (const { name } of names) {
      const module = program.modules.get(name);
      if (module === undefined || module.form === "spec" || found.has(name)) continue;
      found.set(name, module);
      visit(module.extends);
    }
  };
  visit(program.root.extends);
  return [...found.values()];
}

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
    case "const":
    case "definition":
    case "functionDefinition":
    case "instanceDefinition":
    case "macro":
    case "inline":
    case "procedure":
    case "process":
    case "claim":
      return [unit.name];
    case "recursive":
    case "instance":
    case "symmetry":
    case "scenario":
    case "patch":
    case "expect":
      return [];
    default:
      return unit satisfies never;
  }
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
    case "theorem":
    case "macro":
    case "inline":
    case "procedure":
    case "process":
    case "symmetry":
    case "scenario":
    case "patch":
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
    return [{ kind: "var", variables, span: unit.span } satisfies VarUnit];
  }
  return [unit];
}

function bareConstant(parameter: { name: string; arity: number; span: Span }): ConstUnit {
  const { name, arity, span } = parameter;
  return { kind: "const", name: { name, span }, arity, value: null, where: null, span };
}

function belongsToOneSpec(unit: SpecUnit): boolean {
  return unit.kind === "scenario" || unit.kind === "patch" || unit.kind === "expect";
}

function externalConstants(program: Program, names: readonly Name[]): readonly ConstUnit[] {
  const root = { ...program.root, extends: names, units: [] };
  return extendedModules({ ...program, root }).flatMap((module) =>
    module.units.flatMap((unit) => (unit.kind === "constants" ? unit.constants.map(bareConstant) : [])),
  );
}

/** A spec has processes, and they become a state machine only in the root: no TLA+ module can build on one. */
function checkModules(program: Program, names: readonly Name[], diagnostics: Diagnostic[]): void {
  const root = { ...program.root, extends: names, units: [] };
  for (const module of extendedModules({ ...program, root })) {
    for (const name of module.extends) {
      if (program.modules.get(name.name)?.form !== "spec") continue;
      diagnostics.push({
        code: "P002",
        severity: "error",
        message: `module ${module.name.name} extends the spec ${name.name}; only a spec can extend a spec`,
        span: name.span,
      });
    }
  }
}

function checkNames(units: readonly SpecUnit[], diagnostics: Diagnostic[]): void {
  const first = {
    units: new Map<string, Place>(),
    scenarios: new Map<string, Place>(),
    patches: new Map<string, Place>(),
  };
  const add = (known: Map<string, Place>, name: Name, unit: SpecUnit): void => {
    const other = known.get(name.name);
    if (other === undefined) {
      known.set(name.name, { unit, span: name.span });
      return;
    }
    diagnostics.push({
      code: "P001",
      severity: "error",
      message: `${describeUnit(unit)} \`${name.name}\` has the name of ${aUnit(other.unit)}`,
      span: name.span,
      notes: [`the other one is at ${location(other.span)}`],
    });
  };
  for (const unit of units) {
    if (unit.kind === "scenario") add(first.scenarios, unit.name, unit);
    else if (unit.kind === "patch") add(first.patches, unit.name, unit);
    else for (const name of definedNames(unit)) add(first.units, name, unit);
  }
}

interface Place {
  readonly unit: SpecUnit;
  readonly span: Span;
}
