/** Module FiniteSets. */
import { cardinality, decideFinite } from "../../values/index.js";
import { type NativeTable, pure, set } from "./native.js";

/** The operators of FiniteSets. */
export const finiteSets: NativeTable = {
  IsFiniteSet: pure(1, (s) => decideFinite(set(s!, "only", "IsFiniteSet"))),
  Cardinality: pure(1, (s) => cardinality(set(s!, "only", "Cardinality"))),
};
