/** A hand-written evaluator over tuples of small integers, and a host without a clock, for tests of the search. */
import {
  type Action,
  EvaluationError,
  type Evaluator,
  type Explanation,
} from "../../src/explore/evaluator.js";
import type { Host } from "../../src/explore/host.js";
import type { Core } from "../../src/semantics/core.js";
import { Source } from "../../src/syntax/source.js";
import type { Value } from "../../src/values/index.js";

export type Tuple = readonly number[];

export interface Toy {
  readonly variables: readonly string[];
  readonly initial: readonly Tuple[];
  /** Each action gives the successors of a state. */
  readonly actions: Readonly<Record<string, (state: Tuple) => readonly Tuple[]>>;
  readonly invariants?: Readonly<Record<string, (state: Tuple) => boolean>>;
  readonly witnesses?: Readonly<Record<string, (state: Tuple) => boolean>>;
  readonly initialProperties?: Readonly<Record<string, (state: Tuple) => boolean>>;
  readonly actionProperties?: Readonly<Record<string, (state: Tuple, next: Tuple) => boolean>>;
  readonly possible?: Readonly<Record<string, (state: Tuple, next: Tuple) => boolean>>;
  readonly postconditions?: Readonly<Record<string, () => boolean>>;
  readonly periodic?: () => boolean;
  readonly alias?: (state: Tuple, next: Tuple) => readonly { name: string; value: Value }[];
  /** Left sides of the invariants of the same names. */
  readonly antecedents?: Readonly<Record<string, (state: Tuple) => boolean>>;
  /** What is known of actions besides their names. */
  readonly about?: Readonly<Record<string, Partial<Action>>>;
  readonly instances?: Evaluator<Tuple>["instances"];
  /** What scripted runs ask; a predicate is the literal of its name. */
  readonly predicates?: Readonly<Record<string, (state: Tuple) => boolean>>;
  readonly bufferFull?: (state: Tuple) => boolean;
  readonly assumptions?: Readonly<Record<string, () => boolean>>;
  /** Instead of an explanation that names the invariant. */
  readonly explain?: () => Explanation;
  readonly constraint?: (state: Tuple) => boolean;
  readonly actionConstraint?: (state: Tuple, next: Tuple) => boolean;
  /** To force collisions. */
  readonly fingerprint?: (state: Tuple) => readonly [number, number];
}

/** An evaluation error with a code, as evaluators throw them. */
export function failure(
  code: string,
  kind: "error" | "assert" = "error",
  action: number | null = null,
): never {
  throw new EvaluationError(kind, { code, severity: "error", message: `failed with ${code}` }, action);
}

