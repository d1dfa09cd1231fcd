/** Typical mistakes in units and statements, each with its own words. */
import { isNameToken, startsDefinition, UNIT_WORDS } from "../../../grammar/recovery.js";
import * as t from "../../../grammar/tokens.js";
import type { Diagnostic } from "../diagnostic.js";
import { nearest } from "../nearest.js";
import type { Mistake } from "./mistakes.js";
import { isUnitPlace, type Place, quote } from "./place.js";

/** Mistakes in units, the most telling first. */
export const UNIT_MISTAKES: readonly Mistake[] = [
  definedWithEquals,
  misspeltUnit,
  claimWithoutFormula,
  closesNothing,
  extendsTooLate,
  initialValue,
  semicolonInModule,
  constIn,
  editWithoutStep,
  onWhat,
  wordOfPlusCal,
];

/** Mistakes in statements, the most telling first. */
export const STATEMENT_MISTAKES: readonly Mistake[] = [
  assignedWithEquals,
  incremented,
  conditionInParentheses,
  thenInStatement,
  elseWithoutIf,
  labelAlone,
  stepWithoutColon,
  parallelOperator,
  wordAlone,
];

function definedWithEquals(place: Place): Diagnostic | null {
  if (place.failure.kind !== "definedWithEquals") return null;
  return {
    ...place.error("G003", "a definition is written with `==`, not with `=`"),
    fix: { span: place.spanOf(place.token), text: "==" },
  };
}

const UNIT_STARTERS = [...t.RESERVED, ...t.CONTEXTUAL]
  .filter(([word, type]) => UNIT_WORDS.has(type) && /^[a-zA-Z]{3,}$/.test(word))
  .map(([word]) => word);

function misspeltUnit(place: Place): Diagnostic | null {
  const { token } = place;
  if (place.failure.kind !== "leftover" || !isUnitPlace(place)) return null;
  const next = place.at(1);
  if (token?.tokenType !== t.Identifier) return null;
  if (!isNameToken(next) && next?.tokenType !== t.StringToken) return null;
  const upper = token.image.toUpperCase();
  const known = place.form === "module" ? [...t.RESERVED.keys()] : UNIT_STARTERS;
  const meant = place.form === "module" && t.RESERVED.has(upper) ? upper : nearest(token.image, known);
  if (meant === undefined) return null;
  return {
    ...place.error("G026", `expected a definition or declaration, found ${quote(token)}`, [
      `did you mean \`${meant}\`?`,
    ]),
    fix: { span: place.spanOf(token), text: meant },
  };
}

/** `invariant Inv: x > 0`; the name alone would be complete. */
function claimWithoutFormula(place: Place): Diagnostic | null {
  if (place.failure.kind !== "leftover" || !isUnitPlace(place)) return null;
  if (place.at(-2)?.tokenType !== t.ClaimWord || !isNameToken(place.previous)) return null;
  if (place.token?.tokenType === t.Comma) {
    return place.error("G027", "each claim is a unit of its own", [`write ${place.at(-2)?.image} again`]);
  }
  return place.error("G001", `expected \`==\`${place.after()}, found ${place.found()}`);
}

function closesNothing(place: Place): Diagnostic | null {
  const { token } = place;
  if (place.failure.kind !== "leftover" || token === undefined) return null;
  const types = [t.RightParen, t.RightBracket, t.RightBrace, t.RightAngle];
  if (!types.includes(token.tokenType)) return null;
  return place.error("G002", `this ${quote(token)} closes nothing`);
}

function extendsTooLate(place: Place): Diagnostic | null {
  const word = place.tokens[place.failure.start];
  if (word === undefined || (word.tokenType !== t.Extends && word.tokenType !== t.ExtendsWord)) return null;
  // In a spec, the word begins a definition where no modules are expected: `extends == …`.
  if (place.failure.kind !== "leftover" && place.failure.expected !== t.DefinedAs) return null;
  const first = place.tokens.findIndex((token) => token.tokenType === word.tokenType);
  const notes =
    first < place.failure.start ? [`one ${quote(word)} names all modules: ${word.image} A, B`] : [];
  return place.error("G027", `${quote(word)} stands before all units, right after the name`, notes, word);
}

function initialValue(place: Place): Diagnostic | null {
  if (place.token?.tokenType !== t.Equals || place.failure.kind !== "leftover") return null;
  const word = place.tokens.slice(0, place.index).findLast((token) => token.tokenType === t.Variable);
  if (word === undefined || !isUnitPlace(place) || place.lineOf(word) !== place.lineOf(place.token))
    return null;
  return place.error("G027", "VARIABLE only declares", ["give initial values in the definition of Init"]);
}

function semicolonInModule(place: Place): Diagnostic | null {
  if (place.token?.tokenType !== t.Semicolon || place.failure.kind !== "leftover") return null;
  if (!isUnitPlace(place)) return null;
  return place.error("G027", "units do not end with `;`", ["leave it out"]);
}

function constIn(place: Place): Diagnostic | null {
  if (place.token?.tokenType !== t.In || place.at(-2)?.tokenType !== t.ConstWord) return null;
  return place.error("G027", "`const` takes a value with `=`, not a set", [
    "write const N = 2 where N \\in S, or leave the value to the scenarios",
  ]);
}

