/** Store buffering (legit_vs_umount in small), told by hand: what each CPU stored is seen late by the other. */
import type { TraceState } from "../../src/explore/result.js";
import type { MemoryModel } from "../../src/modules/memory-model.js";
import { makeFunction, makeRecord, makeTuple, modelValue, type Value } from "../../src/values/index.js";
import { Stage, violation } from "./make.js";

/** A buffer's entry. */
export const entry = (word: string, index: readonly Value[], value: Value): Value =>
  makeRecord([
    ["word", word],
    ["index", makeTuple(index)],
    ["value", value],
  ]);

export const barrier = entry("(wmb)", [], 0);
const seq = entry("seq", [], 1);
const cnt = entry("cnt[]", [0], 1);
export const ns = entry("mnt_ns", [], modelValue("NULL"));

/** `own`: the processes are CPUs of their own, else they run on CPU 1 and 0. */
export function buffering(options: { readonly memory?: MemoryModel; readonly own?: boolean } = {}): {
  readonly stage: Stage;
  readonly trace: readonly TraceState[];
  readonly violated: ReturnType<typeof violation>;
} {
  const own = options.own ?? false;
  const stage = new Stage(
    "specs/sb.qsc",
    `spec sb
memory tso
invariant NotBoth == umount.ret = "ok" => walker.got # "mount"
process umount = "umount" on cpu = 1 {
  lock "seq++": seq := 1;
  sum "if (count > 2) return -EBUSY": ret := "ok";
}
process walker \\in WALKER on cpu = 0 {
  inc "mnt_add_count(mnt, 1)": cnt[0] := 1;
  retry "if (!read_seqretry(seq)) return 0": got := "mount";
}
`,
    {
      variables: [
        "pc",
        "buffer",
        "seq",
        "cnt",
        "mnt_ns",
        "umount_ret as umount.ret",
        "walker_got as walker.got",
        "umount_cpu as umount.cpu",
        "walker_cpu as walker.cpu",
      ],
      processes: [
        { name: "umount", one: "umount", ...(!own && { on: "umount.cpu" }) },
        { name: "walker", many: ["w"], ...(!own && { on: "walker.cpu" }) },
      ],
      invariants: { NotBoth: 'umount.ret = "ok" => walker.got # "mount"' },
      memory: options.memory ?? "tso",
    },
  );
  const lock = stage.step("umount", "lock", "seq++");
  const sum = stage.step("umount", "sum", "if (count > 2) return -EBUSY");
  const inc = stage.step("walker", "inc", "mnt_add_count(mnt, 1)");
  const retry = stage.step("walker", "retry", "if (!read_seqretry(seq)) return 0");
  const [cpu0, cpu1] = own ? ["w", "umount"] : [0, 1];
  const buffers = (zero: readonly Value[], one: readonly Value[]): Value =>
    makeFunction([
      [cpu0!, makeTuple(zero)],
      [cpu1!, makeTuple(one)],
    ]);
  const walker = (value: Value): Value => makeFunction([["w", value]]);
  const trace = stage.trace(
    {
      pc: makeFunction([
        ["umount", "lock"],
        ["w", "inc"],
      ]),
      buffer: buffers([], []),
      seq: 0,
      cnt: makeFunction([
        [0, 0],
        [1, 2],
      ]),
      mnt_ns: "ns",
      "umount.ret": "none",
      "walker.got": walker("none"),
      "umount.cpu": 1,
      "walker.cpu": walker(0),
    },
    [
      [lock("umount"), { buffer: buffers([], [seq, ns]) }],
      [inc("w"), { buffer: buffers([cnt], [seq, ns]) }],
      [
        stage.flush(cpu0!),
        {
          buffer: buffers([], [seq, ns]),
          cnt: makeFunction([
            [0, 1],
            [1, 2],
          ]),
        },
      ],
      [sum("umount"), { "umount.ret": "ok" }],
      [retry("w"), { "walker.got": walker("mount") }],
      [stage.flush(cpu1!), { buffer: buffers([], [ns]), seq: 1 }],
    ],
  );
  const explanation = {
    conjunct: 'umount.ret = "ok" => walker.got # "mount"',
    span: stage.at("umount.ret"),
    parts: [{ text: "umount.ret", value: "ok" }],
  };
  return { stage, trace, violated: violation("invariant", trace, { property: "NotBoth", explanation }) };
}
