/**
 * The tables of specs/mount/README.md are what reviews come to.
 * `UPDATE_RESULTS=1 npx vitest run test/specs/mount-table.test.ts` writes them anew.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resultsOf } from "./mount-results.js";

const mount = new URL("../../specs/mount/", import.meta.url);
const readme = new URL("README.md", mount);
const files = readdirSync(mount).filter((name) => name.endsWith(".qsc"));

const begin = (file: string): string => `<!-- results of ${file} -->`;
const end = (file: string): string => `<!-- end of ${file} -->`;

/** What stands between a spec's two marks. */
function part(page: string, file: string): { readonly from: number; readonly to: number } {
  const from = page.indexOf(begin(file));
  const to = page.indexOf(end(file));
  if (from < 0 || to < from) throw new Error(`specs/mount/README.md has no place for ${file}`);
  return { from: from + begin(file).length, to };
}

describe("specs/mount/README.md", () => {
  it.each(files)(
    "has the results of %s",
    async (file) => {
      const results = `\n${await resultsOf(file)}\n`;
      const page = readFileSync(readme, "utf8");
      const { from, to } = part(page, file);
      if (process.env.UPDATE_RESULTS) writeFileSync(readme, page.slice(0, from) + results + page.slice(to));
      else expect(page.slice(from, to)).toBe(results);
    },
    180_000,
  );

  it("names every spec and no other", () => {
    const page = readFileSync(readme, "utf8");
    const named = [...page.matchAll(/<!-- results of (\S+) -->/g)].map(([, file]) => file);
    expect(named.sort()).toEqual([...files].sort());
  });
});
