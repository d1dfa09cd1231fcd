import { describe, expect, test } from "vitest";
import { directory, LOST_UPDATE, quiesce, STORE_BUFFERING } from "./terminal.js";

describe("quiesce test", () => {
  test("checks every expectation, in every scenario that it names", async () => {
    const cwd = directory({
      "specs/deep/lost_update.qsc": LOST_UPDATE,
      "specs/readme.md": "",
      "specs/.x/a.qsc": "junk",
    });
    const { code, stdout, stderr } = await quiesce(["test"], { cwd });
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toBe("specs/deep/lost_update.qsc");
    expect(lines.slice(1, -1).map((line) => line.replace(/ {2}\(.*\)$/, ""))).toEqual([
      "ok    default: violates NothingLost",
      "ok    default with atomic: holds",
      "ok    greedy with atomic: violates NothingLost",
      "ok    greedy with atomic: Bounded holds",
      "ok    default: reaches BothDone",
    ]);
    expect(lines[1]).toMatch(/ {2}\(\d+ states\b.*\)$/);
    expect(lines.at(-1)).toBe("5 passed, 0 failed");
    expect(code).toBe(0);
    expect(stderr).toBe("");
  });

  test("says why an expectation is not met, and goes on", async () => {
    const wrong = LOST_UPDATE.replace(
      "expect default: violates NothingLost",
      "expect default: holds",
    ).replace("expect default with atomic: holds", "expect default: violates Bounded");
    const cwd = directory({ "a.qsc": wrong, "b.qsc": LOST_UPDATE.replace("lost_update", "b") });
    const { code, stdout } = await quiesce(["test", "a.qsc", "b.qsc"], { cwd });
    expect(stdout).toContain("FAIL  default: holds");
    expect(stdout).toMatch(/a\.qsc:\d+:1: NothingLost is violated/);
    expect(stdout).toContain("FAIL  default: violates Bounded");
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("8 passed, 2 failed");
    expect(code).toBe(1);
  });

  test("a witness that is not reached is no `holds`", async () => {
    const spec = "spec w\nvar x = 0\nprocess p = 1 { a: x := 1; }\nreachable Two == x = 2\n";
    const cwd = directory({ "w.qsc": `${spec}expect default: holds\nexpect default: reaches Two\n` });
    const { code, stdout } = await quiesce(["test", "."], { cwd });
    expect(stdout).toContain("the witness Two never reached");
    expect(stdout).toContain("Two is never reached");
    expect(stdout).toContain("0 passed, 2 failed");
    expect(code).toBe(1);
  });

  test("deadlocks", async () => {
    const spec =
      "spec d\nvar x = 0\nprocess p = 1 { a: await x = 1; }\nexpect default: deadlocks\nexpect default: holds\n";
    const { stdout } = await quiesce(["test", "d.qsc"], { cwd: directory({ "d.qsc": spec }) });
    expect(stdout).toContain("ok    default: deadlocks");
    expect(stdout).toContain("FAIL  default: holds");
  });

  test("a limit is no answer", async () => {
    const { stdout, code } = await quiesce(["test", "a.qsc", "--max-states", "2"], {
      cwd: directory({ "a.qsc": LOST_UPDATE }),
    });
    expect(code).toBe(1);
    expect(stdout).toContain("undecided");
  });

  test("a spec with errors counts as a failure and stops no other", async () => {
    const cwd = directory({ "a.qsc": "spec a\nvar = 3\n", "b.qsc": LOST_UPDATE });
    const { code, stdout } = await quiesce(["test", "."], { cwd });
    expect(stdout).toMatch(/a\.qsc:2:\d+: error G\d{3}/);
    expect(stdout).toContain("5 passed, 1 failed");
    expect(code).toBe(1);
  });

  test("an expectation about what is not there fails with the reason", async () => {
    const cwd = directory({ "a.qsc": LOST_UPDATE.replace("reaches BothDone", "reaches BothDnoe") });
    const { code, stdout } = await quiesce(["test", "a.qsc"], { cwd });
    expect(stdout).toContain("BothDnoe");
    expect(code).toBe(1);
  });

  test("shows the race below what is not met", async () => {
    const wrong = LOST_UPDATE.replace("expect default: violates NothingLost", "expect default: holds");
    const { stdout } = await quiesce(["test", "a.qsc"], { cwd: directory({ "a.qsc": wrong }) });
    const lines = stdout.split("\n");
    const from = lines.findIndex((line) => line.startsWith("FAIL"));
    const to = lines.findIndex((line) => line.startsWith("ok    default with atomic: holds"));
    const race = lines.slice(from, to);
    expect(race.filter((line) => line !== "" && !line.startsWith("      "))).toEqual([
      "FAIL  default: holds",
    ]);
    expect(race.join("\n")).toMatch(/worker\[1\] +worker\[2\][\s\S]*seen = total[\s\S]*\^-- false: /);
    expect(race.every((line) => line.length <= 75)).toBe(true);
  });

  test("checks an expectation under each memory model that it names", async () => {
    const cwd = directory({ "sb.qsc": STORE_BUFFERING });
    const { code, stdout } = await quiesce(["test", "sb.qsc"], { cwd });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.slice(1).map((line) => line.replace(/ {2}\(.*\)$/, ""))).toEqual([
      "ok    default memory sc: holds",
      "ok    default memory tso: violates OneIsSeen",
      "ok    default memory weak: violates OneIsSeen",
      "ok    default with fences memory tso: holds",
      "ok    default with fences memory weak: holds",
      "ok    default memory tso: runs lost",
      "6 passed, 0 failed",
    ]);
    expect(code).toBe(0);
  });

  test("a scripted run that cannot be taken fails with the reason and what happened", async () => {
    const cwd = directory({
      "sb.qsc": `${STORE_BUFFERING}expect default with one_fence memory tso: runs lost\n`,
    });
    const { code, stdout } = await quiesce(["test", "sb.qsc"], { cwd });
    expect(stdout).toContain("FAIL  default with one_fence memory tso: runs lost\n");
    expect(stdout).toMatch(/does not\s+run lost: it stops at item 3 of 5, left\.load/);
    expect(stdout).toMatch(/^ {6}sb\.qsc:\d+:28: left\.load cannot be taken here\n {10}left is at mb$/m);
    expect(stdout).toMatch(/^ +WRITE_ONCE\(x, 1\)/m);
    expect(code).toBe(1);
  });

  test("prints the same whatever the number of workers", async () => {
    const failing = LOST_UPDATE.replace("default with atomic: holds", "default with atomic: deadlocks");
    const cwd = directory({ "a.qsc": failing, "b.qsc": "spec b\nvar = 1\n", "c.qsc": STORE_BUFFERING });
    const timeless = (text: string) => text.replaceAll(/, \d[\d.]* s\)/g, ")");
    const ran = async (workers: string) => quiesce(["test", ".", "--workers", workers], { cwd });
    const [one, four] = [await ran("1"), await ran("4")];
    expect(timeless(four.stdout)).toBe(timeless(one.stdout));
    expect(one.code).toBe(1);
    expect(one.stdout.trimEnd().split("\n").at(-1)).toBe("10 passed, 2 failed");
    expect(four.status.some((line) => /^\d+ of 11 expectations; .*c\.qsc /.test(line ?? ""))).toBe(true);
    expect(four.status.at(-1)).toBeNull();
  });

  test("an interrupt: what is known is told", async () => {
    const { code, stdout } = await quiesce(["test", "."], {
      cwd: directory({ "a.qsc": LOST_UPDATE, "b.qsc": LOST_UPDATE.replace("lost_update", "b") }),
      interrupted: (status) => status.some((line) => line?.startsWith("2 of ")),
    });
    expect(stdout).toMatch(/^a\.qsc\n/);
    expect(stdout).not.toContain("b.qsc");
    expect(stdout.trimEnd().split("\n").at(-1)).toBe("2 passed, 0 failed");
    expect(code).toBe(130);
  });

  test("nothing to test is an error", async () => {
    const { code, stderr } = await quiesce(["test"], { cwd: directory({ "specs/readme.md": "" }) });
    expect(code).toBe(255);
    expect(stderr).toContain("there is no .qsc file in specs");
  });
});
