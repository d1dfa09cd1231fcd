/**
 * Answers of state predicates, kept as long as they are good. Most steps change few variables, and the others keep the
 * very same values; a predicate that reads none of those that changed has the answer that it had before.
 */
import type { Value } from "../values/index.js";
import type { PartialState } from "./environment.js";

/** How many answers are kept of each predicate: states found one after the other mostly differ from one before. */
const MOST_KEPT = 2;

/** What an evaluation depended on. */
export class Reads {
  readonly variables: number[] = [];
  /** Set if it depended on more than variables, or did more than give a value. */
  opaque = false;

  add(variable: number): void {
    if (!this.variables.includes(variable)) this.variables.push(variable);
  }
}

interface Answer {
  readonly variables: readonly number[];
  readonly values: readonly (Value | undefined)[];
  readonly holds: boolean;
}

/** The last answers of one predicate. */
export class Remembered {
  private answers: readonly Answer[] = [];

  /** What the predicate is in a state that agrees with an earlier one on all that counted there; else undefined. */
  recall(state: PartialState): boolean | undefined {
    for (const answer of this.answers) {
      const { variables, values, holds } = answer;
      let good = true;
      for (let i = 0; good && i < variables.length; i++) good = state[variables[i]!] === values[i];
      if (good) return holds;
    }
    return undefined;
  }

  /** Keeps an answer, unless it depended on more than the state. */
  keep(state: PartialState, { variables, opaque }: Reads, holds: boolean): void {
    if (opaque) return;
    const answer = { variables, values: variables.map((variable) => state[variable]), holds };
    this.answers = [answer, ...this.answers.slice(0, MOST_KEPT - 1)];
  }
}
