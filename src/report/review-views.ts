/** What patches change in what the spec's views show. */
import type { Review } from "../review/types.js";
import { cellName, hasManyMemories } from "./review-words.js";
import { elide } from "./text.js";

/** Values told of one view in one cell, and differences told at all. */
const MOST_VALUES = 3;
const MOST_ITEMS = 8;
const LONGEST_VALUE = 48;

/** One item for each view and patched cell that shows other values than base. */
export function viewItems(review: Review): readonly string[] {
  const many = hasManyMemories(review);
  const items = review.views.map(({ view, cell, gained, lost }) => {
    const where = review.plan.cells[cell]!;
    const parts = [
      ...(gained.length > 0 ? [`now ${values(gained)}`] : []),
      ...(lost.length > 0 ? [`no longer ${values(lost)}`] : []),
    ];
    return `${where.patch}, ${view} in ${cellName(where, many)}: ${parts.join("; ")}`;
  });
  if (items.length <= MOST_ITEMS) return items;
  return [...items.slice(0, MOST_ITEMS), `${items.length - MOST_ITEMS} more such differences`];
}

function values(all: readonly string[]): string {
  const shown = all.slice(0, MOST_VALUES).map((value) => elide(value, LONGEST_VALUE));
  const rest = all.length - shown.length;
  return shown.join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
