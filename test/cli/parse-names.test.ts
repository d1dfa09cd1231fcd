/** `quiesce parse --names`: names and levels of a TLA+ module, without a configuration. */
import { expect, test } from "vitest";
import { directory, quiesce } from "./terminal.js";

test("tells what is wrong with the names, in proofs too", async () => {
  const cwd = directory({
    "M.tla": "---- MODULE M ----\nEXTENDS Part\nVARIABLE x\nTHEOREM Small(x)\n  BY DEF Smal\n====\n",
    "Part.tla": "---- MODULE Part ----\nEXTENDS Naturals\nSmall(n) == n < 3\n====\n",
  });
  const { code, stdout, stderr } = await quiesce(["parse", "M.tla", "--names"], { cwd });
  expect(code).toBe(150);
  expect(stdout).toBe("");
  expect(stderr).toContain("M.tla:5:10: error S001: unknown name Smal");
  const plain = await quiesce(["parse", "M.tla"], { cwd });
  expect(plain).toMatchObject({ code: 0, stdout: "M.tla: module M, 2 units\n" });
});

test("says what the module is where all is well", async () => {
  const cwd = directory({ "M.tla": "---- MODULE M ----\nVARIABLE x\nInit == x = 1\n====\n" });
  const result = await quiesce(["parse", "M.tla", "--names"], { cwd });
  expect(result).toMatchObject({ code: 0, stdout: "M.tla: module M, 2 units\n", stderr: "" });
});
