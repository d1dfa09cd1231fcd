/**
 * ENABLED and `\cdot`, whose variables are bound, in modules that are instanced with expressions for variables
 * ("Specifying Systems", 17.8). The values are TLC's where it has one.
 */
import { describe, expect, test } from "vitest";
import { check } from "../../src/index.js";
import { finderOf } from "../support/model.js";

const modules = {
  Pair: `---- MODULE Pair ----
EXTENDS Integers
VARIABLES a, b
Different == a' = 0 /\\ b' = 1
Unequal == a # b /\\ Different
Bump(k) == a' = a + k /\\ b' = b
Up == Bump(2) /\\ a < 3
CanUp == ENABLED Up
F == ENABLED Different
G == ENABLED Unequal
H(k) == ENABLED (a' = k /\\ a' = a + 1 /\\ UNCHANGED b)
Both == (a' = a + 1 /\\ b' = b) \\cdot (b' = a /\\ a' = b)
Split == (b' = a + 1 /\\ a' = a) \\cdot (a # b /\\ b' = a /\\ a' = a)
====
`,
  Outer: `---- MODULE Outer ----
EXTENDS Integers
VARIABLES p
P == INSTANCE Pair WITH a <- p, b <- p + 1
Enabled == P!F
Twice == ENABLED (p' = 1 /\\ P!G)
====
`,
};

/** Checks an invariant, or the number of states that a step formula reaches. */
async function run(
  units: string,
  config: string,
): Promise<{ readonly verdict: string | null; readonly states: number }> {
  const text = `---- MODULE M ----\nEXTENDS Integers\n${units}\n====\n`;
  const find = finderOf(modules);
  const { result, report } = await check({
    name: "M.tla",
    text,
    config: { name: "M.cfg", text: config },
    find,
  });
  expect(result.stop.kind, report()).not.toBe("error");
  return { verdict: result.verdict, states: result.states.distinct };
}

async function isTrue(formula: string): Promise<boolean> {
  const units = `VARIABLES x, y
I == INSTANCE Pair WITH a <- x, b <- x
J == INSTANCE Pair WITH a <- x + 1, b <- y
K == INSTANCE Pair WITH a <- y, b <- x
L(e) == INSTANCE Pair WITH a <- e, b <- 7
O == INSTANCE Outer WITH p <- x + y
Init == x = 0 /\\ y = 5
Next == UNCHANGED <<x, y>>
Inv == ${formula}`;
  const { verdict } = await run(units, "INIT Init NEXT Next INVARIANT Inv");
  return verdict === "ok";
}

describe("ENABLED", () => {
  test.each([
    ["the same variable for two", "I!F", true],
    ["the same variable for two, which must differ now", "I!G", false],
    ["an expression for a variable", "J!F /\\ J!G", true],
    ["other names only", "K!F /\\ K!G", true],
    ["what is not primed has the expression's value", "J!H(2) /\\ ~J!H(1)", true],
    ["an argument of the instance", "L(x + y)!F /\\ L(x + y)!G /\\ L(7)!F /\\ ~L(7)!G", true],
    ["operators of the module", "J!CanUp /\\ ~L(4)!CanUp", true],
    ["an argument of the operator", "J!H(x + 2) /\\ ~J!H(y)", true],
    ["an instance in an instance", "O!Enabled", true],
    ["ENABLED within ENABLED", "O!Twice", true],
    ["a LET's instance", "LET Q == INSTANCE Pair WITH a <- y, b <- y IN Q!F /\\ ~Q!G", true],
  ])("%s", async (_, formula, expected) => {
    expect(await isTrue(formula)).toBe(expected);
  });
});

describe("action composition", () => {
  const init = "VARIABLE x\nInit == x = 0\n";

  test("goes through the states between", async () => {
    const { states } = await run(
      `${init}A == x' \\in {x + 1, x + 5}\nB == x < 4 /\\ x' = x * 2\nNext == A \\cdot B`,
      "INIT Init NEXT Next CHECK_DEADLOCK FALSE",
    );
    // 0 to 1 to 2, 2 to 3 to 6; 5, 7 and more lead nowhere.
    expect(states).toBe(3);
  });

  test("as a test, and in ENABLED", async () => {
    const { verdict } = await run(
      `${init}A == x' = x + 1\nB == x < 3 /\\ x' = x * 2\nNext == /\\ x' \\in 0..9 /\\ A \\cdot B
Inv == x \\in {0, 2, 6} /\\ (x < 2 => ENABLED (A \\cdot B)) /\\ (x = 6 => ~ENABLED (A \\cdot B))`,
      "INIT Init NEXT Next INVARIANT Inv CHECK_DEADLOCK FALSE",
    );
    expect(verdict).toBe("ok");
  });

  test("joined with what else a step does", async () => {
    const { verdict, states } = await run(
      `VARIABLES x, n\nInit == x = 0 /\\ n = 0
Next == n < 3 /\\ n' = n + 1 /\\ ((x' = x + 1) \\cdot (x' = x * 2))\nInv == x \\in {0, 2, 6, 14}`,
      "INIT Init NEXT Next INVARIANT Inv CHECK_DEADLOCK FALSE",
    );
    expect([verdict, states]).toEqual(["ok", 4]);
  });

  test("chains", async () => {
    const { states } = await run(
      `${init}A == x' = x + 1\nNext == x < 9 /\\ (A \\cdot A \\cdot A)`,
      "INIT Init NEXT Next CHECK_DEADLOCK FALSE",
    );
    expect(states).toBe(4);
  });

  test("an assertion that fails between", async () => {
    const { verdict } = await run(
      `LOCAL INSTANCE TLC\n${init}A == x' = 1 /\\ Assert(x > 5, "small")\nNext == A \\cdot (x' = x)`,
      "INIT Init NEXT Next",
    );
    expect(verdict).toBe("assert");
  });

  test("seen through an instance with one expression for two variables", async () => {
    // Between the two actions the variables are the module's own, so the step leaves z as it is.
    const split = await run(
      "VARIABLE z\nI == INSTANCE Pair WITH a <- z, b <- z\nInit == z = 1\nNext == I!Split",
      "INIT Init NEXT Next",
    );
    expect(split).toEqual({ verdict: "ok", states: 1 });
    const direct = await run(
      "VARIABLE z\nInit == z = 1\nNext == (z' = z + 1 /\\ z' = z) \\cdot (z' = z)",
      "INIT Init NEXT Next",
    );
    expect(direct.verdict).toBe("deadlock");
  });

  test("seen through an instance with an expression", async () => {
    const { verdict, states } = await run(
      `VARIABLES x, y\nJ == INSTANCE Pair WITH a <- x + 1, b <- y\nInit == x = 0 /\\ y = 5
Next == x' \\in 0..9 /\\ y' \\in 0..9 /\\ J!Both\nInv == <<x, y>> \\in {<<0, 5>>, <<4, 2>>, <<1, 6>>, <<5, 3>>, <<2, 7>>, <<6, 4>>, <<3, 8>>, <<7, 5>>, <<4, 9>>, <<8, 6>>, <<5, 10>>}`,
      "INIT Init NEXT Next INVARIANT Inv CHECK_DEADLOCK FALSE",
    );
    expect(verdict).toBe("ok");
    expect(states).toBeGreaterThan(2);
  });
});
