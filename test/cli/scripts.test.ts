/** Scripted runs: `run --script` and `check --save-script`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COUNTER, directory, LOST_UPDATE, quiesce, STORE_BUFFERING } from "./terminal.js";

const RUNS = `${LOST_UPDATE}
run lost "an update is lost" == {
  worker[1].read; worker[2].read; worker[1].write; worker[2].write;
  assert total = 1
}
run wrong == { worker[1].read; worker[1].write; assert total = 2 }
run early == { worker[1].write }
run patched == { worker[1].read; worker[1].write; assert total = 1 }
`;

const cwd = directory({
  "runs.qsc": RUNS,
  "sb.qsc": STORE_BUFFERING,
  "lost_update.qsc": LOST_UPDATE,
  "Counter.tla": COUNTER,
  "taken.qsc": "",
});

describe("quiesce run --script", () => {
  test("draws a run that can be taken", async () => {
    const { code, stdout, stderr } = await quiesce(["run", "runs.qsc", "--script", "lost"], { cwd });
    expect(stdout).toMatch(
      /^lost_update runs lost: 4 steps taken, 1 assertion true\n {2}an update is lost\n/,
    );
    expect(stdout).toContain("worker[1]");
    expect(stdout.indexOf("seen = total")).toBeLessThan(stdout.indexOf("total = seen + 1"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  test("14: what it asserts is false, and the race says why", async () => {
    const { code, stdout } = await quiesce(["run", "runs.qsc", "--script", "wrong"], { cwd });
    expect(stdout).toMatch(
      /^lost_update does not run wrong: it stops at item 3 of 3, assert total = 2\n\nruns\.qsc:\d+:\d+: the assertion is false\n/,
    );
    expect(stdout).toMatch(/\^-- false: total = 2\n +total = 1/);
    expect(code).toBe(14);
  });

  test("1: a step cannot be taken; says where the process is, and what is possible", async () => {
    const { code, stdout } = await quiesce(["run", "runs.qsc", "--script", "early"], { cwd });
    expect(stdout).toContain("worker[1].write cannot be taken here");
    expect(stdout).toContain("worker[1] is at read");
    expect(stdout).toContain("possible: worker[1].read, worker[2].read");
    expect(code).toBe(1);
  });

  test("takes a patch, a scenario and a memory model", async () => {
    const argv = ["run", "runs.qsc", "--script", "patched"];
    expect((await quiesce([...argv, "--patch", "atomic", "--scenario", "greedy"], { cwd })).stdout).toMatch(
      /^lost_update \(scenario greedy, patch atomic\) runs patched: /,
    );
    const lost = ["run", "sb.qsc", "--script", "lost"];
    expect((await quiesce([...lost, "--memory", "tso"], { cwd })).code).toBe(0);
    expect((await quiesce(lost, { cwd })).code).toBe(14);
    const seen = ["run", "sb.qsc", "--script", "seen"];
    const flushed = await quiesce([...seen, "--memory", "weak"], { cwd });
    expect(flushed.code).toBe(0);
    expect(flushed.stdout).toContain("becomes visible");
    const none = await quiesce(seen, { cwd });
    expect(none.code).toBe(1);
    expect(none.stdout).toContain("try `--memory tso`");
  });

  test("--json: one object, with where it stopped", async () => {
    const ran = async (name: string) =>
      JSON.parse((await quiesce(["run", "runs.qsc", "--script", name, "--json"], { cwd })).stdout);
    expect(await ran("lost")).toMatchObject({
      version: 1,
      run: "lost",
      verdict: "ok",
      stopped: null,
      errors: [],
    });
    expect((await ran("lost")).trace).toHaveLength(5);
    expect(await ran("wrong")).toMatchObject({
      verdict: "assert",
      stopped: { item: 3, text: "assert total = 2", reason: "false", message: "the assertion is false" },
    });
    expect(await ran("early")).toMatchObject({
      verdict: "error",
      stopped: { item: 1, reason: "notEnabled" },
    });
  });

  test("a run that is not there", async () => {
    const ran = await quiesce(["run", "runs.qsc", "--script", "lots"], { cwd });
    expect(ran).toMatchObject({ code: 255, stdout: "" });
    expect(ran.stderr).toMatch(/error C030: lost_update has no run `lots`[\s\S]*did you mean `lost`\?/);
    const none = await quiesce(["run", "lost_update.qsc", "--script", "lost"], { cwd });
    expect(none.stderr).toContain("it has none; write one as `run NAME == { … }`");
    const both = await quiesce(["run", "runs.qsc", "--script", "lost", "--seed", "3"], { cwd });
    expect(both.code).toBe(255);
    expect(both.stderr).toContain("cannot be used with");
  });
});

describe("quiesce check --save-script", () => {
  test("prints the counterexample as a run, which takes the same steps", async () => {
    const found = await quiesce(["check", "lost_update.qsc", "--save-script", "again"], { cwd });
    expect(found.code).toBe(12);
    const script = /\n\\\* .*\nrun again [\s\S]*$/.exec(found.stdout)?.[0] ?? "";
    expect(script).toContain("quiesce run FILE --script again\n");
    const specs = directory({ "s.qsc": LOST_UPDATE + script });
    const replayed = await quiesce(["run", "s.qsc", "--script", "again", "--json"], { cwd: specs });
    expect(replayed.code).toBe(0);
    const check = JSON.parse((await quiesce(["check", "lost_update.qsc", "--json"], { cwd })).stdout);
    const states = (trace: readonly { readonly state: unknown }[]) => trace.map(({ state }) => state);
    expect(states(JSON.parse(replayed.stdout).trace)).toEqual(states(check.trace));
  });

  test("writes it to a new file", async () => {
    const specs = directory({ "s.qsc": STORE_BUFFERING });
    const argv = [
      "check",
      "s.qsc",
      "--memory",
      "tso",
      "--quiet",
      "--save-script",
      "again",
      "--out",
      "again.txt",
    ];
    const first = await quiesce(argv, { cwd: specs });
    expect(first).toMatchObject({ code: 12, stdout: "", stderr: "wrote the run again to again.txt\n" });
    const written = readFileSync(join(specs, "again.txt"), "utf8");
    expect(written).toMatch(/^\\\* quiesce run FILE --script again --memory tso\nrun again [\s\S]*\n\}\n$/);
    const second = await quiesce(argv, { cwd: specs });
    expect(second).toMatchObject({ code: 255, stdout: "" });
    expect(second.stderr).toContain("error C032: `again.txt` is there already");
    expect(readFileSync(join(specs, "again.txt"), "utf8")).toBe(written);
  });

  test("--json has it in the one object", async () => {
    const { stdout } = await quiesce(["check", "lost_update.qsc", "--json", "--save-script", "again"], {
      cwd,
    });
    expect(JSON.parse(stdout).script).toMatch(/^run again /);
  });

  test("works for a module", async () => {
    const { stdout } = await quiesce(["check", "Counter.tla", "--config", "c.cfg", "--save-script", "up"], {
      cwd: directory({
        "Counter.tla": COUNTER,
        "c.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 5\nINVARIANT Small\n",
      }),
    });
    expect(stdout).toMatch(/run up "Small is violated" == \{\n {2}Up;\n/);
  });

  test("says why nothing is written", async () => {
    const argv = ["check", "lost_update.qsc", "--patch", "atomic", "--save-script", "again"];
    const ran = await quiesce(argv, { cwd });
    expect(ran).toMatchObject({ code: 0, stderr: "no script is written: no counterexample was found\n" });
    expect(ran.stdout).not.toContain("run again");
  });

  test.each([
    [["--out", "x.qsc"], 255, "C031"],
    [["--save-script", "s", "--out", "taken.qsc"], 255, "C032"],
    [["--save-script", "lost"], 255, "C033"],
    [["--save-script", "not a name"], 255, "It must be a name"],
  ])("%j", async (options, code, message) => {
    const ran = await quiesce(["check", "runs.qsc", ...options], { cwd });
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toContain(message);
  });
});
