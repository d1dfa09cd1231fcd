/** `quiesce check --load-trace`: is this trace a behaviour of the spec? */
import { load, loadTrace } from "../../index.js";
import { type LoadedTrace, loadedTraceToJson, renderLoadedTrace } from "../../report/index.js";
import { EXIT } from "../exit-codes.js";
import { readSource } from "../files.js";
import { oneObject } from "../json.js";
import type { OptionValues } from "../options.js";
import { styleFor } from "../style.js";
import type { Terminal } from "../terminal.js";
import { writeTraces } from "../trace-files.js";
import { exploring } from "./exploring.js";
import { modelOptions } from "./model.js";
import { traceForm, WIDTH } from "./outcome.js";

/**
 * Follows a trace and says how far it goes. Gives the exit code: 0 if it is a behaviour, 1 if not.
 * @throws SpecError if the spec or the trace cannot be read
 */
export async function loadTraceCommand(
  file: string,
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const { name, text } = readSource(values.loadTrace!, terminal.cwd);
  const work = exploring(file, values, terminal);
  const options = modelOptions(file, values, terminal.cwd);
  let loaded: LoadedTrace;
  try {
    loaded = await loadTrace(load(options), { ...options, trace: { name, text }, host: work.host });
  } finally {
    work.end();
  }
  const { found, model } = loaded;
  if (values.json) {
    terminal.stdout.write(oneObject(loadedTraceToJson(loaded, { file, trace: name })));
  } else if (!values.quiet) {
    const style = styleFor(terminal.stdout, terminal.env);
    const trace = traceForm(values) ?? "states";
    // A trace that is fine is shown only where a form is asked for: its file has it.
    const showAll = traceForm(values) !== undefined;
    terminal.stdout.write(
      `${renderLoadedTrace(loaded, { file: name, width: WIDTH, style, trace, showAll })}\n`,
    );
  }
  const { traceOut, scenario = null, patch = null } = values;
  if (traceOut !== undefined && found.trace.length > 0) {
    // Completed: with all variables, and the actions that were taken.
    const behaviour = { verdict: null, property: null, loopStart: loaded.given.loop, trace: found.trace };
    writeTraces(traceOut, behaviour, model, { file, scenario, patch }, terminal.cwd);
  }
  if (found.kind === "behaviour") return EXIT.ok.code;
  return found.why.kind === "interrupted" ? EXIT.interrupted.code : EXIT.failed.code;
}
