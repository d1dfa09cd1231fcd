/** `quiesce check`: explore everything. */
import { check } from "../../index.js";
import { exitCodeOf } from "../exit-codes.js";
import { nodeHost } from "../host.js";
import type { OptionValues } from "../options.js";
import { progressLines } from "../progress.js";
import type { Terminal } from "../terminal.js";
import { modelOptions } from "./model.js";
import { printOutcome } from "./outcome.js";

/**
 * Checks a spec and reports. Gives the exit code.
 * @throws SpecError if there is nothing to check
 */
export async function checkCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const out = values.json ? terminal.stderr : terminal.stdout;
  const line = progressLines();
  const file = paths[0]!;
  const outcome = await check({
    ...modelOptions(file, values, terminal.cwd),
    continue: values.continue,
    maxStates: values.maxStates,
    timeoutSeconds: values.timeout,
    onProgress: values.quiet ? undefined : (progress) => terminal.status(line(progress)),
    host: nodeHost(terminal, (text) => out.write(`${text}\n`)),
  });
  terminal.status(null);
  printOutcome(outcome, file, values, terminal);
  return exitCodeOf(outcome.result);
}
