/** Why actions are not enabled in a state: the answers of `quiesce why`, in words and as data. */

import { actionName } from "../explore/action-name.js";
import type { Obstacle } from "../explore/evaluator.js";
import type { Result } from "../explore/result.js";
import type { ActionAnswer } from "../explore/why.js";
import type { Model } from "../semantics/model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Style } from "../syntax/render.js";
import { location, oneLine } from "../syntax/source.js";
import { format, type ItfValue, toItf, type Value } from "../values/index.js";
import { pack } from "./columns.js";
import { Instances } from "./instances.js";
import { boundText, obstacleLines } from "./obstacle.js";
import { joinBlocks } from "./race.js";
import { counted, elide, listed, wrap } from "./text.js";

/** What was asked and what came out. */
export interface Inquiry {
  readonly model: Model;
  readonly instances: Result["instances"];
  /** The state asked about. */
  readonly values: readonly Value[];
  /** Where the state comes from, e.g. `the deadlock state`. */
  readonly origin: string;
  readonly answers: readonly ActionAnswer[];
}

export interface WhyOptions {
  readonly width: number;
  readonly style: Style;
}

/** Longest value of a variable that is shown whole. */
const LONGEST = 160;
/** Different obstacles of an action that are told. */
const MOST_OBSTACLES = 4;

/** The state, then for every action that was asked for whether it is enabled, and what is in its way. */
export function renderInquiry(inquiry: Inquiry, { width, style }: WhyOptions): string {
  const { answers } = inquiry;
  const enabled = answers.filter(({ steps }) => steps > 0);
  const blocks: (readonly string[])[] = [
    [
      ...wrap(`In ${inquiry.origin}:`, width, 4),
      ...stateLines(inquiry, width).map((line) => style.dim(line)),
    ],
    enabled.flatMap((answer) => enabledLines(answer, width, style)),
  ];
  for (const group of grouped(
    inquiry,
    answers.filter(({ steps }) => steps === 0),
  )) {
    const names = group.answers.map(({ action }) => actionName(action));
    const who =
      names.length > 6 ? `${names.slice(0, 6).join(", ")} and ${names.length - 6} more` : listed(names);
    const verb = names.length === 1 ? "is not enabled" : "are not enabled";
    blocks.push([
      ...wrap(`${who} ${verb}:`, width, 4).map((line) => style.bold(line)),
      ...group.lines(width - 4).map((line) => `    ${line}`),
    ]);
  }
  return joinBlocks(blocks).join("\n");
}

function stateLines({ model, instances, values }: Inquiry, width: number): readonly string[] {
  const known = new Instances(model, instances);
  const places = known.all.flatMap((instance) => {
    const place = known.place(instance, values);
    if (place === null) return [];
    return place.kind === "done"
      ? [`${instance.name} is done`]
      : [`${instance.name} stands at ${place.step?.name ?? place.label}`];
  });
  const shown = model.variables.filter((variable) => places.length === 0 || !known.isControl(variable));
  const lines = shown.flatMap((variable) => {
    const value = values[variable.index];
    if (value === undefined) return [];
    const text = elide(oneLine(format(value)), LONGEST);
    return wrap(`/\\ ${variable.display} = ${text}`, width - 2, 6).map((line) => `  ${line}`);
  });
  return [...lines, ...pack(places, width - 2).map((line) => `  ${line}`)];
}

function enabledLines(
  { action, steps, within }: ActionAnswer,
  width: number,
  style: Style,
): readonly string[] {
  const bounded =
    within === steps
      ? ""
      : within === 0
        ? ", but all that it leads to is outside the constraints"
        : `, of which ${steps - within} lead outside the constraints`;
  const text = `${actionName(action)} is enabled: ${counted(steps, "step")}${bounded}`;
  return wrap(text, width, 4).map((line) => style.bold(line));
}

/** Actions with the same thing in their way. */
interface Group {
  readonly key: string;
  readonly answers: ActionAnswer[];
  readonly lines: (width: number) => readonly string[];
}

function grouped(inquiry: Inquiry, answers: readonly ActionAnswer[]): readonly Group[] {
  const groups: Group[] = [];
  for (const answer of answers) {
    const lines = (width: number): readonly string[] => obstacles(inquiry, answer, width);
    const key = lines(1000).join("\n");
    const known = groups.find((group) => group.key === key);
    if (known === undefined) groups.push({ key, answers: [answer], lines });
    else known.answers.push(answer);
  }
  return groups;
}

