/** Searches of models from text, and a look at their counterexamples that shares nothing with the search. */
import { createReferenceEvaluator, type ReferenceState } from "../../src/eval/reference.js";
import type { Result, TraceState } from "../../src/explore/result.js";
import { search } from "../../src/explore/search.js";
import type { SearchOptions } from "../../src/explore/search-options.js";
import type { Model } from "../../src/semantics/model.js";
import { format, same, type Value } from "../../src/values/index.js";
import { modelOf } from "../support/model.js";
import { ToyHost } from "./toy.js";

/** What a search of a model from text came to. */
export async function checked(
  units: string,
  config: string,
  options: Partial<SearchOptions<ReferenceState>> = {},
  modules: Readonly<Record<string, string>> = {},
): Promise<{ result: Result; model: Model; printed: readonly string[] }> {
  const model = modelOf(units, config, modules);
  return { model, ...(await searched(model, options)) };
}

/** What a search of a model came to. */
export async function searched(
  model: Model,
  options: Partial<SearchOptions<ReferenceState>> = {},
  host = new ToyHost(),
): Promise<{ result: Result; printed: readonly string[] }> {
  const printed: string[] = [];
  const evaluator = createReferenceEvaluator(model, { print: (text) => printed.push(text), seed: 1 });
  const result = await search(evaluator, { checkDeadlock: model.checkDeadlock, ...options }, host);
  return { result, printed };
}

/** The figures that TLC gives as well. */
export function counts({ states }: Result): { generated: number; distinct: number; depth: number } {
  const { generated, distinct, depth } = states;
  return { generated, distinct, depth };
}

/** A behaviour, one text per state: `x = 1, y = {a}`. */
export function shown(trace: readonly TraceState[], model: Model): readonly string[] {
  return trace.map(({ values }) =>
    model.variables.map(({ display }, i) => `${display} = ${format(values[i]!)}`).join(", "),
  );
}

/** Whether a trace is a behaviour of a model in which every state counts: each step is one of Next's. */
export function isBehaviour(trace: readonly TraceState[], model: Model): boolean {
  const plain = { ...model, symmetry: null, view: null };
  const evaluator = createReferenceEvaluator(plain, { print: () => {}, seed: 1 });
  return trace.every(({ values }, i) => {
    let found = false;
    const look = (state: ReferenceState) => {
      found ||= sameStates(state, values);
    };
    if (i === 0) evaluator.initial(look);
    else evaluator.successors(trace[i - 1]!.values, look);
    return found;
  });
}

function sameStates(a: readonly Value[], b: readonly Value[]): boolean {
  return a.every((value, i) => same(value, b[i]!));
}
