/** The library of specs/kernel: every module says what it models, and has a spec that tests it. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileFinder, findSpecs, packageRoot, readSpec } from "../../src/cli/files.js";
import { parse } from "../../src/index.js";
import { loadSpec } from "../../src/semantics/prepare.js";

const cwd = packageRoot();
const modules = readdirSync(`${cwd}/specs/kernel`).filter((name) => name.endsWith(".qsc"));
const tests = findSpecs(["specs/kernel/tests"], cwd);

const unitsOf = (file: string) => parse(readFileSync(`${cwd}/${file}`, "utf8"), file).module!;

describe.each(modules)("specs/kernel/%s", (name) => {
  const text = readFileSync(`${cwd}/specs/kernel/${name}`, "utf8");
  const module = unitsOf(`specs/kernel/${name}`);

  it("says what it models, which functions it has and what it leaves out", () => {
    for (const heading of ["MODELS", "FUNCTIONS", "LEFT OUT"]) {
      expect(text).toMatch(new RegExp(`^\\\\\\* ${heading} +\\S`, "m"));
    }
  });

  it("has a spec that extends it and expects something of wrong use", () => {
    const testing = tests.filter((test) =>
      unitsOf(test).extends.some((extended) => extended.name === module.name.name),
    );
    expect(testing).not.toEqual([]);
  });
});

it("every test of a module shows that wrong use is found", () => {
  for (const test of tests.filter((file) => !file.endsWith("diamond.qsc"))) {
    const outcomes = unitsOf(test).units.flatMap((unit) =>
      unit.kind === "expect" ? [unit.outcome.kind] : [],
    );
    expect(outcomes, test).toContain("holds");
    expect(
      outcomes.some((kind) => kind === "violates" || kind === "deadlocks"),
      test,
    ).toBe(true);
  }
});

it.each(findSpecs(["specs/mount"], cwd))(
  "%s says which kernel it models, and where each process lives",
  (file) => {
    const { root } = loadSpec(readSpec(file, cwd), fileFinder(cwd));
    expect(unitsOf(file).units.some((unit) => unit.kind === "kernel")).toBe(true);
    for (const unit of root.units) {
      if (unit.kind === "process") expect(unit.anchor, unit.name.name).not.toBeNull();
    }
  },
);
