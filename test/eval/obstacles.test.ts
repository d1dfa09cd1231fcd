import { describe, expect, test } from "vitest";
import { format, type Value } from "../../src/values/index.js";
import { evaluatorOf } from "../support/model.js";

/** The obstacles of the only action, from the only initial state: `passed kind conjunct [choices]`. */
function obstacles(
  init: string,
  action: string,
  wanted?: (variable: number, value: Value) => boolean,
): readonly string[] {
  const { evaluator } = evaluatorOf(
    `EXTENDS Naturals, TLC\nVARIABLES x, y\nS == {}\nInit == ${init}\nA == ${action}\nNext == A`,
    "INIT Init NEXT Next",
  );
  const found: string[] = [];
  evaluator.initial((state) => {
    for (const { kind, passed, bound, why, given, error } of evaluator.obstacles(state, 0, wanted)) {
      const chosen = bound.map(({ text, value }) => `${text} = ${format(value)}`).join(", ");
      const gives = given === null ? "" : ` -> ${format(given.value)}`;
      found.push(`${passed} ${kind} ${error?.code ?? why.conjunct}${gives} [${chosen}]`);
    }
  });
  return found;
}

const INIT = "x = 1 /\\ y = {2, 3}";

describe("obstacles of an action", () => {
  test.each([
    ["a false guard", "x > 0 /\\ x > 5 /\\ x' = 2 /\\ UNCHANGED y", ["1 false x > 5 []"]],
    ["none where it can be taken", "x' = 2 /\\ UNCHANGED y", []],
    [
      "each way of a disjunction, the furthest first",
      "(x > 5 \\/ (x = 1 /\\ x > 2)) /\\ UNCHANGED <<x, y>>",
      ["1 false x > 2 []", "0 false x > 5 []"],
    ],
    [
      "each choice",
      "\\E e \\in y : e > x + 5 /\\ x' = e /\\ UNCHANGED y",
      ["0 false e > x + 5 [e = 2]", "0 false e > x + 5 [e = 3]"],
    ],
    [
      "nothing to choose",
      "\\E e \\in S : x' = e /\\ UNCHANGED y",
      ["0 false \\E e \\in S : x' = e /\\ UNCHANGED y []"],
    ],
    ["a set to choose from that is empty", "x' \\in S /\\ UNCHANGED y", ["0 false x' \\in S []"]],
    ["a condition on the next state", "x' = x + 1 /\\ x' > 5 /\\ UNCHANGED y", ["1 false x' > 5 []"]],
    ["what cannot be evaluated", "x = y /\\ UNCHANGED <<x, y>>", ["0 error E050 []"]],
    ["an assertion", 'Assert(x = 2, "no") /\\ UNCHANGED <<x, y>>', ["0 error E067 []"]],
    [
      "IF, LET, CASE and definitions are looked through",
      "LET z == 5 IN IF x = 1 THEN (CASE x = 1 -> x > z [] OTHER -> TRUE) ELSE FALSE",
      ["0 false x > z []"],
    ],
    ["an implication", "(x = 1 => x = 2) /\\ UNCHANGED <<x, y>>", ["0 false x = 2 []"]],
    ["a bounded \\A", "(\\A e \\in y : e > 2) /\\ UNCHANGED <<x, y>>", ["1 false e > 2 []"]],
  ])("%s", (_, action, expected) => {
    expect(obstacles(INIT, action)).toEqual(expected);
  });

  test("values that are not wanted", () => {
    const wanted = (variable: number, value: Value) => variable !== 0 || value === 7;
    expect(obstacles(INIT, "x' = x + 1 /\\ UNCHANGED y", wanted)).toEqual(["0 differs x' = x + 1 -> 2 []"]);
    expect(obstacles(INIT, "UNCHANGED <<y, x>>", wanted)).toEqual(["1 differs UNCHANGED x -> 1 []"]);
    expect(obstacles(INIT, "x' \\in y /\\ UNCHANGED y", wanted)).toEqual(["0 false x' \\in y []"]);
    expect(obstacles(INIT, "x' \\in {7} /\\ UNCHANGED y", wanted)).toEqual([]);
  });

  test("of the initial predicate", () => {
    const { evaluator } = evaluatorOf(
      "EXTENDS Naturals\nVARIABLE x\nInit == x \\in 1..3 /\\ x > 5\nNext == UNCHANGED x",
      "INIT Init NEXT Next",
    );
    const found = evaluator.obstacles(null, null);
    expect(found.map(({ passed, why }) => [passed, why.conjunct])).toEqual([
      [1, "x > 5"],
      [1, "x > 5"],
      [1, "x > 5"],
    ]);
  });

  test("are not more than are told of", () => {
    const many = obstacles("x = 1 /\\ y = 1..5000", "\\E e \\in y : e < 0 /\\ UNCHANGED <<x, y>>");
    expect(many).toHaveLength(1000);
  });
});
