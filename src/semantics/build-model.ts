/** From a program and a configuration to a model: what is to be explored and what is to be checked of it. */
import type { Config } from "../modules/config.js";
import type { Program } from "../modules/load.js";
import { DEFAULT_BUFFER } from "../modules/memory-model.js";
import type { Expr, Name } from "../syntax/ast.js";
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { didYouMean } from "../syntax/nearest.js";
import { location, oneLine, type Source, textOf, withoutComments } from "../syntax/source.js";
import { ConfigApplier } from "./apply-config.js";
import { LevelChecker } from "./check-levels.js";
import type { Core, Definition, Level, StepInfo, Variable } from "./core.js";
import { Elaboration } from "./elaborate.js";
import { levelName } from "./levels.js";
import type { MemoryInfo, Model, NamedFormula, ProcessInfo } from "./model.js";
import { type PropertyParts, splitProperty } from "./properties.js";
import { resolveDefinition } from "./resolve-name.js";
import { elaborateRun, type RunSource } from "./runs.js";
import { Specification } from "./specification.js";
import { unusedWarnings } from "./unused.js";

/** A process whose identity is still an expression of the root module, and whose CPU the name of a variable. */
export type ProcessSource = Omit<ProcessInfo, "identity" | "cpu"> & {
  readonly identity: Expr;
  readonly cpu: string | null;
};

/** A memory model whose buffers are still the name of a variable. */
export type MemorySource = Omit<MemoryInfo, "variable"> & { readonly variable: string | null };

/** What the translation of a spec, and the command line, add to a program and its configuration. */
export interface ModelExtras {
  /** Steps by the name of the definition that does them. */
  readonly steps?: ReadonlyMap<string, StepInfo>;
  /** What the user calls variables of the root module, where that differs. */
  readonly displayNames?: ReadonlyMap<string, string>;
  readonly processes?: readonly ProcessSource[];
  readonly memory?: MemorySource;
  readonly runs?: readonly RunSource[];
  readonly kernel?: string | null;
  /** Names of definitions that some reachable state must satisfy. */
  readonly witnesses?: readonly string[];
  /** Values for constants; they win over the configuration's. */
  readonly sets?: readonly { readonly name: string; readonly expr: Source }[];
  /** Leave temporal properties unchecked, with a warning, instead of refusing them. */
  readonly safetyOnly?: boolean;
  readonly noDeadlock?: boolean;
  /** Check only these invariants and witnesses. */
  readonly properties?: readonly string[];
}

/**
 * Makes a model: resolves names, checks levels, gives constants their values, replaces definitions that the
 * configuration replaces, and takes the specification apart.
 * @throws SpecError with everything that is wrong with the modules, or else with the configuration.
 */
export function buildModel(program: Program, config: Config, extra: ModelExtras = {}): Model {
  const sets = extra.sets ?? [];
  const replaced = new Set([...config.constants.map((c) => c.name.name), ...sets.map((s) => s.name)]);
  const elaboration = new Elaboration(program, {
    steps: extra.steps ?? new Map(),
    displayNames: extra.displayNames ?? new Map(),
    replaced,
  });
  const { problems, root } = elaboration;
  throwErrors(problems.list());
  const levels = new LevelChecker(problems);
  for (const module of elaboration.modules.values()) levels.module(module);
  throwErrors(problems.list());

  const applier = new ConfigApplier(elaboration);
  applier.apply(config.constants, sets);
  throwErrors(problems.list());
  elaboration.finish();
  // Definitions and constants have changed their meaning, and perhaps their levels.
  const checker = new LevelChecker(null);
  for (const module of elaboration.modules.values()) checker.module(module);
  elaboration.instances.levelOf = (copy) => checker.summary(copy).level;
  applier.checkConstantLevels();

  root.variables.forEach((variable, index) => {
    variable.index = index;
    variable.display = extra.displayNames?.get(variable.name) ?? variable.name;
  });
  const builder = new ModelBuilder(elaboration, checker, config, extra);
  const model = builder.build();
  throwErrors(problems.list());
  return { ...model, warnings: [...problems.list(), ...unusedWarnings(elaboration, model)] };
}

function throwErrors(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.some((d) => d.severity === "error")) throw new SpecError(diagnostics);
}

/** The parts of a model that the configuration names. */
class ModelBuilder {
  constructor(
    private readonly elaboration: Elaboration,
    private readonly checker: LevelChecker,
    private readonly config: Config,
    private readonly extra: ModelExtras,
  ) {}

