/** Proofs are skipped as text: how far they reach, by their tokens alone. */
import type { IToken } from "chevrotain";
import { startsUnit } from "./recovery.js";
import * as t from "./tokens.js";

/**
 * The index after the proof that begins at a token; the same index if none begins there.
 * A structured proof ends with the QED step of its own level and that step's proof; a leaf ends at the next unit.
 */
export function endOfProof(tokens: readonly IToken[], index: number): number {
  let next = index;
  for (;;) {
    if (tokens[next]?.tokenType === t.Proof) next++;
    const token = tokens[next];
    switch (token?.tokenType) {
      case t.Obvious:
        return next + 1;
      case t.By:
        return endOfFacts(tokens, next + 1);
      case t.ProofStep: {
        const qed = indexOfQed(tokens, next, levelOf(token));
        if (qed === undefined) return endOfFacts(tokens, next + 1);
        next = qed + 1;
        break;
      }
      default:
        return next;
    }
  }
}

/** The index after a BY, USE or HIDE list: that of the next unit. */
export function endOfFacts(tokens: readonly IToken[], index: number): number {
  let next = index;
  while (next < tokens.length && !startsUnit(tokens, next, Number.POSITIVE_INFINITY)) next++;
  return next;
}

/** The index of the PROVE that belongs to the ASSUME before `index`; the number of tokens if it is missing. */
export function indexOfProve(tokens: readonly IToken[], index: number): number {
  let depth = 1;
  for (let i = index; i < tokens.length; i++) {
    const type = tokens[i]?.tokenType;
    if (type === t.Assume) depth++;
    else if (type === t.Prove && --depth === 0) return i;
    else if (type === t.ModuleEnd) break;
  }
  return tokens.length;
}

function levelOf(step: IToken | undefined): string {
  return /^<([^>]*)>/.exec(step?.image ?? "")?.[1] ?? "";
}

function indexOfQed(tokens: readonly IToken[], from: number, level: string): number | undefined {
  for (let i = from + 1; i < tokens.length; i++) {
    const type = tokens[i]?.tokenType;
    if (type === t.ModuleEnd || type === t.ModuleHeader) return undefined;
    if (type === t.Qed && levelOf(tokens[i - 1]) === level) return i;
  }
  return undefined;
}
