import { expect, test } from "vitest";
import { COUNTER, directory, quiesce, STORE_BUFFERING } from "./terminal.js";

const cwd = directory({ "sb.qsc": STORE_BUFFERING, "Counter.tla": COUNTER });

test("lists steps, functions and the kernel version, and which steps have none", async () => {
  const { code, stdout, stderr } = await quiesce(["anchors", "sb.qsc"], { cwd });
  expect(stdout).toMatch(/^store_buffering, kernel v6\.12\n/);
  expect(stdout).toMatch(/^left\.store +kernel\/left\.c:left +WRITE_ONCE\(x, 1\)$/m);
  expect(stdout).toMatch(/^left\.load +include\/compiler\.h:/m);
  expect(stdout).toContain("right.store and right.load name no function");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("of a patched spec", async () => {
  const { stdout } = await quiesce(["anchors", "sb.qsc", "--patch", "one_fence"], { cwd });
  expect(stdout).toContain("smp_mb()");
});

test("of a spec whose constants only scenarios give", async () => {
  const spec = "spec s\nconst N\nprocess p = 1 { a: skip; }\nscenario one { const N = 1 }\n";
  const ran = await quiesce(["anchors", "s.qsc"], { cwd: directory({ "s.qsc": spec }) });
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain("p.a names no function");
});

test("as Markdown and as JSON", async () => {
  const { stdout } = await quiesce(["anchors", "sb.qsc", "--format", "markdown"], { cwd });
  expect(stdout).toContain("| `left.store` | `kernel/left.c:left` | `WRITE_ONCE(x, 1)` |");
  const json = await quiesce(["anchors", "sb.qsc", "--json"], { cwd });
  expect(JSON.parse(json.stdout)).toMatchObject({
    version: 1,
    file: "sb.qsc",
    scenario: null,
    patch: null,
    spec: "store_buffering",
    kernel: "v6.12",
    rows: [
      { step: "left.store", anchor: "kernel/left.c:left", c: "WRITE_ONCE(x, 1)" },
      { step: "left.load", anchor: "include/compiler.h:READ_ONCE" },
      { step: "right.store", anchor: null },
      { step: "right.load", anchor: null },
    ],
  });
  const both = await quiesce(["anchors", "sb.qsc", "--json", "--format", "markdown"], { cwd });
  expect(both).toMatchObject({ code: 255 });
});
