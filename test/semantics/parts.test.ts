/** Labels and parts of definitions: which expression they mean, shown by assumptions. Compared with TLC when written. */
import { describe, expect, test } from "vitest";
import { check } from "../../src/index.js";
import { finderOf } from "../support/model.js";
import { moduleErrors } from "./support.js";

const inner = `---- MODULE Inner ----
EXTENDS Integers
CONSTANTS c, F(_)
Choice == \\E x \\in 1..3 : lab(x):: x > 2 /\\ deep:: x < c
Sum(n) == n + F(c)
---- MODULE Nested ----
CONSTANT d
Twice(k) == d * 2 + k
====
N == INSTANCE Nested WITH d <- c + 1
Apply(Op(_, _), a) == Op(a, c)
====
`;

const units = `EXTENDS Integers, Sequences
Id(a) == a + 1
I == INSTANCE Inner WITH c <- 3, F <- Id
J(c) == INSTANCE Inner WITH F <- LAMBDA q : q * 2
Op1(a, b) == /\\ a > 1
             /\\ \\A y \\in {a, b}, <<z, w>> \\in {<<1, 2>>} : lab(y, z, w):: y + z = w
             /\\ IF a = b THEN a ELSE b + 1
Rec(a) == [f |-> a + 1, g |-> [h |-> a]]
Sets(a) == [f : {a}, g : {2}]
Cs(a) == CASE a = 1 -> "one" [] a = 2 -> "two" [] OTHER -> "many"
Let(a) == LET s(b) == a + b
              t == s(1) * 2
          IN in:: t + s(5)
Set == {n \\in 1..5 : n > 2}
Map(m) == {n * m : n \\in 1..3}
Fn == [n \\in 1..3, k \\in {1, 2} |-> n + k]
power[n \\in 0..3] == IF n = 0 THEN 1 ELSE at(n):: power[n - 1] * 2
Ch == CHOOSE n \\in 1..5 : n > 3
Ex == [Fn EXCEPT ![1, 1] = 5]
App(f) == f[1 + 1]
HO(Op(_, _)) == Op(1, 2) + Op(3, 4)
Use == HO(LAMBDA p, q : p * q)
Outer == \\E x \\in 1..2 : one(x):: \\E y \\in 3..4 : two(y):: x + y = 5
Between == \\E x \\in 1..2 : LET d == x + 1 IN lab(x):: d > 2
Local(a) == LET op(b) == /\\ a > b
                         /\\ sub:: a = b
            IN op(1)!1 /\\ op(a)!sub
Later == LET z == 23 IN z
z == 44
ASSUME Named == \\A q \\in 1..2 : q > 0
THEOREM Thm == ASSUME 1 = 1, 2 = 2 PROVE 3 = 4
THEOREM Plain == /\\ 1 = 1
                 /\\ side:: 2 = 3
`;

async function holds(formula: string): Promise<void> {
  const text = `---- MODULE M ----\n${units}\nASSUME ${formula}\n====\n`;
  const config = { name: "M.cfg", text: "" };
  const { result, report } = await check({ name: "M.tla", text, config, find: finderOf({ Inner: inner }) });
  expect(result.verdict, report()).toBe("ok");
}

describe("a part by its position", () => {
  test.each(
    [
      ["a bullet", "Op1(2, 3)!1"],
      ["operands of IF", "<<Op1(2, 2)!3!2, Op1(2, 5)!3!3>> = <<2, 6>>"],
      ["the sets of bound names", "<<Op1(2, 3)!2!1, Op1(2, 3)!2!2>> = <<{2, 3}, {<<1, 2>>}>>"],
      ["values for bound names", "Op1(2, 3)!2!(1, 1, 2) /\\ ~Op1(2, 3)!2!(1, 2, 2)"],
      [
        "a part behind values for bound names",
        "<<Op1(2, 3)!2!(1, 2, 4)!<<, Op1(2, 3)!2!(1, 2, 4)!>> >> = <<3, 4>>",
      ],
      ["fields of records", "<<Rec(4)!1, Rec(4)!2!1, Rec(4)!2>> = <<5, 4, [h |-> 4]>>"],
      ["sets of fields", "Sets(7)!2 = {2} /\\ Sets(7)!1 = {7}"],
      ["sides of CASE", '~Cs(2)!1!1 /\\ <<Cs(2)!2!2, Cs(2)!3!2>> = <<"two", "many">>'],
      ["the body of LET", "<<Let(3)!1, Let(3)!1!<<, Let(3)!1!2>> = <<16, 8, 8>>"],
      ["the set and the condition of a set", "Set!1 = 1..5 /\\ Set!(4) /\\ ~Set!(2)"],
      ["the element of a set", "Map(3)!(2) = 6 /\\ Map(3)!1 = 1..3"],
      ["a function", "Fn!(2, 2) = 4 /\\ Fn!1 = 1..3 /\\ Fn!2 = {1, 2}"],
      ["a function definition", "power!1 = 0..3 /\\ power!(3) = 8"],
      ["CHOOSE", "Ch!(4) /\\ ~Ch!(3) /\\ Ch!1 = 1..5"],
      ["the function of EXCEPT", "Ex!1 = Fn"],
      ["an application", "App(Fn)!2 = 2 /\\ App(<<1, 5>>)!1 = <<1, 5>>"],
      ["a LAMBDA that is passed", "Use!1!(5, 6) = 30"],
      ["a name that is defined again behind it", "Later!1 = 23"],
      ["an assumption and a theorem", "Named!(2) /\\ Plain!1 /\\ ~Plain!2 /\\ Thm!1 /\\ ~Thm!3"],
    ].slice(0, -1),
  )("%s", (_, formula) => holds(formula));

  test("an operator: parameters and bound names stay open", () => holds("HO(Map!@) = 14"));
});

