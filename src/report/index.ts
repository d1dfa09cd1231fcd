/** Reports made from one result. The files behind are the folder's own. */
export { coverageLines, type StepCoverage, stepCoverage } from "./coverage.js";
export { type ExpectationOutcome, renderExpectation, renderTally } from "./expectation.js";
export { allWarnings } from "./findings.js";
export { type JsonReport, type JsonStep, type JsonWarning, resultToJson } from "./json.js";
export { type ReportOptions, renderResult, type TraceForm, warningLines } from "./render.js";
export { type Variant, verdictLine } from "./summary.js";
