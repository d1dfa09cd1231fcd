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
import { EvaluationError, type Evaluator, type ProcessInstance } from "./explore/evaluator.js";
import { follow } from "./explore/follow.js";
import type { Host } from "./explore/host.js";
import { nothingFound, type Result } from "./explore/result.js";
import type { RunResult } from "./explore/run-result.js";
import { search } from "./explore/search.js";
import { simulate as simulateModel } from "./explore/simulate.js";
import { walk } from "./explore/walk.js";
import { prepareModel } from "./library/model.js";
import type {
  CheckOptions,
  ModelOptions,
  NamedText,
  SimulationOptions,
  VariantOptions,
} from "./library/options.js";
import { followGiven, type LoadTraceOptions, type WhyOptions, whyNot } from "./library/questions.js";
import { standardOnly } from "./modules/load.js";
import {
  type Inquiry,
  type JsonReport,
  type JsonReview,
  type LoadedTrace,
  type ReportOptions,
  type ReviewReportOptions,
  renderResult,
  renderReview,
  resultToJson,
  reviewToJson,
  type ScriptedRun,
  scriptOf,
} from "./report/index.js";
import { type Review, type ReviewOptions, reviewSpecs } from "./review/index.js";
import type { Model } from "./semantics/model.js";
import { type LoadedSpec, loadSpec } from "./semantics/prepare.js";
import type { Module } from "./syntax/ast.js";
import type { Diagnostic } from "./syntax/diagnostic.js";
import { parseModule } from "./syntax/parse.js";
import { plainStyle } from "./syntax/render.js";
import { Source } from "./syntax/source.js";

export type { Action, Explanation, Part, ProcessInstance } from "./explore/evaluator.js";
export type { Host, Progress } from "./explore/host.js";
export { ReplayError } from "./explore/replay.js";
export type { ActionCoverage, Result, Stop, TraceState, Verdict, Violation } from "./explore/result.js";
export type { NotDone, RunResult } from "./explore/run-result.js";
export { closedWorld, type WorldAccess, WorldError } from "./explore/world.js";
export type {
  CheckOptions,
  ModelOptions,
  NamedText,
  SimulationOptions,
  VariantOptions,
} from "./library/options.js";
export type { LoadTraceOptions, WhyOptions } from "./library/questions.js";
export type { ModuleFinder } from "./modules/load.js";
export { MEMORY_MODELS, type MemoryModel } from "./modules/memory-model.js";
export type { JsonReport, ReportOptions, ScriptedRun } from "./report/index.js";
export type { Cell, Column, PatchVerdict, Requirement, Review } from "./review/types.js";
export type { Model } from "./semantics/model.js";
export type { LoadedSpec } from "./semantics/prepare.js";
export type { Expr, Module, SpecUnit, Statement } from "./syntax/ast.js";
export { type Diagnostic, type Severity, SpecError } from "./syntax/diagnostic.js";
export { renderDiagnostic, renderDiagnostics, type Style } from "./syntax/render.js";
export { Source, type Span } from "./syntax/source.js";
export { format, type Value } from "./values/index.js";

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
  /**
   * The first violation's behaviour (of a walk without one: the walk) as a unit `run NAME == { … }`, which `followScript`
   * takes again. Null if there is none, or if it has steps that no run can name.
   */
  script(name: string): string | null;
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
  return checkVariant(load(options), options);
}

/**
 * As `check`, of a spec that is loaded already: where several variants of it are checked, it is read only once.
 * @throws SpecError with everything that is wrong with the variant, its configuration or the options
 */
export async function checkVariant(loaded: LoadedSpec, options: VariantOptions): Promise<Outcome> {
  const host = options.host ?? plainHost();
  const model = prepareModel(loaded, options);
  let replaying = false;
  const print = (text: string) => {
    if (!replaying) host.print(text);
  };
  const result = await evaluating(
    model,
    host,
    print,
    () => 0,
    (evaluator) => {
      const graph = options.onGraph?.(model, evaluator.actions);
      return search(
        evaluator,
        {
          observer: graph && ((step, to) => graph(step, evaluator.values(to))),
          checkDeadlock: model.checkDeadlock,
          continue: options.continue,
          tally: options.continue,
          maxStates: options.maxStates,
          timeoutSeconds: options.timeoutSeconds,
          onProgress: (progress) => {
            replaying = progress.replaying;
            options.onProgress?.(progress);
          },
        },
        host,
      );
    },
  );
  return outcome(result, model, options);
}

