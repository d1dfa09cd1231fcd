/** What SANY's verdict on a module is made of: names, numbers of arguments, levels. No configuration is needed. */
import type { Program } from "../modules/load.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { LevelChecker } from "./check-levels.js";
import { Elaboration } from "./elaborate.js";

/**
 * Everything that is wrong with the names and levels of a program's modules, and the warnings. Levels are looked at
 * only where every name has a meaning.
 * @throws SpecError if an expression nests too deeply to be looked at.
 */
export function checkProgram(program: Program): readonly Diagnostic[] {
  const elaboration = new Elaboration(program, {
    steps: new Map(),
    displayNames: new Map(),
    replaced: new Set(),
  });
  const { problems } = elaboration;
  if (!problems.failed) {
    const levels = new LevelChecker(problems);
    for (const module of elaboration.modules.values()) levels.module(module);
  }
  return problems.list();
}
