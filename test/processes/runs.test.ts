/** Scripted runs: what they name, and what becomes of their conditions. */
import { describe, expect, it } from "vitest";
import { followScript } from "../../src/index.js";
import { loadSpec, type PrepareOptions } from "../../src/semantics/prepare.js";
import { failure, finder, prepared, sourceOf } from "./support.js";

const spec = `extends Integers
shared var x = 0
procedure put(n) { put: x := n; return }
process p \\in {1, 2} on cpu = self var l = 0 { a: l := x; b: call put(self) }
process q = 3 on cpu = 1 { c: x := 4 }
const CPU = {1, 2}
invariant Small == x < 9
`;

describe("a run", () => {
  it("keeps its items as written, with their conditions resolved", () => {
    const { model } = prepared(`${spec}run r "a title" == {
      start where p[1].l = 0;
      p[1].a where p[1].l = 0; q.c; memory[1].flush;
      put[1 + 1].put; assert Small   /\\ x
        # 0 }`);
    const [run] = model.runs;
    expect(run).toMatchObject({ name: "r", title: "a title" });
    expect(
      run!.items.map((item) =>
        item.kind === "step"
          ? [item.process, item.step, item.self?.kind ?? null, item.text]
          : [item.kind, item.text],
      ),
    ).toEqual([
      ["start", "start where p[1].l = 0"],
      ["p", "a", "literal", "p[1].a where p[1].l = 0"],
      ["q", "c", null, "q.c"],
      ["memory", "flush", "literal", "memory[1].flush"],
      ["put", "put", "native", "put[1 + 1].put"],
      ["assert", "assert Small /\\ x # 0"],
    ]);
  });

  it.each([
    ["p[1].x", "P075 9:17 process p has no step `x`"],
    ["w.a", "P075 9:12 there is no process or procedure `w`"],
    ["p.a", "P076 9:12 process p has several instances, so a run says which one takes the step"],
    ["q[3].c", "P076 9:14 process q has one instance, so its steps take no index"],
    [
      "put.put",
      "P076 9:12 several processes may be in procedure put, so a run says which one takes the step",
    ],
    ["memory.flush", "P076 9:12 every CPU has a buffer, so a run says whose store becomes visible"],
    ["memory[1].drain", "P075 9:22 memory has no step `drain`"],
    ["a", "P075 9:12 a run of a spec with processes names steps as `p.a`"],
    ["p[1].a where l = 0", "P041 9:25 `l` is a local of process p and not seen here under that name"],
    [
      "p[x].a",
      "M037 9:14 what takes a step in a run must be a constant expression, but this is a state expression (it depends on variables)",
    ],
    [
      "assert x' = 1",
      "M037 9:19 a condition in a run speaks of one state, but this is an action (it has primes)",
    ],
  ])("names what there is: %s", (item, message) => {
    expect(failure(() => prepared(`${spec}run r == { ${item} }`))).toEqual([message]);
  });

  it("of a spec without processes names its actions", () => {
    const plain = "var x = 0\nIncrease(n) == x' = n\nNext == \\E n \\in {1, 2} : Increase(n)\n";
    const { model } = prepared(`${plain}run r == { Increase(1); Next }`);
    expect(
      model.runs[0]!.items.map((item) => item.kind === "step" && [item.process, item.args.length]),
    ).toEqual([
      [null, 1],
      [null, 0],
    ]);
    expect(failure(() => prepared(`${plain}run r == { Increase; Decrease; x.Next }`))).toEqual([
      "P076 5:12 `Increase` takes 1 argument, here it is given 0",
      "P075 5:22 there is no action `Decrease`",
      "P075 5:32 there is no process or procedure `x`",
    ]);
  });

  it("may name steps that a patch has taken away", () => {
    const patched = `${spec}patch other { replace q.c { d: x := 5 } }\nrun r == { q.c }`;
    expect(failure(() => prepared(patched))).toEqual([]);
    expect(failure(() => prepared(patched, { patch: "other" }))).toEqual([]);
  });
});

describe("what the spec says of the kernel", () => {
  it("comes with the model", () => {
    expect(prepared(`${spec}kernel "v6.12"`).model.kernel).toBe("v6.12");
    expect(prepared(spec).model.kernel).toBeNull();
  });
});

describe("what the spec says of memory", () => {
  it("comes with the model", () => {
    const memory = (options: Parameters<typeof prepared>[1]) => {
      const { variable, ...rest } = prepared(spec, options).model.memory;
      return { ...rest, variable: variable?.display ?? null };
    };
    expect(memory({})).toEqual({ model: "sc", buffer: 3, shared: ["x"], variable: null });
    expect(memory({ memory: "tso", buffer: 1 })).toEqual({
      model: "tso",
      buffer: 1,
      shared: ["x"],
      variable: "store buffers",
    });
  });
});

describe("a run of a variant", () => {
  const varied = `extends Integers
const P = model {a, b, c}
var x = 0
process p \\in P var l = 0 { s: x := x + 1 }
process q = 1 var r = 0 { t: r := x }
scenario two { const P = model {a, b} }
patch simpler { process q = 1 { u: x := x } }
run all == { p[a].s; p[c].s; assert q.r = 0 }
`;
  const itemsOf = (units: string, options: PrepareOptions = {}) =>
    prepared(units, options).model.runs[0]!.items.map((item) =>
      item.kind === "meaningless" ? `${item.error.code} ${item.error.message}` : item.text,
    );

  it("is kept where it names what a scenario or a patch takes away", () => {
    expect(itemsOf(varied)).toEqual(["p[a].s", "p[c].s", "assert q.r = 0"]);
    expect(itemsOf(varied, { scenario: "two" })).toEqual(["p[a].s", "S001 unknown name c", "assert q.r = 0"]);
    expect(itemsOf(varied, { patch: "simpler" })).toEqual([
      "p[a].s",
      "p[c].s",
      "P039 process q has no local `r`",
    ]);
  });

  it("is not where the spec itself lacks it", () => {
    const wrong = `${varied}run bad == { assert q.z = nowhere }`;
    expect(failure(() => prepared(wrong))).toEqual(["P039 10:23 process q has no local `z`"]);
  });

  it("stops where it means nothing", async () => {
    const loaded = loadSpec(sourceOf(varied), finder({}));
    const scripted = await followScript(loaded, "all", { scenario: "two" });
    expect(scripted!.found).toMatchObject({
      kind: "stopped",
      item: 1,
      reason: { kind: "error", error: { code: "S001" } },
      trace: [{}, {}],
    });
  });
});
