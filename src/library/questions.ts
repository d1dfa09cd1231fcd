/** Questions about a spec that are answered without searching all of it: of a trace, and of a state. */
import { createReferenceEvaluator, type ReferenceState } from "../eval/reference.js";
import type { Evaluator } from "../explore/evaluator.js";
import { followTrace } from "../explore/follow-trace.js";
import { readTrace } from "../explore/given-trace.js";
import type { Host } from "../explore/host.js";
import { inquire } from "../explore/why.js";
import type { Inquiry, LoadedTrace } from "../report/index.js";
import type { Model } from "../semantics/model.js";
import type { LoadedSpec } from "../semantics/prepare.js";
import { prepareModel } from "./model.js";
import type { CheckOptions, ModelOptions, NamedText, VariantOptions } from "./options.js";
import { actionsNamed, stateAsked } from "./state-asked.js";

export interface LoadTraceOptions extends ModelOptions {
  /** The file's text and name; see docs/traces.md for the formats. */
  readonly trace: NamedText;
}

/**
 * Follows a trace from a file through a spec that is loaded already.
 * @throws SpecError as `checkVariant` does, and C040-C042 for a text that holds no trace of the model
 */
export async function followGiven(
  loaded: LoadedSpec,
  options: VariantOptions<LoadTraceOptions>,
  host: Host,
): Promise<LoadedTrace> {
  const model = prepareModel(loaded, options);
  const given = readTrace(options.trace.text, options.trace.name, model.variables);
  const started = host.now();
  const evaluator = evaluatorOf(model, host);
  const found = await followTrace(evaluator, given, host);
  const seconds = (host.now() - started) / 1000;
  return { given, found, model, instances: evaluator.instances, seconds };
}

export interface WhyOptions extends ModelOptions, Pick<CheckOptions, "maxStates" | "timeoutSeconds"> {
  /** Actions, steps or processes, as reports call them; all if there is none. */
  readonly actions?: readonly string[] | undefined;
  /** Which state is meant; absent: the last one of the counterexample that a check finds. */
  readonly state?:
    | { readonly kind: "where"; readonly text: string }
    /** A state of a trace from a file, counted from 1; absent: its last one. */
    | { readonly kind: "trace"; readonly trace: NamedText; readonly at?: number | undefined }
    | undefined;
}

/**
 * Asks why actions are not enabled in a state.
 * @throws SpecError as `checkVariant` does, C043 if there is no such action, C044 if there is no such state
 */
export async function whyNot(
  loaded: LoadedSpec,
  options: VariantOptions<WhyOptions>,
  host: Host,
): Promise<Inquiry> {
  const { state } = options;
  const question = state?.kind === "where" ? state.text : undefined;
  const model = prepareModel(loaded, options, question);
  const evaluator = evaluatorOf(model, host);
  const named = options.actions ?? [];
  // That all processes are done is no step that anybody takes.
  const actions = actionsNamed(evaluator.actions, named).filter(
    (index) => named.length > 0 || model.processes.length === 0 || evaluator.actions[index]!.step !== null,
  );
  const { origin, values } = await stateAsked(model, evaluator, state, options, host);
  return {
    model,
    instances: evaluator.instances,
    values,
    origin,
    answers: inquire(evaluator, values, actions),
  };
}

/** The evaluator for questions about a model. */
function evaluatorOf(model: Model, host: Host): Evaluator<ReferenceState> {
  return createReferenceEvaluator(model, {
    print: (text) => host.print(text),
    seed: 0,
    world: host.world,
  });
}
