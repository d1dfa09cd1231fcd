/** Properties that a search answers on its way: of initial states, of states and of steps. */
import { describe, expect, test } from "vitest";
import { search } from "../../src/explore/search.js";
import { checked, isBehaviour, shown } from "./run.js";
import { failure, type Toy, ToyHost, toyEvaluator } from "./toy.js";

const clock = {
  Clock: `---- MODULE Clock ----
EXTENDS Naturals
VARIABLE t
Init == t = 0
Tick == t' = (t + 1) % 3
Spec == Init /\\ [][Tick]_t
====`,
};

const counter = `EXTENDS Integers
VARIABLES x, y
vars == <<x, y>>
Init == x = 0 /\\ y \\in {0, 1}
Up == x < 4 /\\ x' = x + 1 /\\ y' = y
Back == x = 4 /\\ x' = 0 /\\ y' = y
Flip == x = 2 /\\ y' = 1 - y /\\ x' = x
Next == Up \\/ Back \\/ Flip
Spec == Init /\\ [][Next]_vars
C == INSTANCE Clock WITH t <- x % 3
D == INSTANCE Clock WITH t <- y
P ==`;

async function verdict(property: string, more = "", options = {}) {
  return await checked(`${counter} ${property}`, `SPECIFICATION Spec PROPERTY P ${more}`, options, clock);
}

describe("a property of steps", () => {
  test.each([
    ["[][x' \\in {x + 1, x, 0}]_vars", "ok"],
    ["[][x' = x + 1]_x", "action"],
    ["[][FALSE]_(x - x)", "ok"],
    ["[][Up \\/ Back]_x", "ok"],
    ["\\A n \\in 0..4 : [][x = n => x' \\in {n + 1, 0}]_x", "ok"],
    ["\\A n \\in 0..4 : [][x = n => x' \\in {n + 1, 1}]_x", "action"],
    ["[](x \\in 0..4) /\\ [][Next]_vars /\\ x = 0", "ok"],
    ["[](x < 4)", "invariant"],
    ["y = 0", "action"],
    ["D!Spec", "action"],
    ["LET Max == 4 IN [][x' <= Max]_x", "ok"],
  ])("%s: %s", async (property, expected) => {
    expect((await verdict(property)).result.verdict).toBe(expected);
  });

  test("is asked of steps to states that are known, too", async () => {
    const { result, model } = await verdict("[][~Back]_vars");
    expect(result.verdict).toBe("action");
    expect(result.violations[0]!.property).toBe("P");
    const { trace } = result.violations[0]!;
    expect(isBehaviour(trace, model)).toBe(true);
    expect(shown(trace, model)).toEqual([
      "x = 0, y = 0",
      "x = 1, y = 0",
      "x = 2, y = 0",
      "x = 3, y = 0",
      "x = 4, y = 0",
      "x = 0, y = 0",
    ]);
  });

  test("a refinement: the step that breaks it, and why", async () => {
    // x % 3 goes from 1 to 0 where x starts over.
    const { result } = await verdict("C!Spec");
    const [violation] = result.violations;
    expect(violation).toMatchObject({ verdict: "action", property: "P" });
    expect(violation!.trace).toHaveLength(6);
    expect(violation!.explanation?.conjunct).toBe("t' = (t + 1) % 3");
  });

  test("the false conjunct of the action is told", async () => {
    const { result } = await verdict("[][/\\ x' >= 0\n      /\\ x' # 3\n      /\\ y' = y]_vars");
    expect(result.violations[0]!.explanation).toMatchObject({
      conjunct: "x' # 3",
      parts: [{ text: "x'", value: 3 }],
    });
  });

  test("a step outside the constraints is asked about as well", async () => {
    const { result, model } = await checked(
      `${counter} [][x' < 2]_x\nSmall == x < 2`,
      "SPECIFICATION Spec PROPERTY P CONSTRAINT Small",
      {},
      clock,
    );
    expect(result.verdict).toBe("action");
    expect(shown(result.violations[0]!.trace, model).at(-1)).toBe("x = 2, y = 0");
  });

  test("one that has no value ends the search", async () => {
    const { result } = await verdict('[][x = 1 => "a" = y\']_x');
    expect(result.violations[0]).toMatchObject({ verdict: "error", property: "P" });
    expect(result.violations[0]!.trace).toHaveLength(3);
  });
});

