import { fc, test as property } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Module, SpecUnit } from "../../src/syntax/ast.js";
import { dumpExpr, dumpModule } from "../../src/syntax/dump.js";
import { parseExpression, parseModule } from "../../src/syntax/parse.js";
import { printExpr, printModule } from "../../src/syntax/print.js";
import { Source } from "../../src/syntax/source.js";
import { expression } from "./random-expressions.js";
import { tlaModule } from "./random-modules.js";
import { span } from "./random-places.js";
import { statements } from "./random-statements.js";
import { unit } from "./random-units.js";

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
  property.prop([statements], { numRuns: 150, seed: 3 })("prints statements that are read back", (body) => {
    readBack([{ kind: "macro", name: { name: "m", span }, params: [], body, span }]);
  });

  const units = fc.array(unit, { minLength: 1, maxLength: 4 });
  property.prop([units], { numRuns: 300, seed: 4 })("prints units of a spec that are read back", readBack);

  property.prop([tlaModule], { numRuns: 400, seed: 5 })("prints modules that are read back", (module) => {
    readBackAs("printed.tla", module);
  });

  function readBack(units: readonly SpecUnit[]): void {
    const name = { name: "s", span };
    readBackAs("printed.qsc", { kind: "module", form: "spec", name, extends: [], units, span });
  }

  function readBackAs(file: string, spec: Module): void {
    const text = printModule(spec);
    const { module, diagnostics } = parseModule(new Source(file, text));
    expect(
      diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message),
      text,
    ).toEqual([]);
    expect(dumpModule(module!), text).toBe(dumpModule(spec));
  }
});
