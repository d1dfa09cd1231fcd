/** What is asked once the search is over, and now and then while it goes on. */
import { describe, expect, test } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-codes.js";
import { search } from "../../src/explore/search.js";
import { checked } from "./run.js";
import { failure, type Toy, ToyHost, toyEvaluator } from "./toy.js";

const spec = `EXTENDS Integers, TLC, TLCExt, FiniteSets
VARIABLE x
Init == x = 0
Next == x' = (x + 1) % 4
Inv == x < 3
Reset == x = 3 /\\ x' = 0
Seven == x = 7
Counts == TLCGet("all:named")["s:_possible"][1] = [Reset |-> 1, Three |-> 1]
Three == x = 3
All == TLCGet("distinct") = 4 /\\ TLCGet("generated") = 5 /\\ TLCGet("diameter") = 4 /\\ TLCGet("queue") = 0
Less == TLCGet("distinct") < 4
Level == TLCGet("level") = 0
Fails == 1 \\div 0 = 1
Seen == PrintT(<<"states", Cardinality(CounterExample.state)>>)
Never == FALSE`;
const config = "INIT Init NEXT Next";

const told = async (more: string, options = {}) => {
  const { result, printed } = await checked(spec, `${config} ${more}`, options);
  const lines = result.violations.map(({ verdict, property, error }) =>
    [verdict, property, ...(error === null ? [] : [error.code])].join(" "),
  );
  return { lines, printed, result };
};

describe("a postcondition", () => {
  test("knows the whole search", async () => {
    const { lines, result } = await told("POSTCONDITIONS All Level");
    expect(lines).toEqual([]);
    expect(result.verdict).toBe("ok");
  });

  test("that is false is a violation without a behaviour", async () => {
    const { lines, result } = await told("POSTCONDITION Less");
    expect(lines).toEqual(["postcondition Less"]);
    expect(result.verdict).toBe("postcondition");
    expect(result.violations[0]!.trace).toEqual([]);
    expect(result.stop).toEqual({ kind: "complete" });
    expect(exitCodeOf(result)).toBe(10);
  });

  test("without a value is one, too", async () => {
    const { lines, result } = await told("POSTCONDITIONS Fails Less");
    expect(lines).toEqual(
      ["postcondition Fails E030", "postcondition Less"].map((l) => expect.stringMatching(l.slice(0, 19))),
    );
    expect(result.violations[0]!.error).not.toBeNull();
    expect(exitCodeOf(result)).toBe(10);
  });

  test("is asked after a violation, of its behaviour; the violation is the verdict", async () => {
    const { lines, printed, result } = await told("INVARIANT Inv POSTCONDITIONS Seen Never");
    expect(lines).toEqual(["invariant Inv", "postcondition Never"]);
    expect(printed).toEqual(['<<"states", 4>>']);
    expect(exitCodeOf(result)).toBe(12);
  });

  test("is not asked where a limit ended the search, nor after an evaluation that failed", async () => {
    const limited = await told("POSTCONDITION Never", { maxStates: 2 });
    expect(limited.lines).toEqual([]);
    expect(limited.result.stop.kind).toBe("maxStates");
    expect(
      (await told("INVARIANT Fails POSTCONDITION Never")).lines.map((line) => line.slice(0, 11)),
    ).toEqual(["error Fails"]);
  });
});

describe("what some state or step must satisfy", () => {
  test("a state predicate is asked of states, an action of steps", async () => {
    expect((await told("_POSSIBLE Reset Three")).result.verdict).toBe("ok");
  });

  test("a postcondition can look at how often it did, as in TLC", async () => {
    expect((await told("_POSSIBLE Reset Three POSTCONDITION Counts")).lines).toEqual([]);
  });

  test("what never is is a violation", async () => {
    const { lines, result } = await told("_POSSIBLE Reset Seven");
    expect(lines).toEqual(["postcondition _POSSIBLE Seven"]);
    expect(exitCodeOf(result)).toBe(10);
  });

  test("nothing is said of it where the search is not complete", async () => {
    expect((await told("_POSSIBLE Seven", { maxStates: 2 })).lines).toEqual([]);
    expect((await told("_POSSIBLE Seven INVARIANT Inv")).lines).toEqual(["invariant Inv"]);
  });
});

describe("a condition asked now and then", () => {
  const endless: Toy = {
    variables: ["x"],
    initial: [[0]],
    actions: { Up: ([x]) => [[(x! + 1) % 2000]] },
  };
  /** A clock that moves by ten seconds at each look. */
  const run = (toy: Toy) => search(toyEvaluator(toy), { checkDeadlock: true }, new ToyHost(10_000));

  test("once a minute", async () => {
    let asked = 0;
    const result = await run({ ...endless, periodic: () => ++asked > 0 });
    expect(result.verdict).toBe("ok");
    expect(asked).toBeGreaterThan(10);
  });

  test("where it is false the search is over", async () => {
    let asked = 0;
    const result = await run({ ...endless, periodic: () => ++asked < 5 });
    expect(asked).toBe(5);
    expect(result.violations).toMatchObject([{ verdict: "assumption", property: "Periodic", trace: [] }]);
    expect(result.states.queue).toBeGreaterThan(0);
    expect(exitCodeOf(result)).toBe(10);
  });

  test("one without a value is an error", async () => {
    const result = await run({ ...endless, periodic: () => failure("E001") });
    expect(result.violations).toMatchObject([{ verdict: "error", property: "Periodic" }]);
  });

  test("a short search never asks", async () => {
    const host = new ToyHost();
    const result = await search(
      toyEvaluator({ ...endless, periodic: () => false }),
      { checkDeadlock: true },
      host,
    );
    expect(result.verdict).toBe("ok");
  });
});
