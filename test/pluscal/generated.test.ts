/**
 * The shapes of the parse tree of algorithms: a stale file fails here.
 * `npx vitest run test/pluscal/generated.test.ts -u` writes grammar/pluscal/cst.ts anew.
 */
import { join } from "node:path";
import { generateCstDts } from "chevrotain";
import { describe, expect, it } from "vitest";
import { PlusCalParser } from "../../grammar/pluscal/parser.js";

/** The rule that comes first in the grammar of algorithms. */
const FIRST = "whole";

/** Rules of modules that an algorithm's rules refer to. */
const SHARED = ["expression", "unit", "selector"];

function shapes(): string {
  const rules = new PlusCalParser().getGAstProductions();
  const names = Object.keys(rules);
  const own = names.slice(names.indexOf(FIRST));
  const text = generateCstDts(Object.fromEntries(own.map((name) => [name, rules[name]!])), {
    includeVisitorInterface: false,
  })
    .replace(/^import.*\n+/, "")
    .replace(/\((\w+)\)\[\]/g, "$1[]");
  const types = SHARED.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)}CstNode`).sort();
  return [
    "/**",
    " * The shapes of the parse tree of an algorithm, one per rule of its grammar.",
    " * Generated from the parser; test/pluscal/generated.test.ts says when it is stale and how to renew it.",
    " */",
    'import type { CstNode, IToken } from "chevrotain";',
    `import type { ${types.join(", ")} } from "../cst.js";`,
    "",
    text.trim(),
    "",
  ].join("\n");
}

describe("what is generated from the grammar of PlusCal", () => {
  it("grammar/pluscal/cst.ts has the shapes of the parser's trees", async () => {
    await expect(shapes()).toMatchFileSnapshot(join(import.meta.dirname, "../../grammar/pluscal/cst.ts"));
  });

  it("the grammar itself passes the checks that the shared parser skips", () => {
    expect(() => new PlusCalParser({ skipValidations: false })).not.toThrow();
  });
});
