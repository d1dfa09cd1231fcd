/**
 * Breadth-first search, level by level: every state reachable within the constraints, the shortest counterexample,
 * the same result every time.
 *
 * What is counted and checked, and in which order, is as in TLC with one worker:
 * - generated: every initial state and every successor that the evaluator gives, duplicates and states outside the
 *   constraints included; and the states between the two steps of a composed action `A \cdot B`;
 * - distinct: the states within the constraints, each once. A state outside is checked, but neither kept nor explored
 *   (so it is checked again whenever it is reached again);
 * - a new state is checked as soon as it is found, invariants in the model's order, then what properties say of initial
 *   states; a state without any successor, within the constraints or not, is a deadlock, noticed when its turn to be
 *   expanded comes;
 * - every step is checked that the evaluator gives, after the state that it leads to, whether that is new or not;
 * - depth: states on the longest of the shortest paths found.
 *
 * An evaluation error ends the search even if it is to continue after violations, since the successors of that state
 * are not all known. A failed assertion in a step does not: the search then goes on with all other ways of taking
 * steps. A state in which one fails is no deadlock, whatever else is possible there: a process wants to go on.
 */

import { type Checking, Checks } from "./checks.js";
import { EvaluationError, type Evaluator } from "./evaluator.js";
import { confirm, type Finding, sameFinding } from "./findings.js";
import type { Host } from "./host.js";
import { observed } from "./observer.js";
import { type Evaluation, pathTo, placeOf } from "./replay.js";
import type { Result, Stop, Violation } from "./result.js";
import { type Running, viewOfSearch } from "./running-view.js";
import type { SearchOptions } from "./search-options.js";
import { collisionProbability, FULL, NONE, type Origin, StateStore } from "./store.js";
import { Watch } from "./watch.js";

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
const ACTION_CONSTRAINTS: Evaluation = { kind: "actionConstraints" };
const PERIODIC: Evaluation = { kind: "periodic" };

