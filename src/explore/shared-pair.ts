/**
 * Do two variants of a spec have one failure in common, whichever it is? Unlike `findSharedBehaviour`, which asks about
 * one counterexample, this searches both variants side by side, breadth first over pairs of their states: a step that
 * both have is taken in both at once, one that only one of them has (or that its memory takes) in that one alone.
 */
import { EvaluationError, type Evaluator } from "./evaluator.js";
import {
  type FailedAssertion,
  failedAssertions,
  hangingIn,
  hangsAlike,
  sameAssertion,
  takerOf,
} from "./failure-end.js";
import type { Goal } from "./findings.js";
import type { PathStep } from "./result.js";
import { labelOf } from "./shared-behaviour.js";

/** Pairs that are looked at unless something else is said. */
const MOST_PAIRS = 100_000;

/** Two behaviours that end in the same failure. */
export interface SharedPair {
  readonly left: readonly PathStep[];
  readonly right: readonly PathStep[];
  /** The assertion that fails in both, if that is what is asked for. */
  readonly assertion: FailedAssertion | null;
}

/** One variant of a spec, and what is violated in it. */
export interface Side<State> {
  readonly evaluator: Evaluator<State>;
  readonly goal: Goal;
}

/**
 * Looks for a pair of behaviours with the same failure and at least one common step, the shortest first. Null if there
 * is none among so many pairs of states.
 */
export function findSharedPair<State>(
  left: Side<State>,
  right: Side<State>,
  most = MOST_PAIRS,
): SharedPair | null {
  return new PairSearch(left, right, most).run();
}

/** A step that leads out of a state of one side. */
interface Move<State> {
  readonly label: string;
  readonly to: Known<State>;
  readonly action: number;
}

/** A state of one side, with what it shows. */
interface Known<State> {
  readonly state: State;
  readonly low: number;
  readonly high: number;
  readonly broken: boolean;
  moves: readonly Move<State>[] | null;
  /** No step at all, and no assertion that keeps one from being taken. */
  stuck: boolean;
}

/** The states of one side, each evaluated once. */
class Half<State> {
  readonly labels: ReadonlySet<string>;
  private readonly named: readonly string[];
  private readonly known = new Map<string, Known<State>>();
  private readonly fingerprint = new Uint32Array(2);

  constructor(readonly side: Side<State>) {
    this.named = side.evaluator.actions.map((action) =>
      // A label that no step bears: the other side's memory is another one.
      action.step?.kind === "memory" ? "" : labelOf(action),
    );
    this.labels = new Set(this.named.filter((label) => label !== ""));
  }

  initial(): readonly Known<State>[] {
    const found: Known<State>[] = [];
    this.tolerating(() =>
      this.side.evaluator.initial((state) => {
        const one = this.note(state);
        if (one !== null) found.push(one);
      }),
    );
    return found;
  }

  movesOf(from: Known<State>): readonly Move<State>[] {
    if (from.moves !== null) return from.moves;
    const { evaluator } = this.side;
    const moves: Move<State>[] = [];
    let some = false;
    const whole = this.tolerating(() =>
      evaluator.successors(
        from.state,
        (state, action) => {
          some = true;
          this.tolerating(() => {
            if (!evaluator.withinActionConstraints(from.state, state)) return;
            const to = this.note(state);
            if (to !== null) moves.push({ label: this.named[action]!, to, action });
          });
        },
        () => {
          some = true;
        },
      ),
    );
    from.stuck = whole && !some;
    from.moves = moves;
    return moves;
  }

  takerOf(action: number): string | null {
    return action < 0 ? null : takerOf(this.side.evaluator.actions[action]!);
  }

  private note(state: State): Known<State> | null {
    const { evaluator, goal } = this.side;
    evaluator.fingerprint(state, this.fingerprint);
    const [low, high] = this.fingerprint as unknown as readonly [number, number];
    const key = `${low}:${high}`;
    const before = this.known.get(key);
    if (before !== undefined) return before;
    let one: Known<State> | null = null;
    this.tolerating(() => {
      const broken = goal.kind === "invariant" && !evaluator.invariant(goal.index, state);
      // A search reports what is violated outside of the constraints, and goes no further.
      const within = evaluator.withinConstraints(state);
      if (broken || within) one = { state, low, high, broken, moves: within ? null : [], stuck: false };
    });
    if (one !== null) this.known.set(key, one);
    return one;
  }

  private tolerating(run: () => void): boolean {
    try {
      run();
      return true;
    } catch (thrown) {
      if (!(thrown instanceof EvaluationError)) throw thrown;
      return false;
    }
  }
}

