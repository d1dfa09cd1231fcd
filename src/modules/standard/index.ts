import { parseModule } from "../../syntax/parse.js";
import { Source } from "../../syntax/source.js";
import { bags } from "./bags.js";
import { communityModules } from "./community/index.js";
import { overrides as overridesOwn } from "./community/native-keys.js";
import { csv } from "./csv.js";
import { finiteSets } from "./finite-sets.js";
import { ioUtils } from "./input-output.js";
import { integers } from "./integers.js";
import { json } from "./json.js";
import { naturals } from "./naturals.js";
import { proofModules } from "./proofs/index.js";
import { randomization } from "./randomization.js";
import { realTime } from "./real-time.js";
import { reals } from "./reals.js";
import { sequences } from "./sequences.js";
import { tlc } from "./tlc.js";
import { tlcExt } from "./tlc-ext.js";
import { toolbox } from "./toolbox.js";

export { handsOnQuietly } from "./community/quiet-names.js";
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
    TLCExt: tlcExt,
    Json: json,
    CSV: csv,
    IOUtils: ioUtils,
    Randomization: randomization,
    RealTime: realTime,
    Toolbox: toolbox,
    ...communityModules,
    ...proofModules,
  }).map(([name, text]) => [name, new Source(`standard:${name}`, text)]),
);

/**
 * Whether an operator of a module that a spec brings along, in the place of the one that comes with the tool, is computed
 * natively all the same, as TLC does: if it has as many parameters as there.
 */
export function overrides(module: string, operator: string, arity: number): boolean {
  if (!overridesOwn(module, operator, arity)) return false;
  const source = standardModules.get(module);
  const units = source === undefined ? [] : (parseModule(source).module?.units ?? []);
  return units.some(
    (unit) => unit.kind === "definition" && unit.name.name === operator && unit.params.length === arity,
  );
}

/** Whether a text is one of the modules that come with the tool. */
export function isStandard(source: Source): boolean {
  return [...standardModules.values()].includes(source);
}
