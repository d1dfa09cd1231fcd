import { execFileSync } from "node:child_process";
import { chmodSync, closeSync, openSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/command-table.js";
import { COUNTER, directory, quiesce, type Ran } from "./terminal.js";

const cwd = directory({
  "Counter.tla": COUNTER,
  "Counter.cfg": "INIT Init\nNEXT Next\nCONSTANT MAX = 3\nINVARIANT Small\n",
  "Missing.tla": COUNTER.replace("MODULE Counter", "MODULE Missing"),
  "Missing.cfg": "INIT Init\nNEXT Next\n",
  "Lonely.tla": COUNTER.replace("MODULE Counter", "MODULE Lonely"),
  "Syntax.tla": "---- MODULE Syntax ----\nA == (1 +\nB == ]\n====\n",
  "Syntax.cfg": "",
  "empty.qsc": "",
  "Empty.tla": "",
  "Empty.cfg": "",
  "junk.qsc": new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]),
  "latin.qsc": new Uint8Array([0x73, 0x70, 0x65, 0x63, 0x20, 0xe9, 0xff]),
  "notes.txt": "spec notes\n",
  "folder.qsc/inside": "",
  "huge.qsc": "",
});
symlinkSync("/dev/zero", join(cwd, "Zero.tla"));
execFileSync("mkfifo", [join(cwd, "pipe.qsc")]);
truncateSync(join(cwd, "huge.qsc"), 100 * 1024 * 1024);

/** That a failure is told in one clear line: a code, no stack, nothing on standard output. */
function oneLine(ran: Ran): string {
  expect(ran.stdout).toBe("");
  const lines = ran.stderr.trimEnd().split("\n");
  expect(lines[0]).toMatch(/error [A-Z]\d{3}: /);
  expect(lines.slice(1).filter((line) => !/^ {2}(?:note:|fix:)|^ {6}/.test(line))).toEqual([]);
  expect(ran.stderr).not.toMatch(/\bat .*\.[jt]s:\d+/);
  return ran.stderr;
}

describe("files", () => {
  test.each([
    ["missing", "Cuonter.tla", 153, "there is no file `Cuonter.tla`; did you mean `Counter.tla`?"],
    ["missing, nothing near", "elsewhere/zzz.qsc", 153, "there is no file `elsewhere/zzz.qsc`"],
    ["a directory", "folder.qsc", 153, "is a directory"],
    ["a device", "Zero.tla", 153, "is not an ordinary file"],
    ["a pipe", "pipe.qsc", 153, "is not an ordinary file"],
    ["below a file", "notes.txt/deep.qsc", 153, "a part of the path is not a directory"],
    ["binary junk", "junk.qsc", 150, "not a text file"],
    ["not UTF-8", "latin.qsc", 150, "not a text file in UTF-8"],
    ["100 MB", "huge.qsc", 153, "too large"],
    ["another extension", "notes.txt", 150, ".qsc or .tla"],
  ])("%s", async (_, file, exit, message) => {
    const ran = await quiesce(["check", file], { cwd });
    expect(ran.code).toBe(exit);
    expect(oneLine(ran)).toContain(message);
    const parsed = await quiesce(["check", file, "--json"], { cwd });
    expect(parsed.code).toBe(exit);
    expect(JSON.parse(parsed.stdout)).toMatchObject({
      verdict: "error",
      file,
      errors: [{ message: expect.any(String) }],
    });
  });

  test("empty", async () => {
    for (const file of ["empty.qsc", "Empty.tla"]) {
      const ran = await quiesce(["check", file], { cwd });
      expect(ran.code).toBe(150);
      expect(ran.stdout).toBe("");
      expect(ran.stderr).toMatch(/error G\d{3}: /);
    }
  });

  test("a device as a module", async () => {
    const specs = directory({ "M.tla": "---- MODULE M ----\nEXTENDS Zero\n====\n" });
    symlinkSync("/dev/zero", join(specs, "Zero.tla"));
    const ran = await quiesce(["check", "M.tla"], { cwd: specs });
    expect(ran.code).toBe(153);
    expect(oneLine(ran)).toContain("`Zero.tla` is not an ordinary file");
  });

  test("unreadable", async (context) => {
    const file = join(directory({ "secret.qsc": "spec secret\n" }), "secret.qsc");
    chmodSync(file, 0);
    let readable = true;
    try {
      closeSync(openSync(file, "r"));
    } catch {
      readable = false;
    }
    if (readable) context.skip("this user may read everything");
    const ran = await quiesce(["check", file], { cwd });
    expect(ran.code).toBe(153);
    expect(oneLine(ran)).toContain("no permission");
  });

  test("a configuration that is not there, or is a directory", async () => {
    const missing = await quiesce(["check", "Counter.tla", "--config", "Cuonter.cfg"], { cwd });
    expect(missing.code).toBe(153);
    expect(oneLine(missing)).toContain("did you mean `Counter.cfg`?");
    const folder = await quiesce(["check", "Counter.tla", "--config", "folder.qsc"], { cwd });
    expect(folder.code).toBe(153);
    expect(oneLine(folder)).toContain("is a directory");
  });

  test("an output directory that cannot be made", async () => {
    const specs = directory({ "s.qsc": "spec s\nvar x = 0\nprocess p = 1 { a: x := 1; }\n", taken: "" });
    const ran = await quiesce(["export", "s.qsc", "--out", "taken/deep"], { cwd: specs });
    expect(ran.code).toBe(153);
    expect(oneLine(ran)).toContain("cannot make the directory `taken/deep`");
  });
});

