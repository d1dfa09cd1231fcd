/** Typical mistakes in what a model of a kernel has besides: shared words, memory models, CPUs, barriers. */
import type { IToken } from "chevrotain";
import { HEADER_WORDS, isNameToken } from "../../../grammar/recovery.js";
import * as t from "../../../grammar/tokens.js";
import type { Diagnostic } from "../diagnostic.js";
import { cover } from "../source.js";
import type { Mistake } from "./mistakes.js";
import { isUnitPlace, type Place, quote } from "./place.js";

/** Mistakes in what a spec says of memory and of CPUs, the most telling first. */
export const MEMORY_MISTAKES: readonly Mistake[] = [
  sharedWithoutVar,
  varBeforeShared,
  version,
  memoryModel,
  bufferWithoutNumber,
  equalsInUnit,
  memoryInStatement,
  headerPart,
  stepWord,
  storeWithoutAssignment,
  migrateWithoutTo,
];

function sharedWithoutVar(place: Place): Diagnostic | null {
  const { previous } = place;
  if (place.failure.expected !== t.VarWord || previous?.tokenType !== t.SharedWord) return null;
  const diagnostic = place.error("G040", `expected \`var\` after \`shared\`, found ${place.found()}`, [
    "words in memory are declared with shared var x = e",
  ]);
  const declares = place.token?.tokenType === t.Identifier;
  return declares ? { ...diagnostic, fix: { span: place.spanOf(previous), text: "shared var" } } : diagnostic;
}

/** `var shared x = 1` is read as the variable `shared`, then a unit that begins with `x`. */
function varBeforeShared(place: Place): Diagnostic | null {
  const { start } = place.failure;
  const [first, second] = place.tokens.slice(Math.max(start - 2, 0), start);
  if (first?.tokenType !== t.VarWord || second?.image !== "shared") return null;
  if (!isNameToken(place.tokens[start])) return null;
  const span = cover(place.spanOf(first), place.spanOf(second));
  return {
    ...place.error("G040", "`shared` stands before `var`", [], second),
    fix: { span, text: "shared var" },
  };
}

/** `kernel v6.12`, `kernel 6.12`, `kernel` alone. */
function version(place: Place): Diagnostic | null {
  const alone = startsUnread(place, "kernel");
  if (!alone && place.rule !== "kernelUnit") return null;
  const found = alone ? place.at(1) : place.token;
  const diagnostic = place.error(
    "G040",
    `expected the version in quotes after \`kernel\`, found ${found ? quote(found) : "the end of the text"}`,
    ['write kernel "v6.12", or the commit in quotes'],
    found,
  );
  const beside = !alone && found?.startLine === place.previous?.startLine;
  const written = beside ? adjacent(place) : [];
  if (written.length === 0) return diagnostic;
  const span = cover(place.spanOf(written[0]), place.spanOf(written.at(-1)));
  return { ...diagnostic, span, fix: { span, text: `"${written.map(({ image }) => image).join("")}"` } };
}

/** The token at a place and those that follow without a gap: `v6` and `.12`. */
function adjacent(place: Place): IToken[] {
  const tokens: IToken[] = [];
  for (let i = place.index; i < place.tokens.length; i++) {
    const token = place.tokens[i]!;
    const last = tokens.at(-1);
    if (last !== undefined && last.startOffset + last.image.length !== token.startOffset) break;
    if (!isNameToken(token) && !/^[-.\d]/.test(token.image)) break;
    tokens.push(token);
  }
  return tokens;
}

function memoryModel(place: Place): Diagnostic | null {
  const alone = startsUnread(place, "memory");
  if (alone || (place.rule === "memoryUnit" && place.failure.kind === "noAlternative")) {
    const next = alone ? place.at(1) : place.token;
    return place.error(
      "G040",
      `expected the name of a memory model after \`memory\`, found ${next ? quote(next) : "the end of the text"}`,
      ["write memory tso, or memory tso buffer 2"],
      alone ? place.token : place.previous,
    );
  }
  const { token } = place;
  if (place.failure.kind !== "leftover" || place.at(-2)?.tokenType !== t.MemoryWord) return null;
  const model = place.previous?.image ?? "tso";
  if (token?.tokenType === t.NumberToken) {
    return place.error("G040", `expected \`buffer\` before ${quote(token)}`, [
      `write memory ${model} buffer ${token.image}`,
    ]);
  }
  if (token?.tokenType !== t.Comma) return null;
  return place.error("G040", "one memory model holds at a time", [
    `other scenarios may have others; an expectation lists several: expect S memory ${model}, …: holds`,
  ]);
}

function bufferWithoutNumber(place: Place): Diagnostic | null {
  if (place.rule !== "memoryUnit" || place.failure.expected !== t.NumberToken) return null;
  return place.error("G040", `expected a number after \`buffer\`, found ${place.found()}`, [
    "it says how many stores a CPU's buffer holds: memory tso buffer 2",
  ]);
}

/** `memory = tso` and `kernel = "v6.12"` are read as definitions with one sign too few. */
function equalsInUnit(place: Place): Diagnostic | null {
  const word = place.tokens[place.failure.start]?.image;
  if (place.failure.kind !== "definedWithEquals") return null;
  const value = place.at(1);
  const meant =
    word === "kernel"
      ? value?.tokenType === t.StringToken
      : word === "memory" && isNameToken(value) && value?.startLine !== place.at(2)?.startLine;
  if (!meant) return null;
  return place.error("G040", `\`${word}\` takes no \`=\``, [`write ${word} ${value?.image}`]);
}

