/** Reviews of small specs, made as the command line makes them. */
import type { Host } from "../../src/explore/host.js";
import { standardOnly } from "../../src/modules/load.js";
import { renderReview } from "../../src/report/index.js";
import {
  type CellReport,
  checkCell,
  compare,
  comparisons,
  concludeReview,
  planReview,
  type Review,
  type ReviewOptions,
} from "../../src/review/index.js";
import { loadSpec } from "../../src/semantics/prepare.js";
import { plainStyle } from "../../src/syntax/render.js";
import { Source } from "../../src/syntax/source.js";

const host: Host = {
  now: () => 0,
  pause: () => Promise.resolve(),
  interrupted: false,
  memory: () => ({ used: 0, limit: Number.POSITIVE_INFINITY }),
  print: () => {},
};

export interface ReviewText extends Partial<ReviewOptions> {
  readonly text: string;
  /** A spec that is reviewed against this one. */
  readonly other?: string;
  readonly maxStates?: number;
}

/** Reviews a spec given as text, all its cells one after the other. */
export async function reviewText({ text, other, maxStates, ...options }: ReviewText): Promise<Review> {
  const load = (name: string, content: string) => loadSpec(new Source(name, content), standardOnly);
  const sources = {
    base: load("spec.qsc", text),
    against: other === undefined ? null : load("other.qsc", other),
  };
  const plan = planReview(sources, { file: "spec.qsc", ...(other && { against: "other.qsc" }), ...options });
  const reports: CellReport[] = [];
  for (const [index] of plan.cells.entries()) {
    // What travels between threads is plain data.
    reports.push(structuredClone(await checkCell(sources, plan, index, { maxStates }, host)));
  }
  const compared = comparisons(plan, reports).map((one) => structuredClone(compare(sources, plan, one)));
  return concludeReview(sources, structuredClone(plan), reports, compared);
}

/** The mail about a review. */
export function mailOf(review: Review): string {
  return renderReview(review, { format: "mail", width: 75, style: plainStyle });
}

/** `patch column verdict` of each verdict. */
export function verdictsOf(review: Review): readonly string[] {
  return review.verdicts.map(
    ({ patch, column, verdict }) =>
      `${patch} ${column.kind === "property" ? column.name : column.kind}: ${verdict}`,
  );
}
