/**
 * The corpus in test/corpus: text files of cases, each a title line `# title [kind]`, an input, a line `==>`, and
 * what the input must give: its tree as `dump` writes it, or the diagnostics as `render` writes them.
 * Text before the first title says what the file is about.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Expr, Module } from "../../src/syntax/ast.js";
import { dumpExpr, dumpModule } from "../../src/syntax/dump.js";
import { parseExpression, parseModule } from "../../src/syntax/parse.js";
import { printExpr, printModule } from "../../src/syntax/print.js";
import { renderDiagnostics } from "../../src/syntax/render.js";
import { Source } from "../../src/syntax/source.js";

export type Kind = "expression" | "module" | "spec";

export interface Case {
  readonly title: string;
  readonly kind: Kind;
  readonly input: string;
  /** Empty where nobody has written down yet what is right. */
  readonly expected: string;
}

export interface CorpusFile {
  readonly name: string;
  readonly path: string;
  readonly preamble: string;
  readonly cases: readonly Case[];
}

const CORPUS = join(import.meta.dirname, "..", "corpus");
const TITLE = /^# (.+) \[(expression|module|spec)\]$/;
const ARROW = "==>";

/** All files of the corpus by name. */
export function readCorpus(): CorpusFile[] {
  // Cases that are about meaning have a driver of their own.
  const names = readdirSync(CORPUS).filter(
    (name) => name.endsWith(".txt") && !name.startsWith("errors-sany"),
  );
  return names.sort().map((name) => readCases(name, join(CORPUS, name)));
}

function readCases(name: string, path: string): CorpusFile {
  const lines = readFileSync(path, "utf8").split("\n");
  const starts = lines.flatMap((line, i) => (TITLE.test(line) ? [i] : []));
  const cases = starts.map((start, i): Case => {
    const [, title = "", kind = ""] = TITLE.exec(lines[start]!) ?? [];
    const body = lines.slice(start + 1, starts[i + 1] ?? lines.length);
    const arrow = body.indexOf(ARROW);
    if (arrow < 0) throw new Error(`${path}: "${title}" has no line ${ARROW}`);
    return {
      title,
      kind: kind as Kind,
      input: body.slice(0, arrow).join("\n"),
      expected: body
        .slice(arrow + 1)
        .join("\n")
        .trim(),
    };
  });
  return { name, path, preamble: lines.slice(0, starts[0]).join("\n"), cases };
}

/** Writes what the parser gives into the cases that have no expectation; those that have one stay as they are. */
export function fillIn(file: CorpusFile): void {
  const cases = file.cases.map(({ title, kind, input, expected }) => {
    const outcome = expected === "" ? attempt(kind, input) : expected;
    return `# ${title} [${kind}]\n${input}\n${ARROW}\n${outcome}\n`;
  });
  writeFileSync(file.path, [file.preamble, ...cases].join("\n"));
}

/** What the parser gives; nothing where it crashes, so that the case fails with the crash. */
function attempt(kind: Kind, input: string): string {
  try {
    return outcomeOf(kind, input).text;
  } catch {
    return "";
  }
}

/** What an input gives: diagnostics, or a tree and how it is printed. */
export type Outcome =
  | { readonly kind: "diagnostics"; readonly text: string }
  | { readonly kind: "tree"; readonly text: string; readonly printed: string };

/** Parses an input as its kind. */
export function outcomeOf(kind: Kind, input: string): Outcome {
  if (kind === "expression") {
    const { expr, diagnostics } = parseExpression(new Source("case.tla", input));
    if (diagnostics.length > 0) return { kind: "diagnostics", text: renderDiagnostics(diagnostics) };
    return tree(expr, dumpExpr, printExpr);
  }
  const source = new Source(kind === "module" ? "case.tla" : "case.qsc", input);
  const { module, diagnostics } = parseModule(source);
  if (diagnostics.length > 0) return { kind: "diagnostics", text: renderDiagnostics(diagnostics) };
  return tree(module, dumpModule, printModule);
}

function tree<T extends Expr | Module>(
  node: T | null,
  dump: (node: T) => string,
  print: (node: T) => string,
): Outcome {
  if (node === null) throw new Error("the parser gave neither a tree nor a diagnostic");
  return { kind: "tree", text: dump(node), printed: print(node) };
}
