/**
 * TLA+ modules that have variables, made part of the spec that extends them. A spec around such a model adds
 * scenarios, patches and claims to it. Its text becomes the spec's own, so that a patch of a definition takes effect
 * wherever the model uses it, and the export is one module that says so.
 */
import type { Module, Name, SpecUnit } from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { printUnit } from "../syntax/print.js";
import { location } from "../syntax/source.js";
import type { Program } from "./load.js";
import { isStandard } from "./standard/index.js";
import { definedNames, describeUnit, plain } from "./units.js";

type Report = (diagnostic: Diagnostic) => void;

/** The TLA+ modules that names stand for and all that these extend, those needed first; nested ones are not there. */
export function modulesBehind(program: Program, names: readonly Name[]): readonly Module[] {
  const found = new Set<Module>();
  const visit = ({ name }: Name): void => {
    const module = program.modules.get(name);
    if (module === undefined || module.form === "spec" || found.has(module)) return;
    module.extends.forEach(visit);
    found.add(module);
  };
  names.forEach(visit);
  return [...found];
}

/** Whether a module describes something that changes. */
export function hasVariables(module: Module): boolean {
  return module.units.some((unit) => unit.kind === "variables");
}

/** What a spec gets from the modules that it is around. */
export interface Absorbed {
  /** The units of all modules but the standard ones, in an order in which each comes after what it needs. */
  readonly units: readonly SpecUnit[];
  /** The standard modules, which the spec extends in their place. */
  readonly modules: readonly Name[];
}

/**
 * Takes the units of the modules that `names` stand for, and of all that these extend.
 * Where two modules have the same definition, word for word, it comes once.
 * @param report takes names that two modules define in different ways.
 */
export function absorb(program: Program, names: readonly Name[], report: Report): Absorbed {
  const units: SpecUnit[] = [];
  const owners = new Map<string, { readonly module: Module; readonly unit: SpecUnit }>();
  const instances = new Set<string>();
  const recursive = new Set<string>();

  const add = (unit: SpecUnit, module: Module): void => {
    switch (unit.kind) {
      case "theorem":
        // Nothing checks it; only one that has a name can be referred to.
        if (unit.name === null) return;
        break;
      case "instance": {
        const text = printUnit(unit);
        if (instances.has(text)) return;
        instances.add(text);
        break;
      }
      case "recursive": {
        const operators = unit.operators.filter(({ name }) => !recursive.has(name));
        for (const { name } of operators) recursive.add(name);
        if (operators.length > 0) units.push({ ...unit, operators });
        return;
      }
      default:
        break;
    }
    for (const name of definedNames(unit)) {
      const other = owners.get(name.name);
      if (other === undefined || other.module === module) {
        owners.set(name.name, { module, unit });
        continue;
      }
      if (printUnit(other.unit) !== printUnit(unit) || unit.kind === "const" || unit.kind === "var") {
        report(clash(name, unit, module, other.unit, other.module));
      }
      return;
    }
    units.push(unit);
  };

  const standard = new Map<string, Name>();
  const visited = new Set<string>();
  const visit = (name: Name): void => {
    if (visited.has(name.name)) return;
    visited.add(name.name);
    const module = program.modules.get(name.name);
    if (module === undefined || isStandard(module.span.source)) standard.set(name.name, name);
    else {
      module.extends.forEach(visit);
      for (const unit of module.units) for (const one of plain(unit)) add(one, module);
    }
  };
  names.forEach(visit);
  return { units, modules: [...standard.values()] };
}

function clash(name: Name, unit: SpecUnit, module: Module, other: SpecUnit, otherModule: Module): Diagnostic {
  const what = describeUnit(unit) === describeUnit(other) ? describeUnit(unit) : "name";
  return {
    code: "P086",
    severity: "error",
    message: `modules ${otherModule.name.name} and ${module.name.name} have a ${what} \`${name.name}\` each, and not the same`,
    span: name.span,
    notes: [
      `the one of ${otherModule.name.name} is at ${location(other.span)}`,
      "a spec around modules with variables has one name space with them; rename one of the two",
    ],
  };
}
