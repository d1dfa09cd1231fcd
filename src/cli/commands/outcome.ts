/** A result on the terminal. */
import type { Outcome } from "../../index.js";
import { resultAsJson } from "../json.js";
import type { OptionValues, TraceForm } from "../options.js";
import { styleFor } from "../style.js";
import type { Terminal } from "../terminal.js";

/** Reports stay within what a mail quotes well. */
export const WIDTH = 75;

/** The form of traces that is asked for; undefined: none. */
export function traceForm({ trace, diffTrace }: OptionValues): TraceForm | undefined {
  return diffTrace === true ? "diff" : trace;
}

/** Prints the report, or the one JSON object (with the script, where one was asked for), or nothing. */
export function printOutcome(
  { result, model, report }: Outcome,
  file: string,
  values: OptionValues,
  terminal: Terminal,
  script: string | null = null,
): void {
  const { scenario = null, patch = null } = values;
  if (values.json) {
    terminal.stdout.write(resultAsJson(result, model, { file, scenario, patch }, script));
  } else if (!values.quiet) {
    const style = styleFor(terminal.stdout, terminal.env);
    const { coverage = false, warnings = true } = values;
    const trace = traceForm(values) ?? "race";
    terminal.stdout.write(`${report({ trace, coverage, quiet: !warnings, width: WIDTH, style })}\n`);
  }
}
