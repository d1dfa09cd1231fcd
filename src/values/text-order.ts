/**
 * The order of strings, record fields and model values.
 *
 * TLC orders them by the position in its table of interned texts (util.UniqueString.compareTo, `tok`), that is by
 * which text it met first: the names in the configuration; then, module by module as they are loaded, the root first,
 * all identifiers; then the contents of string literals, those of extended modules before those of the module that
 * extends them. (Found by experiment. TLC's own words and the identifiers in its standard modules come in between.)
 *
 * That order shows: `CHOOSE s \in {"b", "a"} : TRUE` is "b" where "b" comes first in the text, and a record prints its
 * fields in that order. So whoever builds a model may make such an order (`textOrder`) and put it in force
 * (`useTextOrder`) while values of that model are worked on. Texts that it does not know come after those that it
 * does, by their UTF-16 units; so does everything when no order is in force.
 *
 * Sets remember under which order they were sorted, and neither equality nor hashes depend on it, so models with
 * different orders may be used in turn.
 */

/** Ranks of texts, first one first. */
export type TextOrder = ReadonlyMap<string, number>;

let current: TextOrder | null = null;

/** Makes an order from texts, first one first; repetitions do not count. */
export function textOrder(texts: Iterable<string>): TextOrder {
  const ranks = new Map<string, number>();
  for (const text of texts) if (!ranks.has(text)) ranks.set(text, ranks.size);
  return ranks;
}

/** Puts an order in force (null: plain order of UTF-16 units) and gives the one that was in force before. */
export function useTextOrder(order: TextOrder | null): TextOrder | null {
  const before = current;
  current = order;
  return before;
}

/** The order in force. */
export function currentTextOrder(): TextOrder | null {
  return current;
}

/** Negative, zero or positive, as the first text comes before, is, or comes after the second. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  if (current !== null) {
    const left = current.get(a);
    const right = current.get(b);
    if (left !== undefined) return right === undefined ? -1 : left - right;
    if (right !== undefined) return 1;
  }
  return a < b ? -1 : 1;
}
