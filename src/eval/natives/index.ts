/** The operators of the standard modules that evaluators compute themselves. */
import { integersModule, naturals, reals } from "./arithmetic.js";
import { bags } from "./bags.js";
import { finiteSets } from "./finite-sets.js";
import type { Native, NativeTable } from "./native.js";
import { sequences } from "./sequences.js";
import { tlc } from "./tlc.js";

export type { Native, NativeArgument, NativeContext } from "./native.js";

const modules: Readonly<Record<string, NativeTable>> = {
  Naturals: naturals,
  Integers: integersModule,
  Reals: reals,
  Sequences: sequences,
  FiniteSets: finiteSets,
  Bags: bags,
  TLC: tlc,
};

/** All of them by key, `Module!Op`: `Naturals!+`, `Integers!-.` (prefix minus), `Sequences!\o`. */
export const natives: ReadonlyMap<string, Native> = new Map(
  Object.entries(modules).flatMap(([module, table]) =>
    Object.entries(table).map(([name, native]) => [`${module}!${name}`, native] as const),
  ),
);