/** Milliseconds between two times that the condition asked now and then is asked; as in TLC, a minute. */
const PERIOD = 60_000;

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
  /** States between the two steps of composed actions. */
  private between = 0;
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
  /** The state that is being visited, and whether its fingerprint is in `fingerprint`. */
  private visiting: State | null = null;
  private fingerprinted = false;
  private parent = NONE;
  private action = NONE;

  private readonly watch: Watch;
  /** When the condition asked now and then is due, on the watch. */
  private nextPeriod = PERIOD;
  private counterexample: ReturnType<Running<State>["counterexample"]> = null;

  constructor(
    private readonly evaluator: Evaluator<State>,
    private readonly options: SearchOptions<State>,
    private readonly host: Host,
  ) {
    this.checks = new Checks(evaluator, this, options.tally ?? false);
    this.taken = new Float64Array(evaluator.actions.length);
    this.found = new Float64Array(evaluator.actions.length);
    this.watch = new Watch(host, options.timeoutSeconds);
  }

  async run(): Promise<Result> {
    const before = this.evaluator.attach(viewOfSearch(this.running()));
    try {
      this.checkAssumptions();
      this.start();
      await this.explore();
    } catch (thrown) {
      if (thrown instanceof EvaluationError) this.failed(thrown);
      else if (!(thrown instanceof Halt)) throw thrown;
    }
    try {
      return this.result();
    } finally {
      this.evaluator.attach(before);
    }
  }

  /** What a spec may ask of this search. */
  private running(): Running<State> {
    return {
      evaluator: this.evaluator,
      checkDeadlock: this.options.checkDeadlock,
      evaluation: () => this.under,
      level: () => this.level,
      states: () => this.states(),
      seconds: () => this.watch.elapsed() / 1000,
      path: (which) => pathTo(this.store, which === "parent" ? this.store.origin(this.parent) : this.here()),
      counterexample: () => this.counterexample,
      stop: () => this.watch.end(),
    };
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
    const before = evaluator.passed;
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
    this.between += evaluator.passed - before;
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
    this.visiting = state;
    this.fingerprinted = false;
    this.under = CONSTRAINTS;
    let within = evaluator.withinConstraints(state);
    // As a constraint would be, so that TLC's counts are the same.
    if (within) this.checks.note(null, state);
    if (within && from !== null) {
      this.under = ACTION_CONSTRAINTS;
      within = evaluator.withinActionConstraints(from, state);
      if (within) this.checks.note(from, state);
    }
    let fresh = true;
    if (within) {
      this.identify();
      const low = fingerprint[0]!;
      const high = fingerprint[1]!;
      if (store.size === this.options.maxStates && !store.has(low, high)) {
        this.limit({ kind: "maxStates", limit: store.size });
      }
      const number = store.add(low, high, parent, action);
      if (number === FULL) this.limit({ kind: "memory" });
      fresh = number >= 0;
    }
    if (this.options.observer !== undefined) {
      const origin = parent === NONE ? null : store.origin(parent);
      const { level } = this;
      this.identify();
      this.options.observer(observed(origin, fingerprint, action, { fresh, within, level }), state);
    }
    if (fresh) {
      if (within) {
        if (action !== NONE) this.found[action]!++;
        this.depth = this.level;
      }
      this.checks.check(state, this.level);
      if (from === null) this.checks.checkInitial(state);
      this.options.onState?.(state);
    }
    if (from !== null) this.checks.checkStep(from, state);
    if (fresh && within) this.next.push(state);
    this.visiting = null;
    this.under = under;
  }

  evaluating(evaluation: Evaluation): void {
    this.under = evaluation;
  }

  violated(verdict: "invariant" | "action", property: string, evaluation: Evaluation): void {
    this.report({ verdict, property, last: this.here(), evaluation, error: null });
  }

  /**
   * Makes the fingerprint of the state that is being visited, once. Outside of the constraints nobody may ask: a VIEW
   * need not have a value there, and TLC asks for none either (Worker, addElement).
   */
  private identify(): void {
    if (this.fingerprinted) return;
    const { under } = this;
    this.under = FINGERPRINTS;
    this.evaluator.fingerprint(this.visiting!, this.fingerprint);
    this.under = under;
    this.fingerprinted = true;
  }

  /** Why the state that is being visited has no fingerprint, if so. */
  private unidentified(): EvaluationError | null {
    try {
      if (this.visiting !== null) this.identify();
      return null;
    } catch (thrown) {
      if (thrown instanceof EvaluationError) return thrown;
      throw thrown;
    }
  }

  /** The origin of the state that is being visited. */
  private here(): Origin {
    this.identify();
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
  private failed(thrown: EvaluationError): void {
    const error = this.unidentified() ?? thrown;
    const { evaluator, under: evaluation, store, parent } = this;
    const found = (property: string | null, last: Origin | null) =>
      this.findings.push({ verdict: error.kind, property, last, evaluation, error });
    this.stop = { kind: "violation" };
    switch (evaluation.kind) {
      case "assumptions":
      case "initial":
        found(null, null);
        return;
      case "periodic":
        found(evaluator.periodic, null);
        return;
      case "postcondition":
        found(evaluator.postconditions[evaluation.index]!, null);
        return;
      case "successors":
      case "assertion":
      case "fingerprints":
        found(null, parent === NONE ? null : store.origin(parent));
        return;
      case "constraints":
      case "actionConstraints":
        found(null, this.here());
        return;
      case "invariant":
        found(evaluator.invariants[evaluation.index]!, this.here());
        return;
      case "initialProperty":
        found(evaluator.initialProperties[evaluation.index]!, this.here());
        return;
      case "actionProperty":
        found(evaluator.actionProperties[evaluation.index]!, this.here());
        return;
      case "possibility":
        found(evaluator.possible[evaluation.index]!.name, this.here());
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
    this.askPeriodic();
    const stop = this.watch.stop();
    if (stop !== null) this.halt(stop);
  }

  /** Asks the condition that is asked now and then, if its time has come; where it is false the search is over. */
  private askPeriodic(): void {
    const { evaluator, watch } = this;
    if (evaluator.periodic === null || watch.elapsed() < this.nextPeriod) return;
    this.nextPeriod = watch.elapsed() + PERIOD;
    this.under = PERIODIC;
    if (evaluator.periodicHolds()) return;
    const { periodic: property } = evaluator;
    this.findings.push({ verdict: "assumption", property, last: null, evaluation: PERIODIC, error: null });
    this.halt({ kind: "violation" });
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
      generated: this.generated + this.between,
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
    const violations = this.findings.map((finding) => this.confirm(finding));
    // What postconditions print they print for the first time.
    if (violations.length > 0 && evaluator.postconditions.length > 0) this.tell(false);
    const late = [...this.impossible(), ...this.askPostconditions()];
    if (late.length > 0) this.tell(true);
    for (const finding of late) violations.push(this.confirm(finding));
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
      reduction: evaluator.reduction,
      collisionProbability: collisionProbability(store.size, this.generated),
      warnings: evaluator.warnings,
    };
  }

  private confirm(finding: Finding<Origin>): Violation {
    const last = finding.last && pathTo(this.store, finding.last);
    const { violation, states } = confirm(this.evaluator, { ...finding, last });
    if (states.length > 0) this.counterexample ??= { trace: states, loopStart: violation.loopStart };
    return violation;
  }

  /** What no state or step satisfied that some must satisfy: known once the search is complete. */
  private impossible(): readonly Finding<Origin>[] {
    if (this.stop.kind !== "complete") return [];
    return this.checks.impossible.map((evaluation) => ({
      verdict: "postcondition",
      property: `_POSSIBLE ${this.evaluator.possible[evaluation.index]!.name}`,
      last: null,
      evaluation,
      error: null,
    }));
  }

  /**
   * What postconditions are false, or have no value. As in TLC, they are asked after a search that came to its end, and
   * after a violation that has a behaviour, with which they may do what they like; but not after an evaluation that
   * failed, nor where a limit ended the search.
   */
  private askPostconditions(): readonly Finding<Origin>[] {
    const { evaluator, findings, stop } = this;
    const ended =
      stop.kind === "complete" ||
      stop.kind === "exit" ||
      (stop.kind === "violation" && this.counterexample !== null);
    if (!ended || findings.some(({ error, verdict }) => error !== null && verdict === "error")) return [];
    return evaluator.postconditions.flatMap((property, index): readonly Finding<Origin>[] => {
      const evaluation: Evaluation = { kind: "postcondition", index };
      this.under = evaluation;
      const finding = { verdict: "postcondition", property, last: null, evaluation } as const;
      try {
        return evaluator.postcondition(index) ? [] : [{ ...finding, error: null }];
      } catch (thrown) {
        if (!(thrown instanceof EvaluationError)) throw thrown;
        return [{ ...finding, error: thrown }];
      }
    });
  }
}
