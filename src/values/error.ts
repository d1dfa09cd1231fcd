import type { Value } from "./value.js";

/**
 * A value was used in a way that has no meaning: what the evaluator shows the user as an evaluation error, with the
 * place in the spec added. The codes are listed in `codes`; `values` are the values involved.
 */
export class ValueError extends Error {
  constructor(
    /** Stable code, `E050` and up. */
    readonly code: string,
    message: string,
    readonly values: readonly Value[] = [],
  ) {
    super(message);
    this.name = "ValueError";
  }
}

/** `TLC!Assert` found its condition false; the message is the spec's own. */
export class AssertionFailure extends ValueError {
  constructor(message: string, values: readonly Value[] = []) {
    super(codes.assertion, message, values);
    this.name = "AssertionFailure";
  }
}

/** The codes of all errors that values and the operators of the standard modules raise. */
export const codes = {
  /** Two values of kinds that are never compared, e.g. 1 = "a". */
  incomparable: "E050",
  /** A typed model value (`A_x`) with something of another type. */
  typedModelValue: "E051",
  /** An argument outside a function's domain. */
  outsideDomain: "E052",
  /** Something else used as a function, by application, DOMAIN or EXCEPT. */
  notFunction: "E053",
  /** Something else used as a set. */
  notSet: "E054",
  /** An infinite set would have to be enumerated. */
  infinite: "E055",
  /** A finite set is too large to be enumerated. */
  tooLarge: "E056",
  /** An operator of a standard module was given an argument of the wrong kind. */
  argument: "E057",
  /** Division by zero. */
  divisionByZero: "E058",
  /** `%` by a number that is not positive. */
  modulus: "E059",
  /** `^` with a negative exponent, `0 ^ 0`, or a power or product too large to be written down. */
  power: "E060",
  /** Head or Tail of an empty sequence. */
  emptySequence: "E061",
  /** SubSeq with bounds outside the sequence. */
  subsequence: "E062",
  /** Two sets that cannot be told apart or found equal, since one of them cannot be enumerated. */
  undecidable: "E063",
  /** An operator argument answered with something else than TRUE or FALSE. */
  notBoolean: "E064",
  /** `TLCGet` of something that was never set. */
  unset: "E065",
  /** An operator that would make a search irreproducible. */
  irreproducible: "E066",
  /** JSON that is no value in the Informal Trace Format. */
  itf: "E068",
  /** Something of the world outside that the user has not allowed. */
  refused: "E070",
  /** A file, a program or the environment did not do what it was asked for. */
  world: "E071",
  /** The behaviour so far where there is none. */
  noTrace: "E072",
  /** Text that is no JSON, or that stands for no value. */
  json: "E073",
  /** `Assert` with a false condition. */
  assertion: "E067",
} as const;
