/** Typical mistakes, each with its own words: signs of other languages, and what TLA+ wants instead. */
import { WORDS } from "../../../grammar/classify.js";
import { startsDefinition } from "../../../grammar/recovery.js";
import * as t from "../../../grammar/tokens.js";
import type { Diagnostic } from "../diagnostic.js";
import { nearest } from "../nearest.js";
import { type Place, quote } from "./place.js";

/** A typical mistake: says what it is, or null where it was not made. */
export type Mistake = (place: Place) => Diagnostic | null;

/** Words of other languages for operators of TLA+. */
const FOREIGN_WORDS: ReadonlyMap<string, string> = new Map([
  ["and", "/\\"],
  ["AND", "/\\"],
  ["or", "\\/"],
  ["OR", "\\/"],
  ["not", "~"],
  ["NOT", "~"],
  ["mod", "%"],
  ["div", "\\div"],
  ["in", "\\in"],
  ["union", "\\cup"],
  ["then", "THEN"],
  ["else", "ELSE"],
  ["let", "LET"],
  ["implies", "=>"],
]);

/** Mistakes in expressions, the most telling first. */
export const EXPRESSION_MISTAKES: readonly Mistake[] = [
  unclosedText,
  unexpectedCharacters,
  unknownOperator,
  strayCommentEnd,
  notEqual,
  definedInExpression,
  assignedInExpression,
  foreignOperator,
  foreignWord,
  arrowOfC,
  substitution,
  otherArm,
  label,
  equalsInLet,
  bracketForms,
  functionParameter,
  exceptWithout,
  emptyItem,
];

function unclosedText(place: Place): Diagnostic | null {
  const token = place.token;
  if (token?.tokenType === t.UnclosedComment) {
    return {
      ...place.error("G006", "this comment is never closed", ["comments nest: each `(*` needs its `*)`"]),
    };
  }
  if (token?.tokenType === t.UnclosedString) {
    return place.error("G007", "this string is not closed on its line");
  }
  return null;
}

function unexpectedCharacters(place: Place): Diagnostic | null {
  const token = place.token;
  if (token?.tokenType !== t.Unexpected) return null;
  if (token.image === "?") {
    return place.error("G015", "TLA+ has no `?` operator", ["write IF a THEN b ELSE c"]);
  }
  const shown = /^[\x20-\x7e]+$/.test(token.image) ? quote(token) : codePoints(token.image);
  return place.error("G012", `${shown} has no meaning here`);
}

