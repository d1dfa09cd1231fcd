/**
 * Quiesce as a library: read a spec, check it, look at what came out.
 *
 * ```ts
 * import { check } from "quiesce";
 *
 * const { result, report } = await check({ name: "Counter.qsc", text: "spec Counter ..." });
 * if (result.verdict !== "ok") console.log(report());
 * ```
 *
 * Nothing here touches files: texts come in as strings, and modules that a spec extends through `find`.
 */
import { createReferenceEvaluator } from "./eval/reference.js";
import { EvaluationError, type Evaluator } from "./explore/evaluator.js";
import type { Host, Progress } from "./explore/host.js";
import type { Result } from "./explore/result.js";
import { search } from "./explore/search.js";
import { walk } from "./explore/walk.js";
import { type ModuleFinder, standardOnly } from "./modules/load.js";
import { type JsonReport, type ReportOptions, renderResult, resultToJson } from "./report/index.js";
import type { Model } from "./semantics/model.js";
import { prepare } from "./semantics/prepare.js";
import type { Module } from "./syntax/ast.js";
import type { Diagnostic } from "./syntax/diagnostic.js";
import { parseModule } from "./syntax/parse.js";
import { plainStyle } from "./syntax/render.js";
import { Source } from "./syntax/source.js";

export type { Action, Explanation, Part, ProcessInstance } from "./explore/evaluator.js";
export type { Host, Progress } from "./explore/host.js";
export { ReplayError } from "./explore/replay.js";
export type { ActionCoverage, Result, Stop, TraceState, Verdict, Violation } from "./explore/result.js";
export type { ModuleFinder } from "./modules/load.js";
export type { JsonReport, ReportOptions } from "./report/index.js";
export type { Model } from "./semantics/model.js";
export type { Expr, Module, SpecUnit, Statement } from "./syntax/ast.js";
export { type Diagnostic, type Severity, SpecError } from "./syntax/diagnostic.js";
export { renderDiagnostic, renderDiagnostics, type Style } from "./syntax/render.js";
export { Source, type Span } from "./syntax/source.js";
export { format, type Value } from "./values/index.js";

/** A text with the name that messages call it by. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Which model is meant: a text, what it extends, and what its constants are. */
export interface ModelOptions {
  /** The text of a `.qsc` spec or of a TLA+ module. */
  readonly text: string;
  /** What messages call it; a module `M` should be called `M.tla`. Default: `spec.qsc`. */
  readonly name?: string | undefined;
  /** Finds the modules that it extends; without it only the standard ones are there. */
  readonly find?: ModuleFinder | undefined;
  /** A TLC configuration. */
  readonly config?: NamedText | undefined;
  readonly scenario?: string | undefined;
  readonly patch?: string | undefined;
  /** Values of constants, as expressions; they win over all others. */
  readonly sets?: readonly { readonly name: string; readonly expr: string }[] | undefined;
  /** Check only these invariants, properties and witnesses (none: []), and deadlock only if `deadlock` is true. */
  readonly properties?: readonly string[] | undefined;
  /** Leave temporal properties unchecked, with a warning, rather than refuse them. */
  readonly safetyOnly?: boolean | undefined;
  /** Whether a state without successors is a violation; if absent, as the spec has it. */
  readonly deadlock?: boolean | undefined;
  /** Clock, interrupts and the like; the default takes what every JavaScript engine has, and prints nowhere. */
  readonly host?: Host | undefined;
}

export interface CheckOptions extends ModelOptions {
  /** Go on after violations; each property is reported once, with its shortest counterexample. */
  readonly continue?: boolean | undefined;
  /** Stop before more than this many distinct states are kept. */
  readonly maxStates?: number | undefined;
  /** Stop after this time. */
  readonly timeoutSeconds?: number | undefined;
  /** Called a few times a second, and where there is news: initial states, violations, the end of the search. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface RunOptions extends ModelOptions {
  /** The same seed gives the same behaviour. Default: 1. */
  readonly seed?: number | undefined;
  /** Steps to take at most. Default: 20. */
  readonly steps?: number | undefined;
}

/** A result with the model that it is about. */
export interface Outcome {
  readonly result: Result;
  readonly model: Model;
  /** The report for people. Default: race diagrams, 75 columns, no colours. */
  report(options?: Partial<ReportOptions>): string;
  /** The object that `quiesce check --json` prints. */
  json(): JsonReport;
}

/**
 * Reads a text without asking what its names mean.
 * `module` is null if nothing of it is usable; `diagnostics` holds every syntax error.
 */
