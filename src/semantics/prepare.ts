/** From a text to a model: the one way in for both file forms. */
import { type Config, parseConfig } from "../modules/config.js";
import { configSection } from "../modules/config-section.js";
import { dependencies } from "../modules/dependencies.js";
import { replaceRoot } from "../modules/flatten.js";
import { loadProgram, type ModuleFinder, type Program, standardOnly } from "../modules/load.js";
import type { MemoryModel } from "../modules/memory-model.js";
import { applyVariant, checkVariants, scenariosOf } from "../modules/variants.js";
import { memoryIn } from "../modules/variants-memory.js";
import { withoutTranslation } from "../pluscal/stale.js";
import type { Module, Name } from "../syntax/ast.js";
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { Source } from "../syntax/source.js";
import { buildModel } from "./build-model.js";
import type { Model } from "./model.js";
import { checkMissing, guessConfig, mergeConfig, overrideConstants, setSource } from "./prepare-config.js";
import { type Translation, translateSpec } from "./processes/translate.js";
import { questionRun, questionUnit } from "./question.js";

/** What is to be checked of a text, beside what the text says. */
export interface PrepareOptions {
  /** A `.cfg` file. For a spec its constants win over the spec's, its claims come on top of them. */
  readonly configSource?: Source;
  readonly scenario?: string;
  readonly patch?: string;
  /** The memory model; it wins over the scenario's and the spec's. */
  readonly memory?: MemoryModel;
  /** How many stores a CPU's buffer holds; it wins over the scenario's and the spec's. */
  readonly buffer?: number;
  /** Values of constants, which win over all others. */
  readonly sets?: readonly { readonly name: string; readonly expr: string }[];
  /** A definition: states in which it has the same value count as one. It wins over the configuration's VIEW. */
  readonly view?: string;
  /** Check only these. */
  readonly properties?: readonly string[];
  /** Leave temporal properties unchecked, with a warning. */
  readonly safetyOnly?: boolean;
  readonly noDeadlock?: boolean;
  /** A predicate on states, or a record of variables, that is asked about: see `questionIn`. */
  readonly question?: string;
}

/** A text that was read, with all that it needs; models of its variants can be made of it. */
export interface LoadedSpec {
  readonly program: Program;
  /** The program's root. A spec is flat, and nothing is wrong with its scenarios, patches and expectations. */
  readonly root: Module;
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
  return prepareVariant(loadSpec(root, finder), options);
}

/**
 * Reads a spec or a TLA+ module and everything that it needs. Of a spec, all scenarios, patches and expectations are
 * looked through.
 * @throws SpecError with everything that is wrong with the texts.
 */
export function loadSpec(root: Source, finder: ModuleFinder): LoadedSpec {
  const program = checkVariants(loadProgram(root, finder));
  return { program, root: program.root };
}

/**
 * Makes a model of one variant of a text that was read.
 * @throws SpecError with everything that is wrong with the variant, the configuration or the options.
 */
export function prepareVariant({ program }: LoadedSpec, options: PrepareOptions): Prepared {
  const { scenario, patch, configSource } = options;
  const variant = applyVariant(program, {
    ...(scenario !== undefined && { scenario }),
    ...(patch !== undefined && { patch }),
  });
  const source = configSource ?? ownSection(program.root);
  const config = source === null ? null : parseConfig(source);
  return program.root.form === "spec"
    ? prepareSpec(variant, config, options)
    : prepareModule(program, config, options);
}

function prepareSpec(program: Program, given: Config | null, options: PrepareOptions): Prepared {
  const { root } = program;
  const overridden = overrideConstants(asked(program, options), given?.constants ?? [], options.sets ?? []);
  const scenario = scenariosOf(root).find(({ name }) => name.name === options.scenario) ?? null;
  const translation = translateSpec(overridden, {
    ...memoryIn(root, scenario, options),
    patched: options.patch !== undefined,
    variant: [options.patch, options.scenario, options.configSource, options.sets?.[0]].some(
      (one) => one !== undefined,
    ),
  });
  const merged = mergeConfig(translation.config, given, new Set(options.sets?.map(({ name }) => name)));
  const config = withView(merged, options);
  checkMissing(translation.missing, config, root, scenario);
  const plain = onlyNeeded(withModules(replaceRoot(overridden, translation.module)));
  const model = buildModel(plain, config, {
    steps: translation.steps,
    displayNames: translation.displayNames,
    processes: translation.processes,
    memory: translation.memory,
    runs: translation.runs,
    kernel: translation.kernel,
    witnesses: translation.witnesses.map(({ name }) => name),
    ...flags(options),
  });
  return { model: warn(model, translation.warnings), program: plain, config, translation };
}

/** A module whose algorithm has no translation lacks what it would define: then the errors say why. */
function prepareModule(program: Program, given: Config | null, options: PrepareOptions): Prepared {
  try {
    return prepareWritten(program, given, options);
  } catch (error) {
    const untranslated = error instanceof SpecError ? withoutTranslation(program.root.span.source) : null;
    if (!(error instanceof SpecError) || untranslated === null) throw error;
    throw new SpecError([...error.diagnostics, untranslated]);
  }
}

function prepareWritten(program: Program, given: Config | null, options: PrepareOptions): Prepared {
  refuseMemory(program.root, options);
  const found = given === null ? guessConfig(program) : { config: given, warnings: [] };
  const { warnings } = found;
  const config = withView(found.config, options);
  const sets = (options.sets ?? []).map(({ name, expr }) => ({ name, expr: setSource(name, expr) }));
  const runs = options.question === undefined ? [] : [questionRun(options.question)];
  const model = buildModel(program, config, { sets, runs, ...flags(options) });
  return {
    model: warn(model, [...(program.warnings ?? []), ...warnings]),
    program,
    config,
    translation: null,
  };
}

/** A spec with the question among its scripted runs. */
function asked(program: Program, { question }: PrepareOptions): Program {
  if (question === undefined) return program;
  const { root } = program;
  return replaceRoot(program, { ...root, units: [...root.units, questionUnit(question)] });
}

/** The configuration that a module's own file holds, which counts where no other one is given; null if none. */
function ownSection({ form, span }: Module): Source | null {
  // The whole file: `parseConfig` looks for the section itself.
  return form === "module" && configSection(span.source) !== null ? span.source : null;
}

function withView(config: Config, { view }: PrepareOptions): Config {
  if (view === undefined) return config;
  const source = new Source("--view", view);
  return { ...config, view: { name: view, span: { source, start: 0, end: view.length } } };
}

/** What is written in TLA+ says itself how memory behaves. */
function refuseMemory({ name }: Module, { memory, buffer }: PrepareOptions): void {
  if ((memory ?? "sc") === "sc" && buffer === undefined) return;
  throw new SpecError([
    {
      code: "P084",
      severity: "error",
      message: `${name.name} is a TLA+ module; only a spec (.qsc) has memory models`,
      span: name.span,
    },
  ]);
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

/** The program without the modules whose text has become part of its root. */
function onlyNeeded(program: Program): Program {
  const needed = new Set<Module>([program.root]);
  const visit = ({ name }: Name): void => {
    const module = program.modules.get(name);
    if (module === undefined || needed.has(module)) return;
    needed.add(module);
    follow(module);
  };
  const follow = (module: Module): void => {
    const { extended, instanced } = dependencies(module);
    for (const name of [...extended, ...instanced]) visit(name);
  };
  follow(program.root);
  return { ...program, modules: new Map([...program.modules].filter(([, module]) => needed.has(module))) };
}
