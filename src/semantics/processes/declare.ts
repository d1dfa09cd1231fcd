/** Collects a spec's processes, procedures and variables, and decides what everything is called in the module. */
import { extendedModules } from "../../modules/flatten.js";
import type { Program } from "../../modules/load.js";
import { aUnit, definedNames, describeUnit } from "../../modules/units.js";
import type { Expr, Name, ProcedureUnit, ProcessUnit, SpecUnit, VarDeclarator } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { location, type Span } from "../../syntax/source.js";
import { calledProcedures } from "./called.js";
import { Expander } from "./expand.js";
import { findInstruction, type Instruction, type Step } from "./instructions.js";
import { layoutsOf, MEMORY, type Memory, type MemoryChoice } from "./memory-words.js";
import { exportedNames, Namer, namesGivenBy } from "./names.js";
import { ref } from "./tree.js";
import type { LocalVariable, Owner, ProcedureOwner, ProcessOwner, StateVariable, World } from "./world.js";

type Report = (diagnostic: Diagnostic) => void;

/** Names that the translation gives and the spec may use, but not define. */
const FIXED = ["pc", "vars", "ProcSet", "Init", "Next", "Spec", "self"] as const;
const FIXED_WITH_PROCEDURES = ["stack", "defaultInitValue"] as const;

/**
 * Builds the world of a flattened spec. Without processes it holds little more than the variables.
 * @param under the memory model for words that are shared.
 * @param report takes clashes of names, labels used twice, wrong uses of macros and the like.
 */
export function declare(program: Program, under: MemoryChoice, report: Report): World {
  const { units } = program.root;
  const known = knownNames(program);
  const processUnits = units.filter((unit) => unit.kind === "process");
  const active = processUnits.length > 0;
  // Without processes nobody calls a procedure: it is there for the specs that extend this one.
  const procedureUnits = active ? units.filter((unit) => unit.kind === "procedure") : [];
  const fixed = active ? [...FIXED, ...(procedureUnits.length > 0 ? FIXED_WITH_PROCEDURES : [])] : [];
  checkFixedNames(program, fixed, report);

  const modelValues = new Set(units.flatMap(modelValueNames));
  const expander = new Expander(units, report);
  const namer = new Namer([...taken(known), ...modelValues]);
  const generated = new Set<string>(fixed.filter((name) => name !== "self"));
  const give = (...wanted: readonly [string, ...string[]]): string => {
    const name = namer.take(...wanted);
    generated.add(name);
    return name;
  };

  const build = (unit: ProcessUnit | ProcedureUnit): { owner: Owner; params: readonly LocalVariable[] } => {
    const { name } = unit.name;
    const many = unit.kind === "procedure" || unit.identity.kind === "in";
    const local = (declarator: VarDeclarator): LocalVariable => {
      checkLocal(declarator.name, unit, known, fixed, report);
      const own = declarator.name.name;
      const display = `${name}.${own}`;
      const { span } = declarator.name;
      const given = give(`${name}_${own}`);
      return { name: given, display, perProcess: many, shared: false, local: own, declarator, span };
    };
    const paramNames: readonly Name[] = unit.kind === "procedure" ? unit.params : [];
    const params = paramNames.map((param) => local({ name: param, init: null, span: param.span }));
    const cpu = unit.kind === "process" && unit.on !== null ? local(unit.on) : null;
    const locals = [...(cpu === null ? [] : [cpu]), ...params, ...unit.locals.map(local)];
    const byName = new Map<string, LocalVariable>();
    for (const variable of locals) addLocal(byName, variable, unit, report);
    const { code, steps } = expander.expand(unit.body);
    const self: Expr = unit.kind === "process" && !many ? unit.identity.expr : ref("self", unit.name.span);
    const owner = {
      kind: unit.kind,
      name,
      unit,
      definition: "",
      hasSelf: many,
      self,
      locals: byName,
      cpu,
      enabled: null,
      code,
      steps,
    };
    return { owner, params };
  };
  const builtProcesses = processUnits.map(build);
  const builtProcedures = procedureUnits.map(build);
  // Locals have their names by now. Processes come before steps: a step can be told by its process, not vice versa.
  const complete = <T extends Owner>(owner: Owner, enabled: string | null): T =>
    ({ ...owner, definition: give(owner.name, `${owner.name}_process`), enabled }) as T;
  const processes = builtProcesses.map(({ owner }) =>
    complete<ProcessOwner>(owner, isConditional(owner) ? give(`${owner.name}_when`) : null),
  );
  const bodies = builtProcedures.map(({ owner }) => owner);
  const conditional = new Set(
    processes.filter(isConditional).flatMap(({ code }) => calledProcedures(code, bodies)),
  );
  const callerEnabled = conditional.size > 0 ? give("caller_when") : null;
  const procedures = builtProcedures.map(({ owner, params }) => ({
    ...complete<ProcedureOwner>(owner, conditional.has(owner) ? callerEnabled : null),
    params,
  }));
  nameSteps([...processes, ...procedures], procedures, give);

  const globals = new Map<string, StateVariable>();
  for (const unit of units) {
    if (unit.kind !== "var") continue;
    for (const { name } of unit.variables) {
      globals.set(name.name, { ...plainVariable(name.name, name.span), shared: unit.shared });
    }
  }
  const own = [...globals.values()];
  const memory = active ? declareMemory(own, [...processes, ...procedures], under, give, report) : null;
  if (procedures.length > 0) globals.set("stack", plainVariable("stack", program.root.name.span));
  if (active) globals.set("pc", plainVariable("pc", program.root.name.span));
  const locals = [...processes, ...procedures].flatMap((owner) => [...owner.locals.values()]);
  const book = [...globals.values()].filter((variable) => !own.includes(variable));
  return {
    program,
    source: program.root.span.source,
    globals,
    processes,
    procedures,
    known,
    generated,
    modelValues,
    variables: [...own, ...locals, ...(memory === null ? [] : [memory.buffer]), ...book],
    cpuOf: procedures.length > 0 && processes.some(({ cpu }) => cpu !== null) ? give("cpu_of") : null,
    memory,
    report,
  };
}

