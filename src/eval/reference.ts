/**
 * The reference evaluator: a model's meaning on immutable values, one interpreter for everything.
 * A state is an array with a value per variable; it is never changed once it was given out.
 */
import { type Action, EvaluationError, type Evaluator, type Explanation } from "../explore/evaluator.js";
import { instancesOf } from "../explore/instances.js";
import { random } from "../explore/random.js";
import type { Core } from "../semantics/core.js";
import type { Model, NamedFormula } from "../semantics/model.js";
import { equal, fingerprint, type Value } from "../values/index.js";
import { type ActionInstance, splitActions } from "./actions.js";
import { actionSearch, enumerateInitial, enumerateNext } from "./enumerate.js";
import type { PartialState } from "./environment.js";
import { asEvaluationError, evaluationError } from "./errors.js";
import { explain } from "./explain.js";
import { Interpreter } from "./interpreter.js";
import type { NativeContext } from "./natives/index.js";

/** A value for every variable of the model, in order. */
export type ReferenceState = readonly Value[];

/** What an evaluation may do besides giving values. */
export interface EvaluationContext {
  /** Text of Print, PrintT and `print`. */
  print(text: string): void;
  /** Seed of RandomElement. */
  readonly seed: number;
}

/**
 * Makes the reference evaluator of a model.
 * Its methods throw EvaluationError where the model has no value; anything else is a bug of the tool.
 */
export function createReferenceEvaluator(
  model: Model,
  context: EvaluationContext,
): Evaluator<ReferenceState> {
  return new ReferenceEvaluator(model, context);
}

function nativeContext(context: EvaluationContext, choose: () => number): NativeContext {
  const registers = new Map<Value, Value>();
  return {
    print: (text) => context.print(text),
    random: choose,
    get: (key) => registers.get(key),
    set: (key, value) => {
      registers.set(key, value);
    },
  };
}

class ReferenceEvaluator implements Evaluator<ReferenceState> {
  readonly engine = "reference";
  readonly variables: Evaluator<ReferenceState>["variables"];
  readonly actions: readonly ActionInstance[];
  readonly instances: Evaluator<ReferenceState>["instances"];
  readonly assumptions: readonly string[];
  readonly invariants: readonly string[];
  readonly witnesses: readonly string[];
  private readonly interpreter: Interpreter;
  /** What is being evaluated, and the source of random choices in it once one is asked for. */
  private under: { state: ReferenceState | null; action: number; source: (() => number) | null };

  constructor(
    private readonly model: Model,
    private readonly context: EvaluationContext,
  ) {
    this.under = { state: null, action: 0, source: null };
    this.interpreter = new Interpreter(
      nativeContext(context, () => this.choose()),
      actionSearch,
    );
    this.variables = model.variables;
    this.instances = instancesOf(model.processes, (core) => this.interpreter.value(core, null, null, null));
    this.actions = this.guarded(() => splitActions(this.interpreter, model, this.instances));
    this.assumptions = model.assumptions.map(({ name }) => name);
    this.invariants = model.invariants.map(({ name }) => name);
    this.witnesses = model.witnesses.map(({ name }) => name);
  }

  falseAssumption(): number {
    return this.guarded(() =>
      this.model.assumptions.findIndex(({ body }) => !this.interpreter.boolean(body, null, null, null)),
    );
  }

  initial(emit: (state: ReferenceState) => void): void {
    if (this.model.behaviour === null) return;
    const { init } = this.model.behaviour;
    this.place(null, 0);
    this.enumerating(null, emit, (give) =>
      enumerateInitial(this.interpreter, init, this.model.variables.length, (state) => {
        give(this.complete(state, init, "Init"));
        return false;
      }),
    );
  }

  successors(state: ReferenceState, emit: (next: ReferenceState, action: number) => void): void {
    for (const action of this.actions) {
      this.place(state, action.index);
      this.enumerating(
        action,
        (next: ReferenceState) => emit(next, action.index),
        (give) =>
          enumerateNext(this.interpreter, action.body, action.env, state, (next) => {
            give(this.complete(next, action.body, action.step?.name ?? action.name));
            return false;
          }),
      );
    }
  }

