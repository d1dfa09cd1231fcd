/** The one object that `--json` prints, also where there is no result. */
import type { Result } from "../explore/result.js";
import {
  type AnchorTable,
  type JsonReport,
  resultToJson,
  type ScriptedRun,
  scriptedToJson,
} from "../report/index.js";
import type { Model } from "../semantics/model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { location } from "../syntax/source.js";

/** What was to be done, for the JSON object. */
export interface FailureAbout {
  readonly file: string | null;
  readonly scenario?: string | null;
  readonly patch?: string | null;
}

/**
 * The report of a result; `errors` holds the evaluation errors and failed assertions that it is about, `script` the run
 * that `--save-script` asked for.
 */
export function resultAsJson(
  result: Result,
  model: Model,
  options: { readonly file: string; readonly scenario: string | null; readonly patch: string | null },
  script: string | null,
): string {
  const errors = result.violations.flatMap(({ error }) => (error === null ? [] : [error]));
  return oneObject({
    ...resultToJson(result, model, options),
    errors: told(errors, options.file),
    ...(script !== null && { script }),
  });
}

/** The report of a scripted run; `errors` holds the evaluation error that stopped it. */
export function scriptedAsJson(
  scripted: ScriptedRun,
  about: { readonly file: string; readonly scenario: string | null; readonly patch: string | null },
): string {
  const { found } = scripted;
  const errors = found.kind === "stopped" && found.reason.kind === "error" ? [found.reason.error] : [];
  return oneObject({ ...scriptedToJson(scripted, about), errors: told(errors, about.file) });
}

/** The table of a spec's steps. */
export function anchorsAsJson(table: AnchorTable, about: FailureAbout): string {
  return oneObject({ version: 1, ...about, ...table });
}

/** The object for a run that came to no result: verdict "error", nothing counted, and what was wrong in `errors`. */
export function failureToJson(diagnostics: readonly Diagnostic[], about: FailureAbout): string {
  const states = { initial: 0, generated: 0, distinct: 0, depth: 0 };
  return withoutModel({ verdict: "error", property: null, states, seconds: 0 }, about, diagnostics);
}

/** The object for a search that was ended from outside. */
export function cutShortToJson(
  { verdict, violations, states, seconds }: Result,
  about: FailureAbout,
): string {
  const { initial, generated, distinct, depth } = states;
  return withoutModel(
    {
      verdict,
      property: violations[0]?.property ?? null,
      states: { initial, generated, distinct, depth },
      seconds: Math.round(seconds * 1000) / 1000,
    },
    about,
    [],
  );
}

function withoutModel(
  figures: Pick<JsonReport, "verdict" | "property" | "states" | "seconds">,
  { file, scenario = null, patch = null }: FailureAbout,
  diagnostics: readonly Diagnostic[],
): string {
  const isError = ({ severity }: Diagnostic) => severity === "error";
  const { verdict, property, states, seconds } = figures;
  const report: Omit<JsonReport, "file"> & { readonly file: string | null } = {
    version: 1,
    file,
    scenario,
    patch,
    verdict,
    property,
    states,
    memory: null,
    seconds,
    engine: "reference",
    workers: 1,
    trace: [],
    loopStart: null,
    violations: [],
    falsified: [],
    reduction: null,
    simulation: null,
    warnings: told(
      diagnostics.filter((diagnostic) => !isError(diagnostic)),
      file,
    ),
  };
  return oneObject({ ...report, errors: told(diagnostics.filter(isError), file) });
}

function told(diagnostics: readonly Diagnostic[], file: string | null): JsonReport["warnings"] {
  return diagnostics.map(({ code, message, span }) => ({
    code,
    message,
    location: span === undefined ? (file ?? "") : location(span),
  }));
}

/** An object as the one line that `--json` prints. */
export function oneObject(object: object): string {
  return `${JSON.stringify(object)}\n`;
}
