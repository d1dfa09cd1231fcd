import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { progressLines } from "../../src/cli/progress.js";
import { COUNTER, directory, LOST_UPDATE, quiesce } from "./terminal.js";

const cwd = directory({
  "Counter.tla": COUNTER,
  "Counter.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 3\nINVARIANT Small\n",
  "high.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 5\nINVARIANT Small\n",
  "stuck.cfg": "INIT Init\nNEXT Up\nCONSTANT MAX = 2\n",
  "assert.cfg": "INIT Init\nNEXT Stop\nCONSTANT MAX = 5\n",
  "broken.cfg": "INIT Init\nNEXT Broken\nCONSTANT MAX = 5\n",
  "endless.cfg": "INIT Init\nNEXT Unbounded\nCONSTANT MAX = 5\n",
  "escapes.cfg": "INIT Escapes\nNEXT Next\nCONSTANT MAX = 3\n",
  "wrong.cfg": "INIT Init\nNEXT Nxet\nCONSTANT MAX = 5\n",
  "lost_update.qsc": LOST_UPDATE,
  "endless.qsc": "spec endless\nextends Naturals\nvar x = 0\nprocess p \\in Nat { a: x := 1; }\n",
});

describe("what is read is not written over", () => {
  test.each([
    ["--trace-out", "Counter.tla"],
    ["--trace-out", "./high.cfg"],
    ["--dump", "high.cfg"],
    ["--dump", "link.dot"],
  ])("%s %s", async (option, path) => {
    const own = directory({
      "Counter.tla": COUNTER,
      "high.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 5\nINVARIANT Small\n",
    });
    symlinkSync(join(own, "Counter.tla"), join(own, "link.dot"));
    const form = option === "--dump" ? ["--dump-format", "dot"] : [];
    const { code, stderr } = await quiesce(
      ["check", "Counter.tla", "--config", "high.cfg", option, path, ...form],
      { cwd: own },
    );
    // Whatever form the name stands for, nothing is lost.
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/^error C0/);
    expect(readFileSync(join(own, "Counter.tla"), "utf8")).toBe(COUNTER);
    expect(readFileSync(join(own, "high.cfg"), "utf8")).toContain("INVARIANT");
  });
});

