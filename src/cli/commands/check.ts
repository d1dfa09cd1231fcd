/** `quiesce check`: explore everything. */
import { check } from "../../index.js";
import { exitCodeOf } from "../exit-codes.js";
import { describeFailure, printFailure } from "../failure.js";
import { nodeHost } from "../host.js";
import type { OptionValues } from "../options.js";
import { progressLine } from "../progress.js";
import type { Terminal } from "../terminal.js";
import { modelOptions } from "./model.js";
import { printOutcome } from "./outcome.js";

/** Checks a spec and reports. Gives the exit code. */
export async function checkCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const progress = values.quiet ? null : progressLine(terminal.stderr);
  const host = nodeHost(terminal, (text) => {
    progress?.clear();
    (values.json ? terminal.stderr : terminal.stdout).write(`${text}\n`);
  });
  const file = paths[0]!;
  try {
    const outcome = await check({
      ...modelOptions(file, values, terminal.cwd),
      continue: values.continue,
      maxStates: values.maxStates,
      timeoutSeconds: values.timeout,
      onProgress: (figures) => progress?.show(figures),
      host,
    });
    progress?.clear();
    printOutcome(outcome, file, values, terminal);
    return exitCodeOf(outcome.result);
  } catch (thrown) {
    progress?.clear();
    const { scenario = null, patch = null } = values;
    const json = values.json ? { file, scenario, patch } : null;
    return printFailure(describeFailure(thrown, values.debug === true), terminal, json);
  } finally {
    host.close();
  }
}
