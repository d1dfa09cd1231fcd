/** From the command line to a model: the part that `check` and `run` share. */

import type { ModelOptions } from "../../index.js";
import type { ModuleFinder } from "../../modules/load.js";
import { parseTranslated } from "../../pluscal/module.js";
import { exists, fileFinder, readSource, readSpec } from "../files.js";
import type { OptionValues } from "../options.js";
import { translationOptions } from "./translate.js";

/**
 * Reads the spec and its configuration.
 * @throws SpecError if a file cannot be read
 */
export function modelOptions(file: string, values: OptionValues, cwd: string): ModelOptions {
  const { text } = readSpec(file, cwd);
  return {
    text,
    name: file,
    find: values.translate ? translating(fileFinder(cwd), values) : fileFinder(cwd),
    config: configFor(file, values.config, cwd),
    scenario: values.scenario,
    patch: values.patch,
    memory: values.memory,
    buffer: values.buffer,
    sets: values.set,
    properties: values.property,
    view: values.view,
    safetyOnly: values.safetyOnly,
    // Without --no-deadlock the spec has its say.
    deadlock: values.deadlock === false ? false : undefined,
  };
}

/** A finder of modules whose algorithms are translated as they are read. */
function translating(finder: ModuleFinder, values: OptionValues): ModuleFinder {
  const options = translationOptions(values);
  return { ...finder, read: (source) => parseTranslated(source, options) };
}

/** The configuration given, or for a TLA+ module the one beside it, if there is one. */
function configFor(file: string, given: string | undefined, cwd: string): ModelOptions["config"] {
  const beside = file.replace(/\.tla$/, ".cfg");
  // Without one, what stands in the module's own file counts.
  if (given === undefined && (beside === file || !exists(beside, cwd))) return undefined;
  const { name, text } = readSource(given ?? beside, cwd);
  return { name, text };
}
