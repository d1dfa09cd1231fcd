import { describe, expect, it } from "vitest";
import { parseExpression, parseModule } from "../../src/syntax/parse.js";
import { Source } from "../../src/syntax/source.js";
import { framed, problemsOf, treeOf, unitsOf } from "./trees.js";

describe("several errors in one run", () => {
  it("are found in the definitions of a module, and the others are kept", () => {
    const text = framed(`VARIABLE x
A == (1 + 2
B == {1, 2
C == 3 +
D == 4
E == \\A y \\in S p
F = 5
G == IF x THEN 1
INSTANCE N WITH a = b
H == x`);
    expect(problemsOf(text)).toEqual([
      "4:1 G002 missing `)` to close the `(` opened at line 3",
      "5:1 G002 missing `}` to close the `{` opened at line 4",
      "6:1 G001 expected an expression after `+`, found the definition of `D`",
      "7:17 G001 expected `:` after `S`, found `p`",
      "8:3 G003 a definition is written with `==`, not with `=`",
      "10:1 G018 expected `ELSE` after `1`, found `INSTANCE`",
      "10:19 G001 expected `<-` after `a`, found `=`",
    ]);
    const { module } = parseModule(new Source("test", text));
    const names = module?.units.map((unit) => (unit.kind === "definition" ? unit.name.name : unit.kind));
    expect(names).toEqual(["variables", "C", "D", "F", "H"]);
  });

  it("are found in the statements of a process, and the others are kept", () => {
    const text = `spec s
process p = "p" {
  a: x = 1;
  b: if x > 0 { skip };
  c: y := 1
  d: y++;
  e: skip;
  f: await (x := 2);
  g: skip
}
invariant I == TRUE`;
    expect(problemsOf(text)).toEqual([
      "3:8 G028 an assignment is written `:=`",
      "4:9 G028 what `if` looks at stands in parentheses, found `x`",
      "6:3 G001 expected `;` between two statements, found `d`",
      "6:7 G028 expected `:=` after `y`, found `++`",
      "8:15 G004 `:=` assigns; it cannot stand in an expression",
    ]);
    const { module } = parseModule(new Source("test", text));
    const [process, invariant] = module?.units ?? [];
    expect(invariant).toMatchObject({ kind: "claim", name: { name: "I" } });
    if (process?.kind !== "process") throw new Error("the process is missing");
    const labels = process.body.map((s) => (s.kind === "labelled" ? s.label.name : s.kind));
    expect(labels).toEqual(["c", "e", "g"]);
  });

  it("are found behind a header in disorder, and among the items of a run", () => {
    const text = `spec s
process p \\in {1, 2} when x on cpu \\in {0} { a: x = 1; b: migrate c; d: fence }
process q = 1 on cpu = 0, other \\in {1} { a: rmw x; b: skip }
procedure r() var x = 1 from "f" { a: release; return }
run R == { a.b c.d; e; f[1]; assert }`;
    expect(problemsOf(text)).toEqual([
      "2:29 G041 `on` stands too late in this header",
      "2:51 G028 an assignment is written `:=`",
      "2:67 G042 expected `to` and a CPU after `migrate`, found `c`",
      "3:25 G041 a process is on one CPU",
      "3:51 G042 expected an assignment after `rmw`, found `;`",
      "4:25 G041 `from` stands once, before the locals of a procedure",
      "4:46 G042 expected an assignment after `release`, found `;`",
      "5:16 G001 expected `;` between two items of a run, found `c`",
      "5:28 G043 expected `.` and a step after `]`, found `;`",
      "5:37 G001 expected an expression after `assert`, found `}`",
    ]);
  });

  it("stay within the braces of a scenario or patch", () => {
    const text = `spec s
scenario a { conts N = 3 }
patch p { replace q { skip } }
patch r { after q.l { x = 1 } const N = 4 }
const M = 3`;
    expect(problemsOf(text)).toEqual([
      "2:14 G026 expected a definition or declaration, found `conts`",
      "3:11 G027 `replace` names a step as process.step",
      "4:25 G028 an assignment is written `:=`",
    ]);
  });

  it("are cut off where a text is no spec at all", () => {
    const problems = problemsOf(framed("A == 1 2\n".repeat(500)));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toMatch(/G016 more syntax errors from here on are not shown$/);
  });
});

