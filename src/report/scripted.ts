/** A scripted run as it is told: how far it came, why no further, and what happened on the way. */
import type { Action, ProcessInstance } from "../explore/evaluator.js";
import type { Result } from "../explore/result.js";
import type { NotDone, RunResult } from "../explore/run-result.js";
import type { Model, Run } from "../semantics/model.js";
import { nearest } from "../syntax/nearest.js";
import { renderDiagnostic, type Style } from "../syntax/render.js";
import { location, oneLine } from "../syntax/source.js";
import { format } from "../values/index.js";
import { Instances } from "./instances.js";
import { type JsonReport, resultToJson } from "./json.js";
import { joinBlocks } from "./race.js";
import { renderTrace, type TraceOptions } from "./render.js";
import type { Told } from "./steps.js";
import { among, type Variant, withMemory } from "./summary.js";
import { counted, wrap } from "./text.js";

/** A run of a spec, and what came of it. */
export interface ScriptedRun {
  readonly run: Run;
  readonly found: RunResult;
  readonly model: Model;
  readonly instances: readonly ProcessInstance[];
  readonly seconds: number;
}

/** What is added to the report of a behaviour where it was scripted. */
export interface JsonScripted extends JsonReport {
  readonly run: string;
  /** Null if the run was taken to its end. */
  readonly stopped: {
    /** The item that could not be done, from 1 on; 0: not even the start, which the script does not mention. */
    readonly item: number;
    readonly text: string;
    readonly location: string;
    /** Why, for programs: one of the kinds of `NotDone`. */
    readonly reason: NotDone["kind"];
    readonly message: string;
  } | null;
}

/** `steal runs: 12 steps`, or `steal stops at step 3 of 12, umount.take`. */
export function scriptedLine({ run, found, model }: ScriptedRun, variant: Variant): string {
  const where = among(withMemory(variant, model));
  const items = run.items.length;
  if (found.kind === "reached") {
    const asserted = run.items.filter(({ kind }) => kind === "assert").length;
    const held = asserted === 0 ? "" : `, ${counted(asserted, "assertion")} true`;
    return `${model.name}${where} runs ${run.name}: ${counted(found.trace.length - 1, "step")} taken${held}`;
  }
  const item = run.items[found.item];
  const place =
    item === undefined ? "before its first item" : `at item ${found.item + 1} of ${items}, ${item.text}`;
  return `${model.name}${where} does not run ${run.name}: it stops ${place}`;
}

/**
 * Everything there is to say about a scripted run, without a final line end: how far it came, why no further, and the
 * behaviour.
 */
export function renderScripted(scripted: ScriptedRun, options: Variant & TraceOptions): string {
  const { width, style } = options;
  const stopped = scripted.found.kind === "stopped";
  const heading = wrap(scriptedLine(scripted, options), width, 4).map((line) =>
    stopped ? style.error(line) : style.bold(line),
  );
  const { title } = scripted.run;
  const titled = title === null ? [] : wrap(title, width - 2, 2).map((line) => `  ${line}`);
  return joinBlocks([[...heading, ...titled], ...scriptedBlocks(scripted, options)]).join("\n");
}

/** Why the run stopped, if it did, and the behaviour: blocks of lines of at most `width` characters. */
export function scriptedBlocks(scripted: ScriptedRun, options: TraceOptions): readonly (readonly string[])[] {
  const { found, model, instances } = scripted;
  const { width, style } = options;
  const text = renderTrace(toldOf(found), model, instances, options);
  const behaviour = text === "" ? [] : text.split("\n");
  return [reasonLines(scripted, width, style), behaviour];
}

/** The object that `quiesce run --script --json` prints, without its errors. */
export function scriptedToJson(
  scripted: ScriptedRun,
  about: { readonly file: string } & Variant,
): JsonScripted {
  const { run, found, model } = scripted;
  const item = found.kind === "stopped" ? run.items[found.item] : undefined;
  return {
    ...resultToJson(scriptedResult(scripted), model, about),
    run: run.name,
    stopped:
      found.kind === "reached"
        ? null
        : {
            item: found.item + 1,
            text: item?.text ?? "",
            location: location(item?.span ?? run.span),
            reason: found.reason.kind,
            message: [...reason(scripted, found.reason)].join("; "),
          },
  };
}

/** A scripted run in the shape of a walk: its verdict, and the behaviour. */
export function scriptedResult({ found, instances, seconds }: ScriptedRun): Result {
  const { trace } = found;
  const steps = Math.max(0, trace.length - 1);
  const verdict = found.kind === "reached" ? "ok" : verdictOf(found.reason);
  return {
    verdict,
    violations: [],
    stop: verdict === "incomplete" ? { kind: "interrupted" } : { kind: "walk", steps },
    states: {
      initial: Math.min(1, trace.length),
      generated: trace.length,
      distinct: trace.length,
      depth: trace.length,
      queue: 0,
    },
    seconds,
    engine: "reference",
    workers: 1,
    instances,
    coverage: [],
    witnesses: [],
    antecedents: [],
    bufferFull: false,
    reduction: null,
    falsified: [],
    collisionProbability: null,
    warnings: [],
    behaviour: trace,
  };
}

/** What a run that stopped says, as the verdict of a check would. */
function verdictOf(reason: NotDone): Result["verdict"] {
  switch (reason.kind) {
    case "assumption":
      return "assumption";
    case "false":
      return "assert";
    case "error":
      return reason.verdict;
    case "interrupted":
      return "incomplete";
    default:
      return "error";
  }
}

