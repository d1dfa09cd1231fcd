import { Source } from "../../syntax/source.js";
import { bags } from "./bags.js";
import { finiteSets } from "./finite-sets.js";
import { integers } from "./integers.js";
import { naturals } from "./naturals.js";
import { reals } from "./reals.js";
import { sequences } from "./sequences.js";
import { tlc } from "./tlc.js";

export { nativeKeys } from "./native-keys.js";

/** The modules that come with the tool, by name. Their texts' names start with `standard:`. */
export const standardModules: ReadonlyMap<string, Source> = new Map(
  Object.entries({
    Naturals: naturals,
    Integers: integers,
    Reals: reals,
    Sequences: sequences,
    FiniteSets: finiteSets,
    Bags: bags,
    TLC: tlc,
  }).map(([name, text]) => [name, new Source(`standard:${name}`, text)]),
);

/** Whether a text is one of the modules that come with the tool. */
export function isStandard(source: Source): boolean {
  return [...standardModules.values()].includes(source);
}
