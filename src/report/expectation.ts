/** The lines that `quiesce test` prints: one per expectation and cell, and the sum. */
import type { Style } from "../syntax/render.js";
import { counted, duration, thousands, wrap } from "./text.js";

/** What became of one expectation in one scenario. */
export interface ExpectationOutcome {
  /** `file:line:column` of the `expect`. */
  readonly location: string;
  /** What is expected, as the spec has it: `fstests with sync: violates SyncClean`. */
  readonly text: string;
  readonly passed: boolean;
  /** What came out instead, or, if passed, what is worth knowing: `violated in 9 states`. */
  readonly found: string;
  /** Null where nothing was searched (the spec itself is wrong). */
  readonly distinct: number | null;
  readonly seconds: number;
}

/**
 * `ok    brlock: holds  (5,271 states, 1.0 s)`, or for a failure where it stands and what came out:
 * ```
 * FAIL  default: violates SyncClean
 *       specs/mount/torn_sum.qsc:88:1: SyncClean holds  (1,234 states)
 * ```
 */
export function renderExpectation(outcome: ExpectationOutcome, style: Style, width = 75): string {
  const { text, passed, found, distinct, seconds } = outcome;
  const states = distinct === null ? "" : counted(distinct, "state");
  // The time is worth the place only where somebody waited for it.
  const sizes =
    distinct === null
      ? []
      : [...(seconds < 0.5 ? [] : [`  (${states}, ${duration(seconds)})`]), `  (${states})`];
  const room = width - 6;
  const mark = passed ? style.note("ok    ") : style.error("FAIL  ");
  if (passed) return indented(mark, wrapWithTail(text, sizes, room)).join("\n");
  const lines = wrapWithTail(`${outcome.location}: ${found}`, sizes, room);
  return [...indented(mark, wrap(text, room, 4)), ...indented("      ", lines)].join("\n");
}

/** `12 passed, 1 failed`. */
export function renderTally(passed: number, failed: number): string {
  return `${thousands(passed)} passed, ${thousands(failed)} failed`;
}

/** Wraps a text and adds the first of the tails that fits behind it; if none does, the last on a line of its own. */
function wrapWithTail(text: string, tails: readonly string[], width: number): readonly string[] {
  const lines = wrap(text, width, 4);
  const last = lines[lines.length - 1]!;
  const fitting = tails.find((tail) => last.length + tail.length <= width);
  if (fitting !== undefined) return [...lines.slice(0, -1), last + fitting];
  const tail = tails[tails.length - 1];
  return tail === undefined ? lines : [...lines, `    ${tail.trimStart()}`];
}

function indented(first: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => (i === 0 ? first + line : `      ${line}`));
}
