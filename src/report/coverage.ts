/** How often each step was taken, and how many states nobody had seen before it led to. */
import type { Action } from "../explore/evaluator.js";
import type { Result } from "../explore/result.js";
import type { Span } from "../syntax/source.js";
import { elide, thousands } from "./text.js";

/** One step of a process, or one action, over all instances and bindings. */
export interface StepCoverage {
  /** `umount.take`, or the action's name. */
  readonly name: string;
  /** False for actions that a spec with processes adds by itself (termination). */
  readonly step: boolean;
  /** A step in which the memory shows a buffered store: the tool's own, and not for the spec's writer to look into. */
  readonly memory: boolean;
  readonly taken: number;
  readonly found: number;
  readonly span: Span;
}

/** The coverage of a result by step, in the order of the spec's text. */
export function stepCoverage(result: Result): readonly StepCoverage[] {
  const bySpan = new Map<string, StepCoverage>();
  for (const { action, taken, found } of result.coverage) {
    const span = action.step?.span ?? action.span;
    const name = actionName(action);
    const key = `${name} ${span.source.name}:${span.start}`;
    const sum = bySpan.get(key);
    bySpan.set(key, {
      name,
      step: action.step !== null,
      memory: action.step?.kind === "memory",
      taken: (sum?.taken ?? 0) + taken,
      found: (sum?.found ?? 0) + found,
      span,
    });
  }
  return [...bySpan.values()];
}

function actionName({ step, name }: Action): string {
  return step === null ? name : `${step.process}.${step.name}`;
}

/** The table of `--coverage`, aligned, in lines of at most `width` characters. */
export function coverageLines(result: Result, width: number): readonly string[] {
  const rows = stepCoverage(result).map(
    ({ name, taken, found }) => [name, thousands(taken), thousands(found)] as const,
  );
  if (rows.length === 0) return [];
  const table = [["step", "taken", "new states"] as const, ...rows];
  const widest = (column: 1 | 2): number => Math.max(...table.map((row) => row[column].length));
  const numbers = widest(1) + widest(2) + 4;
  const names = Math.min(width - numbers, Math.max(...table.map(([name]) => name.length)));
  return table.map(
    ([name, taken, found]) =>
      `${elide(name, names).padEnd(names)}  ${taken.padStart(widest(1))}  ${found.padStart(widest(2))}`,
  );
}
