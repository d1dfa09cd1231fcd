import { describe, expect, test } from "vitest";
import * as cases from "./module-cases.js";
import { moduleErrors } from "./support.js";

describe.each(Object.entries(cases))("%s", (_, group) => {
  test.each(group.map((one) => [one.title, one] as const))("%s", (_, { units, modules, codes }) => {
    expect(moduleErrors(units, modules).map((e) => e.slice(0, 4))).toEqual(codes);
  });
});

describe("messages", () => {
  test.each([
    ["A == Lenght", "EXTENDS Sequences", "S001 M.tla:3:6 unknown name Lenght"],
    ["Count == 1\nA == Cuont", "", "S001 M.tla:4:6 unknown name Cuont; did you mean `Count`?"],
    [
      "A == 1 + 2",
      "",
      "S001 M.tla:3:8 unknown operator +; it is defined in the standard module Integers: write EXTENDS Integers",
    ],
    [
      "A == Cardinality({})",
      "",
      "S001 M.tla:3:6 unknown name Cardinality; it is defined in the standard module FiniteSets: write EXTENDS FiniteSets",
    ],
    ["A == b + b", "EXTENDS Integers", "S001 M.tla:3:6 unknown name b; also at M.tla:3:10"],
    ["A == b + b\nB == b", "EXTENDS Integers", "S001 M.tla:3:6 unknown name b; also at 2 other places"],
    [
      "A == B\nB == 1",
      "",
      "S006 M.tla:3:6 B is used before its definition in line 4; move the definition up; one that uses itself needs a RECURSIVE declaration",
    ],
    ["A == 1\nA == 2", "", "S002 M.tla:4:1 the name A already has a meaning here, from line 3"],
    [
      "Len(x) == x",
      "EXTENDS Sequences",
      "S002 M.tla:3:1 the name Len already has a meaning here, from module Sequences",
    ],
    ["A(x, y) == x\nB == A(1)", "", "S003 M.tla:4:6 A takes 2 arguments, not 1"],
    ["A(x) == x\nB == A", "", "S003 M.tla:4:6 A takes 1 argument, not none"],
    [
      "A(F(_)) == F(1)\nB == A(2)",
      "",
      "S004 M.tla:4:8 argument 1 of A must be an operator with 1 argument, not an expression",
    ],
    [
      "A(F(_)) == F(1)\nG(x, y) == x\nB == A(G)",
      "",
      "S004 M.tla:5:8 argument 1 of A must be an operator with 1 argument, not one with 2 arguments",
    ],
    [
      "I == INSTANCE Sequences\nA == I!Lem",
      "",
      "S001 M.tla:4:6 module Sequences, of which I is an instance, does not define Lem; did you mean `Len`?",
    ],
    [
      "I == INSTANCE Sequences\nA == I",
      "",
      "S010 M.tla:4:6 I is an instance of module Sequences: write I! and one of its definitions",
    ],
    [
      "VARIABLE x\nA == (x')'",
      "",
      "S020 M.tla:4:6 what is primed must be an expression without primes, but this is an action (it has primes)",
    ],
    [
      "VARIABLE x\nASSUME x = 1",
      "",
      "S022 M.tla:4:1 an assumption must be a constant expression, but this is a state expression (it depends on variables); what must hold of states is an invariant: name it in INVARIANT of the .cfg, or `invariant` of a spec",
    ],
    [
      "VARIABLE x\nA(p) == p'\nB == A(x')",
      "",
      "S021 M.tla:5:8 argument 1 of A must be an expression without primes, but this is an action (it has primes)",
    ],
    [
      "VARIABLE x\nA == [](x' = 1)",
      "",
      "S023 M.tla:4:6 [] can be followed by an action only in the form [][A]_v",
    ],
  ])("%s", (units, extending, expected) => {
    expect(moduleErrors(`${extending}\n${units}`)).toEqual([expected]);
  });

  test("a name of the module is proposed rather than one of a standard module it extends", () => {
    expect(moduleErrors("EXTENDS Sequences\nLength == 1\nA == Lenght")).toEqual([
      "S001 M.tla:4:6 unknown name Lenght; did you mean `Length`?",
    ]);
  });

  test("what an INSTANCE does not say", () => {
    const modules = { A: "---- MODULE A ----\nCONSTANTS c, d\n====" };
    expect(moduleErrors("I == INSTANCE A", modules)).toEqual([
      "S008 M.tla:2:6 the instance of module A does not say what stands for its c, d; write INSTANCE A WITH c <- …, or declare c here",
    ]);
    expect(moduleErrors("I == INSTANCE A WITH c <- 1, dd <- 2", modules).map((e) => e.slice(0, 4))).toEqual([
      "S007",
      "S008",
    ]);
  });

  test("an expression that nests too deeply", () => {
    const deep = "{".repeat(1600) + "}".repeat(1600);
    const [first] = moduleErrors(`A == ${deep}`);
    expect(first).toMatch(/^[SG]\d{3} /);
  });
});

describe("size", () => {
  test("modules instanced twice by modules instanced twice cost no more than what is used", () => {
    const depth = 40;
    const modules: Record<string, string> = {
      [`L${depth}`]: `---- MODULE L${depth} ----\nCONSTANT c\nOp == c\n====`,
    };
    for (let k = 0; k < depth; k++) {
      const next = `L${k + 1}`;
      modules[`L${k}`] = `---- MODULE L${k} ----
EXTENDS Naturals
CONSTANT c
A == INSTANCE ${next} WITH c <- c + 1
B == INSTANCE ${next} WITH c <- c + c
Op == A!Op + B!Op
====`;
    }
    expect(moduleErrors("I == INSTANCE L0 WITH c <- 1\nX == I!Op", modules)).toEqual([]);
  });

  test("a long chain of definitions, each used twice by the next", () => {
    const units = ["EXTENDS Naturals", "D0 == 1"];
    for (let k = 1; k < 300; k++) units.push(`D${k} == D${k - 1} + D${k - 1}`);
    expect(moduleErrors(units.join("\n"))).toEqual([]);
  });

  test("a junction of very many parts", () => {
    const parts = Array.from({ length: 450 }, (_, i) => `x # ${i}`).join(" /\\ ");
    expect(moduleErrors(`EXTENDS Naturals\nA(x) == ${parts}`)).toEqual([]);
    const sum = Array.from({ length: 900 }, (_, i) => `${i}`).join(" + ");
    expect(moduleErrors(`EXTENDS Naturals\nA == ${sum}`)).toEqual([]);
  });
});
