/** What elaboration keeps of theorems and proofs: nothing evaluates them, but their levels are checked. */
import type { Span } from "../syntax/source.js";
import type { Core } from "./core.js";

/** A theorem, or a step of a proof that has a statement. */
export interface StatementMeaning {
  readonly what: "assert" | "case" | "have" | "take" | "witness" | "pick" | "qed";
  /** What is stated: an ASSUME's facts and its goal, a step's formulas. */
  readonly formulas: readonly Core[];
  /** The sets of names: of TAKE, PICK, and NEW. */
  readonly sets: readonly Core[];
  readonly proof: ProofMeaning | null;
  readonly span: Span;
}

/** A proof: its statements, and the formulas that it uses as facts. */
export interface ProofMeaning {
  readonly steps: readonly StatementMeaning[];
  readonly facts: readonly Core[];
}
