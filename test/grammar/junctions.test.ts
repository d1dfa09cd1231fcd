import { describe, expect, it } from "vitest";
import { problemsOf, treeOf, unitsOf } from "./trees.js";

function tree(...lines: string[]): string {
  return treeOf(lines.join("\n"));
}

describe("junction lists", () => {
  it("have one item per bullet under the first", () => {
    expect(tree("/\\ a", "/\\ b", "/\\ c")).toBe("(list /\\ a b c)");
    expect(tree("/\\ a")).toBe("(list /\\ a)");
  });

  it("nest in one another, on the same line and below", () => {
    expect(tree("/\\ \\/ a", "   \\/ b", "/\\ c")).toBe("(list /\\ (list \\/ a b) c)");
    expect(tree("\\/ /\\ a", "   /\\ b", "\\/ /\\ c", "   /\\ d")).toBe(
      "(list \\/ (list /\\ a b) (list /\\ c d))",
    );
    expect(tree("/\\ /\\ /\\ a", "      /\\ b", "   /\\ c", "/\\ d")).toBe(
      "(list /\\ (list /\\ (list /\\ a b) c) d)",
    );
  });

  it("end before what stands at or left of their column", () => {
    expect(tree("  /\\ a", "  /\\ b", "\\/ c")).toBe("(\\/ (list /\\ a b) c)");
    expect(tree("/\\ a", "/\\ b", "=> c")).toBe("(=> (list /\\ a b) c)");
    expect(tree("  /\\ a", " /\\ b")).toBe("(/\\ (list /\\ a) b)");
    expect(tree("/\\ a", "\\/ b")).toBe("(\\/ (list /\\ a) b)");
  });

  it("leave an operator right of the bullet in the item", () => {
    expect(tree("/\\ a", "   => b", "/\\ c")).toBe("(list /\\ (=> a b) c)");
    expect(tree("/\\ a", " /\\ b", "/\\ c")).toBe("(list /\\ (/\\ a b) c)");
    expect(tree("/\\ a /\\ b", "/\\ c")).toBe("(list /\\ (/\\ a b) c)");
  });

  it("reach into and out of parentheses", () => {
    expect(tree("(/\\ a", " /\\ b)")).toBe("(list /\\ a b)");
    expect(tree("/\\ (a", "    \\/ b)", "/\\ c")).toBe("(list /\\ (\\/ a b) c)");
    expect(tree("F(/\\ a", "  /\\ b, c)")).toBe("(call F (list /\\ a b) c)");
    expect(tree("{x \\in S : /\\ a", "           /\\ b}")).toBe("(filter (in [x] S) (list /\\ a b))");
  });

  it("count a tab as reaching the next multiple of eight columns", () => {
    expect(tree("\t/\\ a", "        /\\ b")).toBe("(list /\\ a b)");
    expect(tree("  \t/\\ a", "\t/\\ b", "\t\\* a comment", "  \t/\\ c")).toBe("(list /\\ a b c)");
  });

  it("are not disturbed by comments and blank lines", () => {
    expect(tree("/\\ a (* c", "\\/ d *)", "", "\\* e", "/\\ b")).toBe("(list /\\ a b)");
  });

  it("hold and end IF, CASE, LET and quantifiers", () => {
    expect(tree("/\\ IF a", "   THEN /\\ b", "        /\\ c", "   ELSE d", "/\\ e")).toBe(
      "(list /\\ (if a (list /\\ b c) d) e)",
    );
    expect(tree("/\\ CASE a -> /\\ b", "             /\\ c", "     [] OTHER -> d", "/\\ e")).toBe(
      "(list /\\ (case (-> a (list /\\ b c)) (other d)) e)",
    );
    expect(tree("/\\ LET x == /\\ a", "            /\\ b", "   IN  x", "/\\ c")).toBe(
      "(list /\\ (let (define x (list /\\ a b)) (in x)) c)",
    );
    expect(tree("/\\ \\E x \\in S : /\\ a", "                /\\ b", "/\\ c")).toBe(
      "(list /\\ (\\E (in [x] S) (list /\\ a b)) c)",
    );
  });

  it("end where the next definition begins", () => {
    expect(unitsOf("A ==\n  /\\ a\n  /\\ b\nB == c")).toBe("(define A (list /\\ a b)) (define B c)");
  });

  it("end in a statement with its signs", () => {
    const text = `spec s
macro m() {
  await /\\ a
        /\\ b;
  x := \\/ a
       \\/ b || y := 1;
  if (/\\ a
      /\\ b) { await /\\ a } else await \\/ b
}`;
    expect(problemsOf(text)).toEqual([]);
  });

  it("refuse what belongs to an item and stands too far left", () => {
    expect(problemsOf("---- MODULE M ----\nA == /\\ (a\n)\n     /\\ b\n====")).toEqual([
      "3:1 G013 `)` stands too far left to belong to the list that it is in",
    ]);
    expect(problemsOf("---- MODULE M ----\nA == /\\ x =\n  1\n====")).toEqual([
      "3:3 G013 `1` stands too far left to belong to the list that it is in",
    ]);
  });

  it("warn of a bullet right beside the column", () => {
    expect(problemsOf("---- MODULE M ----\nA == /\\ a\n      /\\ b\n     /\\ c\n====")).toEqual([
      "3:7 W020 this `/\\` is not aligned with its list",
    ]);
    expect(problemsOf("---- MODULE M ----\nA == /\\ a\n          /\\ b\n     /\\ c\n====")).toEqual([]);
  });

  it("say where a bullet is out of line", () => {
    expect(problemsOf("---- MODULE M ----\nA == \\/ a\n     \\/ b\n      /\\ c \\/ d\n====")).toHaveLength(1);
    expect(treeOf("/\\ a\n /\\ b\n  \\/ c")).toBe("G013 this `\\/` is not aligned with a list");
    expect(treeOf("/\\ a\n/\\\n/\\ b")).toBe("G001 this item of the list is empty");
  });
});
