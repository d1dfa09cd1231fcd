/** The value of every form of expression, as text: what stands left of `=>` must print as what stands right of it. */
import { describe, expect, it } from "vitest";
import { evaluate } from "../support/model.js";

const tables: Readonly<Record<string, readonly string[]>> = {
  logic: [
    "TRUE /\\ FALSE => FALSE",
    "TRUE \\/ 1 = 2 => TRUE",
    "~TRUE => FALSE",
    "(FALSE => 1 \\div 0 = 1) => TRUE",
    "TRUE <=> FALSE => FALSE",
    "FALSE /\\ 1 \\div 0 = 1 => FALSE",
    "TRUE \\/ 1 \\div 0 = 1 => TRUE",
    "BOOLEAN => {FALSE, TRUE}",
  ],
  integers: [
    "7 \\div 2 => 3",
    "(-7) \\div 2 => -4",
    "(-7) % 2 => 1",
    "2 ^ 10 => 1024",
    "2 - 5 => -3",
    "-(3) + 1 => -2",
    "3 * 4 >= 12 => TRUE",
    "3..1 => {}",
    "2..4 => 2..4",
  ],
  sets: [
    "{3, 1, 2, 1} => {1, 2, 3}",
    "{1, 2} \\cup {2, 3} => {1, 2, 3}",
    "{1, 2} \\cap {2, 3} => {2}",
    "{1, 2} \\ {2, 3} => {1}",
    "{1} \\subseteq 1..3 => TRUE",
    "1 \\in 1..3 => TRUE",
    "0 \\notin Nat => FALSE",
    "-1 \\in Nat => FALSE",
    "SUBSET {1, 2} = {{}, {1}, {2}, {1, 2}} => TRUE",
    "UNION {{1}, {2, 3}} => {1, 2, 3}",
    "{x \\in 1..5 : x % 2 = 1} => {1, 3, 5}",
    "{x * x : x \\in 1..3} => {1, 4, 9}",
    "{x + y : x \\in 1..2, y \\in {10, 20}} => {11, 12, 21, 22}",
    "{a : <<a, b>> \\in {<<1, 2>>, <<3, 4>>}} => {1, 3}",
    "{p \\in (1..2) \\X (1..2) : p[1] < p[2]} => {<<1, 2>>}",
    "{<<a, b>> \\in (1..2) \\X (1..2) : a < b} => {<<1, 2>>}",
    "Cardinality((1..3) \\X {TRUE, FALSE}) => 6",
    "Cardinality([1..3 -> {0, 1}]) => 8",
    "5 \\in {n \\in Nat : n > 3} => TRUE",
    "[a |-> 1] \\in [a : Nat] => TRUE",
  ],
  quantifiers: [
    "\\A x \\in {} : FALSE => TRUE",
    "\\E x \\in {} : TRUE => FALSE",
    "\\A x \\in 1..3, y \\in 1..3 : x + y <= 6 => TRUE",
    "\\E x, y \\in 1..3 : x + y = 6 => TRUE",
    "\\E <<x, y>> \\in {<<1, 2>>} : x + y = 3 => TRUE",
    "\\A x \\in {1} : \\E y \\in {x} : y = x => TRUE",
  ],
  choose: [
    "CHOOSE x \\in 1..5 : x > 2 => 3",
    "CHOOSE <<x, y>> \\in (1..3) \\X (1..3) : x + y = 5 => <<2, 3>>",
    'CHOOSE x \\in {"b", "a"} : TRUE => "a"',
  ],
  functions: [
    "[x \\in 1..3 |-> x * x] => <<1, 4, 9>>",
    "[x \\in {2, 3} |-> x] => (2 :> 2 @@ 3 :> 3)",
    "[x \\in 1..3 |-> x * x][2] => 4",
    "[x \\in 1..2, y \\in 1..2 |-> x + y][1, 2] => 3",
    "DOMAIN [x \\in 0..2 |-> x] => {0, 1, 2}",
    "[[x \\in 1..3 |-> 0] EXCEPT ![2] = 5] => <<0, 5, 0>>",
    "[[x \\in 1..3 |-> 1] EXCEPT ![2] = @ + 5, ![2] = @ * 2] => <<1, 12, 1>>",
    "[[a |-> [b |-> 1], c |-> 2] EXCEPT !.a.b = @ + 1] => [a |-> [b |-> 2], c |-> 2]",
    "[[x \\in 1..2, y \\in 1..2 |-> 0] EXCEPT ![1, 2] = 7][1, 2] => 7",
    "[<<a, b>> \\in {<<1, 2>>} |-> a + b][<<1, 2>>] => 3",
    "[1..2 -> {0}] => {<<0, 0>>}",
    "[n \\in Nat |-> n * 2][21] => 42",
    '[a |-> 1, b |-> "x"].b => "x"',
    '[a |-> 1]["a"] => 1',
    "[a : {1, 2}] => {[a |-> 1], [a |-> 2]}",
  ],
  tuples: [
    '<<1, <<2>>, "a">> => <<1, <<2>>, "a">>',
    "<<3, 4>>[2] => 4",
    "Append(<<1>>, 2) \\o <<3>> => <<1, 2, 3>>",
    "Len(<<1, 2>>) + Head(<<5>>) => 7",
    "Tail(<<1, 2, 3>>) => <<2, 3>>",
    "SelectSeq(<<1, 2, 3, 4>>, LAMBDA x : x % 2 = 0) => <<2, 4>>",
    "SubSeq(<<1, 2, 3, 4>>, 2, 3) => <<2, 3>>",
    "<<1, 2>> \\in Seq(Nat) => TRUE",
  ],
  control: [
    'IF 1 < 2 THEN "yes" ELSE "no" => "yes"',
    "CASE 1 = 2 -> 1 [] 2 = 2 -> 2 [] OTHER -> 3 => 2",
    "CASE 1 = 2 -> 1 [] OTHER -> 3 => 3",
    "LET a == 2 f(x) == x + a IN f(40) => 42",
    "LET f[n \\in Nat] == IF n = 0 THEN 1 ELSE n * f[n - 1] IN f[5] => 120",
    "LET RECURSIVE Sum(_) Sum(S) == IF S = {} THEN 0 ELSE LET x == CHOOSE x \\in S : TRUE IN x + Sum(S \\ {x}) IN Sum(1..4) => 10",
    "LET Twice(F(_), x) == F(F(x)) IN Twice(LAMBDA y : y * 3, 2) => 18",
    "LET Fold(op(_, _), a, b) == op(a, b) IN Fold(+, 1, 2) => 3",
    "LET Rel(op(_, _), a, b) == op(a, b) IN Rel(\\cup, {1}, {2}) => {1, 2}",
    "LET unused == 1 \\div 0 IN 5 => 5",
    "LET First(a, b) == a IN First(1, 1 \\div 0) => 1",
    "(1 :> 2 @@ 3 :> 4) => (1 :> 2 @@ 3 :> 4)",
  ],
};

