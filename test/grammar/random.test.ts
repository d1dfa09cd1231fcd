import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { parseExpression, parseModule } from "../../src/syntax/parse.js";
import { Source } from "../../src/syntax/source.js";

const PIECES = [
  ...[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<<",
    ">>",
    ">>_",
    "]_",
    "/\\",
    "\\/",
    "==",
    "=",
    ":=",
    "||",
    ":",
    "::",
    ";",
  ],
  ...[
    ",",
    ".",
    "!",
    "@",
    "_",
    "'",
    "->",
    "|->",
    "<-",
    "[]",
    "-",
    "+",
    "\\in",
    "\\A",
    "\\E",
    "\\foo",
    "\\X",
    "WF_",
  ],
  ...["x", "y", "Op", "1", "0.5", '"s"', '"', "(*", "*)", "\\*", "\n", "\n  ", "\t", "\u2208", "$", "\\"],
  ...["IF", "THEN", "ELSE", "CASE", "OTHER", "LET", "IN", "CHOOSE", "LAMBDA", "EXCEPT", "INSTANCE", "WITH"],
  ...[
    "VARIABLE",
    "CONSTANT",
    "ASSUME",
    "THEOREM",
    "PROOF",
    "BY",
    "QED",
    "<1>1.",
    "LOCAL",
    "RECURSIVE",
    "EXTENDS",
  ],
  ...[
    "<1>1",
    "<2>.",
    "<*>",
    "<+>a.",
    "PROVE",
    "NEW",
    "DEF",
    "USE",
    "HIDE",
    "SUFFICES",
    "TAKE",
    "PICK",
    "HAVE",
  ],
  ...[
    "DEFINE",
    "OBVIOUS",
    "ONLY",
    "MODULE",
    "STATE",
    "[]ASSUME",
    "lab::",
    "Def!1",
    "!<<",
    "!:",
    "!@",
    "A\\B",
  ],
  ...["\u2227", "\u2228", "\u225c", "\u27e8", "\u27e9_", "\u2200", "\u25a1", "\u2115", "\u2016", "\u{1d538}"],
  ...["---- MODULE A ----\n", "\n====\n", "----", "\nB == ", "\nF(a, b) == "],
  ...[
    "const",
    "var",
    "process",
    "macro",
    "patch",
    "scenario",
    "expect",
    "invariant",
    "if",
    "else",
    "while",
    "with",
  ],
  ...["shared", "kernel", "memory", "buffer", "run", "R == {", "start", "when", "atomic", "rmw", "release"],
  ...["fence", "grace", "migrate", "to", "p.l", "wmb;"],
  ...["either", "or", "await", "goto", "rest", "replace", "model", "from", "where", "fair", "on", "spec"],
];

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(" "));

/** Diagnostics lie within the text and in its order; a text without any has a tree. */
function check(source: Source, parsed: ReturnType<typeof parseModule>): void {
  const spans = parsed.diagnostics.flatMap((diagnostic) => diagnostic.span ?? []);
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(source.text.length);
  }
  if (parsed.module === null) expect(parsed.diagnostics).not.toEqual([]);
}

describe("any sequence of signs", () => {
  test.prop([soup], { numRuns: 300, seed: 1 })("is read as a module without a crash", (text) => {
    const source = new Source("test.tla", `---- MODULE M ----\nA == 1\n${text}\nZ == 2\n====\n`);
    check(source, parseModule(source));
  });

  test.prop([soup], { numRuns: 300, seed: 5 })("is read as a proof without a crash", (text) => {
    const proof = `THEOREM T == A\n<1>1. A\n${text}\n<1>2. QED\n`;
    const source = new Source("test.tla", `---- MODULE M ----\nA == 1\n${proof}Z == 2\n====\n`);
    check(source, parseModule(source));
  });

  test.prop([soup], { numRuns: 300, seed: 2 })("is read as a spec without a crash", (text) => {
    const source = new Source("test.qsc", `spec s\nprocess p = 1 {\n a: skip;\n ${text}\n}\nconst Z = 2\n`);
    check(source, parseModule(source));
  });

  test.prop([soup], { numRuns: 300, seed: 4 })("is read as a run without a crash", (text) => {
    const source = new Source("test.qsc", `spec s\nrun R == {\n a.b;\n ${text}\n}\nmemory tso\n`);
    check(source, parseModule(source));
  });

  test.prop([soup], { numRuns: 300, seed: 3 })("is read as an expression, or says why not", (text) => {
    const { expr, diagnostics } = parseExpression(new Source("test", text));
    expect(expr === null).toBe(diagnostics.length > 0);
  });
});
