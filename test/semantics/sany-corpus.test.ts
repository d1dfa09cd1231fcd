/**
 * The messages for everything that SANY's error codes name: test/corpus/errors-sany-*.txt. Each case has a title line
 * `# title [check]`, a module `case`, a line `==>`, and the diagnostics as `render` writes them. A comment in the
 * case has SANY's number. With UPDATE_CORPUS=1 cases without an expectation get what is said; read it before you
 * keep it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadProgram, standardOnly } from "../../src/modules/load.js";
import { checkProgram } from "../../src/semantics/check-program.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { renderDiagnostics } from "../../src/syntax/render.js";
import { Source } from "../../src/syntax/source.js";

const CORPUS = join(import.meta.dirname, "..", "corpus");
const files = readdirSync(CORPUS).filter((name) => /^errors-sany-.*\.txt$/.test(name));

interface Case {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

function casesOf(file: string): readonly Case[] {
  const [, ...parts] = readFileSync(join(CORPUS, file), "utf8").split(/^# (?=.* \[check\]$)/m);
  return parts.map((part) => {
    const [head = "", expected = ""] = part.split(/^==>$/m);
    const [title = "", ...input] = head.split("\n");
    return { title: title.replace(/ \[check\]$/, ""), input: input.join("\n"), expected: expected.trim() };
  });
}

/** What is said of a module named `case`. */
function said(text: string): string {
  try {
    const program = loadProgram(new Source("case.tla", text), standardOnly);
    return renderDiagnostics(checkProgram(program)).trim();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return renderDiagnostics(error.diagnostics).trim();
  }
}

if (process.env.UPDATE_CORPUS) {
  for (const file of files) {
    const path = join(CORPUS, file);
    const text = readFileSync(path, "utf8");
    const filled = casesOf(file).map(
      ({ title, input, expected }) =>
        `# ${title} [check]\n${input}==>\n${expected === "" ? said(input) : expected}\n`,
    );
    writeFileSync(
      path,
      [text.slice(0, text.indexOf("\n# ") + 1), ...filled].join("\n").replace(/\n{3,}/g, "\n\n"),
    );
  }
}

for (const file of files) {
  describe(file, () => {
    it.each(casesOf(file).map((one) => [one.title, one] as const))("%s", (_, { input, expected }) => {
      expect(said(input)).toBe(expected);
    });
  });
}

describe("the errors that SANY's codes name", () => {
  /** All codes of a module's names and levels but those of PlusCal's checksums, 4803 to 4805. */
  const codes = [
    ...[4200, 4201, 4202, 4203, 4204, 4205, 4206],
    ...[4220, 4221, 4222, 4223, 4224],
    ...[4240, 4241, 4242, 4243, 4244, 4245, 4246, 4247],
    ...[4260, 4261, 4262],
    ...[4270, 4271, 4272, 4273, 4274, 4275],
    ...[4290, 4291, 4292, 4293, 4294],
    ...[4310, 4311, 4312, 4313, 4314, 4315],
    ...[4330, 4331, 4332, 4333, 4334, 4335, 4336, 4337],
    ...[4350, 4351, 4352, 4353, 4354, 4355, 4356, 4357],
    ...[4800, 4801, 4802],
  ];
  const cases = files.flatMap((file) => casesOf(file));

  it.each(codes)("%s has a case with a message of ours", (code) => {
    const own = cases.filter(({ input }) => input.includes(`\\* SANY ${code}\n`));
    expect(own.length).toBeGreaterThan(0);
    const severity = code >= 4800 ? "warning" : "error";
    for (const { title, expected } of own)
      expect(expected, title).toMatch(new RegExp(`: ${severity} [MSW]\\d{3}: `));
  });
});