export function toyEvaluator(toy: Toy): Evaluator<Tuple> {
  const source = new Source("toy", "");
  const actions: Action[] = Object.keys(toy.actions).map((name, index) => ({
    index,
    name,
    bindings: [],
    step: null,
    instance: null,
    span: { source, start: 0, end: 0 },
    ...toy.about?.[name],
  }));
  const named = (conjunct: string): Explanation => ({
    conjunct,
    span: { source, start: 0, end: 0 },
    parts: [],
  });
  const steps = Object.values(toy.actions);
  const invariants = Object.entries(toy.invariants ?? {});
  const witnesses = Object.entries(toy.witnesses ?? {});
  const assumptions = Object.entries(toy.assumptions ?? {});
  const initialProperties = Object.entries(toy.initialProperties ?? {});
  const actionProperties = Object.entries(toy.actionProperties ?? {});
  const possible = Object.entries(toy.possible ?? {});
  const postconditions = Object.entries(toy.postconditions ?? {});
  const antecedents = Object.entries(toy.antecedents ?? {});
  const take: Evaluator<Tuple>["take"] = (state, action, emit, failed) => {
    try {
      for (const next of steps[action]!(state)) emit(next);
    } catch (thrown) {
      if (!(thrown instanceof EvaluationError) || thrown.kind !== "assert" || failed === undefined)
        throw thrown;
      failed(thrown);
    }
  };
  return {
    engine: "reference",
    variables: toy.variables.map((name) => ({ name, display: name })),
    actions,
    instances: toy.instances ?? [],
    assumptions: assumptions.map(([name]) => name),
    invariants: invariants.map(([name]) => name),
    witnesses: witnesses.map(([name]) => name),
    attach: () => null,
    initialProperties: initialProperties.map(([name]) => name),
    actionProperties: actionProperties.map(([name]) => name),
    possible: possible.map(([name]) => ({ name, ofSteps: true })),
    postconditions: postconditions.map(([name]) => name),
    periodic: toy.periodic === undefined ? null : "Periodic",
    reduction: null,
    warnings: [],
    passed: 0,
    falseAssumption: () => assumptions.findIndex(([, holds]) => !holds()),
    initial: (emit) => {
      for (const state of toy.initial) emit(state);
    },
    antecedents: antecedents.map(([name]) => ({
      invariant: invariants.findIndex(([other]) => other === name),
      text: `left of ${name}`,
    })),
    successors: (state, emit, failed) => {
      for (const { index } of actions) take(state, index, (next) => emit(next, index), failed);
    },
    take,
    invariant: (index, state) => invariants[index]![1](state),
    initialProperty: (index, state) => initialProperties[index]![1](state),
    actionProperty: (index, state, next) => actionProperties[index]![1](state, next),
    possibility: (index, state, next) => possible[index]![1](state, next!),
    postcondition: (index) => postconditions[index]![1](),
    periodicHolds: () => toy.periodic?.() ?? true,
    witness: (index, state) => witnesses[index]![1](state),
    antecedent: (index, state) => antecedents[index]![1](state),
    bufferFull: (state) => toy.bufferFull?.(state) ?? false,
    withinConstraints: (state) => toy.constraint?.(state) ?? true,
    withinActionConstraints: (state, next) => toy.actionConstraint?.(state, next) ?? true,
    distinguish: () => true,
    fingerprint: (state, out) => {
      const [low, high] = toy.fingerprint?.(state) ?? mixed(state);
      out[0] = low;
      out[1] = high;
    },
    equal: (a, b) => a.length === b.length && a.every((value, i) => value === b[i]),
    values: (state) => state,
    alias: (state, next) => toy.alias?.(state, next) ?? null,
    explainInitial: (index) => named(initialProperties[index]![0]),
    explainStep: (index) => named(actionProperties[index]![0]),
    explain: (index) => toy.explain?.() ?? named(invariants[index]![0]),
    value: (expression) => literal(expression),
    holds: (predicate, state) => toy.predicates![literal(predicate) as string]!(state),
    blame: (predicate) => named(literal(predicate) as string),
    obstacles: () => [],
  };
}

function literal(core: Core): Value {
  if (core.kind === "literal") return core.value;
  throw new Error(`the toy knows literals only, not ${core.kind}`);
}

function mixed(state: Tuple): [number, number] {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (const value of state) {
    low = Math.imul(low ^ value, 0x01000193);
    high = Math.imul(high ^ value ^ (low >>> 15), 0x85ebca6b);
    low ^= high >>> 13;
  }
  return [low >>> 0, high >>> 0];
}

/** A host whose clock moves by `tick` milliseconds each time it is read. */
export class ToyHost implements Host {
  interrupted = false;
  pauses = 0;
  readonly printed: string[] = [];
  private time = 0;

  constructor(
    private readonly tick = 0,
    private readonly onPause: (host: ToyHost) => void = () => {},
    private readonly used: () => number = () => 0,
  ) {}

  now(): number {
    this.time += this.tick;
    return this.time;
  }

  pause(): Promise<void> {
    this.pauses++;
    this.onPause(this);
    return Promise.resolve();
  }

  memory(): { used: number; limit: number } {
    return { used: this.used(), limit: 1000 };
  }

  print(text: string): void {
    this.printed.push(text);
  }
}

/** Two jugs of 3 and 5 litres: fill, empty, pour. `<<small, big>>`. */
export const jugs: Toy = {
  variables: ["small", "big"],
  initial: [[0, 0]],
  actions: {
    FillSmall: ([, b]) => [[3, b!]],
    FillBig: ([s]) => [[s!, 5]],
    EmptySmall: ([, b]) => [[0, b!]],
    EmptyBig: ([s]) => [[s!, 0]],
    SmallToBig: ([s, b]) => {
      const poured = Math.min(s!, 5 - b!);
      return [[s! - poured, b! + poured]];
    },
    BigToSmall: ([s, b]) => {
      const poured = Math.min(b!, 3 - s!);
      return [[s! + poured, b! - poured]];
    },
  },
};

/** `count` counters modulo `modulus`, each step incrementing one. */
export function counters(count: number, modulus: number): Toy {
  return {
    variables: Array.from({ length: count }, (_, i) => `c${i}`),
    initial: [Array.from({ length: count }, () => 0)],
    actions: Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `Step${i}`,
        (state: Tuple) => [state.map((value, j) => (i === j ? (value + 1) % modulus : value))],
      ]),
    ),
  };
}
