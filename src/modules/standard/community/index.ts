/** The texts of the community modules, by name. */
import { bagsExt } from "./bags-ext.js";
import { bitwise } from "./bitwise.js";
import { combinatorics } from "./combinatorics.js";
import { differentialEquations } from "./differential-equations.js";
import { dyadicRationals } from "./dyadic-rationals.js";
import { finiteSetsExt } from "./finite-sets-ext.js";
import { folds } from "./folds.js";
import { functions } from "./functions.js";
import { graphViz } from "./graph-viz.js";
import { graphs } from "./graphs.js";
import { html } from "./html.js";
import { quorum } from "./quorum.js";
import { relation } from "./relation.js";
import { sequencesExt } from "./sequences-ext.js";
import { shiViz } from "./shiviz.js";
import { statistics } from "./statistics.js";
import { svg } from "./svg.js";
import { transitiveClosure } from "./transitive-closure.js";
import { undirectedGraphs } from "./undirected-graphs.js";
import { vectorClocks } from "./vector-clocks.js";

export const communityModules: Readonly<Record<string, string>> = {
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
  Quorum: quorum,
  Statistics: statistics,
  SVG: svg,
  HTML: html,
  ShiViz: shiViz,
  GraphViz: graphViz,
  DifferentialEquations: differentialEquations,
};
