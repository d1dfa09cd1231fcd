/** A trace from a file that was followed through a spec, in words and as data. */

import { actionName } from "../explore/action-name.js";
import type { FollowedTrace, Nearest } from "../explore/follow-trace.js";
import { type GivenTrace, givenText } from "../explore/given-trace.js";
import type { Result } from "../explore/result.js";
import type { Model } from "../semantics/model.js";
import { renderDiagnostic } from "../syntax/render.js";
import { location, oneLine } from "../syntax/source.js";
import { toItf } from "../values/index.js";
import { blame, conjunctLines } from "./blame.js";
import { obstacleLines } from "./obstacle.js";
import { joinBlocks } from "./race.js";
import { renderTrace, type TraceOptions } from "./render.js";
import { counted, elide, wrap } from "./text.js";

/** A trace that was followed, and of which model. */
export interface LoadedTrace {
  readonly given: GivenTrace;
  readonly found: FollowedTrace;
  readonly model: Model;
  readonly instances: Result["instances"];
  readonly seconds: number;
}

/** How the report is written. */
export interface DepartureOptions extends TraceOptions {
  /** The trace's file as the user named it. */
  readonly file: string;
  /** Whether the behaviour is shown where it is one of the spec; where it is none it is shown up to there. */
  readonly showAll?: boolean;
}

/** Longest value of the trace that is quoted. */
const LONGEST = 200;

/** Whether the trace is a behaviour of the spec, or where it leaves it and why; without a final line end. */
export function renderLoadedTrace(loaded: LoadedTrace, options: DepartureOptions): string {
  const { given, found, model } = loaded;
  const { width, style, file } = options;
  const blocks: (readonly string[])[] = [];
  if (found.kind === "behaviour") {
    const length = counted(given.states.length, "state");
    blocks.push([
      ...wrap(`${file}: a behaviour of ${model.name}, ${length}`, width, 4).map((line) => style.bold(line)),
      ...loopLines(loaded, width),
      ...partialLines(loaded, width),
    ]);
    for (const { property, state, explanation, verdict } of found.violated) {
      const where =
        verdict === "action" && state > 0 ? `in the step to state ${state + 1}` : `in state ${state + 1}`;
      const head = wrap(`${property} is false ${where}`, width, 4).map((line) => style.error(line));
      const why = explanation === null ? [] : blame("", explanation, width - 4, "because ");
      const conjuncts = conjunctLines(property, explanation?.conjuncts, width - 4);
      blocks.push([...head, ...[...why, ...conjuncts].map((line) => `    ${line}`)]);
    }
    if (options.showAll === true) blocks.push(trace(loaded, options));
    return joinBlocks(blocks).join("\n");
  }
  const at = found.at + 1;
  const lead =
    found.why.kind === "noWay"
      ? at === 1
        ? `${file} leaves ${model.name} at once: no initial state is its first state`
        : `${file} leaves ${model.name} in the step to state ${at} of ${given.states.length}`
      : `${file} was not followed beyond state ${found.at} of ${given.states.length}`;
  blocks.push(
    wrap(lead, width, 4).map((line) => style.error(line)),
    [...whyLines(loaded, options)],
  );
  if (found.trace.length > 0)
    blocks.push([`Up to state ${found.trace.length} it is this behaviour:`], trace(loaded, options));
  return joinBlocks(blocks).join("\n");
}

function trace({ found, model, instances }: LoadedTrace, options: TraceOptions): readonly string[] {
  if (found.trace.length === 0) return [];
  const told = { verdict: null, property: null, loopStart: null, explanation: null, error: null } as const;
  return renderTrace({ ...told, trace: found.trace }, model, instances, options).split("\n");
}

function loopLines({ given, found }: LoadedTrace, width: number): readonly string[] {
  if (found.kind !== "behaviour" || found.closes === null || given.loop === null) return [];
  const back = `state ${given.loop + 1}`;
  return found.closes
    ? [`  a step leads from its end back to ${back}`]
    : wrap(`  no step leads from its end back to ${back}, as the file says`, width, 4);
}

