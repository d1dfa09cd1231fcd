/** From a text to a model: the one way in for both file forms. */
import { type Config, type ConfigConstant, emptyConfig, parseConfig } from "../modules/config.js";
import { definedNames, replaceRoot } from "../modules/flatten.js";
import { loadProgram, type ModuleFinder, type Program, standardOnly } from "../modules/load.js";
import { applyVariant, scenariosOf } from "../modules/variants.js";
import type { ConstUnit, Expr, Module } from "../syntax/ast.js";
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { didYouMean } from "../syntax/nearest.js";
import { parseExpression } from "../syntax/parse.js";
import { Source } from "../syntax/source.js";
import { buildModel } from "./build-model.js";
import type { Model } from "./model.js";
import { type Translation, translateSpec } from "./processes/translate.js";

/** What is to be checked of a text, beside what the text says. */
export interface PrepareOptions {
  /** A `.cfg` file. For a spec its constants win over the spec's, its claims come on top of them. */
  readonly configSource?: Source;
  readonly scenario?: string;
  readonly patch?: string;
  /** Values of constants, which win over all others. */
  readonly sets?: readonly { readonly name: string; readonly expr: string }[];
  /** Check only these. */
  readonly properties?: readonly string[];
  /** Leave temporal properties unchecked, with a warning. */
  readonly safetyOnly?: boolean;
  readonly noDeadlock?: boolean;
}

export interface Prepared {
  readonly model: Model;
  /** The program that the model was built from: a spec has become a plain module. */
  readonly program: Program;
  readonly config: Config;
  /** What a spec was translated to; null for a TLA+ module. */
  readonly translation: Translation | null;
}

/**
 * Reads a spec or a TLA+ module and everything that it needs, and makes a model of it.
 * @throws SpecError with everything that is wrong with the texts, the configuration or the options.
 */
export function prepare(root: Source, finder: ModuleFinder, options: PrepareOptions): Prepared {
  const program = loadProgram(root, finder);
  const variant = applyVariant(program, {
    ...(options.scenario !== undefined && { scenario: options.scenario }),
    ...(options.patch !== undefined && { patch: options.patch }),
  });
  const config = options.configSource === undefined ? null : parseConfig(options.configSource);
  return program.root.form === "spec"
    ? prepareSpec(variant, config, options)
    : prepareModule(program, config, options);
}

function prepareSpec(program: Program, given: Config | null, options: PrepareOptions): Prepared {
  const overridden = override(program, given?.constants ?? [], options.sets ?? []);
  const translation = translateSpec(overridden);
  const config = merge(translation.config, given, new Set(options.sets?.map(({ name }) => name)));
  checkMissing(translation.missing, config, program.root);
  const plain = withModules(replaceRoot(overridden, translation.module));
  const model = buildModel(plain, config, {
    steps: translation.steps,
    displayNames: translation.displayNames,
    processes: translation.processes,
    witnesses: translation.witnesses.map(({ name }) => name),
    ...flags(options),
  });
  return { model: warn(model, translation.warnings), program: plain, config, translation };
}

function prepareModule(program: Program, given: Config | null, options: PrepareOptions): Prepared {
  const { config, warnings } = given === null ? guessConfig(program) : { config: given, warnings: [] };
  const sets = (options.sets ?? []).map(({ name, expr }) => ({ name, expr: setSource(name, expr) }));
  const model = buildModel(program, config, { sets, ...flags(options) });
  return { model: warn(model, warnings), program, config, translation: null };
}

function flags({ safetyOnly, noDeadlock, properties }: PrepareOptions) {
  return {
    ...(safetyOnly !== undefined && { safetyOnly }),
    ...(noDeadlock !== undefined && { noDeadlock }),
    ...(properties !== undefined && { properties: [...properties] }),
  };
}

function warn(model: Model, warnings: readonly Diagnostic[]): Model {
  return { ...model, warnings: [...warnings, ...model.warnings] };
}

/** Errors in a value given on the command line point into a text of this name. */
function setSource(name: string, expr: string): Source {
  return new Source(`--set ${name}`, expr);
}

/** The spec with constants as `--set` has them; those that a `.cfg` gives lose the value of the spec. */
function override(
  program: Program,
  configured: readonly ConfigConstant[],
  sets: readonly { readonly name: string; readonly expr: string }[],
): Program {
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
function merge(own: Config, given: Config | null, set: ReadonlySet<string>): Config {
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
  };
}

/** Every constant must have a value; which scenarios give one is what the writer wants to hear. */
function checkMissing(missing: readonly ConstUnit[], config: Config, root: Module): void {
  const given = new Set(config.constants.map(({ name }) => name.name));
  const diagnostics = missing
    .filter((unit) => !given.has(unit.name.name))
    .map((unit): Diagnostic => {
      const { name, span } = unit.name;
      const scenarios = scenariosOf(root)
        .filter((scenario) => scenario.units.some((one) => one.kind === "const" && one.name.name === name))
        .map((scenario) => scenario.name.name);
      const first = scenarios[0];
      return {
        code: "P046",
        severity: "error",
        message: `constant ${name} has no value`,
        span,
        notes: [
          ...(first === undefined
            ? []
            : [`these scenarios give it one: ${scenarios.join(", ")}; try \`--scenario ${first}\``]),
          `or write \`const ${name} = …\`, or give \`--set ${name}=…\``,
        ],
      };
    });
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
}

/** The program with the standard modules that its root extends. */
function withModules(program: Program): Program {
  const lacking = program.root.extends.filter(({ name }) => !program.modules.has(name));
  if (lacking.length === 0) return program;
  const text = `---- MODULE Needed ----\nEXTENDS ${lacking.map(({ name }) => name).join(", ")}\n====\n`;
  const needed = loadProgram(new Source("Needed.tla", text), standardOnly);
  const modules = new Map(
    [...needed.modules].filter(([name]) => name !== "Needed" && !program.modules.has(name)),
  );
  return { ...program, modules: new Map([...modules, ...program.modules]) };
}

/** Without a `.cfg` file, a module that names its behaviour as everybody does is checked as it stands. */
function guessConfig({ root }: Program): {
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
      code: "P018",
      severity: "error",
      message: `nothing says what behaviour of ${root.name.name} to explore`,
      span: root.name.span,
      notes: ["give a configuration with `--config`, or define `Spec`, or `Init` and `Next`"],
    },
  ]);
}
