/** The live line of a running search. */
import type { Progress } from "../explore/host.js";

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
export function progressText(progress: Progress, rate: number): string {
  return [
    `${grouped(progress.distinct)} states`,
    `${grouped(progress.generated)} generated`,
    `${grouped(rate)}/s`,
    `depth ${progress.depth}`,
    `queue ${grouped(progress.queue)}`,
    `${Math.round(progress.memory / 1024 / 1024)} MB`,
    `${Math.round(progress.elapsed / 1000)} s`,
  ].join(", ");
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
