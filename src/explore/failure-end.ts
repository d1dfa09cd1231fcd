/** What makes the ends of two behaviours the same failure, where they are behaviours of two variants of a spec. */
import { oneLine, textOf } from "../syntax/source.js";
import { apply, contains, domain, isFunction, type Value } from "../values/index.js";
import { type Action, EvaluationError, type Evaluator, type ProcessInstance } from "./evaluator.js";
import { index } from "./instances.js";
import { type PathState, placeOf, rebuild } from "./replay.js";
import type { PathStep } from "./result.js";

/** An assertion that fails: one that stands in a step which leads nowhere. Plain data. */
export interface FailedAssertion {
  /** Where it stands. */
  readonly place: string;
  /** As written; null where no source text is known. */
  readonly text: string | null;
  /** Who asserts it; null: no process. */
  readonly by: string | null;
  /** The step in which he does. */
  readonly step: string | null;
}

/** A process that can take no step, and where it stands. Plain data. */
export interface Hanging {
  readonly who: string;
  readonly label: string;
}

/** What the end of a counterexample shows besides that something is violated. Plain data. */
export interface FailureEnd {
  /** Who takes the last step; null: the memory, no process, or there is no step. */
  readonly by: string | null;
  /** The assertion that fails after it, if the counterexample is of one. */
  readonly assertion: FailedAssertion | null;
  /** The processes that hang after it, if the counterexample is a deadlock; null if that is not known. */
  readonly hanging: readonly Hanging[] | null;
}

/**
 * The end of a counterexample.
 * @throws ReplayError if the path is none of the evaluator's model
 */
export function endOf<State>(
  evaluator: Evaluator<State>,
  path: readonly PathStep[],
  goal: { readonly kind: "invariant" | "deadlock" | "assertion"; readonly which?: FailedAssertion },
): FailureEnd {
  const last: PathState<State> | undefined = rebuild(evaluator, path).at(-1);
  const action = last === undefined ? undefined : evaluator.actions[last.action];
  const failed = () => (last === undefined ? [] : failedAssertions(evaluator, last.state));
  return {
    by: action === undefined ? null : takerOf(action),
    assertion: goal.kind === "assertion" ? (goal.which ?? failed()[0]?.assertion ?? null) : null,
    hanging: goal.kind === "deadlock" && last !== undefined ? hangingIn(evaluator, last.state) : null,
  };
}

/** Who takes a step: the instance, as reports call it; null for steps of memory and of a plain module. */
export function takerOf({ step, instance, bindings }: Action): string | null {
  if (step === null || step.kind === "memory") return null;
  const self = bindings.find(({ name }) => name === "self");
  return instance?.name ?? `${step.process}${self === undefined ? "" : index(self.value)}`;
}

/** The assertions that fail in the steps of a state, up to the first step that has no value. */
export function failedAssertions<State>(
  evaluator: Evaluator<State>,
  state: State,
): readonly { readonly error: EvaluationError; readonly assertion: FailedAssertion }[] {
  const failed: EvaluationError[] = [];
  try {
    evaluator.successors(
      state,
      () => {},
      (assertion) => failed.push(assertion),
    );
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
  }
  return failed.map((error) => ({ error, assertion: assertionOf(evaluator, error) }));
}

/** A failed assertion as something that can be compared with those of another variant. */
export function assertionOf<State>(
  { actions }: Pick<Evaluator<State>, "actions">,
  error: EvaluationError,
): FailedAssertion {
  const action = error.action === null ? undefined : actions[error.action];
  const { span } = error.diagnostic;
  return {
    place: placeOf(error),
    text: span === undefined ? null : oneLine(textOf(span)),
    by: action === undefined ? null : takerOf(action),
    step: action === undefined ? null : (action.step?.name ?? action.name),
  };
}

/** Whether two are the same: at one place, or moved by a patch within a step of one name; asserted by the same process. */
export function sameAssertion(a: FailedAssertion, b: FailedAssertion): boolean {
  if (a.by !== b.by) return false;
  return a.place === b.place || (a.text !== null && a.text === b.text && a.step === b.step);
}

/**
 * Whether a state in which no step can be taken is the same deadlock as another variant's: who hangs there hangs here,
 * and at the same step where the variant that is evaluated has that step.
 */
export function hangsAlike<State>(
  evaluator: Evaluator<State>,
  state: State,
  wanted: readonly Hanging[] | null,
): boolean {
  const here = hangingIn(evaluator, state);
  if (wanted === null || here === null) return true;
  const common = wanted.filter(({ who }) => evaluator.instances.some(({ name }) => name === who));
  const has = ({ who, label }: Hanging) =>
    evaluator.actions.some((action) => takerOf(action) === who && bearsLabel(action, label));
  return (
    common.length > 0 &&
    common.every((one) =>
      here.some(({ who, label }) => who === one.who && (label === one.label || !has(one))),
    )
  );
}

/** Who is neither done nor where he may rest; null if the model has no `pc`. */
export function hangingIn<State>(evaluator: Evaluator<State>, state: State): readonly Hanging[] | null {
  const at = evaluator.variables.findIndex(({ name }) => name === "pc");
  const pc = evaluator.values(state)[at];
  if (pc === undefined || evaluator.instances.length === 0) return null;
  return evaluator.instances.flatMap((instance): readonly Hanging[] => {
    const label = labelIn(pc, instance);
    return label === null || label === "Done" || rests(evaluator, instance, label)
      ? []
      : [{ who: instance.name, label }];
  });
}

function labelIn(pc: Value, { self }: ProcessInstance): string | null {
  const label = isFunction(pc) && contains(domain(pc), self) ? apply(pc, self) : null;
  return typeof label === "string" ? label : null;
}

function rests<State>(
  { actions }: Pick<Evaluator<State>, "actions">,
  { name }: ProcessInstance,
  label: string,
): boolean {
  return actions.some(
    (action) => takerOf(action) === name && bearsLabel(action, label) && action.step?.rest === true,
  );
}

/** Whether `pc` has this label where the step is the next one. */
function bearsLabel({ step }: Action, label: string): boolean {
  return step !== null && (step.name === label || `${step.process}.${step.name}` === label);
}
