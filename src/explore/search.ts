/**
 * Breadth-first search, level by level: every state reachable within the constraints, the shortest counterexample,
 * the same result every time.
 *
 * What is counted and checked, and in which order, is as in TLC with one worker:
 * - generated: every initial state and every successor that the evaluator gives, duplicates and states outside the
 *   constraints included;
 * - distinct: the states within the constraints, each once. A state outside is checked, but neither kept nor explored
 *   (so it is checked again whenever it is reached again);
 * - a new state is checked as soon as it is found, invariants in the model's order; a state without any successor,
 *   within the constraints or not, is a deadlock, noticed when its turn to be expanded comes;
 * - depth: states on the longest of the shortest paths found.
 *
 * An evaluation error ends the search even if it is to continue after violations, since the successors of that state
 * are not all known. A failed assertion in a step does not: the search then goes on with all other ways of taking
 * steps. A state in which one fails is no deadlock, whatever else is possible there: a process wants to go on.
 */
import { type Checking, Checks } from "./checks.js";
import { EvaluationError, type Evaluator } from "./evaluator.js";
import { type Finding, sameFinding, violationOf } from "./findings.js";
import type { Host, Progress } from "./host.js";
import { type Evaluation, pathTo, placeOf } from "./replay.js";
import type { Result, Stop } from "./result.js";
import { collisionProbability, FULL, NONE, type Origin, StateStore } from "./store.js";
import { Watch } from "./watch.js";

/** What to check and when to stop. */
export interface SearchOptions<State = unknown> {
  /** Whether a state without successors is a violation. */
  readonly checkDeadlock: boolean;
  /** Stop before more than this many distinct states are kept. */
  readonly maxStates?: number | undefined;
  /** Stop after this time. */
  readonly timeoutSeconds?: number | undefined;
  /** Go on after violations; each property is reported once, with its shortest counterexample. */
  readonly continue?: boolean | undefined;
  /**
   * Called once the initial states are known, then a few times a second, at a violation, and before counterexamples are
   * re-executed: from then on, whatever the spec prints it has printed before.
   */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Called with every state that is checked, after its checks: each one that is kept, and those outside constraints. */
  readonly onState?: ((state: State) => void) | undefined;
}

/**
 * Explores the behaviours that an evaluator gives.
 * Limits and interruption give the verdict "incomplete", unless a violation was found before.
 * @throws ReplayError if a counterexample does not come out again when it is re-executed
 */
export function search<State>(
  evaluator: Evaluator<State>,
  options: SearchOptions<State>,
  host: Host,
): Promise<Result> {
  return new Search(evaluator, options, host).run();
}

/** Successors between two looks at the clock while one state is expanded. */
const GLANCE = 1024;

const ASSUMPTIONS: Evaluation = { kind: "assumptions" };
const INITIAL: Evaluation = { kind: "initial" };
const SUCCESSORS: Evaluation = { kind: "successors" };
const FINGERPRINTS: Evaluation = { kind: "fingerprints" };
const CONSTRAINTS: Evaluation = { kind: "constraints" };

/** Unwinds an evaluation that is under way when the search is over. */
class Halt extends Error {}

class Search<State> implements Checking {
  private readonly store = new StateStore();
  private readonly findings: Finding<Origin>[] = [];
  private stop: Stop = { kind: "complete" };
  private readonly checks: Checks<State>;
  private readonly taken: Float64Array;
  private readonly found: Float64Array;
  private generated = 0;
  private initialStates = 0;
  /** States on a shortest path to those that are being found: 1 for the initial ones. */
  private level = 1;
  private depth = 0;
  /** The states of the level before, from `position` on still to be expanded; `first` is the first one's number. */
  private frontier: (State | undefined)[] = [];
  private position = 0;
  private first = 0;
  /** The states found on this level. */
  private next: State[] = [];

  // What is being evaluated and where, in case it fails: kept in fields since it changes with every successor.
  private under: Evaluation = ASSUMPTIONS;
  private readonly fingerprint = new Uint32Array(2);
  private parent = NONE;
  private action = NONE;

