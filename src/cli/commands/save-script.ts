/** `--save-script`: a counterexample as a unit that replays it. */
import type { Result } from "../../explore/result.js";
import { runsOf } from "../../modules/variants.js";
import type { LoadedSpec } from "../../semantics/prepare.js";
import { fail } from "../../syntax/diagnostic.js";
import { exists, writeNewFile } from "../files.js";
import type { OptionValues } from "../options.js";
import type { Terminal } from "../terminal.js";

/** Where a script goes, and under which name. */
export interface ScriptSaver {
  readonly name: string;
  /** Writes the script; null: says why there is none. */
  write(script: string | null, result: Result): void;
}

/**
 * What `--save-script` asks for; null: nothing.
 * @throws SpecError C031 if `--out` is given alone, C032 if its file is there already, C033 if the
 *   spec has a run of that name
 */
export function scriptSaver(
  { saveScript: name, outFile, json, scenario, patch, memory }: OptionValues,
  { root }: LoadedSpec,
  terminal: Terminal,
): ScriptSaver | null {
  if (name === undefined) {
    if (outFile === undefined) return null;
    fail("C031", "`--out` says where `--save-script` writes to; give `--save-script NAME` too");
  }
  if (outFile !== undefined && exists(outFile, terminal.cwd)) {
    fail("C032", `\`${outFile}\` is there already, and a script is written to a new file only`);
  }
  if (runsOf(root).some((run) => run.name.name === name)) {
    fail("C033", `${root.name.name} has a run \`${name}\` already; choose another name`);
  }
  const options = [
    ...(scenario === undefined ? [] : [`--scenario ${scenario}`]),
    ...(patch === undefined ? [] : [`--patch ${patch}`]),
    ...(memory === undefined ? [] : [`--memory ${memory}`]),
  ];
  const replay = ["quiesce run FILE --script", name, ...options].join(" ");
  return {
    name,
    write(script, { violations }) {
      if (script === null) {
        const why =
          violations.length === 0
            ? "no counterexample was found"
            : "the counterexample has steps that no run can name";
        terminal.stderr.write(`no script is written: ${why}\n`);
        return;
      }
      const text = `${script}\n`;
      if (outFile === undefined) {
        // The one object has it already.
        if (!json) terminal.stdout.write(`\n\\* in the spec, replayed by: ${replay}\n${text}`);
        return;
      }
      writeNewFile(outFile, `\\* ${replay}\n${text}`, terminal.cwd);
      terminal.stderr.write(`wrote the run ${name} to ${outFile}\n`);
    },
  };
}
