/**
 * Is a counterexample of a patched spec also one of the base? It is if the base has a behaviour with the same violation
 * in which the steps that both specs have come in the same order, and the violation comes at the same point.
 *
 * The search goes breadth first over pairs of a state of the base and a position in the counterexample's steps:
 * - a step of the base that is the next one wanted advances the position;
 * - steps of the base that the patched spec no longer has may come anywhere, and those that only the patched spec has
 *   are not asked for;
 * - steps of memory may come anywhere and are not asked for: when a store becomes visible is not for the processes to
 *   say, and a patch that stores more or less would otherwise never share a behaviour.
 *
 * The violation is the same one only if
 * - the invariant is true until then: what is broken once may stay so, and every later step would show it again;
 * - who breaks it in the counterexample breaks it in the base (memory aside); an assertion is the same one, and of a
 *   deadlock the same processes hang;
 * - both have a step in common, unless the counterexample has none at all.
 */
import { type Action, EvaluationError, type Evaluator } from "./evaluator.js";
import { assertionOf, endOf, type FailureEnd, hangsAlike, sameAssertion, takerOf } from "./failure-end.js";
import type { Goal } from "./findings.js";
import { index } from "./instances.js";
import type { PathStep } from "./result.js";

/** Pairs of a state and a position that are looked at unless something else is said. */
const MOST_STATES = 200_000;

/** What one labels the steps of memory by; no process can bear this name. */
const MEMORY = "(memory)";

/** A counterexample as the names of its steps, and the names of all steps that its model has. Plain data. */
export interface LabelledBehaviour {
  readonly steps: readonly string[];
  readonly known: readonly string[];
  readonly end: FailureEnd;
}

/** What came of the question. */
export type SharedBehaviour =
  /** A shortest behaviour of the base that shows the same. */
  | { readonly kind: "found"; readonly path: readonly PathStep[] }
  | { readonly kind: "none" }
  /** Not found among so many pairs of a state and a position. */
  | { readonly kind: "limit"; readonly states: number };

/**
 * What a step is called, whichever variant of a spec it is a step of: who takes it and its name, such as
 * `closer["aio"].put` or `(memory)[1].flush`. Choices that a step makes are not part of it.
 */
export function labelOf({ name, step, instance, bindings }: Action): string {
  const indices = (...names: readonly string[]) =>
    bindings
      .filter((binding) => names.includes(binding.name))
      .map(({ value }) => index(value))
      .join("");
  if (step === null) return `${name}${indices(...bindings.map((binding) => binding.name))}`;
  switch (step.kind) {
    case "memory":
      return `${MEMORY}${indices("cpu")}.${step.name}`;
    case "process":
      if (instance === null) return `${step.process}${indices("self")}.${step.name}`;
      // A procedure's step is that of whoever called it.
      return instance.process.name === step.process
        ? `${instance.name}.${step.name}`
        : `${instance.name}:${step.process}.${step.name}`;
    default:
      return step.kind satisfies never;
  }
}

/**
 * The labels of a counterexample of a model, given by its path and what is violated at its end.
 * @throws ReplayError if the path is none of the evaluator's model
 */
export function labelsOf<State>(
  evaluator: Evaluator<State>,
  path: readonly PathStep[],
  goal: Goal,
): LabelledBehaviour {
  const { actions } = evaluator;
  return {
    steps: path.flatMap(({ action }) => (action < 0 ? [] : [labelOf(actions[action]!)])),
    known: [...new Set(actions.map(labelOf))],
    end: endOf(evaluator, path, goal),
  };
}

/**
 * Looks for a shortest behaviour of `base` that ends in the same violation as one of another variant of the spec, and
 * whose common steps come in the same order. A step of the base that has no value, or is outside the constraints, leads
 * nowhere.
 * @param behaviour of the other variant, see `labelsOf`
 * @param goal what the end has to show; the index of an invariant is that of `base`
 */
export function findSharedBehaviour<State>(
  base: Evaluator<State>,
  behaviour: LabelledBehaviour,
  goal: Goal,
  most = MOST_STATES,
): SharedBehaviour {
  return new SharedSearch(base, behaviour, goal, most).run();
}

/** What a step of the base is to the counterexample. */
interface Role {
  /** May be taken at any position. */
  readonly free: boolean;
  readonly label: string;
}

/** A state of the base with the number of steps of the counterexample that led to it. */
interface Node<State> {
  readonly state: State;
  readonly position: number;
  readonly step: PathStep;
  readonly before: Node<State> | null;
}

/** Unwinds the search; `last` is null if there are too many nodes. */
class Ended<State> extends Error {
  constructor(readonly last: Node<State> | null) {
    super("ended");
  }
}

