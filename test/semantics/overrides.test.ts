/** What a configuration puts in the place of definitions, and where it counts. The values are those that TLC gives. */
import { describe, expect, test } from "vitest";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { format, type Value } from "../../src/values/index.js";
import { evaluatorOf } from "../support/model.js";

const lib = {
  Lib: `---- MODULE Lib ----
EXTENDS Naturals, Sequences
CONSTANT K
LOCAL Hidden == 1
Base == 10
Twice(n) == n + n
Use == Base + Hidden + Twice(K)
Some == CHOOSE n \\in Nat : n > 1
Pairs == {s \\in Seq({1, 2}) : Len(s) = 2}
a (+) b == a * 10 + b
Sum == 3 (+) 4
====`,
  Plain: "---- MODULE Plain ----\nBase == 1\nMore == <<Base>>\n====",
};

const units = `EXTENDS Naturals, Sequences, FiniteSets
CONSTANT F(_, _)
L == INSTANCE Lib WITH K <- 7
VARIABLE x
MyNat == 0..3
MySeq(S) == UNION {[1..n -> S] : n \\in 0..2}
MyBase == 20
MyTwice(n) == 3 * n
MyTimes(a, b) == a * b
MyOPlus(a, b) == b * 10 + a
MyCard(S) == 42
Own == CHOOSE n \\in Nat : n > 2
Big == 5
LOCAL Mine == 6
Init == x = [use |-> L!Use, some |-> L!Some, pairs |-> Cardinality(L!Pairs), sum |-> L!Sum, own |-> Own,
             big |-> Big, plus |-> 2 + 3, card |-> Cardinality({1, 2}), twice |-> L!Twice(2), base |-> L!Base,
             mine |-> Mine, least |-> 2 <= 3]
Next == UNCHANGED x
Table == x = <<F(1, 2), F(2, 1)>>`;

/** What Init gives x, without the fields that are as they always are. */
function initial(config: string, init = "Init"): string {
  const { evaluator } = evaluatorOf(units, `INIT ${init} NEXT Next CONSTANTS ${config}`, lib);
  const found: string[] = [];
  evaluator.initial(([x]) => found.push(format(x!)));
  return found.join(" | ");
}

const usual: Readonly<Record<string, string>> = {
  base: "10",
  big: "5",
  card: "2",
  least: "TRUE",
  mine: "6",
  own: "3",
  pairs: "4",
  plus: "5",
  some: "2",
  sum: "34",
  twice: "4",
  use: "25",
};

function changed(config: string): string {
  const text = initial(`F <- MyTimes Nat <- MyNat Seq <- MySeq ${config}`);
  return text
    .slice(1, -1)
    .split(", ")
    .filter((field) => {
      const [name, value] = field.split(" |-> ");
      return usual[name!] !== value;
    })
    .join(", ");
}

describe("definitions are replaced", () => {
  test.each([
    // Nat and Seq are those of the instanced module as well: there is but one Nat.
    ["", ""],
    ["Big = 7", "big |-> 7"],
    ["Big <- MyBase", "big |-> 20"],
    ["Mine <- Big", "mine |-> 5"],
    ["+ <- MyTimes", "plus |-> 6, sum |-> 120, twice |-> 4, use |-> 490"],
    ["\\leq <- MyTimes", "least |-> 6"],
    ["Cardinality <- MyCard", "card |-> 42, pairs |-> 42"],
    // Within the module, so that the module's own definitions see it.
    ["Base <- [Lib]MyBase", "base |-> 20, use |-> 35"],
    ["Base = [Lib]33", "base |-> 33, use |-> 48"],
    ["Twice <- [Lib]MyTwice", "twice |-> 6, use |-> 32"],
    ["Hidden <- [Lib]MyBase", "use |-> 44"],
    ["(+) <- [Lib]MyOPlus", "sum |-> 43"],
    // Outside of it, so that they do not.
    ["L!Base = 8", "base |-> 8"],
    ["L!Base <- MyBase", "base |-> 20"],
    ["L!Use <- MyBase", "use |-> 20"],
    // What is said of Nat itself counts, in whatever order.
    ["Nat <- [Lib]Big", ""],
    ["MyTwice = 3", ""],
  ])("%s", (config, expected) => {
    expect(changed(config).replace("twice |-> 4, ", "")).toBe(expected.replace("twice |-> 4, ", ""));
  });

  test("those that a nameless INSTANCE brings without substitution, wherever they are used", () => {
    const evaluated = (config: string) => {
      const { evaluator } = evaluatorOf(
        "INSTANCE Plain\nVARIABLE x\nTwo == 2\nInit == x = <<Base, More>>\nNext == UNCHANGED x",
        `INIT Init NEXT Next CONSTANT ${config}`,
        lib,
      );
      const found: string[] = [];
      evaluator.initial(([x]) => found.push(format(x!)));
      return found[0];
    };
    expect(evaluated("Base <- Two")).toBe("<<2, <<2>>>>");
    expect(evaluated("Base <- [Plain]Two")).toBe("<<2, <<2>>>>");
  });
});

