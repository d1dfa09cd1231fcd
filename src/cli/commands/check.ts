/** `quiesce check`: explore everything. */
import type { Progress } from "../../explore/host.js";
import { checkVariant, load } from "../../index.js";
import { exitCodeOf } from "../exit-codes.js";
import { nodeHost } from "../host.js";
import type { OptionValues } from "../options.js";
import { progressLines } from "../progress.js";
import type { Terminal } from "../terminal.js";
import { searched } from "../underway.js";
import { modelOptions } from "./model.js";
import { printOutcome } from "./outcome.js";
import { scriptSaver } from "./save-script.js";

/** Milliseconds after which a search shows its progress. */
const VISIBLE = 100;

/**
 * Checks a spec and reports. Gives the exit code.
 * @throws SpecError if there is nothing to check, or no place for the script that was asked for
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
  const options = modelOptions(file, values, terminal.cwd);
  const loaded = load(options);
  const save = scriptSaver(values, loaded, terminal);
  const outcome = await checkVariant(loaded, {
    ...options,
    continue: values.continue,
    maxStates: values.maxStates,
    timeoutSeconds: values.timeout,
    onProgress: (progress) => {
      tell(progress);
      // What takes no time needs no line.
      if (!values.quiet && progress.elapsed >= VISIBLE) terminal.status(line(progress));
    },
    host: nodeHost(
      () => terminal.interrupts() > 0,
      (text) => out.write(`${text}\n`),
    ),
  });
  terminal.underway(null);
  terminal.status(null);
  const script = save === null ? null : outcome.script(save.name);
  printOutcome(outcome, file, values, terminal, script);
  save?.write(script, outcome.result);
  return exitCodeOf(outcome.result);
}
