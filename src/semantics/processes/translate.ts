/** From a flattened spec to a plain TLA+ module, its configuration, and what its steps are called. */
import { type Config, emptyConfig } from "../../modules/config.js";
import { extendedModules, flatten } from "../../modules/flatten.js";
import type { Program } from "../../modules/load.js";
import { DEFAULT_BUFFER } from "../../modules/memory-model.js";
import { marksDefinition } from "../../modules/units.js";
import { expectationsOf, kernelOf, patchesOf, runsOf, scenariosOf } from "../../modules/variants.js";
import type {
  ClaimUnit,
  ConstUnit,
  ExpectUnit,
  Expr,
  Module,
  Name,
  PatchUnit,
  ScenarioUnit,
  SpecUnit,
  TlaUnit,
} from "../../syntax/ast.js";
import { type Diagnostic, SpecError } from "../../syntax/diagnostic.js";
import { nearest } from "../../syntax/nearest.js";
import type { Span } from "../../syntax/source.js";
import type { MemorySource } from "../build-model.js";
import type { StepInfo } from "../core.js";
import type { RunSource } from "../runs.js";
import { type Actions, compileSteps } from "./actions.js";
import { Behaviour } from "./behaviour.js";
import { conditions, cpuMap } from "./conditions.js";
import { checkModelValues, mentionedModelValues, ownModelValue, translateConstants } from "./constants.js";
import { assertsCpus } from "./cpus.js";
import { declare } from "./declare.js";
import { checkIdentities } from "./identities.js";
import { findInstruction, type Instruction, type Step } from "./instructions.js";
import { bufferOwners, checkCpus } from "./memory-cpus.js";
import { Buffers } from "./memory-flush.js";
import { MEMORY, type Memory, type MemoryChoice } from "./memory-words.js";
import { freeNames, Namer, unitDependencies } from "./names.js";
import { inOrder } from "./order.js";
import { misspeltSteps } from "./pc-values.js";
import { plainBehaviour } from "./plain.js";
import { outside, Resolver } from "./resolve.js";
import { type RunContext, translateRuns } from "./runs.js";
import { SYMMETRY_MODULE, symmetryDefinition } from "./symmetry.js";
import { definition } from "./tree.js";
import { DEFAULT_VALUE, type Owner, type World } from "./world.js";

/** A process as the user wrote it; its identity is an expression of the module. */
export interface TranslatedProcess {
  readonly name: string;
  readonly many: boolean;
  readonly identity: Expr;
  /** The variable that says which CPU it runs on. */
  readonly cpu: string | null;
  readonly anchor: string | null;
  readonly span: Span;
}

/** What a spec means. */
export interface Translation {
  /** The plain TLA+ module. */
  readonly module: Module;
  /** What is checked of it, and the values that the spec gives its constants. */
  readonly config: Config;
  /** The steps, by the names of their definitions. */
  readonly steps: ReadonlyMap<string, StepInfo>;
  /** What the user calls variables whose names the translation made. */
  readonly displayNames: ReadonlyMap<string, string>;
  readonly processes: readonly TranslatedProcess[];
  readonly memory: MemorySource;
  readonly runs: readonly RunSource[];
  /** The kernel version that the spec says it models. */
  readonly kernel: string | null;
  /** Definitions of state predicates that some reachable state must satisfy. */
  readonly witnesses: readonly Name[];
  /** Definitions that name what reviews compare. */
  readonly views: readonly Name[];
  /** Constants without a value; a configuration must give them one. */
  readonly missing: readonly ConstUnit[];
  readonly expectations: readonly ExpectUnit[];
  readonly scenarios: readonly ScenarioUnit[];
  readonly patches: readonly PatchUnit[];
  readonly warnings: readonly Diagnostic[];
}

/** How a spec is to be translated, beside what it says itself. */
export interface TranslationOptions extends Partial<MemoryChoice> {
  /** A patch is applied, so that scripted runs may name steps which are gone. */
  readonly patched?: boolean;
  /** What is checked is not the spec as it stands, so that scripted runs may name what is not there. */
  readonly variant?: boolean;
}

