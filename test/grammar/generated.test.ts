/**
 * Files that are written from the parser: stale ones fail here.
 * `npx vitest run test/grammar/generated.test.ts -u` writes docs/grammar.ebnf and grammar/cst.ts anew
 * (then `npx biome check --write grammar/cst.ts`).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateCstDts } from "chevrotain";
import { describe, expect, it } from "vitest";
import { grammarEbnf } from "../../grammar/ebnf.js";
import { QuiesceParser } from "../../grammar/parser.js";

const ROOT = join(import.meta.dirname, "..", "..");

describe("what is generated from the grammar", () => {
  it("docs/grammar.ebnf is that of the parser", async () => {
    await expect(grammarEbnf()).toMatchFileSnapshot(join(ROOT, "docs", "grammar.ebnf"));
  });

  it("grammar/cst.ts has the shapes of the parser's trees", () => {
    const path = join(ROOT, "grammar", "cst.ts");
    const written = readFileSync(path, "utf8");
    const head = written.slice(0, written.indexOf("import type"));
    const shapes = generateCstDts(new QuiesceParser().getGAstProductions(), {
      includeVisitorInterface: false,
    });
    const fresh = head + shapes.replace("CstNode, ICstVisitor, IToken", "CstNode, IToken");
    const tokens = (text: string): string => text.replace(/[\s;(),]+/g, "");
    if (tokens(written) !== tokens(fresh) && process.argv.includes("-u")) writeFileSync(path, fresh);
    expect(tokens(readFileSync(path, "utf8"))).toBe(tokens(fresh));
  });

  it("the grammar itself passes the checks that the shared parser skips", () => {
    expect(() => new QuiesceParser({ skipValidations: false })).not.toThrow();
  });
});
