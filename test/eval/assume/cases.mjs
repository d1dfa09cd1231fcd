/**
 * The corpus of expressions and what they are worth, read from the texts beside this file.
 *
 * A text begins with definitions that its cases may use, up to a line of dashes. Then each line is a case,
 *
 *   EXPRESSION ==> VALUE                            as TLC's ToString writes it
 *   EXPRESSION ==> E052 words of the message        an evaluation error
 *   EXPRESSION ==> ANSWER  (TLC: ANSWER; REASON)    TLC answers otherwise, on purpose; its errors are just `error`
 *
 * or a comment, beginning with `\*`.
 */
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL(".", import.meta.url);

/** The modules and constants that all cases may use. */
export const EXTENDS = "Integers, Sequences, FiniteSets, Bags, TLC";
export const CONSTANTS = ["m1", "m2", "A_x", "A_y", "B_x"];
export const CONFIG = `CONSTANTS\n${CONSTANTS.map((name) => `  ${name} = ${name}\n`).join("")}`;

/** The names of the texts. */
export function corpusFiles() {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort();
}

/** Reads a text of the corpus. A case without an answer has the answer null. */
export function readCorpus(file) {
  const lines = readFileSync(new URL(file, folder), "utf8").split("\n");
  const start = lines.findIndex((line) => /^-{4,}$/.test(line));
  const cases = [];
  lines.forEach((text, index) => {
    if (index <= start || text.trim() === "" || text.startsWith("\\*")) return;
    const arrow = text.lastIndexOf(" ==> ");
    const expression = (arrow < 0 ? text : text.slice(0, arrow)).trim();
    const right = arrow < 0 ? null : text.slice(arrow + 5).trim();
    const other = right === null ? null : /^(.*?)\s+\(TLC: (.*?); (.*)\)$/.exec(right);
    cases.push({
      line: index + 1,
      expression,
      answer: other === null ? right : other[1],
      tlc: other === null ? null : other[2],
      reason: other === null ? null : other[3],
    });
  });
  return { file, definitions: lines.slice(0, Math.max(0, start)).join("\n"), cases };
}

/** A module with the definitions of a text and `units`. */
export function moduleText(name, extended, corpus, units) {
  return [
    `---- MODULE ${name} ----`,
    `EXTENDS ${extended}`,
    `CONSTANTS ${CONSTANTS.join(", ")}`,
    corpus.definitions,
    ...units,
    "====",
    "",
  ].join("\n");
}
