import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COUNTER, directory, LOST_UPDATE, quiesce, STORE_BUFFERING } from "./terminal.js";

const cwd = directory({
  "sb.qsc": STORE_BUFFERING,
  "fixed.qsc": STORE_BUFFERING.replaceAll(/^(?:patch|expect|run) .*\n(?: .*\n|\}\n)*/gm, "").replaceAll(
    /( +)(store ".*": \w := 1;)/g,
    '$1$2\n$1mb "smp_mb()": fence;',
  ),
  "lost_update.qsc": LOST_UPDATE,
  "Counter.tla": COUNTER,
  "plain.qsc": "spec plain\nvar x = 0\nprocess p = 1 { a: x := 1; }\ninvariant I == x < 2\n",
});

const SB = ["review", "sb.qsc", "--memory", "sc", "--memory", "tso"];

/** A review's object without what differs from one run to the next. */
function timeless(stdout: string): unknown {
  return JSON.parse(stdout, (key, value) => (key === "seconds" ? 0 : value));
}

describe("quiesce review", () => {
  test("0 if a patch fixes, 12 if one does not", async () => {
    const fixes = await quiesce([...SB, "--patch", "fences", "--property", "OneIsSeen"], { cwd });
    expect(fixes.stdout).toMatch(/^fences +OneIsSeen +fixes\b/m);
    expect(fixes).toMatchObject({ code: 0, stderr: "" });
    const all = await quiesce(SB, { cwd });
    expect(all.stdout).toMatch(/^fences +OneIsSeen +fixes\b/m);
    expect(all.stdout).toMatch(/^one_fence +OneIsSeen +(?:no effect|partial|hides)\b/m);
  });

  test("a file that is changed meanwhile is an error of the program's, not of the patch", async () => {
    const changing = directory({ "sb.qsc": STORE_BUFFERING });
    const interrupted = () => {
      writeFileSync(join(changing, "sb.qsc"), `${STORE_BUFFERING}\n\\* a comment\n`);
      return false;
    };
    const { code, stderr, stdout } = await quiesce(SB, { cwd: changing, interrupted });
    expect(stderr).toContain(
      "error C008: sb.qsc or a module that it needs was changed while it was reviewed",
    );
    expect(stdout).toMatch(/^fences +OneIsSeen +unknown\b/m);
    expect(code).toBe(255);
  });

  test("a patch that hides ends with 12", async () => {
    const { code, stdout } = await quiesce(["review", "lost_update.qsc", "--property", "NothingLost"], {
      cwd,
    });
    // The scenario wants more than there is, so it fails in any case.
    expect(stdout).toMatch(/^atomic +NothingLost +(?:partial|hides)\b/m);
    expect(code).toBe(12);
  });

  test("says the same whatever the number of workers", async () => {
    const ran = async (workers: string, ...options: string[]) =>
      (await quiesce([...SB, "--workers", workers, ...options], { cwd })).stdout;
    expect(timeless(await ran("4", "--json"))).toEqual(timeless(await ran("1", "--json")));
    const mail = await ran("3", "--format", "mail");
    expect(mail).toBe(await ran("1", "--format", "mail"));
    expect(mail.split("\n").filter((line) => line.length > 75)).toEqual([]);
  });

  test("writes text, mail, Markdown and JSON", async () => {
    const markdown = await quiesce([...SB, "--format", "markdown"], { cwd });
    expect(markdown.stdout).toMatch(/^\| .* \|$/m);
    const json = await quiesce([...SB, "--json"], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({ version: 1, file: "sb.qsc" });
    const both = await quiesce([...SB, "--json", "--format", "mail"], { cwd });
    expect(both).toMatchObject({ code: 255 });
    expect(both.stderr).toContain("cannot be used with");
  });

  test("reviews a file against another one, which is the base", async () => {
    const argv = ["review", "fixed.qsc", "--against", "sb.qsc", "--memory", "tso", "--property", "OneIsSeen"];
    const { code, stdout } = await quiesce(argv, { cwd });
    expect(stdout).toMatch(/fixed\.qsc +OneIsSeen +fixes\b/);
    expect(code).toBe(0);
    const patched = await quiesce([...argv, "--patch", "fences"], { cwd });
    expect(patched.code).toBe(150);
    expect(patched.stderr).toContain("leave out `--patch`, or `--against`");
  });

  test("--require asks for verdicts", async () => {
    const argv = [...SB, "--require", "fixes=fences:OneIsSeen"];
    expect((await quiesce(argv, { cwd })).code).toBe(0);
    const two = await quiesce([...argv, "--require", "fixes=one_fence:OneIsSeen"], { cwd });
    expect(two.code).toBe(12);
    const deadlock = await quiesce([...SB, "--require", "no-effect=fences:deadlock"], { cwd });
    expect(deadlock.code).toBe(0);
  });

  test("a limit makes cells unknown", async () => {
    const { code, stdout } = await quiesce([...SB, "--patch", "fences", "--max-states", "5"], { cwd });
    expect(stdout).toMatch(/^fences +OneIsSeen +unknown\b/m);
    expect(stdout).toContain("more than 5 states");
    expect(code).toBe(12);
  });

  test("an interrupt: what is known is told, the rest is unknown", async () => {
    const { code, stdout } = await quiesce([...SB, "--patch", "fences"], {
      cwd,
      interrupted: (status) => status.some((line) => line?.startsWith("1 of 4 cells")),
    });
    expect(code).toBe(130);
    expect(stdout).toMatch(/^fences +OneIsSeen +unknown\b/m);
    expect(stdout).toContain("interrupt");
  });

  test("shows which cells are done and which are being checked", async () => {
    const { status } = await quiesce([...SB, "--patch", "fences", "--workers", "2"], { cwd });
    expect(status.at(-1)).toBeNull();
    expect(
      status.some((line) => /^1 of 4 cells; .*(?:base|fences) × default × (?:sc|tso) /.test(line ?? "")),
    ).toBe(true);
  });
});

describe("bad input of quiesce review", () => {
  test.each([
    [
      ["--patch", "fenecs"],
      150,
      /error P004: store_buffering has no patch `fenecs`\n.*did you mean `fences`\?/,
    ],
    [["--scenario", "none"], 150, /error P003: store_buffering has no scenario `none`/],
    [["--property", "OneIsSen"], 150, /no property `OneIsSen`[\s\S]*did you mean `OneIsSeen`\?/],
    [["--require", "fixes=fenecs:OneIsSeen"], 150, /no patch `fenecs`[\s\S]*did you mean `fences`\?/],
    [["--require", "fixse=fences:OneIsSeen"], 255, /VERDICT=PATCH:PROPERTY, such as fixes=my_patch:NoLoss/],
    [["--require", "fences"], 255, /VERDICT=PATCH:PROPERTY/],
    [["--workers", "0"], 255, /whole number, 1 or more/],
    [["--against", "nowhere.qsc"], 153, /there is no file `nowhere\.qsc`/],
  ])("%j", async (options, code, message) => {
    const ran = await quiesce(["review", "sb.qsc", ...options], { cwd });
    expect(ran).toMatchObject({ code, stdout: "" });
    expect(ran.stderr).toMatch(message);
  });

  test("a spec without patches, and a module", async () => {
    const plain = await quiesce(["review", "plain.qsc", "--json"], { cwd });
    expect(plain.code).toBe(150);
    expect(JSON.parse(plain.stdout)).toMatchObject({
      version: 1,
      verdict: "error",
      errors: [{ code: "P090", message: "plain has no patch to review" }],
    });
    expect((await quiesce(["review", "Counter.tla"], { cwd })).code).toBeGreaterThan(149);
  });
});
