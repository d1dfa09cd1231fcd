/**
 * A behaviour as a scripted run: the text of a `run` unit that takes the same steps to the same last state, and asserts
 * what was violated there.
 */
import type { Action, Evaluator } from "../explore/evaluator.js";
import { index } from "../explore/instances.js";
import type { Violation } from "../explore/result.js";
import type { Model } from "../semantics/model.js";
import { same, type Value } from "../values/index.js";
import { Instances } from "./instances.js";
import { specText } from "./spec-value.js";
import type { Told } from "./steps.js";
import { tellingApart } from "./telling-apart.js";

/** What a script is written of: a violation, or a behaviour (verdict null) that shows none. */
export type Scripted = Pick<Told, "verdict" | "property" | "trace" | "action">;

/**
 * The run that reproduces a behaviour. Where a step may lead to several states, or a behaviour may start in several, a
 * `where` says which is meant.
 * @param name what the run is called
 * @returns null if there is no behaviour, or if an action has no name that a run could call it by (`M!Next`)
 * @throws EvaluationError only if the behaviour is none of the evaluator's model
 */
export function scriptOf<State>(
  evaluator: Evaluator<State>,
  model: Model,
  behaviour: Scripted,
  name: string,
): string | null {
  const { trace, verdict, property, action } = behaviour;
  const [first, ...rest] = trace;
  if (first === undefined) return null;
  const instances = new Instances(model, evaluator.instances);
  const path = new Retaken(evaluator, instances);
  const items: string[] = [];
  const start = path.begin(first.values);
  if (start !== null) items.push(`start where ${start}`);
  for (const { action: taken, values } of rest) {
    if (taken === null) return null;
    // That all processes are done is no step that a run could name, and changes nothing.
    if (taken.step === null && model.processes.length > 0) continue;
    const call = callOf(evaluator, model, taken);
    if (call === null) return null;
    const where = path.take(call.actions, values);
    items.push(where === null ? call.text : `${call.text} where ${where}`);
  }
  const failing = action ? callOf(evaluator, model, action) : null;
  if (failing !== null) items.push(failing.text);
  if (failing === null && property !== null) items.push(`assert ~${property}`);
  const title = titleOf(behaviour);
  const lines = items.map((item, i) => `  ${item}${i === items.length - 1 ? "" : ";"}`);
  if (verdict === "deadlock") lines.push("  \\* no step is possible any more");
  return [`run ${name}${title} == {`, ...lines, "}"].join("\n");
}

/** What the run shows, for its title. */
function titleOf({ verdict, property }: Scripted): string {
  const what = titles[verdict ?? "none"];
  const title = what.replace("%", property ?? "a property");
  return title === "" ? "" : ` "${title}"`;
}

const titles: Readonly<Record<Violation["verdict"] | "none", string>> = {
  assumption: "",
  deadlock: "deadlock",
  invariant: "% is violated",
  action: "% is violated",
  liveness: "% is violated",
  postcondition: "",
  assert: "an assertion fails",
  error: "an evaluation fails",
  none: "",
};

/** The states that the items so far lead to, the one that is meant among them. */
class Retaken<State> {
  private right: State | null = null;
  private others: readonly State[] = [];

  constructor(
    private readonly evaluator: Evaluator<State>,
    private readonly instances: Instances,
  ) {}

  /** Starts. Gives the condition that the start needs. */
  begin(values: readonly Value[]): string | null {
    const states: State[] = [];
    this.evaluator.initial((state) => states.push(state));
    return this.arrive(states, values);
  }

  /** Takes one of some actions. Gives the condition that the step needs. */
  take(actions: readonly Action[], values: readonly Value[]): string | null {
    const states: State[] = [];
    for (const before of this.right === null ? [] : [this.right, ...this.others]) {
      for (const { index: number } of actions) {
        // An assertion that fails on another way of taking the step is not this behaviour's.
        this.evaluator.take(
          before,
          number,
          (state) => states.push(state),
          () => {},
        );
      }
    }
    return this.arrive(states, values);
  }

