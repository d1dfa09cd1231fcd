import { test as property } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { dumpExpr } from "../../src/syntax/dump.js";
import { parseExpression } from "../../src/syntax/parse.js";
import { printExpr } from "../../src/syntax/print.js";
import { Source } from "../../src/syntax/source.js";
import { expression } from "./random-expressions.js";

describe("printExpr", () => {
  property.prop([expression], { numRuns: 1000, seed: 2 })("is read back as the same tree", (e) => {
    const text = printExpr(e);
    const { expr, diagnostics } = parseExpression(new Source("printed", text));
    expect(
      diagnostics.map((d) => d.message),
      text,
    ).toEqual([]);
    expect(dumpExpr(expr!), text).toBe(dumpExpr(e));
  });
});