/**
 * Translates a spec into the TLA+ module that it means. Steps have PlusCal's granularity; `pc` and `stack` are as
 * there. The spec should be the result of `applyVariant`; one that is not flat yet is flattened.
 * Under a memory model with store buffers it is translated without them first: what is wrong with its statements is
 * said in words that have nothing to do with buffers.
 * @throws SpecError with everything that is wrong with its processes.
 */
export function translateSpec(program: Program, options: TranslationOptions = {}): Translation {
  const { memory = "sc", buffer = DEFAULT_BUFFER, patched = false } = options;
  const how = { patched, variant: options.variant ?? patched };
  const flat = flatten(program);
  const visible = translateUnder({ memory: "sc", buffer }, flat, how);
  return memory === "sc" ? visible : translateUnder({ memory, buffer }, flat, how);
}

function translateUnder(choice: MemoryChoice, flat: Program, how: Omit<RunContext, "collect">): Translation {
  let diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    const same = ({ message, span }: Diagnostic) =>
      message === diagnostic.message &&
      span?.start === diagnostic.span?.start &&
      span?.source === diagnostic.span?.source;
    if (!diagnostics.some(same)) diagnostics.push(diagnostic);
  };
  const collect = (work: () => void): readonly Diagnostic[] => {
    const outer = diagnostics;
    diagnostics = [];
    work();
    const found = diagnostics;
    diagnostics = outer;
    return found;
  };
  const translation = new Translator(flat, choice, report).run({ ...how, collect });
  if (diagnostics.length > 0) throw new SpecError(inTextOrder(diagnostics));
  return translation;
}

/** As a reader goes through a file; the files in the order in which something was found in them. */
function inTextOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(diagnostics.map(({ span }) => span?.source))];
  return [...diagnostics].sort(
    (a, b) =>
      files.indexOf(a.span?.source) - files.indexOf(b.span?.source) ||
      (a.span?.start ?? 0) - (b.span?.start ?? 0),
  );
}

/** The behaviour that a spec's definitions get. */
interface TranslatedBehaviour {
  readonly units: readonly TlaUnit[];
  readonly specification: Name | null;
  /** Standard modules whose operators it uses. */
  readonly needs: readonly string[];
}

class Translator {
  private readonly root: Module;
  private readonly units: readonly SpecUnit[];
  private readonly world: World;
  private readonly resolver: Resolver;
  private readonly namer: Namer;
  private readonly steps = new Map<string, StepInfo>();

  constructor(
    private readonly program: Program,
    private readonly choice: MemoryChoice,
    private readonly report: (diagnostic: Diagnostic) => void,
  ) {
    this.root = program.root;
    this.units = program.root.units;
    this.world = declare(program, choice, report);
    this.resolver = new Resolver(this.world);
    this.namer = new Namer([...this.world.known.keys(), ...this.world.generated, ...this.world.modelValues]);
  }

