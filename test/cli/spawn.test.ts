/** The built program as a process of its own: what a test within this process cannot show. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { COUNTER, directory } from "./terminal.js";

const HANG = `spec hang
extends Naturals
RECURSIVE Endless(_)
Endless(n) == IF n < 2 THEN 1 ELSE Endless(n - 1) + Endless(n - 2)
var x = 0
process p = 1 { a: x := 1; b: x := Endless(90); }
invariant Low == x < 1
invariant Small == x < 2
expect default: violates Low
expect default: Small holds
expect default: violates Low
`;

/** In one scenario each, base never ends, or needs more memory than there is. */
const STUCK = `spec stuck
extends Naturals
RECURSIVE Endless(_)
Endless(n) == IF n < 2 THEN 1 ELSE Endless(n - 1) + Endless(n - 2)
const N = 1
const SETS = {}
var x = 0
process p = 1 { a: x := 1; b: x := Endless(N) + 1; c: if ({<<s, t>> : s, t \\in SETS} # {}) { skip; } }
invariant Low == x < 2
scenario quick { const N = 1 }
scenario endless { const N = 90 }
scenario heavy { const SETS = 1..990 }
patch mend { replace p.b { b: skip; } replace p.c { c: skip; } }
expect quick: violates Low
expect heavy with mend: holds
expect quick with mend: holds
`;

const program = join(dirname(fileURLToPath(import.meta.url)), "../../dist/src/cli/main.js");

const cwd = directory({
  "Counter.tla": COUNTER,
  "Counter.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 3\nINVARIANT Small\n",
  "high.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 5\nINVARIANT Small\n",
  "deep.cfg": "INIT Deep\nNEXT Next\nCONSTANT MAX = 20000\n",
  "heavy.cfg": "INIT Heavy\nNEXT Next\nCONSTANT MAX = 3\n",
  "hang.cfg": "INIT Init\nNEXT Hang\nCONSTANT MAX = 5\nINVARIANT Small\n",
  "talk.cfg": "INIT Escapes\nNEXT Hang\nCONSTANT MAX = 5\n",
  "two.cfg": "INIT Init\nNEXT Hang\nCONSTANT MAX = 5\nINVARIANT NotTwo\n",
  "hang.qsc": HANG,
  "stuck.qsc": STUCK,
  "heavy.qsc": STUCK.replace("expect quick: violates Low", "expect heavy: Low holds").replace(
    "Endless(N) + 1",
    "x",
  ),
  "endless.cfg": "INIT Init\nNEXT Unbounded\nCONSTANT MAX = 5\n",
});

interface CellJson {
  readonly patch: string | null;
  readonly scenario: string;
  readonly outcomes: Readonly<Record<string, string>>;
}

beforeAll(() => {
  if (!existsSync(program)) throw new Error("the program is not built: run `npm run build` first");
});

function start(argv: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...argv], { cwd, stdio: ["ignore", "pipe", "pipe"] });
}

function ended(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  let stdout = "";
  let stderr = "";
  child.stdout!.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}

