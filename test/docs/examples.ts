/** Takes docs/language.md apart: fenced blocks, the expressions in them, the table of operators. */
import type { Operator } from "../../grammar/operators.js";

export interface Fence {
  /** Line of the page, 1-based. */
  readonly line: number;
  readonly language: string;
  /** What follows the language: `verdict=ok` as an entry, `test` as an entry with an empty value. */
  readonly info: ReadonlyMap<string, string>;
  readonly text: string;
}

/** All fenced blocks, in order. */
export function fencesOf(page: string): readonly Fence[] {
  const found: Fence[] = [];
  for (const match of page.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)) {
    const [language = "", ...rest] = match[1]!.split(" ");
    const info = new Map(
      rest.map((entry) => [entry.split("=")[0]!, entry.split("=").slice(1).join("=")] as const),
    );
    found.push({ line: page.slice(0, match.index).split("\n").length, language, info, text: match[2]! });
  }
  return found;
}

export interface Example {
  readonly expression: string;
  /** Null if an error is expected. */
  readonly value: string | null;
  readonly error: string | null;
}

/**
 * Definitions and expressions of a block: `definitions`, a line `----`, then lines `expression \* value`.
 * @throws Error at a line that is neither
 */
export function expressionsOf(text: string): {
  readonly definitions: string;
  readonly expressions: readonly Example[];
} {
  const parts = text.split(/^----$/m);
  const definitions = parts.length === 1 ? "" : parts[0]!;
  const lines = parts
    .at(-1)!
    .split("\n")
    .filter((line) => line.trim() !== "");
  const expressions = lines.map((line): Example => {
    const match = /^(.*\S)\s+\\\* (.*)$/.exec(line);
    if (match === null) throw new Error(`no value is given for: ${line}`);
    const [, expression = "", value = ""] = match;
    const error = /^error (\w+)$/.exec(value)?.[1] ?? null;
    return { expression, value: error === null ? value : null, error };
  });
  return { definitions, expressions };
}

const BEGIN = "<!-- operators: generated from grammar/operators.ts -->\n";
const END = "<!-- end of operators -->";

/** The table of operators as it stands in the page. */
export function tableIn(page: string): string {
  const start = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  return start < 0 || end < 0 ? "" : page.slice(start + BEGIN.length, end).trim();
}

/** What the table of operators should be. */
export function tableOfOperators(operators: readonly Operator[]): string {
  const rows = new Map<string, string[]>();
  for (const { fixity, low, high, associativity, spellings } of operators) {
    const range = low === high ? `${low}` : `${low}–${high}`;
    const key = `${range} | ${fixity}${associativity === "left" ? ", left" : ""}`;
    const names = spellings.map((spelling) => `\`${spelling.replaceAll("|", "\\|")}\``).join(" or ");
    rows.set(key, [...(rows.get(key) ?? []), names]);
  }
  const lines = [...rows].map(([key, names]) => `| ${key} | ${names.join(", ")} |`);
  return ["| precedence | kind | operators |", "| --- | --- | --- |", ...lines].join("\n");
}