function obstacles(inquiry: Inquiry, answer: ActionAnswer, width: number): readonly string[] {
  const elsewhere = standsElsewhere(inquiry, answer);
  if (elsewhere !== null) return wrap(elsewhere, width, 4);
  if (answer.error !== null) return errorLines(answer.error, width);
  const { obstacles: all } = answer;
  if (all.length === 0) return ["what is in its way was not found"];
  const different = byConjunct(all);
  const shown = different.slice(0, MOST_OBSTACLES).flatMap(({ obstacle, times, bindings }) => {
    const lines = obstacleLines(times === 1 ? obstacle : { ...obstacle, bound: [] }, inquiry.model, width);
    if (times === 1) return lines;
    const which = bindings.slice(0, 3).join("; ");
    const more = bindings.length > 3 ? "; ..." : "";
    const said =
      bindings.length === 0 ? `${times} ways end there` : `${times} ways end there: ${which}${more}`;
    return [...lines, ...wrap(said, width - 4, 2).map((line) => `    ${line}`)];
  });
  const further = different.length - MOST_OBSTACLES;
  return further > 0 ? [...shown, `${counted(further, "further conjunct")} not shown`] : shown;
}

/** `umount stands at b`: what a process is about says more than that its `pc` is not this step's name. */
function standsElsewhere(
  { model, instances, values }: Inquiry,
  { action, obstacles: all }: ActionAnswer,
): string | null {
  const { instance, step } = action;
  if (instance === null || step === null || step.kind !== "process") return null;
  if (all.some(({ passed }) => passed > 0)) return null;
  const place = new Instances(model, instances).place(instance, values);
  if (place === null) return null;
  if (place.kind === "done") return `${instance.name} is done`;
  if (place.step === null || place.step.name === step.name) return null;
  return `${instance.name} stands at ${place.step.name}, not at ${step.name}`;
}

function errorLines({ code, message, span }: Diagnostic, width: number): readonly string[] {
  const place = span === undefined ? "" : ` (${location(span)})`;
  return wrap(`${code} ${message}${place}`, width, 4);
}

/** Obstacles by the conjunct, the one that got furthest first. */
function byConjunct(all: readonly Obstacle[]) {
  const found: { obstacle: Obstacle; times: number; bindings: string[] }[] = [];
  for (const obstacle of all) {
    const known = found.find(
      ({ obstacle: { why, kind } }) =>
        kind === obstacle.kind &&
        location(why.span) === location(obstacle.why.span) &&
        why.conjunct === obstacle.why.conjunct,
    );
    const text = obstacle.bound.length === 0 ? [] : [boundText(obstacle.bound)];
    if (known === undefined) found.push({ obstacle, times: 1, bindings: text });
    else {
      known.times++;
      known.bindings.push(...text);
    }
  }
  return found;
}

/** The answers as plain data: version 1. */
export interface JsonInquiry {
  readonly version: 1;
  readonly file: string;
  readonly origin: string;
  readonly state: Readonly<Record<string, ItfValue>>;
  readonly actions: readonly {
    readonly action: string;
    readonly location: string;
    readonly enabled: boolean;
    readonly steps: number;
    readonly withinConstraints: number;
    readonly error: string | null;
    readonly obstacles: readonly {
      readonly kind: Obstacle["kind"];
      readonly conjunct: string;
      readonly location: string;
      readonly passed: number;
      readonly bound: Readonly<Record<string, ItfValue>>;
      readonly parts: readonly { readonly text: string; readonly value: ItfValue }[];
    }[];
  }[];
}

/** The object that `why --json` prints. */
export function inquiryToJson({ model, values, origin, answers }: Inquiry, file: string): JsonInquiry {
  return {
    version: 1,
    file,
    origin,
    state: Object.fromEntries(
      model.variables.flatMap(({ display, index }) => {
        const value = values[index];
        return value === undefined ? [] : [[display, toItf(value)]];
      }),
    ),
    actions: answers.map(({ action, steps, within, error, obstacles: all }) => ({
      action: actionName(action),
      location: location(action.span),
      enabled: steps > 0,
      steps,
      withinConstraints: within,
      error: error === null ? null : `${error.code} ${error.message}`,
      obstacles: all.map(({ kind, passed, bound, why }) => ({
        kind,
        conjunct: oneLine(why.conjunct),
        location: location(why.span),
        passed,
        bound: Object.fromEntries(bound.map(({ text, value }) => [text, toItf(value)])),
        parts: why.parts.map(({ text, value }) => ({ text, value: toItf(value) })),
      })),
    })),
  };
}