  private arrive(states: readonly State[], values: readonly Value[]): string | null {
    const { evaluator } = this;
    const isRight = (state: State): boolean =>
      evaluator.values(state).every((value, i) => same(value, values[i]!));
    const right = states.find(isRight);
    if (right === undefined) throw new Error("the behaviour to be scripted is none of this model");
    const others = distinct(
      evaluator,
      states.filter((state) => !evaluator.equal(state, right)),
    );
    this.right = right;
    this.others = [];
    if (others.length === 0) return null;
    const told = tellingApart(
      this.instances,
      values,
      others.map((state) => evaluator.values(state)),
    );
    this.others = told === null ? others : others.filter((_, i) => told.left.has(i));
    return told?.condition ?? null;
  }
}

/** States without duplicates. */
function distinct<State>(evaluator: Evaluator<State>, states: readonly State[]): readonly State[] {
  const seen = new Map<string, State[]>();
  const fingerprint = new Uint32Array(2);
  return states.filter((state) => {
    evaluator.fingerprint(state, fingerprint);
    const key = fingerprint.join();
    const alike = seen.get(key) ?? [];
    if (alike.some((other) => evaluator.equal(other, state))) return false;
    seen.set(key, [...alike, state]);
    return true;
  });
}

/** How a run calls an action, and all the actions that it calls so; null if it cannot. */
function callOf<State>(
  { actions }: Evaluator<State>,
  model: Model,
  action: Action,
): { readonly text: string; readonly actions: readonly Action[] } | null {
  const { step, instance } = action;
  if (step === null) return plainCall(actions, model, action);
  switch (step.kind) {
    case "memory": {
      const cpu = cpuOf(action);
      const selector = cpu === undefined || specText(cpu) === null ? "" : index(cpu);
      return {
        text: `memory${selector}.${step.name}`,
        actions: actions.filter(
          (other) => other.step?.kind === "memory" && (selector === "" || sameValue(cpuOf(other), cpu)),
        ),
      };
    }
    case "process": {
      const known = instance !== null && specText(instance.self) !== null ? instance : null;
      // A procedure's steps are told apart by who called it.
      const own = known !== null && known.process.name === step.process;
      const selector = known === null || (own && !known.process.many) ? "" : index(known.self);
      return {
        text: `${step.process}${selector}.${step.name}`,
        actions: actions.filter(
          (other) =>
            other.step?.kind === "process" &&
            other.step.process === step.process &&
            other.step.name === step.name &&
            (known === null || sameValue(other.instance?.self, known.self)),
        ),
      };
    }
    default:
      return step.kind satisfies never;
  }
}

/** An action with the arguments that its definition takes, or with as many as are needed to mean no other. */
function plainCall(
  all: readonly Action[],
  { definitions }: Model,
  action: Action,
): { readonly text: string; readonly actions: readonly Action[] } | null {
  if (!/^\w*[A-Za-z_]\w*$/.test(action.name)) return null;
  const named = all.filter(({ name }) => name === action.name);
  const meant = (count: number): readonly Action[] =>
    named.filter(({ bindings }) =>
      action.bindings.slice(0, count).every(({ value }, i) => sameValue(bindings[i]?.value, value)),
    );
  const texts = action.bindings.map(({ value }) => specText(value));
  const open = texts.indexOf(null);
  const most = open < 0 ? texts.length : open;
  const arity = definitions.get(action.name)?.params.length;
  let count = Math.min(most, arity ?? 0);
  if (arity === undefined) while (meant(count).length > meant(most).length) count++;
  const args = texts.slice(0, count).join(", ");
  return { text: count === 0 ? action.name : `${action.name}(${args})`, actions: meant(count) };
}

/** The CPU of a step of the memory. */
function cpuOf({ bindings }: Action): Value | undefined {
  return bindings.find(({ name }) => name === "cpu")?.value;
}

function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && b !== undefined && same(a, b);
}
