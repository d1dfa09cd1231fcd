/** How often each conjunct of an invariant is false, for searches that go on after violations. */
import type { Span } from "../syntax/source.js";
import type { Evaluator } from "./evaluator.js";
import { EvaluationError } from "./evaluator.js";
import type { Falsified } from "./result.js";

interface Conjunct {
  readonly text: string;
  readonly span: Span;
  states: number;
}

/** Counts states in which invariants are false. */
export class Tally<State> {
  private readonly counts = new Map<number, { states: number; readonly conjuncts: Map<string, Conjunct> }>();

  constructor(private readonly evaluator: Evaluator<State>) {}

  /** Notes that an invariant is false in a state. A conjunct that has no value there is not counted as false. */
  add(invariant: number, state: State): void {
    let count = this.counts.get(invariant);
    if (count === undefined) {
      count = { states: 0, conjuncts: new Map() };
      this.counts.set(invariant, count);
    }
    count.states++;
    for (const { text, span, holds } of this.conjuncts(invariant, state)) {
      const key = `${span.source.name}:${span.start}-${span.end}`;
      let conjunct = count.conjuncts.get(key);
      if (conjunct === undefined) {
        conjunct = { text, span, states: 0 };
        count.conjuncts.set(key, conjunct);
      }
      if (holds === false) conjunct.states++;
    }
  }

  /** The counts, in the order of the invariants. */
  answer(): readonly Falsified[] {
    return [...this.counts]
      .sort(([a], [b]) => a - b)
      .map(([invariant, { states, conjuncts }]) => ({
        invariant: this.evaluator.invariants[invariant]!,
        states,
        conjuncts: [...conjuncts.values()],
      }));
  }

  private conjuncts(invariant: number, state: State) {
    try {
      return this.evaluator.explain(invariant, state).conjuncts ?? [];
    } catch (thrown) {
      if (!(thrown instanceof EvaluationError)) throw thrown;
      return [];
    }
  }
}
