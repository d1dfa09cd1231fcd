/** Nested lists as text: on one line where they fit, else an element a line. */
import { concat, type Doc, group, indent, join, layout, line, sequence } from "./print-layout.js";

/** A word, or a list in parentheses. */
export type SExpr = string | readonly SExpr[];

const WIDTH = 100;

/** The text of a nested list, without a line end behind it. */
export function writeList(list: SExpr): string {
  return layout(listDoc(list), WIDTH);
}

/** A broken list keeps the words that it begins with on its first line. */
function listDoc(list: SExpr): Doc {
  if (typeof list === "string") return list;
  const words = list.findIndex((element) => typeof element !== "string");
  const first = words < 0 ? list.length : Math.max(words, 1);
  const head = join(" ", list.slice(0, first).map(listDoc));
  const rest = list.slice(first).map((element) => concat(line, listDoc(element)));
  return group(concat("(", head, indent(2, sequence(rest)), ")"));
}
