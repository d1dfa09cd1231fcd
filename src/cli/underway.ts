/**
 * What is being searched, as the working thread tells the main one now and then. An evaluation may take for ever; then
 * the main thread ends it, and reports what it was last told.
 */
import type { Progress } from "../explore/host.js";
import type { Result, Stop } from "../explore/result.js";
import { renderExpectation, renderTally } from "../report/index.js";
import { violationLine } from "../report/summary.js";
import { counted, duration, thousands } from "../report/text.js";
import { printable } from "../syntax/render.js";
import { EXIT, exitCodeOf } from "./exit-codes.js";
import { cutShortToJson } from "./json.js";
import type { OptionValues } from "./options.js";
import { styleFor } from "./style.js";
import type { Terminal } from "./terminal.js";

/** The search of `quiesce check` or `run`, or one of those that `quiesce test` makes. */
export type Underway = SearchUnderway | TestUnderway;

interface Timed {
  /** What `--timeout` allows; null if it is not given. */
  readonly timeoutSeconds: number | null;
  /** The latest figures; null before there are any. */
  readonly progress: Progress | null;
}

interface SearchUnderway extends Timed {
  readonly kind: "search";
  readonly file: string;
  readonly scenario: string | null;
  readonly patch: string | null;
  readonly output: "text" | "json" | "none";
}

interface TestUnderway extends Timed {
  readonly kind: "test";
  readonly expectation: { readonly location: string; readonly text: string };
  readonly place: TestPlace;
}

/** How far `quiesce test` has come: an expectation, by the numbers of its file and of its cell there. */
export interface TestPlace {
  readonly file: number;
  readonly cell: number;
  /** Expectations told before this one. */
  readonly passed: number;
  readonly failed: number;
}

/** What the main thread has to know of a search from the start. */
export function searched(
  file: string,
  { scenario, patch, timeout, json, quiet }: OptionValues,
): Omit<SearchUnderway, "kind" | "progress"> {
  return {
    file,
    scenario: scenario ?? null,
    patch: patch ?? null,
    timeoutSeconds: timeout ?? null,
    output: json ? "json" : quiet ? "none" : "text",
  };
}

/**
 * Milliseconds that a search may still take; null without `--timeout`. What comes before the search, and re-executing
 * what it found, may each take as long as the search itself.
 */
export function allowed({ timeoutSeconds, progress }: Underway): number | null {
  if (timeoutSeconds === null) return null;
  const used = progress === null || progress.replaying ? 0 : progress.elapsed;
  return Math.max(0, timeoutSeconds * 1000 - used);
}

/** What became of work that was ended from outside: an exit code, or the place from which tests go on. */
export type Ending = { readonly exitCode: number } | { readonly resume: TestPlace };

/** Reports work that is ended from outside, `since` milliseconds after it was told. */
export function cutShort(
  work: Underway,
  by: "timeout" | "interrupted",
  since: number,
  terminal: Pick<Terminal, "stdout" | "env">,
): Ending {
  const { timeoutSeconds, progress } = work;
  const seconds = ((progress?.elapsed ?? 0) + since) / 1000;
  const stop: Stop =
    by === "timeout" && timeoutSeconds !== null
      ? { kind: "timeout", seconds: timeoutSeconds }
      : { kind: "interrupted" };
  const write = (text: string) => terminal.stdout.write(text);
  switch (work.kind) {
    case "search": {
      const result = resultSoFar(progress, stop, seconds);
      if (work.output === "json") write(cutShortToJson(result, work));
      else if (work.output === "text") write(`${searchLines(work, result).join("\n")}\n`);
      return { exitCode: exitCodeOf(result) };
    }
    case "test": {
      const { expectation, place } = work;
      if (stop.kind === "interrupted") {
        write(`${renderTally(place.passed, place.failed)}\n`);
        return { exitCode: EXIT.interrupted.code };
      }
      const found = `undecided: ${stoppedBy(stop)}`;
      const distinct = progress?.distinct ?? 0;
      const style = styleFor(terminal.stdout, terminal.env);
      write(`${renderExpectation({ ...expectation, passed: false, found, distinct, seconds }, style)}\n`);
      return { resume: { ...place, cell: place.cell + 1, failed: place.failed + 1 } };
    }
    default:
      return work satisfies never;
  }
}

function resultSoFar(progress: Progress | null, stop: Stop, seconds: number): Result {
  const { initial = 0, generated = 0, distinct = 0, depth = 0, queue = 0, violated = [] } = progress ?? {};
  return {
    verdict: violated[0]?.verdict ?? "incomplete",
    violations: violated.map(({ verdict, property }) => ({
      verdict,
      property,
      trace: [],
      loopStart: null,
      explanation: null,
      error: null,
    })),
    stop,
    states: { initial, generated, distinct, depth, queue },
    seconds,
    engine: "reference",
    workers: 1,
    instances: [],
    coverage: [],
    witnesses: [],
    collisionProbability: null,
    warnings: [],
  };
}

function searchLines(
  about: SearchUnderway,
  { violations, states, stop, seconds }: Result,
): readonly string[] {
  const { generated, distinct, depth, queue } = states;
  const file = printable(about.file);
  const heading =
    violations.length === 0
      ? [`${file} is undecided: no violation in ${counted(distinct, "distinct state")} (incomplete)`]
      : violations.map((violation) => `${violationLine(violation, about)}; its behaviour was not rebuilt`);
  const figures = [
    `${counted(generated, "state")} generated`,
    `${thousands(distinct)} distinct`,
    `depth ${thousands(depth)}`,
    ...(queue > 0 ? [`${thousands(queue)} left to explore`] : []),
    duration(seconds),
  ];
  return [...heading, `  ${figures.join(", ")}`, `  stopped by: ${stoppedBy(stop)}`];
}

function stoppedBy(stop: Stop): string {
  const what = stop.kind === "timeout" ? `--timeout ${stop.seconds}` : "an interrupt";
  return `${what}, in the midst of an evaluation`;
}