export function parse(
  text: string,
  name = "spec.qsc",
): { readonly module: Module | null; readonly diagnostics: readonly Diagnostic[] } {
  return parseModule(new Source(name, text));
}

/**
 * Explores every reachable state of a spec and checks what it claims.
 * @throws SpecError with everything that is wrong with the spec, its configuration or the options
 */
export async function check(options: CheckOptions): Promise<Outcome> {
  const host = options.host ?? plainHost();
  const model = prepareModel(options);
  let replaying = false;
  const print = (text: string) => {
    if (!replaying) host.print(text);
  };
  const result = await evaluating(model, host, print, 0, (evaluator) =>
    search(
      evaluator,
      {
        checkDeadlock: model.checkDeadlock,
        continue: options.continue,
        maxStates: options.maxStates,
        timeoutSeconds: options.timeoutSeconds,
        onProgress: (progress) => {
          replaying = progress.replaying;
          options.onProgress?.(progress);
        },
      },
      host,
    ),
  );
  return outcome(result, model, options);
}

/**
 * Walks one random behaviour of a spec, at most `steps` long. What it meets is checked as with `check`.
 * @throws SpecError as `check` does
 */
export async function run(options: RunOptions): Promise<Outcome> {
  const host = options.host ?? plainHost();
  const model = prepareModel(options);
  const { seed = 1, steps = 20 } = options;
  const print = (text: string) => host.print(text);
  const result = await evaluating(model, host, print, seed, (evaluator) =>
    walk(evaluator, { seed, steps, checkDeadlock: model.checkDeadlock }, host),
  );
  return outcome(result, model, options);
}

function prepareModel(options: ModelOptions): Model {
  const { config, scenario, patch, sets, properties, deadlock } = options;
  const alone = properties !== undefined;
  const none = alone && properties.length === 0;
  const { model } = prepare(
    new Source(options.name ?? "spec.qsc", options.text),
    options.find ?? standardOnly,
    {
      ...(config !== undefined && { configSource: new Source(config.name, config.text) }),
      ...(scenario !== undefined && { scenario }),
      ...(patch !== undefined && { patch }),
      ...(sets !== undefined && { sets }),
      ...(alone && { properties }),
      ...((options.safetyOnly === true || none) && { safetyOnly: true }),
      ...((deadlock === false || (alone && deadlock !== true)) && { noDeadlock: true }),
    },
  );
  return none ? { ...model, invariants: [], witnesses: [], properties: [] } : model;
}

/** Makes an evaluator and uses it. Making it evaluates constants, which may fail: then that is the result. */
async function evaluating(
  model: Model,
  host: Host,
  print: (text: string) => void,
  seed: number,
  use: <State>(evaluator: Evaluator<State>) => Promise<Result>,
): Promise<Result> {
  const started = host.now();
  try {
    return await use(createReferenceEvaluator(model, { print, seed }));
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    return {
      verdict: thrown.kind,
      violations: [
        {
          verdict: thrown.kind,
          property: null,
          trace: [],
          loopStart: null,
          explanation: null,
          error: thrown.diagnostic,
        },
      ],
      stop: { kind: "violation" },
      states: { initial: 0, generated: 0, distinct: 0, depth: 0, queue: 0 },
      seconds: (host.now() - started) / 1000,
      engine: "reference",
      workers: 1,
      instances: [],
      coverage: [],
      witnesses: [],
      collisionProbability: null,
      warnings: [],
    };
  }
}

function outcome(found: Result, model: Model, options: ModelOptions): Outcome {
  const result = { ...found, warnings: [...found.warnings, ...emptyModel(found, model)] };
  const about = {
    file: options.name ?? "spec.qsc",
    scenario: options.scenario ?? null,
    patch: options.patch ?? null,
  };
  return {
    result,
    model,
    report: (report) =>
      renderResult(result, model, { trace: "race", width: 75, style: plainStyle, ...about, ...report }),
    json: () => resultToJson(result, model, about),
  };
}

/** Nothing can go wrong where there is nothing: that is hardly what the spec's writer wanted to hear. */
function emptyModel(result: Result, model: Model): readonly Diagnostic[] {
  if (model.behaviour === null || result.states.generated > 0) return [];
  if (result.stop.kind !== "complete" && result.stop.kind !== "walk") return [];
  const message = "there is no initial state, so nothing was checked";
  return [{ code: "W063", severity: "warning", message, span: model.behaviour.init.span }];
}

/** A host from what every JavaScript engine has. */
function plainHost(): Host {
  return {
    now: () => performance.now(),
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
    interrupted: false,
    memory: () => ({ used: 0, limit: Number.POSITIVE_INFINITY }),
    print: () => {},
  };
}
