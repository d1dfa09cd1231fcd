/** The verdict in one line that a mail can quote, and what the reader must know to trust it. */
import type { Result, SimulationReport, Violation } from "../explore/result.js";
import type { MemoryModel } from "../modules/memory-model.js";
import type { Model } from "../semantics/model.js";
import { oneLine, withoutComments } from "../syntax/source.js";
import { pack } from "./columns.js";
import { onlyExplored } from "./findings.js";
import { memoryLines, memoryReport } from "./memory.js";
import { counted, duration, elide, listed, thousands, wrap } from "./text.js";

/** Which cell of a spec's matrix a run was about. */
export interface Variant {
  readonly scenario: string | null;
  readonly patch: string | null;
  /** Told where not every store is visible at once. */
  readonly memory?: MemoryModel;
}

/** `SyncClean is violated: 9 states, 8 steps`; `torn_sum (patch brlock) holds: …`. */
export function verdictLine(result: Result, model: Model, cell: Variant): string {
  const variant = withMemory(cell, model);
  const violation = result.violations[0];
  if (violation !== undefined) return violationLine(violation, variant);
  const name = model.name + among(variant);
  const states = counted(result.states.distinct, "distinct state");
  switch (result.stop.kind) {
    case "complete": {
      if (model.behaviour === null) {
        return `${name}: ${counted(model.assumptions.length, "assumption")}, nothing else to check: no violation`;
      }
      if (onlyExplored(model)) return `${name} was explored: ${states} (complete), no invariant to check`;
      return `${name} holds: ${counted(model.invariants.length, "invariant")} on ${states} (complete)`;
    }
    case "walk":
      return `${name}: one random behaviour of ${counted(result.stop.steps, "step")}, no violation on it`;
    case "simulated":
      return `${name}: ${counted(result.stop.traces, "random behaviour")}, no violation on them`;
    case "violation":
    case "maxStates":
    case "timeout":
    case "interrupted":
    case "exit":
    case "memory": {
      const { simulation } = result;
      const seen = simulation === undefined ? states : counted(simulation.traces, "random behaviour");
      return `${name} is undecided: no violation in ${seen} (incomplete)`;
    }
  }
}

/** One violation in one line: `Deadlock (patch brlock): 7 states, 6 steps`. */
export function violationLine(violation: Violation, variant: Variant): string {
  return violationText(violation, variant) + extent(violation);
}

function violationText(violation: Violation, variant: Variant): string {
  const where = among(variant);
  const name = violation.property ?? "the property";
  switch (violation.verdict) {
    case "assumption":
      return `Assumption ${name} is false${where}`;
    case "deadlock":
      return `Deadlock${where}`;
    case "invariant":
    case "action":
    case "liveness":
      return `${name} is violated${where}`;
    case "assert":
      return `An assertion fails${where}`;
    case "postcondition":
      return violation.error === null
        ? `Postcondition ${name} is false${where}`
        : `Evaluation of the postcondition ${name} failed${where}`;
    case "error":
      return violation.property === null
        ? `Evaluation failed${where}`
        : `Evaluation of ${name} failed${where}`;
  }
}

/** `: 9 states, 8 steps`. */
function extent(violation: Violation): string {
  const states = violation.trace.length;
  if (states === 0) return "";
  if (states === 1) return violation.action ? " in the first step" : " in the initial state";
  return `: ${counted(states, "state")}, ${counted(states - 1, "step")}`;
}

/** The cell with the memory model that a model was made for, if that makes a difference. */
export function withMemory(cell: Variant, { memory }: Pick<Model, "memory">): Variant {
  return memory.variable === null ? cell : { ...cell, memory: memory.model };
}

