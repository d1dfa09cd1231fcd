/** What specs say of memory models, kernels and runs, and which memory model holds. */
import { describe, expect, it } from "vitest";
import { loadProgram } from "../../src/modules/load.js";
import { checkVariants, kernelOf, runsOf, scenariosOf } from "../../src/modules/variants.js";
import { type Memory, memoryIn, memoryOf } from "../../src/modules/variants-memory.js";
import type { Module } from "../../src/syntax/ast.js";
import { failure, finder, prepared, problems, sourceOf, translate } from "../processes/support.js";

const body = "shared var x = 0, y = 0\nvar z = 0\nprocess p = 1 { a: x := 1; b: z := x }\n";

function load(text: string, modules = {}): Module {
  return checkVariants(loadProgram(sourceOf(text), finder(modules))).root;
}

describe("the memory model that holds", () => {
  const spec = `memory tso buffer 2\n${body}scenario w { memory weak } scenario s { memory sc buffer 5 } scenario n { var z = 1 }`;
  it.each<[string, string, Partial<Memory>, Memory]>([
    ["the spec's", spec, {}, { memory: "tso", buffer: 2 }],
    ["sc, with buffers of three", body, {}, { memory: "sc", buffer: 3 }],
    ["the one asked for", spec, { memory: "weak" }, { memory: "weak", buffer: 2 }],
    ["the buffer asked for", spec, { buffer: 7 }, { memory: "tso", buffer: 7 }],
  ])("is %s by default", (_, text, asked, expected) => {
    expect(memoryIn(load(text), null, asked)).toEqual(expected);
  });

  it.each<[string, Partial<Memory>, Memory]>([
    ["w", {}, { memory: "weak", buffer: 2 }],
    ["s", {}, { memory: "sc", buffer: 5 }],
    ["n", {}, { memory: "tso", buffer: 2 }],
    ["w", { memory: "tso", buffer: 1 }, { memory: "tso", buffer: 1 }],
  ])("in scenario %s with %o", (name, asked, expected) => {
    const root = load(spec);
    const scenario = scenariosOf(root).find((unit) => unit.name.name === name)!;
    expect(memoryIn(root, scenario, asked)).toEqual(expected);
  });

  it("is what a model is made for", () => {
    const modelOf = (options: Parameters<typeof prepared>[1]) => prepared(spec, options).model.memory;
    expect(modelOf({})).toMatchObject({ model: "tso", buffer: 2, shared: ["x", "y"] });
    expect(modelOf({ scenario: "w" })).toMatchObject({ model: "weak", buffer: 2 });
    expect(modelOf({ scenario: "w", memory: "sc" })).toMatchObject({ model: "sc", variable: null });
  });

  it.each([
    [0, "P081 undefined:undefined with a buffer of 0 stores every store would wait for ever"],
    [-1, "P081 undefined:undefined a buffer holds a positive whole number of stores, not -1"],
    [1.5, "P081 undefined:undefined a buffer holds a positive whole number of stores, not 1.5"],
  ])("cannot have buffers of %d stores", (buffer, expected) => {
    expect(failure(() => prepared(spec, { buffer }))).toEqual([expected]);
  });

  it("is no matter of a TLA+ module", () => {
    const module = "---- MODULE M ----\nVARIABLE v\nInit == v = 1\nNext == v' = v\n====\n";
    expect(failure(() => prepared(module, { memory: "tso" }))).toEqual([
      "P084 1:13 M is a TLA+ module; only a spec (.qsc) has memory models",
    ]);
    expect(prepared(module, { memory: "sc" }).model.memory.model).toBe("sc");
  });
});