/**
 * Walks one random behaviour of a spec, at most `steps` long. What it meets is checked as with `check`.
 * @throws SpecError as `check` does
 */
export async function run(options: RunOptions): Promise<Outcome> {
  const host = options.host ?? plainHost();
  const model = prepareModel(load(options), options);
  const { seed = 1, steps = 20 } = options;
  const print = (text: string) => host.print(text);
  const result = await evaluating(
    model,
    host,
    print,
    () => seed,
    (evaluator) => walk(evaluator, { seed, steps, checkDeadlock: model.checkDeadlock }, host),
  );
  return outcome(result, model, options);
}

/**
 * Takes random behaviours of a spec that is loaded already and checks their states; see docs/simulation.md.
 * Default: 1000 behaviours of 100 steps at most, seed 1, choosing by action.
 * @throws SpecError as `checkVariant` does
 */
export async function simulate(
  loaded: LoadedSpec,
  options: VariantOptions<SimulationOptions>,
): Promise<Outcome> {
  const host = options.host ?? plainHost();
  const model = prepareModel(loaded, options);
  const { seed = 1, traces = 1000, depth = 100, choose = "action" } = options;
  const { generate, timeoutSeconds, onProgress, onTrace } = options;
  const print = (text: string) => host.print(text);
  let within = seed;
  const result = await evaluating(
    model,
    host,
    print,
    () => within,
    (evaluator) =>
      simulateModel(
        evaluator,
        {
          ...{ seed, traces, depth, choose, generate, timeoutSeconds, onProgress },
          onSeed: (next) => {
            within = next;
          },
          onTrace: onTrace && ((trace, number) => onTrace(trace, number, model)),
          continue: options.continue,
          checkDeadlock: model.checkDeadlock,
        },
        host,
      ),
  );
  return outcome(result, model, options);
}

/**
 * Takes the steps of one of a spec's scripted runs (`run NAME == { … }`). Null if the spec has no run of that name.
 * @throws SpecError as `checkVariant` does
 */
export async function followScript(
  loaded: LoadedSpec,
  name: string,
  options: VariantOptions<ModelOptions>,
): Promise<ScriptedRun | null> {
  const host = options.host ?? plainHost();
  const model = prepareModel(loaded, options);
  const run = model.runs.find((one) => one.name === name);
  if (run === undefined) return null;
  const started = host.now();
  const came = (found: RunResult, instances: readonly ProcessInstance[]): ScriptedRun => ({
    run,
    found,
    model,
    instances,
    seconds: (host.now() - started) / 1000,
  });
  try {
    const evaluator = createReferenceEvaluator(model, {
      print: (text) => host.print(text),
      seed: 0,
      world: host.world,
    });
    return came(await follow(evaluator, run.items, host), evaluator.instances);
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    // Making the evaluator evaluates constants.
    const error = { kind: "error", verdict: thrown.kind, error: thrown.diagnostic, action: null } as const;
    return came({ kind: "stopped", item: -1, reason: error, trace: [], path: [] }, []);
  }
}

/**
 * Follows a trace from a file through a spec that is loaded already.
 * @throws SpecError as `checkVariant` does, and C040-C042 for a text that holds no trace of the model
 */
export function loadTrace(
  loaded: LoadedSpec,
  options: VariantOptions<LoadTraceOptions>,
): Promise<LoadedTrace> {
  return followGiven(loaded, options, options.host ?? plainHost());
}

/**
 * Asks why actions are not enabled in a state.
 * @throws SpecError as `checkVariant` does, C043 if there is no such action, C044 if there is no such state
 */
