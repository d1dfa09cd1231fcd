/**
 * Simulation: many random behaviours in place of all of them, for models that are too large to be searched whole.
 *
 * How a behaviour is chosen:
 * - its initial state evenly among the initial states within the constraints, one found twice counting twice;
 * - then, choosing by action: the actions are tried in an order drawn anew for each state, all orders alike, and the
 *   first one with a successor within the constraints gives the next state, evenly among its successors. An action
 *   here is one of `Evaluator.actions`, a disjunct of Next with its constant quantifiers instantiated. This is what TLC
 *   does, but for its order, which is one action drawn evenly and then the others in a fixed stride;
 * - or, choosing by successor: evenly among all successors within the constraints, one found twice counting twice.
 *
 * A behaviour ends after `depth` steps, or where no step leads on within the constraints.
 * Every state that is computed is checked, those that are not chosen too: of all actions tried, or choosing by successor
 * of all actions. In generation only the states gone through are checked. A state that has no successor at all, within
 * the constraints or not, is a deadlock, as in the search.
 * No state is remembered: nothing is known of how many there are, and that nothing was found proves nothing.
 */
import { EvaluationError, type Evaluator } from "./evaluator.js";
import { type Finding, sameFinding, violationOf } from "./findings.js";
import type { Host, Progress } from "./host.js";
import { random } from "./random.js";
import { asTrace, type Evaluation, type PathState, placeOf, rebuild } from "./replay.js";
import type { PathStep, Result, SimulationReport, Stop, TraceState } from "./result.js";
import type { SearchView } from "./search-view.js";
import { pathUnder, viewOfSimulation } from "./simulation-view.js";
import { StepChecks } from "./step-checks.js";
import { Watch } from "./watch.js";

/** Which behaviours to take, how many, and what to check on the way. */
export interface SimulateOptions {
  /** The same seed gives the same behaviours. */
  readonly seed: number;
  /** Behaviours to take at most; Infinity: until something else ends the simulation. */
  readonly traces: number;
  /** Steps of a behaviour at most. */
  readonly depth: number;
  /** How the next state is chosen; see above. */
  readonly choose: "action" | "successor";
  /** Check only the states gone through. */
  readonly generate?: boolean | undefined;
  /** Whether a state without successors is a violation. */
  readonly checkDeadlock: boolean;
  /** Go on after violations; of each property the shortest counterexample met is kept. */
  readonly continue?: boolean | undefined;
  readonly timeoutSeconds?: number | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * Called with the seed for what a spec chooses at random itself (`RandomElement`): another one for each behaviour, and
   * that of its behaviour before a counterexample is executed again.
   */
  readonly onSeed?: ((seed: number) => void) | undefined;
  /** Called with every behaviour that came to its end without a violation, and its number from 1. */
  readonly onTrace?: ((trace: readonly TraceState[], number: number) => void) | undefined;
}

/**
 * Takes random behaviours of a model and checks their states.
 * Without a violation the verdict is "incomplete", and `stop` says whether all behaviours asked for were taken.
 * @throws ReplayError if a counterexample does not come out again when it is re-executed
 */
export function simulate<State>(
  evaluator: Evaluator<State>,
  options: SimulateOptions,
  host: Host,
): Promise<Result> {
  return new Simulation(evaluator, options, host).run();
}

const ASSUMPTIONS: Evaluation = { kind: "assumptions" };
const INITIAL: Evaluation = { kind: "initial" };
const SUCCESSORS: Evaluation = { kind: "successors" };
const CONSTRAINTS: Evaluation = { kind: "constraints" };
const ACTION_CONSTRAINTS: Evaluation = { kind: "actionConstraints" };

/** Unwinds when the simulation is over. */
class Halt extends Error {}
/** Unwinds one behaviour: a violation was found on it, and the simulation goes on with the next. */
class NextTrace extends Error {}

/** A state that can be gone to. */
interface Choice<State> {
  readonly state: State;
  readonly action: number;
}

