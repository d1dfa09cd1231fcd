import type { Diagnostic } from "../../src/syntax/diagnostic.js";
import { dumpExpr, dumpModule } from "../../src/syntax/dump.js";
import { parseExpression, parseModule } from "../../src/syntax/parse.js";
import { Source } from "../../src/syntax/source.js";

/** The tree of an expression on one line, or its first diagnostic as `CODE message`. */
export function treeOf(text: string): string {
  const { expr, diagnostics } = parseExpression(new Source("test", text));
  const [first] = diagnostics;
  if (first !== undefined) return `${first.code} ${first.message}`;
  return expr === null ? "nothing" : oneLine(dumpExpr(expr));
}

/** The tree of a module's or spec's text on one line; the file's form follows from how it begins. */
export function moduleTreeOf(text: string): string {
  const { module } = parseModule(new Source("test", text));
  return module === null ? "nothing" : oneLine(dumpModule(module));
}

/** The tree of what stands in a module named M. */
export function unitsOf(text: string): string {
  return moduleTreeOf(framed(text))
    .replace(/^\(module M ?/, "")
    .replace(/\)$/, "");
}

/** A text as the body of a module. */
export function framed(text: string): string {
  return `---- MODULE M ----\n${text}\n====\n`;
}

/** The diagnostics of a text as `line:column CODE message`. */
export function problemsOf(text: string): string[] {
  const source = new Source("test", text);
  return parseModule(source).diagnostics.map((diagnostic) => placed(source, diagnostic));
}

function placed(source: Source, { span, code, message }: Diagnostic): string {
  if (span === undefined) return `${code} ${message}`;
  const { line, column } = source.position(span.start);
  return `${line}:${column} ${code} ${message}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
