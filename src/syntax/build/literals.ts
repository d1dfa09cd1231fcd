import type { IToken } from "chevrotain";
import type { NumberLiteral, StringLiteral } from "../ast.js";
import type { BuildContext } from "./context.js";

const BASES = { b: 2, o: 8, h: 16 } as const;

/** `\b101`, `\o17`, `\hFF`, `12` or `3.14`. */
export function buildNumber(context: BuildContext, token: IToken): NumberLiteral {
  const span = context.spanOf(token);
  if (!token.image.startsWith("\\")) return { kind: "number", text: token.image, base: 10, span };
  const letter = token.image.charAt(1).toLowerCase();
  const base = letter === "b" || letter === "o" || letter === "h" ? BASES[letter] : 10;
  return { kind: "number", text: token.image.slice(2), base, span };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["t", "\t"],
  ["n", "\n"],
  ["f", "\f"],
  ["r", "\r"],
]);

/** A string with its escapes resolved; an unknown escape is reported. */
export function buildString(context: BuildContext, token: IToken): StringLiteral {
  const inner = token.image.slice(1, -1);
  const span = context.spanOf(token);
  if (!inner.includes("\\")) return { kind: "string", value: inner, span };
  const value = inner.replace(/\\(.)/g, (whole: string, letter: string, offset: number) => {
    const meant = ESCAPES.get(letter);
    if (meant !== undefined) return meant;
    const start = token.startOffset + 1 + offset;
    context.report("G019", `\`${whole}\` is no escape in a string`, context.span(start, start + 2), [
      'strings know \\" \\\\ \\t \\n \\f and \\r; a backslash itself is written \\\\',
    ]);
    return whole;
  });
  return { kind: "string", value, span };
}
