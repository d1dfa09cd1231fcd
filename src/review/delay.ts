/**
 * Where to hold up a process so that a race happens: what somebody needs who wants to reproduce it.
 *
 * A counterexample interleaves processes, and most of that is accident. A place matters if the failure goes away once
 * the process goes on there at once: the behaviour is taken again with the process's next step moved forward, and if
 * its end still shows the violation (the other steps in their old order), the delay was not needed.
 */
import { type Action, EvaluationError, type Evaluator, type ProcessInstance } from "../explore/evaluator.js";
import type { Goal } from "../explore/findings.js";
import { rebuild } from "../explore/replay.js";
import type { PathStep } from "../explore/result.js";

/** A place in which a process has to be held up. */
export interface Window {
  readonly instance: ProcessInstance;
  /** The last step that it takes before; null: it has not taken any. */
  readonly after: Action | null;
  /** Where in the behaviour that one is, from 0; null if there is none. */
  readonly position: number | null;
  /** The step that has to wait. */
  readonly before: Action;
  /** Who has to run meanwhile, in the order in which they do. */
  readonly others: readonly ProcessInstance[];
  /** Between two steps: what the others do must fall in between. Elsewhere it only must come first. */
  readonly kind: "between" | "pending" | "before";
  /** Steps that others take meanwhile. */
  readonly length: number;
}

/** Sets of states that a row of actions may lead to are cut here: choices within a step multiply. */
const MOST_STATES = 32;
/** How far processes are let run to see whether a delay matters. */
const FAR = 200;

/** The windows of a counterexample, best first: between two steps, of work left undone, of what must come later. */
export function windowsOf<State>(
  evaluator: Evaluator<State>,
  path: readonly PathStep[],
  goal: Goal,
): readonly Window[] {
  const finder = new WindowFinder(evaluator, path, goal);
  const rank = { between: 0, pending: 1, before: 2 };
  return [...evaluator.instances.flatMap((instance) => finder.interior(instance)), ...finder.pending()].sort(
    (a, b) => rank[a.kind] - rank[b.kind] || a.length - b.length,
  );
}

class WindowFinder<State> {
  /** The states of the behaviour; step i leads from state i to state i + 1. */
  private readonly states: readonly State[];
  private readonly steps: readonly number[];

  constructor(
    private readonly evaluator: Evaluator<State>,
    path: readonly PathStep[],
    private readonly goal: Goal,
  ) {
    this.states = rebuild(evaluator, path).map(({ state }) => state);
    this.steps = path.slice(1).map(({ action }) => action);
  }

  /** Delays between two steps that an instance takes. */
  interior(instance: ProcessInstance): readonly Window[] {
    const own = this.stepsOf(instance);
    return own.flatMap((to, n): readonly Window[] => {
      const from = own[n - 1];
      const step = this.steps[to]!;
      const free = this.firstEnabled(step, from === undefined ? 0 : from + 1, to);
      // Nothing comes between, or it could not have gone on; a process that starts late needs no delay to do so.
      if (free === to || (from === undefined && free === 0)) return [];
      const meanwhile = this.steps.slice(free, to);
      const rest = this.steps.slice(to + 1);
      if (this.fails(free, [step, ...meanwhile, ...rest])) return [];
      const could =
        from !== undefined &&
        free === from + 1 &&
        this.fails(from, [...meanwhile, this.steps[from]!, step, ...rest]);
      const kind = from === undefined || could ? "before" : "between";
      return this.window(instance, from, step, meanwhile, kind);
    });
  }

  /**
   * The delays of others that alone let the last process come too early: with everybody else run to where he can go no
   * further, its last steps end in the violation, and with that one run too they do not.
   */
  pending(): readonly Window[] {
    const { instances } = this.evaluator;
    const last = this.instanceAt(this.steps.length - 1);
    if (last === null || this.goal.kind === "deadlock") return [];
    let from = this.steps.length;
    while (from > 0 && this.instanceAt(from - 1) === last) from--;
    const tail = this.steps.slice(from);
    const here = this.states[from]!;
    const others = instances.filter((instance) => instance !== last);
    const all = this.run(others, here);
    if (all === null || this.failsAfter(all, tail)) return [];
    return others.flatMap((instance): readonly Window[] => {
      const rest = others.filter((other) => other !== instance);
      const state = this.run(rest, here);
      if (state === null || !this.failsAfter(state, tail)) return [];
      const step = this.enabled([instance], state)?.action;
      if (step === undefined) return [];
      return this.window(instance, this.stepsOf(instance).at(-1), step, tail, "pending");
    });
  }

