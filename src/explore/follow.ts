/**
 * Scripted runs: a chosen interleaving, taken step by step.
 *
 * A script may leave choices open (which value a `with` chose, where the behaviour starts), so what is followed is the
 * set of all states that are reached by exactly the items so far. A step goes on wherever it can be taken, `where`
 * keeps the states that it names, an assertion must hold in all that are left. Nothing else is checked on the way:
 * invariants are asked for by assertions, and constraints only bound a search.
 */
import type { Core } from "../semantics/core.js";
import type { RunItem } from "../semantics/model.js";
import { same } from "../values/index.js";
import { type Action, EvaluationError, type Evaluator, type Explanation } from "./evaluator.js";
import type { Host } from "./host.js";
import { atEndOf, type PathState } from "./replay.js";
import type { PathStep, TraceState } from "./result.js";
import type { NotDone, RunResult } from "./run-result.js";
import { chooseActions, type StepItem } from "./script-step.js";

/** More states than this are not followed at once: the script leaves too much open. */
const MOST_STATES = 100_000;

/** A state that the items so far lead to, and one way to it. */
interface Reached<State> {
  readonly state: State;
  /** -1 for an initial state. */
  readonly action: number;
  readonly before: Reached<State> | null;
}

/**
 * Takes a script's items in order. Gives a behaviour that does all of it, or the first item that cannot be done, why,
 * and a behaviour up to there. Errors of evaluation are among the reasons; only bugs are thrown.
 */
export async function follow<State>(
  evaluator: Evaluator<State>,
  items: readonly RunItem[],
  host: Host,
): Promise<RunResult> {
  const run = new Following(evaluator, host);
  let position = -1;
  try {
    run.checkAssumptions();
    const start = items[0]?.kind === "start" ? items[0] : null;
    if (start !== null) position = 0;
    run.begin(start?.where ?? null);
    for (const [index, item] of items.entries()) {
      position = index;
      await host.pause();
      if (host.interrupted) run.stop({ kind: "interrupted" });
      if (item.kind === "step") run.step(item);
      else if (item.kind === "assert") run.assert(item.condition);
      else if (item.kind === "meaningless")
        run.stop({ kind: "error", verdict: "error", error: item.error, action: null });
    }
  } catch (thrown) {
    if (!(thrown instanceof Stopped)) throw thrown;
    const at = thrown.at as Reached<State> | null;
    return { kind: "stopped", item: position, reason: thrown.reason, ...run.behaviour(at) };
  }
  return { kind: "reached", ...run.behaviour(run.one) };
}

/** Unwinds a run that cannot go on; `at` is the state to show. */
class Stopped extends Error {
  constructor(
    readonly reason: NotDone,
    readonly at: unknown,
  ) {
    super(reason.kind);
  }
}

class Following<State> {
  /** The states reached by the items so far, each once. */
  private reached: readonly Reached<State>[] = [];

  constructor(
    private readonly evaluator: Evaluator<State>,
    private readonly host: Host,
  ) {}

  /** One of the states reached; null before the start. */
  get one(): Reached<State> | null {
    return this.reached[0] ?? null;
  }

  stop(reason: NotDone, at: Reached<State> | null = this.one): never {
    throw new Stopped(reason, at);
  }

  checkAssumptions(): void {
    const index = this.evaluating(null, () => this.evaluator.falseAssumption());
    if (index >= 0) this.stop({ kind: "assumption", name: this.evaluator.assumptions[index]! });
  }

  /** Starts in the initial states, or in those in which a condition holds. */
  begin(where: Core | null): void {
    const initial = new Gathered(this.evaluator);
    this.evaluating(null, () =>
      this.evaluator.initial((state) => this.gather(initial, { state, action: -1, before: null })),
    );
    if (initial.all.length === 0) this.stop({ kind: "noStart", explanation: null });
    this.reached = this.where(where, initial.all);
  }

  /** Takes a step wherever it can be taken. */
  step(item: StepItem): void {
    const chosen = this.evaluating(this.one, () => chooseActions(this.evaluator, item));
    if (chosen.kind !== "actions") this.stop(chosen);
    const next = new Gathered(this.evaluator);
    const failed: { readonly error: EvaluationError; readonly at: Reached<State> }[] = [];
    for (const before of this.reached) {
      for (const { index } of chosen.actions) {
        this.evaluating(before, () =>
          this.evaluator.take(
            before.state,
            index,
            (state) => this.gather(next, { state, action: index, before }),
            (error) => failed.push({ error, at: before }),
          ),
        );
      }
    }
    if (next.all.length === 0) {
      const [assertion] = failed;
      if (assertion !== undefined) this.stop(this.asReason(assertion.error), assertion.at);
      this.stop(this.notEnabled(item, chosen.actions));
    }
    this.reached = this.where(item.where, next.all);
  }