/** The names in `model x` and `model {a, b}`. */
export function modelValueNames(unit: SpecUnit): readonly string[] {
  if (unit.kind !== "const" || unit.value === null) return [];
  switch (unit.value.kind) {
    case "expression":
      return [];
    case "model":
      return [unit.value.name.name];
    case "modelSet":
      return unit.value.names.map(({ name }) => name);
    default:
      return unit.value satisfies never;
  }
}

/** All names that a spec and the TLA+ modules that it extends define. */
function knownNames(program: Program): ReadonlyMap<string, SpecUnit | null> {
  const known = new Map<string, SpecUnit | null>();
  const instanced = (units: readonly SpecUnit[]): void => {
    for (const unit of units) {
      // `INSTANCE M` brings in all of M's definitions.
      if (unit.kind !== "instance") continue;
      for (const name of namesGivenBy(unit.instance.module.name, program))
        if (!known.has(name)) known.set(name, null);
    }
  };
  for (const module of extendedModules(program)) {
    for (const name of exportedNames(module)) known.set(name, null);
    instanced(module.units.filter((unit) => unit.kind === "instance" && !unit.local));
  }
  for (const unit of program.root.units) for (const { name } of definedNames(unit)) known.set(name, unit);
  instanced(program.root.units);
  return known;
}

function plainVariable(name: string, span: Span): StateVariable {
  return { name, display: name, perProcess: false, shared: false, span };
}

function isConditional({ unit }: Owner): boolean {
  return unit.kind === "process" && unit.when !== null;
}

/** The words of memory and the names that store buffers need; null where stores take effect at once. */
function declareMemory(
  variables: readonly StateVariable[],
  owners: readonly Owner[],
  { memory: model, buffer: bound }: MemoryChoice,
  give: (...wanted: readonly [string, ...string[]]) => string,
  report: Report,
): Memory | null {
  const shared = variables.filter((variable) => variable.shared);
  const [first] = shared;
  if (first === undefined) return null;
  for (const owner of owners) {
    if (owner.name !== MEMORY) continue;
    report({
      code: "P073",
      severity: "error",
      message: `a ${owner.kind} cannot be called \`${MEMORY}\` where variables are shared: the steps of memory itself bear that name`,
      span: owner.unit.name.span,
      notes: ["choose another name"],
    });
  }
  if (model === "sc") return null;
  const layouts = layoutsOf(
    shared,
    owners.map(({ code }) => code),
    give,
    report,
  );
  const buffer = { ...plainVariable(give("buffer", "store_buffer"), first.span), display: "store buffers" };
  const names = {
    flush: give("flush", "memory_flush"),
    latest: give("Latest", "LatestStore"),
    pending: give("Stores", "StoresIn"),
    barrier: give("Barrier", "WriteBarrier"),
    without: give("Without", "WithoutStore"),
  };
  const isRelease = (one: Instruction): boolean => one.kind === "assign" && one.order === "release";
  const releases =
    model === "weak" && owners.some(({ code }) => findInstruction(code, isRelease) !== undefined);
  return { model, bound, releases, layouts, buffer, names };
}

