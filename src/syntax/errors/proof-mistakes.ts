/** Typical mistakes in proofs, each with its own words. */
import type { IToken, TokenType } from "chevrotain";
import type { ProofMistake } from "../../../grammar/failure.js";
import { stepOf } from "../../../grammar/levels.js";
import * as t from "../../../grammar/tokens.js";
import type { Diagnostic } from "../diagnostic.js";
import type { Mistake } from "./mistakes.js";
import { type Place, quote } from "./place.js";

/** Mistakes in proofs, the most telling first. */
export const PROOF_MISTAKES: readonly Mistake[] = [
  stepNumberAsFact,
  caseWithArrow,
  bareQed,
  missingQed,
  stepAfterProof,
  missingProve,
  newInQuantifier,
  factsWithoutComma,
];

/** A step that is well-formed by itself but stands in a wrong place. */
export function describeProofError(place: Place, mistake: ProofMistake): Diagnostic {
  const token = place.tokens[place.failure.index];
  const name = token === undefined ? "this step" : quote(token);
  switch (mistake) {
    case "wrongLevel":
      return wrongLevel(place, token);
    case "proofOfNothing":
      return place.error(
        "G044",
        `a proof begins at ${name}, but the step before states nothing to prove`,
        ["USE, HIDE, DEFINE, INSTANCE, HAVE, TAKE and WITNESS take no proof"],
        token,
      );
    case "secondProof":
      return place.error(
        "G044",
        `a second proof begins at ${name}`,
        ["a step has one proof; all steps of a proof have the same level"],
        token,
      );
    case "stepOutside":
      return place.error(
        "G044",
        `the step ${name} is named outside of its proof`,
        ["the name of a step stands only in the proof that the step belongs to, and in the proofs within"],
        token,
      );
    case "stepToCome":
      return place.error(
        "G044",
        `${name} names no step`,
        ["`<+>` only begins the steps of a new proof; name a step by its level, as in <2>1, or as <*>1"],
        token,
      );
    default:
      return mistake satisfies never;
  }
}

function wrongLevel(place: Place, token: IToken | undefined): Diagnostic {
  const { levels } = place.failure;
  const current = levels.at(-1) ?? null;
  const name = token === undefined ? "this step" : quote(token);
  const level = token === undefined ? 0 : stepOf(token).level;
  if (current === null) {
    const outer = levels.at(-2) ?? 0;
    return place.error(
      "G044",
      `the proof of a step at level <${outer}> cannot begin with ${name}`,
      [`its steps have a higher level: <${outer + 1}>1`],
      token,
    );
  }
  if (typeof level === "number" && level < current) return noQed(place, current, token);
  return place.error(
    "G044",
    `${name} is no step of the proof that it stands in, whose level is <${current}>`,
    [
      "all steps of a proof have the same level; the proof of a step has a higher one, and follows it directly",
    ],
    token,
  );
}

function noQed(place: Place, level: number, token: IToken | undefined): Diagnostic {
  const found = token === undefined ? "the end of the text" : quote(token);
  return place.error(
    "G044",
    `the proof at level <${level}> has no QED step before ${found}`,
    [`a proof by steps ends with <${level}> QED`],
    token,
  );
}

/** Something else than a step comes before the QED of a proof by steps. */
function missingQed(place: Place): Diagnostic | null {
  const { failure } = place;
  if (failure.kind !== "mismatch" || failure.expected !== t.ProofStep) return null;
  const level = failure.levels.at(-1) ?? null;
  if (level === null) {
    return place.error("G044", `expected a step or QED${place.after()}, found ${place.found()}`, [
      "a proof is a row of steps such as <1>1. P, the last one <1> QED; or BY, OBVIOUS, OMITTED",
    ]);
  }
  return noQed(place, level, place.token);
}

/** A step after the QED that ended the proof, or after a leaf proof. */
function stepAfterProof(place: Place): Diagnostic | null {
  const { token, failure } = place;
  if (failure.kind !== "leftover" || token === undefined || !isStep(token)) return null;
  const before = place.tokens.slice(0, place.index);
  const theorem = before.findLastIndex((each) => each.tokenType === t.Theorem);
  if (theorem < 0) return place.error("G044", `the step ${quote(token)} belongs to no theorem`);
  const qed = before.findLast((each, i) => i > theorem && each.tokenType === t.Qed);
  return place.error("G044", `the proof ended before ${quote(token)}`, [
    qed === undefined
      ? "a theorem has one proof: steps, BY, OBVIOUS or OMITTED"
      : `its QED stands at line ${place.lineOf(qed)}`,
  ]);
}

