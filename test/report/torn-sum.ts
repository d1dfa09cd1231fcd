/** The torn sum (KERNEL: two CPUs' counters read while a reference moves between them), told by hand. */
import { makeFunction, type Value } from "../../src/values/index.js";
import { Stage, violation } from "./make.js";

const text = `spec torn_sum

var mnt_count = [c \\in CPU |-> IF c = 0 THEN 2 ELSE IF c = 1 THEN 0 ELSE 1]

invariant SyncClean == ret = "ok" => Refs <= 2

Refs == mnt_count[0] + mnt_count[1] + mnt_count[2]

process umount = "umount"
  var cpu = 2, sum = 0
{
  take "lock_mount_hash()": mount_lock := "umount";
  sum "count += per_cpu(mnt_count, cpu)": sum := sum;
  test "if (count > 2) return -EBUSY": ret := "ok";
}

process holder = "holder"
  var cpu = 0
{
  get "path_get(&path)": skip;
  move "migrate_task_to(current, 1)": cpu := 1;
  put "path_put(&path)": skip;
}
`;

export const stage = new Stage("specs/mount/torn_sum.qsc", text, {
  variables: [
    "pc",
    "mnt_count",
    "mount_lock",
    "ret",
    "umount_cpu as umount.cpu",
    "umount_sum as umount.sum",
    "holder_cpu as holder.cpu",
  ],
  processes: [
    { name: "umount", one: "umount" },
    { name: "holder", one: "holder" },
  ],
  invariants: { SyncClean: 'ret = "ok" => Refs <= 2' },
  definitions: { Refs: "mnt_count[0] + mnt_count[1] + mnt_count[2]" },
});

const take = stage.step("umount", "take", "lock_mount_hash()");
const sum = stage.step("umount", "sum", "count += per_cpu(mnt_count, cpu)");
const test = stage.step("umount", "test", "if (count > 2) return -EBUSY");
const get = stage.step("holder", "get", "path_get(&path)");
const move = stage.step("holder", "move", "migrate_task_to(current, 1)");
const put = stage.step("holder", "put", "path_put(&path)");

/** `[0 |-> a, 1 |-> b, 2 |-> c]`. */
export const counts = (...items: number[]): Value => makeFunction(items.map((n, cpu) => [cpu, n] as const));
const pc = (umount: string, holder: string): Value =>
  makeFunction([
    ["umount", umount],
    ["holder", holder],
  ]);

export const trace = stage.trace(
  {
    pc: pc("take", "get"),
    mnt_count: counts(2, 0, 1),
    mount_lock: "none",
    ret: "none",
    "umount.cpu": 2,
    "umount.sum": 0,
    "holder.cpu": 0,
  },
  [
    [take("umount"), { mount_lock: "umount", pc: pc("sum", "get") }],
    [sum("umount"), { "umount.sum": 2 }],
    [get("holder"), { mnt_count: counts(3, 0, 1), pc: pc("sum", "move") }],
    [move("holder"), { "holder.cpu": 1, pc: pc("sum", "put") }],
    [put("holder"), { mnt_count: counts(3, -1, 1), pc: pc("sum", "Done") }],
    [sum("umount"), { "umount.sum": 1 }],
    [sum("umount"), { "umount.sum": 2, pc: pc("test", "Done") }],
    [test("umount"), { ret: "ok", pc: pc("Done", "Done") }],
  ],
);

export const violated = violation("invariant", trace, {
  property: "SyncClean",
  explanation: {
    conjunct: 'ret = "ok" => Refs <= 2',
    span: stage.at('ret = "ok" => Refs <= 2'),
    parts: [
      { text: "ret", value: "ok" },
      { text: "Refs", value: 3 },
    ],
  },
});