for (const [group, rows] of Object.entries(tables)) {
  describe(group, () => {
    for (const row of rows) {
      const cut = row.lastIndexOf(" => ");
      it(row, () => expect(evaluate(row.slice(0, cut))).toBe(row.slice(cut + 4)));
    }
  });
}

describe("definitions", () => {
  it("recursive operators and functions", () => {
    const units = `RECURSIVE Even(_), Odd(_)
Even(n) == IF n = 0 THEN TRUE ELSE Odd(n - 1)
Odd(n) == IF n = 0 THEN FALSE ELSE Even(n - 1)
fib[n \\in Nat] == IF n < 2 THEN n ELSE fib[n - 1] + fib[n - 2]`;
    expect(evaluate("<<Even(10), Odd(10), fib[20]>>", units)).toBe("<<TRUE, FALSE, 6765>>");
  });

  it("a name bound again hides the outer one only inside", () => {
    expect(evaluate("LET F(x) == {x + y : y \\in {10}} IN [y \\in 1..2 |-> F(y)]")).toBe("<<{11}, {12}>>");
  });

  it("arguments are evaluated where they were written", () => {
    const units = "G(e) == \\E y \\in {100} : e + y = 101";
    expect(evaluate("\\E y \\in {1} : G(y)", units)).toBe("TRUE");
  });
});