class SharedSearch<State> {
  private readonly wanted: readonly string[];
  /** Whether the counterexample has steps, those of memory aside. */
  private readonly moves: boolean;
  private readonly end: FailureEnd;
  private readonly roles: readonly Role[];
  private readonly seen = new Set<string>();
  private readonly queue: Node<State>[] = [];
  private readonly fingerprint = new Uint32Array(2);

  constructor(
    private readonly base: Evaluator<State>,
    { steps, known, end }: LabelledBehaviour,
    private readonly goal: Goal,
    private readonly most: number,
  ) {
    const elsewhere = new Set(known);
    this.roles = base.actions.map((action) => {
      const label = labelOf(action);
      return { label, free: action.step?.kind === "memory" || !elsewhere.has(label) };
    });
    const asked = new Set(this.roles.flatMap(({ label, free }) => (free ? [] : [label])));
    this.wanted = steps.filter((label) => asked.has(label));
    this.moves = steps.some((label) => !label.startsWith(MEMORY));
    this.end = end;
  }

  run(): SharedBehaviour {
    if (this.moves && this.wanted.length === 0) return { kind: "none" };
    try {
      this.tolerating(() => this.base.initial((state) => this.consider(state, -1, null)));
      // The queue grows while it is gone through.
      for (const node of this.queue) this.expand(node);
      return { kind: "none" };
    } catch (thrown) {
      if (!(thrown instanceof Ended)) throw thrown;
      const last = thrown.last as Node<State> | null;
      return last === null ? { kind: "limit", states: this.most } : { kind: "found", path: pathOf(last) };
    }
  }

  private expand(node: Node<State>): void {
    let stuck = true;
    let asserted = false;
    let same = false;
    const whole = this.tolerating(() =>
      this.base.successors(
        node.state,
        (next, action) => {
          stuck = false;
          this.consider(next, action, node);
        },
        (error) => {
          asserted = true;
          same ||= this.isSameAssertion(error);
        },
      ),
    );
    if (node.position < this.wanted.length) return;
    if (this.goal.kind === "assertion" && same) throw new Ended(node);
    if (this.goal.kind !== "deadlock" || !whole || !stuck || asserted) return;
    if (hangsAlike(this.base, node.state, this.end.hanging)) throw new Ended(node);
  }

  private isSameAssertion(error: EvaluationError): boolean {
    return this.end.assertion !== null && sameAssertion(assertionOf(this.base, error), this.end.assertion);
  }

  /** As `reach`; a state about which something has no value is left out. */
  private consider(state: State, action: number, before: Node<State> | null): void {
    this.tolerating(() => this.reach(state, action, before));
  }

  /** Takes a step if it may be taken where `before` stands, and keeps the state that it leads to. */
  private reach(state: State, action: number, before: Node<State> | null): void {
    const position = before === null ? 0 : this.after(before.position, action);
    if (position === null) return;
    const { base, fingerprint, seen } = this;
    base.fingerprint(state, fingerprint);
    const [low, high] = fingerprint as unknown as readonly [number, number];
    const key = `${position}:${low}:${high}`;
    if (seen.has(key)) return;
    const node = { state, position, step: { action, low, high }, before };
    if (this.isBroken(state)) {
      if (position === this.wanted.length && this.breaksAlike(node)) throw new Ended(node);
      // What is broken here is another failure, and would be shown by all that follows.
      return;
    }
    if (!base.withinConstraints(state)) return;
    if (before !== null && !base.withinActionConstraints(before.state, state)) return;
    if (seen.size >= this.most) throw new Ended<State>(null);
    seen.add(key);
    this.queue.push(node);
  }

  /** The position after a step; null if it must not be taken there. */
  private after(position: number, action: number): number | null {
    const { free, label } = this.roles[action]!;
    if (free) return position;
    return this.wanted[position] === label ? position + 1 : null;
  }

  /** Whether a state shows the violation by itself. */
  private isBroken(state: State): boolean {
    return this.goal.kind === "invariant" && !this.base.invariant(this.goal.index, state);
  }

  /** Whether who takes the step to a node, which breaks the invariant, is who breaks it in the counterexample. */
  private breaksAlike({ step: { action }, before }: Node<State>): boolean {
    if (!this.moves) return before === null || this.base.actions[action]!.step?.kind === "memory";
    const by = action < 0 ? null : takerOf(this.base.actions[action]!);
    return by === null || this.end.by === null || by === this.end.by;
  }

  /** Evaluates something. Gives whether it has a value; else what was given before the error counts. */
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

function pathOf<State>(last: Node<State>): readonly PathStep[] {
  const path: PathStep[] = [];
  for (let node: Node<State> | null = last; node !== null; node = node.before) path.push(node.step);
  return path.reverse();
}
