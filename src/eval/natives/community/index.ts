/** The operators of the community modules that evaluators compute themselves, by module. */
import type { NativeTable } from "../native.js";
import { bagsExt } from "./bags-ext.js";
import { finiteSetsExt } from "./finite-sets-ext.js";
import { folds } from "./folds.js";
import { functions } from "./functions.js";
import { graphs, undirectedGraphs } from "./graphs.js";
import { bitwise, combinatorics, dyadicRationals } from "./numbers.js";
import { relation, transitiveClosure } from "./relation.js";
import { sequencesExt } from "./sequences-ext.js";
import { statistics } from "./statistics.js";
import { graphViz, svg } from "./svg.js";
import { vectorClocks } from "./vector-clocks.js";

/** The tables by the names of their modules. */
export const communityNatives: Readonly<Record<string, NativeTable>> = {
  Folds: folds,
  Functions: functions,
  FiniteSetsExt: finiteSetsExt,
  SequencesExt: sequencesExt,
  BagsExt: bagsExt,
  Relation: relation,
  TransitiveClosure: transitiveClosure,
  Graphs: graphs,
  UndirectedGraphs: undirectedGraphs,
  Bitwise: bitwise,
  Combinatorics: combinatorics,
  DyadicRationals: dyadicRationals,
  VectorClocks: vectorClocks,
  Statistics: statistics,
  SVG: svg,
  GraphViz: graphViz,
};