function isStep(token: IToken): boolean {
  return token.tokenType === t.ProofStep || token.tokenType === t.StepName;
}

const FACT_WORDS: ReadonlySet<TokenType> = new Set([t.By, t.Use, t.Only]);

/** `BY <1>1.`: the dot belongs to the step itself, not to its name. */
function stepNumberAsFact(place: Place): Diagnostic | null {
  const { token, previous } = place;
  if (token?.tokenType !== t.ProofStep || previous?.startLine !== token.startLine) return null;
  const listed = FACT_WORDS.has(previous!.tokenType);
  if (place.rule !== "term" && place.rule !== "fact" && !listed) return null;
  const { name } = stepOf(token);
  if (name === "") {
    return place.error("G044", `${quote(token)} has no name by which it could be meant`, [
      "give the step a name, as in <1>2, or leave it out: steps without a name are always known",
    ]);
  }
  const plain = token.image.replace(/\.+$/, "");
  return {
    ...place.error("G044", `the step is meant by \`${plain}\`, without the dot`),
    fix: { span: place.spanOf(token), text: plain },
  };
}

/** `<1>1. CASE p -> e`: in a proof CASE is a step. */
function caseWithArrow(place: Place): Diagnostic | null {
  if (place.token?.tokenType !== t.Arrow || place.failure.levels.length === 0) return null;
  const step = place.tokens.findLastIndex((token, i) => i < place.index && token.tokenType === t.ProofStep);
  if (place.tokens[step + 1]?.tokenType !== t.Case) return null;
  return place.error("G044", "CASE at the beginning of a step states the case to be proved", [
    "put a CASE expression in parentheses: <1>1. (CASE p -> e [] OTHER -> f)",
  ]);
}

function bareQed(place: Place): Diagnostic | null {
  if (place.token?.tokenType !== t.Qed) return null;
  return place.error("G044", "QED needs the number of a step before it", [
    "the last step of a proof is written <1> QED, or <1>3. QED",
  ]);
}

function missingProve(place: Place): Diagnostic | null {
  if (place.rule !== "assumeProve" || place.failure.kind !== "noAlternative") return null;
  const before = place.previous?.tokenType;
  if (before === t.Assume || before === t.BoxAssume) {
    return place.error("G045", `expected an assumption${place.after()}, found ${place.found()}`);
  }
  return place.error("G045", `expected \`,\` or \`PROVE\`${place.after()}, found ${place.found()}`, [
    "what follows from assumptions is written ASSUME a, NEW x \\in S PROVE p",
  ]);
}

const NEW_WORDS: ReadonlySet<TokenType> = new Set([t.New, t.LevelWord]);

/** NEW outside of an ASSUME. */
function newInQuantifier(place: Place): Diagnostic | null {
  const { token } = place;
  if (token === undefined || !NEW_WORDS.has(token.tokenType)) return null;
  if (place.failure.levels.length === 0 && place.rule !== "quantified") return null;
  return place.error("G045", `${quote(token)} declares a name only in ASSUME … PROVE`, [
    "write TAKE x \\in S, PICK x \\in S : p, or ASSUME NEW x \\in S PROVE p",
  ]);
}

/** `BY A B`: facts without a comma between them. */
function factsWithoutComma(place: Place): Diagnostic | null {
  const { token, previous } = place;
  if (place.failure.kind !== "leftover" || token?.tokenType !== t.Identifier) return null;
  if (previous === undefined || previous.startLine !== token.startLine) return null;
  for (let i = place.index - 1; i >= 0; i--) {
    const type = place.tokens[i]!.tokenType;
    if (type === t.By || type === t.Use || type === t.Def) {
      return place.error("G045", `expected \`,\`${place.after()}, found ${quote(token)}`, [
        "facts and definitions are divided by commas: BY A, B DEF C, D",
      ]);
    }
    if (place.tokens[i]!.startLine !== token.startLine) return null;
  }
  return null;
}
