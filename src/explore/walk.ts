/** One random behaviour: what a spec does, without looking everywhere. */
import { EvaluationError, type Evaluator } from "./evaluator.js";
import type { Host } from "./host.js";
import { random } from "./random.js";
import { type Evaluation, explained, type PathState } from "./replay.js";
import type { PathStep, Result, TraceState, Verdict, Violation } from "./result.js";
import { pathUnder, viewOfSimulation } from "./simulation-view.js";
import { StepChecks } from "./step-checks.js";

/** Which behaviour to walk, how far, and what to check on the way. */
export interface WalkOptions {
  /** The same seed gives the same behaviour. */
  readonly seed: number;
  /** Steps to take at most. */
  readonly steps: number;
  /** Whether a state without successors is a violation; else the walk just ends there. */
  readonly checkDeadlock: boolean;
}

/** Milliseconds between two pauses. */
const PAUSE = 150;

/**
 * Walks from an initial state, choosing each next state evenly among the successors within the constraints.
 * Ends after the given steps, in a state from which no step leads on to another, at the first violation, or when
 * interrupted.
 * `behaviour` of the result holds the states gone through. Without a violation the verdict is "incomplete": a walk
 * proves nothing.
 */
export async function walk<State>(
  evaluator: Evaluator<State>,
  options: WalkOptions,
  host: Host,
): Promise<Result> {
  const started = host.now();
  const choose = random(options.seed);
  const behaviour: TraceState[] = [];
  const path: PathStep[] = [];
  const fingerprint = new Uint32Array(2);
  const taken = evaluator.actions.map(() => 0);
  let generated = 0;
  let initial = 0;
  let violation: Violation | null = null;
  let interrupted = false;
  let bufferFull = false;
  let nextPause = started + PAUSE;

  /** What is being evaluated, for errors. */
  let property: string | null = null;
  const violated = (verdict: Violation["verdict"], more: Partial<Violation>): Violation => ({
    verdict,
    property,
    trace: behaviour,
    path,
    loopStart: null,
    explanation: null,
    error: null,
    ...more,
  });
  /** What is being evaluated, and where, for specs that ask. */
  let under: Evaluation = { kind: "assumptions" };
  let visiting: PathState<State> | null = null;
  let ended = false;
  const states: PathState<State>[] = [];
  const before = evaluator.attach(
    viewOfSimulation({
      options: { ...options, traces: 1, depth: options.steps },
      path: () => pathUnder(under, states, visiting),
      figures: () => ({ traces: 1, generated, longest: states.length }),
      seconds: () => (host.now() - started) / 1000,
      counterexample: () => null,
      stop: () => {
        ended = true;
      },
    }),
  );
  const checks: StepChecks<State> = new StepChecks(evaluator, (evaluation) => {
    property = checks.nameOf(evaluation);
    under = evaluation;
  });
  /** Whether a state, and the step to it if there is one, are within the constraints. */
  const within = (from: State | null, state: State, action: number): boolean => {
    visiting = { state, action };
    under = { kind: "constraints" };
    if (!evaluator.withinConstraints(state)) return false;
    under = { kind: "actionConstraints" };
    return from === null || evaluator.withinActionConstraints(from, state);
  };
  /** Goes to a state; gives the violation that it shows, if any. */
  const enter = (from: State | null, state: State, action: number | null): Violation | null => {
    behaviour.push({
      action: action === null ? null : evaluator.actions[action]!,
      values: evaluator.values(state),
    });
    evaluator.fingerprint(state, fingerprint);
    path.push({ action: action ?? -1, low: fingerprint[0]!, high: fingerprint[1]! });
    bufferFull ||= evaluator.bufferFull(state);
    if (action !== null) taken[action]!++;
    visiting = { state, action: action ?? -1 };
    const [broken] = checks.violated(from, state);
    states.push(visiting);
    property = broken?.property ?? null;
    if (broken === undefined) return null;
    const ends = [...(from === null ? [] : [from]), state].map((one) => ({ state: one, action: -1 }));
    return violated(broken.verdict, { explanation: explained(evaluator, broken.evaluation, ends) });
  };

  try {
    const falseAssumption = evaluator.falseAssumption();
    if (falseAssumption >= 0) {
      property = evaluator.assumptions[falseAssumption]!;
      violation = violated("assumption", {});
    } else {
      const starts: State[] = [];
      under = { kind: "initial" };
      evaluator.initial((state) => {
        initial++;
        if (within(null, state, -1)) starts.push(state);
        under = { kind: "initial" };
      });
      generated = initial;
      let current = pick(starts, choose);
      if (current !== undefined) violation = enter(null, current, null);
      while (current !== undefined && violation === null && behaviour.length <= options.steps) {
        if (host.now() >= nextPause) {
          await host.pause();
          nextPause = host.now() + PAUSE;
          interrupted = host.interrupted;
          if (interrupted) break;
        }
        if (ended) break;
        const from: State = current;
        const known = generated;
        const steps: { readonly state: State; readonly action: number }[] = [];
        under = { kind: "successors" };
        evaluator.successors(from, (state, action) => {
          generated++;
          if (within(from, state, action)) steps.push({ state, action });
          under = { kind: "successors" };
        });
        if (generated === known && options.checkDeadlock) violation = violated("deadlock", {});
        // Nothing but stuttering is left, as when every process is done.
        if (steps.length > 0 && steps.every(({ state }) => evaluator.equal(state, from))) break;
        const step = pick(steps, choose);
        current = step?.state;
        if (step !== undefined) violation = enter(from, step.state, step.action);
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    const action = thrown.action === null ? null : evaluator.actions[thrown.action]!;
    violation = violated(thrown.kind, { error: thrown.diagnostic, action });
  } finally {
    evaluator.attach(before);
  }

  const verdict: Verdict = violation?.verdict ?? "incomplete";
  return {
    verdict,
    violations: violation === null ? [] : [violation],
    stop: interrupted ? { kind: "interrupted" } : { kind: "walk", steps: Math.max(0, behaviour.length - 1) },
    states: { initial, generated, distinct: behaviour.length, depth: behaviour.length, queue: 0 },
    seconds: (host.now() - started) / 1000,
    engine: evaluator.engine,
    workers: 1,
    instances: evaluator.instances,
    coverage: evaluator.actions.map((action, index) => ({ action, taken: taken[index]!, found: 0 })),
    witnesses: [],
    antecedents: [],
    bufferFull,
    reduction: null,
    falsified: [],
    collisionProbability: null,
    warnings: [],
    behaviour,
  };
}

function pick<T>(items: readonly T[], choose: () => number): T | undefined {
  return items[Math.floor(choose() * items.length)];
}