function toldOf(found: RunResult): Told {
  const none = { verdict: null, property: null, loopStart: null, explanation: null, error: null } as const;
  if (found.kind === "reached") return { ...none, trace: found.trace };
  const { reason, trace } = found;
  switch (reason.kind) {
    case "false":
      return { ...none, verdict: "assert", trace, explanation: reason.explanation };
    case "whereFalse":
    case "noStart":
      return { ...none, trace, explanation: reason.explanation };
    case "error":
      return { ...none, verdict: reason.verdict, trace, error: reason.error, action: reason.action };
    default:
      return { ...none, trace };
  }
}

function reasonLines(scripted: ScriptedRun, width: number, style: Style): readonly string[] {
  const { found, run } = scripted;
  if (found.kind === "reached") return [];
  if (found.reason.kind === "error") return renderDiagnostic(found.reason.error, style).split("\n");
  const [what, ...notes] = reason(scripted, found.reason);
  const place = location(run.items[found.item]?.span ?? run.span);
  return [
    ...wrap(`${place}: ${what}`, width, 4).map((line) => style.error(line)),
    ...notes.flatMap((note) => wrap(note, width - 4, 4)).map((line) => `    ${line}`),
  ];
}

/** Why an item could not be done, in a sentence, and what may help. */
function reason({ run, found, model, instances }: ScriptedRun, why: NotDone): readonly [string, ...string[]] {
  const item = found.kind === "stopped" ? run.items[found.item] : undefined;
  const step = item?.kind === "step" ? item : null;
  const text = item?.text ?? run.name;
  switch (why.kind) {
    case "assumption":
      return [`the assumption ${why.name} is false`];
    case "noStart":
      return item?.kind === "start"
        ? ["there is no initial state in which this is true"]
        : ["there is no initial state"];
    case "noInstance":
      return [
        `${why.process} has no instance ${shown(why.self)}`,
        `there are ${why.instances.map(({ name }) => name).join(", ")}`,
      ];
    case "noCpu":
      return [`no CPU ${shown(why.cpu)} has a store buffer`, `there are ${why.cpus.map(shown).join(", ")}`];
    case "noStep": {
      const meant = step === null ? undefined : nearest(step.step, why.steps);
      return [
        `${step?.process ?? model.name} has no step ${step?.step ?? text}`,
        meant === undefined ? `there are ${some(why.steps)}` : `did you mean ${meant}?`,
      ];
    }
    case "argumentsOpen":
      return [
        `of ${text} only the first ${counted(why.known, "argument")} can be told here`,
        "leave the others out, and name the state that is meant with `where`",
      ];
    case "noArguments":
      return [`${text} cannot have these arguments`, `there are ${some(why.actions.map(actionText))}`];
    case "noMemory":
      return ["every store is visible at once here, so memory has no step", "try `--memory tso`"];
    case "nothingBuffered":
      return ["no store waits to become visible there"];
    case "notEnabled":
      return [
        `${text} cannot be taken here`,
        ...standing(why.instance, found, model, instances),
        possible(why.possible),
      ];
    case "whereFalse":
      return [`${text}: the step can be taken, but never so that this is true`];
    case "false":
      return ["the assertion is false"];
    case "error":
      return [why.error.message];
    case "tooMany":
      return [
        `more than ${counted(why.states, "state")} fit the script so far`,
        "say more of what is meant, with `where` behind a step",
      ];
    case "interrupted":
      return ["interrupted"];
    default:
      return why satisfies never;
  }
}

/** Where the process stands that was to take the step. */
function standing(
  instance: ProcessInstance | null,
  found: RunResult,
  model: Model,
  instances: readonly ProcessInstance[],
): readonly string[] {
  const last = found.trace[found.trace.length - 1];
  if (instance === null || last === undefined) return [];
  const place = new Instances(model, instances).place(instance, last.values);
  if (place === null) return [];
  if (place.kind === "done") return [`${instance.name} is done`];
  return [`${instance.name} is at ${place.step?.name ?? place.label}`];
}

function possible(actions: readonly Action[]): string {
  return actions.length === 0
    ? "no step is possible"
    : `possible: ${some([...new Set(actions.map(actionText))])}`;
}

/** A step as a script would have it: `umount.take`, `closer["aio"].put`, `memory[1].flush`, `Send(1, "a")`. */
function actionText({ name, step, instance, bindings }: Action): string {
  if (step === null) {
    return bindings.length === 0 ? name : `${name}(${bindings.map(({ value }) => shown(value)).join(", ")})`;
  }
  const cpu = bindings.find((binding) => binding.name === "cpu");
  if (step.kind === "memory") return `memory${cpu === undefined ? "" : `[${shown(cpu.value)}]`}.flush`;
  if (instance === null) return `${step.process}.${step.name}`;
  const own = instance.process.name === step.process;
  return own ? `${instance.name}.${step.name}` : `${step.process}[${shown(instance.self)}].${step.name}`;
}

/** The first few of many. */
function some(texts: readonly string[]): string {
  const FEW = 12;
  if (texts.length <= FEW) return texts.join(", ");
  return `${texts.slice(0, FEW).join(", ")}, and ${texts.length - FEW} more`;
}

function shown(value: Parameters<typeof format>[0]): string {
  return oneLine(format(value));
}