function memoryInStatement(place: Place): Diagnostic | null {
  const { previous } = place;
  if (place.failure.expected !== t.Assign || previous?.tokenType !== t.MemoryWord) return null;
  return place.error(
    "G040",
    "a memory model holds for the whole spec or for a scenario",
    ["write `memory` outside of processes"],
    previous,
  );
}

/** What the header of a process or procedure goes on with where its `{` should stand. */
function headerPart(place: Place): Diagnostic | null {
  const { failure, token } = place;
  const owner = failure.rules.at(-2);
  if (failure.expected !== t.LeftBrace || token === undefined) return null;
  if (owner !== "processUnit" && owner !== "procedureUnit") return null;
  const header = place.tokens.slice(failure.start, place.index);
  if (token.tokenType === t.Comma && header.some((each) => each.tokenType === t.OnWord)) {
    return place.error("G041", "a process is on one CPU", ["further locals stand behind `var`"]);
  }
  if (!HEADER_WORDS.has(token.image)) return null;
  if (token.image === "shared") {
    return place.error("G041", "locals of a process or procedure are not shared", [
      "what several of them use is declared outside, with shared var",
    ]);
  }
  if (owner === "procedureUnit") return headerOfProcedure(place, token);
  if (token.image === "await") {
    return place.error("G041", "what every step of a process waits for is written with `when`");
  }
  if (token.image === "on" && token.tokenType !== t.OnWord) {
    return place.error("G041", "expected the name of the variable that holds the CPU after `on`", [
      "write on cpu \\in CPU, or on cpu = 0",
    ]);
  }
  const twice = header.some(({ image, tokenType }) => image === token.image && tokenType === token.tokenType);
  return place.error("G041", `${quote(token)} stands ${twice ? "twice" : "too late"} in this header`, [
    "the parts of a process's header stand in this order: `on`, `when`, `from`, `var`",
  ]);
}

function headerOfProcedure(place: Place, token: IToken): Diagnostic {
  if (token.image === "from") {
    return place.error("G041", "`from` stands once, before the locals of a procedure");
  }
  return place.error("G041", `a procedure has no ${quote(token)}`, [
    "the process that calls it has; a step waits with `await`",
  ]);
}

/** `atomic x := 1`, `take atomic: …`. */
function stepWord(place: Place): Diagnostic | null {
  const { token, previous } = place;
  if (place.failure.expected !== t.Assign || token === undefined || previous === undefined) return null;
  if (previous.tokenType === t.StepWord) {
    return place.error(
      "G028",
      `${quote(previous)} stands before the name of a step`,
      [`write ${previous.image} name: …`],
      previous,
    );
  }
  if (t.CONTEXTUAL.get(token.image) !== t.StepWord || !isNameToken(previous)) return null;
  const span = cover(place.spanOf(previous), place.spanOf(token));
  return {
    ...place.error("G028", `${quote(token)} stands before the name of a step, not behind it`),
    fix: { span, text: `${token.image} ${previous.image}` },
  };
}

/** Tokens before which a statement may begin. */
const DIVIDERS = new Set([
  t.Semicolon,
  t.Colon,
  t.LeftBrace,
  t.RightBrace,
  t.RightParen,
  t.ElseWord,
  t.OrWord,
]);

/** `release;`, `rmw x;`. */
function storeWithoutAssignment(place: Place): Diagnostic | null {
  const { token } = place;
  if (place.failure.expected !== t.Assign) return null;
  if (token !== undefined && token.tokenType !== t.Semicolon && token.tokenType !== t.RightBrace) return null;
  let start = place.index - 1;
  while (start > 0 && !DIVIDERS.has(place.tokens[start - 1]!.tokenType)) start--;
  const word = place.tokens[start];
  if (word === undefined || t.CONTEXTUAL.get(word.image) !== t.OrderWord) return null;
  return place.error("G042", `expected an assignment after ${quote(word)}, found ${place.found()}`, [
    `write ${word.image} x := e`,
  ]);
}

function migrateWithoutTo(place: Place): Diagnostic | null {
  const { previous, token } = place;
  const { expected } = place.failure;
  if (previous?.image !== "migrate" || (expected !== t.ToWord && expected !== t.Assign)) return null;
  const operator = token !== undefined && !isNameToken(token) && token.tokenType !== t.NumberToken;
  if (operator && token.tokenType !== t.Semicolon && token.tokenType !== t.RightBrace) return null;
  const diagnostic = place.error(
    "G042",
    `expected \`to\` and a CPU after \`migrate\`, found ${place.found()}`,
    ["write migrate to c"],
  );
  if (operator || token === undefined) return diagnostic;
  return { ...diagnostic, fix: { span: place.spanOf(previous), text: "migrate to" } };
}

/** Whether a unit's word begins what could not be read as a unit. */
function startsUnread(place: Place, word: string): boolean {
  return place.failure.kind === "leftover" && isUnitPlace(place) && place.token?.image === word;
}
