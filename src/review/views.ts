/** What a patch changes beyond properties: the values that the spec's views show with it and without. */
import { EvaluationError, type Evaluator } from "../explore/evaluator.js";
import type { Definition } from "../semantics/core.js";
import { oneLine } from "../syntax/source.js";
import { format } from "../values/index.js";
import { baseOf } from "./classify.js";
import type { CellReport, ReviewPlan, ViewDifference } from "./types.js";

/** The values of views that became reachable, or are no longer, in each patched cell that was seen whole. */
export function viewDifferences(
  plan: Pick<ReviewPlan, "cells">,
  reports: readonly Pick<CellReport, "views" | "stop">[],
): readonly ViewDifference[] {
  return reports.flatMap((report, cell) => {
    const base = reports[baseOf(plan, cell)]!;
    if (base === report || report.stop?.kind !== "complete" || base.stop?.kind !== "complete") return [];
    return Object.entries(report.views).flatMap(([view, values]): readonly ViewDifference[] => {
      const before = base.views[view];
      if (!before || !values) return [];
      const gained = values.filter((value) => !before.includes(value));
      const lost = before.filter((value) => !values.includes(value));
      return gained.length + lost.length === 0 ? [] : [{ view, cell, gained, lost }];
    });
  });
}

/** More values of one view are not kept: nobody compares them. */
const MOST_VALUES = 500;

/** A view whose values are collected while a search goes on. */
interface Collector {
  readonly name: string;
  readonly definition: Definition;
  /** Null: there were too many, or one could not be evaluated. */
  seen: Set<string> | null;
}

/** Collects what views show in the states that it is given. */
export class ViewCollection<State> {
  private readonly collectors: readonly Collector[];

  constructor(
    private readonly evaluator: Pick<Evaluator<State>, "value">,
    views: readonly { readonly name: string; readonly definition: Definition }[],
  ) {
    this.collectors = views.map(({ name, definition }) => ({ name, definition, seen: new Set() }));
  }

  /** Takes note of what the views show in a state. */
  add(state: State): void {
    for (const collector of this.collectors) collect(this.evaluator, collector, state);
  }

  /** By view, the values seen, sorted; null where there were too many, or one has no value. */
  values(): CellReport["views"] {
    return Object.fromEntries(
      this.collectors.map(({ name, seen }) => [name, seen === null ? null : [...seen].sort()]),
    );
  }
}

function collect<State>(
  evaluator: Pick<Evaluator<State>, "value">,
  collector: Collector,
  state: State,
): void {
  const { seen, definition } = collector;
  if (seen === null) return;
  try {
    seen.add(oneLine(format(evaluator.value(definition.body, state))));
    if (seen.size > MOST_VALUES) collector.seen = null;
  } catch (thrown) {
    if (!(thrown instanceof EvaluationError)) throw thrown;
    collector.seen = null;
  }
}
