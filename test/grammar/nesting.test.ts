import { describe, expect, it } from "vitest";
import { parseModule } from "../../src/syntax/parse.js";
import { Source } from "../../src/syntax/source.js";
import { framed } from "./trees.js";

const around =
  (open: string, close: string, inner = "1") =>
  (n: number) =>
    open.repeat(n) + inner + close.repeat(n);
const before = (head: string, inner = "1") => around(head, "", inner);

/** Constructs within constructs: how an expression nested n times is written, and how deep it must be read. */
const EXPRESSIONS: readonly (readonly [name: string, least: number, write: (n: number) => string])[] = [
  ["parentheses", 400, around("(", ")")],
  ["function application", 280, around("f[", "]")],
  ["operator arguments", 280, around("F(", ")")],
  ["sets", 280, around("{", "}")],
  ["tuples", 280, around("<<", ">>")],
  ["function literals", 280, around("[x \\in S |-> ", "]")],
  ["records", 280, around("[a |-> ", "]")],
  ["EXCEPT", 150, around("[f EXCEPT ![", "] = 1]")],
  ["subscripts", 150, around("[A]_(", ")", "v")],
  ["prefix operators", 900, before("~")],
  ["primes", 900, around("", "'", "x")],
  ["fields", 900, around("", ".a", "x")],
  ["LET bodies", 280, before("LET x == 1 IN ")],
  ["LET definitions", 150, around("LET x == ", " IN 1")],
  ["IF", 280, before("IF a THEN b ELSE ")],
  ["CASE", 200, before("CASE a -> ")],
  ["quantifiers", 280, before("\\A x \\in S : ")],
  ["quantified sets", 200, around("\\A x \\in ", " : x", "S")],
  ["CHOOSE", 280, before("CHOOSE x : ")],
  ["lists", 280, before("/\\ ")],
  ["LAMBDA", 140, around("F(LAMBDA x : ", ")")],
  ["fairness", 150, around("WF_x(", ")")],
  ["chains of an operator", 900, around("", " + 1")],
  ["labels", 200, before("l:: ")],
  ["arguments of parts", 200, around("D!(", ")")],
  ["open parentheses", 0, (n) => "(".repeat(n)],
  ["open brackets", 0, (n) => "[".repeat(n)],
  ["open braces", 0, (n) => "{".repeat(n)],
];

const STATEMENTS: typeof EXPRESSIONS = [
  ["blocks", 200, around("if (a) { ", " }", "skip")],
  ["else if", 280, before("if (a) skip else ", "skip")],
  ["labels", 280, before("a: ", "skip")],
  ["either", 200, around("either { ", " } or skip", "skip")],
  ["while", 200, before("while (a) ", "skip")],
  ["with", 200, before("with (x = 1) ", "skip")],
];

/** What stands around an inner part n times, each time by its number from 1 on. */
function nested(n: number, open: (i: number) => string, close: (i: number) => string, inner = ""): string {
  const levels = Array.from({ length: n }, (_, i) => i + 1);
  return levels.map(open).join("") + inner + levels.reverse().map(close).join("");
}

function codesOf(text: string): string[] {
  return parseModule(new Source("test", text)).diagnostics.map((diagnostic) => diagnostic.code);
}

const inDefinition = (text: string): string => framed(`A == ${text}\nB == 1`);
const inMacro = (text: string): string => `spec s\nmacro m() { ${text} }\nB == 1`;

describe("nesting", () => {
  it.each(EXPRESSIONS.filter(([, least]) => least > 0))("%s: %d deep are read", (_, least, write) => {
    expect(codesOf(inDefinition(write(least)))).toEqual([]);
  });

  it.each(STATEMENTS)("%s: %d deep are read", (_, least, write) => {
    expect(codesOf(inMacro(write(least)))).toEqual([]);
  });

  it.each(EXPRESSIONS)("%s: 10,000 deep are one error, and the next unit is read", (_, __, write) => {
    const text = inDefinition(write(10_000));
    const { module, diagnostics } = parseModule(new Source("test", text));
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["G009"]);
    expect(module?.units).toMatchObject([{ kind: "definition", name: { name: "B" } }]);
  });

  it.each(STATEMENTS)("%s: 10,000 deep are one error", (_, __, write) => {
    expect(codesOf(inMacro(write(10_000)))).toEqual(["G009"]);
  });

  it("modules and scenarios 10,000 deep are one error of depth", () => {
    const modules = "---- MODULE M ----\n".repeat(10_000) + "====\n".repeat(10_000);
    expect(codesOf(modules).filter((code) => code === "G009")).toEqual(["G009"]);
    const scenarios = `spec s\n${"scenario a { ".repeat(10_000)}${"}".repeat(10_000)}`;
    expect(codesOf(scenarios).filter((code) => code === "G009")).toEqual(["G009"]);
  });

  it.each([
    [
      "proofs",
      250,
      (n: number) =>
        nested(
          n,
          (i) => `<${i}>1. P `,
          (i) => `<${i}> QED `,
        ),
    ],
    [
      "proofs of QED",
      250,
      (n: number) =>
        nested(
          n,
          (i) => `<${i}> QED `,
          () => "",
        ),
    ],
    [
      "assumptions",
      200,
      (n: number) =>
        nested(
          n,
          (i) => (i === 1 ? "\nTHEOREM ASSUME " : "ASSUME "),
          () => "PROVE P ",
          "P ",
        ),
    ],
  ])("%s: %d deep are read, 10,000 deep are one error", (_, least, write) => {
    expect(codesOf(framed(`THEOREM P ${write(least)}`))).toEqual([]);
    expect(codesOf(framed(`THEOREM P ${write(10_000)}`))).toEqual(["G009"]);
  });

  it.each([
    ["a way to a part", (n: number) => `a${"!1!<<".repeat(n)}`],
    ["a list", (n: number) => "/\\ a\n     ".repeat(n)],
    ["a tuple", (n: number) => `<<${"1, ".repeat(n)}1>>`],
    ["nested comments", (n: number) => `${"(* ".repeat(n)}${"*) ".repeat(n)}1`],
    ["a path", (n: number) => `a${"!a".repeat(n)}`],
  ])("%s 10,000 long is read", (_, write) => {
    expect(codesOf(inDefinition(write(10_000)))).toEqual([]);
  });

  it("statements and units 10,000 long are read", () => {
    expect(codesOf(inMacro("skip; ".repeat(10_000)))).toEqual([]);
    expect(codesOf(framed("A == 1\n".repeat(10_000)))).toEqual([]);
  });
});
