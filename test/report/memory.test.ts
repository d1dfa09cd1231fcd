import { describe, expect, test } from "vitest";
import { resultToJson } from "../../src/report/index.js";
import { makeFunction, makeTuple, type Value } from "../../src/values/index.js";
import { barrier, buffering, entry } from "./buffering.js";
import { report, text } from "./kit.js";
import { result, violation } from "./make.js";
import * as torn from "./torn-sum.js";

/** The part of a report from one line on, up to the figures. */
const part = (out: string, from: string): string => {
  const start = out.indexOf(from);
  return start < 0 ? out : out.slice(start, out.indexOf("\n\n  31 states"));
};

describe("stores that are seen late", () => {
  test("in the race: buffered where they are made, in parentheses where they become visible", () => {
    const { stage, violated } = buffering();
    expect(report(stage, violated)).toBe(text`
NotBoth is violated (memory tso): 7 states, 6 steps

invariant NotBoth (specs/sb.qsc:3:11) is false in state 7:
    umount.ret = "ok" => walker.got # "mount"

Initially seq = 0, cnt[0] = 0, cnt[1] = 2, mnt_ns = "ns",
    umount.ret = "none", walker["w"].got = "none"

  CPU1 (umount)                           CPU0 (walker["w"])
  -------------                           ------------------
  seq++
      // seq = 1 (buffered),
      // mnt_ns = NULL (buffered)
                                          mnt_add_count(mnt, 1)
                                              // cnt[0] = 1 (buffered)
                                          (CPU0's store cnt[0] = 1 becomes
                                              visible)
  if (count > 2) return -EBUSY
      // ret = "ok"
                                          if (!read_seqretry(seq)) return 0
                                              // got = "mount"
  (CPU1's store seq = 1 becomes visible)
  ^-- false: umount.ret = "ok" => walker.got # "mount"
      umount.ret = "ok"

Still buffered: CPU1: mnt_ns = NULL

  31 states generated, 20 distinct, depth 9, 0.1 s
  memory: tso, store buffers of 3 stores (none was full); load reordering
      is not modelled
`);
  });

  test("in sentences", () => {
    const { stage, violated } = buffering();
    expect(part(report(stage, violated, { trace: "prose" }), "1. ")).toBe(text`
1. umount (on CPU1) does "seq++" (the stores seq = 1 and mnt_ns = NULL are
   buffered).
2. walker["w"] (on CPU0) does "mnt_add_count(mnt, 1)" (the store cnt[0] = 1
   is buffered).
3. CPU0's store cnt[0] = 1 becomes visible, just before umount goes on with
   "if (count > 2) return -EBUSY".
4. umount does "if (count > 2) return -EBUSY" (ret becomes "ok"), just
   before walker["w"] goes on with "if (!read_seqretry(seq)) return 0".
5. walker["w"] does "if (!read_seqretry(seq)) return 0" (got becomes
   "mount").
6. CPU1's store seq = 1 becomes visible.

In state 7 this is false: umount.ret = "ok" => walker.got # "mount"
because umount.ret = "ok"
Still buffered: CPU1: mnt_ns = NULL
`);
  });

  test("in what changes from state to state", () => {
    const { stage, trace } = buffering();
    expect(
      part(report(stage, violation("deadlock", trace.slice(0, 4)), { trace: "diff" }), "State 2"),
    ).toContain(text`
State 2: <lock("umount") specs/sb.qsc:5:3>
/\ seq = 1 (buffered by CPU1)
/\ mnt_ns = NULL (buffered by CPU1)

State 3: <inc("w") specs/sb.qsc:9:3>
/\ cnt[0] = 1 (buffered by CPU0)

State 4: <CPU0's store cnt[0] = 1 becomes visible specs/sb.qsc:2:1>
/\ cnt[0] = 1
`);
  });

  test("state by state, with the barriers between them", () => {
    const { stage, trace } = buffering({ memory: "weak" });
    const out = report(stage, violation("deadlock", trace.slice(0, 3)), { trace: "states" });
    expect(out.match(/store buffers: .*/g)).toEqual([
      "store buffers: empty",
      "store buffers: CPU1: seq = 1, mnt_ns = NULL",
      "store buffers: CPU0: cnt[0] = 1; CPU1: seq = 1, mnt_ns = NULL",
    ]);
    const fenced = trace.slice(0, 1).map(({ action, values }) => ({
      action,
      values: values.map((value, i) =>
        stage.model.variables[i]!.name === "buffer"
          ? makeFunction([
              [0, makeTuple([])],
              [1, makeTuple([entry("task[].list[]", ["aio", 2], true), barrier, entry("x", [], 3)])],
            ])
          : value,
      ),
    }));
    expect(report(stage, violation("deadlock", fenced), { trace: "states" })).toContain(
      '\n/\\ store buffers: CPU1: task["aio"].list[2] = TRUE, (wmb), x = 3\n',
    );
  });

  test("of a process that is a CPU of its own", () => {
    const { stage, violated } = buffering({ own: true });
    const race = report(stage, violated);
    expect(race).toContain("  (umount's store seq = 1 becomes visible)\n");
    expect(race).toContain("Still buffered: umount: mnt_ns = NULL\n");
    expect(report(stage, violated, { trace: "diff" })).toContain("/\\ seq = 1 (buffered by umount)\n");
  });

  test("under weak the one that left is found wherever it stood, and a barrier is no store", () => {
    const { stage, trace } = buffering({ memory: "weak" });
    const { values } = trace[0]!;
    const at = (own: readonly Value[]): readonly Value[] =>
      values.map((value, i) =>
        stage.model.variables[i]!.name === "buffer"
          ? makeFunction([
              [0, makeTuple([])],
              [1, makeTuple(own)],
            ])
          : value,
      );
    const [a, b, c] = [entry("seq", [], 1), entry("mnt_ns", [], "x"), entry("seq", [], 2)];
    const lock = trace[1]!.action;
    const flush = stage.flush(1, { k: 2 });
    const told = (after: readonly Value[]): string => {
      const steps = [
        { action: null, values: at([]) },
        { action: lock, values: at([a!, b!, barrier, c!]) },
        { action: flush, values: at(after) },
      ];
      const lines = report(stage, violation("deadlock", steps)).split("\n");
      return lines.find((line) => line.includes("becomes visible"))!.trim();
    };
    expect(told([a!, barrier, c!])).toBe('(CPU1\'s store mnt_ns = "x" becomes visible)');
    expect(told([b!, barrier, c!])).toBe("(CPU1's store seq = 1 becomes visible)");
  });

  test("stand with the one of several processes of a CPU that made them", () => {
    const { stage, trace } = buffering();
    const both = trace.slice(0, 4).map(({ action, values }) => ({
      action,
      // Both run on CPU 0, and its buffer is the walker's all the same.
      values: values.map((value, i) => (stage.model.variables[i]!.display === "umount.cpu" ? 0 : value)),
    }));
    const out = report(stage, violation("deadlock", both));
    expect(out).toContain('\n  CPU0 (umount)                       CPU0 (walker["w"])\n');
    expect(out).toMatch(/\n {38}\(CPU0's store cnt\[0\] = 1 becomes\n/);
  });
});

describe("what the memory model covers", () => {
  const { stage } = buffering();
  const complete = result({ states: { initial: 1, generated: 9, distinct: 5, depth: 3, queue: 0 } });
  const about = { file: "specs/sb.qsc", scenario: null, patch: null };
  const memory = { ...stage.model.memory };

  test("is said with every verdict", () => {
    expect(report(stage, complete)).toContain(text`
sb (memory tso) holds: 1 invariant on 5 distinct states (complete)
`);
    expect(report(stage, { ...complete, bufferFull: true })).toContain(text`
  memory: tso, store buffers of 3 stores (one was full: stores may have
      waited); load reordering is not modelled
`);
    const model = { ...stage.model, memory: { ...memory, model: "weak" as const, buffer: 1 } };
    expect(report({ ...stage, model }, complete).replace(/\s+/g, " ")).toContain(
      "memory: weak, store buffers of 1 store (none was full); load reordering is not modelled",
    );
  });

  test("under sc is that nothing is late", () => {
    const model = { ...stage.model, memory: { ...memory, model: "sc" as const, variable: null } };
    const out = report({ ...stage, model }, complete);
    expect(out).toContain("sb holds: 1 invariant");
    expect(out).toContain("\n  memory: sc, every store is visible at once");
    expect(resultToJson(complete, model, about).memory).toEqual({ model: "sc", buffer: null, full: false });
  });

  test("is said where a model was asked for and nothing is shared, else not", () => {
    const model = {
      ...stage.model,
      memory: { ...memory, shared: [], variable: null },
    };
    expect(report({ ...stage, model }, complete)).toContain(
      "\n  memory: tso, no variable is shared, so every store is visible at once",
    );
    expect(report(torn.stage, torn.violated)).not.toContain("memory:");
    expect(resultToJson(complete, torn.stage.model, about).memory).toBeNull();
  });

  test("is in --json, with the CPU of a step of the memory", () => {
    const { violated } = buffering();
    const json = resultToJson(result({ violations: [violated], bufferFull: true }), stage.model, about);
    expect(json.memory).toEqual({ model: "tso", buffer: 3, full: true });
    expect(json.trace[3]!.step).toMatchObject({
      name: "flush",
      process: "memory",
      self: { "#bigint": "0" },
      c: null,
    });
  });
});
