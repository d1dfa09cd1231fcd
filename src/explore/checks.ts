/** What a search asks of every new state: invariants, and what some state somewhere has to show. */
import type { Evaluator } from "./evaluator.js";
import type { Evaluation } from "./replay.js";
import type { Result } from "./result.js";

/** The search, as its checks see it. */
export interface Checking {
  /** Told before something is evaluated that may have no value. */
  evaluating(evaluation: Evaluation): void;
  /** Told when an invariant is false; each only once. */
  violated(invariant: number, evaluation: Evaluation): void;
}

/** The questions about states that are still open, and the answers so far. */
export class Checks<State> {
  /** Invariants not found violated so far. */
  private invariants: readonly Question[];
  /** Witnesses not reached so far. */
  private missing: readonly Question[];
  private readonly witnessLengths: (number | null)[];
  /** Left sides of invariants never true so far. */
  private untrue: readonly number[];
  /** Whether some CPU's store buffer was full. */
  bufferFull = false;

  constructor(
    private readonly evaluator: Evaluator<State>,
    private readonly search: Checking,
  ) {
    this.invariants = evaluator.invariants.map((_, index) => ({ kind: "invariant", index }));
    this.missing = evaluator.witnesses.map((_, index) => ({ kind: "witness", index }));
    this.witnessLengths = evaluator.witnesses.map(() => null);
    this.untrue = evaluator.antecedents.map((_, index) => index);
  }

  /**
   * Checks a state that a behaviour of `length` states leads to.
   * @throws EvaluationError as the evaluator does
   */
  check(state: State, length: number): void {
    const { evaluator, search } = this;
    this.bufferFull ||= evaluator.bufferFull(state);
    // Before the invariants: where one is violated, its left side was true.
    for (const antecedent of this.untrue) {
      if (!evaluator.antecedent(antecedent, state)) continue;
      this.untrue = this.untrue.filter((other) => other !== antecedent);
    }
    for (const invariant of this.invariants) {
      search.evaluating(invariant);
      if (evaluator.invariant(invariant.index, state)) continue;
      this.invariants = this.invariants.filter((other) => other !== invariant);
      search.violated(invariant.index, invariant);
    }
    for (const witness of this.missing) {
      search.evaluating(witness);
      if (!evaluator.witness(witness.index, state)) continue;
      this.missing = this.missing.filter((other) => other !== witness);
      this.witnessLengths[witness.index] = length;
    }
  }

  /** The answers, as results hold them. */
  answers(): Pick<Result, "witnesses" | "antecedents" | "bufferFull"> {
    const { evaluator, untrue, witnessLengths, bufferFull } = this;
    return {
      witnesses: evaluator.witnesses.map((name, index) => ({ name, length: witnessLengths[index]! })),
      antecedents: evaluator.antecedents.map(({ invariant, text }, index) => ({
        invariant: evaluator.invariants[invariant]!,
        text,
        reached: !untrue.includes(index),
      })),
      bufferFull,
    };
  }
}

type Question = Extract<Evaluation, { kind: "invariant" | "witness" }>;
