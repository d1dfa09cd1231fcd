/** The question that this tool was made for, asked of the spec that models it. */
import { expect, test } from "vitest";
import { fileFinder, packageRoot, readSpec } from "../../src/cli/files.js";
import { review } from "../../src/index.js";

const cwd = packageRoot();

test("making common fput() paths synchronous hides the failure, waiting for the ring and the inline put fix it", async () => {
  const { review: found, report } = await review({
    text: readSpec("specs/mount/kill_wait_umount.qsc", cwd).text,
    name: "specs/mount/kill_wait_umount.qsc",
    find: fileFinder(cwd),
    patches: ["sync_common_paths", "wait_inline"],
    scenarios: ["io_uring", "kthread"],
  });
  expect(found.ok).toBe(false);
  const mail = report({ format: "mail" });
  expect(mail.split("\n")[0]).toBe("A: sync_common_paths hides it, wait_inline fixes it.");
  expect(mail).toMatch(/^sync_common_paths +A +hides\b/m);
  expect(mail).toMatch(/^wait_inline +A +fixes\b/m);
  expect(mail).toContain("repaired in kthread; survives in io_uring");
  expect(mail).toMatch(/^sync_common_paths +io_uring +V\b/m);
  expect(mail).toMatch(/^ +kthread +H\b/m);
  expect(mail).toContain("Replayed on base");
  expect(mail).toContain("delay ");
  expect(mail.split("\n").filter((line) => line.length > 75)).toEqual([]);
}, 60_000);