describe("what a spec says of memory", () => {
  it.each([
    ["memory tsoo", ["P080 2:8 there is no memory model `tsoo`"]],
    ["memory tso buffer 0", ["P081 2:19 with a buffer of 0 stores every store would wait for ever"]],
    ["memory tso buffer 1.5", ["P081 2:19 a buffer holds a positive whole number of stores, not 1.5"]],
    ["memory tso\nmemory weak", ["P082 3:1 the spec says twice what its memory is"]],
    ['kernel "v6.1"\nkernel "v6.2"', ["P082 3:1 the spec says twice what its kernel is"]],
    ["scenario s { memory sc memory tso }", ["P082 2:24 scenario s says twice what its memory is"]],
    ["scenario s { memory pso }", ["P080 2:21 there is no memory model `pso`"]],
    ["expect default memory tso, waek: holds", ["P080 2:28 there is no memory model `waek`"]],
    ["patch q { memory tso }", ["P013 2:11 a patch cannot contain a memory model"]],
    ['patch q { kernel "v6.1" }', ["P013 2:11 a patch cannot contain a kernel version"]],
    [
      'scenario s { kernel "v6.1" }',
      [
        "P012 2:14 a scenario gives values to constants, variables and definitions, and says which memory model holds; a kernel version belongs in the spec",
      ],
    ],
  ])("%s", (text, expected) => {
    expect(problems(`${text}\n${body}`)).toEqual(expected);
  });

  it("is proposed in its right form", () => {
    const notes = (text: string) => {
      try {
        load(`${text}\n${body}`);
      } catch (error) {
        return (error as { diagnostics: { notes: string[] }[] }).diagnostics[0]!.notes;
      }
      return [];
    };
    expect(notes("memory tsoo")).toEqual(["did you mean `tso`?", "those that there are: sc, tso, weak"]);
    expect(notes("memory weak buffer 0")).toEqual([
      "for stores that take effect at once write `memory sc`, for short buffers `memory weak buffer 1`",
    ]);
  });

  it("is the root's alone, as are its kernel and its runs", () => {
    const Lib = 'spec Lib\nkernel "v5.0"\nmemory weak\nvar l = 0\nrun r == { p.a }\n';
    const root = load(`extends Lib\nkernel "v6.12"\n${body}run r == { p.a }`, { Lib });
    expect(kernelOf(root)?.version.value).toBe("v6.12");
    expect(memoryOf(root.units)).toBeNull();
    expect(runsOf(root)).toHaveLength(1);
    expect(kernelOf(load(`extends Lib\n${body}`, { Lib }))).toBeNull();
  });
});

describe("a shared variable", () => {
  const shared = (patch?: string, scenario?: string) =>
    translate(
      `${body}patch plain { var x = 2 } patch more { shared var z = 3 } patch same { shared var y = 4 }
      scenario s { var x = 5, z = 6 } scenario t { shared var y = 7 }`,
      { ...(patch && { patch }), ...(scenario && { scenario }) },
    ).memory.shared;

  it("may be made plain by a patch, and a plain one shared", () => {
    expect(shared()).toEqual(["x", "y"]);
    expect(shared("plain")).toEqual(["y"]);
    expect(shared("more")).toEqual(["x", "y", "z"]);
    expect(shared("same")).toEqual(["x", "y"]);
  });

  it("stays shared in a scenario, which gives values only", () => {
    expect(shared(undefined, "s")).toEqual(["x", "y"]);
    expect(shared("more", "s")).toEqual(["x", "y", "z"]);
    expect(shared(undefined, "t")).toEqual(["x", "y"]);
    expect(problems(`${body}scenario s { shared var z = 1 }`)).toEqual([
      "P012 5:25 a scenario cannot make `z` shared; the spec or a patch can",
    ]);
  });
});

describe("a run", () => {
  it("has a name of its own, and patches may bring some", () => {
    const text = `${body}run r == { p.a }\npatch q { run s == { p.a; p.b } }\n`;
    expect(problems(`${text}run r == { p.a }`)).toEqual(["P001 7:5 there is another run `r`"]);
    expect(problems(`${text}patch w { run r == { p.a } }`)).toEqual(["P001 7:15 there is another run `r`"]);
    expect(problems(`${text}expect default: runs r\nexpect default with q: runs s`)).toEqual([]);
    expect(problems(`${text}expect default: runs s`)).toEqual(["P015 7:22 there is no run `s`"]);
    const { model } = prepared(text, { patch: "q" });
    expect(model.runs.map(({ name }) => name)).toEqual(["r", "s"]);
  });
});