  private readonly watch: Watch;

  constructor(
    private readonly evaluator: Evaluator<State>,
    private readonly options: SearchOptions<State>,
    private readonly host: Host,
  ) {
    this.checks = new Checks(evaluator, this);
    this.taken = new Float64Array(evaluator.actions.length);
    this.found = new Float64Array(evaluator.actions.length);
    this.watch = new Watch(host, options.timeoutSeconds);
  }

  async run(): Promise<Result> {
    try {
      this.checkAssumptions();
      this.start();
      await this.explore();
    } catch (thrown) {
      if (thrown instanceof EvaluationError) this.failed(thrown);
      else if (!(thrown instanceof Halt)) throw thrown;
    }
    return this.result();
  }

  private checkAssumptions(): void {
    const index = this.evaluator.falseAssumption();
    if (index < 0) return;
    const property = this.evaluator.assumptions[index]!;
    this.findings.push({ verdict: "assumption", property, last: null, evaluation: ASSUMPTIONS, error: null });
    // Without its assumptions a model means nothing: there is nothing to continue with.
    this.halt({ kind: "violation" });
  }

  private start(): void {
    this.under = INITIAL;
    this.evaluator.initial((state) => this.visit(state, null, NONE, NONE));
    this.initialStates = this.store.size;
    this.frontier = this.next;
    this.next = [];
    this.tell(false);
  }

  private async explore(): Promise<void> {
    while (this.frontier.length > 0) {
      this.level++;
      while (this.position < this.frontier.length) {
        if (this.watch.due()) await this.pause();
        this.expand();
      }
      this.first += this.frontier.length;
      this.frontier = this.next;
      this.next = [];
      this.position = 0;
    }
  }

  /** Takes the frontier's next state and finds its successors. */
  private expand(): void {
    const { evaluator, frontier, position, generated } = this;
    const state = frontier[position] as State;
    const number = this.first + position;
    // It is not needed afterwards, and no longer counts as waiting.
    frontier[position] = undefined;
    this.position++;
    this.under = SUCCESSORS;
    this.parent = number;
    let asserted = false;
    evaluator.successors(
      state,
      (next, action) => {
        this.taken[action]!++;
        this.visit(next, state, number, action);
      },
      (error) => {
        asserted = true;
        const evaluation: Evaluation = { kind: "assertion", place: placeOf(error) };
        const last = this.store.origin(number);
        this.report({ verdict: "assert", property: null, last, evaluation, error });
      },
    );
    if (asserted || this.generated > generated || !this.options.checkDeadlock) return;
    const last = this.store.origin(number);
    this.report({ verdict: "deadlock", property: null, last, evaluation: SUCCESSORS, error: null });
  }

  /** Counts, checks and keeps a state that the evaluator gave. */
  private visit(state: State, from: State | null, parent: number, action: number): void {
    this.generated++;
    if (this.generated % GLANCE === 0) this.glance();
    const { evaluator, fingerprint, store, under } = this;
    this.parent = parent;
    this.action = action;
    this.under = FINGERPRINTS;
    evaluator.fingerprint(state, fingerprint);
    this.under = CONSTRAINTS;
    const within =
      evaluator.withinConstraints(state) && (from === null || evaluator.withinActionConstraints(from, state));
    let fresh = true;
    if (within) {
      const low = fingerprint[0]!;
      const high = fingerprint[1]!;
      if (store.size === this.options.maxStates && !store.has(low, high)) {
        this.limit({ kind: "maxStates", limit: store.size });
      }
      const number = store.add(low, high, parent, action);
      if (number === FULL) this.limit({ kind: "memory" });
      fresh = number >= 0;
    }
    if (fresh) {
      if (within) {
        if (action !== NONE) this.found[action]!++;
        this.depth = this.level;
      }
      this.checks.check(state, this.level);
      this.options.onState?.(state);
      if (within) this.next.push(state);
    }
    this.under = under;
  }