describe("verdicts and exit codes", () => {
  test("0: everything holds", async () => {
    const { code, stdout, stderr } = await quiesce(["check", "Counter.tla"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("holds");
    expect(stdout).toContain("4 distinct");
    expect(stderr).toBe("");
  });

  test.each([
    ["invariant", "high.cfg", 12, "Small"],
    ["deadlock", "stuck.cfg", 11, null],
    ["assert", "assert.cfg", 14, null],
    ["error", "broken.cfg", 75, null],
  ])("%s", async (verdict, config, exit, property) => {
    const { code, stdout } = await quiesce(["check", "Counter.tla", "--config", config, "--json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ verdict, property, file: "Counter.tla" });
    expect(code).toBe(exit);
  });

  test("12, from a spec with processes; a patch mends it", async () => {
    const violated = await quiesce(["check", "lost_update.qsc", "--property", "NothingLost"], { cwd });
    expect(violated.code).toBe(12);
    expect(violated.stdout).toContain("NothingLost");
    expect(violated.stdout).toContain("total = seen + 1");
    const mended = await quiesce(["check", "lost_update.qsc", "--patch", "atomic"], { cwd });
    expect(mended.code).toBe(0);
    const greedy = await quiesce(["check", "lost_update.qsc", "--patch", "atomic", "--scenario", "greedy"], {
      cwd,
    });
    expect(greedy.code).toBe(12);
  });

  test("75, at the process, where it would have infinitely many instances", async () => {
    const { code, stdout } = await quiesce(["check", "endless.qsc"], { cwd });
    expect(code).toBe(75);
    expect(stdout).toContain("endless.qsc:4:15: error E055: process p would have infinitely many instances");
  });

  test("--set wins over the configuration", async () => {
    expect((await quiesce(["check", "Counter.tla", "--set", "MAX=5"], { cwd })).code).toBe(12);
    expect((await quiesce(["check", "lost_update.qsc", "--set", "LAST=1"], { cwd })).code).toBe(12);
  });

  test("--coverage lists each step, how often it was taken and what it found", async () => {
    const { stdout } = await quiesce(["check", "Counter.tla", "--coverage"], { cwd });
    expect(stdout).toMatch(/^step +taken +new states$/m);
    expect(stdout).toMatch(/^Up +3 +3$/m);
    expect((await quiesce(["check", "Counter.tla"], { cwd })).stdout).not.toContain("new states");
  });

  test("--no-deadlock", async () => {
    const argv = ["check", "Counter.tla", "--config", "stuck.cfg"];
    expect((await quiesce([...argv, "--no-deadlock"], { cwd })).code).toBe(0);
  });

  test("152: a limit", async () => {
    const { code, stdout } = await quiesce(
      ["check", "Counter.tla", "--config", "endless.cfg", "--max-states", "100", "--json"],
      { cwd },
    );
    expect(code).toBe(152);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "incomplete", states: { distinct: 100 } });
    const timed = await quiesce(["check", "Counter.tla", "--config", "endless.cfg", "--timeout", "0.2"], {
      cwd,
    });
    expect(timed.code).toBe(152);
    expect(timed.stdout).toContain("undecided");
  });

  test("130: an interrupt, after what was found so far is told", async () => {
    const started = performance.now();
    const { code, stdout } = await quiesce(["check", "Counter.tla", "--config", "endless.cfg", "--json"], {
      cwd,
      interrupted: () => performance.now() - started > 300,
    });
    expect(code).toBe(130);
    const { verdict, states } = JSON.parse(stdout);
    expect(verdict).toBe("incomplete");
    expect(states.distinct).toBeGreaterThan(1);
  });
});

describe("progress", () => {
  test("is shown while the search runs, and taken away before the report", async () => {
    const { status, stderr } = await quiesce(
      ["check", "Counter.tla", "--config", "endless.cfg", "--timeout", "0.7"],
      { cwd },
    );
    expect(status.length).toBeGreaterThan(2);
    expect(status[0]).toMatch(
      /^[\d,]+ states, [\d,]+ generated, [\d,]+\/s, depth \d+, queue \d+, \d+ MB, \d+ s$/,
    );
    expect(status.at(-1)).toBeNull();
    expect(stderr).toBe("");
  });

  test("tells the rate of the last second", () => {
    const line = progressLines();
    const figures = {
      initial: 1,
      distinct: 1,
      depth: 1,
      queue: 0,
      violated: [],
      replaying: false,
      memory: 2 ** 20,
    };
    const at = (elapsed: number, generated: number) =>
      line({ ...figures, generated, elapsed }).split(", ")[2];
    expect(at(500, 1000)).toBe("2,000/s");
    expect(at(900, 9000)).toBe("2,000/s");
    expect(at(1500, 5000)).toBe("4,000/s");
  });
});

describe("output", () => {
  test("--json prints one object, with the trace", async () => {
    const { stdout } = await quiesce(["check", "Counter.tla", "--config", "high.cfg", "--json"], { cwd });
    expect(stdout.endsWith("\n")).toBe(true);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual([
      "version",
      "file",
      "scenario",
      "patch",
      "verdict",
      "property",
      "states",
      "memory",
      "seconds",
      "engine",
      "workers",
      "trace",
      "loopStart",
      "violations",
      "falsified",
      "reduction",
      "simulation",
      "warnings",
      "errors",
    ]);
    expect(report.version).toBe(1);
    expect(report.states).toEqual({ initial: 1, generated: 7, distinct: 5, depth: 5 });
    expect(report.trace.map(({ state }: { state: unknown }) => state)).toEqual(
      [0, 1, 2, 3, 4].map((x) => ({ x: { "#bigint": String(x) } })),
    );
    expect(report.trace[0].step).toBeNull();
    expect(report.trace[1].step).toMatchObject({
      name: "Up",
      location: expect.stringMatching(/^Counter\.tla:6:/),
    });
  });

  test("--json for an evaluation error tells it", async () => {
    const { stdout } = await quiesce(["check", "Counter.tla", "--config", "broken.cfg", "--json"], { cwd });
    const { errors } = JSON.parse(stdout);
    expect(errors).toHaveLength(1);
    expect(errors[0].code).toMatch(/^E\d{3}$/);
    expect(errors[0].location).toMatch(/^Counter\.tla:12:/);
  });

  test("--json for a spec that is wrong", async () => {
    const { code, stdout, stderr } = await quiesce(
      ["check", "Counter.tla", "--config", "wrong.cfg", "--json"],
      { cwd },
    );
    expect(code).toBe(151);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      verdict: "error",
      file: "Counter.tla",
      trace: [],
    });
    expect(JSON.parse(stdout).errors[0].message).toContain("Nxet");
    expect(stderr).toContain("Next");
  });

  test("what a spec prints can do nothing to the terminal", async () => {
    for (const command of ["check", "run"]) {
      const { stdout } = await quiesce([command, "Counter.tla", "--config", "escapes.cfg"], {
        cwd,
        tty: false,
      });
      expect(stdout).toContain('"\u{fffd}[2J\u{fffd}mholds"\n');
      expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
    }
  });

  test("--quiet prints nothing, the exit code tells", async () => {
    const { code, stdout, stderr } = await quiesce(
      ["check", "Counter.tla", "--config", "high.cfg", "--quiet"],
      { cwd },
    );
    expect({ code, stdout, stderr }).toEqual({ code: 12, stdout: "", stderr: "" });
  });

  test.each(["race", "states", "diff", "prose"])("--trace %s", async (form) => {
    const { stdout } = await quiesce(["check", "lost_update.qsc", "--trace", form], { cwd });
    expect(stdout).toContain("NothingLost");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(75);
  });

  test("colours only where they are wanted", async () => {
    const colour = "\u001b[";
    const argv = ["check", "Counter.tla"];
    expect((await quiesce(argv, { cwd })).stdout).not.toContain(colour);
    expect((await quiesce(argv, { cwd, tty: true })).stdout).toContain(colour);
    expect((await quiesce(argv, { cwd, tty: true, env: { NO_COLOR: "1" } })).stdout).not.toContain(colour);
    expect((await quiesce(argv, { cwd, tty: true, env: { NO_COLOR: "" } })).stdout).toContain(colour);
    expect((await quiesce(argv, { cwd, env: { FORCE_COLOR: "1", NO_COLOR: "1" } })).stdout).toContain(colour);
    expect((await quiesce(argv, { cwd, tty: true, env: { FORCE_COLOR: "0" } })).stdout).not.toContain(colour);
  });
});

describe("run", () => {
  test("walks one behaviour, the same for the same seed", async () => {
    const argv = ["run", "Counter.tla", "--seed", "7", "--steps", "9", "--json"];
    const first = await quiesce(argv, { cwd });
    expect(first.code).toBe(0);
    expect(JSON.parse(first.stdout).trace).toHaveLength(10);
    const trace = (text: string) => JSON.parse(text).trace;
    expect(trace((await quiesce(argv, { cwd })).stdout)).toEqual(trace(first.stdout));
  });

  test("says what it met", async () => {
    const { code, stdout } = await quiesce(["run", "Counter.tla", "--config", "stuck.cfg"], { cwd });
    expect(code).toBe(11);
    expect(stdout).toContain("Deadlock");
    const shown = await quiesce(["run", "lost_update.qsc", "--steps", "2", "--trace", "diff"], { cwd });
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain("random behaviour");
  });
});
