/** What a spec cannot say of shared memory. */
import { describe, expect, it } from "vitest";
import type { MemoryModel } from "../../src/modules/memory-model.js";
import { failure, prepared } from "./support.js";

const declared =
  "extends Integers\nconst CPU = {1, 2}\nshared var x = 0, y = 0, f = [c \\in CPU |-> 0]\nvar v = 0\n";

/** What is wrong with a process of these statements. */
function wrong(body: string, memory: MemoryModel = "tso", units = ""): readonly string[] {
  return failure(() => prepared(`${declared}${units}\nprocess p = 1 var l = 0 {\n${body}\n}`, { memory }));
}

describe("one step", () => {
  it.each([
    ["a: l := x + y", "P064 8:13 step `a` reads `x` and `y`, two words of memory"],
    ["a: await x = 0; l := f[1]", "P064 8:22 step `a` reads `x` and `f[1]`, two words of memory"],
    ["a: l := f[1] + f[2]", "P064 8:16 step `a` reads `f[1]` and `f[2]`, two words of memory"],
    ["a: rmw x := x + y", "P064 8:17 step `a` reads `x` and `y`, two words of memory"],
    [
      "a: with (i \\in CPU) { l := f[i] }; with (i \\in CPU) { await f[i] = 0 }",
      "P064 8:61 step `a` reads `f[i]` twice, and it may be two words of memory",
    ],
    ["a: await \\A i \\in CPU : f[i] = 0", "P064 8:25 step `a` reads several words of memory with `f[i]`"],
    ["a: v := f", "P064 8:9 step `a` reads several words of memory with `f`"],
    [
      "a: if (x = 0) { l := y } else { skip }; b: f[1] := 1",
      "P064 8:22 step `a` reads `x` and `y`, two words of memory",
    ],
  ])("reads one word: %s", (body, message) => {
    expect(wrong(`${body}; z: f[1] := 0`)).toEqual([message]);
    expect(wrong(`${body}; z: f[1] := 0`, "weak")).toEqual([message]);
    expect(wrong(`${body}; z: f[1] := 0`, "sc")).toEqual([]);
    expect(wrong(`atomic ${body}; z: f[1] := 0`)).toEqual([]);
  });

  it.each([
    ["a: x := x + 1"],
    ["a: x := x + 1; await x < 9; l := x"],
    ["a: x := 1; l := x + y"],
    ["a: f[1] := 2; l := f[1] + f[2]"],
    ["a: rmw x := IF x = 0 THEN 1 ELSE x"],
    ["a: f[1] := @ + 1; z: f[2] := f[1]"],
    ["a: either { l := x } or { l := y }"],
    ["a: with (i = x) { l := i; await i = 0 }"],
    ["a: await x = 0; rmw x := x + 1; l := x"],
    ["a: l := IF v = 0 THEN x ELSE x + 1"],
    ["a: l := x + v; x := 1"],
    ["a: await seen(2, x) = 0 /\\ seen(2, y) = 0; l := x"],
    ["a: l := x; z: l := y"],
  ])("may read it again: %s", (body) => {
    expect(wrong(body)).toEqual([]);
  });

  it.each([
    [
      "a: with (i \\in CPU) { f[i] := 1 }; with (i \\in CPU) { l := f[i] + f[i] }",
      "P064 8:67 step `a` reads `f[i]` twice",
    ],
    ["a: l := x + x", "P064 8:13 step `a` reads `x` twice"],
    ["a: await x = 0; l := x", "P064 8:22 step `a` reads `x` twice"],
    ["a: if (x = 0) { rmw x := 1 } else { l := x }", "P064 8:42 step `a` reads `x` twice"],
    ["a: rmw f[1] := 1; l := f[2] + f[2]", "P064 8:31 step `a` reads `f[2]` twice"],
    ["a: rmw f[1] := 1; l := f[2] + f[1]", "P064 8:31 step `a` reads `f[2]` and `f[1]`, two words of memory"],
  ])("reads a word once: %s", (body, message) => {
    expect(wrong(`${body}; z: f[1] := 0`)).toEqual([message]);
    expect(wrong(`${body}; z: f[1] := 0`, "sc")).toEqual([]);
    expect(wrong(`atomic ${body}; z: f[1] := 0`)).toEqual([]);
  });

  it("stores one word at a time", () => {
    const body = "a: x := 1 || y := 2; b: f[1] := 1 || f[2] := 1; c: x := 1 || l := 1";
    expect(wrong(body)).toEqual([
      "P063 8:14 `x` and `y` are two words of memory, which no CPU stores at once",
      "P063 8:38 `f[1]` and `f[2]` are two words of memory, which no CPU stores at once",
    ]);
    expect(wrong(body, "sc")).toEqual([]);
  });

  it("changes one word in a locked access", () => {
    expect(
      wrong("a: rmw x := 1; rmw y := 2; b: if (l = 0) { rmw x := l } else { rmw y := l }; c: rmw f[1] := 1"),
    ).toEqual(["P063 8:20 `x` and `y` are two words of memory, which no CPU changes in one locked access"]);
  });

  it.each(["fence", "grace", "rmw y := 1", "migrate to 2"])(
    "does not wait for its own stores: %s",
    (waits) => {
      const spec = (memory: MemoryModel) =>
        failure(() =>
          prepared(`${declared}process p = 1 on cpu = 1 { a: x := 1; ${waits}; b: ${waits} }`, { memory }),
        );
      const [word] = waits.split(" ");
      expect(spec("tso")).toEqual([
        `P065 6:39 \`${word}\` waits until stores are visible, but step \`a\` itself has stored \`x\` before`,
      ]);
      expect(spec("sc")).toEqual([]);
    },
  );

  it("does not wait for ever for room", () => {
    const spec = `${declared}process p = 1 { a: x := 1; y := 1; f[1] := 1 }`;
    const stores = (buffer: number) => failure(() => prepared(spec, { memory: "tso", buffer }));
    expect(stores(3)).toEqual([]);
    expect(stores(2)).toEqual(["P071 6:36 step `a` stores more words than the 2 that a CPU's buffer holds"]);
  });

  it("uses memory on one CPU", () => {
    const spec = `${declared}process p = 1 on cpu = 1 var l = 0 { a: migrate to 2; l := x; b: migrate to 1 }`;
    expect(failure(() => prepared(spec, { memory: "tso" }))).toEqual([
      "P068 6:60 step `a` uses shared memory after it has migrated",
    ]);
    expect(failure(() => prepared(spec))).toEqual([]);
  });
});

