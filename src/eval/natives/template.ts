/** Texts with places to be filled, as Java's class Formatter reads them: what CSV and IOUtils take. */
import { codes, ValueError } from "../../values/index.js";

/** `%s`, `%2$s`, `%-10s`, `%.3s`, `%S`; `%%` and `%n`. */
const PLACE = /%(?:(\d+)\$)?(-)?(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

/** Wider places are taken for a mistake. */
const LONGEST = 1_000_000;

/**
 * Fills the places of a template: `%s` takes the next value, `%2$s` the second one.
 * Throws ValueError for a place that there is no value for, and for one of another kind than text.
 */
export function fill(template: string, values: readonly string[], of: string): string {
  let next = 0;
  const filled = template.replace(PLACE, (place, index, left, width, precision, kind) => {
    if (kind === "%") return "%";
    if (kind === "n") return "\n";
    if (kind !== "s" && kind !== "S") {
      throw new ValueError(codes.argument, `${of} fills places such as %s and %1$s, but not ${place}`);
    }
    const content = values[index === undefined ? next++ : Number(index) - 1];
    if (content === undefined) {
      throw new ValueError(codes.argument, `${of} has no value for the place ${place} of its template`);
    }
    const kept = precision === undefined ? content : content.slice(0, Number(precision));
    const cased = kind === "S" ? kept.toUpperCase() : kept;
    if (width === undefined) return cased;
    if (Number(width) > LONGEST) {
      throw new ValueError(codes.argument, `the place ${place} of ${of} is wider than ${LONGEST} characters`);
    }
    return left === undefined ? cased.padStart(Number(width)) : cased.padEnd(Number(width));
  });
  return filled;
}
