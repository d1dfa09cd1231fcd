/** Expressions that have one value for ever are built once; all others are not. */
import { describe, expect, it } from "vitest";
import { evaluatorOf } from "../support/model.js";

/** Whether a definition has the very same object as its value in two states, x = 0 and x = 1. */
function keeps(expression: string): boolean {
  const { evaluator, model } = evaluatorOf(
    `EXTENDS Integers, Sequences, TLC\nCONSTANT N\nVARIABLE x
Twice(n) == {n, 2 * n}
RECURSIVE Below(_)
Below(n) == IF n = 0 THEN {} ELSE {n} \\cup Below(n - 1)
Given(y) == ${expression}
Value == Given(x)
Init == x = 0\nNext == x' = x`,
    "INIT Init\nNEXT Next\nCONSTANT N = 3",
  );
  const { body } = model.definitions.get("Value")!;
  return evaluator.value(body, [0]) === evaluator.value(body, [1]);
}

describe("an expression is built once", () => {
  it.each([
    '{"a", "b"}',
    "1..N",
    "(1..N) \\X {1}",
    "<<1, N>>",
    "[i \\in 1..N |-> {}]",
    "[a |-> 1]",
    "[a : 1..N]",
    "[1..N -> {0}]",
    "{i \\in 1..N : i > 1}",
    "{i * i : i \\in 1..N}",
    "{LET k == N IN k}",
    "{CHOOSE i \\in 1..N : i > 1}",
    "{[f \\in {1} |-> 2][1]}",
    "{Len(<<1>>)}",
    "{i \\in 1..N : i \\in Twice(2)}",
  ])("%s", (expression) => {
    expect(keeps(expression)).toBe(true);
  });

  it.each([
    "{x}",
    "{y}",
    "1..y",
    "[i \\in 1..N |-> y]",
    "{i \\in 1..N : i > x}",
    "<<RandomElement({1})>>",
    "<<TLCSet(1, 5), TLCGet(1)>>",
    "{Below(2)}",
    "{LET k == y IN k}",
    "{i : i \\in UNION {{0, 1}, 0..2}}",
    "<<ENABLED (x' = 1)>>",
  ])("not %s", (expression) => {
    expect(keeps(expression)).toBe(false);
  });
});
