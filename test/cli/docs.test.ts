import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/command-table.js";
import { commandLineDocs } from "../../src/cli/docs.js";
import { EXIT } from "../../src/cli/exit-codes.js";
import { OPTIONS } from "../../src/cli/options.js";
import { quiesce } from "./terminal.js";

test("docs/cli.md is up to date (else: npx vitest run test/cli/docs.test.ts -u)", async () => {
  await expect(commandLineDocs()).toMatchFileSnapshot("../../docs/cli.md");
});

test("every option belongs to a command, and its help names it", async () => {
  const used = new Set<string>();
  for (const { name, options } of COMMANDS) {
    const { stdout } = await quiesce([name, "--help"]);
    for (const option of options) {
      used.add(option);
      expect(stdout).toContain(OPTIONS[option].flags);
    }
  }
  expect([...used].sort()).toEqual(Object.keys(OPTIONS).sort());
});

test("exit codes are different", () => {
  const codes = Object.values(EXIT).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