  private window(
    instance: ProcessInstance,
    from: number | undefined,
    step: number,
    meanwhile: readonly number[],
    kind: Window["kind"],
  ): readonly Window[] {
    const { actions } = this.evaluator;
    const ran = meanwhile.map((action) => actions[action]!.instance);
    const others = [...new Set(ran)].filter((one) => one !== null && one !== instance) as ProcessInstance[];
    if (others.length === 0) return [];
    return [
      {
        instance,
        after: from === undefined ? null : actions[this.steps[from]!]!,
        position: from ?? null,
        before: actions[step]!,
        others,
        kind,
        length: meanwhile.length,
      },
    ];
  }

  /** Positions of the steps that an instance takes. */
  private stepsOf(instance: ProcessInstance): readonly number[] {
    return this.steps.flatMap((action, i) =>
      this.evaluator.actions[action]!.instance === instance ? [i] : [],
    );
  }

  /** The first position from which on a step of the behaviour could have been taken, all the time until it is. */
  private firstEnabled(step: number, from: number, to: number): number {
    let free = to;
    while (free > from && this.next([this.states[free - 1]!], step).length > 0) free--;
    return free;
  }

  private instanceAt(position: number): ProcessInstance | null {
    const action = this.steps[position];
    return action === undefined ? null : this.evaluator.actions[action]!.instance;
  }

  /** Where processes come to, together with the memory, if they run as far as they can; null if that has no end. */
  private run(running: readonly ProcessInstance[], from: State): State | null {
    let state = from;
    for (let taken = 0; taken < FAR; taken++) {
      const step = this.enabled([null, ...running], state);
      if (step === null) return state;
      state = step.next;
    }
    return null;
  }

  /** A step that one of some instances (null: the memory) can take, and where it leads to first. */
  private enabled(
    of: readonly (ProcessInstance | null)[],
    state: State,
  ): { readonly action: number; readonly next: State } | null {
    for (const { instance, index, step } of this.evaluator.actions) {
      if (!of.includes(instance) || (instance === null && step?.kind !== "memory")) continue;
      const [next] = this.next([state], index);
      if (next !== undefined) return { action: index, next };
    }
    return null;
  }

  /** Whether a row of steps, from a state of the behaviour on, may end in the same violation. */
  private fails(from: number, steps: readonly number[]): boolean {
    return this.failsAfter(this.states[from]!, steps);
  }

  private failsAfter(from: State, steps: readonly number[]): boolean {
    let states: readonly State[] = [from];
    for (const step of steps) states = this.next(states, step);
    return states.some((state) => shows(this.evaluator, state, this.goal));
  }

  /** The states that an action may lead to; none where it has no value. */
  private next(states: readonly State[], action: number): readonly State[] {
    const { evaluator } = this;
    const found: State[] = [];
    const add = (next: State) => {
      if (found.length >= MOST_STATES || found.some((other) => evaluator.equal(other, next))) return;
      found.push(next);
    };
    for (const state of states) {
      quietly(() => {
        evaluator.take(state, action, add, () => {});
        return true;
      });
    }
    return found;
  }
}

/** Whether a state shows what is looked for. */
function shows<State>(evaluator: Evaluator<State>, state: State, goal: Goal): boolean {
  const successors = () => {
    let some = 0;
    let failed = 0;
    evaluator.successors(
      state,
      () => some++,
      () => failed++,
    );
    return { some, failed };
  };
  switch (goal.kind) {
    case "invariant":
      return quietly(() => !evaluator.invariant(goal.index, state));
    case "deadlock":
      return quietly(() => {
        const { some, failed } = successors();
        return some + failed === 0;
      });
    case "assertion":
      return quietly(() => successors().failed > 0);
    default:
      return goal satisfies never;
  }
}

/** False where the evaluation comes to no value: a rearranged behaviour may leave what the spec gives a meaning. */
function quietly(evaluate: () => boolean): boolean {
  try {
    return evaluate();
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    return false;
  }
}
