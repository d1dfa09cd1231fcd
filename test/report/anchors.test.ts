import { expect, test } from "vitest";
import { anchorMarkdown, anchorTable, anchorText } from "../../src/report/index.js";
import { prepare } from "../../src/semantics/prepare.js";
import { Source } from "../../src/syntax/source.js";
import { text } from "./kit.js";

const table = (spec: string) =>
  anchorTable(prepare(new Source("s.qsc", spec), { find: () => null }, {}).model);

const umount = table(`spec busy
kernel "v6.12"
shared var seq = 0
process umount = "umount" from "fs/namespace.c:do_umount" {
  take "lock_mount_hash()": rmw seq := 1;
  read "count += per_cpu(mnt->mnt_pcp->mnt_count, cpu) | (flags & \`MNT\`)" from "fs/namespace.c:mnt_get_count":
    call mntput(1);
}
procedure mntput(m) { dec: return; }
`);

test("each step with its function, a step without one of its own with its process's", () => {
  expect(anchorText(umount, 75)).toBe(text`
busy, kernel v6.12

umount.take  fs/namespace.c:do_umount      lock_mount_hash()
umount.read  fs/namespace.c:mnt_get_count  count +=
                                             per_cpu(mnt->mnt_pcp->
                                             mnt_count, cpu) | (flags &
                                             ${"`MNT`"})
mntput.dec   -

mntput.dec names no function: add ${'`from "file.c:function"`'}
`);
});

test("in Markdown", () => {
  expect(anchorMarkdown(umount)).toBe(text`
busy, kernel v6.12

| step | function | C |
| --- | --- | --- |
| ${"`umount.take`"} | ${"`fs/namespace.c:do_umount`"} | ${"`lock_mount_hash()`"} |
| ${"`umount.read`"} | ${"`fs/namespace.c:mnt_get_count`"} | ${"`` count += per_cpu(mnt->mnt_pcp->mnt_count, cpu) \\| (flags & `MNT`) ``"} |
| ${"`mntput.dec`"} |  |  |
`);
});

test("as data, without the steps of the memory", () => {
  expect(umount.rows.map(({ step, anchor, c, location }) => [step, anchor, c, location])).toEqual([
    ["umount.take", "fs/namespace.c:do_umount", "lock_mount_hash()", "s.qsc:5:3"],
    [
      "umount.read",
      "fs/namespace.c:mnt_get_count",
      "count += per_cpu(mnt->mnt_pcp->mnt_count, cpu) | (flags & `MNT`)",
      "s.qsc:6:3",
    ],
    ["mntput.dec", null, null, "s.qsc:9:23"],
  ]);
  const { rows } = anchorTable(
    prepare(
      new Source("s.qsc", 'spec s\nshared var x = 0\nprocess p = "p" { a: x := 1; }\n'),
      { find: () => null },
      { memory: "tso" },
    ).model,
  );
  expect(rows.map(({ step }) => step)).toEqual(["p.a"]);
});

test("a spec without processes has none", () => {
  const plain = table("spec s\nvar x = 0\nNext == x' = x\n");
  expect(plain).toEqual({ spec: "s", kernel: null, rows: [] });
  expect(anchorText(plain, 75)).toBe(
    "s (no kernel version given)\n\nThere are no processes, so there are no steps that stand for a function.",
  );
});

test("a line stays within the width, whatever the names", () => {
  const long = table(`spec s
process a_process_with_a_long_name = "p" from "drivers/block/some/where/file.c:function_with_a_name_that_is_long" {
  a_step "c()": skip;
}
`);
  expect(anchorText(long, 75)).toBe(text`
s (no kernel version given)

a_process_with_a_long_  drivers/block/some/where/file.c:       c()
name.a_step             function_with_a_name_that_is_long
`);
});
