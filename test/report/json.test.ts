import { describe, expect, test } from "vitest";
import { resultToJson } from "../../src/report/index.js";
import { makeFunction } from "../../src/values/index.js";
import { result, Stage, violation } from "./make.js";
import { crowd, ring } from "./stages.js";
import * as torn from "./torn-sum.js";

const about = { file: "specs/mount/torn_sum.qsc", scenario: null, patch: "sum_twice" };

describe("resultToJson", () => {
  const json = resultToJson(
    result({ violations: [torn.violated], seconds: 0.12345 }),
    torn.stage.model,
    about,
  );

  test("has the fields of version 1 in their order", () => {
    expect(Object.entries({ ...json, trace: json.trace.length, violations: json.violations.length })).toEqual(
      [
        ["version", 1],
        ["file", "specs/mount/torn_sum.qsc"],
        ["scenario", null],
        ["patch", "sum_twice"],
        ["verdict", "invariant"],
        ["property", "SyncClean"],
        ["states", { initial: 1, generated: 31, distinct: 20, depth: 9 }],
        ["memory", null],
        ["seconds", 0.123],
        ["engine", "reference"],
        ["workers", 1],
        ["trace", 9],
        ["loopStart", null],
        ["violations", 1],
        ["falsified", []],
        ["reduction", null],
        ["simulation", null],
        ["warnings", []],
      ],
    );
    expect(Object.keys(json.states)).toEqual(["initial", "generated", "distinct", "depth"]);
  });

  test("says of each violation which conjunct is false, and what its parts are worth", () => {
    expect(json.violations).toEqual([
      {
        verdict: "invariant",
        property: "SyncClean",
        states: 9,
        conjunct: 'ret = "ok" => Refs <= 2',
        parts: [
          { text: "ret", value: "ok" },
          { text: "Refs", value: { "#bigint": "3" } },
        ],
        conjuncts: [],
      },
    ]);
  });

  test("gives states under the spec's own names, values as ITF", () => {
    expect(json.trace[0]).toEqual({
      step: null,
      state: {
        pc: { holder: "get", umount: "take" },
        mnt_count: {
          "#map": [
            [{ "#bigint": "0" }, { "#bigint": "2" }],
            [{ "#bigint": "1" }, { "#bigint": "0" }],
            [{ "#bigint": "2" }, { "#bigint": "1" }],
          ],
        },
        mount_lock: "none",
        ret: "none",
        "umount.cpu": { "#bigint": "2" },
        "umount.sum": { "#bigint": "0" },
        "holder.cpu": { "#bigint": "0" },
      },
    });
  });

  test("gives steps with process, identity, C text and place", () => {
    expect(json.trace[1]!.step).toEqual({
      name: "take",
      process: "umount",
      self: "umount",
      c: "lock_mount_hash()",
      location: "specs/mount/torn_sum.qsc:12:3",
    });
    expect(Object.keys(json.trace[1]!.step!)).toEqual(["name", "process", "self", "c", "location"]);
  });

  test("names the process that runs a procedure's step", () => {
    const stage = new Stage(
      "x.qsc",
      'procedure mntput() { dec "dec()": skip; }\nprocess task \\in T { go: skip; }',
      {
        variables: ["pc"],
        processes: [{ name: "task", many: ["aio", "uring"] }],
      },
    );
    const dec = stage.step("mntput", "dec", "dec()", "mntput_dec");
    const pc = makeFunction([["aio", "mntput.dec"] as const, ["uring", "Done"] as const]);
    const trace = stage.trace({ pc }, [[dec("uring"), {}]]);
    const [initial, next] = resultToJson(
      result({ violations: [violation("deadlock", trace)] }),
      stage.model,
      about,
    ).trace;
    expect(initial!.state).toEqual({ pc: { aio: "mntput.dec", uring: "Done" } });
    expect(next!.step).toMatchObject({ name: "dec", process: "task", self: "uring" });
  });

  test("gives a plain action its bindings as self", () => {
    const { stage, violated } = ring();
    const { trace } = resultToJson(result({ violations: [violated] }), stage.model, about);
    expect(trace[1]!.step).toEqual({
      name: "Send",
      process: "",
      self: { p: { "#bigint": "1" } },
      c: null,
      location: "Ring.tla:3:1",
    });
    const lone = stage.trace({ x: 0, y: 0, msgs: 0 }, [[stage.action("TypeOK"), {}]]);
    const json = resultToJson(result({ violations: [violation("deadlock", lone)] }), stage.model, about);
    expect(json.trace[1]!.step!.self).toBeNull();
  });

  test("takes trace, property and loop from the first violation", () => {
    const { stage, violated, trace } = ring();
    const lasso = violation("liveness", trace, { property: "Live", loopStart: 1 });
    const json = resultToJson(result({ violations: [lasso, violated] }), stage.model, about);
    expect([json.verdict, json.property, json.loopStart, json.trace.length]).toEqual([
      "liveness",
      "Live",
      1,
      3,
    ]);
  });

  test("has no trace where nothing is violated, but a walk's behaviour", () => {
    const { stage, trace } = crowd(["aio"]);
    expect(resultToJson(result(), stage.model, about).trace).toEqual([]);
    const walk = result({ verdict: "incomplete", stop: { kind: "walk", steps: 3 }, behaviour: trace });
    expect(resultToJson(walk, stage.model, about).trace).toHaveLength(trace.length);
  });

  test("tells all warnings, with the file where there is no better place", () => {
    const unused = {
      code: "W001",
      severity: "warning" as const,
      message: "never used",
      span: torn.stage.at("Refs"),
    };
    const skipped = { code: "M020", severity: "warning" as const, message: "PROPERTY is skipped" };
    const json = resultToJson(result({ warnings: [unused] }), torn.stage.model, {
      ...about,
      warnings: [skipped],
    });
    expect(json.warnings).toEqual([
      { code: "W001", message: "never used", location: "specs/mount/torn_sum.qsc:5:38" },
      { code: "M020", message: "PROPERTY is skipped", location: "specs/mount/torn_sum.qsc" },
    ]);
  });

  test("survives JSON", () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});