describe("signs of other languages", () => {
  it.each([
    ["x != 1", "G015 `!=` is not an operator of TLA+"],
    ["!x", "G015 `!` is not negation"],
    ["a and b", "G015 `and` is a name here, not an operator"],
    ["not a", "G015 `not` is a name here, not an operator"],
    ["a ? b : c", "G015 TLA+ has no `?` operator"],
    ["p->x", "G015 `->` does not belong here"],
    ["a<-1 + 2", "G015 `<-` only stands in INSTANCE M WITH a <- e"],
    ["x == 1", "G004 `==` defines; it cannot stand in an expression"],
    ["a \\uinon b", "G005 unknown operator `\\uinon`"],
    ["a = b && c = d", "G008 `=` cannot be chained without parentheses"],
    ["[a = 1, b = 2]", "G025 expected `->`, `EXCEPT` or `]_` after `1`, found `,`"],
    ["[x \\in S : x]", "G025 expected `|->` after the bounds of a function, found `:`"],
    ["[Next]", "G025 this `]` needs a subscript"],
    ["Def!1.5", "G017 `!1.5` chooses no operand"],
  ])("%s", (text, message) => {
    expect(treeOf(text)).toBe(message);
  });

  it("come with what to write instead", () => {
    const { diagnostics } = parseExpression(new Source("test", "a \\uinon b"));
    expect(diagnostics[0]?.notes).toEqual(["did you mean `\\union`?"]);
    expect(diagnostics[0]?.fix?.text).toBe("\\union");
    const inequality = parseExpression(new Source("test", "x != 1")).diagnostics[0];
    expect(inequality?.fix).toMatchObject({ span: { start: 2, end: 4 }, text: "/=" });
  });
});

describe("what is never closed", () => {
  it("is one error where it begins", () => {
    expect(problemsOf(framed('A == 1\nB == "abc\nC == 2'))).toEqual([
      "3:6 G007 this string is not closed on its line",
    ]);
    expect(problemsOf(framed("A == 1\n(* B == 2\nC == 3 (* d *)"))).toEqual([
      "3:1 G006 this comment is never closed",
    ]);
    expect(problemsOf("---- MODULE M ----\nA == 1\n")).toEqual(["1:1 G014 this module has no end"]);
    expect(problemsOf("spec s\nprocess p = 1 {\n  a: skip;\n")).toEqual([
      "3:11 G002 missing `}` to close the `{` opened at line 2",
    ]);
  });
});

describe("what is no source at all", () => {
  it.each([
    ["nothing", "", "G014"],
    ["no module", "A == 1\n", "G014"],
    ["a NUL", "---- MODULE M ----\n\0\n====", "G010"],
    ["broken UTF-8", "---- MODULE M ----\n\uFFFD\uFFFD".repeat(20), "G010"],
    ["far too much", "x".repeat(20_000_001), "G010"],
  ])("%s is one line", (_, text, code) => {
    const { module, diagnostics } = parseModule(new Source("test.tla", text));
    expect(module).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  it("is read only where it is a module", () => {
    expect(unitsOf("A == 1")).toBe("(define A 1)");
    const text =
      "prose !? \u0001\n---- MODULE M ----\nA == 1\n====\nmore prose { ( \u0001\n---- MODULE N ----\n";
    expect(problemsOf(text)).toEqual([]);
    expect(problemsOf("spec s\n---- MODULE N ----\nA == 1\n====\nB == 2\n====\nprose { ( \u0001")).toEqual(
      [],
    );
  });
});
