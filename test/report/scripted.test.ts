/** Scripted runs in words: how far they came, and why no further. */
import { describe, expect, test } from "vitest";
import { followScript, load } from "../../src/index.js";
import type { MemoryModel } from "../../src/modules/memory-model.js";
import { renderScripted, type ScriptedRun, scriptedToJson } from "../../src/report/index.js";
import { plainStyle } from "../../src/syntax/render.js";
import { finderOf } from "../support/model.js";

const SPEC = `spec queue
extends Naturals, Sequences
const MOST = 3
shared var box = 0
var got = << >>

process sender \\in {"a", "b"} {
  pick: with (n \\in 1..MOST) { got := Append(got, n) };
  send "box = n": box := Len(got);
  over: assert Len(got) < 2;
}

process reader = "r" var seen = 0 {
  look "n = box": seen := box;
  divide: seen := 1 \\div seen;
}
`;

async function ran(items: string, memory: MemoryModel = "sc", spec = SPEC): Promise<ScriptedRun> {
  const loaded = load({ text: `${spec}run it "as it was seen" == { ${items} }\n` });
  const scripted = await followScript(loaded, "it", { memory });
  if (scripted === null) throw new Error("there is no run");
  return scripted;
}

const report = (scripted: ScriptedRun) =>
  renderScripted(scripted, { scenario: null, patch: null, trace: "race", width: 75, style: plainStyle });

const message = (scripted: ScriptedRun) =>
  scriptedToJson(scripted, { file: "spec.qsc", scenario: null, patch: null }).stopped?.message;

test("a run that can be taken", async () => {
  const scripted = await ran(
    'sender["a"].pick where got = <<2>>; sender["a"].send; reader.look; assert reader.seen = 1',
  );
  expect(report(scripted)).toMatch(/^queue runs it: 3 steps taken, 1 assertion true\n {2}as it was seen\n\n/);
  expect(report(scripted)).toContain("// got = <<2>>");
  expect(scriptedToJson(scripted, { file: "q.qsc", scenario: null, patch: null })).toMatchObject({
    version: 1,
    run: "it",
    verdict: "ok",
    stopped: null,
  });
});

describe("why a run stops", () => {
  test.each([
    ['sender["a"].send', 1, 'sender["a"].send cannot be taken here; sender["a"] is at pick; possible: '],
    ['sender["c"].pick', 1, 'sender has no instance "c"; there are sender["a"], sender["b"]'],
    ["start where box = 3; reader.look", 1, "there is no initial state in which this is true"],
    [
      'sender["a"].pick where got = <<7>>',
      1,
      'sender["a"].pick where got = <<7>>: the step can be taken, but never so that this is true',
    ],
    ["reader.look; assert reader.seen = 1", 2, "the assertion is false"],
    ["memory[1].flush", 1, "every store is visible at once here, so memory has no step; try `--memory tso`"],
  ])("%s", async (items, item, expected) => {
    const scripted = await ran(items);
    expect(message(scripted)).toContain(expected);
    expect(scripted.found).toMatchObject({ kind: "stopped", item: item - 1 });
    const text = report(scripted);
    expect(text).toContain(`it stops at item ${item} of `);
    expect(text).toMatch(/^spec\.qsc:\d+:\d+: /m);
    expect(text.split("\n").filter((line) => line.length > 75)).toEqual([]);
  });

  test("a step that a patch took away", async () => {
    const text = `${SPEC}patch gone { replace reader.look { lok: skip; } }\nrun it == { reader.look }\n`;
    const scripted = await followScript(load({ text }), "it", { patch: "gone" });
    expect(message(scripted!)).toBe("reader has no step look; did you mean lok?");
  });

  test("memory's own reasons", async () => {
    const [none, nothing] = [await ran("memory[7].flush", "tso"), await ran('memory["a"].flush', "tso")];
    expect(message(none)).toMatch(/^no CPU 7 has a store buffer; there are /);
    expect(message(nothing)).toBe("no store waits to become visible there");
  });

  test("an evaluation that fails, and an assertion of the spec itself", async () => {
    const divided = await ran("reader.look; reader.divide");
    expect(report(divided)).toMatch(/error E\d{3}: /);
    expect(report(divided)).toContain("^-- the evaluation fails");
    const asserted = await ran(
      'sender["a"].pick; sender["b"].pick; sender["a"].send; sender["a"].over; sender["b"].send',
    );
    expect(report(asserted)).toContain("^-- the assertion fails");
    expect(scriptedToJson(asserted, { file: "q", scenario: null, patch: null })).toMatchObject({
      verdict: "assert",
      stopped: { item: 4, reason: "error" },
    });
  });

  test("a constant without a value that makes sense", async () => {
    const scripted = await ran(
      "reader.look",
      "sc",
      SPEC.replace("const MOST = 3", "const MOST = 3 where MOST = 4"),
    );
    expect(message(scripted)).toMatch(/^the assumption .* is false$/);
  });

  test("false assertions are blamed at the end of the race", async () => {
    expect(report(await ran("reader.look; assert reader.seen = 1"))).toMatch(
      /\^-- false: reader\.seen = 1\n +reader\.seen = 0$/,
    );
  });
});

test("actions of a plain module are named with their arguments", async () => {
  const module = `---- MODULE Plain ----
EXTENDS Naturals
VARIABLE x
Init == x = 0
Add(n) == x < 2 /\\ x' = x + n
Next == \\E n \\in 1..2 : Add(n)
====
`;
  const loaded = load({
    text: "spec around\nextends Plain\nrun it == { Add(2); Add(1) }\nrun other == { Add(3) }\n",
    find: finderOf({ Plain: module }),
  });
  expect(message((await followScript(loaded, "it", {}))!)).toBe(
    "Add(1) cannot be taken here; no step is possible",
  );
  expect(message((await followScript(loaded, "other", {}))!)).toBe(
    "Add(3) cannot have these arguments; there are Add(1), Add(2)",
  );
});
