/** The built program as a process of its own: what a test within this process cannot show. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { COUNTER, directory } from "./terminal.js";

const program = join(dirname(fileURLToPath(import.meta.url)), "../../dist/src/cli/main.js");

const cwd = directory({
  "Counter.tla": COUNTER,
  "Counter.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 3\nINVARIANT Small\n",
  "high.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 5\nINVARIANT Small\n",
  "heavy.cfg": "INIT Heavy\nNEXT Next\nCONSTANT MAX = 3\n",
  "deep.cfg": "INIT Deep\nNEXT Next\nCONSTANT MAX = 20000\n",
  "endless.cfg": "INIT Init\nNEXT Unbounded\nCONSTANT MAX = 5\n",
});

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

  test("ends at once when it is interrupted twice, even in the midst of an evaluation", async () => {
    const child = start(["check", "Counter.tla", "--config", "heavy.cfg"]);
    const end = ended(child);
    const timer = setInterval(() => child.kill("SIGINT"), 1000);
    const { code, stdout } = await end;
    clearInterval(timer);
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
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
