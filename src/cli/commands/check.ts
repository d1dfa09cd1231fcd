/** `quiesce check`: explore everything. */
import type { Progress } from "../../explore/host.js";
import { check } from "../../index.js";
import { exitCodeOf } from "../exit-codes.js";
import { nodeHost } from "../host.js";
import type { OptionValues } from "../options.js";
import { progressLines } from "../progress.js";
import type { Terminal } from "../terminal.js";
import { searched } from "../underway.js";
import { modelOptions } from "./model.js";
import { printOutcome } from "./outcome.js";

/** Milliseconds after which a search shows its progress. */
const VISIBLE = 100;

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
  const tell = (progress: Progress | null) =>
    terminal.underway({ kind: "search", ...searched(file, values), progress });
  tell(null);
  const outcome = await check({
    ...modelOptions(file, values, terminal.cwd),
    continue: values.continue,
    maxStates: values.maxStates,
    timeoutSeconds: values.timeout,
    onProgress: (progress) => {
      tell(progress);
      // What takes no time needs no line.
      if (!values.quiet && progress.elapsed >= VISIBLE) terminal.status(line(progress));
    },
    host: nodeHost(terminal, (text) => out.write(`${text}\n`)),
  });
  terminal.underway(null);
  terminal.status(null);
  printOutcome(outcome, file, values, terminal);
  return exitCodeOf(outcome.result);
}
