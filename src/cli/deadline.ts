/** How long work may take before it is ended from outside, because it does not look at its own clock. */
import type { Progress } from "../explore/host.js";

/** Milliseconds after an interrupt, or when the time is over, in which a search usually has reported. */
export const PATIENCE = 2000;

/** No timer can be set for longer than that. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Milliseconds after which a search that was allowed so many seconds is surely not looking at its clock; null: never.
 * What comes before the search (no progress yet), and re-executing what it found, may each take as long as the search.
 */
export function patienceFor(timeoutSeconds: number | null, progress: Progress | null): number | null {
  if (timeoutSeconds === null) return null;
  const used = progress === null || progress.replaying ? 0 : progress.elapsed;
  const left = Math.max(0, timeoutSeconds * 1000 - used) + PATIENCE;
  return left > LONGEST_TIMER ? null : left;
}