  build(): Model {
    const { config, extra, elaboration } = this;
    const { root } = elaboration;
    const selected = this.selection();
    const wanted = (name: string): boolean => selected === null || selected.has(name);
    const single = (name: Name | null, what: string, max: Level) =>
      name === null ? null : this.formula(name, what, max);
    const properties = this.properties(config.properties.filter(({ name }) => wanted(name)));
    return {
      name: root.name,
      constants: root.constants,
      variables: root.variables,
      definitions: this.definitions(),
      behaviour: this.behaviour(),
      assumptions: root.assumptions.map(({ name, body, span }) => ({
        name: name ?? `the assumption at ${location(span)}`,
        body,
        span,
      })),
      invariants: [
        ...this.formulas(
          config.invariants.filter(({ name }) => wanted(name)),
          "invariant",
          1,
        ),
        ...properties.invariants,
      ],
      witnesses: this.formulas(
        (extra.witnesses ?? []).filter(wanted).map((name) => this.ownName(name)),
        "witness",
        1,
      ),
      constraints: this.formulas(config.constraints, "constraint", 1),
      actionConstraints: this.formulas(config.actionConstraints, "action constraint", 2),
      initialProperties: properties.initial,
      actionProperties: properties.actions,
      properties: properties.temporal,
      possible: this.formulas(
        config.possible.filter(({ name }) => wanted(name)),
        "possible step",
        2,
      ).map((formula) => ({ ...formula, ofSteps: this.checker.levelOf(formula.body) === 2 })),
      postconditions: this.formulas(config.postconditions, "postcondition", 1),
      periodic: single(config.periodic, "periodic condition", 1),
      symmetry: single(config.symmetry, "symmetry", 0),
      view: single(config.view, "view", 1),
      alias: single(config.alias, "alias", 2),
      checkDeadlock: config.checkDeadlock && extra.noDeadlock !== true,
      processes: (extra.processes ?? []).map((process) => ({
        ...process,
        identity: elaboration.rootExpr(process.identity),
        cpu: this.variable(process.cpu),
      })),
      memory: this.memory(),
      runs: (extra.runs ?? []).map((run) => elaborateRun(run, elaboration, this.checker)),
      kernel: extra.kernel ?? null,
      warnings: [],
    };
  }

  private memory(): MemoryInfo {
    const { memory } = this.extra;
    if (memory === undefined) return { model: "sc", buffer: DEFAULT_BUFFER, shared: [], variable: null };
    return { ...memory, variable: this.variable(memory.variable) };
  }

  private variable(name: string | null): Variable | null {
    return this.root.variables.find((variable) => variable.name === name) ?? null;
  }

  /** The names that alone are to be checked, or null for all. */
  private selection(): ReadonlySet<string> | null {
    const { config, extra, elaboration } = this;
    if (extra.properties === undefined || extra.properties.length === 0) return null;
    const known = [
      ...[...config.invariants, ...config.properties].map(({ name }) => name),
      ...(extra.witnesses ?? []),
      ...config.possible.map(({ name }) => name),
    ];
    for (const name of extra.properties) {
      if (known.includes(name)) continue;
      const note = known.length === 0 ? ["there is nothing to check"] : didYouMean(name, known);
      elaboration.problems.error(
        "M041",
        `there is no invariant, property or witness ${name} to check`,
        this.root.module.name.span,
        [...note],
      );
    }
    return new Set(extra.properties);
  }

  private behaviour(): Model["behaviour"] {
    const { config, elaboration, root } = this;
    const { problems } = elaboration;
    const { specification, init, next } = config;
    if (specification !== null) {
      for (const name of [init, next]) {
        if (name === null) continue;
        problems.error(
          "M034",
          `the configuration gives SPECIFICATION ${specification.name} and ${name.name} too`,
          name.span,
          ["give either SPECIFICATION, or INIT and NEXT"],
        );
      }
      const definition = this.definition(specification, "specification", 3);
      if (definition === null) return null;
      return new Specification(this.checker, problems, root.variables).split(definition, specification);
    }
    if (init !== null && next !== null) {
      const initial = this.formula(init, "initial predicate", 1);
      const step = this.formula(next, "next-state action", 2);
      return initial && step && { init: initial.body, next: step.body, fairness: [] };
    }
    if (init !== null || next !== null) {
      const given = (init ?? next)!;
      problems.error(
        "M035",
        `the configuration gives ${init === null ? "NEXT" : "INIT"} but not ${init === null ? "INIT" : "NEXT"}`,
        given.span,
      );
      return null;
    }
    const claims = [
      ...config.invariants,
      ...config.properties,
      ...config.constraints,
      ...config.actionConstraints,
    ];
    if (root.variables.length > 0 || claims.length > 0) {
      problems.error("M035", `nothing says how module ${root.name} behaves`, root.module.name.span, [
        "the configuration needs SPECIFICATION with the name of a formula Init /\\ [][Next]_vars, or INIT and NEXT",
      ]);
    }
    return null;
  }

