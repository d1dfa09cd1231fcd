/** Finding a state that a predicate describes: by itself where it says what every variable is, else by searching. */
import { EvaluationError } from "../explore/evaluator.js";
import type { Host } from "../explore/host.js";
import { search } from "../explore/search.js";
import type { Core } from "../semantics/core.js";
import type { Model } from "../semantics/model.js";
import type { EvaluationContext } from "./native-context.js";
import { createReferenceEvaluator, type ReferenceState } from "./reference.js";

/** A state that was asked for. */
export type FoundState =
  /** The predicate says what it is; whether it can be reached was not looked at. */
  | { readonly kind: "said"; readonly state: ReferenceState }
  /** The first one that a breadth-first search met, and how many states lead to it. */
  | { readonly kind: "reached"; readonly state: ReferenceState; readonly length: number }
  /** None of the reachable states is one. */
  | { readonly kind: "none"; readonly states: number }
  /** None was met before the search ended: at a limit, an error, an interrupt. */
  | { readonly kind: "unknown"; readonly states: number; readonly why: string };

/** States that are looked through at most, where no limit is given. */
const MOST_STATES = 1_000_000;

/**
 * The state that a predicate describes: if it gives every variable one value, that one; else the first reachable one
 * that it is true of.
 */
export async function stateWhere(
  model: Model,
  predicate: Core,
  context: EvaluationContext,
  host: Host,
  limits: { readonly maxStates?: number | undefined; readonly timeoutSeconds?: number | undefined },
): Promise<FoundState> {
  const said = statesSaid(model, predicate, context);
  if (said.length === 1) return { kind: "said", state: said[0]! };
  const { span } = predicate;
  const no: Core = { kind: "builtin", op: "~", args: [predicate], span };
  const asked: Model = {
    ...model,
    invariants: [{ name: "the state asked about", body: no, span }],
    witnesses: [],
    checkDeadlock: false,
  };
  const options = {
    checkDeadlock: false,
    maxStates: limits.maxStates ?? MOST_STATES,
    timeoutSeconds: limits.timeoutSeconds,
  };
  const result = await search(createReferenceEvaluator(asked, context), options, host);
  const found = result.violations.find(({ verdict }) => verdict === "invariant");
  if (found !== undefined) {
    return { kind: "reached", state: found.trace.at(-1)!.values, length: found.trace.length };
  }
  const { distinct } = result.states;
  if (result.stop.kind === "complete") return { kind: "none", states: distinct };
  const error = result.violations[0]?.error;
  return { kind: "unknown", states: distinct, why: error?.message ?? result.stop.kind };
}

/** The states that a predicate gives when it is read as an initial predicate, two at most; none where it gives none. */
function statesSaid(model: Model, predicate: Core, context: EvaluationContext): readonly ReferenceState[] {
  const { span } = predicate;
  const never: Core = { kind: "literal", value: false, span };
  const behaviour = { init: predicate, next: never, fairness: [] };
  const evaluator = createReferenceEvaluator({ ...model, behaviour }, context);
  const states: ReferenceState[] = [];
  try {
    evaluator.initial((state) => {
      if (states.length < 2 && !states.some((known) => evaluator.equal(known, state))) states.push(state);
    });
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    return [];
  }
  return states;
}
