/**
 * The review of patches: plan the cells, check each of them (in any order, in any thread), compare what survives with
 * base, and conclude. Everything between these calls is plain data.
 */
export { checkCell, unknownCell } from "./check-cell.js";
export { compare, comparisons, unknownComparison } from "./compare.js";
export { concludeReview } from "./conclude.js";
export { planReview } from "./plan.js";
export { parseRequirement } from "./requirements.js";
export { reviewSpecs } from "./review.js";
export type {
  Cell,
  CellReport,
  Column,
  Comparison,
  ComparisonReport,
  Requirement,
  Review,
  ReviewOptions,
  ReviewPlan,
  ReviewSources,
  Verdict,
} from "./types.js";
