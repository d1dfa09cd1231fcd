/** Models from text, for tests: modules by name, a configuration, and what came of them. */
import { createReferenceEvaluator, type ReferenceState } from "../../src/eval/reference.js";
import type { Evaluator } from "../../src/explore/evaluator.js";
import { parseConfig } from "../../src/modules/config.js";
import { loadProgram, type ModuleFinder } from "../../src/modules/load.js";
import { buildModel } from "../../src/semantics/build-model.js";
import type { Model } from "../../src/semantics/model.js";
import { Source } from "../../src/syntax/source.js";
import { format } from "../../src/values/index.js";

/** Finds modules among texts given by name. */
export function finderOf(modules: Readonly<Record<string, string>>): ModuleFinder {
  return {
    find: (name) => (modules[name] === undefined ? null : new Source(`${name}.tla`, modules[name])),
  };
}

/** A model from a module's units (a frame named `M` is put round them) and a configuration. */
export function modelOf(
  units: string,
  config: string,
  modules: Readonly<Record<string, string>> = {},
): Model {
  const text = /^\s*-{4,}\s*MODULE/.test(units) ? units : `---- MODULE M ----\n${units}\n====\n`;
  const program = loadProgram(new Source("M.tla", text), finderOf(modules));
  return buildModel(program, parseConfig(new Source("M.cfg", config)));
}

/** An evaluator for a model from text, together with what it prints. */
export function evaluatorOf(
  units: string,
  config: string,
  modules: Readonly<Record<string, string>> = {},
): { evaluator: Evaluator<ReferenceState>; model: Model; printed: string[] } {
  const model = modelOf(units, config, modules);
  const printed: string[] = [];
  const evaluator = createReferenceEvaluator(model, { print: (text) => printed.push(text), seed: 1 });
  return { evaluator, model, printed };
}

/** Evaluates a constant expression where the standard modules are extended; `units` may define names for it. */
export function evaluate(expression: string, units = ""): string {
  const { evaluator } = evaluatorOf(
    `EXTENDS Integers, Sequences, FiniteSets, Bags, TLC\nVARIABLE result\n${units}\nInit == result = (${expression})\nNext == UNCHANGED result`,
    "INIT Init\nNEXT Next",
  );
  const values: string[] = [];
  evaluator.initial((state) => values.push(format(state[0]!)));
  return values.join(" | ");
}

/** Every reachable state and what was generated on the way, by the plainest search there is. */
export function explore(evaluator: Evaluator<ReferenceState>): {
  initial: number;
  generated: number;
  distinct: number;
} {
  const seen = new Set<string>();
  const queue: ReferenceState[] = [];
  let generated = 0;
  let initial = 0;
  const add = (state: ReferenceState) => {
    generated++;
    const key = state.map(format).join(";");
    if (seen.has(key)) return false;
    seen.add(key);
    if (evaluator.withinConstraints(state)) queue.push(state);
    return true;
  };
  evaluator.initial((state) => {
    if (add(state)) initial++;
  });
  for (let state = queue.shift(); state !== undefined; state = queue.shift())
    evaluator.successors(state, (next) => add(next));
  return { initial, generated, distinct: seen.size };
}
