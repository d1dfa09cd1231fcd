/** A result on the terminal. */
import type { Outcome } from "../../index.js";
import { resultAsJson } from "../json.js";
import type { OptionValues } from "../options.js";
import { styleFor } from "../style.js";
import type { Terminal } from "../terminal.js";

/** Reports stay within what a mail quotes well. */
const WIDTH = 75;

/** Prints the report, or the one JSON object, or nothing. */
export function printOutcome(
  { result, model, report }: Outcome,
  file: string,
  values: OptionValues,
  terminal: Terminal,
): void {
  const { scenario = null, patch = null } = values;
  if (values.json) {
    terminal.stdout.write(resultAsJson(result, model, { file, scenario, patch }));
  } else if (!values.quiet) {
    const style = styleFor(terminal.stdout, terminal.env);
    terminal.stdout.write(`${report({ trace: values.trace ?? "race", width: WIDTH, style })}\n`);
  }
}