/** A finding, and the seed of the behaviour that it was met on. */
type Met = Finding<readonly PathStep[]> & { readonly seed: number };

class Simulation<State> {
  private readonly draw: () => number;
  private readonly checks: StepChecks<State>;
  private readonly watch: Watch;
  private readonly taken: Float64Array;
  private readonly findings: Met[] = [];
  private stop: Stop;
  /** The behaviour so far. */
  private path: PathState<State>[] = [];
  private under: Evaluation = ASSUMPTIONS;
  /** The state that is being checked, where it is not the last of the path. */
  private visiting: Choice<State> | null = null;
  private generated = 0;
  private initialStates = 0;
  private traces = 0;
  private longest = 0;
  private steps = 0;
  private bufferFull = false;
  /** Whether the spec asked for an end. */
  private exiting = false;

  constructor(
    private readonly evaluator: Evaluator<State>,
    private readonly options: SimulateOptions,
    private readonly host: Host,
  ) {
    this.draw = random(options.seed);
    this.checks = new StepChecks(evaluator, (evaluation) => {
      this.under = evaluation;
    });
    this.watch = new Watch(host, options.timeoutSeconds);
    this.taken = new Float64Array(evaluator.actions.length);
    this.stop = { kind: "simulated", traces: 0 };
  }

  async run(): Promise<Result> {
    const before = this.evaluator.attach(this.view());
    // What SYMMETRY and VIEW take for one state are several here: a behaviour goes on from the very one that it is in.
    const distinguished = this.evaluator.distinguish(true);
    try {
      await this.simulate();
      return this.result();
    } finally {
      this.evaluator.attach(before);
      this.evaluator.distinguish(distinguished);
    }
  }

  private async simulate(): Promise<void> {
    try {
      this.checkAssumptions();
      const starts = this.attempt(() => this.starts()) ?? [];
      this.tell();
      while (starts.length > 0 && this.traces < this.options.traces) {
        this.traces++;
        if (this.exiting) this.halt({ kind: "exit" });
        if (this.watch.due()) await this.pause();
        await this.trace(starts);
      }
      this.stop = { kind: "simulated", traces: this.traces };
    } catch (thrown) {
      if (!(thrown instanceof Halt)) throw thrown;
    }
  }

  private checkAssumptions(): void {
    const index = this.attempt(() => this.evaluator.falseAssumption()) ?? -1;
    if (index < 0) return;
    const property = this.evaluator.assumptions[index]!;
    const finding = {
      verdict: "assumption",
      property,
      last: null,
      evaluation: ASSUMPTIONS,
      error: null,
    } as const;
    this.findings.push({ ...finding, seed: this.seed });
    this.halt({ kind: "violation" });
  }

  /** The initial states within the constraints, all of them checked. */
  private starts(): readonly State[] {
    const starts: State[] = [];
    this.under = INITIAL;
    this.evaluator.initial((state) => {
      this.initialStates++;
      if (this.visit(state, -1)) starts.push(state);
      this.under = INITIAL;
      this.visiting = null;
    });
    return starts;
  }

  /** One behaviour. */
  private async trace(starts: readonly State[]): Promise<void> {
    this.path = [{ state: this.pick(starts), action: -1 }];
    this.options.onSeed?.(this.seed);
    try {
      while (this.path.length <= this.options.depth && !this.exiting) {
        if (this.watch.due()) await this.pause();
        const next = this.attempt(() => this.next());
        if (next === null) break;
        this.path.push(next);
        if (next.action >= 0) this.taken[next.action]!++;
      }
      this.options.onTrace?.(asTrace(this.evaluator, this.path), this.traces);
    } catch (thrown) {
      if (!(thrown instanceof NextTrace)) throw thrown;
    } finally {
      this.longest = Math.max(this.longest, this.path.length);
      this.steps += this.path.length - 1;
    }
  }

  /** The seed for random choices within the behaviour; the initial states are computed once, with the seed given. */
  private get seed(): number {
    return (this.options.seed + Math.imul(this.traces, 0x9e3779b1)) >>> 0;
  }

