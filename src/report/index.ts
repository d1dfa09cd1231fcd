/** Reports made from one result. The files behind are the folder's own. */

export { type AnchorRow, type AnchorTable, anchorMarkdown, anchorTable, anchorText } from "./anchors.js";
export { coverageLines, type StepCoverage, stepCoverage } from "./coverage.js";
export {
  type DepartureOptions,
  type JsonLoadedTrace,
  type LoadedTrace,
  loadedTraceToJson,
  renderLoadedTrace,
} from "./departure.js";
export { type ExpectationOutcome, renderExpectation, renderTally } from "./expectation.js";
export { allWarnings } from "./findings.js";
export {
  DOT_STYLES,
  type DotStyle,
  GRAPH_FORMATS,
  type GraphFormat,
  type GraphWriter,
  graphWriter,
} from "./graph.js";
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
export { tlcLines } from "./tlc-words.js";
export { type ItfTrace, type Traced, traceToItf } from "./trace-itf.js";
export { type JsonTrace, type TraceOrigin, traceToJson } from "./trace-json.js";
export { traceToModule } from "./trace-module.js";
export { type TlcTrace, traceToTlc } from "./trace-tlc.js";
export { type Inquiry, inquiryToJson, type JsonInquiry, renderInquiry } from "./why.js";
