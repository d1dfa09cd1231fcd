import { describe, expect, it } from "vitest";
import { parseExpression, parseModule } from "../../src/syntax/parse.js";
import { printExpr, printModule } from "../../src/syntax/print.js";
import { Source } from "../../src/syntax/source.js";

function reprint(text: string): string {
  const { expr, diagnostics } = parseExpression(new Source("text", text));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return printExpr(expr!);
}

function reprintModule(text: string): string {
  const { module, diagnostics } = parseModule(new Source("text", text));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return printModule(module!);
}

describe("printExpr puts parentheses where they are needed and nowhere else", () => {
  const cases: readonly [from: string, to: string][] = [
    ["((a) + (b * c))", "a + b * c"],
    ["(a + b) * c", "(a + b) * c"],
    ["(a + b) - c", "(a + b) - c"],
    ["(a - b) + c", "a - b + c"],
    ["a - (b - c)", "a - (b - c)"],
    ["(a - b) - c", "a - b - c"],
    ["(a /\\ b) \\/ c", "(a /\\ b) \\/ c"],
    ["(a /\\ b) => (c \\/ d)", "a /\\ b => c \\/ d"],
    ["~(a /\\ b)", "~(a /\\ b)"],
    ["~ a = b", "~(a = b)"],
    ["x' = (~x)", "x' = ~x"],
    ["-(1)", "-1"],
    ["-(-1)", "- -1"],
    ["2 * (-1)", "2 * (-1)"],
    ["1..(n - 1)", "1..n - 1"],
    ["(-1)..1", "-1 .. 1"],
    ["[](p => q)", "[](p => q)"],
    ["([]p) => q", "[]p => q"],
    ["(f[x])'", "f[x]'"],
    ["(a + b)'", "(a + b)'"],
    ["[](x')", "[](x')"],
    ["[](f'[x].y)", "[](f'[x].y)"],
    ["[](f[x])", "[]f[x]"],
    ["DOMAIN (f'[x])", "DOMAIN f'[x]"],
    ["(f @@ g)[x].y", "(f @@ g)[x].y"],
    ["(DOMAIN f) \\cup S", "DOMAIN f \\cup S"],
    ["SUBSET (S \\cup T)", "SUBSET (S \\cup T)"],
    ["(A \\X B) \\X C", "(A \\X B) \\X C"],
    ["(IF a THEN b ELSE c) + (IF d THEN e ELSE f)", "(IF a THEN b ELSE c) + IF d THEN e ELSE f"],
    ["(\\A x \\in S : p) /\\ (\\E y \\in T : q)", "(\\A x \\in S : p) /\\ \\E y \\in T : q"],
    ["~(\\E x \\in S : p)", "~\\E x \\in S : p"],
    ["{(x \\in S) : y \\in T}", "{(x \\in S) : y \\in T}"],
    ["CASE a -> (CASE b -> c) [] OTHER -> d", "CASE a -> (CASE b -> c) [] OTHER -> d"],
    ["[f EXCEPT ![x] = (a = b)]", "[f EXCEPT ![x] = (a = b)]"],
    ["F( + )", "F( + )"],
    ["F( *, a)", "F( *, a )"],
    ["<<>>", "<<>>"],
  ];
  for (const [from, to] of cases) {
    it(`${from} is printed ${to}`, () => expect(reprint(from)).toBe(to));
  }
});

