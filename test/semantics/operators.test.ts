/**
 * What TLC evaluates of the language's operators: recursive and higher-order ones, user-defined symbols, instances in
 * all places. Each value was compared with TLC's.
 */
import { describe, expect, test } from "vitest";
import { check } from "../../src/index.js";
import { finderOf } from "../support/model.js";

const inner = `---- MODULE Inner ----
EXTENDS Integers
CONSTANTS c, F(_), _ ** _
VARIABLE v
RECURSIVE Sum(_)
Sum(n) == IF n = 0 THEN c ELSE n + Sum(n - 1)
RECURSIVE Even(_), Odd(_)
Even(n) == IF n = 0 THEN TRUE ELSE Odd(n - 1)
Odd(n) == IF n = 0 THEN FALSE ELSE Even(n - 1)
Use(n) == LET RECURSIVE G(_)
              G(k) == IF k = 0 THEN F(c) ELSE G(k - 1) ** k
          IN G(n)
fact[n \\in 0..10] == IF n = 0 THEN 1 ELSE n * fact[n - 1]
---- MODULE Nested ----
CONSTANT d
Twice == d * 2 + c
RECURSIVE R(_)
R(n) == IF n = 0 THEN d ELSE R(n - 1) + v
====
N == INSTANCE Nested WITH d <- c + 1
P(d) == INSTANCE Nested
Both == N!Twice + P(5)!Twice
LOCAL Hidden == 1
Apply(Op(_, _), a) == Op(a, c)
Next == v' = v + c
====
`;

const units = `EXTENDS Integers, Sequences
VARIABLE x
a ++ b == a * 10 + b
a ^+ == a + 100
Id(a) == a + 1
I == INSTANCE Inner WITH c <- 3, F <- Id, ** <- ++, v <- x
J(c) == INSTANCE Inner WITH F <- LAMBDA q : q * 2, ** <- +, v <- c
K(k) == INSTANCE Inner WITH c <- k, F <- Id, ** <- LAMBDA p, q : p - q, v <- 1
RECURSIVE Fold(_, _, _)
Fold(Op(_, _), b, s) == IF s = <<>> THEN b ELSE Op(Head(s), Fold(Op, b, Tail(s)))
HO(Op(_, _)) == Op(1, 2) + Op(3, 4)
---- MODULE Here ----
CONSTANT e
Get(k) == e + k + x
====
H == INSTANCE Here WITH e <- 4
`;

/** The values of x in all states of a model that begins with x = 7. */
async function holds(formula: string, next = "UNCHANGED x"): Promise<void> {
  const text = `---- MODULE M ----\n${units}\nInit == x = 7\nNext == ${next}\nInv == ${formula}\n====\n`;
  const config = { name: "M.cfg", text: "INIT Init NEXT Next INVARIANT Inv CHECK_DEADLOCK FALSE" };
  const { result, report } = await check({ name: "M.tla", text, config, find: finderOf({ Inner: inner }) });
  expect(result.verdict, report()).toBe("ok");
}

describe("recursion", () => {
  test.each([
    ["in an instanced module", "I!Sum(4) = 13 /\\ J(2)!Sum(4) = 12"],
    ["of two operators", "I!Even(4) /\\ ~I!Odd(4)"],
    ["in a LET of an instanced module", "I!Use(3) = 4123 /\\ J(7)!Use(3) = 20 /\\ K(2)!Use(2) = 0"],
    ["of a function", "I!fact[4] = 24"],
    [
      "of an operator that takes operators",
      "Fold(+, 0, <<1, 2, 3>>) = 6 /\\ Fold(LAMBDA p, q : p * q, 1, <<4, 5>>) = 20",
    ],
    ["in a nested module seen through an instance", "J(4)!N!R(3) = 17 /\\ K(2)!N!R(3) = 6"],
    [
      "in a LET within a quantifier",
      "\\A n \\in 0..3 : LET RECURSIVE G(_) G(k) == IF k = 0 THEN n ELSE G(k - 1) + 1 IN G(2) = n + 2",
    ],
  ])("%s", (_, formula) => holds(formula));
});

describe("operators as values", () => {
  test.each([
    ["symbols of one's own", "3^+ = 103 /\\ 1 ++ 2 = 12 /\\ HO(++) = 46"],
    ["LAMBDA", "HO(LAMBDA p, q : p ++ q) = 46 /\\ HO(LAMBDA p, q : p * q) = 14"],
    ["operators of a module", "HO(%) = 4 /\\ HO(\\div) = 0"],
    ["to an instance's operators", "I!Apply(+, 4) = 7 /\\ J(4)!Apply(LAMBDA p, q : p - q, 1) = -3"],
    ["from an instance", "LET T(p, q) == I!Apply(++, p) + q IN HO(T) = 13 + 2 + 33 + 4"],
    [
      "a LAMBDA that uses what is bound around it",
      "\\A n \\in 1..3 : HO(LAMBDA p, q : p + q + n) = 10 + 2 * n",
    ],
  ])("%s", (_, formula) => holds(formula));
});

describe("instances", () => {
  test.each([
    ["an instance of an instance", "I!Both = 24 /\\ J(2)!Both = 20 /\\ K(9)!Both = 48"],
    ["parameters on both levels", "J(4)!P(6)!Twice = 16"],
    [
      "in a LET",
      "LET L == INSTANCE Inner WITH c <- 8, F <- Id, ** <- +, v <- 2 IN L!Sum(2) = 11 /\\ L!N!R(2) = 13",
    ],
    [
      "in a LET, with what is bound around it",
      "\\A n \\in 1..3 : LET L == INSTANCE Inner WITH c <- n, F <- Id, ** <- +, v <- x IN L!Sum(1) = n + 1",
    ],
    ["of a module in the module", "H!Get(2) = 13"],
  ])("%s", (_, formula) => holds(formula));

  test("actions of an instance", () => holds("x \\in {7, 10}", "x < 10 /\\ I!Next"));

  test("a substituted state function is primed as a whole", () =>
    holds(
      "x \\in {7, 9}",
      `x' \\in 7..9 /\\ LET S == INSTANCE Inner WITH c <- 4, F <- Id, ** <- +, v <- x * 2 IN S!Next`,
    ));
});
