/** `quiesce parse`: is it a spec? */
import { parse } from "../../index.js";
import { loadProgram } from "../../modules/load.js";
import { checkProgram } from "../../semantics/check-program.js";
import { SpecError } from "../../syntax/diagnostic.js";
import { dumpModule } from "../../syntax/dump.js";
import { renderDiagnostics } from "../../syntax/render.js";
import { EXIT } from "../exit-codes.js";
import { fileFinder, readSpec } from "../files.js";
import type { OptionValues } from "../options.js";
import { styleFor } from "../style.js";
import type { Terminal } from "../terminal.js";

/**
 * Reads a file and tells its syntax errors, or what it is; with `--names` its other errors too. Gives the exit code.
 * @throws SpecError with the errors
 */
export async function parseCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const source = readSpec(paths[0]!, terminal.cwd);
  const { module, diagnostics: found } = parse(source.text, source.name);
  const { name } = source;
  // A spec's names mean something only once it is translated, which `check` does.
  const diagnostics =
    values.names && module?.form === "module"
      ? [...found, ...checkProgram(loadProgram(source, fileFinder(terminal.cwd)))]
      : found;
  if (module === null || diagnostics.some(({ severity }) => severity === "error")) {
    throw new SpecError(diagnostics);
  }
  if (diagnostics.length > 0) {
    const style = styleFor(terminal.stderr, terminal.env);
    terminal.stderr.write(`${renderDiagnostics(diagnostics, style)}\n`);
  }
  const what = module.form === "spec" ? "spec" : "module";
  const count = `${module.units.length} ${module.units.length === 1 ? "unit" : "units"}`;
  terminal.stdout.write(
    values.ast ? `${dumpModule(module)}\n` : `${name}: ${what} ${module.name.name}, ${count}\n`,
  );
  return EXIT.ok.code;
}
