/** Why a formula is false, in the words of the spec: the conjunct to blame and what its parts are worth. */

import type { ConjunctValue, Explanation, Part } from "../explore/evaluator.js";
import { oneLine, withoutComments } from "../syntax/source.js";
import { format } from "../values/index.js";
import { pack } from "./columns.js";
import { elide, thousands, wrap } from "./text.js";

/**
 * `lead` and the false conjunct, then `where` and the values of its parts, in lines of at most `width` characters.
 * Values are wrapped, never cut.
 */
export function blame(lead: string, explanation: Explanation, width: number, where = ""): readonly string[] {
  const conjunct = oneLine(withoutComments(explanation.conjunct));
  const [first, ...others] = explanation.parts.flatMap((part) => partTexts(part));
  const parts = first === undefined ? [] : pack([where + first, ...others], width);
  const lines = [...wrap(`${lead}${conjunct}`, width, 4), ...parts, ...triedLines(explanation, width)];
  return lines.filter((line) => line !== "");
}

/** Longest formula and value that are told of an element tried in vain. */
const LONGEST = 60;

/**
 * Why a `\E` is false: `none of 5: for p = 1 x > p is false (x = 0); for p = 2 …`; nothing for other formulas, or where
 * there is no element.
 */
export function triedLines({ tried }: Explanation, width: number): readonly string[] {
  if (tried === undefined) return [];
  const { all, shown } = tried;
  const items = shown.map(({ bound, why }) => {
    const element = bound.map(({ text, value }) => `${text} = ${elide(oneLine(format(value)), LONGEST)}`);
    const formula = elide(oneLine(withoutComments(why.conjunct)), LONGEST);
    const names = new Set(bound.map(({ text }) => text));
    const parts = why.parts
      .filter(({ text }) => !names.has(text))
      .flatMap((part) => partTexts(part))
      .map((part) => elide(part, LONGEST));
    return `for ${element.join(", ")} ${formula} is false${parts.length === 0 ? "" : ` (${parts.join(", ")})`}`;
  });
  const count = all === null ? "very many" : thousands(all);
  const more = all === null || all > shown.length ? ["..."] : [];
  const head = all === 1 ? "the only element is none" : `none of ${count} elements is one`;
  return wrap(`${head}: ${[...items, ...more].join("; ")}`, width, 2);
}

/**
 * Of a formula that is a conjunction, which conjuncts are false, and which are not; nothing for others.
 * ```
 * Conjuncts of Inv:
 *     false: x < 3
 *     true: TypeOK; y = 0
 * ```
 */
export function conjunctLines(
  name: string,
  conjuncts: readonly ConjunctValue[] | undefined,
  width: number,
): readonly string[] {
  if (conjuncts === undefined) return [];
  const texts = (holds: boolean | null) =>
    conjuncts
      .filter((conjunct) => conjunct.holds === holds)
      .map(({ text }) => elide(oneLine(withoutComments(text)), LONGEST));
  const said = (verdict: string, which: readonly string[]) =>
    which.length === 0 ? [] : [`${verdict}: ${which.join("; ")}`];
  const items = [
    ...said("false", texts(false)),
    ...said("true", texts(true)),
    ...said("without a value", texts(null)),
  ];
  return [
    `Conjuncts of ${name}:`,
    ...items.flatMap((item) => wrap(item, width - 4, 4).map((line) => `    ${line}`)),
  ];
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
export function partTexts({ text, value }: Part): readonly string[] {
  const name = oneLine(withoutComments(text));
  const shown = oneLine(format(value));
  if (name === shown) return [];
  return [typeof value === "boolean" ? `${name} is ${shown}` : `${name} = ${shown}`];
}
