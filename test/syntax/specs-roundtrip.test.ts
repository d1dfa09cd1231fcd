/** Every module and spec that the package brings along, printed and read again. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { dumpModule } from "../../src/syntax/dump.js";
import { parseModule } from "../../src/syntax/parse.js";
import { printModule } from "../../src/syntax/print.js";
import { Source } from "../../src/syntax/source.js";

const SPECS = join(import.meta.dirname, "..", "..", "specs");

const files = readdirSync(SPECS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(tla|qsc)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

describe("printModule", () => {
  it("has specs to be tried on", () => {
    expect(files.length).toBeGreaterThan(0);
  });

  for (const file of files) {
    it(`prints ${relative(SPECS, file)} so that it is read back as the same tree`, () => {
      const printed = printModule(read(file, readFileSync(file, "utf8")));
      expect(dumpModule(read("printed", printed))).toBe(dumpModule(read(file, readFileSync(file, "utf8"))));
      expect(printed.split("\n").filter((line) => line.length > 100)).toEqual([]);
      expect(printed.split("\n").filter((line) => /\s$/.test(line))).toEqual([]);
    });
  }
});

function read(name: string, text: string) {
  const { module, diagnostics } = parseModule(new Source(name, text));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return module!;
}
