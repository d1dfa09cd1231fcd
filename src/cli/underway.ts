/**
 * What is being searched, as the working thread tells the main one now and then. An evaluation may take for ever; then
 * the main thread ends it, and reports what it was last told.
 */
import type { Progress } from "../explore/host.js";
import { nothingFound, type Result, type Stop } from "../explore/result.js";
import { violationLine } from "../report/summary.js";
import { counted, duration, thousands } from "../report/text.js";
import { printable } from "../syntax/render.js";
import { exitCodeOf } from "./exit-codes.js";
import { cutShortToJson } from "./json.js";
import type { OptionValues } from "./options.js";
import type { Fate } from "./pool.js";
import type { Terminal } from "./terminal.js";

/** The search of `quiesce check` or `run`; or jobs in threads of their own, which the working thread looks after. */
export type Underway = SearchUnderway | { readonly kind: "jobs" };

interface SearchUnderway {
  readonly kind: "search";
  readonly file: string;
  readonly scenario: string | null;
  readonly patch: string | null;
  readonly output: "text" | "json" | "none";
  /** What `--timeout` allows; null if it is not given. */
  readonly timeoutSeconds: number | null;
  /** The latest figures; null before there are any. */
  readonly progress: Progress | null;
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

/** Reports a search that is ended from outside, `since` milliseconds after it was told. Gives the exit code. */
export function cutShort(
  work: SearchUnderway,
  by: "timeout" | "interrupted",
  since: number,
  terminal: Pick<Terminal, "stdout">,
): number {
  const { timeoutSeconds, progress } = work;
  const seconds = ((progress?.elapsed ?? 0) + since) / 1000;
  const stop: Stop =
    by === "timeout" && timeoutSeconds !== null
      ? { kind: "timeout", seconds: timeoutSeconds }
      : { kind: "interrupted" };
  const result = resultSoFar(progress, stop, seconds);
  if (work.output === "json") terminal.stdout.write(cutShortToJson(result, work));
  else if (work.output === "text") terminal.stdout.write(`${searchLines(work, result).join("\n")}\n`);
  return exitCodeOf(result);
}

function resultSoFar(progress: Progress | null, stop: Stop, seconds: number): Result {
  const { initial = 0, generated = 0, distinct = 0, depth = 0, queue = 0, violated = [] } = progress ?? {};
  return {
    verdict: violated[0]?.verdict ?? "incomplete",
    violations: violated.map(({ verdict, property }) => ({
      verdict,
      property,
      trace: [],
      path: [],
      loopStart: null,
      explanation: null,
      error: null,
    })),
    stop,
    states: { initial, generated, distinct, depth, queue },
    seconds,
    ...nothingFound(),
  };
}

function searchLines(
  about: SearchUnderway,
  { violations, states, stop, seconds }: Result,
): readonly string[] {
  const { generated, distinct, depth, queue } = states;
  const file = printable(about.file);
  // A simulation does not know which states are different.
  const seen =
    distinct > 0 || generated === 0 ? counted(distinct, "distinct state") : counted(generated, "state");
  const heading =
    violations.length === 0
      ? [`${file} is undecided: no violation in ${seen} (incomplete)`]
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

/** Why a job of a pool came to no answer, in a few words. */
export function unfinished(
  fate: Exclude<Fate<unknown>, { kind: "done" }>,
  timeoutSeconds: number | null,
): string {
  if (fate.kind === "died") {
    return fate.of === "memory" ? "the memory does not suffice" : `internal error: ${fate.message}`;
  }
  if (!fate.begun) return "interrupted before it began";
  return stoppedBy(
    fate.by === "timeout" && timeoutSeconds !== null
      ? { kind: "timeout", seconds: timeoutSeconds }
      : { kind: "interrupted" },
  );
}
