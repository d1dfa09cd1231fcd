import type { IToken, TokenType } from "chevrotain";

/** A place where the text does not follow the grammar, before it is put into words. */
export interface Failure {
  readonly kind: FailureKind;
  /** Index of the token that the parser could not use; the number of tokens if the text ended. */
  readonly index: number;
  /** Index of the first token of the unit or statement that fails. */
  readonly start: number;
  /** The one token type that could stand there, if there is only one. */
  readonly expected: TokenType | null;
  /** The grammar rules that were being read, outermost first. */
  readonly rules: readonly string[];
  /** The first bullet of the list that shuts the token out, where it stands at or left of the list's column. */
  readonly outside: IToken | null;
  /** The levels of the proofs that were being read, outermost first; null for one without a step so far. */
  readonly levels: readonly (number | null)[];
}

export type FailureKind =
  /** Another token was needed, see `expected`. */
  | "mismatch"
  /** None of several ways to go on fits. */
  | "noAlternative"
  /** What was read is complete, and what follows belongs to nothing. */
  | "leftover"
  /** `;` is missing between two statements or items of a run. */
  | "noSemicolon"
  /** Defined with `=`; it was read as if it were `==`. */
  | "definedWithEquals"
  /** It stands behind what it belongs before; it was skipped. */
  | "misplaced"
  /** Constructs within constructs beyond the limit. */
  | "tooDeep"
  | ProofMistake;

/** What is wrong with a step of a proof that is well-formed by itself. */
export type ProofMistake =
  /** Its level is not that of the proof which it stands in, nor of one that may begin here. */
  | "wrongLevel"
  /** A proof after a step that has none. */
  | "proofOfNothing"
  /** A proof after that of a step. */
  | "secondProof"
  /** A step's name outside of any proof. */
  | "stepOutside"
  /** `<+>1` as an operand: it names no step yet. */
  | "stepToCome";

/** Thrown through the grammar's rules at a token that makes a mistake in a proof. */
export class ProofError extends Error {
  constructor(readonly mistake: ProofMistake) {
    super();
  }
}

/** Thrown through the grammar's rules when constructs are nested beyond the limit. */
export class TooDeep extends Error {}

/** Thrown when so many failures were found that the text cannot be meant for this grammar. */
export class TooMany extends Error {}