interface Pair<State> {
  readonly left: Known<State>;
  readonly right: Known<State>;
  /** The actions that led here from the pair before; null: that side stayed. */
  readonly leftAction: number | null;
  readonly rightAction: number | null;
  /** Whether a common step was taken so far. */
  readonly met: boolean;
  /** Who broke the invariant on the side that broke it first; undefined: neither has. */
  readonly breaker: string | null | undefined;
  readonly before: Pair<State> | null;
}

class PairSearch<State> {
  private readonly left: Half<State>;
  private readonly right: Half<State>;
  private readonly queue: Pair<State>[] = [];
  private readonly seen = new Set<string>();

  constructor(
    left: Side<State>,
    right: Side<State>,
    private readonly most: number,
  ) {
    this.left = new Half(left);
    this.right = new Half(right);
  }

  run(): SharedPair | null {
    const rights = this.right.initial();
    for (const left of this.left.initial()) {
      for (const right of rights) {
        this.add({
          left,
          right,
          leftAction: -1,
          rightAction: -1,
          met: false,
          breaker: undefined,
          before: null,
        });
      }
    }
    // The queue grows while it is gone through.
    for (const pair of this.queue) {
      const found = this.failureOf(pair);
      if (found !== null) return found;
      if (this.seen.size > this.most) return null;
      this.expand(pair);
    }
    return null;
  }

  private expand(pair: Pair<State>): void {
    const { left, right } = pair;
    if (left.broken && right.broken) return;
    const [lefts, rights] = [this.left.movesOf(left), this.right.movesOf(right)];
    const next = (more: Partial<Pair<State>>) =>
      this.add({ ...pair, leftAction: null, rightAction: null, before: pair, ...more });
    if (!left.broken) {
      for (const { label, to, action } of lefts) {
        if (!this.right.labels.has(label)) next({ left: to, leftAction: action });
      }
    }
    if (!right.broken) {
      for (const { label, to, action } of rights) {
        if (!this.left.labels.has(label)) next({ right: to, rightAction: action });
      }
    }
    if (left.broken || right.broken) return;
    for (const one of lefts) {
      for (const other of rights) {
        if (one.label !== other.label || one.label === "") continue;
        next({ left: one.to, right: other.to, leftAction: one.action, rightAction: other.action, met: true });
      }
    }
  }

  private add(found: Pair<State>): void {
    const pair = { ...found, breaker: this.breakerOf(found) };
    if (pair.left.broken && pair.right.broken && pair.breaker === undefined) return;
    const { left, right, met, breaker } = pair;
    const key = `${left.low}:${left.high}:${right.low}:${right.high}:${met}:${breaker}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.queue.push(pair);
  }

  /** Who broke the invariant first; undefined if none did, or if the two sides were broken by different ones. */
  private breakerOf({
    left,
    right,
    leftAction,
    rightAction,
    before,
  }: Pair<State>): string | null | undefined {
    const who = [
      ...(left.broken && leftAction !== null ? [this.left.takerOf(leftAction)] : []),
      ...(right.broken && rightAction !== null ? [this.right.takerOf(rightAction)] : []),
      ...(before?.breaker === undefined ? [] : [before.breaker]),
    ];
    const [first, second = first] = who;
    if (first === undefined || first === second) return first;
    return first === null || second === null ? (first ?? second) : undefined;
  }

  /** The failure that both sides show in a pair, if they do. */
  private failureOf(pair: Pair<State>): SharedPair | null {
    if (!pair.met) return null;
    const { left, right } = pair;
    const { goal, evaluator } = this.left.side;
    const other = this.right.side.evaluator;
    const found = (assertion: FailedAssertion | null = null): SharedPair => ({
      left: pathOf(pair, "left"),
      right: pathOf(pair, "right"),
      assertion,
    });
    switch (goal.kind) {
      case "invariant":
        return left.broken && right.broken ? found() : null;
      case "deadlock": {
        this.left.movesOf(left);
        this.right.movesOf(right);
        if (!left.stuck || !right.stuck) return null;
        return hangsAlike(other, right.state, hangingIn(evaluator, left.state)) ? found() : null;
      }
      case "assertion": {
        const here = failedAssertions(evaluator, left.state);
        if (here.length === 0) return null;
        const there = failedAssertions(other, right.state);
        const same = here.find((one) => there.some((two) => sameAssertion(one.assertion, two.assertion)));
        return same === undefined ? null : found(same.assertion);
      }
      default:
        return goal satisfies never;
    }
  }
}

function pathOf<State>(last: Pair<State>, side: "left" | "right"): readonly PathStep[] {
  const path: PathStep[] = [];
  for (let pair: Pair<State> | null = last; pair !== null; pair = pair.before) {
    const action = side === "left" ? pair.leftAction : pair.rightAction;
    if (action !== null) path.push({ action, low: pair[side].low, high: pair[side].high });
  }
  return path.reverse();
}
