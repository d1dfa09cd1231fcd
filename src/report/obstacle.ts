/** What stands in the way of a step, in words. */
import type { Explanation, Obstacle, Part } from "../explore/evaluator.js";
import type { Model } from "../semantics/model.js";
import { location, oneLine, withoutComments } from "../syntax/source.js";
import { format } from "../values/index.js";
import { partTexts, triedLines } from "./blame.js";
import { pack } from "./columns.js";
import { elide, wrap } from "./text.js";

/** Longest value that is told along. */
const LONGEST = 200;

/**
 * An obstacle in lines of at most `width` characters:
 * ```
 * x < M is false (Counter.tla:5:7)
 *     with x = 4, M = 4
 * ```
 * @param wanted for a value that differs, what was wanted of the variable
 */
export function obstacleLines(
  obstacle: Obstacle,
  model: Model,
  width: number,
  wanted: (variable: number) => string | null = () => null,
): readonly string[] {
  const { kind, why, given, error, bound } = obstacle;
  const text = oneLine(withoutComments(why.conjunct));
  const place = location(why.span);
  const chosen = bound.length === 0 ? [] : pack([`for ${boundText(bound)}`], width - 4);
  switch (kind) {
    case "false":
      return [
        ...wrap(`${text} is false (${place})`, width, 4),
        ...[...chosen, ...whyLines(why, width - 4)].map((line) => `    ${line}`),
      ];
    case "differs": {
      const variable =
        given === null ? undefined : model.variables.find(({ index }) => index === given.variable);
      const name = variable?.display ?? "a variable";
      const value = given === null ? "" : elide(oneLine(format(given.value)), LONGEST);
      const want = given === null ? null : wanted(given.variable);
      const instead = want === null ? "" : `, the trace has ${want}`;
      return [
        ...wrap(`${text} gives ${name} = ${value}${instead} (${place})`, width, 4),
        ...chosen.map((line) => `    ${line}`),
      ];
    }
    case "error":
      return [
        ...wrap(`${text} cannot be evaluated (${place})`, width, 4),
        ...[...chosen, ...wrap(`${error?.code ?? ""} ${error?.message ?? ""}`.trim(), width - 4, 4)].map(
          (line) => `    ${line}`,
        ),
      ];
    default:
      return kind satisfies never;
  }
}

/** The values of a false formula's parts, and what its `\E` tried. */
export function whyLines(why: Explanation, width: number): readonly string[] {
  const parts = why.parts.flatMap((part) => partTexts(part));
  const [first, ...others] = parts;
  return [
    ...(first === undefined ? [] : pack([`with ${first}`, ...others], width)),
    ...triedLines(why, width),
  ];
}

/** `n = 1, m = "a"`. */
export function boundText(bound: readonly Part[]): string {
  return bound.map(({ text, value }) => `${text} = ${elide(oneLine(format(value)), LONGEST)}`).join(", ");
}
