/**
 * The reference evaluator: a model's meaning on immutable values, one interpreter for everything.
 * A state is an array with a value per variable; it is never changed once it was given out.
 */
import {
  type Action,
  EvaluationError,
  type Evaluator,
  type Explanation,
  type Obstacle,
} from "../explore/evaluator.js";
import { instancesOf } from "../explore/instances.js";
import { random } from "../explore/random.js";
import type { SearchView } from "../explore/search-view.js";
import type { Core } from "../semantics/core.js";
import type { Model } from "../semantics/model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { equal, fingerprint, makeRecord, type Value } from "../values/index.js";
import { type ActionInstance, splitActions } from "./actions.js";
import { shownFields } from "./alias.js";
import { antecedentsOf } from "./antecedents.js";
import { holdsStores } from "./buffers.js";
import { actionSearch, enumerateInitial, enumerateNext } from "./enumerate.js";
import type { PartialState } from "./environment.js";
import { asEvaluationError, assertionError, evaluationError } from "./errors.js";
import { explain } from "./explain.js";
import { Guards } from "./guards.js";
import { Interpreter } from "./interpreter.js";
import { type EvaluationContext, type Lender, Surroundings } from "./native-context.js";
import { obstaclesOf, type Wanted } from "./obstacles.js";
import { StateIdentity } from "./reduction.js";
import { Reads, Remembered } from "./remembered.js";

export type { EvaluationContext } from "./native-context.js";

/** A value for every variable of the model, in order. */
export type ReferenceState = readonly Value[];

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

class ReferenceEvaluator implements Evaluator<ReferenceState> {
  readonly engine = "reference";
  readonly variables: Evaluator<ReferenceState>["variables"];
  readonly actions: readonly ActionInstance[];
  readonly instances: Evaluator<ReferenceState>["instances"];
  readonly assumptions: readonly string[];
  readonly invariants: readonly string[];
  readonly witnesses: readonly string[];
  readonly initialProperties: readonly string[];
  readonly actionProperties: readonly string[];
  readonly possible: Evaluator<ReferenceState>["possible"];
  readonly postconditions: readonly string[];
  readonly periodic: string | null;
  readonly reduction: Evaluator<ReferenceState>["reduction"];
  readonly warnings: readonly Diagnostic[];
  readonly antecedents: Evaluator<ReferenceState>["antecedents"];
  private readonly identity: StateIdentity;
  private readonly antecedentBodies: readonly Core[];
  /** Of how many states or steps each possibility was true. */
  private readonly happened = new Map<string, number>();
  private readonly guards: Guards;
  private readonly interpreter: Interpreter;
  private readonly remembered = new Map<Core, Remembered>();
  private readonly surroundings: Surroundings;
  /** Whether fingerprints tell all states apart, whatever SYMMETRY and VIEW say. */
  private all = false;
  /** What is being evaluated, and the source of random choices in it once one is asked for. */
  private under: { state: ReferenceState | null; action: number; source: (() => number) | null };

  constructor(
    private readonly model: Model,
    private readonly context: EvaluationContext,
  ) {
    this.under = { state: null, action: 0, source: null };
    this.surroundings = new Surroundings(context, this.lender());
    this.interpreter = new Interpreter(this.surroundings, actionSearch);
    this.variables = model.variables;
    this.instances = instancesOf(model.processes, (core) => this.interpreter.value(core, null, null, null));
    this.actions = this.guarded(() => splitActions(this.interpreter, model, this.instances));
    this.guards = new Guards(this.actions);
    this.assumptions = model.assumptions.map(({ name }) => name);
    this.invariants = model.invariants.map(({ name }) => name);
    this.witnesses = model.witnesses.map(({ name }) => name);
    this.initialProperties = model.initialProperties.map(({ name }) => name);
    this.actionProperties = model.actionProperties.map(({ name }) => name);
    this.possible = model.possible.map(({ name, ofSteps }) => ({ name, ofSteps }));
    this.postconditions = model.postconditions.map(({ name }) => name);
    this.periodic = model.periodic?.name ?? null;
    this.identity = this.guarded(() => new StateIdentity(model, this.interpreter));
    this.reduction = this.identity.reduction;
    this.warnings = this.identity.warnings;
    const antecedents = model.invariants.flatMap(({ body }, invariant) =>
      antecedentsOf(body).map((antecedent) => ({ invariant, ...antecedent })),
    );
    this.antecedents = antecedents.map(({ invariant, text }) => ({ invariant, text }));
    this.antecedentBodies = antecedents.map(({ body }) => body);
  }

  get passed(): number {
    return this.interpreter.passed;
  }

