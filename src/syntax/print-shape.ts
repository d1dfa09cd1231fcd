/** Shapes that expressions take when they do not fit on a line. */
import type { Expr } from "./ast.js";
import { align, concat, type Doc, group, indent, line } from "./print-layout.js";

/** In parentheses, further lines behind the opening one. */
export function parenthesised(doc: Doc): Doc {
  return concat("(", align(doc), ")");
}

/** Brackets around parts that stand two columns in when they break. */
export function bracketed(open: string, body: Doc, close: string): Doc {
  return concat(open, align(group(indent(2, body))), close);
}

/** A part with what it is given behind it: on the next line if it does not fit and has no shape of its own. */
export function beside(left: Doc, right: Doc, e: Expr): Doc {
  if (isBlock(e) || e.kind === "junction") return concat(left, " ", align(right));
  return group(concat(left, indent(2, concat(line, right))));
}

/** `guard -> body` of a CASE. */
export function arm(guard: Doc, body: Doc): Doc {
  return align(group(concat(guard, " ->", indent(2, concat(line, body)))));
}

/** Expressions with a shape of their own over several lines. */
export function isBlock(e: Expr): boolean {
  switch (e.kind) {
    case "if":
    case "case":
    case "let":
    case "setEnumeration":
    case "setFilter":
    case "setMap":
    case "function":
    case "functionSet":
    case "record":
    case "recordSet":
    case "except":
    case "tuple":
      return true;
    default:
      return false;
  }
}
