/** `quiesce run`: walk one random behaviour. */
import { run } from "../../index.js";
import { exitCodeOf } from "../exit-codes.js";
import { nodeHost } from "../host.js";
import type { OptionValues } from "../options.js";
import type { Terminal } from "../terminal.js";
import { searched } from "../underway.js";
import { modelOptions } from "./model.js";
import { printOutcome } from "./outcome.js";

/**
 * Walks a behaviour and prints it. Gives the exit code.
 * @throws SpecError if there is nothing to walk
 */
export async function runCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const out = values.json ? terminal.stderr : terminal.stdout;
  const file = paths[0]!;
  terminal.underway({ kind: "search", ...searched(file, values), progress: null });
  const outcome = await run({
    ...modelOptions(file, values, terminal.cwd),
    seed: values.seed,
    steps: values.steps,
    host: nodeHost(terminal, (text) => out.write(`${text}\n`)),
  });
  terminal.underway(null);
  printOutcome(outcome, file, values, terminal);
  return exitCodeOf(outcome.result);
}