  attach(view: SearchView<ReferenceState> | null): SearchView<ReferenceState> | null {
    const before = this.surroundings.view;
    this.surroundings.view = view;
    return before;
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

  successors(
    state: ReferenceState,
    emit: (next: ReferenceState, action: number) => void,
    failed?: (assertion: EvaluationError) => void,
  ): void {
    const found = this.guards.look(state);
    for (const { index } of this.actions) {
      if (!this.guards.excludes(index, found)) this.take(state, index, (next) => emit(next, index), failed);
    }
  }

  take(
    state: ReferenceState,
    index: number,
    emit: (next: ReferenceState) => void,
    failed?: (assertion: EvaluationError) => void,
  ): void {
    const action = this.actions[index]!;
    this.place(state, index);
    this.enumerating(action, emit, (give, calling) =>
      enumerateNext(
        this.interpreter,
        action.body,
        action.env,
        state,
        (next) => {
          give(this.complete(next, action.body, action.step?.name ?? action.name));
          return false;
        },
        failed === undefined
          ? null
          : (assertion) => {
              const { at, atEnv } = this.interpreter;
              const error = inAction(assertionError(assertion, at, atEnv), action);
              calling(() => failed(error));
            },
      ),
    );
  }

  invariant(index: number, state: ReferenceState): boolean {
    return this.known(this.model.invariants[index]!.body, state);
  }

  witness(index: number, state: ReferenceState): boolean {
    return this.known(this.model.witnesses[index]!.body, state);
  }

  initialProperty(index: number, state: ReferenceState): boolean {
    return this.holds(this.model.initialProperties[index]!.body, state);
  }

  actionProperty(index: number, state: ReferenceState, next: ReferenceState): boolean {
    return this.ofStep(this.model.actionProperties[index]!.body, state, next);
  }

  possibility(index: number, state: ReferenceState, next: ReferenceState | null): boolean {
    const { name, body } = this.model.possible[index]!;
    const holds = this.ofStep(body, state, next);
    this.happened.set(name, (this.happened.get(name) ?? 0) + (holds ? 1 : 0));
    // Where TLC keeps these counts (its module _Possible), so that a postcondition may look at them.
    this.surroundings.set("s:_possible", makeRecord(this.happened));
    return holds;
  }

  postcondition(index: number): boolean {
    return this.asked(this.model.postconditions[index]!.body);
  }

  periodicHolds(): boolean {
    return this.model.periodic === null || this.asked(this.model.periodic.body);
  }

  antecedent(index: number, state: ReferenceState): boolean {
    this.surroundings.quiet = true;
    try {
      return this.known(this.antecedentBodies[index]!, state);
    } catch (thrown) {
      // It may well have a value only where the invariant asks for it; whatever is wrong, the invariant will tell.
      if (!(thrown instanceof EvaluationError)) throw thrown;
      return false;
    } finally {
      this.surroundings.quiet = false;
    }
  }

  bufferFull(state: ReferenceState): boolean {
    const { variable, buffer } = this.model.memory;
    return variable !== null && holdsStores(state[variable.index]!, buffer);
  }

  withinConstraints(state: ReferenceState): boolean {
    return this.model.constraints.every(({ body }) => this.known(body, state));
  }

  withinActionConstraints(state: ReferenceState, next: ReferenceState): boolean {
    return this.guarded(() =>
      this.model.actionConstraints.every(({ body }) => this.interpreter.boolean(body, null, state, next)),
    );
  }

  distinguish(all: boolean): boolean {
    const before = this.all;
    this.all = all;
    return before;
  }

  fingerprint(state: ReferenceState, out: Uint32Array): void {
    this.guarded(() => (this.all ? fingerprint(state, out) : this.identity.fingerprint(state, out)));
  }

  equal(a: ReferenceState, b: ReferenceState): boolean {
    return a.every((value, i) => equal(value, b[i]!));
  }

  values(state: ReferenceState): readonly Value[] {
    return state;
  }

  alias(state: ReferenceState, next: ReferenceState): ReturnType<Evaluator<ReferenceState>["alias"]> {
    const { alias } = this.model;
    if (alias === null) return null;
    this.place(state, -1);
    const shown = this.guarded(() => this.interpreter.value(alias.body, null, state, next));
    return shownFields(alias.body, shown);
  }

  explainInitial(index: number, state: ReferenceState): Explanation {
    return this.blame(this.model.initialProperties[index]!.body, state);
  }

  explainStep(index: number, state: ReferenceState, next: ReferenceState): Explanation {
    const { body } = this.model.actionProperties[index]!;
    return this.guarded(() => explain(this.interpreter, body, state, next));
  }

  explain(invariant: number, state: ReferenceState): Explanation {
    return this.blame(this.model.invariants[invariant]!.body, state);
  }

  value(expression: Core, state: ReferenceState | null): Value {
    this.place(state, -1);
    return this.guarded(() => this.interpreter.value(expression, null, state, null));
  }

  holds(predicate: Core, state: ReferenceState): boolean {
    this.place(state, -1);
    return this.guarded(() => this.interpreter.boolean(predicate, null, state, null));
  }

  blame(predicate: Core, state: ReferenceState): Explanation {
    return this.guarded(() => explain(this.interpreter, predicate, state));
  }

  obstacles(state: ReferenceState | null, index: number | null, wanted?: Wanted): readonly Obstacle[] {
    const action = index === null ? null : this.actions[index]!;
    const init = this.model.behaviour?.init;
    const formula = action ?? (init === undefined ? null : { body: init, env: null });
    if (formula === null) return [];
    this.place(state, index ?? 0);
    return this.guarded(() =>
      obstaclesOf(this.interpreter, formula, state, this.model.variables.length, wanted),
    );
  }

  /** Whether a step satisfies an action. */
  private ofStep(action: Core, state: ReferenceState, next: ReferenceState | null): boolean {
    this.place(state, -1);
    return this.guarded(() => this.interpreter.boolean(action, null, state, next));
  }

  /** Whether a formula that speaks of no state holds. */
  private asked(formula: Core): boolean {
    this.place(null, -1);
    return this.guarded(() => this.interpreter.boolean(formula, null, null, null));
  }

  /** As `holds`, for a formula of the model: its answers are remembered. */
  private known(formula: Core, state: ReferenceState): boolean {
    let remembered = this.remembered.get(formula);
    if (remembered === undefined) {
      remembered = new Remembered();
      this.remembered.set(formula, remembered);
    }
    const before = remembered.recall(state);
    if (before !== undefined) return before;
    const reads = new Reads();
    this.interpreter.reads = reads;
    try {
      const holds = this.holds(formula, state);
      remembered.keep(state, reads, holds);
      return holds;
    } finally {
      this.interpreter.reads = null;
    }
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
      const { seed, initialSeed = seed } = this.context;
      under.source = random(
        (under.state === null ? initialSeed : seed) ^ words[0]! ^ Math.imul(under.action + 1, 0x9e3779b1),
      );
    }
    return under.source();
  }

