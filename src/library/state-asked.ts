/** Which state and which actions a question is about. */
import type { ReferenceState } from "../eval/reference.js";
import { stateWhere } from "../eval/state-where.js";
import { actionName } from "../explore/action-name.js";
import type { Action, Evaluator } from "../explore/evaluator.js";
import { followTrace } from "../explore/follow-trace.js";
import { readTrace } from "../explore/given-trace.js";
import type { Host } from "../explore/host.js";
import { search } from "../explore/search.js";
import { counted, thousands } from "../report/text.js";
import type { Model } from "../semantics/model.js";
import { questionIn } from "../semantics/question.js";
import { fail } from "../syntax/diagnostic.js";
import { didYouMean } from "../syntax/nearest.js";
import type { Value } from "../values/index.js";

/** How a state is meant; absent: the last one of the counterexample that a check finds. */
export type StateMeant =
  | { readonly kind: "where"; readonly text: string }
  | {
      readonly kind: "trace";
      readonly trace: { readonly name: string; readonly text: string };
      readonly at?: number | undefined;
    }
  | undefined;

interface Limits {
  readonly maxStates?: number | undefined;
  readonly timeoutSeconds?: number | undefined;
}

/**
 * The indices of the actions that go by a name: an action's or a step's, with or without its process, instance or
 * arguments. All actions where no name is given.
 * @throws SpecError C043 for a name that no action goes by
 */
export function actionsNamed(actions: readonly Action[], names: readonly string[]): readonly number[] {
  if (names.length === 0) return actions.map(({ index }) => index);
  const wanted = new Set<number>();
  for (const name of names) {
    const bare = name.replace(/\s+/g, "");
    const found = actions.filter((action) => namesOf(action).some((one) => one.replace(/\s+/g, "") === bare));
    if (found.length === 0) {
      const all = [...new Set(actions.map((action) => namesOf(action)[0]!))];
      const meant = didYouMean(name, all);
      const known = all.slice(0, 12).join(", ") + (all.length > 12 ? ", ..." : "");
      fail("C043", `there is no action \`${name}\``, undefined, [
        ...(meant.length > 0 ? meant : [`there are ${known}`]),
      ]);
    }
    for (const { index } of found) wanted.add(index);
  }
  return [...wanted].sort((a, b) => a - b);
}

/** What an action may be called, the plainest way first. */
function namesOf(action: Action): readonly string[] {
  const { name, step, instance } = action;
  if (step === null) return [name, actionName(action)];
  const process = instance?.process.name ?? step.process;
  return [
    `${process}.${step.name}`,
    step.name,
    process,
    ...(instance === null ? [] : [`${instance.name}.${step.name}`, instance.name]),
    actionName(action),
  ];
}

/**
 * The state that is meant, and in words where it comes from.
 * @param model made with the question, where the state is given by a predicate
 * @throws SpecError C044 if there is no such state
 */
export async function stateAsked(
  model: Model,
  evaluator: Evaluator<ReferenceState>,
  meant: StateMeant,
  limits: Limits,
  host: Host,
): Promise<{ readonly origin: string; readonly values: readonly Value[] }> {
  if (meant === undefined) return lastOfCheck(model, evaluator, limits, host);
  return meant.kind === "trace" ? ofTrace(model, evaluator, meant, host) : where(model, limits, host);
}

async function lastOfCheck(
  model: Model,
  evaluator: Evaluator<ReferenceState>,
  limits: Limits,
  host: Host,
): Promise<{ origin: string; values: readonly Value[] }> {
  const result = await search(evaluator, { checkDeadlock: model.checkDeadlock, ...limits }, host);
  const violation = result.violations.find(({ trace }) => trace.length > 0);
  if (violation === undefined) {
    fail("C044", "a check finds no counterexample, so there is no last state to ask about", undefined, [
      "say which state is meant: --state 'x = 1 /\\ y = 2', or --trace FILE --at N",
    ]);
  }
  const { trace, verdict, property } = violation;
  const what = verdict === "deadlock" ? "the deadlock" : (property ?? "the failure");
  const origin = `the last state of the counterexample to ${what}, state ${trace.length}`;
  return {
    origin: verdict === "deadlock" ? `the deadlock, state ${trace.length}` : origin,
    values: trace.at(-1)!.values,
  };
}

async function ofTrace(
  model: Model,
  evaluator: Evaluator<ReferenceState>,
  { trace: { text, name }, at }: Extract<StateMeant, { kind: "trace" }>,
  host: Host,
): Promise<{ origin: string; values: readonly Value[] }> {
  const given = readTrace(text, name, model.variables);
  const wanted = at ?? given.states.length;
  if (wanted > given.states.length) {
    fail(
      "C044",
      `the trace in \`${name}\` has ${counted(given.states.length, "state")}, so none is number ${wanted}`,
    );
  }
  const found = await followTrace(
    evaluator,
    { ...given, loop: null, states: given.states.slice(0, wanted) },
    host,
  );
  const state = found.trace[wanted - 1];
  if (state === undefined) {
    fail("C044", `\`${name}\` is no behaviour of ${model.name} up to state ${wanted}`, undefined, [
      `\`quiesce check FILE --load-trace ${name}\` says where it leaves the spec`,
    ]);
  }
  return { origin: `state ${wanted} of ${name}`, values: state.values };
}

async function where(
  model: Model,
  limits: Limits,
  host: Host,
): Promise<{ origin: string; values: readonly Value[] }> {
  const predicate = questionIn(model);
  if (predicate === null) throw new Error("the model was made without the question");
  const context = { print: (text: string) => host.print(text), seed: 0 };
  const found = await stateWhere(model, predicate, context, host, limits);
  switch (found.kind) {
    case "said":
      return { origin: "the state given", values: found.state };
    case "reached":
      return {
        origin: `the first state of that kind that is reached, after ${counted(found.length - 1, "step")}`,
        values: found.state,
      };
    case "none":
      fail(
        "C044",
        `none of the ${thousands(found.states)} reachable states is one in which that is true`,
        undefined,
        ["a state that cannot be reached must say what every variable is"],
      );
      break;
    case "unknown":
      fail("C044", `no such state was met among the first ${thousands(found.states)}: ${found.why}`);
      break;
    default:
      return found satisfies never;
  }
}
