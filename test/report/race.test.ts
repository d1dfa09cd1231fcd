import { describe, expect, test } from "vitest";
import { makeFunction, makeSet, makeTuple, modelValue, type Value } from "../../src/values/index.js";
import { report, text } from "./kit.js";
import { result, Stage, violation } from "./make.js";
import { crowd, ring } from "./stages.js";
import * as torn from "./torn-sum.js";

describe("processes in columns", () => {
  test("two, with their CPUs", () => {
    expect(report(torn.stage, torn.violated)).toBe(text`
SyncClean is violated: 9 states, 8 steps

invariant SyncClean (specs/mount/torn_sum.qsc:5:11) is false in state 9:
    ret = "ok" => Refs <= 2

Initially mnt_count[0] = 2, mnt_count[1] = 0, mnt_count[2] = 1,
    mount_lock = "none", ret = "none", umount.sum = 0, holder.cpu = 0

  CPU2 (umount)                                 CPU0, then CPU1 (holder)
  -------------                                 ------------------------
  lock_mount_hash()  // mount_lock = "umount"
  count += per_cpu(mnt_count, cpu)  // sum = 2
                                                path_get(&path)
                                                    // mnt_count[0] = 3
                                                migrate_task_to(current, 1)
                                                    // cpu = 1
                                                path_put(&path)
                                                    // mnt_count[1] = -1
  count += per_cpu(mnt_count, cpu)  // sum = 1
  count += per_cpu(mnt_count, cpu)  // sum = 2
  if (count > 2) return -EBUSY  // ret = "ok"
  ^-- false: ret = "ok" => Refs <= 2
      ret = "ok", Refs = 3

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("three: a row may run on to its right", () => {
    const { stage, violated } = crowd(["aio", "uring"]);
    expect(report(stage, violated)).toBe(text`
Positive is violated: 5 states, 4 steps

invariant Positive (specs/crowd.qsc:2:11) is false in state 5:
    refs > 0

Initially refs = 2, lock = "none", closer[*].held = TRUE, seen = {}

  umount                closer["aio"]         closer["uring"]
  ------                -------------         ---------------
  spin_lock(&mount_lock)  // lock = "umount"
                        mntput(file->f_path.mnt)
                            // refs = 1, held = FALSE
                                              mntput(file->f_path.mnt)
                                                  // refs = 0, held = FALSE
  done
      // seen gains {0, 10, 20, 30, 40, 50, 60,
      //   70, ... 280, 290}
  ^-- false: refs > 0
      refs = 0

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("five: headers that are too wide take turns", () => {
    const { stage, violated } = crowd(["aio", "uring", "kthread", "delayed_work"]);
    expect(report(stage, violated, { patch: "sync_close" })).toBe(text`
Positive is violated (patch sync_close): 7 states, 6 steps

invariant Positive (specs/crowd.qsc:2:11) is false in state 7:
    refs > 0

Initially refs = 4, lock = "none", closer[*].held = TRUE, seen = {}

             closer["aio"]         closer["kthread"]
  umount                closer["uring"]       closer["delayed_work"]
  ------     ---------  ---------  ---------  ----------------------
  spin_lock(&mount_lock)  // lock = "umount"
             mntput(file->f_path.mnt)
                 // refs = 3, held = FALSE
                        mntput(file->f_path.mnt)
                            // refs = 2, held = FALSE
                                   mntput(file->f_path.mnt)
                                       // refs = 1, held = FALSE
                                              mntput(file->f_path.mnt)
                                                  // refs = 0, held = FALSE
  done
      // seen gains {0, 10, 20, 30, 40, 50, 60,
      //   70, ... 280, 290}
  ^-- false: refs > 0
      refs = 0

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("seven: names before the rows", () => {
    const { stage, violated } = crowd(["aio", "uring", "kthread", "delayed_work", "fsstress", "systemd"]);
    expect(report(stage, violated)).toBe(text`
Positive is violated: 9 states, 8 steps

invariant Positive (specs/crowd.qsc:2:11) is false in state 9:
    refs > 0

Initially refs = 6, lock = "none", closer[*].held = TRUE, seen = {}

  umount                  spin_lock(&mount_lock)  // lock = "umount"
  closer["aio"]             mntput(file->f_path.mnt)
                                // refs = 5, held = FALSE
  closer["uring"]             mntput(file->f_path.mnt)
                                  // refs = 4, held = FALSE
  closer["kthread"]             mntput(file->f_path.mnt)
                                    // refs = 3, held = FALSE
  closer["delayed_work"]          mntput(file->f_path.mnt)
                                      // refs = 2, held = FALSE
  closer["fsstress"]                mntput(file->f_path.mnt)
                                        // refs = 1, held = FALSE
  closer["systemd"]                   mntput(file->f_path.mnt)
                                          // refs = 0, held = FALSE
  umount                  done
                              // seen gains {0, 10, 20, 30, 40, 50, 60, 70,
                              //   ... 280, 290}
                          ^-- false: refs > 0
                              refs = 0

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("CPUs are identities where a constant says so", () => {
    const stage = new Stage("x.qsc", "process tick \\in CPUS { beat: skip; }\ninvariant No == n = 0", {
      variables: ["pc", "n"],
      processes: [{ name: "tick", many: [0, 1], constant: "CPUS" }],
      invariants: { No: "n = 0" },
    });
    const beat = stage.step("tick", "beat");
    const pc = makeFunction([[0, "beat"] as const, [1, "beat"] as const]);
    const trace = stage.trace({ pc, n: 0 }, [
      [beat(1), { n: 1 }],
      [beat(0), { n: 2 }],
    ]);
    expect(report(stage, violation("invariant", trace, { property: "No" }))).toContain(
      "  CPU1 (tick[1])                      CPU0 (tick[0])\n",
    );
  });

  test("values that nobody gave are not told", () => {
    const stage = new Stage("x.qsc", 'procedure put(n) { dec: skip; }\nprocess a = "a" { go: skip; }', {
      variables: ["put_n as put.n", "x"],
      processes: [{ name: "a", one: "a" }],
    });
    const go = stage.step("a", "go");
    const dec = stage.step("put", "dec");
    const unset = modelValue("defaultInitValue");
    const n = (value: Value): Value => makeFunction([["a", value] as const]);
    const trace = stage.trace({ "put.n": n(unset), x: unset }, [
      [go("a"), { "put.n": n(2) }],
      [dec("a"), { "put.n": n(unset), x: 1 }],
    ]);
    expect(report(stage, violation("deadlock", trace)).split("\n").slice(0, 7)).toEqual([
      "Deadlock: 3 states, 2 steps",
      "",
      "  a",
      "  ---",
      "  go  // n = 2",
      "  dec  // x = 1",
      "  ^-- no step is possible",
    ]);
  });

  test("values chosen by a step are told", () => {
    const put = torn.stage.step("holder", "put", "path_put(&path)");
    const [initial] = torn.trace;
    const trace = [initial!, { action: put("holder", { self: "holder", c: 2 }), values: initial!.values }];
    expect(report(torn.stage, violation("deadlock", trace))).toContain("  path_put(&path)  // with c = 2\n");
  });
});

describe("what is wrong at the end", () => {
  test("a long explanation leaves a narrow column", () => {
    const { stage, violated } = crowd(["aio", "uring", "kthread", "delayed_work"]);
    const conjunct = '\\A t \\in TASK : closer[t].held \\/ closer[t].returned \\in {"ok", "EBUSY", "ESRCH"}';
    const parts = [
      {
        text: "closer.held",
        value: makeFunction(["aio", "uring", "kthread"].map((t) => [t, false] as const)),
      },
      { text: 'closer["aio"].returned \\in {"ok", "EBUSY", "ESRCH"}', value: false },
    ];
    const trace = violated.trace.slice(0, -1);
    const more = { ...violated, trace, explanation: { conjunct, span: stage.at("refs > 0"), parts } };
    const lines = report(stage, more).split("\n");
    expect(lines.slice(lines.findIndex((line) => line.includes("^--"))).join("\n")).toBe(text`
                                              ^-- false:
    \A t \in TASK : closer[t].held \/ closer[t].returned \in {"ok",
        "EBUSY", "ESRCH"}
    closer.held = [aio |-> FALSE, kthread |-> FALSE, uring |-> FALSE],
    closer["aio"].returned \in {"ok", "EBUSY", "ESRCH"} is FALSE

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("a deadlock tells where each process waits, or that it is done", () => {
    const { stage, trace } = crowd(["aio", "uring", "kthread", "delayed_work"]);
    expect(report(stage, violation("deadlock", trace.slice(0, 3)))).toBe(text`
Deadlock: 3 states, 2 steps

Initially refs = 4, lock = "none", closer[*].held = TRUE

  umount                                      closer["aio"]
  ------                                      -------------
  spin_lock(&mount_lock)  // lock = "umount"
                                              mntput(file->f_path.mnt)
                                                  // refs = 3, held = FALSE
                                              ^-- no step is possible

In state 3:
  umount                  waits at done (specs/crowd.qsc:5:3)
  closer["aio"]           is done
  closer["delayed_work"]  waits at put "mntput(file->f_path.mnt)"
                              (specs/crowd.qsc:8:3)
  closer["kthread"]       waits at put "mntput(file->f_path.mnt)"
                              (specs/crowd.qsc:8:3)
  closer["uring"]         waits at put "mntput(file->f_path.mnt)"
                              (specs/crowd.qsc:8:3)

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("a step that may wait for ever rests", () => {
    const { stage, trace } = crowd(["aio"]);
    for (const definition of stage.model.definitions.values()) {
      if (definition.step?.name === "put") Object.assign(definition.step, { rest: true });
    }
    const out = report(stage, violation("deadlock", trace.slice(0, 2)));
    expect(out).toContain(
      '\n  umount         waits at done (specs/crowd.qsc:5:3)\n  closer["aio"]  rests at put "mntput',
    );
  });

  test("a deadlock finds the step of the right process, and of a procedure", () => {
    const source =
      'procedure put() { dec "p()": skip; }\nprocess a = "a" { go "a()": skip; }\nprocess b = "b" { go "b()": skip; dec "b2()": skip; }';
    const stage = new Stage("x.qsc", source, {
      variables: ["pc"],
      processes: [
        { name: "a", one: "a" },
        { name: "b", one: "b" },
      ],
    });
    for (const [owner, step, c] of [
      ["b", "go", "b()"],
      ["a", "go", "a()"],
      ["put", "dec", "p()"],
    ] as const) {
      stage.step(owner, step, c, `${owner}_${step}`);
    }
    const at = (a: string, b: string): string => {
      const pc = makeFunction([["a", a] as const, ["b", b] as const]);
      const out = report(stage, violation("deadlock", stage.trace({ pc }, [])));
      return out.slice(out.indexOf("In state"), out.indexOf("\n\n  31"));
    };
    expect(at("go", "go")).toBe(
      'In state 1:\n  a  waits at go "a()" (x.qsc:2:19)\n  b  waits at go "b()" (x.qsc:3:19)',
    );
    expect(at("put.dec", "dec")).toBe(
      'In state 1:\n  a  waits at dec "p()" (x.qsc:1:19)\n  b  waits at dec "p()" (x.qsc:1:19)',
    );
    expect(at("Done", "other")).toBe("In state 1:\n  a  is done\n  b  waits at other");
  });

  test("a failed assertion shows the step that fails", () => {
    const { stage, trace } = crowd(["aio"]);
    const take = stage.step("umount", "take", "spin_lock(&mount_lock)");
    const error = {
      code: "E040",
      severity: "error" as const,
      message: "an assertion is false",
      span: stage.at("lock := self"),
    };
    const failed = violation("assert", trace.slice(0, 1), { action: take("umount"), error });
    expect(report(stage, failed)).toBe(text`
An assertion fails in the first step

specs/crowd.qsc:4:34: error E040: an assertion is false
    4 |   take "spin_lock(&mount_lock)": lock := self;
      |                                  ^^^^^^^^^^^^

  umount
  ------
  spin_lock(&mount_lock)
  ^-- the assertion fails

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });
});

describe("actions of a plain module", () => {
  test("stand in one column without a header", () => {
    const { stage, violated } = ring();
    expect(report(stage, violated)).toBe(text`
TypeOK is violated: 3 states, 2 steps

invariant TypeOK (Ring.tla:5:1) is false in state 3:
    /\ x \in Nat   \* never negative
    /\ y # 2

Initially x = <<0, 0>>, y = 1, msgs = {}

  Send(p = 1)  // x[2] = 1, msgs = {[to |-> 1, type |-> "ack"]}
  Recv(p = 1, m = [to |-> 1, type |-> "ack"])  // y = 2, msgs = {}
  ^-- false: y # 2
      y = 2

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("a long set tells what it gained", () => {
    const { stage, send } = ring();
    const pair = (n: number): Value => makeTuple([n, "a message that is long"]);
    const messages = (count: number): Value => makeSet(Array.from({ length: count }, (_, i) => pair(i)));
    const trace = stage.trace({ x: 0, y: 0, msgs: messages(2) }, [[send, { msgs: messages(3) }]]);
    expect(report(stage, violation("deadlock", trace))).toContain(
      '  Send(p = 1)  // msgs gains {<<2, "a message that is long">>}\n',
    );
    expect(report(stage, violation("deadlock", trace), { trace: "prose" })).toContain(
      '1. Send(p = 1) happens (msgs gains {<<2, "a message that is long">>}).\n',
    );
    // The state that explains a deadlock is told in full.
    const out = report(stage, violation("deadlock", trace)).replace(/\s+/g, " ");
    expect(out.slice(out.indexOf("In state 2"))).toContain('<<1, "a message that is long">>, <<2');
  });

  test("violated at once", () => {
    const { stage, violated, trace } = ring();
    expect(report(stage, { ...violated, trace: trace.slice(0, 1) })).toBe(text`
TypeOK is violated in the initial state

invariant TypeOK (Ring.tla:5:1) is false in the initial state:
    /\ x \in Nat   \* never negative
    /\ y # 2

Initially y = 1

In the initial state this is false: y # 2
because y = 2

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("a deadlock shows the state", () => {
    const { stage, trace } = ring();
    expect(report(stage, violation("deadlock", trace))).toBe(text`
Deadlock: 3 states, 2 steps

Initially x = <<0, 0>>, y = 1, msgs = {}

  Send(p = 1)  // x[2] = 1, msgs = {[to |-> 1, type |-> "ack"]}
  Recv(p = 1, m = [to |-> 1, type |-> "ack"])  // y = 2, msgs = {}
  ^-- no step is possible

In state 3 no action is enabled:
    x = <<0, 1>>, y = 2, msgs = {}

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("an evaluation error shows the action that could not be evaluated", () => {
    const { stage, trace, send } = ring();
    const error = {
      code: "E012",
      severity: "error" as const,
      message: "3 is not in the domain",
      span: stage.at("x"),
    };
    expect(report(stage, violation("error", trace, { action: send, error }))).toBe(text`
Evaluation failed: 3 states, 2 steps

Ring.tla:3:12: error E012: 3 is not in the domain
    3 | Send(p) == x
      |            ^

Initially x = <<0, 0>>, y = 1, msgs = {}

  Send(p = 1)  // x[2] = 1, msgs = {[to |-> 1, type |-> "ack"]}
  Recv(p = 1, m = [to |-> 1, type |-> "ack"])  // y = 2, msgs = {}
  Send(p = 1)
  ^-- the evaluation fails

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("a lasso says where it comes back to", () => {
    const { stage, trace } = ring();
    const lasso = violation("liveness", trace, { property: "Live", loopStart: 1 });
    expect(report(stage, lasso)).toBe(text`
Live is violated: 3 states, 2 steps

Initially x = <<0, 0>>, y = 1, msgs = {}

  Send(p = 1)  // x[2] = 1, msgs = {[to |-> 1, type |-> "ack"]}
  -- from here on, again and again:
  Recv(p = 1, m = [to |-> 1, type |-> "ack"])  // y = 2, msgs = {}
  -- back to state 2

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
    expect(report(stage, { ...lasso, loopStart: 2 })).toContain("\n  -- and nothing happens any more\n");
  });

  test("a false assumption has no behaviour", () => {
    const { stage, violated } = ring();
    const model = { ...stage.model, assumptions: stage.model.invariants, invariants: [] };
    const failed = violation("assumption", [], { property: "TypeOK", explanation: violated.explanation });
    expect(report({ source: stage.source, instances: [], model }, failed)).toBe(text`
Assumption TypeOK is false

assumption TypeOK (Ring.tla:5:1) is false:
    /\ x \in Nat   \* never negative
    /\ y # 2

This is false: y # 2
because y = 2

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });
});

test("of the violations that --continue finds each property is told once", () => {
  const { stage, violated, trace } = ring();
  const out = report(stage, result({ violations: [violated, violated, violation("deadlock", trace)] }));
  expect(out.match(/^TypeOK is violated/gm)).toHaveLength(1);
  expect(out).toContain("\nDeadlock: 3 states, 2 steps\n");
  expect(out).toContain("\n1 further violation of the same properties not shown\n");
});
