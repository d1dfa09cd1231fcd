/** The live line of a running search. */
import type { Progress } from "../explore/host.js";
import type { Pool } from "./pool.js";

/** Gives one line for each report of a search: the rate is that of the last second or so. */
export function progressLines(): (progress: Progress) => string {
  let before: Progress | null = null;
  let rate = 0;
  return (progress) => {
    const elapsed = progress.elapsed - (before?.elapsed ?? 0);
    if (before === null || elapsed >= 1000) {
      const generated = progress.generated - (before?.generated ?? 0);
      rate = elapsed > 0 ? Math.round((generated / elapsed) * 1000) : 0;
      before = progress;
    }
    return progressText(progress, rate);
  };
}

/** One line: states, states per second, depth, queue, memory, time. */
function progressText(progress: Progress, rate: number): string {
  return [
    // A simulation does not know which states are different.
    ...(progress.distinct > 0 || progress.generated === 0 ? [`${grouped(progress.distinct)} states`] : []),
    `${grouped(progress.generated)} generated`,
    `${grouped(rate)}/s`,
    `depth ${progress.depth}`,
    `queue ${grouped(progress.queue)}`,
    `${Math.round(progress.memory / 1024 / 1024)} MB`,
    `${Math.round(progress.elapsed / 1000)} s`,
  ].join(", ");
}

/**
 * What a pool is doing, in one line: `12 of 88 cells; two_cpus with brlock 12,345 states`.
 * @param what the jobs' name in the plural
 * @param name how a job is called
 */
export function poolLine<Job>(
  { done, all, underway }: Pick<Pool<Job, unknown>, "done" | "all" | "underway">,
  what: string,
  name: (job: Job) => string,
): string {
  const working = underway.map(
    ({ job, progress }) => `${name(job)} ${progress === null ? "…" : `${grouped(progress.distinct)} states`}`,
  );
  return [`${grouped(done)} of ${grouped(all)} ${what}`, ...working].join("; ");
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
