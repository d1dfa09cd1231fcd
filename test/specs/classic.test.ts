/** The TLA+ modules of specs/classic against what TLC says of them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { check } from "../../src/index.js";
import type { ModuleFinder } from "../../src/modules/load.js";
import { Source } from "../../src/syntax/source.js";

const folder = new URL("../../specs/classic/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");

const finder: ModuleFinder = {
  find: (name) =>
    existsSync(new URL(`${name}.tla`, folder)) ? new Source(`${name}.tla`, read(`${name}.tla`)) : null,
};

const rows = read("expected.tsv")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("module\t"))
  .map((line) => line.split("\t"));

const number = (text: string | undefined): number | null => (text === "-" ? null : Number(text));

it.each(rows)("%s with %s", async (module, config, verdict, property, distinct, generated, depth, trace) => {
  const { result } = await check({
    name: `${module}.tla`,
    text: read(`${module}.tla`),
    find: finder,
    config: { name: config!, text: read(config!) },
  });
  const complete = result.verdict === "ok";
  expect({
    verdict: result.verdict,
    property: result.violations[0]?.property ?? "-",
    distinct: complete ? result.states.distinct : null,
    generated: complete ? result.states.generated : null,
    depth: complete ? result.states.depth : null,
    trace: result.violations[0]?.trace.length ?? null,
  }).toEqual({
    verdict,
    property,
    distinct: number(distinct),
    generated: number(generated),
    depth: number(depth),
    trace: number(trace),
  });
});

it("has an entry for every configuration", () => {
  const configs = readdirSync(folder).filter((name) => name.endsWith(".cfg"));
  expect(rows.map(([, config]) => config).sort()).toEqual(configs.sort());
});
