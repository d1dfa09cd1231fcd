/** `quiesce anchors`: which functions does a spec stand for? */
import { anchorMarkdown, anchorTable, anchorText } from "../../report/index.js";
import { DEFAULTS, scenarioChoices } from "../../review/cells.js";
import { loadSpec, prepareVariant } from "../../semantics/prepare.js";
import { EXIT } from "../exit-codes.js";
import { fileFinder, readSpec } from "../files.js";
import { anchorsAsJson } from "../json.js";
import type { OptionValues } from "../options.js";
import type { Terminal } from "../terminal.js";
import { WIDTH } from "./outcome.js";

/**
 * Prints the table of a spec's steps. Gives the exit code.
 * @throws SpecError with what is wrong with the spec
 */
export async function anchorsCommand(
  paths: readonly string[],
  { scenario, patch, json, tableForm = "text" }: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const file = paths[0]!;
  const loaded = loadSpec(readSpec(file, terminal.cwd), fileFinder(terminal.cwd));
  // Steps are the same in all scenarios; one has to be taken where constants have no defaults.
  const [any] = scenarioChoices(loaded.root);
  const chosen = scenario ?? (any?.name === DEFAULTS ? undefined : any?.name);
  const { model } = prepareVariant(loaded, {
    ...(chosen !== undefined && { scenario: chosen }),
    ...(patch !== undefined && { patch }),
    safetyOnly: true,
  });
  const table = anchorTable(model);
  if (json) {
    const about = { file, scenario: scenario ?? null, patch: patch ?? null };
    terminal.stdout.write(anchorsAsJson(table, about));
  } else {
    const text = tableForm === "markdown" ? anchorMarkdown(table) : anchorText(table, WIDTH);
    terminal.stdout.write(`${text}\n`);
  }
  return EXIT.ok.code;
}
