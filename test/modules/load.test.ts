import { describe, expect, test } from "vitest";
import { loadProgram, type ModuleFinder, standardOnly } from "../../src/modules/load.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { location, Source } from "../../src/syntax/source.js";

function finder(modules: Readonly<Record<string, string>>): ModuleFinder {
  return {
    find: (name) => (modules[name] === undefined ? null : new Source(`lib/${name}.tla`, modules[name])),
    places: () => ["lib"],
    names: () => Object.keys(modules),
  };
}

function module(name: string, units: string): string {
  return `---- MODULE ${name} ----\n${units}\n====\n`;
}

function load(root: string, modules: Readonly<Record<string, string>> = {}): readonly string[] {
  return [...loadProgram(new Source("M.tla", module("M", root)), finder(modules)).modules.keys()];
}

function errors(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.diagnostics.map((d) =>
      [`${d.code} ${d.span ? location(d.span) : ""} ${d.message}`, ...(d.notes ?? [])].join("; "),
    );
  }
  return [];
}

describe("what is loaded", () => {
  test("a module alone", () => {
    expect(load("A == 1")).toEqual(["M"]);
  });

  test("EXTENDS and INSTANCE, transitively, those needed first", () => {
    const modules = {
      A: module("A", "I == INSTANCE B"),
      B: module("B", "EXTENDS C"),
      C: module("C", "X == 1"),
    };
    expect(load("EXTENDS A, C", modules)).toEqual(["C", "B", "A", "M"]);
  });

  test("INSTANCE deep in an expression", () => {
    const modules = { A: module("A", "X == 1") };
    expect(load("F(x) == IF x THEN {LET I == INSTANCE A IN I!X} ELSE {}", modules)).toEqual(["A", "M"]);
  });

  test("standard modules, with what they need", () => {
    expect(load("EXTENDS Integers, FiniteSets")).toEqual([
      "Naturals",
      "Integers",
      "Sequences",
      "FiniteSets",
      "M",
    ]);
  });

  test("a module of the finder comes before a standard one", () => {
    const program = loadProgram(
      new Source("M.tla", module("M", "EXTENDS Bags")),
      finder({ Bags: module("Bags", "EmptyBag == 1") }),
    );
    expect(program.modules.get("Bags")?.name.span.source.name).toBe("lib/Bags.tla");
  });

  test("nested modules are not looked for", () => {
    expect(load("---- MODULE N ----\nX == 1\n====\nI == INSTANCE N")).toEqual(["M"]);
  });

  test("modules nested in an extended module are not looked for", () => {
    const modules = { A: module("A", "---- MODULE N ----\nX == 1\n====") };
    expect(load("EXTENDS A\nI == INSTANCE N", modules)).toEqual(["A", "M"]);
  });

  test("what nested modules extend is loaded", () => {
    expect(load("---- MODULE N ----\nEXTENDS A\n====", { A: module("A", "X == 1") })).toEqual(["A", "M"]);
  });
});

describe("mistakes", () => {
  test("a missing module: the nearest name and where it was looked for", () => {
    expect(errors(() => load("EXTENDS Integer"))).toEqual([
      "M001 M.tla:2:9 there is no module Integer; did you mean `Integers`?; looked for in lib, the standard modules",
    ]);
    expect(errors(() => load("EXTENDS Locks", { Lock: module("Lock", "") }))).toEqual([
      "M001 M.tla:2:9 there is no module Locks; did you mean `Lock`?; looked for in lib, the standard modules",
    ]);
    expect(errors(() => loadProgram(new Source("M.tla", module("M", "EXTENDS X")), standardOnly))).toEqual([
      "M001 M.tla:2:9 there is no module X; looked for in the standard modules",
    ]);
  });

  test("several missing modules in one run, each once", () => {
    const modules = { A: module("A", "EXTENDS Y") };
    expect(errors(() => load("EXTENDS A, X\nI == INSTANCE X", modules)).map((e) => e.split(";")[0])).toEqual([
      "M001 lib/A.tla:2:9 there is no module Y",
      "M001 M.tla:2:12 there is no module X",
    ]);
  });

  test("a circle", () => {
    const modules = { A: module("A", "I == INSTANCE B"), B: module("B", "EXTENDS A") };
    expect(errors(() => load("EXTENDS A", modules))).toEqual([
      "M002 lib/B.tla:2:9 module A needs itself; A needs B needs A",
    ]);
    expect(errors(() => load("EXTENDS M"))).toEqual(["M002 M.tla:2:9 module M needs itself"]);
  });

  test("a file that holds a module of another name", () => {
    expect(errors(() => load("EXTENDS A", { A: module("B", "X == 1") }))).toEqual([
      "M003 lib/A.tla:1:13 the file of module A holds a module named B; the name of a file and of the module in it must be the same",
    ]);
    expect(errors(() => loadProgram(new Source("dir/Other.tla", module("M", "")), standardOnly))).toEqual([
      "M003 dir/Other.tla:1:13 the file of module Other holds a module named M; the name of a file and of the module in it must be the same",
    ]);
  });

  test("a text that is no file may hold any module", () => {
    expect(loadProgram(new Source("text", module("M", "")), standardOnly).root.name.name).toBe("M");
  });

  test("syntax errors of all modules together", () => {
    const codes = errors(() => load("EXTENDS A\nX == ", { A: module("A", "Y == ") })).map((e) =>
      e.slice(0, 4),
    );
    expect(codes).toHaveLength(2);
    expect(codes.every((code) => code.startsWith("G"))).toBe(true);
  });
});