  run(context: RunContext): Translation {
    const { units, world, resolver, root, program } = this;
    const { span } = root.name;
    checkModelValues(units, world.known, this.report);
    this.checkSymmetry();
    const external = new Set(
      extendedModules(program).flatMap((module) => module.units.flatMap(constantNames)),
    );
    const constants = translateConstants(units, external, this.namer, (expr) => resolver.expr(expr, outside));
    const written = units.filter(isWritten).map((unit) => resolver.unit(unit));
    const claims = units.filter((unit) => unit.kind === "claim").map((unit) => resolver.unit(unit));
    const symmetry = symmetryDefinition(
      units.filter((unit) => unit.kind === "symmetry"),
      world.known.has("Symmetry") ? this.namer.take("Symmetry_1") : "Symmetry",
      (set) => resolver.expr(set, outside),
    );
    const behaviour = world.processes.length > 0 ? this.processes() : this.withoutProcesses();

    const runs = translateRuns(runsOf(root), resolver, context);
    // Now all that mentions model values has been resolved.
    const values = mentionedModelValues(resolver.modelValuesUsed, units);
    const settings = [...constants.settings, ...values.settings];
    const declarations = [...constants.units.filter((unit) => unit.kind === "constants"), ...values.units];
    if (behaviour.units.some((unit) => unitDependencies(unit).has(DEFAULT_VALUE))) {
      declarations.push({ kind: "constants", constants: [{ name: DEFAULT_VALUE, arity: 0, span }], span });
      settings.push(ownModelValue(DEFAULT_VALUE, span));
    }
    if (world.variables.length > 0) {
      const variables = world.variables.map(({ name, span: at }) => ({ name, span: at }));
      declarations.push({ kind: "variables", variables, span });
    }
    const definitions = [
      ...constants.units.filter((unit) => unit.kind !== "constants"),
      ...written,
      ...behaviour.units,
      ...(symmetry === null ? [] : [symmetry]),
      ...claims
        .filter((claim) => !marksDefinition(claim))
        .map((claim) => ({
          ...definition(claim.name.name, [], claim.body, claim.span),
          name: claim.name,
        })),
    ];
    const named = (kind: ClaimUnit["claim"]) =>
      claims.filter((unit) => unit.claim === kind).map((unit) => unit.name);
    const renamed = world.variables.filter(({ name, display }) => name !== display);
    return {
      module: {
        ...root,
        form: "module",
        extends: this.extended([...behaviour.needs, ...(symmetry === null ? [] : [SYMMETRY_MODULE])]),
        units: [...declarations, ...inOrder(definitions, program)],
      },
      config: {
        ...emptyConfig,
        specification: behaviour.specification,
        constants: settings,
        invariants: named("invariant"),
        properties: named("property"),
        constraints: named("constraint"),
        actionConstraints: named("actionconstraint"),
        symmetry: symmetry?.name ?? null,
      },
      steps: this.steps,
      displayNames: new Map(renamed.map(({ name, display }) => [name, display])),
      processes: world.processes.map(({ name, unit }) => ({
        name,
        many: unit.identity.kind === "in",
        identity: resolver.expr(unit.identity.expr, outside),
        cpu: unit.on === null ? null : (world.processes.find((one) => one.name === name)?.cpu?.name ?? null),
        anchor: unit.anchor?.value ?? null,
        span: unit.name.span,
      })),
      memory: this.memory(),
      runs,
      kernel: kernelOf(root)?.version.value ?? null,
      witnesses: named("reachable"),
      views: named("view"),
      missing: constants.missing,
      expectations: expectationsOf(root),
      scenarios: scenariosOf(root),
      patches: patchesOf(root),
      warnings: [...(world.processes.length > 0 ? misspeltSteps(units, world) : [])],
    };
  }

  /** The sets of `symmetry` are nowhere in the spec's text but there: what is wrong with their names is told there. */
  private checkSymmetry(): void {
    const { known, modelValues } = this.world;
    for (const unit of this.units) {
      if (unit.kind !== "symmetry") continue;
      for (const set of unit.sets) {
        for (const name of freeNames(set)) {
          if (known.has(name) || modelValues.has(name)) continue;
          const guess = nearest(name, known.keys());
          this.report({
            code: "P019",
            severity: "error",
            message: `\`symmetry\` names \`${name}\`, which is not defined`,
            span: set.span,
            ...(guess !== undefined && { notes: [`did you mean \`${guess}\`?`] }),
          });
        }
      }
    }
  }

  private memory(): MemorySource {
    const { choice, world } = this;
    const shared =
      world.processes.length === 0 ? [] : [...world.globals.values()].filter((one) => one.shared);
    return {
      model: choice.memory,
      buffer: choice.buffer,
      shared: shared.map(({ display }) => display),
      variable: world.memory?.buffer.name ?? null,
    };
  }

