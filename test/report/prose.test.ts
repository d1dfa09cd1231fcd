import { expect, test } from "vitest";
import { report, text } from "./kit.js";
import { violation } from "./make.js";
import { crowd, ring } from "./stages.js";
import * as torn from "./torn-sum.js";

test("a race in sentences", () => {
  expect(report(torn.stage, torn.violated, { trace: "prose" })).toBe(text`
SyncClean is violated: 9 states, 8 steps

invariant SyncClean (specs/mount/torn_sum.qsc:5:11) is false in state 9:
    ret = "ok" => Refs <= 2

Initially mnt_count[0] = 2, mnt_count[1] = 0, mnt_count[2] = 1,
    mount_lock = "none", ret = "none", umount.sum = 0, holder.cpu = 0

1. umount (on CPU2) does "lock_mount_hash()" (mount_lock becomes "umount").
2. umount does "count += per_cpu(mnt_count, cpu)" (sum becomes 2).
3. holder (on CPU0) does "path_get(&path)" (mnt_count[0] becomes 3).
4. holder does "migrate_task_to(current, 1)" (cpu becomes 1).
5. holder does "path_put(&path)" (mnt_count[1] becomes -1), just before
   umount goes on with "count += per_cpu(mnt_count, cpu)".
6. umount does "count += per_cpu(mnt_count, cpu)" (sum becomes 1).
7. umount does "count += per_cpu(mnt_count, cpu)" (sum becomes 2).
8. umount does "if (count > 2) return -EBUSY" (ret becomes "ok").

In state 9 this is false: ret = "ok" => Refs <= 2
because ret = "ok", Refs = 3

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
});

test("a deadlock in sentences", () => {
  const { stage, trace } = crowd(["aio"]);
  expect(report(stage, violation("deadlock", trace), { trace: "prose" })).toBe(text`
Deadlock: 4 states, 3 steps

Initially refs = 1, lock = "none", closer["aio"].held = TRUE, seen = {}

1. umount does "spin_lock(&mount_lock)" (lock becomes "umount").
2. closer["aio"] does "mntput(file->f_path.mnt)" (refs becomes 0 and held
   becomes FALSE), just before umount goes on with "done".
3. umount takes its step done (seen gains {0, 10, 20, 30, 40, 50, 60, 70,
   ... 280, 290}).

After 3 steps no step is possible any more.

In state 4:
  umount         is done
  closer["aio"]  is done

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
});

test("errors, assertions and lassos end the story", () => {
  const { stage, trace, send } = ring();
  const error = { code: "E012", severity: "error" as const, message: "3 is not in the domain" };
  const end = (
    more: Parameters<typeof violation>[2],
    verdict: Parameters<typeof violation>[0] = "error",
  ): string => report(stage, violation(verdict, trace, more), { trace: "prose" });
  expect(end({ error, action: send })).toContain('\nThe next step, "Send(p = 1)", cannot be evaluated.\n');
  expect(end({ error, property: "TypeOK" })).toContain("\nIn state 3 TypeOK cannot be evaluated.\n");
  expect(end({ error, action: send }, "assert")).toContain(
    '\nThe next step, "Send(p = 1)", fails its assertion.\n',
  );
  expect(end({ loopStart: 0 }, "liveness")).toContain(
    "\nAfter that it goes on from state 1, again and again.\n",
  );
  expect(end({ loopStart: 2 }, "liveness")).toContain("\nAfter that nothing happens any more.\n");
});