describe("a property of initial states", () => {
  test("is violated by a state alone", async () => {
    const { result, model } = await verdict("/\\ x = 0\n  /\\ y = 0");
    const [violation] = result.violations;
    expect(violation).toMatchObject({ verdict: "action", property: "P" });
    expect(shown(violation!.trace, model)).toEqual(["x = 0, y = 1"]);
    expect(violation!.explanation?.conjunct).toBe("y = 0");
  });
});

describe("--continue", () => {
  test("goes on after violated properties, each told once", async () => {
    const units = `${counter} y = 0 /\\ [](x # 3) /\\ [][x' # 2]_x\nQ == [][y' = y]_vars\nR == [](x < 5)`;
    const { result } = await checked(units, "SPECIFICATION Spec PROPERTIES P Q R", { continue: true }, clock);
    expect(result.violations.map(({ verdict, property }) => `${verdict} ${property}`)).toEqual([
      "action P",
      "invariant P",
      "action Q",
    ]);
    expect(result.stop).toEqual({ kind: "complete" });
    expect(result.states.distinct).toBe(10);
  });

  test("counts the conjuncts of invariants that are false", async () => {
    const units = `${counter} TRUE\nInv == /\\ x < 3\n       /\\ y = 0 \\/ x # 1\n       /\\ x # 4\nFine == x < 9`;
    const { result } = await checked(
      units,
      "SPECIFICATION Spec INVARIANTS Inv Fine",
      { continue: true, tally: true },
      clock,
    );
    expect(result.violations).toHaveLength(1);
    expect(
      result.falsified.map(({ invariant, states, conjuncts }) => [
        invariant,
        states,
        conjuncts.map((one) => `${one.text}: ${one.states}`),
      ]),
    ).toEqual([["Inv", 5, ["x < 3: 4", "y = 0 \\/ x # 1: 1", "x # 4: 2"]]]);
    const plain = await checked(units, "SPECIFICATION Spec INVARIANT Inv", { continue: true }, clock);
    expect(plain.result.falsified).toEqual([]);
  });
});

describe("the search", () => {
  const line: Toy = {
    variables: ["x"],
    initial: [[0]],
    actions: { Up: ([x]) => (x! < 3 ? [[x! + 1]] : []), Down: ([x]) => (x! > 0 ? [[x! - 1]] : []) },
  };
  const run = (toy: Toy, options = {}) =>
    search(toyEvaluator(toy), { checkDeadlock: true, ...options }, new ToyHost());

  test("asks about each step once per way of taking it, after the state that it leads to", async () => {
    const asked: string[] = [];
    const result = await run({
      ...line,
      invariants: {
        Inv: ([x]) => {
          asked.push(`${x}`);
          return true;
        },
      },
      actionProperties: {
        Step: ([x], [next]) => {
          asked.push(`${x}-${next}`);
          return true;
        },
      },
    });
    expect(result.verdict).toBe("ok");
    expect(asked).toEqual(["0", "1", "0-1", "2", "1-2", "1-0", "3", "2-3", "2-1", "3-2"]);
  });

  test("is over at the first violated step", async () => {
    const result = await run({ ...line, actionProperties: { Step: ([x], [next]) => next! > x! } });
    expect(result.violations[0]!.trace.map(({ values }) => values[0])).toEqual([0, 1, 0]);
    expect(result.stop).toEqual({ kind: "violation" });
    expect(result.states.generated).toBe(4);
  });

  test("an evaluation that fails names the property", async () => {
    const toy = {
      ...line,
      actionProperties: { Step: ([x]: readonly number[]) => x! < 2 || failure("E001") },
    };
    const result = await run(toy, { continue: true });
    expect(result.violations).toMatchObject([{ verdict: "error", property: "Step" }]);
    expect(result.violations[0]!.trace.map(({ values }) => values[0])).toEqual([0, 1, 2, 3]);
  });
});