describe("specs", () => {
  test("150: several syntax errors in one run", async () => {
    const ran = await quiesce(["check", "Syntax.tla"], { cwd });
    expect(ran.code).toBe(150);
    expect(ran.stderr.match(/error G\d{3}/g)!.length).toBeGreaterThanOrEqual(2);
    expect(ran.stderr).toContain("Syntax.tla:");
  });

  test("151: a constant without a value names itself and says where to give it", async () => {
    const ran = await quiesce(["check", "Missing.tla"], { cwd });
    expect(ran.code).toBe(151);
    expect(ran.stderr).toContain("MAX");
    expect(ran.stderr).toContain("--set");
    // The same without any configuration.
    const lonely = await quiesce(["check", "Lonely.tla"], { cwd });
    expect(lonely.code).toBe(151);
    expect(lonely.stderr).toContain("MAX");
  });

  test("names that are not there propose the nearest", async () => {
    const ran = await quiesce(["check", "Counter.tla", "--property", "Smal"], { cwd });
    expect(ran.code).toBeGreaterThan(149);
    expect(ran.stderr).toContain("Small");
    const set = await quiesce(["check", "Counter.tla", "--set", "MXA=1"], { cwd });
    expect(set.code).toBeGreaterThan(149);
    expect(set.stderr).toContain("MAX");
  });

  test("a setting that is no expression", async () => {
    const ran = await quiesce(["check", "Counter.tla", "--set", "MAX=(1"], { cwd });
    expect(ran.code).toBeGreaterThan(149);
    expect(ran.stderr).toMatch(/error G\d{3}/);
  });
});