  /**
   * Properties, taken apart: the search answers what they say of states and steps. What they say of whole behaviours is
   * refused, or left out with a warning. All that one property asks of the same thing is one formula with its name.
   */
  private properties(names: readonly Name[]): Record<keyof PropertyParts, readonly NamedFormula[]> {
    const found: Record<keyof PropertyParts, NamedFormula[]> = {
      initial: [],
      invariants: [],
      actions: [],
      bare: [],
      temporal: [],
    };
    for (const name of names) {
      const definition = this.definition(name, "property", 3);
      if (definition === null) continue;
      const parts = splitProperty(definition, this.checker);
      this.checkParts(name, parts);
      for (const kind of Object.keys(found) as (keyof PropertyParts)[]) {
        const body = conjunction(parts[kind]);
        if (body !== null) found[kind].push({ name: name.name, body, span: definition.span });
      }
    }
    return found;
  }

  private checkParts(name: Name, { initial, invariants, actions, bare, temporal }: PropertyParts): void {
    const { problems } = this.elaboration;
    const shown = (parts: readonly Core[]) =>
      parts.map(({ span }) => `\`${oneLine(withoutComments(textOf(span)))}\` at ${location(span)}`);
    for (const { span } of bare) {
      const text = oneLine(withoutComments(textOf(span)));
      problems.error("M042", `PROPERTY ${name.name} has a part that is an action: \`${text}\``, span, [
        `what every step must be is written [][A]_v, with the variables that it speaks of as v`,
      ]);
    }
    if (initial.length > 0 && invariants.length + actions.length + temporal.length + bare.length === 0) {
      problems.warning("W006", `PROPERTY ${name.name} is asked of the initial states only`, name.span, [
        `to ask it of every state write INVARIANT ${name.name}`,
      ]);
    }
    if (temporal.length === 0) return;
    if (this.extra.safetyOnly === true) {
      const rest = initial.length + invariants.length + actions.length > 0;
      problems.warning(
        "W003",
        rest
          ? `the property ${name.name} is checked but for what it says of whole behaviours`
          : `the property ${name.name} is not checked`,
        name.span,
        rest ? [`left out: ${shown(temporal).join(", ")}`] : [],
      );
    } else {
      problems.error("M033", `PROPERTY ${name.name}: temporal properties are not supported yet`, name.span, [
        `these parts are: ${shown(temporal).join(", ")}`,
        "check the rest with --safety-only",
      ]);
    }
  }

  private formulas(names: readonly Name[], what: string, max: Level): readonly NamedFormula[] {
    return names.map((name) => this.formula(name, what, max)).filter((formula) => formula !== null);
  }

  private formula(name: Name, what: string, max: Level): NamedFormula | null {
    const definition = this.definition(name, what, max);
    if (definition === null) return null;
    const { span } = definition;
    return { name: name.name, body: { kind: "call", definition, args: [], span }, span };
  }

  /** A definition that the configuration names in some role. */
  private definition(name: Name, what: string, max: Level): Definition | null {
    const { elaboration } = this;
    const { problems } = elaboration;
    const entity = resolveDefinition(elaboration, name, `the ${what}`);
    if (entity === null) return null;
    if (entity.kind !== "definition") {
      problems.error(
        "M032",
        `the ${what} ${name.name} must be a definition, not a ${entity.kind}`,
        name.span,
      );
      return null;
    }
    const { definition } = entity;
    if (definition.params.length > 0) {
      const params = definition.params.map((p) => p.name).join(", ");
      problems.error(
        "M032",
        `the ${what} ${name.name} must not have parameters, but it has ${params}`,
        name.span,
      );
      return null;
    }
    const { level } = this.checker.summary(definition);
    if (level > max) {
      problems.error("M037", `${name.name} cannot be the ${what}: it is ${levelName(level)}`, name.span, [
        `it is defined at ${location(definition.span)}`,
      ]);
      return null;
    }
    if (level === 0 && what === "invariant") {
      problems.warning("W004", `the invariant ${name.name} depends on no variable`, definition.span);
    }
    return definition;
  }

  private definitions(): ReadonlyMap<string, Definition> {
    const definitions = new Map<string, Definition>();
    for (const { name, entity } of this.root.scope.ownEntries()) {
      if (entity.kind === "definition") definitions.set(name, entity.definition);
    }
    return definitions;
  }

  /** The name of a definition of the root module, with the place of that definition. */
  private ownName(name: string): Name {
    return { name, span: this.root.scope.own(name)?.span ?? this.root.module.name.span };
  }

  private get root() {
    return this.elaboration.root;
  }
}

/** One formula that says all of them; null if there are none. */
function conjunction(parts: readonly Core[]): Core | null {
  const [first] = parts;
  return first === undefined || parts.length === 1
    ? (first ?? null)
    : { kind: "and", items: parts, span: first.span };
}
