/** Every expectation of every spec, as `quiesce test specs/` checks them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cellText, meet, scenariosFor } from "../../src/cli/expectations.js";
import { loadProgram, type ModuleFinder } from "../../src/modules/load.js";
import { expectationsOf, patchesOf, scenariosOf } from "../../src/modules/variants.js";
import { Source } from "../../src/syntax/source.js";

const specs = new URL("../../specs/", import.meta.url);

const finder: ModuleFinder = {
  find: (name) => {
    const place = new URL(`kernel/${name}.qsc`, specs);
    return existsSync(place) ? new Source(`kernel/${name}.qsc`, readFileSync(place, "utf8")) : null;
  },
};

const files = ["classic", "mount"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, specs))
    .filter((name) => name.endsWith(".qsc"))
    .map((name) => `${folder}/${name}`),
);

describe.each(files)("%s", (file) => {
  const source = new Source(file, readFileSync(new URL(file, specs), "utf8"));
  const { root } = loadProgram(source, finder);
  const expectations = expectationsOf(root);

  for (const expectation of expectations) {
    for (const scenario of scenariosFor(expectation, root)) {
      const cell = { source, expectation, scenario };
      it(cellText(cell), async () => {
        const outcome = await meet(cell, { find: finder });
        expect(outcome.passed, outcome.found).toBe(true);
      });
    }
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
  const source = new Source("k", readFileSync(new URL("mount/kill_wait_umount.qsc", specs), "utf8"));
  const { root } = loadProgram(source, finder);
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
