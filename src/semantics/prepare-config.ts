/** Constants and configurations: what a spec, a scenario, a `.cfg` file and the command line say, put together. */
import { type Config, type ConfigConstant, emptyConfig } from "../modules/config.js";
import { replaceRoot } from "../modules/flatten.js";
import type { Program } from "../modules/load.js";
import { definedNames } from "../modules/units.js";
import { scenariosOf } from "../modules/variants.js";
import type { ConstUnit, Expr, Module, ScenarioUnit } from "../syntax/ast.js";
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { didYouMean } from "../syntax/nearest.js";
import { parseExpression } from "../syntax/parse.js";
import { location, Source } from "../syntax/source.js";

/** A value given on the command line as a text; errors in it point into a text of this name. */
export function setSource(name: string, expr: string): Source {
  return new Source(`--set ${name}`, expr);
}

/**
 * A spec with constants as `--set` has them; those that a `.cfg` gives lose the value of the spec.
 * @throws SpecError if there is no such constant, or the value is no expression.
 */
export function overrideConstants(
  program: Program,
  configured: readonly ConfigConstant[],
  sets: readonly { readonly name: string; readonly expr: string }[],
): Program {
  if (configured.length === 0 && sets.length === 0) return program;
  const diagnostics: Diagnostic[] = [];
  const constants = program.root.units.filter((unit) => unit.kind === "const").map((unit) => unit.name.name);
  const values = new Map<string, Expr>();
  for (const { name, expr } of sets) {
    const source = setSource(name, expr);
    if (!constants.includes(name)) {
      const meant = didYouMean(name, constants);
      const known = constants.length === 0 ? "it has none" : `it has ${constants.join(", ")}`;
      diagnostics.push({
        code: "P017",
        severity: "error",
        message: `${program.root.name.name} has no constant \`${name}\` to set`,
        span: program.root.name.span,
        notes: meant.length > 0 ? meant : [known],
      });
      continue;
    }
    const parsed = parseExpression(source);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.expr !== null) values.set(name, parsed.expr);
  }
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  const fromConfig = new Set(configured.map(({ name }) => name.name));
  const units = program.root.units.map((unit) => {
    if (unit.kind !== "const") return unit;
    const expr = values.get(unit.name.name);
    if (expr !== undefined) return { ...unit, value: { kind: "expression" as const, expr } };
    return fromConfig.has(unit.name.name) ? { ...unit, value: null } : unit;
  });
  return replaceRoot(program, { ...program.root, units });
}

/** A configuration given for a spec: constants take the place of the spec's, claims are added. */
export function mergeConfig(own: Config, given: Config | null, set: ReadonlySet<string>): Config {
  if (given === null) return own;
  const behaviour = given.specification !== null || given.init !== null ? given : own;
  const constants = given.constants.filter(({ name }) => !set.has(name.name));
  const replaced = new Set(constants.map(({ name }) => name.name));
  const both = <T extends { readonly name: string }>(a: readonly T[], b: readonly T[]): readonly T[] => [
    ...a,
    ...b.filter(({ name }) => !a.some((other) => other.name === name)),
  ];
  return {
    specification: behaviour.specification,
    init: behaviour.init,
    next: behaviour.next,
    constants: [...own.constants.filter(({ name }) => !replaced.has(name.name)), ...constants],
    invariants: both(own.invariants, given.invariants),
    properties: both(own.properties, given.properties),
    constraints: both(own.constraints, given.constraints),
    actionConstraints: both(own.actionConstraints, given.actionConstraints),
    checkDeadlock: given.checkDeadlock,
    symmetry: given.symmetry ?? own.symmetry,
    view: given.view ?? own.view,
    alias: given.alias ?? own.alias,
    postconditions: both(own.postconditions, given.postconditions),
    periodic: given.periodic ?? own.periodic,
    possible: both(own.possible, given.possible),
  };
}

/**
 * Every constant must have a value; which scenarios give one is what the writer wants to hear.
 * @param chosen the scenario that is checked; null: the defaults.
 * @throws SpecError with all that have none.
 */
export function checkMissing(
  missing: readonly ConstUnit[],
  config: Config,
  root: Module,
  chosen: ScenarioUnit | null,
): void {
  const given = new Set(config.constants.map(({ name }) => name.name));
  const diagnostics = missing
    .filter((unit) => !given.has(unit.name.name))
    .map((unit): Diagnostic => {
      const { name, span } = unit.name;
      const giving = scenariosOf(root)
        .filter((scenario) => scenario.units.some((one) => one.kind === "const" && one.name.name === name))
        .map((scenario) => scenario.name.name);
      const note =
        giving.length === 0
          ? []
          : [`these scenarios give it one: ${giving.join(", ")}; try \`--scenario ${giving[0]}\``];
      if (chosen !== null) {
        return {
          code: "M030",
          severity: "error",
          message: `constant ${name} has no value in scenario ${chosen.name.name}`,
          span: chosen.name.span,
          notes: [
            `it is declared at ${location(span)}, without a default`,
            `write \`const ${name} = …\` in the scenario, or give it a default, or give \`--set ${name}=…\``,
            ...note,
          ],
        };
      }
      return {
        code: "M030",
        severity: "error",
        message: `constant ${name} has no value`,
        span,
        notes: [...note, `or write \`const ${name} = …\`, or give \`--set ${name}=…\``],
      };
    });
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
}

/**
 * Without a `.cfg` file, a module that names its behaviour as everybody does is checked as it stands.
 * @throws SpecError if it does not.
 */
export function guessConfig({ root }: Program): {
  readonly config: Config;
  readonly warnings: readonly Diagnostic[];
} {
  const names = new Map(root.units.flatMap(definedNames).map((name) => [name.name, name]));
  const spec = names.get("Spec");
  const init = names.get("Init");
  const next = names.get("Next");
  const warning = (what: string): Diagnostic => ({
    code: "W032",
    severity: "warning",
    message: `there is no configuration: ${what} is explored, and no property is checked`,
    span: root.name.span,
    notes: ["a `.cfg` file says what to check: `SPECIFICATION Spec`, `INVARIANT …`; give it with `--config`"],
  });
  if (spec !== undefined)
    return { config: { ...emptyConfig, specification: spec }, warnings: [warning("Spec")] };
  if (init !== undefined && next !== undefined) {
    return { config: { ...emptyConfig, init, next }, warnings: [warning("Init with Next")] };
  }
  throw new SpecError([
    {
      code: "M035",
      severity: "error",
      message: `nothing says what behaviour of ${root.name.name} to explore`,
      span: root.name.span,
      notes: ["give a configuration with `--config`, or define `Spec`, or `Init` and `Next`"],
    },
  ]);
}
