/** The one object that `--json` prints, also where there is no result. */
import type { Result } from "../explore/result.js";
import { type JsonReport, resultToJson } from "../report/json.js";
import type { Model } from "../semantics/model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { location } from "../syntax/source.js";

/** The report of a result; `errors` holds the evaluation errors and failed assertions that it is about. */
export function resultAsJson(
  result: Result,
  model: Model,
  options: { readonly file: string; readonly scenario: string | null; readonly patch: string | null },
): string {
  const errors = result.violations.flatMap(({ error }) => (error === null ? [] : [error]));
  return oneObject({ ...resultToJson(result, model, options), errors: told(errors, options.file) });
}

/** The object for a run that came to no result: verdict "error", nothing counted, and what was wrong in `errors`. */
export function failureToJson(
  diagnostics: readonly Diagnostic[],
  about: { readonly file: string | null; readonly scenario?: string | null; readonly patch?: string | null },
): string {
  const { file } = about;
  const report: Omit<JsonReport, "file"> & { readonly file: string | null } = {
    version: 1,
    file,
    scenario: about.scenario ?? null,
    patch: about.patch ?? null,
    verdict: "error",
    property: null,
    states: { initial: 0, generated: 0, distinct: 0, depth: 0 },
    seconds: 0,
    engine: "reference",
    workers: 1,
    trace: [],
    loopStart: null,
    warnings: told(
      diagnostics.filter(({ severity }) => severity !== "error"),
      file,
    ),
  };
  return oneObject({
    ...report,
    errors: told(
      diagnostics.filter(({ severity }) => severity === "error"),
      file,
    ),
  });
}

function told(diagnostics: readonly Diagnostic[], file: string | null): JsonReport["warnings"] {
  return diagnostics.map(({ code, message, span }) => ({
    code,
    message,
    location: span === undefined ? (file ?? "") : location(span),
  }));
}

function oneObject(object: object): string {
  return `${JSON.stringify(object)}\n`;
}
