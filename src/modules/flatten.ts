/**
 * Puts the units of all the `.qsc` specs that a spec extends into the spec itself, so that everything after this
 * sees one list of units. So it does with TLA+ modules that have variables. Others, the standard ones among them,
 * stay what they are: EXTENDS.
 */
import type { ConstUnit, Module, Name, SpecUnit } from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { SpecError } from "../syntax/diagnostic.js";
import { proposal } from "../syntax/nearest.js";
import { location, type Span } from "../syntax/source.js";
import { absorb, hasVariables, modulesBehind } from "./absorb.js";
import type { Program } from "./load.js";
import { aUnit, bareConstant, definedNames, describeUnit, marksDefinition, plain } from "./units.js";

type Report = (diagnostic: Diagnostic) => void;

/**
 * Flattens the program's root.
 * Units come in dependency order: what a spec extends stands before its own units, a spec reached twice comes once.
 * Of an extended spec, what speaks about that spec alone stays behind: scenarios, patches, expectations, runs, the
 * kernel's version and the memory model.
 * `CONSTANTS` and `VARIABLES` become `const` and `var`; constants of extended TLA+ modules are added as `const`
 * without a value, so that a scenario can give them one; a `const` of the same name gives one too.
 * @throws SpecError if two units bear one name, a TLA+ module builds on a spec, or processes on one with variables.
 */
export function flatten(program: Program): Program {
  const { root } = program;
  if (root.form !== "spec") return program;
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const units: SpecUnit[] = [];
  let modules: Name[] = [];
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

  checkModules(program, modules, report);
  const foreign = modulesBehind(program, modules);
  if (foreign.some(hasVariables)) {
    checkNoProcesses(program, modules, units, report);
    const absorbed = absorb(program, modules, report);
    units.unshift(...withOwnConstants(absorbed.units, units, report));
    modules = [...absorbed.modules];
  } else {
    const constants = foreign.flatMap(({ units: theirs }) =>
      theirs.flatMap((unit) => (unit.kind === "constants" ? unit.constants.map(bareConstant) : [])),
    );
    units.unshift(...withOwnConstants(constants, units, report));
  }
  checkNames(program, units, modules, report);
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  return replaceRoot(program, { ...root, extends: modules, units });
}

/** The same program with another root module. */
export function replaceRoot(program: Program, root: Module): Program {
  return { ...program, root, modules: new Map(program.modules).set(root.name.name, root) };
}

/** The TLA+ modules that a flattened spec extends, directly and through each other. */
export function extendedModules(program: Program): readonly Module[] {
  return modulesBehind(program, program.root.extends);
}

function belongsToOneSpec(unit: SpecUnit): boolean {
  switch (unit.kind) {
    case "scenario":
    case "patch":
    case "expect":
    case "kernel":
    case "memory":
    case "run":
      return true;
    default:
      return false;
  }
}

/** Units of modules without the constants that the spec itself gives a value, which takes their place. */
function withOwnConstants(
  theirs: readonly SpecUnit[],
  own: readonly SpecUnit[],
  report: Report,
): readonly SpecUnit[] {
  const given = new Map<string, ConstUnit>();
  for (const unit of own) if (unit.kind === "const") given.set(unit.name.name, unit);
  return theirs.filter((unit) => {
    if (unit.kind !== "const") return true;
    const mine = given.get(unit.name.name);
    if (mine === undefined) return true;
    if (mine.arity !== unit.arity) {
      const arguments_ =
        unit.arity === 1 ? "1 argument" : `${unit.arity === 0 ? "no" : unit.arity} arguments`;
      report({
        code: "P088",
        severity: "error",
        message: `the constant \`${unit.name.name}\` that is extended takes ${arguments_}, here it has another number`,
        span: mine.name.span,
        notes: [`it is declared at ${location(unit.span)}`],
      });
    }
    return false;
  });
}

/** A spec has processes, and they become a state machine only in the root: no TLA+ module can build on one. */
function checkModules(program: Program, names: readonly Name[], report: Report): void {
  for (const module of modulesBehind(program, names)) {
    for (const name of module.extends) {
      if (program.modules.get(name.name)?.form !== "spec") continue;
      report({
        code: "P085",
        severity: "error",
        message: `module ${module.name.name} extends the spec ${name.name}; only a spec can extend a spec`,
        span: name.span,
        notes: ["make the module a spec: `spec` for the frame, in a file that ends in .qsc"],
      });
    }
  }
}

/** A module's variables would be nobody's: no step of a process changes them. */
function checkNoProcesses(
  program: Program,
  names: readonly Name[],
  units: readonly SpecUnit[],
  report: Report,
): void {
  const all = units.flatMap((unit) =>
    unit.kind === "patch"
      ? unit.edits.flatMap((edit) => (edit.kind === "redefine" ? [edit.unit] : []))
      : [unit],
  );
  const process = all.find((unit) => unit.kind === "process");
  if (process === undefined) return;
  for (const name of names) {
    const module = modulesBehind(program, [name]).find(hasVariables);
    if (module === undefined) continue;
    const { name: own } = module.name;
    report({
      code: "P002",
      severity: "error",
      message: `module ${own} declares variables, which the processes of a spec cannot change`,
      span: name.span,
      notes: [
        `use \`I == INSTANCE ${own}\` with variables of the spec in their place, or take the process at ${location(process.span)} out: a spec without processes is checked with the module's own Init and Next`,
      ],
    });
  }
}

function checkNames(
  program: Program,
  units: readonly SpecUnit[],
  modules: readonly Name[],
  report: Report,
): void {
  const first = {
    units: new Map<string, Place>(),
    scenarios: new Map<string, Place>(),
    patches: new Map<string, Place>(),
    runs: new Map<string, Place>(),
  };
  const own = program.root.span.source;
  const add = (known: Map<string, Place>, name: Name, unit: SpecUnit): void => {
    const other = known.get(name.name);
    if (other === undefined) {
      known.set(name.name, { unit, span: name.span });
      return;
    }
    const notes = [`the other one is at ${location(other.span)}`];
    if (other.span.source !== own && name.span.source === own && describeUnit(other.unit) === "definition") {
      notes.push("what a spec extends it can change in a patch or a scenario");
    }
    report({
      code: "P001",
      severity: "error",
      message:
        describeUnit(unit) === describeUnit(other.unit)
          ? `there is another ${describeUnit(unit)} \`${name.name}\``
          : `${describeUnit(unit)} \`${name.name}\` has the name of ${aUnit(other.unit)}`,
      span: name.span,
      notes,
    });
  };
  for (const unit of units) {
    if (unit.kind === "scenario") add(first.scenarios, unit.name, unit);
    else if (unit.kind === "patch") add(first.patches, unit.name, unit);
    else if (unit.kind === "run") add(first.runs, unit.name, unit);
    else for (const name of definedNames(unit)) add(first.units, name, unit);
  }
  const known = new Set(first.units.keys());
  for (const module of modulesBehind(program, modules))
    for (const unit of module.units) for (const { name } of definedNames(unit)) known.add(name);
  for (const unit of units) {
    if (unit.kind !== "claim" || !marksDefinition(unit) || known.has(unit.name.name)) continue;
    report({
      code: "P087",
      severity: "error",
      message: `there is no definition \`${unit.name.name}\` that could be ${aUnit(unit)}`,
      span: unit.name.span,
      ...proposal(unit.name, known),
    });
  }
}

interface Place {
  readonly unit: SpecUnit;
  readonly span: Span;
}
