/** Which actions of a model an item of a scripted run means. */
import type { RunItem } from "../semantics/model.js";
import { same, type Value } from "../values/index.js";
import type { Action, Evaluator } from "./evaluator.js";
import type { NotDone } from "./run-result.js";

export type StepItem = Extract<RunItem, { kind: "step" }>;

/** The actions that an item means (several: choices that it leaves open), or why there are none. */
export type Chosen = { readonly kind: "actions"; readonly actions: readonly Action[] } | NotDone;

/**
 * Finds the actions that an item means.
 * @throws EvaluationError if the identity or an argument has no value
 */
export function chooseActions<State>(evaluator: Evaluator<State>, item: StepItem): Chosen {
  const self = item.self === null ? null : evaluator.value(item.self, null);
  if (item.process === null) {
    const args = item.args.map((argument) => evaluator.value(argument, null));
    return actionsCalled(evaluator, item.step, args);
  }
  return item.process === "memory"
    ? flushes(evaluator, self)
    : stepsOf(evaluator, item.process, item.step, self);
}

/** The steps in which memory shows a store, of one CPU or of all. */
function flushes<State>({ actions }: Evaluator<State>, cpu: Value | null): Chosen {
  const all = actions.filter(({ step }) => step?.kind === "memory");
  if (all.length === 0) return { kind: "noMemory" };
  if (cpu === null) return { kind: "actions", actions: all };
  const meant = all.filter((action) => isFor(cpuOf(action), cpu));
  if (meant.length > 0) return { kind: "actions", actions: meant };
  const cpus: Value[] = [];
  for (const other of all.flatMap((action) => cpuOf(action) ?? [])) {
    if (!cpus.some((known) => same(known, other))) cpus.push(other);
  }
  return { kind: "noCpu", cpu, cpus };
}

/** The CPU whose store a step of memory shows. */
function cpuOf({ bindings }: Action): Value | undefined {
  return bindings.find(({ name }) => name === "cpu")?.value;
}

/** A step of a process or procedure, taken by one instance or by whichever can. */
function stepsOf<State>(
  { actions, instances }: Evaluator<State>,
  process: string,
  name: string,
  self: Value | null,
): Chosen {
  const own = instances.filter((instance) => instance.process.name === process);
  if (self !== null && own.length > 0 && !own.some((instance) => same(instance.self, self))) {
    return { kind: "noInstance", process, self, instances: own };
  }
  const all = actions.filter(({ step }) => step?.kind === "process" && step.process === process);
  const called = all.filter(({ step }) => step?.name === name);
  if (called.length === 0) {
    return { kind: "noStep", steps: [...new Set(all.flatMap(({ step }) => step?.name ?? []))] };
  }
  if (self === null) return { kind: "actions", actions: called };
  const meant = called.filter(({ instance }) => isFor(instance?.self, self));
  // A procedure's steps are taken by those that may call it.
  return meant.length > 0
    ? { kind: "actions", actions: meant }
    : { kind: "noInstance", process, self, instances: called.flatMap(({ instance }) => instance ?? []) };
}

/** The actions of a plain module with a name, whose first arguments are the given ones. */
function actionsCalled<State>({ actions }: Evaluator<State>, name: string, args: readonly Value[]): Chosen {
  const called = actions.filter((action) => action.name === name);
  if (called.length === 0)
    return { kind: "noStep", steps: [...new Set(actions.map((action) => action.name))] };
  const known = called.filter(({ bindings }) => bindings.length >= args.length);
  if (known.length === 0) {
    return { kind: "argumentsOpen", known: Math.max(...called.map(({ bindings }) => bindings.length)) };
  }
  const meant = known.filter(({ bindings }) => args.every((arg, i) => isFor(bindings[i]?.value, arg)));
  return meant.length > 0 ? { kind: "actions", actions: meant } : { kind: "noArguments", actions: known };
}

function isFor(value: Value | undefined, wanted: Value): boolean {
  return value !== undefined && same(value, wanted);
}
