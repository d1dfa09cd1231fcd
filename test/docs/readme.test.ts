/** What README.md shows is what the tool prints, and its test command is the one that CI runs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { quiesce } from "../cli/terminal.js";
import { fencesOf } from "./examples.js";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("README.md", root), "utf8");
const fences = fencesOf(page);
const texts = fences.filter(({ language }) => language === "text");
const commands = fences.filter(({ language }) => language === "sh").map(({ text }) => text.trim());

/** How long it took differs from run to run. */
const timeless = (text: string): string => text.replace(/, [\d.]+ s$/gm, "").trim();

describe("README.md", () => {
  it("shows the race and how the review begins as they are printed (else: npx vitest run test/docs/readme.test.ts -u)", async () => {
    const check = await quiesce(["check", "specs/mount/torn_sum.qsc"], { cwd: root.pathname });
    const [, command] = /`npx quiesce (review [^`]+)`/.exec(page)!;
    const review = await quiesce(command!.split(" "), { cwd: root.pathname });
    expect([check.code, review.code]).toEqual([12, 12]);
    expect(review.stdout).toMatch(/^sync_common_paths +A +hides\b/m);
    expect(review.stdout).toMatch(/^wait_inline +A +fixes\b/m);
    expect(review.stdout.split("\n").filter((line) => line.length > 75)).toEqual([]);
    const end = review.stdout.indexOf("\n\nNowhere violated");
    expect(end).toBeGreaterThan(0);

    const printed = [check.stdout, review.stdout.slice(0, end)];
    expect(texts).toHaveLength(printed.length);
    const shown = printed.map((text, i) => {
      const before = texts[i]!.text;
      return timeless(text) === timeless(before) ? before : `${text.trim()}\n`;
    });
    const next = shown[Symbol.iterator]();
    const renewed = page.replace(/^```text\n[\s\S]*?^```$/gm, () => `\`\`\`text\n${next.next().value}\`\`\``);
    await expect(renewed).toMatchFileSnapshot("../../README.md");
  });

  it("gives two commands, each of which sets up all it needs; the second one is CI's", () => {
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(command).toMatch(/^npm ci && [^\n]+$/);
    const ci = readFileSync(new URL(".ci/run", root), "utf8");
    expect(ci.split("\n")).toContain(commands[1]);
  });

  it("gives a first command that finds the patched spec right", async () => {
    const argv = commands[0]!.replace(/^npm ci && npx quiesce /, "").split(" ");
    expect((await quiesce(argv, { cwd: root.pathname })).code).toBe(0);
  });

  it("shows a spec that meets its expectations", async () => {
    const directory = mkdtempSync(join(tmpdir(), "quiesce-readme-"));
    try {
      const spec = fences.find(({ language, text }) => language === "" && text.startsWith("spec "));
      writeFileSync(join(directory, "handover.qsc"), spec!.text);
      const { code, stdout } = await quiesce(["test", "handover.qsc"], { cwd: directory });
      expect(stdout).toContain("2 passed, 0 failed");
      expect(code).toBe(0);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
