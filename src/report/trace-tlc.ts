/** A behaviour as TLC writes it with `-dumpTrace json` (module _JsonTrace of TLC's standard modules). */
import type { Action } from "../explore/evaluator.js";
import type { Model } from "../semantics/model.js";
import { location } from "../syntax/source.js";
import {
  elements,
  FunctionValue,
  format,
  LazyFunction,
  ModelValue,
  RecordValue,
  TupleValue,
  type Value,
} from "../values/index.js";
import type { Traced } from "./trace-itf.js";

type Json = boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** The trace as plain data: `counterexample` has its states and what leads from one to the next, `vars` the variables. */
export interface TlcTrace {
  readonly counterexample: { readonly state: Json; readonly action: Json };
  readonly vars: readonly string[];
}

/**
 * A behaviour in TLC's form, which tells sets and sequences, and model values and strings, no longer apart.
 * @throws ValueError for a set that cannot be listed
 */
export function traceToTlc({ trace, loopStart }: Traced, model: Model): TlcTrace {
  const states = trace.map(({ values }, i): Json => [i + 1, stateOf(values, model)]);
  const steps = trace.flatMap(({ action }, i): readonly Json[] =>
    i === 0 ? [] : [[states[i - 1]!, actionOf(action), states[i]!]],
  );
  const back = loopStart === null ? [] : [[states.at(-1)!, actionOf(null), states[loopStart]!]];
  return {
    counterexample: { state: states, action: [...steps, ...back] },
    vars: model.variables.map(({ name }) => name),
  };
}

function stateOf(values: readonly Value[], { variables }: Model): Json {
  return Object.fromEntries(variables.map(({ name, index }) => [name, jsonOf(values[index]!)]));
}

function actionOf(action: Action | null): Json {
  if (action === null) return { name: "Next" };
  const { span, bindings, name } = action;
  const begin = span.source.position(span.start);
  const end = span.source.position(Math.max(span.start, span.end - 1));
  return {
    name,
    location: {
      beginLine: begin.line,
      beginColumn: begin.column,
      endLine: end.line,
      endColumn: end.column,
      module: moduleOf(location(span)),
    },
    context: Object.fromEntries(bindings.map((binding) => [binding.name, jsonOf(binding.value)])),
    parameters: bindings.map((binding) => binding.name),
  };
}

/** `dir/Queue.tla:3:1` is in module Queue. */
function moduleOf(place: string): string {
  return (place.split(/[\\/]/).at(-1) ?? place).replace(/\.\w+:\d+:\d+$/, "");
}

function jsonOf(value: Value): Json {
  switch (typeof value) {
    case "boolean":
    case "string":
      return value;
    case "number":
      return value;
    case "bigint":
      return String(value);
    case "object":
      break;
  }
  if (value instanceof ModelValue) return value.name;
  if (value instanceof TupleValue) return value.items.toArray().map(jsonOf);
  if (value instanceof RecordValue) {
    return Object.fromEntries(value.sortedNames().map((name) => [name, jsonOf(value.fields.get(name)!)]));
  }
  if (value instanceof FunctionValue) {
    return Object.fromEntries(
      value
        .sortedKeys()
        .map((key) => [typeof key === "string" ? key : format(key), jsonOf(value.entries.get(key)!)]),
    );
  }
  if (value instanceof LazyFunction) return jsonOf(value.canonical());
  return elements(value).map(jsonOf);
}
