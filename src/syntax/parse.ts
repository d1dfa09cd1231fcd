/** Reads source text of either file form into a syntax tree. */
import type { IToken } from "chevrotain";
import type { ExpressionCstNode, ModuleCstNode, SpecCstNode } from "../../grammar/cst.js";
import { type Form, tokenize } from "../../grammar/lexer.js";
import { parser } from "../../grammar/parser.js";
import { SpecWord } from "../../grammar/tokens.js";
import type { Expr, Module } from "./ast.js";
import { BuildContext, TreeTooDeep } from "./build/context.js";
import { buildExpression } from "./build/expressions.js";
import { buildSpec } from "./build/spec-units.js";
import { buildModule } from "./build/units.js";
import type { Diagnostic } from "./diagnostic.js";
import { describeFailures } from "./errors/describe.js";
import { unreadable } from "./errors/unreadable.js";
import type { Source } from "./source.js";

/**
 * Reads the first module of a text: a TLA+ module with its `---- MODULE` frame, or a spec that starts with
 * `spec NAME`. What stands before a frame and after its `====` is ignored.
 * @returns the module, or null where the text has none that is usable, and all diagnostics in text order, warnings
 *   among them. A module comes without the units that have errors.
 */
export function parseModule(source: Source): { module: Module | null; diagnostics: Diagnostic[] } {
  const refused = unreadable(source);
  if (refused !== null) return { module: null, diagnostics: [refused] };
  const form = formOf(source);
  const start = form === "module" ? startOfModule(source.text) : 0;
  if (start === null) return { module: null, diagnostics: [noModule(source)] };
  const tokens = tokenize(source.text, form, start, form === "module");
  const unnamed = form === "spec" ? specWithoutName(source, tokens) : null;
  if (unnamed !== null) return { module: null, diagnostics: [unnamed] };
  const { tree, failures } = parser().read(tokens, form);
  const diagnostics = describeFailures(source, form, tokens, failures);
  if (tree === null) return { module: null, diagnostics };
  const context = new BuildContext(source, buildExpression);
  const module =
    form === "module" ? buildModule(context, tree as ModuleCstNode) : buildSpec(context, tree as SpecCstNode);
  return { module, diagnostics: inOrder([...diagnostics, ...context.diagnostics]) };
}

/**
 * Reads a text that is one expression, such as the value of `--set N=E`.
 * @returns the expression, or null if it has an error, and the diagnostics.
 */
export function parseExpression(source: Source): { expr: Expr | null; diagnostics: Diagnostic[] } {
  const refused = unreadable(source);
  if (refused !== null) return { expr: null, diagnostics: [refused] };
  const tokens = tokenize(source.text, "module");
  const { tree, failures } = parser().read(tokens, "expression");
  const diagnostics = describeFailures(source, "module", tokens, failures);
  if (tree === null || diagnostics.length > 0) return { expr: null, diagnostics };
  const context = new BuildContext(source, buildExpression);
  try {
    const expr = context.expression(tree as ExpressionCstNode);
    const errors = context.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    return { expr: errors.length > 0 ? null : expr, diagnostics: errors };
  } catch (error) {
    if (!(error instanceof TreeTooDeep)) throw error;
    context.reportTooDeep(tree);
    return { expr: null, diagnostics: context.diagnostics };
  }
}

/** The file's name says which form it is in; for other names the first word does. */
function formOf(source: Source): Form {
  if (source.name.endsWith(".qsc")) return "spec";
  if (source.name.endsWith(".tla")) return "module";
  return tokenize(source.text, "spec", 0, false)[0]?.tokenType === SpecWord ? "spec" : "module";
}

/** Where the `---- MODULE` of the first module stands; null if there is none. */
function startOfModule(text: string): number | null {
  for (let word = text.indexOf("MODULE"); word >= 0; word = text.indexOf("MODULE", word + 1)) {
    let start = word;
    while (text[start - 1] === " " || text[start - 1] === "\t") start--;
    const dashes = start;
    while (text[start - 1] === "-") start--;
    if (dashes - start >= 4 && !/\w/.test(text[word + "MODULE".length] ?? "")) return start;
  }
  return null;
}

/** A spec starts with `spec Name` on one line; a word on the next line begins a unit. */
function specWithoutName(source: Source, [word, name]: readonly IToken[]): Diagnostic | null {
  const start = word?.startOffset ?? 0;
  const span = { source, start, end: Math.min(start + (word?.image.length ?? 1), source.text.length) };
  if (word?.tokenType !== SpecWord) {
    return { code: "G014", severity: "error", message: "a spec starts with `spec Name`", span };
  }
  if (name !== undefined && name.startLine === word.startLine) return null;
  return { code: "G014", severity: "error", message: "expected the name of the spec after `spec`", span };
}

function noModule(source: Source): Diagnostic {
  return {
    code: "G014",
    severity: "error",
    message: "there is no module in this file",
    span: { source, start: 0, end: Math.min(1, source.text.length) },
    notes: ["a module starts with `---- MODULE Name ----`, a spec with `spec Name`"],
  };
}

function inOrder(diagnostics: Diagnostic[]): Diagnostic[] {
  return diagnostics.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}
