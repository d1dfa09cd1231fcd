/** `quiesce run`: walk one random behaviour. */
import { run } from "../../index.js";
import { exitCodeOf } from "../exit-codes.js";
import { describeFailure, printFailure } from "../failure.js";
import { nodeHost } from "../host.js";
import type { OptionValues } from "../options.js";
import type { Terminal } from "../terminal.js";
import { modelOptions } from "./model.js";
import { printOutcome } from "./outcome.js";

/** Walks a behaviour and prints it. Gives the exit code. */
export async function runCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const host = nodeHost(terminal, (text) =>
    (values.json ? terminal.stderr : terminal.stdout).write(`${text}\n`),
  );
  const file = paths[0]!;
  try {
    const outcome = await run({
      ...modelOptions(file, values, terminal.cwd),
      seed: values.seed,
      steps: values.steps,
      host,
    });
    printOutcome(outcome, file, values, terminal);
    return exitCodeOf(outcome.result);
  } catch (thrown) {
    const { scenario = null, patch = null } = values;
    const json = values.json ? { file, scenario, patch } : null;
    return printFailure(describeFailure(thrown, values.debug === true), terminal, json);
  } finally {
    host.close();
  }
}
