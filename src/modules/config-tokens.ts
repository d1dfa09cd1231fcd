import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import type { Source, Span } from "../syntax/source.js";

/** One token of a configuration file. */
export interface Token {
  readonly kind: "name" | "number" | "string" | "symbol" | "end";
  /** As written; for a string its characters without the quotes. */
  readonly text: string;
  readonly span: Span;
}

/** What a token may be, tried in this order where the last one ended. */
const token = new RegExp(
  [
    /(?<space>[\s\uFEFF]+|\\\*[^\n]*)/,
    /(?<name>[0-9]*[A-Za-z_][A-Za-z0-9_]*|\\[A-Za-z]+)/,
    /(?<number>[0-9]+)/,
    /"(?<string>(?:[^"\\\n]|\\.)*)"/,
    /(?<circled>\((?:[-+./]|\\X)\))/,
    // Symbols may stand before a sign: `<<-1>>`, `N =-1`.
    /(?<symbol><<|>>|\|->|<-|[{}[\](),]|=(?=-[0-9])|[=!-](?![-+*/<>=&|:.^%#@$?!~]))/,
    // Any other operator, since a definition of one can be replaced too: `++ <- Plus`.
    /(?<operator>[-+*/<>=&|:.^%#@$?!~]+|\\)/,
  ]
    .map((part) => part.source)
    .join("|"),
  "y",
);

/**
 * Splits a configuration file into tokens; comments are as in TLA+: `\*` to the end of the line, and `(* *)` nested.
 * The last token is of kind "end".
 * @throws SpecError if a string or a comment is not closed, or a character means nothing.
 */
export function tokenizeConfig(source: Source): readonly Token[] {
  const { text } = source;
  const tokens: Token[] = [];
  const diagnostics: Diagnostic[] = [];
  const span = (start: number, end: number): Span => ({ source, start, end });
  let at = 0;
  while (at < text.length) {
    if (text.startsWith("(*", at)) {
      const end = commentEnd(text, at);
      if (end === null) {
        diagnostics.push({
          code: "M020",
          severity: "error",
          message: "this comment is not closed",
          span: span(at, at + 2),
        });
        break;
      }
      at = end;
      continue;
    }
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) {
      const unclosed = text[at] === '"';
      const message = unclosed ? "this string is not closed" : `the character ${text[at]} means nothing here`;
      diagnostics.push({ code: "M020", severity: "error", message, span: span(at, at + 1) });
      at = unclosed ? endOfLine(text, at) : at + 1;
      continue;
    }
    const end = at + match[0].length;
    const groups = match.groups ?? {};
    if (groups.name !== undefined) tokens.push({ kind: "name", text: groups.name, span: span(at, end) });
    else if (groups.number !== undefined)
      tokens.push({ kind: "number", text: groups.number, span: span(at, end) });
    else if (groups.string !== undefined)
      tokens.push({ kind: "string", text: resolveEscapes(groups.string), span: span(at, end) });
    else if (groups.symbol !== undefined)
      tokens.push({ kind: "symbol", text: groups.symbol, span: span(at, end) });
    else if (groups.space === undefined) tokens.push({ kind: "name", text: match[0], span: span(at, end) });
    at = end;
  }
  if (diagnostics.length > 0) throw new SpecError(diagnostics);
  tokens.push({ kind: "end", text: "", span: span(text.length, text.length) });
  return tokens;
}

/** The offset behind a comment that starts at `start`, or null if it is not closed. */
function commentEnd(text: string, start: number): number | null {
  const brackets = /\(\*|\*\)/g;
  brackets.lastIndex = start;
  let depth = 0;
  for (let match = brackets.exec(text); match !== null; match = brackets.exec(text)) {
    depth += match[0] === "(*" ? 1 : -1;
    if (depth === 0) return brackets.lastIndex;
  }
  return null;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", f: "\f" };

function resolveEscapes(text: string): string {
  return text.replace(/\\(.)/g, (_, c: string) => escapes[c] ?? c);
}
