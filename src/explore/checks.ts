/**
 * What a search asks of every new state: invariants, and what some state somewhere has to show; of initial states and
 * of every step: what properties say of them.
 */
import type { Evaluator } from "./evaluator.js";
import type { Evaluation } from "./replay.js";
import type { Result } from "./result.js";
import { Tally } from "./tally.js";

/** The search, as its checks see it. */
export interface Checking {
  /** Told before something is evaluated that may have no value. */
  evaluating(evaluation: Evaluation): void;
  /** Told when an invariant, or a property of initial states or steps, is false; each only once. */
  violated(verdict: "invariant" | "action", property: string, evaluation: Evaluation): void;
}

/** The questions about states that are still open, and the answers so far. */
export class Checks<State> {
  /** Invariants not found violated so far. */
  private invariants: readonly Question[];
  /** Properties of initial states and of steps, not found violated so far. */
  private initial: readonly Question[];
  private steps: readonly Question[];
  /** What some state or step must satisfy; all of it is asked of each step, since it may be counted. */
  private readonly possibilities: readonly Possibility[];
  /** What no state or step has satisfied so far. */
  impossible: readonly Possibility[];
  /** The invariants known to be violated that are asked further on, to count. */
  private readonly known = new Set<Question>();
  private readonly tally: Tally<State> | null;
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
    /** Whether to count all states in which an invariant is false. */
    tally: boolean,
  ) {
    this.tally = tally ? new Tally(evaluator) : null;
    this.initial = evaluator.initialProperties.map((_, index) => ({ kind: "initialProperty", index }));
    this.possibilities = evaluator.possible.map(({ ofSteps }, index) => ({
      kind: "possibility",
      index,
      ofSteps,
    }));
    this.impossible = this.possibilities;
    this.steps = evaluator.actionProperties.map((_, index) => ({ kind: "actionProperty", index }));
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
      this.tally?.add(invariant.index, state);
      if (this.known.has(invariant)) continue;
      if (this.tally === null) this.invariants = this.invariants.filter((other) => other !== invariant);
      else this.known.add(invariant);
      search.violated("invariant", evaluator.invariants[invariant.index]!, invariant);
    }
    for (const witness of this.missing) {
      search.evaluating(witness);
      if (!evaluator.witness(witness.index, state)) continue;
      this.missing = this.missing.filter((other) => other !== witness);
      this.witnessLengths[witness.index] = length;
    }
  }

  /**
   * Asks what properties say of an initial state.
   * @throws EvaluationError as the evaluator does
   */
  checkInitial(state: State): void {
    for (const question of this.initial) {
      this.search.evaluating(question);
      if (this.evaluator.initialProperty(question.index, state)) continue;
      this.initial = this.initial.filter((other) => other !== question);
      this.search.violated("action", this.evaluator.initialProperties[question.index]!, question);
    }
  }

  /**
   * Asks what properties say of a step, also of one to a state that is known.
   * @throws EvaluationError as the evaluator does
   */
  checkStep(from: State, state: State): void {
    for (const question of this.steps) {
      this.search.evaluating(question);
      if (this.evaluator.actionProperty(question.index, from, state)) continue;
      this.steps = this.steps.filter((other) => other !== question);
      this.search.violated("action", this.evaluator.actionProperties[question.index]!, question);
    }
  }

  /**
   * Notes what a state (`from` is null), or a step, satisfies of all that some must.
   * @throws EvaluationError as the evaluator does
   */
  note(from: State | null, state: State): void {
    for (const question of this.possibilities) {
      const { index, ofSteps } = question;
      if (ofSteps !== (from !== null)) continue;
      this.search.evaluating(question);
      const holds = this.evaluator.possibility(index, from ?? state, from === null ? null : state);
      if (holds && this.impossible.includes(question))
        this.impossible = this.impossible.filter((other) => other !== question);
    }
  }

  /** The answers, as results hold them. */
  answers(): Pick<Result, "witnesses" | "antecedents" | "bufferFull" | "falsified"> {
    const { evaluator, untrue, witnessLengths, bufferFull } = this;
    return {
      witnesses: evaluator.witnesses.map((name, index) => ({ name, length: witnessLengths[index]! })),
      antecedents: evaluator.antecedents.map(({ invariant, text }, index) => ({
        invariant: evaluator.invariants[invariant]!,
        text,
        reached: !untrue.includes(index),
      })),
      bufferFull,
      falsified: this.tally?.answer() ?? [],
    };
  }
}

type Question = Extract<Evaluation, { kind: "invariant" | "witness" | "initialProperty" | "actionProperty" }>;

type Possibility = Extract<Evaluation, { kind: "possibility" }>;
