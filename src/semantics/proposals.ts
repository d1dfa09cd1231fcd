import { nativeKeys, standardModules } from "../modules/standard/index.js";
import { didYouMean } from "../syntax/nearest.js";

/** What to write instead of an unknown name: a module to extend, or a name that is spelt nearly so. */
export function proposals(name: string, visible: { names(): Iterable<string> }): readonly string[] {
  const module = standardModuleOf(name);
  if (module !== null) return [`it is defined in the standard module ${module}: write EXTENDS ${module}`];
  return didYouMean(name, visible.names());
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
  return /^\w+$/.test(name) ? moduleOfText(name) : null;
}

/** The first standard module whose text defines or states a name for others. */
function moduleOfText(name: string): string | null {
  const head = new RegExp(`^(?:THEOREM |LEMMA )?${name}(?:\\(.*\\))? ==`, "m");
  for (const [module, source] of standardModules) if (head.test(source.text)) return module;
  return null;
}
