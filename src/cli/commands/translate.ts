/** `quiesce translate`: the algorithm of a module as TLA+. */
import { extname } from "node:path";
import { type TranslatedText, translateText } from "../../pluscal/file.js";
import { DEFAULT_OPTIONS, type TranslationOptions } from "../../pluscal/options.js";
import { fail } from "../../syntax/diagnostic.js";
import { EXIT } from "../exit-codes.js";
import { readSpec, replaceFile } from "../files.js";
import type { OptionValues } from "../options.js";
import type { Terminal } from "../terminal.js";

/**
 * Translates the PlusCal algorithm of a module and writes the translation into the module's file; the file as it was
 * is kept beside it. Gives the exit code.
 * @throws SpecError with what is wrong with the algorithm, or if the file cannot be written
 */
export async function translateCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const file = paths[0]!;
  if (extname(file) !== ".tla") fail("C060", `\`${file}\` has no PlusCal algorithm: only .tla files do`);
  const source = readSpec(file, terminal.cwd);
  const translated = translateText(source, translationOptions(values));
  const { stdout } = terminal;
  if (values.stdout) {
    stdout.write(translated.text);
    return EXIT.ok.code;
  }
  const current = translated.text === source.text;
  if (values.upToDate) {
    stdout.write(
      current ? `${file}: the translation is up to date\n` : `${file}: the translation is stale\n`,
    );
    return current ? EXIT.ok.code : EXIT.failed.code;
  }
  if (current) stdout.write(`${file}: the translation is up to date\n`);
  else {
    const backup = replaceFile(file, translated.text, ".old", terminal.cwd);
    stdout.write(`${file}: translated; the file as it was is ${backup}\n`);
  }
  stdout.write(remarks(translated));
  return EXIT.ok.code;
}

/** What the flags say of a translation. */
export function translationOptions(values: OptionValues): TranslationOptions {
  return {
    ...DEFAULT_OPTIONS,
    label: values.label ?? DEFAULT_OPTIONS.label,
    labelRoot: values.labelRoot ?? DEFAULT_OPTIONS.labelRoot,
    fairness: values.fairness ?? DEFAULT_OPTIONS.fairness,
    termination: values.termination ?? DEFAULT_OPTIONS.termination,
    noDoneDisjunct: values.doneDisjunct === false,
    lineWidth: values.lineWidth ?? DEFAULT_OPTIONS.lineWidth,
  };
}

/** What the user may not expect of a translation. */
function remarks({ translation: { added, renamed } }: TranslatedText): string {
  const labels = added.map(
    ({ name, at }) => `  label ${name} was added at line ${at.line}, column ${at.column}\n`,
  );
  return [
    ...labels,
    ...(renamed ? ["  names were changed: see the first lines of the translation\n"] : []),
  ].join("");
}
