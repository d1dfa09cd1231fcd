/** What the tests of reports have in common. */

import type { Result, Violation } from "../../src/explore/result.js";
import { type ReportOptions, renderResult } from "../../src/report/index.js";
import { plainStyle } from "../../src/syntax/render.js";
import { result, type Stage } from "./make.js";

/** A report in plain text as the command line prints it. */
export function report(
  stage: Pick<Stage, "source" | "model" | "instances">,
  what: Result | Violation,
  more: Partial<ReportOptions> = {},
): string {
  const found = "violations" in what ? what : result({ violations: [what] });
  return renderResult({ ...found, instances: stage.instances }, stage.model, {
    trace: "race",
    width: 75,
    style: plainStyle,
    file: stage.source.name,
    scenario: null,
    patch: null,
    ...more,
  });
}

/** The text between the backquotes as written (backslashes too), without its first line end and its last. */
export function text(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return String.raw(parts, ...values).replace(/^\n|\n$/g, "");
}