  /** Makes sure that a condition holds in every state reached. */
  assert(condition: Core): void {
    for (const at of this.reached) {
      if (this.evaluating(at, () => this.evaluator.holds(condition, at.state))) continue;
      this.stop({ kind: "false", explanation: this.blame(condition, at.state) }, at);
    }
  }

  /** The behaviour that leads to a state, as results hold it. */
  behaviour(last: Reached<State> | null): { trace: readonly TraceState[]; path: readonly PathStep[] } {
    const { evaluator } = this;
    const trace: TraceState[] = [];
    const path: PathStep[] = [];
    const fingerprint = new Uint32Array(2);
    for (let at = last; at !== null; at = at.before) {
      evaluator.fingerprint(at.state, fingerprint);
      trace.push({ action: evaluator.actions[at.action] ?? null, values: evaluator.values(at.state) });
      path.push({ action: at.action, low: fingerprint[0]!, high: fingerprint[1]! });
    }
    return { trace: trace.reverse(), path: path.reverse() };
  }

  /** Those of some states in which a condition holds; stops if there are none. */
  private where(condition: Core | null, states: readonly Reached<State>[]): readonly Reached<State>[] {
    if (condition === null) return states;
    const kept = states.filter((at) => this.evaluating(at, () => this.evaluator.holds(condition, at.state)));
    if (kept.length > 0) return kept;
    const first = states[0]!;
    const explanation = this.blame(condition, first.state);
    return this.stop({ kind: first.before === null ? "noStart" : "whereFalse", explanation }, first);
  }

  private gather(states: Gathered<State>, state: Reached<State>): void {
    states.add(state);
    if (states.all.length > MOST_STATES) this.stop({ kind: "tooMany", states: MOST_STATES });
    if (this.host.interrupted) this.stop({ kind: "interrupted" });
  }

  /** Why none of the actions meant leads anywhere. */
  private notEnabled(item: StepItem, actions: readonly Action[]): NotDone {
    if (item.process === "memory") return { kind: "nothingBuffered" };
    const possible = this.evaluator.actions.filter((action) => this.isPossible(action));
    return { kind: "notEnabled", instance: sharedInstance(actions), possible };
  }

  /** Whether an action can be taken in one of the states reached. */
  private isPossible({ index }: Action): boolean {
    return this.reached.some(({ state }) => {
      let possible = false;
      const noted = () => {
        possible = true;
      };
      try {
        this.evaluator.take(state, index, noted, noted);
      } catch (thrown) {
        // A step that has no value is not one to propose.
        if (!(thrown instanceof EvaluationError)) throw thrown;
      }
      return possible;
    });
  }

  private blame(condition: Core, state: State): Explanation | null {
    try {
      return this.evaluator.blame(condition, state);
    } catch (thrown) {
      if (!(thrown instanceof EvaluationError)) throw thrown;
      return null;
    }
  }

  /** Evaluates something in a state; an error becomes the reason to stop there. */
  private evaluating<T>(at: Reached<State> | null, run: () => T): T {
    try {
      return atEndOf(this.evaluator, pathOf(at), run);
    } catch (thrown) {
      if (!(thrown instanceof EvaluationError)) throw thrown;
      return this.stop(this.asReason(thrown), at);
    }
  }

  private asReason({ kind, diagnostic, action }: EvaluationError): NotDone {
    return {
      kind: "error",
      verdict: kind,
      error: diagnostic,
      action: action === null ? null : this.evaluator.actions[action]!,
    };
  }
}

/** The behaviour that leads to a state. */
function pathOf<State>(last: Reached<State> | null): readonly PathState<State>[] {
  const path: PathState<State>[] = [];
  for (let at = last; at !== null; at = at.before) path.push({ state: at.state, action: at.action });
  return path.reverse();
}

/** States without duplicates, in the order in which they were found. */
class Gathered<State> {
  readonly all: Reached<State>[] = [];
  private readonly byFingerprint = new Map<string, Reached<State>[]>();
  private readonly fingerprint = new Uint32Array(2);

  constructor(private readonly evaluator: Evaluator<State>) {}

  add(reached: Reached<State>): void {
    this.evaluator.fingerprint(reached.state, this.fingerprint);
    const key = this.fingerprint.join();
    const alike = this.byFingerprint.get(key) ?? [];
    if (alike.some(({ state }) => this.evaluator.equal(state, reached.state))) return;
    this.byFingerprint.set(key, [...alike, reached]);
    this.all.push(reached);
  }
}

/** The process instance that all of some actions belong to; null if they do not. */
function sharedInstance(actions: readonly Action[]): Action["instance"] {
  const [first] = actions;
  const instance = first?.instance ?? null;
  return instance !== null &&
    actions.every((action) => action.instance !== null && same(action.instance.self, instance.self))
    ? instance
    : null;
}
