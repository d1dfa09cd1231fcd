/** The live line of a running search, on a terminal only. */
import { createLogUpdate } from "log-update";
import type { Progress } from "../explore/host.js";
import type { Stream } from "./terminal.js";

export interface ProgressLine {
  show(progress: Progress): void;
  /** Takes the line away. */
  clear(): void;
}

const SILENT: ProgressLine = { show: () => {}, clear: () => {} };

/** A progress line on the standard error stream if that is a terminal, else one that shows nothing. */
export function progressLine(stream: Stream): ProgressLine {
  if (stream.live === null) return SILENT;
  // The cursor stays: an interrupt must not leave a terminal without one.
  const update = createLogUpdate(stream.live, { showCursor: true });
  let last: Progress | null = null;
  return {
    show(progress) {
      update(describe(progress, last));
      if (last === null || progress.elapsed - last.elapsed >= 1000) last = progress;
    },
    clear: () => update.clear(),
  };
}

/** One line: states, states per second since `before`, depth, queue, memory. */
export function describe(progress: Progress, before: Progress | null): string {
  const elapsed = progress.elapsed - (before?.elapsed ?? 0);
  const generated = progress.generated - (before?.generated ?? 0);
  const rate = elapsed > 0 ? Math.round((generated / elapsed) * 1000) : 0;
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