  invariant(index: number, state: ReferenceState): boolean {
    return this.holds(this.model.invariants[index]!, state);
  }

  witness(index: number, state: ReferenceState): boolean {
    return this.holds(this.model.witnesses[index]!, state);
  }

  withinConstraints(state: ReferenceState): boolean {
    return this.model.constraints.every((constraint) => this.holds(constraint, state));
  }

  withinActionConstraints(state: ReferenceState, next: ReferenceState): boolean {
    return this.guarded(() =>
      this.model.actionConstraints.every(({ body }) => this.interpreter.boolean(body, null, state, next)),
    );
  }

  fingerprint(state: ReferenceState, out: Uint32Array): void {
    this.guarded(() => fingerprint(state, out));
  }

  equal(a: ReferenceState, b: ReferenceState): boolean {
    return a.every((value, i) => equal(value, b[i]!));
  }

  values(state: ReferenceState): readonly Value[] {
    return state;
  }

  explain(invariant: number, state: ReferenceState): Explanation {
    return this.guarded(() => explain(this.interpreter, this.model.invariants[invariant]!.body, state));
  }

  private holds(formula: NamedFormula, state: ReferenceState): boolean {
    this.place(state, -1);
    return this.guarded(() => this.interpreter.boolean(formula.body, null, state, null));
  }

  /** A state in which every variable has a value. Throws E005, naming the variables that have none. */
  private complete(state: PartialState, at: Core, what: string): ReferenceState {
    if (!state.includes(undefined)) return state as ReferenceState;
    const missing = this.model.variables
      .filter(({ index }) => state[index] === undefined)
      .map(({ display }) => display);
    const initial = what === "Init";
    throw evaluationError(
      "E005",
      `${what} gives no ${initial ? "" : "next "}value to ${missing.join(", ")}`,
      at,
      null,
      [
        initial
          ? `add \`${missing[0]} = ...\` or \`${missing[0]} \\in ...\` to it`
          : `add \`${missing[0]}' = ...\`, or \`UNCHANGED ${missing.length > 1 ? `<<${missing.join(", ")}>>` : missing[0]}\` to it`,
      ],
    );
  }

  /** Tells what is evaluated next. */
  private place(state: ReferenceState | null, action: number): void {
    this.under = { state, action, source: null };
  }

  /**
   * A number in [0, 1) for RandomElement. It depends on the seed and on what is being evaluated alone, so that a
   * behaviour that is executed again is the same one.
   */
  private choose(): number {
    const { under } = this;
    if (under.source === null) {
      const words = new Uint32Array(2);
      if (under.state !== null) fingerprint(under.state, words);
      under.source = random(this.context.seed ^ words[0]! ^ Math.imul(under.action + 1, 0x9e3779b1));
    }
    return under.source();
  }

  /** Runs an evaluation; what goes wrong in it becomes an EvaluationError with its place. */
  private guarded<T>(run: () => T): T {
    try {
      return run();
    } catch (thrown) {
      throw asEvaluationError(thrown, this.interpreter.at, this.interpreter.atEnv);
    }
  }

  /** As `guarded`, for an enumeration that calls back: what the callback throws is not the evaluation's. */
  private enumerating(
    action: Action | null,
    emit: (state: ReferenceState) => void,
    run: (give: (state: ReferenceState) => void) => void,
  ): void {
    let fromCallback = false;
    try {
      run((state) => {
        const { under } = this;
        fromCallback = true;
        emit(state);
        fromCallback = false;
        // The callback may have evaluated invariants; random choices go on as if it had not.
        this.under = under;
      });
    } catch (thrown) {
      if (fromCallback) throw thrown;
      const error = asEvaluationError(thrown, this.interpreter.at, this.interpreter.atEnv);
      if (error instanceof EvaluationError && action !== null && error.action === null) {
        throw new EvaluationError(error.kind, error.diagnostic, action.index);
      }
      throw error;
    }
  }
}
