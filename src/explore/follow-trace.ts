/**
 * Traces from files, taken again: is this a behaviour of the spec, and if not, where does it leave it?
 *
 * A state of a trace may leave variables out, and files tell values apart less finely than the spec does, so what is
 * followed is the set of all states that agree with the trace so far. Between two states one step is taken, or none
 * where both may be the same state: `[Next]_vars` allows that.
 */
import { same, type Value } from "../values/index.js";
import { actionName } from "./action-name.js";
import type { Action, Explanation } from "./evaluator.js";
import { EvaluationError, type Evaluator, type Obstacle } from "./evaluator.js";
import { agrees, type GivenState, type GivenTrace } from "./given-trace.js";
import type { Host } from "./host.js";
import { explained } from "./replay.js";
import type { PathStep, TraceState, Violation } from "./result.js";
import { StepChecks } from "./step-checks.js";

/** More states than this are not followed at once: the trace leaves too much open. */
const MOST_STATES = 100_000;
/** Actions that are looked at to say which is the nearest. */
const MOST_NEAREST = 3;

/** An action that comes near a step of the trace, and what stands in its way; null: it is the initial predicate. */
export interface Nearest {
  readonly action: Action | null;
  readonly obstacle: Obstacle;
}

/** Why a trace cannot be followed to its end. */
export type Departure =
  /** No initial state, or no step, leads to the state; the nearest ways first. */
  | { readonly kind: "noWay"; readonly nearest: readonly Nearest[] }
  | { readonly kind: "assumption"; readonly name: string }
  | { readonly kind: "error"; readonly error: EvaluationError }
  | { readonly kind: "tooMany"; readonly limit: number }
  | { readonly kind: "interrupted" };

/** A claim that a state of the trace, or the step to it, violates. */
export interface MetViolation {
  readonly state: number;
  readonly verdict: Violation["verdict"];
  readonly property: string;
  readonly explanation: Explanation | null;
}

/** What came of following a trace. */
export type FollowedTrace = {
  /** One behaviour that agrees with the trace, as far as it goes. */
  readonly trace: readonly TraceState[];
  readonly path: readonly PathStep[];
} & (
  | {
      readonly kind: "behaviour";
      /** What is violated on it, in its order; of each claim the first time. */
      readonly violated: readonly MetViolation[];
      /** Of a lasso: whether a step leads back to the state that the trace says; null: it is none. */
      readonly closes: boolean | null;
    }
  /** `at`: index of the state that nothing leads to. */
  | { readonly kind: "leaves"; readonly at: number; readonly why: Departure }
);

interface Reached<State> {
  readonly state: State;
  /** -1 for an initial state, -2 where nothing was done. */
  readonly action: number;
  readonly before: Reached<State> | null;
}

const NOTHING_DONE = -2;

/**
 * Follows a trace through a spec.
 * @throws only what is a bug: errors of evaluation are departures
 */
export async function followTrace<State>(
  evaluator: Evaluator<State>,
  given: GivenTrace,
  host: Host,
): Promise<FollowedTrace> {
  const run = new Following(evaluator);
  let reached: readonly Reached<State>[] = [];
  for (const [at, state] of given.states.entries()) {
    await host.pause();
    const leaves = (why: Departure): FollowedTrace => ({
      kind: "leaves",
      at,
      why,
      ...run.behaviour(reached[0] ?? null),
    });
    if (host.interrupted) return leaves({ kind: "interrupted" });
    try {
      const assumption = at === 0 ? evaluator.falseAssumption() : -1;
      if (assumption >= 0) return leaves({ kind: "assumption", name: evaluator.assumptions[assumption]! });
      const next = at === 0 ? run.begin(state) : run.step(reached, state);
      if (next.length > MOST_STATES) return leaves({ kind: "tooMany", limit: MOST_STATES });
      if (next.length === 0) return leaves({ kind: "noWay", nearest: run.nearest(reached, state) });
      reached = next;
    } catch (thrown) {
      if (!(thrown instanceof EvaluationError)) throw thrown;
      return leaves({ kind: "error", error: thrown });
    }
  }
  // The one that violates most: a trace is loaded for what it shows.
  const ends = reached.slice(0, MOST_ENDS).map((end) => ({ end, violated: run.violated(end) }));
  const best = ends.reduce((a, b) => (b.violated.length > a.violated.length ? b : a));
  return {
    kind: "behaviour",
    violated: best.violated,
    closes: given.loop === null ? null : run.closes(best.end, given.loop),
    ...run.behaviour(best.end),
  };
}

/** Of several behaviours that agree with a trace, so many are asked what they violate. */
const MOST_ENDS = 16;

class Following<State> {
  constructor(private readonly evaluator: Evaluator<State>) {}

  begin(given: GivenState): readonly Reached<State>[] {
    const found = new Gathered(this.evaluator);
    this.evaluator.initial((state) => {
      if (this.agrees(given, state)) found.add({ state, action: -1, before: null });
    });
    return found.all;
  }

