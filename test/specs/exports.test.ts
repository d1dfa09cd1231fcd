/**
 * Specs against what TLC says of their exports, for the base and every patch, by the defaults and in every scenario.
 * The figures are TLC's; test/differential/compare.mjs --record writes them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "../../src/index.js";
import { quiesce } from "../cli/terminal.js";

const root = new URL("../../", import.meta.url);

const rows = readFileSync(new URL("exports.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));

it.each(rows)("%s, scenario %s, patch %s", async (spec, scenario, patch, exit, ...figures) => {
  const argv = ["check", spec!, "--json"];
  if (scenario !== "-") argv.push("--scenario", scenario!);
  if (patch !== "-") argv.push("--patch", patch!);
  const { code, stdout } = await quiesce(argv, { cwd: root.pathname });
  const { states, trace } = JSON.parse(stdout);
  const ours =
    code === 0 ? [states.distinct, states.generated, states.depth, "-"] : ["-", "-", "-", trace.length];
  expect([code, ...ours].map(String)).toEqual([exit, ...figures]);
});

it("has a row for the base and every patch in every scenario", () => {
  for (const folder of ["specs/mount/", "specs/classic/"]) {
    for (const name of readdirSync(new URL(folder, root)).filter((entry) => entry.endsWith(".qsc"))) {
      const spec = `${folder}${name}`;
      const { module } = parse(readFileSync(new URL(spec, root), "utf8"), name);
      const named = (kind: "scenario" | "patch") =>
        module!.units.flatMap((unit) => (unit.kind === kind ? [unit.name.name] : []));
      const there = rows
        .filter(([file]) => file === spec)
        .map(([, scenario, patch]) => `${scenario} ${patch}`);
      for (const scenario of named("scenario")) {
        for (const patch of ["-", ...named("patch")]) expect(there).toContain(`${scenario} ${patch}`);
      }
    }
  }
});
