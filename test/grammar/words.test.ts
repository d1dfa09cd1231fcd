import { describe, expect, it } from "vitest";
import { moduleTreeOf, problemsOf, treeOf, unitsOf } from "./trees.js";

describe("words of a spec", () => {
  it("are names where they cannot be meant as the word", () => {
    const words = [
      "const",
      "var",
      "macro",
      "process",
      "patch",
      "expect",
      "view",
      "scenario",
      "symmetry",
      "where",
      ...[
        "shared",
        "on",
        "when",
        "memory",
        "buffer",
        "kernel",
        "run",
        "start",
        "fence",
        "wmb",
        "rmw",
        "release",
      ],
      ...["acquire", "migrate", "to", "grace", "atomic"],
    ];
    for (const word of words) {
      expect(moduleTreeOf(`spec s\n${word} == 3`)).toBe(`(spec s (define ${word} 3))`);
      expect(moduleTreeOf(`spec s\nA == ${word} + f[${word}]`)).toContain(`(+ ${word} (apply f ${word}))`);
    }
    expect(moduleTreeOf("spec s\nvar view = model, from \\in rest")).toBe(
      "(spec s (var (view = model) (from \\in rest)))",
    );
  });

  it("are names in statements when assigned to or used as labels", () => {
    const text =
      "spec s macro m() { skip := 1; rest: print := 2; assert: await x; goto rest; print.f := await }";
    expect(problemsOf(text)).toEqual([]);
  });

  it("are names of variables, parameters, macros, steps and fields", () => {
    const words = [
      "shared",
      "on",
      "memory",
      "buffer",
      "kernel",
      "run",
      "start",
      "fence",
      "wmb",
      "rmw",
      "release",
    ];
    for (const word of [...words, "acquire", "migrate", "to", "grace", "atomic"]) {
      const text = `spec s
var ${word} = ${word} + r.${word}
macro ${word}(${word}) { ${word} := ${word}; ${word}(${word}); ${word}[${word}] := {${word}}; ${word}.x := 1 }
process ${word} \\in ${word} on ${word} = ${word} when ${word} var ${word} = ${word} {
  ${word}: await ${word} = ${word};
  rest ${word} "C": ${word} := IF ${word} THEN ${word} ELSE ${word};
  ${word} "C" from "f": goto ${word};
  call ${word}(${word})
}
scenario ${word} { const ${word} = ${word} }
patch ${word} on ${word} { after ${word}.${word} { ${word}: skip } }
run ${word} == { ${word}.${word} where ${word}; ${word}[${word}].${word}; assert ${word} }
expect ${word} with ${word} memory ${word}: violates ${word}
expect ${word}: ${word} holds`;
      expect(problemsOf(text), word).toEqual([]);
    }
  });

  it("are plain names in a module", () => {
    expect(unitsOf("VARIABLES process, var\nspec == var || process := skip")).toBe(
      "(variables process var) (define spec (:= (|| var process) skip))",
    );
  });

  it("begin units also behind an expression that could go on", () => {
    expect(moduleTreeOf("spec s\nA == b\nview V == A\nconst N = model\ninvariant I == A")).toBe(
      "(spec s (define A b) (view V A) (const N model) (invariant I A))",
    );
  });
});

describe("reserved words", () => {
  it("are fields where only a field can stand", () => {
    expect(treeOf("[IN |-> 1, x |-> r.THEN, IF |-> [CASE : S]]")).toBe(
      "(record (IN 1) (x (field r THEN)) (IF (records (CASE S))))",
    );
    expect(treeOf("[r EXCEPT !.WITH = 1, !.SF_.UNION = 2]")).toContain("WITH");
  });

  it("are no names elsewhere", () => {
    expect(treeOf("IN + 1")).toBe("G001 expected an expression, found `IN`");
    expect(problemsOf("---- MODULE M ----\nLET == 1\n====")).toHaveLength(1);
  });
});

describe("operators by their symbols", () => {
  it("stand as arguments, in substitutions and after an instance", () => {
    expect(treeOf("F(+, -., \\cup, a)")).toBe("(call F + -. \\cup a)");
    expect(treeOf("F(SUBSET, -, ^+)")).toBe("(call F SUBSET - ^+)");
    expect(treeOf("M!+(1, 2)")).toContain("+");
    expect(treeOf("\\in(1, S)")).toBe("(call \\in 1 S)");
    expect(unitsOf("INSTANCE N WITH + <- Plus, x <- \\cup\nA == 1")).toContain("(define A 1)");
  });

  it("are defined and declared", () => {
    expect(unitsOf("a \\prec b == a\n-. a == a\na ^+ == a\na - b == a")).toBe(
      "(define infix \\prec [a b] a) (define prefix -. [a] a) (define postfix ^+ [a] a) (define infix - [a b] a)",
    );
    expect(
      problemsOf("---- MODULE M ----\nCONSTANTS F(_, _), _+_, -._, _^+\nG(H(_), _\\o_) == 1\n===="),
    ).toEqual([]);
  });
});

describe("literals", () => {
  it("are numbers in all bases and strings with escapes", () => {
    expect(treeOf("{\\b01, \\O17, \\hfF, 007, 3.14, 1..2}")).toBe(
      "(set \\b01 \\o17 \\hfF 007 3.14 (.. 1 2))",
    );
    expect(treeOf('"a\\"b\\\\ \\n"')).toBe('"a\\"b\\\\ \\n"');
    expect(treeOf('"a\\qb"')).toBe("G019 `\\q` is no escape in a string");
  });

  it("are told from names", () => {
    expect(treeOf("1a + _b + WFx + x_1_")).toBe("(+ (+ (+ 1a _b) WFx) x_1_)");
  });
});