  step(reached: readonly Reached<State>[], given: GivenState): readonly Reached<State>[] {
    const { evaluator } = this;
    const found = new Gathered(evaluator);
    for (const before of reached) {
      evaluator.successors(
        before.state,
        (state, action) => {
          if (this.agrees(given, state)) found.add({ state, action, before });
        },
        () => {},
      );
      if (found.all.length > MOST_STATES) break;
    }
    for (const before of reached) {
      if (this.agrees(given, before.state)) found.add({ state: before.state, action: NOTHING_DONE, before });
    }
    return found.all;
  }

  /** The actions that come nearest to a step, the one that the trace names first. */
  nearest(reached: readonly Reached<State>[], given: GivenState): readonly Nearest[] {
    const { evaluator } = this;
    const wanted = (variable: number, value: Value): boolean => {
      const json = given.values.get(variable);
      return (
        json === undefined ||
        agrees({ values: new Map([[variable, json]]), action: null }, padded(variable, value))
      );
    };
    if (reached.length === 0) {
      const [obstacle] = evaluator.obstacles(null, null, wanted);
      return obstacle === undefined ? [] : [{ action: null, obstacle }];
    }
    /** How well the file's name of the step fits: a name with arguments says which instance is meant. */
    const named = (action: Action): number => {
      if (given.action === null) return 0;
      if (given.action === actionName(action)) return 2;
      return given.action.replace(/[([].*$/s, "") === action.name ? 1 : 0;
    };
    const all = reached.slice(0, MOST_ENDS).flatMap(({ state }) =>
      evaluator.actions.flatMap((action): readonly Nearest[] => {
        const [obstacle] = evaluator.obstacles(state, action.index, wanted);
        return obstacle === undefined ? [] : [{ action, obstacle }];
      }),
    );
    const near = all.sort(
      (a, b) => named(b.action!) - named(a.action!) || b.obstacle.passed - a.obstacle.passed,
    );
    return near.slice(0, MOST_NEAREST);
  }

  /** What the behaviour that ends in a state violates. */
  violated(end: Reached<State>): readonly MetViolation[] {
    const { evaluator } = this;
    const checks = new StepChecks(evaluator, () => {});
    const met: MetViolation[] = [];
    for (const [index, { state, before }] of this.chain(end).entries()) {
      try {
        for (const { verdict, property, evaluation } of checks.violated(before?.state ?? null, state)) {
          if (property === null || met.some((one) => one.property === property)) continue;
          const path = [before, { state }].flatMap((one) => (one === null ? [] : [one]));
          const explanation = explained(
            evaluator,
            evaluation,
            path.map((one) => ({ state: one.state, action: -1 })),
          );
          met.push({ state: index, verdict, property, explanation });
        }
      } catch (thrown) {
        // What has no value is not violated here; a search would tell.
        if (!(thrown instanceof EvaluationError)) throw thrown;
      }
    }
    return met;
  }

  /** Whether a step leads from the end back to a state of the behaviour. */
  closes(end: Reached<State>, loop: number): boolean {
    const { evaluator } = this;
    const back = this.chain(end)[loop]!.state;
    let found = evaluator.equal(end.state, back);
    evaluator.successors(
      end.state,
      (state) => {
        found ||= evaluator.equal(state, back);
      },
      () => {},
    );
    return found;
  }

  /** A behaviour's states and steps as results hold them; states in which nothing was done stay. */
  behaviour(end: Reached<State> | null): {
    readonly trace: readonly TraceState[];
    readonly path: readonly PathStep[];
  } {
    const { evaluator } = this;
    const chain = this.chain(end);
    const words = new Uint32Array(2);
    return {
      trace: chain.map(({ state, action }) => ({
        action: evaluator.actions[action] ?? null,
        values: evaluator.values(state),
      })),
      path: chain.map(({ state, action }) => {
        evaluator.fingerprint(state, words);
        return { action, low: words[0]!, high: words[1]! };
      }),
    };
  }

  private chain(end: Reached<State> | null): readonly Reached<State>[] {
    const chain: Reached<State>[] = [];
    for (let at = end; at !== null; at = at.before) chain.push(at);
    return chain.reverse();
  }

  private agrees(given: GivenState, state: State): boolean {
    return agrees(given, this.evaluator.values(state));
  }
}

/** A state of which only one variable is asked for. */
function padded(variable: number, value: Value): readonly Value[] {
  const values: Value[] = new Array(variable).fill(false);
  values.push(value);
  return values;
}

/** Different states, each with the first way to it. */
class Gathered<State> {
  readonly all: Reached<State>[] = [];
  private readonly byFingerprint = new Map<string, Reached<State>[]>();
  private readonly words = new Uint32Array(2);

  constructor(private readonly evaluator: Evaluator<State>) {}

  add(reached: Reached<State>): void {
    const { evaluator, words } = this;
    evaluator.fingerprint(reached.state, words);
    const key = `${words[0]},${words[1]}`;
    const known = this.byFingerprint.get(key) ?? [];
    const values = evaluator.values(reached.state);
    // Under a symmetry or a view, states with one fingerprint may differ in what the trace says.
    if (known.some(({ state }) => evaluator.values(state).every((value, i) => same(value, values[i]!))))
      return;
    this.byFingerprint.set(key, [...known, reached]);
    this.all.push(reached);
  }
}