/** ` (scenario two_cpus, patch brlock)`; empty for the spec as it stands. */
export function among({ scenario, patch, memory }: Variant): string {
  const parts = [
    ...(scenario === null ? [] : [`scenario ${scenario}`]),
    ...(patch === null ? [] : [`patch ${patch}`]),
    ...(memory === undefined ? [] : [`memory ${memory}`]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** How far the search went, what was checked, and what bounds the verdict: wrapped lines under the verdict. */
export function factLines(result: Result, model: Model, width: number): readonly string[] {
  const facts = [
    ...checked(result, model),
    ...falsifiedFacts(result),
    ...memoryLines(memoryReport(result, model)),
    ...bounds(result, model),
  ];
  return [...pack(size(result), width - 2), ...facts.flatMap((fact) => wrap(fact, width - 2, 4))].map(
    (line) => `  ${line}`,
  );
}

function size({ states, seconds, stop, simulation }: Result): readonly string[] {
  const generated = `${counted(states.generated, "state")} generated`;
  if (stop.kind === "walk") return [generated, duration(seconds)];
  if (simulation !== undefined) {
    return [
      counted(simulation.traces, "random behaviour"),
      generated,
      `longest ${counted(Math.max(0, simulation.longest - 1), "step")}, ${simulation.meanSteps.toFixed(1)} on average`,
      duration(seconds),
    ];
  }
  return [
    generated,
    `${thousands(states.distinct)} distinct`,
    `depth ${thousands(states.depth)}`,
    // That a search which found what it looked for had not seen everything goes without saying.
    ...(states.queue > 0 && stop.kind !== "violation" ? [`${thousands(states.queue)} left to explore`] : []),
    duration(seconds),
  ];
}

function checked(result: Result, model: Model): readonly string[] {
  if (result.violations.length > 0 || model.behaviour === null) return [];
  const facts: string[] = [];
  const names = model.invariants.map(({ name }) => name);
  if (names.length > 0) facts.push(`invariants: ${names.join(", ")}`);
  const initial = model.initialProperties.map(({ name }) => name);
  if (initial.length > 0) facts.push(`checked of initial states: ${initial.join(", ")}`);
  const steps = model.actionProperties.map(({ name }) => name);
  if (steps.length > 0) facts.push(`checked of every step: ${steps.join(", ")}`);
  const post = model.postconditions.map(({ name }) => name);
  if (post.length > 0 && result.stop.kind === "complete") facts.push(`postconditions: ${post.join(", ")}`);
  if (result.stop.kind === "complete")
    facts.push(model.checkDeadlock ? "deadlock: none" : "deadlock: not checked");
  if (model.properties.length > 0) {
    facts.push(
      `not checked: temporal ${model.properties.length === 1 ? "property" : "properties"} ${listed(model.properties.map(({ name }) => name))}`,
    );
  }
  const reached = result.witnesses.filter(({ length }) => length !== null);
  if (reached.length > 0) {
    const texts = reached.map(({ name, length }) => `${name} (after ${counted((length ?? 1) - 1, "step")})`);
    facts.push(`witnesses reached: ${texts.join(", ")}`);
  }
  // On a complete search each of these is a warning of its own.
  const missing = result.witnesses.filter(({ length }) => length === null).map(({ name }) => name);
  if (missing.length > 0 && result.stop.kind !== "complete") {
    facts.push(`witnesses not reached so far: ${missing.join(", ")}`);
  }
  return facts;
}

/** Why states that differ were taken for one. */
function reduced({ reduction }: Result): readonly string[] {
  const facts: string[] = [];
  const symmetry = reduction?.symmetry ?? null;
  if (symmetry !== null && symmetry.permutations > 1) {
    const { name, values, permutations, given, complete } = symmetry;
    const added = complete ? "" : `, all that its ${counted(given, "function")} generate`;
    facts.push(
      `reduced by symmetry: ${name} exchanges ${listed(values)} (${counted(permutations, "permutation")}${added})`,
    );
  }
  const view = reduction?.view ?? null;
  if (view !== null) facts.push(`reduced by view: states with the same ${view} are taken for one`);
  return facts;
}

function bounds(result: Result, model: Model): readonly string[] {
  const facts: string[] = [];
  if (result.simulation !== undefined)
    facts.push(...simulated(result.simulation, result.violations.length > 0));
  const constraints = [...model.constraints, ...model.actionConstraints].map(({ name }) => name);
  if (constraints.length > 0) facts.push(`bounded by: ${constraints.join(", ")}`);
  facts.push(...reduced(result));
  switch (result.stop.kind) {
    case "complete":
    case "violation":
    case "walk":
    case "simulated":
      break;
    case "maxStates":
      facts.push(`stopped by: --max-states ${result.stop.limit}`);
      break;
    case "timeout":
      facts.push(`stopped by: --timeout ${result.stop.seconds}`);
      break;
    case "interrupted":
      facts.push("stopped by: an interrupt");
      break;
    case "exit":
      facts.push('stopped by: TLCSet("exit", TRUE)');
      break;
    case "memory":
      facts.push("stopped by: the memory limit");
      break;
  }
  const { collisionProbability: chance } = result;
  if (chance !== null && chance > 0 && result.violations.length === 0) {
    facts.push(`fingerprints: the chance that a state was missed is ${chanceText(chance)}`);
  }
  return facts;
}

/** How often invariants were false, and which of their conjuncts: where the search went on after violations. */
function falsifiedFacts({ falsified }: Result): readonly string[] {
  return falsified.map(({ invariant, states, conjuncts }) => {
    const parts = conjuncts.map(
      ({ text, states: times }) => `${elide(oneLine(withoutComments(text)), 60)} in ${thousands(times)}`,
    );
    const each = parts.length < 2 ? "" : `; its conjuncts: ${parts.join(", ")}`;
    return `${invariant} is false in ${counted(states, "state")}${each}`;
  });
}

/** How a simulation chose, and how to have the same one again. */
function simulated(
  { seed, depth, choose, generate }: SimulationReport,
  violated: boolean,
): readonly string[] {
  const how =
    choose === "action" ? "an action at random, then one of its successors" : "one of all successors";
  const checked = generate ? "; only the states gone through were checked" : "";
  return [
    `chosen: ${how}, up to ${counted(depth, "step")}${checked}`,
    `again: --seed ${seed}${violated ? "" : " (that nothing was met proves nothing)"}`,
  ];
}

/** A small probability in words: `less than 1 in 10^12`, `about 1 in 340`. */
export function chanceText(chance: number): string {
  const one = 1 / chance;
  if (one < 1e6) return `about 1 in ${thousands(Math.max(1, Math.round(one)))}`;
  return `less than 1 in 10^${Math.floor(Math.log10(one))}`;
}
