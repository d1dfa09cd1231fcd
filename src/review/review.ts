/** A whole review in one thread, one cell after the other. */
import type { Host } from "../explore/host.js";
import { type CellLimits, checkCell } from "./check-cell.js";
import { compare, comparisons } from "./compare.js";
import { concludeReview } from "./conclude.js";
import { planReview } from "./plan.js";
import type { CellReport, Review, ReviewOptions, ReviewSources } from "./types.js";

/**
 * Plans a review, checks its cells and concludes.
 * @param limits hold for each cell
 * @throws SpecError if something is wrong with the specs or the options
 */
export async function reviewSpecs(
  sources: ReviewSources,
  options: ReviewOptions,
  limits: CellLimits,
  host: Host,
): Promise<Review> {
  const plan = planReview(sources, options);
  const reports: CellReport[] = [];
  for (const index of plan.cells.keys()) reports.push(await checkCell(sources, plan, index, limits, host));
  const compared = comparisons(plan, reports).map((one) => compare(sources, plan, one));
  return concludeReview(sources, plan, reports, compared);
}
