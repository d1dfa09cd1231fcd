import { describe, expect, test } from "vitest";
import { makeFunction, makeTuple } from "../../src/values/index.js";
import { report, text } from "./kit.js";
import { Stage, violation } from "./make.js";
import { ring } from "./stages.js";
import * as torn from "./torn-sum.js";

describe("--trace states", () => {
  test("full states with actions and their places", () => {
    const { stage, violated } = ring();
    expect(report(stage, violated, { trace: "states" })).toBe(text`
TypeOK is violated: 3 states, 2 steps

invariant TypeOK (Ring.tla:5:1) is false in state 3:
    /\ x \in Nat   \* never negative
    /\ y # 2

State 1: <Initial predicate>
/\ x = <<0, 0>>
/\ y = 1
/\ msgs = {}

State 2: <Send(1) Ring.tla:3:1>
/\ x = <<0, 1>>
/\ y = 1
/\ msgs = {[to |-> 1, type |-> "ack"]}

State 3: <Recv(1, [to |-> 1, type |-> "ack"]) Ring.tla:4:1>
/\ x = <<0, 1>>
/\ y = 2
/\ msgs = {}

In state 3 this is false: y # 2
because y = 2

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
  });

  test("the spec's own names, steps by process", () => {
    const stage = new Stage(
      "x.qsc",
      'process a = "a" { go "lock()": skip; }\nprocess b = "b" { go "lock()": skip; }',
      {
        variables: ["pc", "a_n as a.n"],
        processes: [
          { name: "a", one: "a" },
          { name: "b", one: "b" },
        ],
      },
    );
    const go = stage.step("a", "go", "lock()", "a_go");
    stage.step("b", "go", "lock()", "b_go");
    const pc = makeFunction([["a", "go"] as const, ["b", "go"] as const]);
    const done = makeFunction([["a", "Done"] as const, ["b", "go"] as const]);
    const trace = stage.trace({ pc, "a.n": 0 }, [[go("a", { self: "a", c: 1 }), { pc: done, "a.n": 1 }]]);
    const out = report(stage, violation("deadlock", trace), { trace: "states" });
    expect(out).toContain('State 1: <Initial predicate>\n/\\ pc = [a |-> "go", b |-> "go"]\n/\\ a.n = 0\n');
    expect(out).toContain(
      'State 2: <go("a", c = 1) x.qsc:1:19>\n/\\ pc = [a |-> "Done", b |-> "go"]\n/\\ a.n = 1\n',
    );
  });

  test("long values are wrapped, never cut", () => {
    const { stage } = ring();
    const long = makeTuple(Array.from({ length: 60 }, (_, i) => i + 100));
    const trace = stage.trace({ x: long, y: 0, msgs: 0 }, []);
    const out = report(stage, violation("deadlock", trace), { trace: "states" });
    const state = out.slice(out.indexOf("/\\ x"), out.indexOf("/\\ y"));
    expect(state.replace(/\s+/g, " ")).toBe(
      `/\\ x = <<${Array.from({ length: 60 }, (_, i) => i + 100).join(", ")}>> `,
    );
    expect(
      state
        .split("\n")
        .filter((line) => line !== "")
        .slice(1)
        .every((line) => line.startsWith("      ")),
    ).toBe(true);
  });

  test("a lasso ends with where it goes on", () => {
    const { stage, trace } = ring();
    const lasso = violation("liveness", trace, { loopStart: 1 });
    expect(report(stage, lasso, { trace: "states" })).toContain("\n\nBack to state 2\n");
    expect(report(stage, { ...lasso, loopStart: 2 }, { trace: "states" })).toContain(
      "\n\nState 4: Stuttering\n",
    );
  });
});

test("--trace diff gives only what changed, control left out", () => {
  expect(report(torn.stage, torn.violated, { trace: "diff" })).toBe(text`
SyncClean is violated: 9 states, 8 steps

invariant SyncClean (specs/mount/torn_sum.qsc:5:11) is false in state 9:
    ret = "ok" => Refs <= 2

State 1: <Initial predicate>
/\ mnt_count = (0 :> 2 @@ 1 :> 0 @@ 2 :> 1)
/\ mount_lock = "none"
/\ ret = "none"
/\ umount.cpu = 2
/\ umount.sum = 0
/\ holder.cpu = 0

State 2: <take("umount") specs/mount/torn_sum.qsc:12:3>
/\ mount_lock = "umount"

State 3: <sum("umount") specs/mount/torn_sum.qsc:13:3>
/\ umount.sum = 2

State 4: <get("holder") specs/mount/torn_sum.qsc:20:3>
/\ mnt_count[0] = 3

State 5: <move("holder") specs/mount/torn_sum.qsc:21:3>
/\ holder.cpu = 1

State 6: <put("holder") specs/mount/torn_sum.qsc:22:3>
/\ mnt_count[1] = -1

State 7: <sum("umount") specs/mount/torn_sum.qsc:13:3>
/\ umount.sum = 1

State 8: <sum("umount") specs/mount/torn_sum.qsc:13:3>
/\ umount.sum = 2

State 9: <test("umount") specs/mount/torn_sum.qsc:14:3>
/\ ret = "ok"

In state 9 this is false: ret = "ok" => Refs <= 2
because ret = "ok", Refs = 3

  31 states generated, 20 distinct, depth 9, 0.1 s
`);
});

test("a step that has no state to lead to is named below the last one", () => {
  const trace = torn.trace.slice(0, 2);
  const { action } = torn.trace[2]!;
  const error = { code: "E040", severity: "error" as const, message: "an assertion is false" };
  for (const form of ["states", "diff"] as const) {
    expect(
      report(torn.stage, violation("assert", trace, { action: action!, error }), { trace: form }),
    ).toMatch(
      /\n\nThe next step, <sum\("umount"\) specs\/mount\/torn_sum\.qsc:13:3>, fails its\n {4}assertion\n\n {2}31 states/,
    );
    expect(
      report(torn.stage, violation("error", [], { action: action!, error }), { trace: form }),
    ).not.toContain("The next step");
    expect(
      report(torn.stage, violation("error", trace, { action: action!, error }), { trace: form }).replace(
        /\s+/g,
        " ",
      ),
    ).toContain(
      'The next step, <sum("umount") specs/mount/torn_sum.qsc:13:3>, cannot be evaluated 31 states',
    );
  }
});