/** What the file leaves out, or has besides. */
function partialLines({ given, model }: LoadedTrace, width: number): readonly string[] {
  const missing = model.variables.filter(({ index }) =>
    given.states.some(({ values }) => !values.has(index)),
  );
  const facts = [
    ...(missing.length === 0
      ? []
      : [
          `not given in every state: ${missing.map(({ display }) => display).join(", ")}; any value was let pass`,
        ]),
    ...(given.others.length === 0 ? [] : [`not looked at, as no variable: ${given.others.join(", ")}`]),
  ];
  return facts.flatMap((fact) => wrap(fact, width - 2, 4).map((line) => `  ${line}`));
}

function whyLines(loaded: LoadedTrace, { width, style }: DepartureOptions): readonly string[] {
  const { found } = loaded;
  if (found.kind === "behaviour") return [];
  const { why } = found;
  switch (why.kind) {
    case "assumption":
      return wrap(`the assumption ${why.name} is false`, width, 4);
    case "error":
      return renderDiagnostic(why.error.diagnostic, style).split("\n");
    case "tooMany":
      return wrap(
        `more than ${counted(why.limit, "state")} agree with it: the trace leaves too much open`,
        width,
        4,
      );
    case "interrupted":
      return ["interrupted"];
    case "noWay":
      return nearestLines(loaded, why.nearest, width);
    default:
      return why satisfies never;
  }
}

function nearestLines(loaded: LoadedTrace, nearest: readonly Nearest[], width: number): readonly string[] {
  const { given, found, model } = loaded;
  if (found.kind === "behaviour") return [];
  const state = given.states[found.at]!;
  const wanted = (variable: number): string | null =>
    state.values.has(variable) ? elide(oneLine(givenText(state.values.get(variable))), LONGEST) : null;
  const named = state.action === null ? [] : wrap(`the file calls the step ${state.action}`, width, 4);
  if (nearest.length === 0) return [...named, "no action was found that comes near it"];
  return [
    ...named,
    ...nearest.flatMap(({ action, obstacle }, i) => {
      const who = action === null ? "the initial predicate" : actionName(action);
      const where = action === null ? "" : ` (${location(action.span)})`;
      const head = i === 0 ? `nearest is ${who}${where}:` : `then ${who}${where}:`;
      const lines = obstacleLines(obstacle, model, width - 4, wanted);
      return [...wrap(head, width, 4), ...lines.map((line) => `    ${line}`)];
    }),
  ];
}

/** What came of a trace as plain data: version 1. */
export interface JsonLoadedTrace {
  readonly version: 1;
  readonly file: string;
  readonly trace: string;
  readonly format: GivenTrace["format"];
  readonly states: number;
  readonly behaviour: boolean;
  /** Number of the state, from 1, that nothing leads to. */
  readonly leavesAt: number | null;
  readonly reason: string | null;
  readonly nearest: readonly {
    readonly action: string | null;
    readonly kind: string;
    readonly conjunct: string;
    readonly location: string;
    readonly variable: string | null;
    readonly value: unknown;
  }[];
  readonly violated: readonly { readonly property: string; readonly state: number }[];
  readonly closes: boolean | null;
}

/** The object that `check --load-trace --json` prints. */
export function loadedTraceToJson(
  { given, found, model }: LoadedTrace,
  { file, trace: name }: { readonly file: string; readonly trace: string },
): JsonLoadedTrace {
  const left = found.kind === "leaves" ? found : null;
  const nearest = left?.why.kind === "noWay" ? left.why.nearest : [];
  return {
    version: 1,
    file,
    trace: name,
    format: given.format,
    states: given.states.length,
    behaviour: left === null,
    leavesAt: left === null ? null : left.at + 1,
    reason: left === null ? null : left.why.kind,
    nearest: nearest.map(({ action, obstacle: { kind, why, given: gives } }) => ({
      action: action === null ? null : actionName(action),
      kind,
      conjunct: oneLine(why.conjunct),
      location: location(why.span),
      variable: gives === null ? null : (model.variables[gives.variable]?.display ?? null),
      value: gives === null ? null : toItf(gives.value),
    })),
    violated:
      found.kind === "behaviour"
        ? found.violated.map(({ property, state }) => ({ property, state: state + 1 }))
        : [],
    closes: found.kind === "behaviour" ? found.closes : null,
  };
}
