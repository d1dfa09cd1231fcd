import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COUNTER, directory, quiesce, STORE_BUFFERING } from "./terminal.js";

const cwd = directory({
  "sb.qsc": STORE_BUFFERING,
  "tso.qsc": STORE_BUFFERING.replace("shared var", "memory tso buffer 1\n\nshared var"),
  "Counter.tla": COUNTER,
});

describe("--memory", () => {
  test.each([
    ["sc", 0],
    ["tso", 12],
    ["weak", 12],
  ])("check under %s", async (memory, code) => {
    const ran = await quiesce(["check", "sb.qsc", "--memory", memory], { cwd });
    expect(ran).toMatchObject({ code, stderr: "" });
    if (code !== 0) expect(ran.stdout).toMatch(/^OneIsSeen is violated \(memory (tso|weak)\)/);
  });

  test("wins over what the spec says, and so does --buffer", async () => {
    const memoryOf = async (...options: string[]) => {
      const { stdout } = await quiesce(["check", "tso.qsc", "--json", ...options], { cwd });
      return JSON.parse(stdout).memory;
    };
    expect(await memoryOf()).toMatchObject({ model: "tso", buffer: 1 });
    expect(await memoryOf("--buffer", "4")).toMatchObject({ model: "tso", buffer: 4 });
    expect(await memoryOf("--memory", "weak")).toMatchObject({ model: "weak", buffer: 1 });
    expect(await memoryOf("--memory", "sc")).toMatchObject({ model: "sc" });
  });

  test("run and export know it too", async () => {
    const ran = await quiesce(["run", "sb.qsc", "--memory", "tso", "--steps", "12", "--seed", "2"], { cwd });
    expect(ran.stdout).toContain("becomes visible");
    const argv = ["export", "sb.qsc", "--out", "out", "--memory", "tso", "--buffer", "2"];
    expect((await quiesce(argv, { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "out/store_buffering.tla"), "utf8")).toMatch(/buffer/);
    const checked = async (argv: readonly string[]) => {
      const { verdict, property, states } = JSON.parse((await quiesce([...argv, "--json"], { cwd })).stdout);
      return { verdict, property, states };
    };
    expect(await checked(["check", "out/store_buffering.tla"])).toEqual(
      await checked(["check", "sb.qsc", "--memory", "tso", "--buffer", "2"]),
    );
  });

  test("a module has none", async () => {
    const ran = await quiesce(["check", "Counter.tla", "--set", "MAX=3", "--memory", "tso"], { cwd });
    expect(ran.code).toBe(150);
    expect(ran.stderr).toContain("only a spec (.qsc) has memory models");
  });

  test.each([
    ["0", "a whole number, 1 or more; write --buffer 3"],
    ["-1", "a whole number, 1 or more; write --buffer 3"],
    ["two", "a whole number, 1 or more; write --buffer 3"],
  ])("--buffer %s is no bound", async (bound, message) => {
    for (const command of ["check", "run", "review"]) {
      const ran = await quiesce([command, "sb.qsc", "--memory", "tso", `--buffer=${bound}`], { cwd });
      expect(ran).toMatchObject({ code: 255, stdout: "" });
      expect(ran.stderr).toContain(message);
    }
  });

  test("an unknown model lists those that there are", async () => {
    for (const command of ["check", "review"]) {
      const ran = await quiesce([command, "sb.qsc", "--memory", "pso"], { cwd });
      expect(ran.code).toBe(255);
      expect(ran.stderr).toContain("sc, tso, weak");
    }
  });
});
