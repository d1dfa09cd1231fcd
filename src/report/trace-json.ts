/** A behaviour in a format of its own: version 1, see docs/traces.md. */

import { actionName } from "../explore/action-name.js";
import type { Model } from "../semantics/model.js";
import { type ItfValue, toItf } from "../values/index.js";
import { type JsonStep, jsonStep } from "./json.js";
import type { Traced } from "./trace-itf.js";

/** Which model the behaviour is one of. */
export interface TraceOrigin {
  /** The spec's file as the user named it. */
  readonly file: string;
  readonly scenario: string | null;
  readonly patch: string | null;
}

export interface JsonTrace {
  readonly format: "quiesce-trace";
  readonly version: 1;
  readonly file: string;
  readonly module: string;
  readonly scenario: string | null;
  readonly patch: string | null;
  readonly memory: string;
  /** What the behaviour shows; null: nothing is violated on it. */
  readonly verdict: string | null;
  readonly property: string | null;
  /** By the names that the spec's writer uses. */
  readonly variables: readonly string[];
  readonly states: readonly {
    /** Null for the initial state. */
    readonly action: string | null;
    readonly step: JsonStep | null;
    readonly values: Readonly<Record<string, ItfValue>>;
    /** What ALIAS makes of the state, where the configuration has one. */
    readonly alias?: Readonly<Record<string, ItfValue>>;
  }[];
  /** Of a lasso: index of the state that follows the last one. */
  readonly loop: number | null;
}

/**
 * A behaviour as plain data.
 * @throws ValueError for a set that is finite but too large to be listed
 */
export function traceToJson(traced: Traced, model: Model, origin: TraceOrigin): JsonTrace {
  const { verdict, property, trace, loopStart } = traced;
  return {
    format: "quiesce-trace",
    version: 1,
    file: origin.file,
    module: model.name,
    scenario: origin.scenario,
    patch: origin.patch,
    memory: model.memory.model,
    verdict,
    property,
    variables: model.variables.map(({ display }) => display),
    states: trace.map(({ action, values, alias }) => ({
      action: action === null ? null : actionName(action),
      step: action === null ? null : jsonStep(action),
      values: Object.fromEntries(
        model.variables.flatMap(({ display, index }) => {
          const value = values[index];
          return value === undefined ? [] : [[display, toItf(value)]];
        }),
      ),
      ...(alias !== undefined && {
        alias: Object.fromEntries(alias.map(({ name, value }) => [name, toItf(value)])),
      }),
    })),
    loop: loopStart,
  };
}