describe("the built program", () => {
  test("begins with the line that makes it a command", () => {
    expect(readFileSync(program, "utf8").split("\n")[0]).toBe("#!/usr/bin/env node");
  });

  test("tells its version and its verdicts by exit codes", async () => {
    expect(await ended(start(["--version"]))).toMatchObject({ code: 0, stderr: "" });
    expect(await ended(start(["check", "Counter.tla"]))).toMatchObject({ code: 0, stderr: "" });
    const violated = await ended(start(["check", "Counter.tla", "--config", "high.cfg", "--json"]));
    expect(violated).toMatchObject({ code: 12, stderr: "" });
    expect(JSON.parse(violated.stdout).verdict).toBe("invariant");
  });

  test("reports what it found when it is interrupted", async () => {
    const child = start(["check", "Counter.tla", "--config", "endless.cfg", "--json"]);
    const end = ended(child);
    const timer = setTimeout(() => child.kill("SIGINT"), 2000);
    const { code, stdout } = await end;
    clearTimeout(timer);
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "incomplete" });
  });

  test("ends and tells what is known when it is interrupted twice, even in the midst of an evaluation", async () => {
    const child = start(["check", "Counter.tla", "--config", "talk.cfg", "--json"]);
    const end = ended(child);
    // What the spec prints goes to standard error: the search has begun.
    await once(child.stderr!, "data");
    const timer = setInterval(() => child.kill("SIGINT"), 500);
    const { code, stdout } = await end;
    clearInterval(timer);
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "incomplete", states: { initial: 1 }, trace: [] });
  });

  test("ends an evaluation that never returns when the time is over", async () => {
    const argv = ["check", "Counter.tla", "--config", "hang.cfg", "--timeout", "1"];
    const [text, json] = await Promise.all([ended(start(argv)), ended(start([...argv, "--json"]))]);
    expect(text).toMatchObject({ code: 152, stderr: "" });
    expect(text.stdout).toMatch(
      /^Counter\.tla is undecided: no violation in \d distinct states? \(incomplete\)\n/,
    );
    expect(text.stdout).toContain("stopped by: --timeout 1, in the midst of an evaluation\n");
    expect(json.code).toBe(152);
    expect(JSON.parse(json.stdout)).toMatchObject({
      version: 1,
      file: "Counter.tla",
      verdict: "incomplete",
      property: null,
      states: { initial: 1 },
      errors: [],
    });
  });

  test("does not forget a violation that was found before", async () => {
    const argv = ["check", "Counter.tla", "--config", "two.cfg", "--continue", "--timeout", "1"];
    const { code, stdout } = await ended(start(argv));
    expect(stdout).toMatch(/^NotTwo is violated/);
    expect(code).toBe(12);
  });

  test("goes on with the next expectation after one that never returns", async () => {
    const { code, stdout } = await ended(start(["test", "hang.qsc", "--timeout", "1"]));
    const lines = stdout
      .trimEnd()
      .replace(/\n {10}/g, " ")
      .split("\n");
    expect(lines.map((line) => line.replace(/ +\(\d+ states?\b.*\)$/, ""))).toEqual([
      "hang.qsc",
      "ok    default: violates Low",
      "FAIL  default: Small holds",
      "      hang.qsc:10:1: undecided: --timeout 1, in the midst of an evaluation",
      "ok    default: violates Low",
      "2 passed, 1 failed",
    ]);
    expect(code).toBe(1);
  });

  test("reviews the other cells where one never ends", async () => {
    const argv = ["review", "stuck.qsc", "--scenario", "quick", "--scenario", "endless", "--timeout", "1"];
    const { code, stdout, stderr } = await ended(start([...argv, "--json"]));
    expect({ code, stderr }).toEqual({ code: 12, stderr: "" });
    const { cells } = JSON.parse(stdout);
    expect(
      cells.map((cell: CellJson) => `${cell.patch ?? "base"} ${cell.scenario} ${cell.outcomes.Low}`),
    ).toEqual(["base quick violated", "base endless unknown", "mend quick holds", "mend endless holds"]);
    expect(stdout).toContain("--timeout 1, in the midst of an evaluation");
  });

  test("reviews the other cells where one needs too much memory", async () => {
    const child = spawn(
      process.execPath,
      [
        "--max-old-space-size=64",
        program,
        "review",
        "stuck.qsc",
        "--scenario",
        "quick",
        "--scenario",
        "heavy",
      ],
      { cwd, stdio: ["ignore", "pipe", "pipe"] },
    );
    const { code, stdout } = await ended(child);
    expect(stdout).toMatch(/^mend +Low +unknown\b/m);
    expect(stdout).toContain("the memory does not suffice");
    expect(code).toBe(12);
  });

  test("tells what is known of a review that is interrupted", async () => {
    const child = start(["review", "stuck.qsc", "--scenario", "endless", "--workers", "1"]);
    const end = ended(child);
    const timer = setTimeout(() => child.kill("SIGINT"), 2000);
    const { code, stdout } = await end;
    clearTimeout(timer);
    expect(stdout).toMatch(/^mend +Low +unknown\b/m);
    expect(code).toBe(130);
  });

  test("tests the others where one expectation needs too much memory", async () => {
    const child = spawn(process.execPath, ["--max-old-space-size=64", program, "test", "heavy.qsc"], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const { code, stdout } = await ended(child);
    expect(stdout).toMatch(/FAIL {2}heavy: Low holds\n.*undecided: the memory does not\s+suffice/);
    expect(stdout).toContain("2 passed, 1 failed");
    expect(code).toBe(1);
  });

  test("says so when the memory does not suffice", async () => {
    const child = spawn(
      process.execPath,
      ["--max-old-space-size=64", program, "check", "Counter.tla", "--config", "heavy.cfg", "--json"],
      { cwd, stdio: ["ignore", "pipe", "pipe"] },
    );
    const { code, stdout, stderr } = await ended(child);
    expect(code).toBe(152);
    expect(stderr).toMatch(/^error C092: the memory does not suffice/);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "error", errors: [{ code: "C092" }] });
  });

  test("lets definitions recurse deeply", async () => {
    expect(await ended(start(["check", "Counter.tla", "--config", "deep.cfg"]))).toMatchObject({ code: 0 });
  });

  test("ends quietly, with the right code, when nobody reads on", async () => {
    const child = start(["check", "Counter.tla", "--config", "high.cfg"]);
    child.stdout!.destroy();
    let stderr = "";
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const code = await new Promise((resolve) => child.on("exit", resolve));
    expect({ code, stderr }).toEqual({ code: 12, stderr: "" });
  });
});