  /** A next state, checked; null if none leads on. */
  private next(): Choice<State> | null {
    const before = this.generated;
    const choice = this.options.choose === "action" ? this.byAction() : this.bySuccessor();
    if (choice === null) {
      if (this.generated === before && this.options.checkDeadlock) {
        const last = this.fingerprints(null);
        this.report({ verdict: "deadlock", property: null, last, evaluation: SUCCESSORS, error: null });
      }
      return null;
    }
    if (this.options.generate === true) this.check(choice);
    this.visiting = null;
    return choice;
  }

  private byAction(): Choice<State> | null {
    const order = this.evaluator.actions.map(({ index }) => index);
    for (let left = order.length; left > 0; left--) {
      const position = Math.floor(this.draw() * left);
      const action = order[position]!;
      order[position] = order[left - 1]!;
      const choices = this.successors(action);
      if (choices.length > 0) return this.pick(choices);
    }
    return null;
  }

  private bySuccessor(): Choice<State> | null {
    const choices = this.evaluator.actions.flatMap(({ index }) => this.successors(index));
    return choices.length === 0 ? null : this.pick(choices);
  }

  /** The successors by one action that are within the constraints. */
  private successors(action: number): readonly Choice<State>[] {
    const { state } = this.path.at(-1)!;
    const choices: Choice<State>[] = [];
    this.under = SUCCESSORS;
    this.visiting = null;
    this.evaluator.take(
      state,
      action,
      (next) => {
        if (this.visit(next, action)) choices.push({ state: next, action });
        this.under = SUCCESSORS;
        this.visiting = null;
      },
      (error) => {
        const evaluation: Evaluation = { kind: "assertion", place: placeOf(error) };
        const last = this.fingerprints(null);
        this.report({ verdict: "assert", property: null, last, evaluation, error });
      },
    );
    return choices;
  }

  /** Counts a state that the evaluator gave, and checks it unless only those gone through are; whether it is within. */
  private visit(state: State, action: number): boolean {
    const { evaluator } = this;
    this.generated++;
    this.visiting = { state, action };
    if (this.options.generate !== true || action < 0) this.check(this.visiting);
    this.under = CONSTRAINTS;
    if (!evaluator.withinConstraints(state)) return false;
    const from = this.path.at(-1);
    if (action < 0 || from === undefined) return true;
    this.under = ACTION_CONSTRAINTS;
    return evaluator.withinActionConstraints(from.state, state);
  }

  private check(choice: Choice<State>): void {
    this.visiting = choice;
    this.bufferFull ||= this.evaluator.bufferFull(choice.state);
    const from = choice.action < 0 ? null : this.path.at(-1)!.state;
    for (const { verdict, property, evaluation } of this.checks.violated(from, choice.state)) {
      this.report({ verdict, property, last: this.fingerprints(choice), evaluation, error: null });
    }
  }