  private processes(): TranslatedBehaviour {
    const { world, resolver, root } = this;
    const { span } = root.name;
    checkIdentities(world);
    const owners: readonly Owner[] = [...world.processes, ...world.procedures];
    const actions = new Map<Owner, Actions>(owners.map((owner) => [owner, compileSteps(owner, resolver)]));
    for (const owner of owners)
      for (const step of owner.steps) this.steps.set(step.definition, stepInfo(owner, step));
    const buffers =
      world.memory && new Buffers(world.memory, world, bufferOwners(world, span), resolver.avoid, span);
    if (world.memory !== null) {
      checkCpus(world, (owner) => actions.get(owner)!.touchesMemory);
      this.steps.set(world.memory.names.flush, flushInfo(world.memory));
    }
    const behaviour = new Behaviour(resolver, actions, buffers, span);
    const globals = this.units.flatMap((unit) => (unit.kind === "var" ? unit.variables : []));
    const terminating = behaviour.terminating(
      world.known.has("Terminating") ? this.namer.take("Terminating_1") : "Terminating",
    );
    const asksForTermination = resolver.mentioned.has("Termination") && !world.known.has("Termination");
    return {
      units: [
        ...behaviour.frame(),
        behaviour.init(globals),
        ...(world.cpuOf !== null && resolver.mentioned.has(world.cpuOf)
          ? [cpuMap(resolver, world.cpuOf, span)]
          : []),
        ...conditions(resolver, span),
        ...(resolver.views?.definitions() ?? []),
        ...(buffers?.definitions([...actions.values()].flatMap((one) => [...one.definitions.values()])) ??
          []),
        ...owners.flatMap((owner) => behaviour.steps(owner)),
        ...(terminating === null ? [] : [terminating]),
        behaviour.next(terminating),
        behaviour.spec(),
        ...(asksForTermination ? [behaviour.termination()] : []),
      ],
      specification: { name: "Spec", span: root.name.span },
      needs: [
        ...(buffers === null ? [] : ["Naturals"]),
        ...(world.procedures.length > 0 || buffers !== null ? ["Sequences"] : []),
        ...(assertsCpus(world) || owners.some(({ code }) => findInstruction(code, speaks) !== undefined)
          ? ["TLC"]
          : []),
      ],
    };
  }

  private withoutProcesses(): TranslatedBehaviour {
    const shared = this.units.find((unit) => unit.kind === "var" && unit.shared);
    if (this.choice.memory !== "sc" && shared !== undefined) {
      this.report({
        code: "P077",
        severity: "error",
        message: `${this.root.name.name} has no processes, so nothing says how \`shared\` variables are stored to`,
        span: shared.span,
        notes: [
          `${this.choice.memory} is a model of what processes store; check it under sc, or write processes`,
        ],
      });
    }
    const { definitions, specification } = plainBehaviour(this.program, this.report);
    return { units: definitions.map((unit) => this.resolver.unit(unit)), specification, needs: [] };
  }

  /** What the module extends: what the spec does, and what its translation needs besides. */
  private extended(needs: readonly string[]): readonly Name[] {
    const there = new Set(extendedModules(this.program).map((module) => module.name.name));
    const { span } = this.root.name;
    const added = [...new Set(needs)].filter((name) => !there.has(name)).map((name) => ({ name, span }));
    return [...this.root.extends, ...added];
  }
}

/** Units that go into the module as they are written. */
function isWritten(unit: SpecUnit): unit is Exclude<TlaUnit, { kind: "constants" | "variables" }> {
  switch (unit.kind) {
    case "recursive":
    case "definition":
    case "functionDefinition":
    case "instance":
    case "instanceDefinition":
    case "assume":
    case "theorem":
    case "use":
    case "nestedModule":
      return true;
    case "constants":
    case "variables":
    case "const":
    case "var":
    case "macro":
    case "inline":
    case "procedure":
    case "process":
    case "claim":
    case "symmetry":
    case "scenario":
    case "patch":
    case "expect":
    case "kernel":
    case "memory":
    case "run":
      return false;
    default:
      return unit satisfies never;
  }
}

function constantNames(unit: SpecUnit): readonly string[] {
  return unit.kind === "constants" ? unit.constants.map(({ name }) => name) : [];
}

/** `assert` and `print` use operators of module TLC. */
function speaks(instruction: Instruction): boolean {
  return instruction.kind === "assert" || instruction.kind === "print";
}

function stepInfo(owner: Owner, step: Step): StepInfo {
  const anchor = step.anchor ?? (step.own ? (owner.unit.anchor?.value ?? null) : null);
  return {
    kind: "process",
    name: step.name,
    process: owner.name,
    c: step.c,
    anchor,
    rest: step.rest,
    span: step.span,
  };
}

/** The step in which a store that a CPU's buffer held becomes visible. */
function flushInfo({ buffer }: Memory): StepInfo {
  const nothing = { c: null, anchor: null, rest: false };
  return { kind: "memory", name: "flush", process: MEMORY, ...nothing, span: buffer.span };
}
