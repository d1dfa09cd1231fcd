/** The operators of the standard modules that evaluators compute themselves. */
import { integersModule, naturals, reals } from "./arithmetic.js";
import { bags } from "./bags.js";
import { communityNatives } from "./community/index.js";
import { csv } from "./csv.js";
import { finiteSets } from "./finite-sets.js";
import { ioUtils } from "./input-output.js";
import { json } from "./json.js";
import type { Native, NativeTable } from "./native.js";
import { randomization } from "./randomization.js";
import { sequences } from "./sequences.js";
import { tlc } from "./tlc.js";
import { tlcExt } from "./tlc-ext.js";

export type { Native, NativeArgument, NativeContext, SearchFacts } from "./native.js";

const modules: Readonly<Record<string, NativeTable>> = {
  Naturals: naturals,
  Integers: integersModule,
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
  ...communityNatives,
};

/** All of them by key, `Module!Op`: `Naturals!+`, `Integers!-.` (prefix minus), `Sequences!\o`. */
export const natives: ReadonlyMap<string, Native> = new Map(
  Object.entries(modules).flatMap(([module, table]) =>
    Object.entries(table).map(([name, native]) => [`${module}!${name}`, native] as const),
  ),
);