/** Characters that may not be visible, by their numbers. */
function codePoints(text: string): string {
  const points = [...text].slice(0, 4);
  return points
    .map((c) => {
      const number = (c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      return /[\p{L}\p{N}\p{P}\p{S}]/u.test(c) ? `\`${c}\` (U+${number})` : `the character U+${number}`;
    })
    .join(", ");
}

function unknownOperator(place: Place): Diagnostic | null {
  // A definition of an unknown operator, `a \foo b == e`, is not read as one: it stumbles at the `a`.
  const token =
    place.failure.kind === "leftover" && place.token?.tokenType === t.Identifier ? place.at(1) : place.token;
  if (token?.tokenType !== t.BackslashWord) return null;
  const known = [...WORDS.keys()].filter((word) => word.startsWith("\\"));
  const meant = nearest(token.image, known);
  const diagnostic = place.error(
    "G005",
    `unknown operator ${quote(token)}`,
    meant === undefined ? [] : [`did you mean \`${meant}\`?`],
    token,
  );
  return meant === undefined
    ? diagnostic
    : { ...diagnostic, fix: { span: place.spanOf(token), text: meant } };
}

/** `*)` is read as `*` and `)` outside of a comment. */
function strayCommentEnd(place: Place): Diagnostic | null {
  const { token, previous } = place;
  if (token?.tokenType !== t.RightParen || previous?.image !== "*") return null;
  if (previous.startOffset + 1 !== token.startOffset) return null;
  return place.error("G006", "`*)` closes no comment", [], previous);
}

function notEqual(place: Place): Diagnostic | null {
  const { token, previous } = place;
  if (token?.tokenType !== t.Equals || previous?.tokenType !== t.Bang) return null;
  const span = { ...place.spanOf(previous), end: place.spanOf(token).end };
  return {
    code: "G015",
    severity: "error",
    message: "`!=` is not an operator of TLA+",
    span,
    notes: ["inequality is written `/=` or `#`"],
    fix: { span, text: "/=" },
  };
}

function definedInExpression(place: Place): Diagnostic | null {
  const token = place.token;
  if (token?.image !== "==" || place.rule === "definition" || place.rule === "claimUnit") return null;
  return {
    ...place.error("G004", "`==` defines; it cannot stand in an expression", ["equality is written `=`"]),
    fix: { span: place.spanOf(token), text: "=" },
  };
}

function assignedInExpression(place: Place): Diagnostic | null {
  const { token } = place;
  if (token?.tokenType !== t.Assign || !(place.inRule("expression") || place.rule === "parenthesized"))
    return null;
  return {
    ...place.error("G004", "`:=` assigns; it cannot stand in an expression", ["equality is written `=`"]),
    fix: { span: place.spanOf(token), text: "=" },
  };
}

function foreignOperator(place: Place): Diagnostic | null {
  const { token } = place;
  if (token?.tokenType === t.Bang && place.rule === "term") {
    return place.error("G015", "`!` is not negation", ["negation is written `~`"]);
  }
  if ((token?.image === "&&" || token?.image === "||") && place.rule === "term") {
    return place.error("G015", `${quote(token)} needs an operand on its left`);
  }
  return null;
}

function foreignWord(place: Place): Diagnostic | null {
  const previous = place.previous;
  for (const token of [place.token, previous]) {
    const meant = token && FOREIGN_WORDS.get(token.image);
    if (token === undefined || meant === undefined) continue;
    // `not x` stumbles at `x`, `x and y` at `and`.
    if (token === previous && token.image.toLowerCase() !== "not" && token.image !== "let") continue;
    if (place.inRule("statement") && !place.inRule("expression")) continue;
    return {
      ...place.error(
        "G015",
        `${quote(token)} is a name here, not an operator`,
        [`write \`${meant}\``],
        token,
      ),
      fix: { span: place.spanOf(token), text: meant },
    };
  }
  return null;
}

function arrowOfC(place: Place): Diagnostic | null {
  const { token } = place;
  if (token?.tokenType !== t.Arrow || place.failure.kind !== "leftover") return null;
  return place.error("G015", "`->` does not belong here", [
    "a field of a record is written `r.field`; `->` stands in [S -> T] and in CASE",
  ]);
}

/** `a<-1` is read as a substitution. */
function substitution(place: Place): Diagnostic | null {
  if (place.token?.tokenType !== t.Substitute) return null;
  return place.error("G015", "`<-` only stands in INSTANCE M WITH a <- e", [
    "to compare with a negative number, leave a space: a < -1",
  ]);
}

/** OTHER where a guard stands: the only arm, or not the last one. */
function otherArm(place: Place): Diagnostic | null {
  if (place.token?.tokenType !== t.Other) return null;
  return place.error("G021", "OTHER is the last arm of a CASE, after at least one other");
}

function label(place: Place): Diagnostic | null {
  if (place.token?.tokenType !== t.DoubleColon) return null;
  return place.error("G017", "`::` can only follow the name of a label", ["write label:: expression"]);
}

function equalsInLet(place: Place): Diagnostic | null {
  if (place.rule !== "letIn" || place.failure.kind === "tooDeep") return null;
  if (!startsDefinition(place.tokens, place.index, t.Equals)) return null;
  const sign = place.tokens.find((token, i) => i > place.index && token.tokenType === t.Equals);
  return {
    ...place.error("G003", "a definition is written with `==`, not with `=`", [], sign),
    fix: { span: place.spanOf(sign), text: "==" },
  };
}

/** What begins as a record, function or action in square brackets and goes on otherwise. */
function bracketForms(place: Place): Diagnostic | null {
  const { token, tokens } = place;
  if (place.rule !== "bracketed" || place.failure.kind !== "noAlternative") return null;
  const open = place.opener(t.RightBracket);
  if (open === undefined || token === undefined) return null;
  const first = tokens[tokens.indexOf(open) + 2]?.tokenType;
  if (first === t.Equals) {
    return place.error(
      "G025",
      `expected \`->\`, \`EXCEPT\` or \`]_\`${place.after()}, found ${place.found()}`,
      ["the fields of a record are written [a |-> 1, b |-> 2]"],
    );
  }
  if (first === t.In && (token.tokenType === t.Colon || token.tokenType === t.RightBracket)) {
    return place.error("G025", `expected \`|->\` after the bounds of a function, found ${place.found()}`, [
      "a function is written [x \\in S |-> e], a set of records [a : S, b : T]",
    ]);
  }
  if (token.tokenType === t.RightBracket) {
    return place.error("G025", "this `]` needs a subscript", [
      "an action in brackets is written [A]_vars, a tuple <<a, b>>, grouping ( )",
    ]);
  }
  return null;
}

/** `f[x] == e`, or `[x |-> e]` with more than fields. */
function functionParameter(place: Place): Diagnostic | null {
  if (place.rule !== "bound" || place.failure.expected !== t.In) return null;
  return place.error("G001", `expected \`\\in\` and a set${place.after()}, found ${place.found()}`, [
    "the parameter of a function needs its set: f[x \\in S] == e, [x \\in S |-> e]",
  ]);
}

function exceptWithout(place: Place): Diagnostic | null {
  const first = place.rule === "bracketed" && place.previous?.tokenType === t.Except;
  if (!first && place.rule !== "update") return null;
  if (!first && place.failure.expected !== t.Bang && place.failure.expected !== t.Equals) return null;
  const sign = place.failure.expected === t.Equals ? "=" : "!";
  return place.error("G001", `expected \`${sign}\`${place.after()}, found ${place.found()}`, [
    "what changes is written [f EXCEPT ![i] = e, !.field = e]",
  ]);
}

function emptyItem(place: Place): Diagnostic | null {
  const { token, previous } = place;
  if (place.rule !== "term" || token === undefined || previous === undefined) return null;
  if (token.tokenType !== previous.tokenType) return null;
  if (token.tokenType !== t.And && token.tokenType !== t.Or) return null;
  if (token.startColumn !== previous.startColumn) return null;
  return place.error("G001", `this item of the list is empty`, [], previous);
}
