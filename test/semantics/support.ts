/** What elaboration says of modules given as text. */
import { parseConfig } from "../../src/modules/config.js";
import { loadProgram } from "../../src/modules/load.js";
import { buildModel, type ModelExtras } from "../../src/semantics/build-model.js";
import type { Model } from "../../src/semantics/model.js";
import { type Diagnostic, SpecError } from "../../src/syntax/diagnostic.js";
import { location, Source } from "../../src/syntax/source.js";
import { finderOf } from "../support/model.js";

/** Modules by name, beside the module M that a test is about. */
export type Modules = Readonly<Record<string, string>>;

/** A model of module M with the units given, and a configuration. */
export function build(units: string, config: string, modules: Modules = {}, extra: ModelExtras = {}): Model {
  const text = `---- MODULE M ----\n${units}\n====\n`;
  const program = loadProgram(new Source("M.tla", text), finderOf(modules));
  return buildModel(program, parseConfig(new Source("M.cfg", config)), extra);
}

/** A diagnostic in one line: code, place, message, notes. */
export function line({ code, span, message, notes }: Diagnostic): string {
  return [`${code} ${span ? `${location(span)} ` : ""}${message}`, ...(notes ?? [])].join("; ");
}

/** What is wrong, one line each; none if nothing is. */
export function errors(action: () => unknown): readonly string[] {
  try {
    action();
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.diagnostics.filter((d) => d.severity === "error").map(line);
  }
}

/** The errors of a module without a configuration, if it had no variables and constants to configure. */
export function moduleErrors(units: string, modules: Modules = {}): readonly string[] {
  return errors(() => build(units, "", modules)).filter(
    (e) => !e.startsWith("M030") && !e.startsWith("M035"),
  );
}