describe("words", () => {
  it.each([
    [
      "a: f := [c \\in CPU |-> 1]; b: f[1] := 1",
      "P066 8:31 `f[1]` overlaps with another store: a memory model needs to know which words `f` consists of",
    ],
    [
      "a: f[1] := 1; b: f := [c \\in CPU |-> 1]",
      "P066 8:18 `f` overlaps with another store: a memory model needs to know which words `f` consists of",
    ],
    [
      "a: x.a := 1; b: x[2] := 1",
      "P066 8:17 `x[2]` overlaps with another store: a memory model needs to know which words `x` consists of",
    ],
    [
      "a: f[1].a := 1; b: rmw f[2] := 1",
      "P066 8:24 `f[2]` overlaps with another store: a memory model needs to know which words `f` consists of",
    ],
  ])("are stored whole or in the same parts: %s", (body, message) => {
    expect(wrong(body)).toEqual([message]);
    expect(wrong(body, "sc")).toEqual([]);
  });

  it("are read by definitions that can be told of the buffer", () => {
    const units = `RECURSIVE Up(_)
      Up(n) == IF n = 0 THEN x ELSE Up(n - 1)
      Apply(F(_), n) == F(n)`;
    expect(wrong("a: l := Up(2)", "tso", units)).toEqual([
      "P067 10:9 `Up` reads x, but not as this step's CPU sees it",
    ]);
    expect(wrong("a: l := Up(2)", "sc", units)).toEqual([]);
  });

  it("are what `release` and `seen` are about", () => {
    expect(wrong("a: release v := 1; b: x := 1")).toEqual([
      "P074 8:4 `v` is not shared, so it is seen at once, before the stores that `release` orders",
    ]);
    expect(wrong("a: l := seen(1, v) + seen(1) + seen(1, x)", "sc")).toEqual([
      "P072 8:17 `seen` asks what a CPU sees of memory, but nothing here is a `shared var`",
      "P072 8:22 `seen` takes a CPU and a shared variable, an element or a field of one",
    ]);
  });
});

describe("CPUs", () => {
  it("are those that the spec lists", () => {
    const spec = "shared var x = 0\nprocess p = 1 on cpu = 1 { a: x := 1 }";
    expect(failure(() => prepared(spec, { memory: "tso" }))).toEqual([
      "P070 3:18 nothing says which CPUs there are, and each of them has a store buffer",
    ]);
    expect(failure(() => prepared(spec))).toEqual([]);
  });

  it("are given to all processes that use memory, or to none", () => {
    const spec = `${declared}procedure put() { a: x := 1; return }
process p = 1 on cpu = 1 { a: x := 1 }
process q = 2 { a: call put() }
process r = 3 { a: v := 1 }`;
    expect(failure(() => prepared(spec, { memory: "weak" }))).toEqual([
      "P069 8:9 process q uses shared memory, but not on a CPU as p does",
    ]);
    expect(failure(() => prepared(spec))).toEqual([]);
  });

  it("leave the name of memory alone", () => {
    expect(failure(() => prepared("shared var x = 0\nprocess memory = 1 { a: x := 1 }"))).toEqual([
      "P073 3:9 a process cannot be called `memory` where variables are shared: the steps of memory itself bear that name",
    ]);
    expect(failure(() => prepared("var x = 0\nprocess memory = 1 { a: x := 1 }"))).toEqual([]);
  });
});
