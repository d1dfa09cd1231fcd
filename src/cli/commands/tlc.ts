/** `quiesce tlc`: TLC's flags, and at the end TLC's lines. */
import { tlcLines } from "../../report/index.js";
import type { OptionValues } from "../options.js";
import type { Terminal } from "../terminal.js";
import { checkCommand } from "./check.js";

/**
 * Checks as `quiesce check` does, with the options that TLC's flags were translated to. States are shown one by one
 * unless another form is asked for; what scripts look for stands at the end. Gives the exit code.
 * @throws SpecError as `checkCommand` does
 */
export function tlcCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const form = values.trace === undefined && values.diffTrace !== true ? ({ trace: "states" } as const) : {};
  return checkCommand(paths, { ...values, ...form }, terminal, ({ result }) => {
    if (values.json === true) return;
    terminal.stdout.write(`${tlcLines(result).join("\n")}\n`);
  });
}
