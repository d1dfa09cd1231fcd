/**
 * Splits Next into actions: its disjuncts, with constant-bounded quantifiers instantiated and definitions entered as
 * long as their arguments are constant. Actions are what coverage, enabledness and traces speak of; TLC splits the
 * same way (tlc2.tool.impl.Tool, getActions).
 */
import type { Action, ProcessInstance } from "../explore/evaluator.js";
import { EvaluationError } from "../explore/evaluator.js";
import { type Core, type Definition, isOperatorArgument, type StepInfo } from "../semantics/core.js";
import type { Model } from "../semantics/model.js";
import { same, type Value, ValueError } from "../values/index.js";
import { Closure, Env, enterLet, LocalDefinition, localDefinition, Thunk } from "./environment.js";
import type { Interpreter } from "./interpreter.js";

/** An action and what the evaluator needs to take it. */
export interface ActionInstance extends Action {
  readonly body: Core;
  readonly env: Env | null;
}

interface Owner {
  readonly definition: Definition | null;
  readonly step: StepInfo | null;
}

/** The actions of a model, taken by `instances`, in the order of its text; empty if it has no behaviour. */
export function splitActions(
  interpreter: Interpreter,
  model: Model,
  instances: readonly ProcessInstance[],
): readonly ActionInstance[] {
  if (model.behaviour === null) return [];
  const splitter = new Splitter(interpreter, instances);
  splitter.split(model.behaviour.next, null, { definition: null, step: null });
  return splitter.actions;
}

/** More instances than this tell nobody anything: the quantifier that makes them is then taken as one action. */
const MOST_ACTIONS = 10_000;

/** There are more than MOST_ACTIONS actions. */
class TooMany extends Error {}

class Splitter {
  readonly actions: ActionInstance[] = [];
  /** How many attempts are under way, one inside the other. */
  private attempts = 0;

  constructor(
    private readonly interpreter: Interpreter,
    private readonly instances: readonly ProcessInstance[],
  ) {}

  split(core: Core, env: Env | null, owner: Owner): void {
    switch (core.kind) {
      case "or":
        for (const item of core.items) this.split(item, env, owner);
        return;
      case "let":
        this.split(core.body, enterLet(core.definitions, env), owner);
        return;
      case "quantifier":
        if (core.quantifier === "exists" && this.instantiate(core, env, owner)) return;
        break;
      case "call": {
        const { definition } = core;
        const scope = definition.scope === "local" ? localDefinition(env, definition).env : null;
        if (this.enter(definition, core, env, scope)) return;
        this.leaf(core, env, { definition, step: definition.step });
        return;
      }
      case "constant":
        if (core.constant.binding.kind === "definition") {
          if (this.enter(core.constant.binding.definition, core, env, null)) return;
        }
        break;
      default:
        break;
    }
    this.leaf(core, env, owner);
  }

  /** Splits the body for each element of the bounds. False: the bounds are not constant, or empty. */
  private instantiate(core: Extract<Core, { kind: "quantifier" }>, env: Env | null, owner: Owner): boolean {
    const before = this.actions.length;
    const complete = this.attempt(() => {
      this.interpreter.eachBinding(core.bounds, env, null, null, (inner) => {
        this.split(core.body, inner, owner);
        return false;
      });
    });
    if (!complete) this.actions.length = before;
    return this.actions.length > before;
  }

  /** Splits a definition's body, its arguments evaluated. False: they are not constant. */
  private enter(
    definition: Definition,
    use: Extract<Core, { kind: "call" | "constant" }>,
    env: Env | null,
    scope: Env | null,
  ): boolean {
    const before = this.actions.length;
    const complete =
      !definition.recursive &&
      !use.args.some(isOperatorArgument) &&
      this.attempt(() => {
        let inner = scope;
        definition.params.forEach((param, i) => {
          inner = new Env(param, this.interpreter.value(use.args[i] as Core, env, null, null), inner);
        });
        this.split(definition.body, inner, { definition, step: definition.step });
      });
    if (!complete) this.actions.length = before;
    return complete;
  }

  /**
   * Runs something that may find that an expression is not constant, or that there are too many instances. Any error
   * is left to the search to report.
   */
  private attempt(run: () => void): boolean {
    this.attempts++;
    try {
      run();
      return true;
    } catch (thrown) {
      if (thrown instanceof EvaluationError || thrown instanceof ValueError || thrown instanceof TooMany)
        return false;
      throw thrown;
    } finally {
      this.attempts--;
    }
  }

  private leaf(body: Core, env: Env | null, owner: Owner): void {
    const bindings = boundValues(env);
    const used = operatorUsed(body);
    const { step, definition } = used === null ? owner : { definition: used, step: used.step };
    if (this.attempts > 0 && this.actions.length >= MOST_ACTIONS) throw new TooMany();
    this.actions.push({
      index: this.actions.length,
      name: definition?.name ?? "Next",
      bindings,
      step,
      instance: this.taker(step, bindings),
      span: step?.span ?? definition?.span ?? body.span,
      body,
      env,
    });
  }

  /** Which process instance takes a step: one of the step's own process, or whoever `self` is in a procedure. */
  private taker(step: StepInfo | null, bindings: Action["bindings"]): ProcessInstance | null {
    if (step === null) return null;
    const self = bindings.find(({ name }) => name === "self")?.value;
    const own = this.instances.filter(({ process }) => process.name === step.process);
    if (own[0]?.process.many === false) return own[0];
    if (self === undefined) return null;
    return (own.length > 0 ? own : this.instances).find((instance) => same(instance.self, self)) ?? null;
  }
}

/**
 * The operator that an action consists of, once the quantifiers that could not be instantiated are looked through:
 * `\E m \in msgs : Receive(m)` is known as Receive.
 */
function operatorUsed(body: Core): Definition | null {
  switch (body.kind) {
    case "quantifier":
      return body.quantifier === "exists" ? operatorUsed(body.body) : null;
    case "let":
      return operatorUsed(body.body);
    case "call":
      return body.definition;
    default:
      return null;
  }
}

/** The values bound in an environment, outermost first; an inner name hides an outer one. */
function boundValues(env: Env | null): Action["bindings"] {
  const values = new Map<string, Value>();
  for (let link = env; link !== null; link = link.outer) {
    const { binding, key } = link;
    if (binding instanceof Thunk || binding instanceof Closure || binding instanceof LocalDefinition)
      continue;
    if (!values.has(key.name)) values.set(key.name, binding);
  }
  return [...values].map(([name, value]) => ({ name, value })).reverse();
}
