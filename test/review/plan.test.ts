/** Which cells and columns a review has, and what is wrong with one that cannot be made. */
import { describe, expect, test } from "vitest";
import { standardOnly } from "../../src/modules/load.js";
import { planReview, type ReviewOptions, type ReviewPlan } from "../../src/review/index.js";
import { loadSpec } from "../../src/semantics/prepare.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { Source } from "../../src/syntax/source.js";
import { SHARED, TORN, VERDICTS } from "./specs.js";

function plan(text: string, options: Partial<ReviewOptions> = {}, other?: string): ReviewPlan {
  const load = (name: string, content: string) => loadSpec(new Source(name, content), standardOnly);
  const against = other === undefined ? null : load("other.qsc", other);
  return planReview(
    { base: load("spec.qsc", text), against },
    { file: "spec.qsc", ...(against && { against: "other.qsc" }), ...options },
  );
}

const rows = ({ cells }: ReviewPlan) =>
  cells.map(({ patch, scenario, memory }) => `${patch ?? "base"} ${scenario ?? "default"} ${memory}`);

function codes(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (thrown) {
    if (thrown instanceof SpecError)
      return thrown.diagnostics.map(({ code, message }) => `${code} ${message}`);
    throw thrown;
  }
  return [];
}

describe("cells", () => {
  test("base first, then the patches; the defaults, then the scenarios", () => {
    expect(rows(plan(VERDICTS, { patches: ["idle", "fixing"], scenarios: ["y", "default"] }))).toEqual([
      "base default sc",
      "base y sc",
      "fixing default sc",
      "fixing y sc",
      "idle default sc",
      "idle y sc",
    ]);
  });

  test("no defaults where a constant has no value", () => {
    const open = VERDICTS.replace("const X = FALSE", "const X").replace(
      "const Y = TRUE",
      "const Y = TRUE const X = FALSE",
    );
    expect(plan(open).scenarios.map(({ name }) => name)).toEqual(["x", "y"]);
  });

  test("memory: a scenario's own, else sc and what expectations name, where words are shared", () => {
    expect(rows(plan(SHARED)).slice(0, 5)).toEqual([
      "base default sc",
      "base default weak",
      "base plain sc",
      "base plain weak",
      "base strong sc",
    ]);
    expect(rows(plan(SHARED, { memories: ["weak", "tso"], scenarios: ["strong"] }))).toEqual([
      "base strong tso",
      "base strong weak",
      "idle strong tso",
      "idle strong weak",
    ]);
    const spec = SHARED.replace("shared var", "memory tso\nshared var");
    expect(rows(plan(spec, { scenarios: ["plain"], patches: ["idle"] })).slice(0, 3)).toEqual([
      "base plain sc",
      "base plain tso",
      "base plain weak",
    ]);
  });

  test("columns: the invariants, deadlock, assertions, or those asked for", () => {
    const keys = ({ columns }: ReviewPlan) =>
      columns.map((column) => (column.kind === "property" ? column.name : column.kind));
    expect(keys(plan(VERDICTS))).toEqual(["Good", "deadlock", "assertions"]);
    expect(keys(plan(VERDICTS, { properties: ["deadlock"] }))).toEqual(["deadlock"]);
  });

  test("of the kernel version the report can tell", () => {
    expect(plan(TORN).kernel).toBe("v6.1");
  });
});

describe("another spec in place of patches", () => {
  const other = VERDICTS.replace("spec tiny", "spec fixed")
    .replace("invariant Good", "invariant Better")
    .replace("scenario y", "scenario z");

  test("is reviewed in the scenarios that both have", () => {
    const reviewed = plan(VERDICTS, {}, other);
    expect(rows(reviewed)).toEqual(["base default sc", "base x sc", "fixed default sc", "fixed x sc"]);
    expect(reviewed.missing).toEqual([
      { name: "Good", file: "other.qsc" },
      { name: "Better", file: "spec.qsc" },
      { name: "scenario y", file: "other.qsc" },
      { name: "scenario z", file: "spec.qsc" },
    ]);
  });

  test("goes by its file's name if the specs bear one name", () => {
    expect(plan(VERDICTS, {}, VERDICTS).patches.map(({ name }) => name)).toEqual(["other.qsc"]);
  });

  test("excludes patches, and needs a scenario in common", () => {
    expect(codes(() => plan(VERDICTS, { patches: ["idle"] }, other))).toEqual([
      "P091 patches of the spec cannot be reviewed together with another spec",
    ]);
    const apart = other.replace("const X = FALSE", "const X").replace("scenario x", "scenario w");
    expect(codes(() => plan(VERDICTS, {}, apart))).toEqual([
      "P093 tiny and fixed have no scenario in common",
    ]);
  });
});

describe("what cannot be reviewed", () => {
  test("a spec without patches", () => {
    expect(codes(() => plan('spec s\nvar n = 0\nprocess p = "p" { a: n := 1; }\n'))).toEqual([
      "P090 s has no patch to review",
    ]);
  });

  test("names that do not exist, all of them at once", () => {
    expect(codes(() => plan(VERDICTS, { patches: ["fixin"], scenarios: ["z"] }))).toEqual([
      "P004 tiny has no patch `fixin`",
      "P003 tiny has no scenario `z`",
    ]);
    const requirements = [
      { verdict: "fixes", patch: "fixin", property: "Good" },
      { verdict: "fixes", patch: "fixing", property: "Goo" },
    ] as const;
    expect(codes(() => plan(VERDICTS, { properties: ["God", "deadlok"] }))).toEqual([
      "P092 there is no property `God` in tiny",
      "P092 there is no property `deadlok` in tiny",
    ]);
    expect(codes(() => plan(VERDICTS, { requirements }))).toEqual([
      "P092 there is no patch `fixin` under review",
      "P092 there is no property `Goo` under review",
    ]);
  });

  test("a scenario that leaves a constant open", () => {
    const open = VERDICTS.replace("const X = FALSE", "const X");
    expect(codes(() => plan(open)).join()).toMatch(/^[MP]\d+ constant X has no value/);
  });

  test("no scenario at all", () => {
    const none = TORN.replace("var cnt", "const N\nvar cnt");
    expect(codes(() => plan(none))).toEqual([
      "P093 torn has constants without a value, and no scenario that gives them one",
    ]);
  });
});
