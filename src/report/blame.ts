/** Why a formula is false, in the words of the spec: the conjunct to blame and what its parts are worth. */

import type { Explanation, Part } from "../explore/evaluator.js";
import { oneLine, withoutComments } from "../syntax/source.js";
import { format } from "../values/index.js";
import { pack } from "./columns.js";
import { wrap } from "./text.js";

/**
 * `lead` and the false conjunct, then `where` and the values of its parts, in lines of at most `width` characters.
 * Values are wrapped, never cut.
 */
export function blame(lead: string, explanation: Explanation, width: number, where = ""): readonly string[] {
  const conjunct = oneLine(withoutComments(explanation.conjunct));
  const [first, ...others] = explanation.parts.flatMap((part) => partText(part));
  const parts = first === undefined ? [] : pack([where + first, ...others], width);
  return [...wrap(`${lead}${conjunct}`, width, 4), ...parts].filter((line) => line !== "");
}

/** `In state 9 this is false: …` and why, for reports without a diagram; `states` is the behaviour's length. */
export function falseLines(
  explanation: Explanation | null,
  states: number,
  width: number,
): readonly string[] {
  if (explanation === null) return [];
  const where =
    states === 0 ? "This" : states === 1 ? "In the initial state this" : `In state ${states} this`;
  return blame(`${where} is false: `, explanation, width, "because ");
}

/** `refs = 3`, `Held("a") is TRUE`; nothing for a literal, which is its own value. */
function partText({ text, value }: Part): readonly string[] {
  const name = oneLine(withoutComments(text));
  const shown = oneLine(format(value));
  if (name === shown) return [];
  return [typeof value === "boolean" ? `${name} is ${shown}` : `${name} = ${shown}`];
}
