/** Specs and behaviours for the tests of reports. */

import type { Action } from "../../src/explore/evaluator.js";
import type { TraceState, Violation } from "../../src/explore/result.js";
import { makeFunction, makeRecord, makeSet, makeTuple, type Value } from "../../src/values/index.js";
import { Stage, violation } from "./make.js";

/** An umounter and `names.length` closers that each put their reference once. */
export function crowd(names: readonly string[]): { stage: Stage; trace: TraceState[]; violated: Violation } {
  const source = `spec crowd
invariant Positive == refs > 0
process umount = "umount" {
  take "spin_lock(&mount_lock)": lock := self;
  done: skip;
}
process closer \\in TASK {
  put "mntput(file->f_path.mnt)": refs := refs - 1;
}
`;
  const stage = new Stage("specs/crowd.qsc", source, {
    variables: ["pc", "refs", "lock", "closer_held as closer.held", "seen"],
    processes: [
      { name: "umount", one: "umount" },
      { name: "closer", many: names },
    ],
    invariants: { Positive: "refs > 0" },
  });
  const take = stage.step("umount", "take", "spin_lock(&mount_lock)");
  const done = stage.step("umount", "done");
  const put = stage.step("closer", "put", "mntput(file->f_path.mnt)", "closer_put");
  const held = (released: number): Value =>
    makeFunction(names.map((name, i) => [name, i >= released] as const));
  const pc = (umount: string, released: number): Value =>
    makeFunction([
      ["umount", umount] as const,
      ...names.map((name, i) => [name, i < released ? "Done" : "put"] as const),
    ]);
  const count = names.length;
  const steps: (readonly [Action, Readonly<Record<string, Value>>])[] = [
    [take("umount"), { lock: "umount", pc: pc("done", 0) }],
    ...names.map(
      (name, i) =>
        [put(name), { refs: count - i - 1, "closer.held": held(i + 1), pc: pc("done", i + 1) }] as const,
    ),
    [done("umount"), { seen: makeSet(Array.from({ length: 30 }, (_, i) => i * 10)), pc: pc("Done", count) }],
  ];
  const trace = stage.trace(
    { pc: pc("take", 0), refs: count, lock: "none", "closer.held": held(0), seen: makeSet([]) },
    steps,
  );
  const explanation = {
    conjunct: "refs > 0",
    span: stage.at("refs > 0"),
    parts: [{ text: "refs", value: 0 }],
  };
  return { stage, trace, violated: violation("invariant", trace, { property: "Positive", explanation }) };
}

/** A plain TLA+ module: two actions with arguments. */
export function ring(): { stage: Stage; send: Action; trace: TraceState[]; violated: Violation } {
  const source = `---- MODULE Ring ----
EXTENDS Naturals
Send(p) == x
Recv(p, m) == y
TypeOK == /\\ x \\in Nat   \\* never negative
          /\\ y # 2
====
`;
  const body = `/\\ x \\in Nat   \\* never negative
          /\\ y # 2`;
  const stage = new Stage("Ring.tla", source, {
    variables: ["x", "y", "msgs"],
    invariants: { TypeOK: body },
  });
  const ack = makeRecord([
    ["type", "ack"],
    ["to", 1],
  ]);
  const send = stage.action("Send", { p: 1 });
  const trace = stage.trace({ x: makeTuple([0, 0]), y: 1, msgs: makeSet([]) }, [
    [send, { msgs: makeSet([ack]), x: makeTuple([0, 1]) }],
    [stage.action("Recv", { p: 1, m: ack }), { msgs: makeSet([]), y: 2 }],
  ]);
  const explanation = {
    conjunct: "y # 2",
    span: stage.at("y # 2"),
    parts: [
      { text: "y", value: 2 },
      { text: "2", value: 2 },
    ],
  };
  return { stage, send, trace, violated: violation("invariant", trace, { property: "TypeOK", explanation }) };
}
