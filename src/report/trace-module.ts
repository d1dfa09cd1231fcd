/**
 * A behaviour as a TLA+ module that extends the spec: `Trace` is the sequence of its states, `TraceInit` and `TraceNext`
 * take just these steps, and the configuration stands at the module's end, where TLC and quiesce find it.
 */

import { actionName } from "../explore/action-name.js";
import type { Constant } from "../semantics/core.js";
import type { Model } from "../semantics/model.js";
import {
  elements,
  FunctionValue,
  format,
  isFiniteSet,
  isSet,
  ModelValue,
  RecordValue,
  TupleValue,
  type Value,
} from "../values/index.js";
import type { Traced } from "./trace-itf.js";

/**
 * The module's text.
 * @param name what the module is called
 * @throws ValueError for a set that is finite but too large to be listed
 */
export function traceToModule({ trace, verdict, property }: Traced, model: Model, name: string): string {
  const names = new Names(model);
  const states = names.fresh("Trace");
  const init = names.fresh("TraceInit");
  const next = names.fresh("TraceNext");
  const position = names.fresh("i");
  const { variables } = model;
  const records = trace.map(({ action, values }, at) => {
    const parts = variables.map(({ name: variable, index }) => `(* ${variable} *) ${format(values[index]!)}`);
    const comment = action === null ? "the initial state" : actionName(action);
    const comma = at === trace.length - 1 ? "" : ",";
    return `  \\* ${at + 1}: ${comment.replace(/[(]\*|\*[)]/g, "*")}\n  << ${parts.join(",\n     ")} >>${comma}`;
  });
  const constants = model.constants.map((constant) => settingOf(constant, names));
  const lacking = modelValuesIn(
    model,
    trace.flatMap(({ values }) => values),
  );
  const at = (variable: number, which: string): string => `${states}[${which}][${variable + 1}]`;
  return [
    `---- MODULE ${name} ----`,
    `\\* A behaviour of ${model.name}${property === null ? "" : ` that violates ${property}`}.`,
    // A spec may extend these itself: to extend them twice is allowed.
    `EXTENDS ${model.name}, Integers, Sequences, TLC`,
    ...(lacking.length === 0 ? [] : ["", `CONSTANTS ${lacking.join(", ")}`]),
    "",
    `${states} == <<`,
    ...records,
    ">>",
    ...constants.flatMap(({ definition }) => (definition === null ? [] : ["", definition])),
    "",
    `${init} ==`,
    ...variables.map(({ name: variable }, i) => `  /\\ ${variable} = ${at(i, "1")}`),
    "",
    `${next} ==`,
    `  \\E ${position} \\in 1..(Len(${states}) - 1):`,
    ...variables.flatMap(({ name: variable }, i) => [
      `    /\\ ${variable} = ${at(i, position)}`,
      `    /\\ ${variable}' = ${at(i, `${position} + 1`)}`,
    ]),
    "",
    "====",
    `---- CONFIG ${name} ----`,
    `INIT ${init}`,
    `NEXT ${next}`,
    "CHECK_DEADLOCK FALSE",
    ...(verdict === "invariant" && property !== null ? [`INVARIANT ${property}`] : []),
    ...[...constants.map(({ line }) => line), ...lacking.map((value) => `CONSTANT ${value} = ${value}`)],
    "====",
    "",
  ].join("\n");
}

/** Names that mean nothing in a spec yet. */
class Names {
  private readonly taken: Set<string>;

  constructor(model: Model) {
    this.taken = new Set([
      ...model.definitions.keys(),
      ...model.variables.map(({ name }) => name),
      ...model.constants.map(({ name }) => name),
    ]);
  }

  /** The name wished for, or one made of it. */
  fresh(wish: string): string {
    let name = wish;
    while (this.taken.has(name)) name = `${name}_`;
    this.taken.add(name);
    return name;
  }
}

/** How the configuration gives a constant its value, and the definition that it needs for that. */
function settingOf(constant: Constant, names: Names): { line: string; definition: string | null } {
  const { name, binding } = constant;
  if (binding.kind === "definition") {
    return { line: `CONSTANT ${name} <- ${binding.definition.name}`, definition: null };
  }
  const { value } = binding;
  if (value instanceof ModelValue) return { line: `CONSTANT ${name} = ${value.name}`, definition: null };
  const own = names.fresh(`Trace_${name}`);
  return { line: `CONSTANT ${name} <- ${own}`, definition: `${own} == ${format(value)}` };
}

/** The model values that the module's text names and the spec does not declare, sorted. */
function modelValuesIn(model: Model, values: readonly Value[]): readonly string[] {
  const found = new Set<string>();
  const visit = (value: Value): void => {
    if (value instanceof ModelValue) found.add(value.name);
    else if (value instanceof TupleValue) value.items.forEach(visit);
    else if (value instanceof RecordValue) value.fields.forEach(visit);
    else if (value instanceof FunctionValue) {
      value.entries.forEach((result, argument) => {
        visit(argument);
        visit(result);
      });
    } else if (typeof value === "object" && isSet(value) && isFiniteSet(value))
      elements(value).forEach(visit);
  };
  for (const { binding } of model.constants) if (binding.kind === "value") visit(binding.value);
  values.forEach(visit);
  const declared = new Set(model.constants.map(({ name }) => name));
  return [...found].filter((name) => !declared.has(name)).sort();
}
