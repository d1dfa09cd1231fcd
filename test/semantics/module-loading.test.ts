/** How modules are found: nested ones, several in one file, circles, names. */
import { describe, expect, test } from "vitest";
import { loadProgram } from "../../src/modules/load.js";
import { checkProgram } from "../../src/semantics/check-program.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { Source } from "../../src/syntax/source.js";
import { finderOf } from "../support/model.js";
import { line } from "./support.js";

function said(text: string, modules: Readonly<Record<string, string>> = {}): readonly string[] {
  try {
    return checkProgram(loadProgram(new Source("M.tla", text), finderOf(modules))).map(line);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.diagnostics.map(line);
  }
}

describe("several modules in one file", () => {
  test("one behind the root", () => {
    expect(
      said("---- MODULE M ----\nEXTENDS Part\nA == B\n====\n---- MODULE Part ----\nB == 1\n====\n"),
    ).toEqual([]);
  });

  test("places stay what they are in the file", () => {
    const text = "---- MODULE M ----\nEXTENDS Part\nA == B\n====\n\n---- MODULE Part ----\nB == c\n====\n";
    expect(said(text)).toEqual(["S001 M.tla:7:6 unknown name c"]);
  });

  test("those in files of their own come first", () => {
    const text = "---- MODULE M ----\nEXTENDS Part\nA == C\n====\n---- MODULE Part ----\nB == 1\n====\n";
    expect(said(text, { Part: "---- MODULE Part ----\nC == 1\n====\n" })).toEqual([]);
  });

  test("they may need each other in any order", () => {
    const parts = "---- MODULE One ----\nEXTENDS Two\nB == C\n====\n---- MODULE Two ----\nC == 1\n====\n";
    expect(said(`---- MODULE M ----\nEXTENDS One\nA == B\n====\n${parts}`)).toEqual([]);
  });
});

describe("nested modules", () => {
  test("are seen by those that extend the module around them", () => {
    const around = "---- MODULE Around ----\nCONSTANT c\n---- MODULE In ----\nGet == c\n====\n====\n";
    expect(
      said("---- MODULE M ----\nEXTENDS Around\nI == INSTANCE In\nA == I!Get\n====\n", { Around: around }),
    ).toEqual([]);
  });

  test("extend others nested beside them", () => {
    const text =
      "---- MODULE M ----\n---- MODULE A ----\nX == 1\n====\n---- MODULE B ----\nEXTENDS A\nY == X\n====\nB == INSTANCE B\nZ == B!Y + 1\n====\n";
    expect(said(text.replace(" + 1", ""))).toEqual([]);
  });

  test("the same definition by two ways is no conflict", () => {
    const modules = {
      Base: "---- MODULE Base ----\nEXTENDS Naturals\nLimit == 3\nCONSTANT c\n====\n",
      One: "---- MODULE One ----\nEXTENDS Base\nA == Limit\n====\n",
      Two: "---- MODULE Two ----\nEXTENDS Base\nB == c + Limit\n====\n",
    };
    expect(said("---- MODULE M ----\nEXTENDS One, Two, Base\nC == A + B + c\n====\n", modules)).toEqual([]);
  });

  test("LOCAL is not handed on, neither by EXTENDS nor by INSTANCE", () => {
    const modules = {
      Base: "---- MODULE Base ----\nLOCAL INSTANCE Naturals\nLOCAL Hidden == 1 + 1\nShown == Hidden\n====\n",
    };
    expect(said("---- MODULE M ----\nEXTENDS Base\nA == Shown\nHidden == 2\n====\n", modules)).toEqual([]);
    expect(said("---- MODULE M ----\nEXTENDS Base\nA == Shown + 1\n====\n", modules)).toEqual([
      "S001 M.tla:3:12 unknown operator +; it is defined in the standard module Integers: write EXTENDS Integers",
    ]);
    const [error] = said("---- MODULE M ----\nB == INSTANCE Base\nA == B!Hidden\n====\n", modules);
    expect(error).toMatch(/^S001 .* does not define Hidden/);
  });
});

describe("what cannot be loaded", () => {
  test("a circle by INSTANCE", () => {
    const other = "---- MODULE Other ----\nM == INSTANCE M\n====\n";
    expect(said("---- MODULE M ----\nO == INSTANCE Other\n====\n", { Other: other })).toEqual([
      "M002 Other.tla:2:15 module M needs itself; M needs Other needs M",
    ]);
  });

  test("a file whose module has another name", () => {
    const [error] = said("---- MODULE M ----\nEXTENDS Other\n====\n", {
      Other: "---- MODULE Others ----\n====\n",
    });
    expect(error).toMatch(/^M003 Other.tla:1:13 the file of module Other holds a module named Others/);
  });
});