describe("a module that is extended and instanced", () => {
  const modules = {
    Base: `---- MODULE Base ----
EXTENDS Naturals
VARIABLE v
Op(n) == n + v
Pre(n) == <<Op(n)>>
====`,
  };
  const evaluated = (config: string): string => {
    const { evaluator } = evaluatorOf(
      `EXTENDS Base
CC == INSTANCE Base WITH v <- 10
Better(n) == IF n > 4 THEN "big" ELSE CC!Op(n)
Const(n) == 99
Init == v = 1
Next == v' = v
Seen == <<Op(5), Op(2), Pre(2), CC!Op(2), CC!Pre(2), CC!Pre(7)>>
Show == Seen = 0`,
      `INIT Init NEXT Next INVARIANT Show ${config}`,
      modules,
    );
    const states: (readonly Value[])[] = [];
    evaluator.initial((state) => states.push(state));
    return evaluator
      .explain(0, states[0]!)
      .parts.map(({ value }) => format(value))
      .join();
  };

  // A name's replacement counts wherever a text uses the name; what the instance itself defines by it stays as written.
  test.each([
    ["", "<<6, 3, <<3>>, 12, <<12>>, <<17>>>>"],
    ["CONSTANT Op <- Const", "<<99, 99, <<99>>, 12, <<99>>, <<99>>>>"],
    ["CONSTANT Op <- Better", '<<"big", 12, <<12>>, 12, <<12>>, <<"big">>>>'],
    ["CONSTANT Op <- [Base]Const", "<<99, 99, <<99>>, 99, <<99>>, <<99>>>>"],
    ["CONSTANT CC!Op <- Const", "<<6, 3, <<3>>, 99, <<12>>, <<17>>>>"],
  ])("%s", (config, expected) => {
    expect(evaluated(config)).toBe(expected);
  });
});

describe("an operator value by value", () => {
  test("is what the table says", () => {
    expect(initial("F(1, 2) = 3 F(2, 1) = {a} F(3, a) = 3", "Table")).toBe("<<3, {a}>>");
  });

  test("one value for all arguments", () => {
    expect(initial("F = 3", "Table")).toBe("<<3, 3>>");
  });

  test("has no value for other arguments", () => {
    expect(() => initial("F(1, 2) = 3", "Table")).toThrow(/<<2, 1>> is not in the domain/);
  });
});

describe("mistakes", () => {
  const errors = (config: string): readonly string[] => {
    try {
      const { model } = evaluatorOf(units, `INIT Init NEXT Next CONSTANTS ${config}`, lib);
      return model.warnings
        .filter(({ code }) => code !== "W001")
        .map(({ code, message }) => `${code} ${message}`);
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      return error.diagnostics
        .filter(({ severity }) => severity === "error")
        .map((d) => `${d.code} ${d.message}`);
    }
  };

  test.each([
    ["Big <- Undefined", "M031 what is to stand for Big, Undefined is not defined in module M"],
    ["Bigg <- MyBase", "M031 what is to be replaced, Bigg is not defined in module M"],
    ["Bigg = 3", "W011 module M has no constant Bigg"],
    ["x = 3", "W011 x is a variable, which can be given no value"],
    ["x <- Big", "M032 x is a variable, which no definition can stand for"],
    ["Big <- MyTwice", "M032 Big takes no arguments, what is to stand for it 1 argument"],
    ["Big <- Big", "M039 Big cannot stand for Big: the configuration replaces it too"],
    ["K <- [Lib]MyBase", "M032 K is a constant of module Lib: only definitions can be replaced there"],
    ["Base <- [Libb]MyBase", "M031 there is no module Libb in this program"],
    ["Hidden <- MyBase", "M031 what is to be replaced, Hidden is not defined in module M"],
    ["MyTwice = 3", "W007 MyTwice takes 1 argument, and has this value for all of them"],
    ["MyTwice(1) = 3 MyTwice(2, 3) = 3", "M032 MyTwice takes 1 argument, but here it is given 2"],
    ["Big(1) = 3", "M032 Big takes no arguments"],
  ])("%s", (config, expected) => {
    expect(errors(`F <- MyTimes ${config}`)).toEqual([expected]);
  });

  test("a table of the wrong size", () => {
    expect(errors("F(1) = 3")).toEqual(["M032 F takes 2 arguments, but here it is given 1"]);
  });
});