export function why(loaded: LoadedSpec, options: VariantOptions<WhyOptions>): Promise<Inquiry> {
  return whyNot(loaded, options, options.host ?? plainHost());
}

/** What is to be reviewed: names as `quiesce review` takes them, limits for each cell. */
export interface ReviewTextOptions
  extends Pick<ModelOptions, "text" | "name" | "find" | "host">,
    Pick<CheckOptions, "maxStates" | "timeoutSeconds">,
    Omit<ReviewOptions, "file" | "against"> {
  /** Another spec that is the base: the text is reviewed against it as a whole, in place of patches of its own. */
  readonly against?: NamedText | undefined;
}

/** A review with its reports. */
export interface ReviewOutcome {
  readonly review: Review;
  /** The report for people. Default: plain text, 75 columns, no colours. */
  report(options?: Partial<ReviewReportOptions>): string;
  /** The object that `quiesce review --json` prints. */
  json(): JsonReview;
}

/**
 * Checks what the patches of a spec do: base and each patch in every scenario and memory model.
 * @throws SpecError with everything that is wrong with the specs or the options
 */
export async function review(options: ReviewTextOptions): Promise<ReviewOutcome> {
  const { text, name = "spec.qsc", find, against, host = plainHost(), maxStates, timeoutSeconds } = options;
  const own = load({ text, name, find });
  const other = against === undefined ? null : load({ ...against, find });
  const sources = other === null ? { base: own, against: null } : { base: other, against: own };
  const found = await reviewSpecs(
    sources,
    { ...options, file: against?.name ?? name, against: against === undefined ? undefined : name },
    { maxStates, timeoutSeconds },
    host,
  );
  return {
    review: found,
    report: (report) => renderReview(found, { format: "text", width: 75, style: plainStyle, ...report }),
    json: () => reviewToJson(found),
  };
}

/**
 * Reads a text and all that it needs, for `checkVariant` and `followScript`.
 * @throws SpecError with everything that is wrong with the texts
 */
export function load({
  name = "spec.qsc",
  text,
  find = standardOnly,
}: Pick<ModelOptions, "name" | "text" | "find">): LoadedSpec {
  return loadSpec(new Source(name, text), find);
}

/** Makes an evaluator and uses it. Making it evaluates constants, which may fail: then that is the result. */
async function evaluating(
  model: Model,
  host: Host,
  print: (text: string) => void,
  seed: () => number,
  use: <State>(evaluator: Evaluator<State>) => Promise<Result>,
): Promise<Result> {
  const started = host.now();
  try {
    return await use(
      createReferenceEvaluator(model, {
        print,
        get seed() {
          return seed();
        },
        // A simulation changes the seed with each behaviour, and has computed the initial states before.
        initialSeed: seed(),
        world: host.world,
      }),
    );
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    return {
      verdict: thrown.kind,
      violations: [
        {
          verdict: thrown.kind,
          property: null,
          trace: [],
          path: [],
          loopStart: null,
          explanation: null,
          error: thrown.diagnostic,
        },
      ],
      stop: { kind: "violation" },
      states: { initial: 0, generated: 0, distinct: 0, depth: 0, queue: 0 },
      seconds: (host.now() - started) / 1000,
      ...nothingFound(),
    };
  }
}

function outcome(found: Result, model: Model, options: VariantOptions<ModelOptions>): Outcome {
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
    script: (name) => {
      const walked = { verdict: null, property: null, trace: result.behaviour ?? [] };
      const evaluator = createReferenceEvaluator(model, {
        print: () => {},
        seed: 0,
        world: options.host?.world,
      });
      return scriptOf(evaluator, model, result.violations[0] ?? walked, name);
    },
  };
}

/** Nothing can go wrong where there is nothing: that is hardly what the spec's writer wanted to hear. */
function emptyModel(result: Result, model: Model): readonly Diagnostic[] {
  if (model.behaviour === null || result.states.generated > 0) return [];
  if (!["complete", "walk", "simulated"].includes(result.stop.kind)) return [];
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
