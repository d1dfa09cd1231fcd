/** Whole reviews of small specs: one patch for each verdict, and what is shown as evidence. */
import { describe, expect, test } from "vitest";
import { labelOf } from "../../src/explore/shared-behaviour.js";
import type { Race } from "../../src/review/types.js";
import { mailOf, reviewText, verdictsOf } from "./kit.js";
import { TORN, VERDICTS } from "./specs.js";

const steps = (race: Race | null) =>
  race?.violation.trace.flatMap(({ action }) => (action === null ? [] : [labelOf(action)]));

describe("a patch for each verdict", () => {
  test("all seven", async () => {
    const review = await reviewText({ text: VERDICTS, properties: ["Good"] });
    expect(verdictsOf(review)).toEqual([
      "fixing Good: fixes",
      "hiding Good: hides",
      "moving Good: partial",
      "breaking Good: breaks",
      "stopping Good: vacuous",
      "idle Good: no effect",
      "failing Good: unknown",
    ]);
    expect(review.ok).toBe(false);
  });

  test("hides shows what survives, and base's own way there", async () => {
    const { verdicts } = await reviewText({ text: VERDICTS, properties: ["Good"], patches: ["hiding"] });
    const [{ race, baseRace, cells }] = verdicts as [(typeof verdicts)[number]];
    expect(cells.map(({ base, patched }) => `${base} ${patched}`)).toEqual([
      "holds holds",
      "violated holds",
      "violated violated",
    ]);
    expect(race?.cell.scenario).toBe("y");
    expect(steps(race)).toEqual(["p.one_fixed", "p.two"]);
    expect(baseRace?.cell).toEqual({ patch: null, scenario: "y", memory: "sc" });
    expect(steps(baseRace)).toEqual(["p.one", "p.two"]);
  });

  test("partial and breaks show theirs", async () => {
    const { verdicts } = await reviewText({
      text: VERDICTS,
      properties: ["Good"],
      patches: ["moving", "breaking"],
    });
    expect(verdicts.map(({ race }) => steps(race))).toEqual([
      ["p.one_fixed", "p.two_early", "q.go", "q.fin"],
      ["p.one", "p.two", "p.end_broken"],
    ]);
    expect(verdicts.map(({ baseRace }) => baseRace)).toEqual([null, null]);
  });

  test("why a cell is undecided or vacuous is told", async () => {
    const { verdicts } = await reviewText({
      text: VERDICTS,
      properties: ["Good"],
      patches: ["stopping", "failing"],
      scenarios: ["x"],
    });
    expect(verdicts[0]?.cells[0]?.why).toBe("witness Ends is no longer reached");
    const failing = await reviewText({
      text: VERDICTS,
      properties: ["Good"],
      patches: ["failing"],
      scenarios: ["default"],
    });
    expect(failing.verdicts[0]?.cells[0]?.why).toMatch(/^E\d{3}: .*\(spec\.qsc:\d+:\d+\)$/);
  });
});

describe("columns", () => {
  test("deadlock and assertions are columns like properties", async () => {
    const review = await reviewText({ text: VERDICTS, patches: ["stopping"] });
    expect(verdictsOf(review)).toEqual([
      "stopping Good: vacuous",
      "stopping deadlock: breaks",
      "stopping assertions: vacuous",
    ]);
  });

  test("a failed assertion does not keep the others from being checked", async () => {
    const text = `spec a
extends Naturals
var n = 0
process p = "p" { one: n := 1; two: n := 2; }
process q = "q" { look: skip; }
invariant Small == n < 2
patch checked { replace q.look { look: assert n = 0; } }
`;
    const review = await reviewText({ text });
    expect(verdictsOf(review)).toEqual([
      "checked Small: no effect",
      "checked deadlock: no effect",
      "checked assertions: breaks",
    ]);
    expect(steps(review.verdicts[2]!.race)).toEqual(["p.one"]);
    expect(mailOf(review)).toMatch(/^ {4}assertion `.*n = 0.*` \(spec\.qsc:7:\d+\) fails$/m);
  });

  test("a property that only the patch has is no part of the comparison, but has to hold", async () => {
    const text = (bound: number) => `spec b
extends Naturals
var n = 0
process p = "p" { one: n := 1; two: n := 2; }
patch more { invariant Small == n < ${bound} }
`;
    const good = await reviewText({ text: text(3), properties: ["Small"] });
    expect(verdictsOf(good)).toEqual(["more Small: new"]);
    expect(good.ok).toBe(true);
    const bad = await reviewText({ text: text(2), properties: ["Small"] });
    expect(bad.ok).toBe(false);
    expect(mailOf(bad)).toMatch(/^more +Small +new +brought by the patch, violated in default$/m);
  });
});

describe("limits", () => {
  test("leave columns undecided, and say why", async () => {
    const review = await reviewText({
      text: VERDICTS,
      patches: ["fixing"],
      properties: ["Good"],
      maxStates: 2,
    });
    expect(verdictsOf(review)).toEqual(["fixing Good: unknown"]);
    expect(mailOf(review)).toContain("more than 2 states");
  });
});

describe("where to hold up a process", () => {
  test("between the two reads, while the other moves its reference", async () => {
    const review = await reviewText({ text: TORN });
    expect(verdictsOf(review)[0]).toBe("lockless NeverLess: breaks");
    const [window] = review.verdicts[0]!.race!.windows;
    expect(window?.kind).toBe("between");
    expect(window?.instance.name).toBe("umount");
    expect([window?.after?.step?.name, window?.before.step?.name]).toEqual(["first", "second"]);
    expect(window?.others.map(({ name }) => name)).toEqual(["holder"]);
    expect(mailOf(review).replace(/\s+/g, " ")).toContain(
      "delay umount between `count += cnt[0]` and `count += cnt[1]` (fs/namespace.c:mnt_get_count): holder must run there",
    );
  });

  test("of work left undone: whoever comes too late", async () => {
    const text = `spec late
var done = FALSE, asked = FALSE, ret = "none"
process user = "user" { ask: asked := TRUE; }
process worker = "kworker" { rest work "__fput()" from "fs/file_table.c:delayed_fput": await asked; done := TRUE; }
process shell = "shell" { umount: await done; ret := "ok"; }
invariant NeverBusy == ret # "EBUSY"
patch hasty { replace shell.umount { hasty: await asked; ret := IF done THEN "ok" ELSE "EBUSY"; } }
`;
    const { verdicts } = await reviewText({ text });
    const windows = verdicts[0]!.race!.windows.map(({ kind, instance, others }) => ({
      kind,
      who: instance.name,
      others: others.map(({ name }) => name),
    }));
    expect(windows).toEqual([{ kind: "pending", who: "worker", others: ["shell"] }]);
  });
});
