import { test as property } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Module } from "../../src/syntax/ast.js";
import { dumpExpr, dumpModule } from "../../src/syntax/dump.js";
import { parseExpression, parseModule } from "../../src/syntax/parse.js";
import { printExpr, printModule } from "../../src/syntax/print.js";
import { Source } from "../../src/syntax/source.js";
import { expression } from "./random-expressions.js";
import { statements } from "./random-statements.js";

describe("printExpr", () => {
  property.prop([expression], { numRuns: 400, seed: 2 })("is read back as the same tree", (e) => {
    const text = printExpr(e);
    const { expr, diagnostics } = parseExpression(new Source("printed", text));
    expect(
      diagnostics.map(({ message }) => message),
      text,
    ).toEqual([]);
    expect(dumpExpr(expr!), text).toBe(dumpExpr(e));
  });
});

describe("printModule", () => {
  const span = { source: new Source("generated", ""), start: 0, end: 0 };
  property.prop([statements], { numRuns: 150, seed: 3 })("prints statements that are read back", (body) => {
    const spec: Module = {
      kind: "module",
      form: "spec",
      name: { name: "s", span },
      extends: [],
      units: [{ kind: "macro", name: { name: "m", span }, params: [], body, span }],
      span,
    };
    const text = printModule(spec);
    const { module, diagnostics } = parseModule(new Source("printed.qsc", text));
    expect(
      diagnostics.map(({ message }) => message),
      text,
    ).toEqual([]);
    expect(dumpModule(module!), text).toBe(dumpModule(spec));
  });
});
