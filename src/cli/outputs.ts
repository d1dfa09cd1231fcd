/** Files that a command writes, and those that it reads. */
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { fail } from "../syntax/diagnostic.js";

/** A file that an option asks to be written. */
export interface Output {
  /** The option, e.g. `--dump`. */
  readonly option: string;
  readonly path: string | undefined;
}

/**
 * Sees to it that nothing is written over what is read, whatever links lead to it.
 * @throws SpecError C052 if an option names one of the inputs
 */
export function protectInputs(outputs: readonly Output[], inputs: readonly string[], cwd: string): void {
  const read = new Set(inputs.map((path) => real(path, cwd)));
  for (const { option, path } of outputs) {
    if (path === undefined || !read.has(real(path, cwd))) continue;
    fail("C052", `\`${option} ${path}\` would write over a file that is read here`, undefined, [
      "give it another name",
    ]);
  }
}

/** Where a path leads; a file that is not there yet is where it is going to be. */
function real(path: string, cwd: string): string {
  const full = resolve(cwd, path);
  try {
    return realpathSync(full);
  } catch {
    return full;
  }
}
