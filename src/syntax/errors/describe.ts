/** Puts the parser's failures into words. */
import type { IToken } from "chevrotain";
import type { Failure } from "../../../grammar/failure.js";
import type { Form } from "../../../grammar/lexer.js";
import * as t from "../../../grammar/tokens.js";
import type { Diagnostic } from "../diagnostic.js";
import type { Source } from "../source.js";
import { describeExpected } from "./expected.js";
import { MEMORY_MISTAKES } from "./memory-mistakes.js";
import { EXPRESSION_MISTAKES, type Mistake } from "./mistakes.js";
import { Place } from "./place.js";
import { PROOF_MISTAKES } from "./proof-mistakes.js";
import { RUN_MISTAKES } from "./run-mistakes.js";
import { STATEMENT_MISTAKES, UNIT_MISTAKES } from "./unit-mistakes.js";

/** So many errors of one text are shown; more would only scroll the first ones away. */
const ERROR_LIMIT = 20;

const MISTAKES: readonly Mistake[] = [
  ...PROOF_MISTAKES,
  ...EXPRESSION_MISTAKES,
  ...RUN_MISTAKES,
  ...MEMORY_MISTAKES,
  ...UNIT_MISTAKES,
  ...STATEMENT_MISTAKES,
];

/**
 * One diagnostic for each failure, in text order. Failures at a place that was reported already, or that follow
 * from a comment that is never closed, are left out; after many errors one line says how many more there are.
 */
export function describeFailures(
  source: Source,
  form: Form,
  tokens: readonly IToken[],
  failures: readonly Failure[],
): Diagnostic[] {
  const places = distinct(failures.map((failure) => new Place(source, form, tokens, failure)));
  const shown = places.slice(0, ERROR_LIMIT).map(describe);
  const next = places[ERROR_LIMIT];
  if (next !== undefined) shown.push(next.error("G016", "more syntax errors from here on are not shown"));
  return shown;
}

function describe(place: Place): Diagnostic {
  for (const mistake of MISTAKES) {
    const diagnostic = mistake(place);
    if (diagnostic !== null) return diagnostic;
  }
  return describeExpected(place);
}

function distinct(places: readonly Place[]): Place[] {
  const seen = new Set<number>();
  const result: Place[] = [];
  let tooDeep = false;
  for (const place of places) {
    if (seen.has(place.index)) continue;
    if (place.failure.kind === "tooDeep") {
      if (tooDeep) continue;
      tooDeep = true;
    }
    seen.add(place.index);
    result.push(place);
    if (place.token?.tokenType === t.UnclosedComment) break;
  }
  return result;
}