function editWithoutStep(place: Place): Diagnostic | null {
  const { token } = place;
  if (place.failure.kind !== "leftover" || token === undefined) return null;
  if (t.CONTEXTUAL.get(token.image) !== t.EditWord) return null;
  return place.error("G027", `${quote(token)} names a step as process.step`, [
    `write ${token.image} process.step { … }`,
  ]);
}

/** Words of PlusCal, and what is written here. */
const PLUSCAL: ReadonlyMap<string, string> = new Map([
  ["variable", "`var`"],
  ["variables", "`var`"],
  ["begin", "`{`"],
  ["do", "`{`"],
  ["define", "plain definitions before the processes"],
  ["elsif", "`else if`"],
  ["algorithm", "`spec`"],
]);

function wordOfPlusCal(place: Place): Diagnostic | null {
  const { token } = place;
  const instead = token && PLUSCAL.get(token.image);
  if (token === undefined || instead === undefined || place.form === "module") return null;
  if (place.inRule("expression")) return null;
  return place.error("G027", `${quote(token)} is not written in a spec`, [`write ${instead}`]);
}

function onWhat(place: Place): Diagnostic | null {
  if (place.rule !== "patchUnit" || place.token?.image !== "on") return null;
  return place.error("G027", "`on` needs the name of the patch that this one builds on");
}

function assignedWithEquals(place: Place): Diagnostic | null {
  const { token } = place;
  if (place.failure.expected !== t.Assign || token?.tokenType !== t.Equals) return null;
  return {
    ...place.error("G028", "an assignment is written `:=`", ["`=` compares"]),
    fix: { span: place.spanOf(token), text: ":=" },
  };
}

function incremented(place: Place): Diagnostic | null {
  const { token, previous } = place;
  if (place.failure.expected !== t.Assign || token === undefined) return null;
  const operator = /^(?:\+\+|--|[+*/-])$/.test(token.image) ? token.image.charAt(0) : undefined;
  if (operator === undefined) return null;
  const name = previous?.image ?? "x";
  return place.error("G028", `expected \`:=\`${place.after()}, found ${quote(token)}`, [
    `write ${name} := ${name} ${operator} 1`,
  ]);
}

/** `if`, `while` and `with` without `(` are read as names. */
function conditionInParentheses(place: Place): Diagnostic | null {
  const word = place.failure.expected === t.LeftParen ? place.previous : place.tokens[place.failure.start];
  const { expected } = place.failure;
  if (word === undefined || (expected !== t.Assign && expected !== t.LeftParen)) return null;
  const atLabel = place.previous;
  const image = [word, atLabel].find((token) => token && /^(?:if|while|with)$/.test(token.image))?.image;
  if (image === undefined || place.rule === "useStatement") return null;
  return place.error("G028", `what \`${image}\` looks at stands in parentheses, found ${place.found()}`, [
    image === "with" ? "write with (x \\in S) { … }" : `write ${image} (condition) { … }`,
  ]);
}

function thenInStatement(place: Place): Diagnostic | null {
  const word = [place.token, place.previous].find((token) => token?.image === "then");
  if (word === undefined || !place.inRule("ifStatement")) return null;
  return place.error("G028", "`if` takes no `then`", ["write if (condition) { … } else { … }"], word);
}

function elseWithoutIf(place: Place): Diagnostic | null {
  const { token } = place;
  const type = token?.tokenType;
  if (token === undefined || (type !== t.ElseWord && type !== t.OrWord)) return null;
  const opener = type === t.ElseWord ? "if" : "either";
  return place.error("G028", `this ${quote(token)} belongs to no \`${opener}\``);
}

function labelAlone(place: Place): Diagnostic | null {
  if (place.rule !== "statement" || place.previous?.tokenType !== t.Colon) return null;
  return place.error("G028", `expected a statement after the label, found ${place.found()}`, [
    "a step that does nothing is written `skip`",
  ]);
}

function stepWithoutColon(place: Place): Diagnostic | null {
  if (place.failure.expected !== t.Assign || place.token?.tokenType !== t.StringToken) return null;
  return place.error("G028", `expected \`:\` after the step's text ${quote(place.token)}`, [
    'a step begins with name: or name "C text":',
  ]);
}

function parallelOperator(place: Place): Diagnostic | null {
  if (place.token?.tokenType !== t.Parallel) return null;
  return place.error("G028", "`||` only stands between assignments here", [
    "as an operator, write it in parentheses; disjunction is `\\/`",
  ]);
}

function wordAlone(place: Place): Diagnostic | null {
  const { previous } = place;
  if (place.failure.expected !== t.Assign || previous === undefined) return null;
  const word = t.CONTEXTUAL.get(previous.image);
  if (word === t.GotoWord) {
    return place.error("G028", `expected the label to go to after \`goto\`, found ${place.found()}`);
  }
  if (word === t.CallWord) {
    return place.error("G028", `expected the name of a procedure after \`call\`, found ${place.found()}`);
  }
  if (startsDefinition(place.tokens, place.failure.start)) {
    return place.error("G028", "a definition cannot stand among statements", [
      "define it before the process, or use LET in an expression",
    ]);
  }
  return null;
}
