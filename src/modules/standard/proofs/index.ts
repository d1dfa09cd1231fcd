/** The texts of the modules that specs extend for their proofs, by name. */
import { bagsTheorems } from "./bags-theorems.js";
import { finiteSetTheorems } from "./finite-set-theorems.js";
import { finiteSetsExtTheorems } from "./finite-sets-ext-theorems.js";
import { foldsTheorems } from "./folds-theorems.js";
import { functionTheorems } from "./function-theorems.js";
import { graphTheorems } from "./graph-theorems.js";
import { naturalsInduction } from "./naturals-induction.js";
import { quorumTheorems } from "./quorum-theorems.js";
import { sequenceTheorems } from "./sequence-theorems.js";
import { sequencesExtTheorems } from "./sequences-ext-theorems.js";
import { tlaps } from "./tlaps.js";
import { wellFoundedInduction } from "./well-founded-induction.js";

export const proofModules: Readonly<Record<string, string>> = {
  TLAPS: tlaps,
  NaturalsInduction: naturalsInduction,
  WellFoundedInduction: wellFoundedInduction,
  FiniteSetTheorems: finiteSetTheorems,
  SequenceTheorems: sequenceTheorems,
  FunctionTheorems: functionTheorems,
  BagsTheorems: bagsTheorems,
  SequencesExtTheorems: sequencesExtTheorems,
  FiniteSetsExtTheorems: finiteSetsExtTheorems,
  FoldsTheorems: foldsTheorems,
  GraphTheorems: graphTheorems,
  QuorumTheorems: quorumTheorems,
};
