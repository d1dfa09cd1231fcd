import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COUNTER, directory, LOST_UPDATE, quiesce } from "./terminal.js";

const cwd = directory({
  "lost_update.qsc": LOST_UPDATE.replace("extends Naturals", "extends Naturals, Twice"),
  "Twice.tla": "---- MODULE Twice ----\nEXTENDS Naturals\nTwice(n) == 2 * n\n====\n",
  "Counter.tla": COUNTER,
});

async function states(argv: readonly string[]): Promise<unknown> {
  const { stdout } = await quiesce(["check", ...argv, "--json"], { cwd });
  const { verdict, property, states: counts, trace } = JSON.parse(stdout);
  return { verdict, property, counts, length: trace.length };
}

describe("quiesce export", () => {
  test.each([
    ["base", []],
    ["patch", ["--patch", "atomic"]],
    ["scenario", ["--scenario", "greedy", "--patch", "atomic"]],
    ["setting", ["--set", "LAST=1"]],
  ])("writes modules that mean the same: %s", async (name, options) => {
    const { code, stdout, stderr } = await quiesce(
      ["export", "lost_update.qsc", ...options, "--out", `out/${name}`],
      {
        cwd,
      },
    );
    expect(code).toBe(0);
    expect(stderr).not.toContain("error");
    const written = stdout.trimEnd().split("\n");
    expect(written.map((path) => path.replace(`out/${name}/`, ""))).toEqual([
      "lost_update.tla",
      "lost_update.cfg",
      "lost_update_BothDone.cfg",
      "Twice.tla",
    ]);
    expect(readdirSync(join(cwd, "out", name)).sort()).toEqual(
      written.map((path) => path.replace(`out/${name}/`, "")).sort(),
    );
    expect(await states([`out/${name}/lost_update.tla`])).toEqual(
      await states(["lost_update.qsc", ...options]),
    );
  });

  test("a witness is reached if its configuration is violated", async () => {
    await quiesce(["export", "lost_update.qsc", "--patch", "atomic", "--out", "witness"], { cwd });
    const denied = ["witness/lost_update.tla", "--config", "witness/lost_update_BothDone.cfg"];
    expect(await states(denied)).toMatchObject({ verdict: "invariant" });
    expect(readFileSync(join(cwd, "witness/lost_update.tla"), "utf8")).toContain("total++");
  });

  test("a TLA+ module needs no export", async () => {
    const { code, stderr } = await quiesce(["export", "Counter.tla", "--out", "x"], {
      cwd,
    });
    expect(code).toBe(255);
    expect(stderr).toContain("is TLA+ already");
  });
});

describe("quiesce parse", () => {
  test("tells what a file is", async () => {
    expect(await quiesce(["parse", "lost_update.qsc"], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^lost_update\.qsc: spec lost_update, \d+ units\n$/),
      stderr: "",
    });
    expect((await quiesce(["parse", "Counter.tla"], { cwd })).stdout).toMatch(
      /^Counter\.tla: module Counter, /,
    );
  });

  test("--ast prints the tree", async () => {
    const { code, stdout } = await quiesce(["parse", "Counter.tla", "--ast"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("Counter");
    expect(stdout.match(/\(/g)!.length).toBe(stdout.match(/\)/g)!.length);
  });

  test("does not ask what names mean", async () => {
    const specs = directory({ "s.qsc": "spec s\nextends Nowhere\nvar x = Unknown\n" });
    expect((await quiesce(["parse", "s.qsc"], { cwd: specs })).code).toBe(0);
  });
});