describe("printExpr lays out what does not fit on a line", () => {
  const long = "aVeryLongNameThatFillsTheLine";

  it("keeps an item of several lines inside of its list", () => {
    expect(
      reprint(
        `/\\ a\n/\\ IF p THEN /\\ b\n             /\\ c\n   ELSE d => \\/ e\n             \\/ f\n/\\ g`,
      ),
    ).toBe(
      [
        "/\\ a",
        "/\\ IF p",
        "   THEN /\\ b",
        "        /\\ c",
        "   ELSE d =>",
        "          \\/ e",
        "          \\/ f",
        "/\\ g",
      ].join("\n"),
    );
  });

  it("puts the body of a quantifier under it", () => {
    expect(reprint(`\\A x \\in S : \\E y \\in ${long} : ${long}[x] = ${long}[y] + ${long}`)).toBe(
      [`\\A x \\in S :`, `  \\E y \\in ${long} :`, `    ${long}[x] =`, `      ${long}[y] + ${long}`].join(
        "\n",
      ),
    );
  });

  it("breaks a chain of operators in front of each", () => {
    expect(reprint(`${long} + ${long} + ${long} + ${long}`)).toBe(
      [long, `  + ${long}`, `  + ${long}`, `  + ${long}`].join("\n"),
    );
  });

  it("fills lists", () => {
    const set = reprint(`{${Array.from({ length: 50 }, (_, i) => i).join(", ")}}`);
    expect(set.split("\n").map((line) => line.length <= 100)).toEqual([true, true]);
    expect(set).toMatch(/^\{0, 1, 2, .*,\n \d+, .*49\}$/);
  });

  it("puts fields and updates under one another", () => {
    expect(reprint(`[first |-> ${long}, second |-> ${long}, third |-> ${long}]`)).toBe(
      [`[first |-> ${long},`, ` second |-> ${long},`, ` third |-> ${long}]`].join("\n"),
    );
    expect(reprint(`[f EXCEPT ![a] = ${long}, ![b] = ${long}, ![c] = ${long}]`)).toBe(
      [`[f EXCEPT ![a] = ${long},`, `          ![b] = ${long},`, `          ![c] = ${long}]`].join("\n"),
    );
  });

  it("chains ELSE IF without stepping to the right", () => {
    expect(reprint(`IF a THEN ${long} ELSE IF b THEN ${long} ELSE IF c THEN ${long} ELSE d`)).toBe(
      [`IF a THEN ${long}`, `ELSE IF b THEN ${long}`, `ELSE IF c THEN ${long}`, "ELSE d"].join("\n"),
    );
  });

  it("puts the arms of CASE and the definitions of LET under one another", () => {
    expect(reprint(`CASE a -> ${long} [] b -> ${long} [] OTHER -> ${long}`)).toBe(
      [`CASE a -> ${long}`, `  [] b -> ${long}`, `  [] OTHER -> ${long}`].join("\n"),
    );
    expect(reprint("LET x == 1 y == 2 IN x + y")).toBe("LET x == 1\n    y == 2\nIN  x + y");
    expect(reprint("LET x == 1 IN x + x")).toBe("LET x == 1 IN x + x");
  });

  it("copes with hundreds of operands, a large set and a deep nest", () => {
    const sum = Array.from({ length: 900 }, (_, i) => `x${i}`).join(" + ");
    expect(reprint(sum).replace(/\s+/g, " ")).toBe(sum);
    const set = `{${Array.from({ length: 150_000 }, (_, i) => i).join(", ")}}`;
    expect(reprint(set).replace(/\s+/g, " ")).toBe(set);
    const nest = `${"(".repeat(200)}a${" ^ b)".repeat(200)}`;
    expect(reprint(reprint(nest))).toBe(reprint(nest));
  });
});

describe("printModule", () => {
  it("prints a module in its frame, definitions apart, declarations together", () => {
    const text = [
      "---- MODULE Counter ----",
      "EXTENDS Naturals",
      "",
      "CONSTANTS Limit, Op(_, _), _ \\prec _",
      "",
      "ASSUME Limit \\in Nat",
      "ASSUME Sane == Limit > 0",
      "",
      "VARIABLE x",
      "",
      "RECURSIVE F(_)",
      "F(n) == IF n = 0 THEN 1 ELSE n * F(n - 1)",
      "",
      "Init == x = 0",
      "",
      "Next ==",
      "  /\\ x < Limit",
      "  /\\ x' = x + 1",
      "",
      "LOCAL f[n \\in Nat, <<a, b>> \\in S] == n",
      "",
      "LOCAL I(y) == INSTANCE Other WITH a <- y, + <- Op",
      "",
      "  ---- MODULE Inner ----",
      "  A == 1",
      "",
      "  ====",
      "",
      "THEOREM Safe == Init => x >= 0",
      "",
      "====",
      "",
    ].join("\n");
    const spaced = text.replace("----\n  A", "----\n\n  A");
    expect(reprintModule(text)).toBe(spaced);
    expect(reprintModule(spaced)).toBe(spaced);
  });

  it("prints a spec as people write it", () => {
    const text = [
      "spec lock",
      "extends Integers",
      "",
      "const N = 2 where N \\in Nat",
      "const T = model {t1, t2}",
      "",
      "var lock = FALSE, turn \\in 1..N",
      "",
      "inline acquire(l) {",
      '  try "while (xchg(&l, 1))":',
      "    await ~l;",
      "    l := TRUE;",
      "}",
      "",
      "fair process thread \\in 1..N",
      '  from "a.c:f"',
      "  var count = 0",
      "{",
      "  rest idle: await turn = self;",
      "  loop:",
      "    while (count < 2) {",
      "      acquire(lock);",
      '      leave "l = 0": count := count + 1 || lock := (a || b);',
      "    };",
      "    if (count > 1) {",
      "      goto idle;",
      "    } else if (count = 1) {",
      "      skip;",
      "    } else {",
      "      either {",
      "        skip;",
      "      } or {",
      "        with (x \\in T, y = 1) {",
      "          assert x = y;",
      "        }",
      "      }",
      "    }",
      "}",
      "",
      "invariant Mutex == \\A i \\in 1..N : thread[i].count <= 2",
      "reachable Both == thread[1].count = 2",
      "",
      'scenario three "three threads" { const N = 3 }',
      "",
      'patch p "a fix" on q {',
      "  var extra = 0",
      "  replace thread.loop { }",
      "}",
      "",
      "expect every: holds",
      "expect three with p: violates Mutex",
      "",
    ].join("\n");
    expect(reprintModule(text)).toBe(text);
  });
});
