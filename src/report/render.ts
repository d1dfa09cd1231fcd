/** The report of a run for people: the verdict, the race, and how far it can be trusted. */
import type { Result } from "../explore/result.js";
import type { Model } from "../semantics/model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { renderDiagnostic, type Style } from "../syntax/render.js";
import { location } from "../syntax/source.js";
import { conjunctLines, falseLines } from "./blame.js";
import { pack } from "./columns.js";
import { coverageLines } from "./coverage.js";
import { allWarnings, NEVER_ENABLED, neverEnabled } from "./findings.js";
import { Instances } from "./instances.js";
import { proseLines } from "./prose.js";
import { joinBlocks, raceLines } from "./race.js";
import { statementLines } from "./statement.js";
import { aliasTrace, diffLines, stateLines } from "./states.js";
import { Story, type Told } from "./steps.js";
import { factLines, type Variant, verdictLine, violationLine, withMemory } from "./summary.js";
import { counted, wrap } from "./text.js";
import { waitLines } from "./waits.js";

/** From so many on, steps that are never enabled share one warning. */
const FEW = 4;

/** How a behaviour is shown. */
export type TraceForm = "race" | "states" | "diff" | "prose";

export interface TraceOptions {
  readonly trace?: TraceForm;
  /** Lines are at most this long, except source lines under an error. */
  readonly width: number;
  readonly style: Style;
}

export interface ReportOptions extends TraceOptions, Variant {
  /** The spec's file as the user named it: the place of warnings about the whole. */
  readonly file: string;
  readonly trace: TraceForm;
  /** Adds the table of how often each step was taken. */
  readonly coverage?: boolean;
  /** Leaves out all warnings. */
  readonly quiet?: boolean;
  /** Warnings to be told besides the model's and the search's own. */
  readonly warnings?: readonly Diagnostic[];
}

/**
 * Everything there is to say about a result, without a final line end: verdict, violations with their behaviours,
 * figures and bounds, warnings. Warnings of the model and the search are included, so the caller need not print
 * them.
 */
export function renderResult(result: Result, model: Model, options: ReportOptions): string {
  const { width, style } = options;
  const instances = new Instances(model, result.instances);
  const bad = result.violations.length > 0;
  const heading = wrap(verdictLine(result, model, options), width, 4).map((line) =>
    bad ? style.error(line) : style.bold(line),
  );
  const facts = factLines(result, model, width);
  const blocks: (readonly string[])[] = bad ? [heading] : [[...heading, ...facts]];
  const { shown, further } = distinctViolations(result);
  shown.forEach((violation, i) => {
    if (i > 0)
      blocks.push(
        wrap(violationLine(violation, withMemory(options, model)), width, 4).map((line) => style.error(line)),
      );
    blocks.push(...violationBlocks(violation, instances, options));
  });
  if (further > 0) blocks.push([`${counted(further, "further violation")} of the same properties not shown`]);
  if (!bad && result.behaviour !== undefined && result.behaviour.length > 0) {
    blocks.push(...violationBlocks(walked(result.behaviour), instances, options));
  }
  if (bad) blocks.push(facts);
  if (options.coverage === true) blocks.push(coverageLines(result, width));
  if (options.quiet !== true) blocks.push(warningBlock(result, model, options));
  return joinBlocks(blocks).join("\n");
}

/** All warnings; steps that are never enabled in one, where there are many. */
function warningBlock(result: Result, model: Model, options: ReportOptions): readonly string[] {
  const { file, width, style } = options;
  const warnings = allWarnings(result, model, options.warnings);
  const dead = neverEnabled(result, model);
  if (dead.length < FEW) return warningLines(warnings, file, width, style);
  const sources = new Set(dead.map(({ span }) => span.source.name));
  const place = sources.size === 1 ? [...sources][0]! : file;
  const steps = dead.map(({ name, span: { source, start } }) => {
    const { line } = source.position(start);
    return `${name} (${sources.size === 1 ? `line ${line}` : `${source.name}:${line}`})`;
  });
  const head = `${place}: warning ${NEVER_ENABLED}: ${dead.length} steps are never enabled:`;
  return [
    ...warningLines(
      warnings.filter(({ code }) => code !== NEVER_ENABLED),
      file,
      width,
      style,
    ),
    ...wrap(head, width, 4).map((line) => style.warning(line)),
    ...pack(steps, width - 4).map((line) => `    ${line}`),
  ];
}

/** Warnings in one line each (wrapped): `file:line:column: warning W060: …`, their notes below. */
export function warningLines(
  warnings: readonly Diagnostic[],
  file: string,
  width: number,
  style: Style,
): readonly string[] {
  return warnings.flatMap(({ code, severity, message, span, notes = [] }) => {
    const place = span === undefined ? file : location(span);
    const lines = wrap(`${place}: ${severity} ${code}: ${message}`, width, 4);
    return [
      ...lines.map((line) => style.warning(line)),
      ...notes.flatMap((note) => wrap(note, width - 4, 4).map((line) => `    ${line}`)),
    ];
  });
}

/** The first violation of each kind and property, and how many others there are. */
function distinctViolations(result: Result): { shown: Result["violations"]; further: number } {
  const seen = new Set<string>();
  const shown = result.violations.filter(({ verdict, property, error }) => {
    const key = [verdict, property ?? "", error?.message ?? ""].join("\n");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { shown, further: result.violations.length - shown.length };
}

function walked(trace: NonNullable<Result["behaviour"]>): Told {
  return { verdict: null, property: null, trace, loopStart: null, explanation: null, error: null };
}

function violationBlocks(
  violation: Told,
  instances: Instances,
  options: ReportOptions,
): (readonly string[])[] {
  const { width, style } = options;
  const story = new Story(violation, instances);
  const blocks: (readonly string[])[] = [];
  if (violation.error !== null) blocks.push(renderDiagnostic(violation.error, style).split("\n"));
  blocks.push(statementLines(violation, instances.model, width));
  blocks.push(traceLines(story, options));
  blocks.push(conjunctLines(violation.property ?? "it", violation.explanation?.conjuncts, width));
  if (violation.verdict === "deadlock") blocks.push(waitLines(story, width));
  return blocks;
}

/**
 * One behaviour alone, without what a report says around it: by default as a race.
 * @param behaviour a violation, or (verdict null) a behaviour that shows none
 */
export function renderTrace(
  behaviour: Told,
  model: Model,
  instances: Result["instances"],
  options: TraceOptions,
): string {
  return traceLines(new Story(behaviour, new Instances(model, instances)), options).join("\n");
}

function traceLines(story: Story, { trace = "race", width, style }: TraceOptions): readonly string[] {
  const states = story.states.length;
  const why = falseLines(story.violation.explanation, states, width);
  if (states === 0) return why;
  switch (trace) {
    case "race":
      return joinBlocks([raceLines(story, width, style), aliasTrace(story, width, style)]);
    case "states":
      return joinBlocks([stateLines(story, width, style), why]);
    case "diff":
      return joinBlocks([diffLines(story, width, style), why]);
    case "prose":
      return joinBlocks([proseLines(story, width), aliasTrace(story, width, style)]);
  }
}
