/** Every expectation of every spec, as `quiesce test specs/` checks them. */
import { describe, expect, it } from "vitest";
import { cellsOf, cellText, meet, scenariosFor } from "../../src/cli/expectations.js";
import { fileFinder, findSpecs, packageRoot, readSpec } from "../../src/cli/files.js";
import { expectationsOf, patchesOf, scenariosOf } from "../../src/modules/variants.js";
import { loadSpec } from "../../src/semantics/prepare.js";

const cwd = packageRoot();

const load = (file: string) => loadSpec(readSpec(file, cwd), fileFinder(cwd));

describe.each(findSpecs(["specs/classic", "specs/kernel/tests", "specs/mount"], cwd))("%s", (file) => {
  const loaded = load(file);
  const { root } = loaded;
  const expectations = expectationsOf(root);

  for (const cell of cellsOf(loaded)) {
    it(cellText(cell), async () => {
      const outcome = await meet(cell, {});
      expect(outcome.passed, [outcome.found, ...outcome.evidence].join("\n")).toBe(true);
    });
  }

  it("expects something of the base, of every scenario and of every patch", () => {
    const covered = new Set(
      expectations.flatMap((expectation) =>
        scenariosFor(expectation, root).flatMap((scenario) => [
          scenario ?? "default",
          expectation.patch === null ? "base" : expectation.patch.name,
        ]),
      ),
    );
    const names = [...scenariosOf(root), ...patchesOf(root)].map(({ name }) => name.name);
    expect(["default", "base", ...names].filter((name) => !covered.has(name))).toEqual([]);
  });
});

/** Outcomes that a table in a spec's header states must be stated as expectations too, one for each cell. */
it("kill_wait_umount states property A in every cell", () => {
  const { root } = load("specs/mount/kill_wait_umount.qsc");
  const stated = new Set(
    expectationsOf(root).flatMap((expectation) => {
      const { outcome } = expectation;
      const aboutA =
        (outcome.kind === "holds" && outcome.property === null) ||
        outcome.kind === "deadlocks" ||
        (outcome.kind === "violates" && outcome.property.name === "A");
      return aboutA
        ? scenariosFor(expectation, root).map(
            (scenario) => `${scenario} ${expectation.patch?.name ?? "base"}`,
          )
        : [];
    }),
  );
  const cells = scenariosOf(root).flatMap(({ name }) =>
    ["base", ...patchesOf(root).map((patch) => patch.name.name)].map((patch) => `${name.name} ${patch}`),
  );
  expect(cells.filter((cell) => !stated.has(cell))).toEqual([]);
});