describe("arguments", () => {
  test.each([
    [["check", "Counter.tla", "--confg", "x"], "unknown option '--confg'; did you mean --config?"],
    [["chekc", "Counter.tla"], "unknown command 'chekc'; did you mean check?"],
    [["check"], "missing required argument 'FILE'"],
    [["check", "Counter.tla", "Other.tla"], "too many arguments"],
    [
      ["check", "Counter.tla", "--max-states", "abc"],
      "'abc' is invalid. It must be a whole number, 1 or more",
    ],
    [["check", "Counter.tla", "--max-states", "0"], "whole number, 1 or more"],
    [["check", "Counter.tla", "--max-states", "-5"], "whole number"],
    [["check", "Counter.tla", "--max-states", "1e400"], "whole number"],
    [["check", "Counter.tla", "--timeout", "soon"], "a number of seconds"],
    [["check", "Counter.tla", "--timeout", "0"], "a number of seconds"],
    [["check", "Counter.tla", "--set", "MAX"], "NAME=EXPRESSION"],
    [["check", "Counter.tla", "--set", "=3"], "NAME=EXPRESSION"],
    [["check", "Counter.tla", "--trace", "film"], "race, states, diff, prose"],
    [["check", "Counter.tla", "--config"], "argument missing"],
    [["export", "Counter.tla"], "--out"],
    [["run", "Counter.tla", "--seed", "x"], "whole number, 0 or more"],
    [["test", "Counter.tla"], "only .qsc files"],
    [["test", "nowhere"], "there is no file `nowhere`"],
  ])("%j", async (argv, message) => {
    const ran = await quiesce(argv, { cwd });
    expect(ran.code).toBeGreaterThan(149);
    expect(ran.stderr).toContain(message);
    expect(ran.stdout).toBe("");
    expect(ran.stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(3);
  });

  test("no command: the help says which there are", async () => {
    const ran = await quiesce([], { cwd });
    expect(ran).toMatchObject({ code: 255, stdout: "" });
    for (const { name } of COMMANDS) expect(ran.stderr).toContain(`  ${name} `);
  });

  test("wrong usage ends with 255, with --json as one object too", async () => {
    const ran = await quiesce(["check", "Counter.tla", "--frobnicate", "--json"], { cwd });
    expect(ran.code).toBe(255);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      verdict: "error",
      file: "Counter.tla",
      errors: [{ code: "C010" }],
    });
  });

  test("help and version", async () => {
    for (const argv of [["--help"], ["help"], ["help", "check"], ["check", "--help"]]) {
      const ran = await quiesce(argv, { cwd });
      expect(ran.code).toBe(0);
      expect(ran.stdout).toContain("Usage: quiesce");
      expect(ran.stderr).toBe("");
    }
    const version = await quiesce(["--version"], { cwd });
    expect(version.code).toBe(0);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("variants and memory", () => {
  /** Patches, scenarios, memory and expectations, each of which one line of the tests below gets wrong. */
  const SPEC = `spec s
extends Naturals
const LIMIT
const ROOM = 1
shared var x = 0, y = 0
process p = 1 var a = 0 {
  take: x := 1;
  look: a := x;
  give: y := a;
}
invariant Small == p.a < 2
scenario one { const LIMIT = 1 }
patch early { before p.look { mb: fence; } }
`;
  const wrong = (line: string, text = SPEC) => directory({ "s.qsc": `${text}${line}\n` });

  test.each([
    [
      "a patch that names a missing step",
      "patch late { after p.lok { mb2: fence; } }",
      [],
      /s\.qsc:14:22: error P\d{3}: .*`lok`[\s\S]*`look`/,
    ],
    [
      "a scenario that leaves a constant open",
      "scenario two { const ROOM = 2 }",
      ["--scenario", "two"],
      /s\.qsc:14:10: error M030: constant LIMIT has no value in scenario two[\s\S]*`--scenario one`/,
    ],
    [
      "two patches that touch the same step",
      "patch again { replace p.look { look: a := 1; } }\npatch both on early, again { before p.give { last: skip; } }",
      ["--scenario", "one", "--patch", "both"],
      /s\.qsc:1[45]:\d+: error P\d{3}: [\s\S]*early[\s\S]*again/,
    ],
    [
      "an expectation for an unknown property",
      "expect one: violates Smal",
      [],
      /s\.qsc:14:22: error P015: .*`Smal`[\s\S]*did you mean `Small`\?/,
    ],
    [
      "a buffer bound of 0",
      "memory tso buffer 0",
      [],
      /s\.qsc:14:19: error P\d{3}: .*buffer[\s\S]*buffer [1-9]/,
    ],
    ["an unknown memory model", "memory tos", [], /s\.qsc:14:8: error P\d{3}: .*`tos`[\s\S]*`tso`/],
  ])("%s", async (_, line, options, message) => {
    const ran = await quiesce(["check", "s.qsc", ...options], { cwd: wrong(line) });
    expect(ran.code === 150 || ran.code === 151).toBe(true);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toMatch(message);
  });

  test("a shared variable read twice in a step under tso", async () => {
    const cwd = wrong("", SPEC.replace("look: a := x", "look: a := x + y"));
    const argv = ["check", "s.qsc", "--scenario", "one"];
    expect((await quiesce(argv, { cwd })).code).toBe(0);
    const ran = await quiesce([...argv, "--memory", "tso"], { cwd });
    expect(ran).toMatchObject({ code: 150, stdout: "" });
    expect(ran.stderr).toMatch(/s\.qsc:8:\d+: error P\d{3}: [\s\S]*atomic/);
  });

  test("the same in a review and in a test, which goes on", async () => {
    const cwd = wrong("", SPEC.replace("look: a := x", "look: a := x + y"));
    const review = await quiesce(["review", "s.qsc", "--memory", "sc", "--memory", "tso"], { cwd });
    expect(review).toMatchObject({ code: 150, stdout: "" });
    expect(review.stderr.match(/error P\d{3}/g)).toHaveLength(1);
    const specs = wrong(
      "expect one memory tso: holds\nexpect one: holds",
      SPEC.replace("look: a := x", "look: a := x + y"),
    );
    const tested = await quiesce(["test", "s.qsc"], { cwd: specs });
    expect(tested.stdout).toMatch(
      /FAIL {2}one memory tso: holds\n.*the spec has errors\n[\s\S]*error P\d{3}/,
    );
    expect(tested.stdout).toContain("ok    one: holds");
    expect(tested.stdout).toContain("1 passed, 1 failed");
  });
});