  evaluating(evaluation: Evaluation): void {
    this.under = evaluation;
  }

  violated(invariant: number, evaluation: Evaluation): void {
    const property = this.evaluator.invariants[invariant]!;
    this.report({ verdict: "invariant", property, last: this.here(), evaluation, error: null });
  }

  /** The origin of the state that is being visited. */
  private here(): Origin {
    const { fingerprint, parent, action } = this;
    return { low: fingerprint[0]!, high: fingerprint[1]!, parent, action };
  }

  /** Keeps a finding unless it is known, and halts if that is what is wanted. */
  private report(finding: Finding<Origin>): void {
    const known = this.findings.some((other) => sameFinding(other, finding));
    if (!known) this.findings.push(finding);
    if (!this.options.continue) this.halt({ kind: "violation" });
    // The next evaluation may be the one that never ends.
    if (!known) this.tell(false);
  }

  /** The evaluation under way came to no value: a finding, and the end. */
  private failed(error: EvaluationError): void {
    const { evaluator, under: evaluation, store, parent } = this;
    const found = (property: string | null, last: Origin | null) =>
      this.findings.push({ verdict: error.kind, property, last, evaluation, error });
    this.stop = { kind: "violation" };
    switch (evaluation.kind) {
      case "assumptions":
      case "initial":
        found(null, null);
        return;
      case "successors":
      case "assertion":
      case "fingerprints":
        found(null, parent === NONE ? null : store.origin(parent));
        return;
      case "constraints":
        found(null, this.here());
        return;
      case "invariant":
        found(evaluator.invariants[evaluation.index]!, this.here());
        return;
      case "witness":
        found(evaluator.witnesses[evaluation.index]!, this.here());
        return;
      default:
        evaluation satisfies never;
    }
  }

  private halt(stop: Stop): never {
    this.stop = stop;
    throw new Halt();
  }

  /** As halt, in the midst of expanding a state: that one is still waiting. */
  private limit(stop: Stop): never {
    if (this.position > 0) this.position--;
    this.halt(stop);
  }

  /** A look at the clock in the midst of expanding a state. */
  private glance(): void {
    const stop = this.watch.glance();
    if (stop !== null) this.limit(stop);
  }

  private async pause(): Promise<void> {
    await this.host.pause();
    this.tell(false);
    const stop = this.watch.stop();
    if (stop !== null) this.halt(stop);
  }

  private tell(replaying: boolean): void {
    const { host, findings, options } = this;
    options.onProgress?.({
      ...this.states(),
      violated: findings.map(({ verdict, property }) => ({ verdict, property })),
      replaying,
      elapsed: this.watch.elapsed(),
      memory: host.memory().used,
    });
  }

  private states(): Result["states"] {
    return {
      initial: this.level === 1 ? this.store.size : this.initialStates,
      generated: this.generated,
      distinct: this.store.size,
      depth: this.generated > 0 ? Math.max(1, this.depth) : 0,
      queue: this.frontier.length - this.position + this.next.length,
    };
  }

  private result(): Result {
    const { evaluator, store } = this;
    const seconds = this.watch.elapsed() / 1000;
    const states = this.states();
    if (this.findings.length > 0) this.tell(true);
    // The replay needs no frontier, but may need the memory.
    this.frontier = [];
    this.next = [];
    const violations = this.findings.map((finding) =>
      violationOf(evaluator, { ...finding, last: finding.last && pathTo(store, finding.last) }),
    );
    return {
      verdict: violations[0]?.verdict ?? (this.stop.kind === "complete" ? "ok" : "incomplete"),
      violations,
      stop: this.stop,
      states,
      seconds,
      engine: evaluator.engine,
      workers: 1,
      instances: evaluator.instances,
      coverage: evaluator.actions.map((action, index) => ({
        action,
        taken: this.taken[index]!,
        found: this.found[index]!,
      })),
      ...this.checks.answers(),
      collisionProbability: collisionProbability(store.size, this.generated),
      warnings: [],
    };
  }
}