  private lender(): Lender {
    const evaluator = this;
    return {
      model: this.model,
      actions: () => evaluator.actions,
      get interpreter() {
        return evaluator.interpreter;
      },
      choose: () => this.choose(),
      definition: (name) => this.model.definitions.get(name),
      primed: () => (evaluator.interpreter.primed ? evaluator.interpreter.atState : null),
      aside: (run) => this.aside(run),
    };
  }

  /** Runs what evaluates something else in the midst of an evaluation, and leaves no trace. */
  private aside<T>(run: () => T): T {
    const { under, interpreter, surroundings } = this;
    const { at, atEnv, atState, atNext, primed, reads } = interpreter;
    const { quiet } = surroundings;
    interpreter.reads = null;
    interpreter.primed = false;
    surroundings.quiet = true;
    try {
      return run();
    } finally {
      this.under = under;
      Object.assign(interpreter, { at, atEnv, atState, atNext, primed, reads });
      surroundings.quiet = quiet;
    }
  }

  /** Runs an evaluation; what goes wrong in it becomes an EvaluationError with its place. */
  private guarded<T>(run: () => T): T {
    try {
      return run();
    } catch (thrown) {
      throw asEvaluationError(thrown, this.interpreter.at, this.interpreter.atEnv);
    }
  }

  /**
   * As `guarded`, for an enumeration that calls back: what a callback throws is not the evaluation's. `calling` runs
   * a callback besides `emit`.
   */
  private enumerating(
    action: Action | null,
    emit: (state: ReferenceState) => void,
    run: (give: (state: ReferenceState) => void, calling: (callback: () => void) => void) => void,
  ): void {
    let fromCallback = false;
    const calling = (callback: () => void) => {
      const { under } = this;
      fromCallback = true;
      callback();
      fromCallback = false;
      // The callback may have evaluated invariants; random choices go on as if it had not.
      this.under = under;
    };
    try {
      run((state) => calling(() => emit(state)), calling);
    } catch (thrown) {
      if (fromCallback) throw thrown;
      const error = asEvaluationError(thrown, this.interpreter.at, this.interpreter.atEnv);
      throw error instanceof EvaluationError && action !== null ? inAction(error, action) : error;
    }
  }
}

/** An error with the action under way, unless it has one. */
function inAction(error: EvaluationError, action: Action): EvaluationError {
  return error.action === null ? new EvaluationError(error.kind, error.diagnostic, action.index) : error;
}
