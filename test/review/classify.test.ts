/** The table of verdicts, on made-up outcomes. */
import { describe, expect, test } from "vitest";
import { isGood, outcomeOf, surviving, verdictOf } from "../../src/review/classify.js";
import type { CellReport, ComparisonReport, Judged, Outcome } from "../../src/review/types.js";

const LETTERS: Readonly<Record<string, Outcome | null>> = {
  H: "holds",
  V: "violated",
  v: "vacuous",
  U: "unknown",
  "-": null,
};

/** `VH HH`: base and patched outcome of each cell. */
function cells(table: string): readonly Judged[] {
  return table.split(" ").map((pair, cell) => ({
    cell,
    base: LETTERS[pair[0]!]!,
    patched: LETTERS[pair[1]!]!,
    why: null,
  }));
}

const ANSWERS: Readonly<Record<ComparisonReport["answer"]["kind"], ComparisonReport["answer"]>> = {
  shared: { kind: "shared", path: [], base: [], assertion: null },
  different: { kind: "different" },
  unknown: { kind: "unknown", why: "a limit" },
};

function answers(
  ...kinds: ComparisonReport["answer"]["kind"][]
): readonly Pick<ComparisonReport, "answer">[] {
  return kinds.map((kind) => ({ answer: ANSWERS[kind] }));
}

describe("verdicts", () => {
  test.each([
    ["HH HH", "no effect"],
    ["VV HH", "no effect"],
    ["VV VV", "no effect"],
    ["VH HH", "fixes"],
    ["VH VH", "fixes"],
    // Where base held, too: the cell is not as on base.
    ["VH Hv", "vacuous"],
    ["HV HH", "breaks"],
    ["Vv HH", "vacuous"],
    ["HU HH", "unknown"],
    ["UH HH", "unknown"],
    ["UU VH", "unknown"],
    ["-H -H", "new"],
    ["-V -H", "new"],
    ["Hv HH", "vacuous"],
  ])("%s: %s", (table, verdict) => {
    expect(verdictOf(cells(table), [])).toBe(verdict);
    expect(surviving(cells(table))).toEqual([]);
  });

  test.each([
    ["HV UH Vv VH VV", "breaks"],
    ["VU Vv VH VV", "unknown"],
    ["Vv VH VV", "vacuous"],
  ])("the first that matches counts: %s is %s", (table, verdict) => {
    expect(verdictOf(cells(table), answers("shared"))).toBe(verdict);
  });

  test("what survives in some cells is hidden if base has it too, else partly repaired", () => {
    const table = cells("VH VV VV HH");
    expect(surviving(table).map(({ cell }) => cell)).toEqual([1, 2]);
    expect(verdictOf(table, answers("different", "shared"))).toBe("hides");
    expect(verdictOf(table, answers("different", "different"))).toBe("partial");
    expect(verdictOf(table, answers("unknown", "different"))).toBe("unknown");
  });

  test("only fixes and no effect end well; a new property has to hold", () => {
    const good = (verdict: Parameters<typeof isGood>[0]["verdict"], table: string) =>
      isGood({ verdict, cells: cells(table) });
    expect(good("fixes", "VH")).toBe(true);
    expect(good("no effect", "VV")).toBe(true);
    expect(good("new", "-H")).toBe(true);
    for (const verdict of ["breaks", "unknown", "vacuous", "hides", "partial"] as const) {
      expect(good(verdict, "VV")).toBe(false);
    }
    expect(good("new", "-V")).toBe(false);
    expect(good("new", "-U")).toBe(false);
  });
});

describe("the outcome of a cell", () => {
  const column = { kind: "property", name: "P" } as const;
  const report = (changes: Partial<CellReport> = {}): CellReport => ({
    cell: { patch: null, scenario: null, memory: "sc" },
    findings: { P: { kind: "holds" } },
    witnesses: { W: true },
    antecedents: { P: [{ text: "a", reached: true }] },
    views: {},
    states: { generated: 1, distinct: 1, depth: 1 },
    seconds: 0,
    stop: { kind: "complete" },
    collisionProbability: null,
    buffer: null,
    constraints: [],
    asserted: false,
    steps: {},
    ...changes,
  });

  test("what holds as in base holds", () => {
    expect(outcomeOf(column, report(), report())).toEqual({ outcome: "holds", why: null });
  });

  test("a witness out of reach makes it vacuous, if base reaches it", () => {
    const patched = report({ witnesses: { W: false } });
    expect(outcomeOf(column, patched, report())).toEqual({
      outcome: "vacuous",
      why: "witness W is no longer reached",
    });
    expect(outcomeOf(column, patched, report({ witnesses: { W: false } }))?.outcome).toBe("holds");
  });

  test("so does the invariant's own left side, and no other's", () => {
    const dead = [{ text: "a", reached: false }];
    expect(outcomeOf(column, report({ antecedents: { P: dead } }), report())).toEqual({
      outcome: "vacuous",
      why: "`a` is never true any more",
    });
    const other = report({ antecedents: { P: [{ text: "a", reached: true }], Q: dead } });
    expect(outcomeOf(column, other, report())?.outcome).toBe("holds");
  });

  test("a violation is one even if witnesses are lost; a limit leaves it unknown", () => {
    const violated = report({ findings: { P: { kind: "violated", path: [] } }, witnesses: { W: false } });
    expect(outcomeOf(column, violated, report())?.outcome).toBe("violated");
    const unknown = report({ findings: { P: { kind: "unknown", why: "a limit" } } });
    expect(outcomeOf(column, unknown, report())).toEqual({ outcome: "unknown", why: "a limit" });
    expect(outcomeOf(column, report({ findings: {} }), report())).toBeNull();
  });
});
