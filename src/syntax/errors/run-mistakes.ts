/** Typical mistakes in expectations and scripted runs. */
import * as t from "../../../grammar/tokens.js";
import type { Diagnostic } from "../diagnostic.js";
import type { Mistake } from "./mistakes.js";
import { type Place, quote } from "./place.js";

/** Mistakes in scripted runs, the most telling first. */
export const RUN_MISTAKES: readonly Mistake[] = [
  expectation,
  runWithEquals,
  runWithoutName,
  runWithoutBody,
  startWithoutWhere,
  instanceInParentheses,
  severalIndices,
  stepMissing,
  assignedInRun,
  commaInRun,
];

function expectation(place: Place): Diagnostic | null {
  if (place.rule !== "expectUnit") return null;
  const { token, failure } = place;
  if (failure.kind === "misplaced") {
    return place.error("G024", "`memory` stands before the `:` of an expectation", [
      "write expect scenario with patch memory tso, weak: outcome",
    ]);
  }
  if (failure.expected === t.Colon && token?.image === "with") {
    return place.error("G024", "`with` stands before `memory` in an expectation", [
      "write expect scenario with patch memory tso, weak: outcome",
    ]);
  }
  if (
    failure.expected === t.Colon &&
    place.previous?.image === "memory" &&
    place.at(-2)?.image === "expect"
  ) {
    return place.error(
      "G024",
      "`memory` stands behind the scenario of an expectation",
      ["write expect default memory tso: outcome, for the defaults of the spec"],
      place.previous,
    );
  }
  if (failure.expected === t.Colon && token?.image === "memory") {
    return place.error("G024", "expected the name of a memory model after `memory`", [
      "write expect scenario with patch memory tso, weak: outcome",
    ]);
  }
  return place.error("G024", `expected ${expectationPart(place)}${place.after()}, found ${place.found()}`, [
    "an expectation is written: expect scenario with patch memory model: outcome",
    "outcomes are `holds`, `P holds`, `violates P`, `reaches P`, `deadlocks` and `runs R`",
  ]);
}

function expectationPart(place: Place): string {
  if (place.failure.expected === t.Colon) return "`:`";
  if (place.previous?.tokenType === t.MemoryWord) return "a memory model";
  return place.previous?.tokenType === t.Colon ? "an outcome" : "a name";
}

const FORM = 'a run is written: run R "title" == { process.step; process["self"].step; assert P }';

function runWithEquals(place: Place): Diagnostic | null {
  if (place.failure.kind !== "definedWithEquals" || !place.inRule("runUnit")) return null;
  return {
    ...place.error("G003", "a run is written with `==`, not with `=`"),
    fix: { span: place.spanOf(place.token), text: "==" },
  };
}

/** `run "title" == { … }`, or without a title, which is read as the definition of a set. */
function runWithoutName(place: Place): Diagnostic | null {
  const word = place.tokens[place.failure.start];
  if (word?.image !== "run") return null;
  const asUnit = place.rule === "runUnit" && place.failure.expected === t.Identifier;
  const asSet = place.rule === "set" && place.token?.tokenType === t.Semicolon;
  const found = asUnit ? place.found() : "`==`";
  if (!asUnit && !asSet) return null;
  return place.error("G043", `expected the name of the run after \`run\`, found ${found}`, [FORM], word);
}

function runWithoutBody(place: Place): Diagnostic | null {
  const { expected } = place.failure;
  if (place.rule !== "runUnit" || (expected !== t.DefinedAs && expected !== t.LeftBrace)) return null;
  const missing = expected === t.DefinedAs ? "`==`" : "`{`";
  return place.error("G043", `expected ${missing}${place.after()}, found ${place.found()}`, [FORM]);
}

function startWithoutWhere(place: Place): Diagnostic | null {
  if (place.rule !== "runStep" || place.failure.expected !== t.WhereWord) return null;
  return place.error("G043", `expected \`where\` after \`start\`, found ${place.found()}`, [
    "write start where P, with P a condition on the initial state",
  ]);
}

function instanceInParentheses(place: Place): Diagnostic | null {
  if (place.rule !== "run item" || place.token?.tokenType !== t.Dot) return null;
  return place.error("G043", "which instance of a process takes the step stands in brackets", [
    'write process["self"].step',
  ]);
}

function severalIndices(place: Place): Diagnostic | null {
  if (place.rule !== "stepTaken" || place.token?.tokenType !== t.Comma) return null;
  return place.error("G043", "an instance of a process has one identity", [
    "one of several parts is a tuple: process[<<a, b>>].step",
  ]);
}

function stepMissing(place: Place): Diagnostic | null {
  if (place.rule !== "stepTaken" || place.failure.expected !== t.Dot) return null;
  return place.error("G043", `expected \`.\` and a step${place.after()}, found ${place.found()}`, [
    'write process["self"].step',
  ]);
}

function assignedInRun(place: Place): Diagnostic | null {
  if (place.rule !== "run item" || place.token?.tokenType !== t.Assign) return null;
  return place.error("G043", "a run takes steps and assigns nothing", [
    "choose among the states that a step may lead to with `where P`",
  ]);
}

function commaInRun(place: Place): Diagnostic | null {
  const { token } = place;
  if (place.rule !== "run item" || token?.tokenType !== t.Comma) return null;
  return {
    ...place.error("G043", `the items of a run are divided by \`;\`, found ${quote(token)}`),
    fix: { span: place.spanOf(token), text: ";" },
  };
}
