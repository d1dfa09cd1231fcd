/** Who waits where when nothing can happen any more. */

import type { ProcessInstance } from "../explore/evaluator.js";
import { location, oneLine } from "../syntax/source.js";
import { format } from "../values/index.js";
import { pack } from "./columns.js";
import { assignments } from "./initial.js";
import type { Place } from "./instances.js";
import type { Story } from "./steps.js";
import { wrap } from "./text.js";

/** Names longer than this do not widen the list's first column. */
const WIDEST_NAME = 24;

/**
 * For a deadlock: each process instance with the step that it waits at (rests at, if it may
 * stay there for ever), or that it is done; for a model without
 * processes the whole state.
 */
export function waitLines(story: Story, width: number): readonly string[] {
  const { instances, states } = story;
  const last = states[states.length - 1];
  if (last === undefined) return [];
  const places = instances.all.flatMap((instance) => {
    const place = instances.place(instance, last);
    return place === null ? [] : [{ instance, place }];
  });
  if (places.length === 0) {
    const items = instances.model.variables.flatMap((v) => {
      const value = last[v.index];
      return value === undefined ? [] : assignments(instances, v, [], value, (one) => oneLine(format(one)));
    });
    return [
      `In state ${states.length} no action is enabled:`,
      ...pack(items, width - 4).map((line) => `    ${line}`),
    ];
  }
  const column = Math.min(WIDEST_NAME, Math.max(...places.map(({ instance }) => instance.name.length))) + 2;
  return [
    `In state ${states.length}:`,
    ...places
      .flatMap((entry) => entryLines(entry.instance, entry.place, column, width - 2))
      .map((line) => `  ${line}`),
  ];
}

function entryLines(
  instance: ProcessInstance,
  place: Place,
  column: number,
  width: number,
): readonly string[] {
  const lines = wrap(placeText(place), width - column, 4);
  const indented = lines.map((line) => " ".repeat(column) + line);
  if (instance.name.length + 2 > column) return [...wrap(instance.name, width, 2), ...indented];
  return [instance.name.padEnd(column) + lines[0]!, ...indented.slice(1)];
}

function placeText(place: Place): string {
  if (place.kind === "done") return "is done";
  const { step, label } = place;
  if (step === null) return `waits at ${label}`;
  const text = step.c === null ? step.name : `${step.name} "${oneLine(step.c)}"`;
  return `${step.rest ? "rests" : "waits"} at ${text} (${location(step.span)})`;
}
