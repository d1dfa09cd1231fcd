/** What a behaviour's states and steps must satisfy, asked one by one. */
import type { Evaluator } from "./evaluator.js";
import type { Finding } from "./findings.js";
import type { Evaluation } from "./replay.js";

/** What a state or a step violates. */
export type Violated = Pick<Finding<never>, "verdict" | "property" | "evaluation">;

/** The claims of a model, for states that are reached one after the other. */
export class StepChecks<State> {
  /** @param evaluating told before each question, which may have no answer */
  constructor(
    private readonly evaluator: Evaluator<State>,
    private readonly evaluating: (evaluation: Evaluation) => void,
  ) {}

  /**
   * What a state violates, and the step from `from` to it; null: it is an initial state.
   * @throws EvaluationError as the evaluator does
   */
  violated(from: State | null, state: State): readonly Violated[] {
    const { evaluator } = this;
    const found: Violated[] = [];
    const ask = (
      verdict: Violated["verdict"],
      property: string,
      evaluation: Evaluation,
      holds: () => boolean,
    ) => {
      this.evaluating(evaluation);
      if (!holds()) found.push({ verdict, property, evaluation });
    };
    evaluator.invariants.forEach((property, index) => {
      ask("invariant", property, { kind: "invariant", index }, () => evaluator.invariant(index, state));
    });
    if (from === null) {
      evaluator.initialProperties.forEach((property, index) => {
        const evaluation: Evaluation = { kind: "initialProperty", index };
        ask("action", property, evaluation, () => evaluator.initialProperty(index, state));
      });
    } else {
      evaluator.actionProperties.forEach((property, index) => {
        const evaluation: Evaluation = { kind: "actionProperty", index };
        ask("action", property, evaluation, () => evaluator.actionProperty(index, from, state));
      });
    }
    return found;
  }

  /** The claim that an evaluation is about; null: none. */
  nameOf(evaluation: Evaluation): string | null {
    const { evaluator } = this;
    switch (evaluation.kind) {
      case "invariant":
        return evaluator.invariants[evaluation.index]!;
      case "initialProperty":
        return evaluator.initialProperties[evaluation.index]!;
      case "actionProperty":
        return evaluator.actionProperties[evaluation.index]!;
      default:
        return null;
    }
  }
}
