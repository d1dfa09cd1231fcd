/** Reports made from one result. The files behind are the folder's own. */
export { type AnchorRow, type AnchorTable, anchorMarkdown, anchorTable, anchorText } from "./anchors.js";
export { coverageLines, type StepCoverage, stepCoverage } from "./coverage.js";
export { type ExpectationOutcome, renderExpectation, renderTally } from "./expectation.js";
export { allWarnings } from "./findings.js";
export { type JsonReport, type JsonStep, type JsonWarning, resultToJson } from "./json.js";
export type { MemoryReport } from "./memory.js";
export {
  type ReportOptions,
  renderResult,
  renderTrace,
  type TraceForm,
  type TraceOptions,
  warningLines,
} from "./render.js";
export { type ReviewReportOptions, renderReview } from "./review.js";
export { type JsonReview, reviewToJson } from "./review-json.js";
export { type Scripted, scriptOf } from "./script.js";
export {
  type JsonScripted,
  renderScripted,
  type ScriptedRun,
  scriptedBlocks,
  scriptedLine,
  scriptedResult,
  scriptedToJson,
} from "./scripted.js";
export type { Told } from "./steps.js";
export { type Variant, verdictLine } from "./summary.js";
