/** `quiesce run`: walk one behaviour, at random or by a script. */
import { followScript, type LoadedSpec, load, run } from "../../index.js";
import { runsOf } from "../../modules/variants.js";
import { renderScripted, type ScriptedRun } from "../../report/index.js";
import { SpecError } from "../../syntax/diagnostic.js";
import { didYouMean } from "../../syntax/nearest.js";
import { EXIT, exitCodeOf } from "../exit-codes.js";
import { nodeHost } from "../host.js";
import { scriptedAsJson } from "../json.js";
import type { OptionValues } from "../options.js";
import { styleFor } from "../style.js";
import type { Terminal } from "../terminal.js";
import { searched } from "../underway.js";
import { worldFor } from "../world.js";
import { modelOptions } from "./model.js";
import { printOutcome, WIDTH } from "./outcome.js";

/**
 * Walks a behaviour and prints it. Gives the exit code.
 * @throws SpecError if there is nothing to walk; C030 if the spec has no run of that name
 */
export async function runCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const out = values.json ? terminal.stderr : terminal.stdout;
  const file = paths[0]!;
  const host = nodeHost(
    () => terminal.interrupts() > 0,
    (text) => out.write(`${text}\n`),
    worldFor(values, terminal),
  );
  terminal.underway({ kind: "search", ...searched(file, values), progress: null });
  const options = { ...modelOptions(file, values, terminal.cwd), host };
  if (values.script !== undefined) {
    const loaded = load(options);
    // The script asserts what it wants to be checked.
    const scripted = await followScript(loaded, values.script, { ...options, properties: [] });
    if (scripted === null) noSuchRun(values.script, loaded);
    terminal.underway(null);
    printScripted(scripted, file, values, terminal);
    return exitCodeOfScripted(scripted);
  }
  const outcome = await run({ ...options, seed: values.seed, steps: values.steps });
  terminal.underway(null);
  printOutcome(outcome, file, values, terminal);
  return exitCodeOf(outcome.result);
}

function printScripted(scripted: ScriptedRun, file: string, values: OptionValues, terminal: Terminal): void {
  const { json, quiet, trace = "race" } = values;
  const variant = { scenario: values.scenario ?? null, patch: values.patch ?? null };
  if (json) {
    terminal.stdout.write(scriptedAsJson(scripted, { file, ...variant }));
  } else if (!quiet) {
    const style = styleFor(terminal.stdout, terminal.env);
    terminal.stdout.write(`${renderScripted(scripted, { ...variant, trace, width: WIDTH, style })}\n`);
  }
}

/** The code of the same verdict in a check; that a step cannot be taken has its own. */
function exitCodeOfScripted(scripted: ScriptedRun): number {
  const { found } = scripted;
  if (found.kind === "reached") return EXIT.ok.code;
  switch (found.reason.kind) {
    case "false":
      return EXIT.assert.code;
    case "error":
      return found.reason.verdict === "assert" ? EXIT.assert.code : EXIT.specEvaluation.code;
    case "assumption":
      return EXIT.assumption.code;
    case "interrupted":
      return EXIT.interrupted.code;
    default:
      return EXIT.failed.code;
  }
}

function noSuchRun(name: string, { root }: LoadedSpec): never {
  const names = runsOf(root).map((unit) => unit.name.name);
  const known =
    names.length === 0 ? "it has none; write one as `run NAME == { … }`" : `it has ${names.join(", ")}`;
  const meant = didYouMean(name, names);
  throw new SpecError([
    {
      code: "C030",
      severity: "error",
      message: `${root.name.name} has no run \`${name}\``,
      span: root.name.span,
      notes: meant.length > 0 ? meant : [known],
    },
  ]);
}
