/** The report of a review for people: as a page of text, as a reply to a mail, as Markdown. */
import { columnName, type Review } from "../review/types.js";
import { plainStyle, type Style } from "../syntax/render.js";
import { boundItems } from "./review-bounds.js";
import { cautionItems } from "./review-cautions.js";
import { type DocumentForm, layOut, type Section } from "./review-document.js";
import { matrixBlocks } from "./review-matrix.js";
import { delayItems, raceSections } from "./review-races.js";
import { viewItems } from "./review-views.js";
import { answerLine, isTelling, remarkOf } from "./review-words.js";
import { counted, listed } from "./text.js";

export interface ReviewReportOptions {
  readonly format: DocumentForm;
  /** Lines are at most this long; a mail's never longer than 75. */
  readonly width: number;
  readonly style: Style;
}

/** What a mail has room for. */
const MAIL_WIDTH = 75;

/** Everything there is to say about a review, the answer first; no final line end. */
export function renderReview(review: Review, { format, width, style }: ReviewReportOptions): string {
  const room = format === "text" ? width : Math.min(width, MAIL_WIDTH);
  const races = raceSections(review, room);
  const delays = delayItems(review);
  const views = viewItems(review);
  const cautions = cautionItems(review);
  const sections: readonly Section[] = [
    { title: null, blocks: [{ kind: "text", text: answerLine(review, room) }] },
    { title: null, blocks: [{ kind: "text", text: about(review) }] },
    verdictSection(review),
    ...(cautions.length === 0
      ? []
      : [{ title: "To bear in mind", blocks: [{ kind: "list", items: cautions }] } as const]),
    ...requirementSection(review),
    ...races,
    { title: "All cells", blocks: matrixBlocks(review, room) },
    ...(views.length === 0
      ? []
      : [{ title: "What the views show besides", blocks: [{ kind: "list", items: views }] } as const]),
    { title: "Not checked", blocks: [{ kind: "list", items: boundItems(review) }] },
    ...(delays.length === 0
      ? []
      : [{ title: "To reproduce it", blocks: [{ kind: "list", items: delays }] } as const]),
  ];
  return layOut(sections, format, room, format === "text" ? style : plainStyle);
}

function about({ plan }: Review): string {
  const kernel = plan.kernel === null ? "" : `, a model of ${plan.kernel}`;
  const patches = counted(plan.patches.length, "patch", "patches");
  const what =
    plan.against === null
      ? `${plan.file}${kernel}; base and ${patches}`
      : `${plan.against} against ${plan.file}${kernel}, the base,`;
  const scenarios = counted(plan.scenarios.length, "scenario");
  return `Checked: ${what} in ${scenarios}, ${counted(plan.cells.length, "cell")} in all.`;
}

function verdictSection(review: Review): Section {
  const telling = review.verdicts.filter(isTelling);
  const rest = review.plan.columns.filter((column) =>
    review.verdicts.every((verdict) => verdict.column !== column || !isTelling(verdict)),
  );
  const rows = telling.map((verdict) => [
    verdict.patch,
    columnName(verdict.column),
    verdict.verdict,
    remarkOf(verdict, review),
  ]);
  const silent = review.plan.patches.filter(({ name }) => telling.every(({ patch }) => patch !== name));
  return {
    title: null,
    blocks: [
      ...(rows.length === 0
        ? []
        : [
            {
              kind: "table",
              header: ["patch", "property", "verdict", "where"],
              rows,
              remarks: true,
            } as const,
          ]),
      ...(silent.length === 0 || rows.length === 0
        ? []
        : [{ kind: "text", text: `No effect at all: ${listed(silent.map(({ name }) => name))}.` } as const]),
      ...(rest.length === 0
        ? []
        : [
            {
              kind: "text",
              text: `Nowhere violated, on base or patched: ${listed(rest.map(columnName))}.`,
            } as const,
          ]),
    ],
  };
}

function requirementSection({ requirements }: Review): readonly Section[] {
  if (requirements.length === 0) return [];
  const items = requirements.map(({ verdict, patch, property, met, found }) =>
    met
      ? `${patch} ${verdict} ${property}, as required`
      : `${patch} must have the verdict "${verdict}" on ${property}, but it has "${found}"`,
  );
  return [{ title: "Required", blocks: [{ kind: "list", items }] }];
}
