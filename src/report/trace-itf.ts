/**
 * A behaviour in the Informal Trace Format, which Apalache, Quint and viewers of traces read. The format is that of
 * Apalache's ADR 015: https://apalache-mc.org/docs/adr/015adr-trace.html
 */

import { actionName } from "../explore/action-name.js";
import type { TraceState } from "../explore/result.js";
import type { Model } from "../semantics/model.js";
import { type ItfValue, toItf } from "../values/index.js";
import type { Told } from "./steps.js";

/** A behaviour, and what it shows. */
export type Traced = Pick<Told, "verdict" | "property" | "trace" | "loopStart">;

/** One trace as plain data, as the format has it. */
export interface ItfTrace {
  readonly "#meta": Readonly<Record<string, string>>;
  /** Names of the variables, as the module has them. */
  readonly vars: readonly string[];
  /** Of a lasso: index of the state that follows the last one. */
  readonly loop?: number;
  /** The value of each variable by its name, and `#meta`. */
  readonly states: readonly Readonly<Record<string, ItfValue | Readonly<Record<string, number | string>>>>[];
}

/**
 * A behaviour in ITF. Of each state `#meta` tells the index and, from the second on, the action that led to it.
 * @throws ValueError for a set that is finite but too large to be listed
 */
export function traceToItf({ verdict, property, trace, loopStart }: Traced, model: Model): ItfTrace {
  const told = verdict === null ? "example" : "violation";
  return {
    "#meta": {
      format: "ITF",
      "format-description": "https://apalache-mc.org/docs/adr/015adr-trace.html",
      source: model.name,
      status: told,
      ...(property !== null && { description: `${property} is violated` }),
    },
    vars: model.variables.map(({ name }) => name),
    ...(loopStart !== null && { loop: loopStart }),
    states: trace.map((state, index) => ({
      "#meta": { index, ...(state.action !== null && { action: actionName(state.action) }) },
      ...valuesOf(state, model),
    })),
  };
}

function valuesOf({ values }: TraceState, { variables }: Model): Readonly<Record<string, ItfValue>> {
  return Object.fromEntries(
    variables.flatMap(({ name, index }) => {
      const value = values[index];
      return value === undefined ? [] : [[name, toItf(value)]];
    }),
  );
}