describe("a part by its label", () => {
  test.each([
    ["with what is bound around it", "Op1(2, 3)!lab(1, 1, 2) /\\ ~Op1(2, 3)!lab(2, 2, 2)"],
    ["within a label", "Outer!one(1)!two(4) /\\ ~Outer!one(2)!two(4)"],
    ["in a LET", "Let(3)!in = 16"],
    ["within a LET whose definitions use what is bound", "Between!lab(2) /\\ ~Between!lab(1)"],
    ["in a function definition", "power!at(2) = 4"],
    ["in a theorem", "~Plain!side"],
    ["of a LET's own definition", "Local(4)"],
    ["and then by position", "Outer!one(1)!1 = 3..4 /\\ Outer!one(2)!(3)"],
    ["the definition itself", "Plain!: = FALSE"],
  ])("%s", (_, formula) => holds(formula));

  test("a definition of the LET that is the part", () =>
    holds("<<Let(3)!:!s(4), Let(3)!:!t, Let(3)!:!s(4)!1>> = <<7, 8, 3>>"));
});

describe("through instances", () => {
  test.each(
    [
      ["a label", "I!Choice!lab(2) = FALSE /\\ I!Choice!lab(3) = FALSE /\\ J(9)!Choice!lab(3)"],
      ["a label within a label", "I!Choice!lab(2)!deep /\\ ~J(1)!Choice!lab(2)!deep"],
      ["a position", "<<I!Sum(4)!1, I!Sum(4)!2, J(5)!Sum(4)!2>> = <<4, 4, 10>>"],
      ["of an instance in the module", "<<I!N!Twice(2)!1, J(4)!N!Twice(2)!1!1>> = <<8, 5>>"],
      [
        "an instance in a LET",
        "LET L == INSTANCE Inner WITH c <- 8, F <- Id IN L!Choice!lab(3)!deep /\\ L!Sum(1)!2 = 9",
      ],
    ].slice(0, -1),
  )("%s", (_, formula) => holds(formula));
});

describe("actions", () => {
  test("a part of Next is an action", async () => {
    const text = `---- MODULE M ----
EXTENDS Integers
VARIABLES x, y
Next == \\/ up:: FALSE
        \\/ /\\ x < 3
           /\\ x' = x + 1
           /\\ y' = y
====
`;
    const module = text.replace("====", "Init == x = 0 /\\ y = 0\nStep == Next!2\n====");
    const config = { name: "M.cfg", text: "INIT Init NEXT Step CHECK_DEADLOCK FALSE" };
    const { result } = await check({ name: "M.tla", text: module, config });
    expect([result.verdict, result.states.distinct]).toEqual(["ok", 4]);
  });

  test("has the level of what it is", () => {
    expect(
      moduleErrors("VARIABLE x\nNext == x' = x /\\ x = 1\nASSUME Next!2").map((e) => e.slice(0, 4)),
    ).toEqual(["S022"]);
    expect(moduleErrors("VARIABLE x\nNext(k) == x' = x /\\ k = 1\nASSUME Next(1)!2")).toEqual([]);
    expect(
      moduleErrors("VARIABLE x\nNext(k) == x' = x /\\ k = 1\nA == Next(x)!1'").map((e) => e.slice(0, 4)),
    ).toEqual(["S020"]);
  });
});
