/**
 * Files that are written from the parser: stale ones fail here.
 * `npx vitest run test/grammar/generated.test.ts -u` writes docs/grammar.ebnf and grammar/cst.ts anew.
 */
import { join } from "node:path";
import { generateCstDts } from "chevrotain";
import { describe, expect, it } from "vitest";
import { grammarEbnf } from "../../grammar/ebnf.js";
import { QuiesceParser } from "../../grammar/parser.js";

const ROOT = join(import.meta.dirname, "..", "..");

const HEAD = `/**
 * The shapes of the parse tree, one per rule of the grammar.
 * Generated from the parser; test/grammar/generated.test.ts says when it is stale and how to renew it.
 */
`;

describe("what is generated from the grammar", () => {
  it("docs/grammar.ebnf is that of the parser", async () => {
    await expect(grammarEbnf()).toMatchFileSnapshot(join(ROOT, "docs", "grammar.ebnf"));
  });

  it("grammar/cst.ts has the shapes of the parser's trees", async () => {
    const shapes = generateCstDts(new QuiesceParser().getGAstProductions(), {
      includeVisitorInterface: false,
    })
      .replace("CstNode, ICstVisitor, IToken", "CstNode, IToken")
      .replace(/\((\w+)\)\[\]/g, "$1[]");
    await expect(`${HEAD}${shapes.trim()}\n`).toMatchFileSnapshot(join(ROOT, "grammar", "cst.ts"));
  });

  it("the grammar itself passes the checks that the shared parser skips", () => {
    expect(() => new QuiesceParser({ skipValidations: false })).not.toThrow();
  });
});
