/** Scripted runs: the steps that they name, checked against the spec's processes. */
import type { Expr, Name, RunStep, RunUnit } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { nearest } from "../../syntax/nearest.js";
import type { Span } from "../../syntax/source.js";
import type { RunItemSource, RunSource } from "../runs.js";
import { MEMORY } from "./memory-words.js";
import { outside, type Resolver } from "./resolve.js";
import { findOwner, type Owner } from "./world.js";

/** The step in which memory shows a store that a CPU's buffer held. */
const FLUSH = "flush";

/** How runs are looked at. */
export interface RunContext {
  /** A patch is applied: a run of the original may name steps that are gone, which is found when it is followed. */
  readonly patched: boolean;
  /** What is checked is a variant of the spec: what is wrong with a run there is no reason to refuse it. */
  readonly variant: boolean;
  /** Does something; gives what it reports, which then is reported nowhere else. */
  readonly collect: (work: () => void) => readonly Diagnostic[];
}

/** Makes the expressions of runs ones of the module. */
export function translateRuns(
  runs: readonly RunUnit[],
  resolver: Resolver,
  { patched, variant, collect }: RunContext,
): readonly RunSource[] {
  const tried = (step: RunStep): RunItemSource => {
    let found: RunItemSource | null = null;
    const [error] = collect(() => {
      found = item(step, resolver);
    });
    const { span } = step;
    return error === undefined ? found! : { kind: "meaningless", error, text: written(span), span };
  };
  return runs.map(({ name, title, steps, span }) => {
    if (!patched) for (const step of steps) if (step.kind === "step") checkStep(step, resolver);
    const items = steps.map((step) => (variant ? tried(step) : item(step, resolver)));
    return { name: name.name, title: title?.value ?? null, items, variant, span };
  });
}

function item(step: RunStep, resolver: Resolver): RunItemSource {
  const expr = (one: Expr): Expr => resolver.expr(one, outside);
  const { span } = step;
  const text = written(span);
  switch (step.kind) {
    case "start":
      return { kind: "start", where: expr(step.where), text, span };
    case "assert":
      return { kind: "assert", condition: expr(step.condition), text, span };
    case "step":
      return {
        kind: "step",
        process: step.owner?.name ?? null,
        self: step.index && expr(step.index),
        step: step.step.name,
        args: step.args.map(expr),
        where: step.where && expr(step.where),
        text,
        span,
      };
    default:
      return step satisfies never;
  }
}

/** On one line. */
function written({ source, start, end }: Span): string {
  return source.text.slice(start, end).replace(/\s+/g, " ").trim();
}

function checkStep(step: Extract<RunStep, { kind: "step" }>, resolver: Resolver): void {
  const { world } = resolver;
  const { owner: name, index, step: label, args, span } = step;
  const wrong = (code: string, message: string, at: Span, notes: readonly string[]): void =>
    world.report({ code, severity: "error", message, span: at, notes });
  if (name === null) {
    if (world.processes.length > 0) {
      const owner = [...world.processes, ...world.procedures].find(({ steps }) => hasStep(steps, label));
      const written = owner === undefined ? "process.step" : `${owner.name}.${label.name}`;
      wrong("P075", `a run of a spec with processes names steps as \`${written}\``, span, [
        "an instance's step is written `process[identity].step`",
      ]);
      return;
    }
    const unit = world.known.get(label.name);
    if (unit === undefined)
      wrong("P075", `there is no action \`${label.name}\``, label.span, guess(label, world.known.keys()));
    else if (unit?.kind === "definition" && unit.params.length !== args.length) {
      wrong(
        "P076",
        `\`${label.name}\` takes ${count(unit.params.length)}, here it is given ${args.length}`,
        span,
        [],
      );
    }
    return;
  }
  if (args.length > 0) wrong("P076", "only actions of a spec without processes take arguments", span, []);
  if (name.name === MEMORY && findOwner(world, MEMORY) === undefined) {
    if (label.name !== FLUSH) {
      wrong("P075", `memory has no step \`${label.name}\``, label.span, [
        "its only step is `memory[cpu].flush`",
      ]);
    } else if (index === null) {
      wrong("P076", "every CPU has a buffer, so a run says whose store becomes visible", span, [
        "write `memory[cpu].flush`",
      ]);
    }
    return;
  }
  const owner = findOwner(world, name.name);
  if (owner === undefined) {
    const names = [...world.processes, ...world.procedures].map((one) => one.name);
    wrong("P075", `there is no process or procedure \`${name.name}\``, name.span, guess(name, names));
    return;
  }
  if (!hasStep(owner.steps, label)) {
    const names = owner.steps.map((one) => one.name);
    const notes = guess(label, names);
    const all = [`its steps are ${names.join(", ")}`];
    wrong(
      "P075",
      `${owner.kind} ${owner.name} has no step \`${label.name}\``,
      label.span,
      notes.length > 0 ? notes : all,
    );
  }
  if (owner.hasSelf && index === null) {
    wrong("P076", `${whose(owner)}, so a run says which one takes the step`, span, [
      `write \`${owner.name}[identity].${label.name}\``,
    ]);
  } else if (!owner.hasSelf && index !== null) {
    wrong("P076", `process ${owner.name} has one instance, so its steps take no index`, index.span, [
      `write \`${owner.name}.${label.name}\``,
    ]);
  }
}

function hasStep(steps: Owner["steps"], label: Name): boolean {
  return steps.some(({ name }) => name === label.name);
}

function whose(owner: Owner): string {
  return owner.kind === "process"
    ? `process ${owner.name} has several instances`
    : `several processes may be in procedure ${owner.name}`;
}

function guess({ name }: Name, candidates: Iterable<string>): readonly string[] {
  const near = nearest(name, candidates);
  return near === undefined ? [] : [`did you mean \`${near}\`?`];
}

function count(number: number): string {
  return number === 1 ? "1 argument" : `${number} arguments`;
}