  private pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.draw() * items.length)]!;
  }

  /** The behaviour so far, and one state more if one is given. */
  private fingerprints(more: Choice<State> | null): readonly PathStep[] {
    const words = new Uint32Array(2);
    const path = more === null ? this.path : more.action < 0 ? [more] : [...this.path, more];
    return path.map(({ state, action }) => {
      this.evaluator.fingerprint(state, words);
      return { action, low: words[0]!, high: words[1]! };
    });
  }

  /** Runs an evaluation; where it has no value, that is a finding. */
  private attempt<T>(run: () => T): T {
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof EvaluationError)) throw thrown;
      this.failed(thrown);
    }
  }

  private failed(error: EvaluationError): never {
    const { under: evaluation, visiting } = this;
    const none = evaluation.kind === "assumptions" || (evaluation.kind === "initial" && visiting === null);
    const last = none ? null : this.fingerprints(visiting);
    const property = this.checks.nameOf(evaluation);
    this.findings.push({ verdict: error.kind, property, last, evaluation, error, seed: this.seed });
    // What the spec means there is not known: there is nothing to go on with.
    this.halt({ kind: "violation" });
  }

  /** Keeps a finding, of each property the shortest, and leaves the behaviour. */
  private report(found: Finding<readonly PathStep[]>): void {
    const finding = { ...found, seed: this.seed };
    this.longest = Math.max(this.longest, lengthOf(finding));
    const known = this.findings.findIndex((other) => sameFinding(other, finding));
    if (known < 0) this.findings.push(finding);
    else if (lengthOf(finding) < lengthOf(this.findings[known]!)) this.findings[known] = finding;
    if (!this.options.continue) this.halt({ kind: "violation" });
    if (finding.verdict === "deadlock") throw new NextTrace();
  }

  private halt(stop: Stop): never {
    this.stop = stop;
    throw new Halt();
  }

  private async pause(): Promise<void> {
    await this.host.pause();
    this.tell();
    const stop = this.watch.stop();
    if (stop !== null) this.halt(stop);
  }

  private tell(): void {
    const { host, findings, options } = this;
    options.onProgress?.({
      ...this.states(),
      violated: findings.map(({ verdict, property }) => ({ verdict, property })),
      replaying: false,
      elapsed: this.watch.elapsed(),
      memory: host.memory().used,
    });
  }

  /** Postconditions are asked at the end, unless an evaluation failed. */
  private askPostconditions(): readonly Finding<readonly PathStep[]>[] {
    const { evaluator, findings, stop } = this;
    const ended = stop.kind === "simulated" || stop.kind === "exit" || stop.kind === "violation";
    if (!ended || findings.some(({ verdict }) => verdict === "error" || verdict === "assumption")) return [];
    return evaluator.postconditions.flatMap((property, index): readonly Finding<readonly PathStep[]>[] => {
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

  private view(): SearchView<State> {
    const { options, watch, evaluator } = this;
    return viewOfSimulation({
      options,
      path: () => pathUnder(this.under, this.path, this.visiting),
      figures: () => ({ traces: this.traces, generated: this.generated, longest: this.longest }),
      seconds: () => watch.elapsed() / 1000,
      counterexample: () => {
        const last = this.findings[0]?.last ?? null;
        return last === null ? null : { trace: rebuild(evaluator, last), loopStart: null };
      },
      stop: () => {
        this.exiting = true;
      },
    });
  }

  private states(): Result["states"] {
    const { initialStates, generated, longest } = this;
    // No state is remembered, so nobody knows how many are different.
    return { initial: initialStates, generated, distinct: 0, depth: longest, queue: 0 };
  }

  private summary(): SimulationReport {
    const { seed, depth, choose, generate = false } = this.options;
    const { traces, longest } = this;
    const mean = traces === 0 ? 0 : this.steps / traces;
    return { seed, traces, depth, choose, generate, longest, meanSteps: mean };
  }

  private result(): Result {
    const { evaluator } = this;
    const seconds = this.watch.elapsed() / 1000;
    const violations = this.findings.map((finding) => {
      this.options.onSeed?.(finding.seed);
      return violationOf(evaluator, finding);
    });
    for (const finding of this.askPostconditions()) violations.push(violationOf(evaluator, finding));
    return {
      verdict: violations[0]?.verdict ?? "incomplete",
      violations,
      stop: this.stop,
      states: this.states(),
      seconds,
      engine: evaluator.engine,
      workers: 1,
      instances: evaluator.instances,
      coverage: evaluator.actions.map((action, index) => ({ action, taken: this.taken[index]!, found: 0 })),
      witnesses: [],
      antecedents: [],
      bufferFull: this.bufferFull,
      reduction: evaluator.reduction,
      falsified: [],
      collisionProbability: null,
      warnings: evaluator.warnings,
      simulation: this.summary(),
    };
  }
}

function lengthOf({ last }: Finding<readonly PathStep[]>): number {
  return last?.length ?? 0;
}
