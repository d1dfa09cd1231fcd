/** `quiesce export`: a spec as TLA+. */
import { exportSpec } from "../../semantics/export.js";
import { prepare } from "../../semantics/prepare.js";
import { fail } from "../../syntax/diagnostic.js";
import { renderDiagnostics } from "../../syntax/render.js";
import { EXIT } from "../exit-codes.js";
import { fileFinder, readSpec, writeFiles } from "../files.js";
import type { OptionValues } from "../options.js";
import { styleFor } from "../style.js";
import type { Terminal } from "../terminal.js";

/**
 * Writes the module that a spec means, its configurations and what it needs, and prints their names.
 * Gives the exit code.
 * @throws SpecError with what is wrong with the spec; C012 if it is a TLA+ module already
 */
export async function exportCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  const { scenario, patch, memory, buffer, set: sets } = values;
  const file = paths[0]!;
  const source = readSpec(file, cwd);
  if (file.endsWith(".tla")) refuse(file);
  const { translation, model, program, config } = prepare(source, fileFinder(cwd), {
    ...(scenario !== undefined && { scenario }),
    ...(patch !== undefined && { patch }),
    ...(memory !== undefined && { memory }),
    ...(buffer !== undefined && { buffer }),
    ...(sets !== undefined && { sets: [...sets] }),
    safetyOnly: true,
  });
  if (translation === null) refuse(file);
  const { name, tla, cfg, witnesses, modules } = exportSpec({ translation, config, program });
  const written = writeFiles(
    values.out!,
    [
      { name: `${name}.tla`, text: tla },
      { name: `${name}.cfg`, text: cfg },
      ...witnesses.map((witness) => ({ name: `${name}_${witness.name}.cfg`, text: witness.cfg })),
      ...modules.map((module) => ({ name: `${module.name}.tla`, text: module.text })),
    ],
    cwd,
  );
  terminal.stdout.write(written.map((path) => `${path}\n`).join(""));
  if (model.warnings.length > 0) {
    const style = styleFor(terminal.stderr, terminal.env);
    terminal.stderr.write(`${renderDiagnostics(model.warnings, style)}\n`);
  }
  return EXIT.ok.code;
}

function refuse(file: string): never {
  fail("C012", `\`${file}\` is TLA+ already; only .qsc specs are exported`);
}
