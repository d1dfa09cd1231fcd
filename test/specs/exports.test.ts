/**
 * Specs against what TLC says of their exports, for the base and every patch, by the defaults and in every scenario,
 * and under each memory model if they share words of memory.
 * The figures are TLC's; test/differential/compare.mjs --record writes them.
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { cellsOf } from "../../src/cli/expectations.js";
import { fileFinder, findSpecs, readSpec } from "../../src/cli/files.js";
import { parse } from "../../src/index.js";
import { loadSpec } from "../../src/semantics/prepare.js";
import { quiesce } from "../cli/terminal.js";

const root = new URL("../../", import.meta.url);

const rows = readFileSync(new URL("exports.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));

it.each(rows)(
  "%s, scenario %s, patch %s, memory %s",
  async (spec, scenario, patch, memory, exit, ...figures) => {
    const argv = ["check", spec!, "--json"];
    if (scenario !== "-") argv.push("--scenario", scenario!);
    if (patch !== "-") argv.push("--patch", patch!);
    if (memory !== "-") argv.push("--memory", memory!);
    const { code, stdout } = await quiesce(argv, { cwd: root.pathname });
    const { states, trace } = JSON.parse(stdout);
    const ours =
      code === 0 ? [states.distinct, states.generated, states.depth, "-"] : ["-", "-", "-", trace.length];
    expect([code, ...ours].map(String)).toEqual([exit, ...figures]);
  },
);

it("has a row for every cell that something is expected of", () => {
  for (const spec of findSpecs(["specs/classic", "specs/mount"], root.pathname)) {
    const source = readSpec(spec, root.pathname);
    const shares = parse(source.text, spec).module!.units.some((unit) => unit.kind === "var" && unit.shared);
    const there = rows.filter(([file]) => file === spec).map((row) => row.slice(1, 4).join(" "));
    for (const cell of cellsOf(loadSpec(source, fileFinder(root.pathname)))) {
      const { scenario, expectation, memory } = cell;
      const words = [scenario ?? "-", expectation.patch?.name ?? "-", shares ? (memory ?? "sc") : "-"];
      expect(there, spec).toContain(words.join(" "));
    }
  }
});