/** Names that stay as they are in the module; those of processes and macros do not get there as such. */
function taken(known: ReadonlyMap<string, SpecUnit | null>): readonly string[] {
  const vanishing = new Set<SpecUnit["kind"]>(["process", "procedure", "macro", "inline"]);
  return [...known].filter(([, unit]) => unit === null || !vanishing.has(unit.kind)).map(([name]) => name);
}

function addLocal(
  locals: Map<string, LocalVariable>,
  variable: LocalVariable,
  unit: ProcessUnit | ProcedureUnit,
  report: Report,
): void {
  const { name } = variable.declarator;
  const other = locals.get(name.name);
  if (other === undefined) locals.set(name.name, variable);
  else {
    report({
      code: "P001",
      severity: "error",
      message: `${unit.kind} ${unit.name.name} has two locals called \`${name.name}\``,
      span: name.span,
      notes: [`the other one is at ${location(other.declarator.name.span)}`],
    });
  }
}

function checkLocal(
  name: Name,
  unit: ProcessUnit | ProcedureUnit,
  known: ReadonlyMap<string, SpecUnit | null>,
  fixed: readonly string[],
  report: Report,
): void {
  const hidden = known.get(name.name);
  if (hidden !== undefined && hidden !== null) {
    report({
      code: "P043",
      severity: "error",
      message: `local \`${name.name}\` of ${unit.kind} ${unit.name.name} hides ${aUnit(hidden)} of the spec`,
      span: name.span,
      notes: [`the ${describeUnit(hidden)} is at ${location(hidden.span)}; give one of them another name`],
    });
  } else if (fixed.includes(name.name)) {
    reportFixed(name.name, name.span, report);
  }
}

function checkFixedNames(program: Program, fixed: readonly string[], report: Report): void {
  for (const unit of program.root.units) {
    for (const { name, span } of definedNames(unit))
      if (fixed.includes(name)) reportFixed(name, span, report);
  }
  for (const module of extendedModules(program)) {
    for (const name of exportedNames(module)) {
      if (!fixed.includes(name)) continue;
      const extend =
        program.root.extends.find((other) => other.name === module.name.name) ?? program.root.name;
      report({
        code: "P042",
        severity: "error",
        message: `module ${module.name.name} defines \`${name}\`, which a spec with processes gets from these`,
        span: extend.span,
        notes: [`use \`I == INSTANCE ${module.name.name}\` instead of extending it`],
      });
    }
  }
}

function reportFixed(name: string, span: Span, report: Report): void {
  report({
    code: "P042",
    severity: "error",
    message: `\`${name}\` is what a spec with processes gets from these, so it cannot be defined here`,
    span,
    notes: ["choose another name"],
  });
}

/**
 * The names of definitions and the values of `pc`.
 * A step's definition is called as the step, or `process_step` where another step or anything else has that name.
 * A step of a procedure shares `pc` with the processes: where one of these has a step of the same name, or another
 * procedure does, it is `procedure.step` there.
 */
function nameSteps(
  owners: readonly Owner[],
  procedures: readonly ProcedureOwner[],
  give: (...wanted: readonly [string, ...string[]]) => string,
): void {
  const bearers = new Map<string, Owner[]>();
  for (const owner of owners) {
    for (const { name } of owner.steps) bearers.set(name, [...(bearers.get(name) ?? []), owner]);
  }
  for (const owner of owners) {
    for (const step of owner.steps as readonly Step[]) {
      const shared = bearers.get(step.name)!.length > 1;
      const long = `${owner.name}_${step.name}`;
      step.definition = shared ? give(long) : give(step.name, long);
      if (shared && procedures.some((procedure) => procedure.name === owner.name))
        step.pc = `${owner.name}.${step.name}`;
    }
  }
}
