import { nativeKeys } from "../modules/standard/index.js";
import { nearest } from "../syntax/nearest.js";

/** What to write instead of an unknown name: a module to extend, or a name that is spelt nearly so. */
export function proposals(name: string, visible: { names(): Iterable<string> }): readonly string[] {
  const module = standardModuleOf(name);
  if (module !== null) return [`it is defined in the standard module ${module}: write EXTENDS ${module}`];
  return didYouMean(name, visible.names());
}

/** A note with the nearest of some names, if one is near. */
export function didYouMean(name: string, candidates: Iterable<string>): readonly string[] {
  const proposal = nearest(name, candidates);
  return proposal === undefined ? [] : [`did you mean ${proposal}?`];
}

/** The standard module that whoever misses an operator would extend. */
function standardModuleOf(name: string): string | null {
  for (const key of nativeKeys) {
    const bang = key.indexOf("!");
    if (key.slice(bang + 1) !== name) continue;
    const module = key.slice(0, bang);
    // Integers has all of Naturals, and whoever subtracts will want it.
    return module === "Naturals" ? "Integers" : module;
  }
  return null;
}
