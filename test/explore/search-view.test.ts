/** What a spec is told of the search that evaluates it: the figures are TLC's for the same modules (one worker). */
import { describe, expect, test } from "vitest";
import { check, run } from "../../src/index.js";

/** A module that counts up to 3 by one or two steps at a time, and from 2 to 7. */
function module(units: string): string {
  return `---- MODULE M ----
EXTENDS TLC, TLCExt, Naturals, Sequences
VARIABLE x
Init == x = 0
Foo(i) == x < 3 /\\ x' = x + i
Bar == x = 2 /\\ x' = 7
Next == (\\E i \\in 1 .. 2 : Foo(i)) \\/ Bar \\/ (x >= 3 /\\ UNCHANGED x)
${units}
====
`;
}

async function checked(units: string, config: string) {
  const printed: string[] = [];
  const { result } = await check({
    name: "M.tla",
    text: module(units),
    config: { name: "M.cfg", text: `INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE\n${config}\n` },
    host: {
      now: () => 0,
      pause: async () => {},
      interrupted: false,
      memory: () => ({ used: 0, limit: 1 }),
      print: (text) => printed.push(text),
    },
  });
  return { result, printed };
}

const FIGURES = `Figures == LET s == TLCGet("stats") IN <<s.initial, s.generated, s.distinct, s.queue, s.diameter>>`;

describe("in a breadth-first search", () => {
  test("an invariant is told the level of the state that was found, and figures that count it", async () => {
    const { printed } = await checked(
      `${FIGURES}\nInv == PrintT(<<x, TLCGet("level"), TLCGet("distinct"), TLCGet("generated"), TLCGet("diameter")>>)`,
      "INVARIANT Inv",
    );
    expect(printed).toEqual([
      "<<0, 1, 1, 1, 1>>",
      "<<1, 2, 2, 2, 2>>",
      "<<2, 2, 3, 3, 2>>",
      "<<3, 3, 4, 5, 3>>",
      "<<4, 3, 5, 7, 3>>",
      "<<7, 3, 6, 8, 3>>",
    ]);
  });

  test("a constraint is told the level of the state, an action constraint that of the state before", async () => {
    const { printed } = await checked(
      `Con == PrintT(<<"con", x, TLCGet("level")>>)\nACon == PrintT(<<"step", x, x', TLCGet("level")>>)`,
      "CONSTRAINT Con\nACTION_CONSTRAINT ACon",
    );
    expect(printed.slice(0, 7)).toEqual([
      '<<"con", 0, 1>>',
      '<<"con", 1, 2>>',
      '<<"step", 0, 1, 1>>',
      '<<"con", 2, 2>>',
      '<<"step", 0, 2, 1>>',
      '<<"con", 2, 3>>',
      '<<"step", 1, 2, 2>>',
    ]);
  });

  test("an assumption and the initial predicate are told level 0", async () => {
    const { printed } = await checked(
      `ASSUME PrintT(TLCGet("level"))\nInit0 == x = 0 /\\ PrintT(TLCGet("level"))`,
      "",
    );
    expect(printed).toEqual(["0"]);
    const init = await checked(
      `ASSUME TLCGet("stats").distinct = 0\nStart == Init /\\ PrintT(TLCGet("level"))`,
      "",
    );
    expect(init.result.verdict).toBe("ok");
  });

  test("a step is told the level of the state that it begins in", async () => {
    const { result } = await checked(`Small == TLCGet("level") < 3`, "CONSTRAINT Small");
    // TLC: 2 distinct levels are expanded, 3 are found.
    expect(result.states).toMatchObject({ distinct: 3, depth: 2 });
    const bounded = await check({
      name: "M.tla",
      text: module(`Bounded == TLCGet("level") < 3 /\\ Next`),
      config: { name: "M.cfg", text: "INIT Init\nNEXT Bounded\nCHECK_DEADLOCK FALSE\n" },
    });
    expect(bounded.result.states).toMatchObject({ distinct: 6, depth: 3 });
  });

  test("what is primed is told of the next state", async () => {
    const { result, printed } = await checked(
      `ACon == TLCGet("level") + 1 = TLCGet("level")' /\\ (x' # 7 \\/ PrintT(<<Trace, Trace'>>))`,
      "ACTION_CONSTRAINT ACon",
    );
    expect(result.states.distinct).toBe(6);
    expect(printed[0]).toBe("<<<<[x |-> 0], [x |-> 2]>>, <<[x |-> 0], [x |-> 2], [x |-> 7]>>>>");
    const next = await check({
      name: "M.tla",
      text: module(`Counted == Assert(TLCGet("level")' = TLCGet("level") + 1, "pre") /\\ Next`),
      config: { name: "M.cfg", text: "INIT Init\nNEXT Counted\nCHECK_DEADLOCK FALSE\n" },
    });
    expect(next.result.verdict).toBe("ok");
  });

  test("Trace is the behaviour up to the state", async () => {
    const { printed } = await checked(
      `Inv == x < 7 \\/ PrintT(Trace)\nCon == Len(Trace) = TLCGet("level")`,
      "INVARIANT Inv\nINVARIANT Con",
    );
    expect(printed).toEqual(["<<[x |-> 0], [x |-> 2], [x |-> 7]>>"]);
  });

  test("Trace has no value before there is a state", async () => {
    const { result } = await checked("ASSUME Len(Trace) = 0", "");
    expect(result.violations[0]?.error?.code).toBe("E072");
  });

  test("the action that led to a state is told", async () => {
    const { printed } = await checked(
      `Inv == x = 0 \\/ LET a == TLCGet("action") IN
                PrintT(<<x, a.name, IF "context" \\in DOMAIN a THEN a.context ELSE 0>>)`,
      "INVARIANT Inv",
    );
    expect(printed).toEqual([
      '<<1, "Foo", [i |-> 1]>>',
      '<<2, "Foo", [i |-> 2]>>',
      '<<3, "Foo", [i |-> 2]>>',
      '<<4, "Foo", [i |-> 2]>>',
      '<<7, "Bar", 0>>',
    ]);
  });

  test("a counterexample found with the level's help comes out again", async () => {
    const { result } = await checked(`Inv == TLCGet("level") < 3 /\\ Len(Trace) < 3`, "INVARIANT Inv");
    expect(result.violations[0]?.trace.map(({ values }) => values[0])).toEqual([0, 1, 3]);
  });

  test("definitions without parameters that ask the search are no constants", async () => {
    const { result, printed } = await checked(
      `Level == TLCGet("level")\nTwice == 2 * Level\nInv == PrintT(<<x, Twice>>)`,
      "INVARIANT Inv",
    );
    expect(result.verdict).toBe("ok");
    expect(printed).toContain("<<0, 2>>");
    expect(printed).toContain("<<7, 6>>");
  });

  test("registers count what is evaluated", async () => {
    const { printed } = await checked(
      `ASSUME TLCSet(1, 0)\nInv == TLCSet(1, TLCGet(1) + 1) /\\ (x < 7 \\/ PrintT(TLCGet(1)))`,
      "INVARIANT Inv",
    );
    expect(printed).toEqual(["6"]);
  });

  test('TLCSet("exit", TRUE) ends it', async () => {
    const { result } = await checked(`Inv == x # 3 \\/ TLCSet("exit", TRUE)`, "INVARIANT Inv");
    expect(result.verdict).toBe("incomplete");
    expect(result.stop).toEqual({ kind: "exit" });
  });

  test("a postcondition is told the figures, level 0 and no counterexample", async () => {
    const { result, printed } = await checked(
      `${FIGURES}\nPost == PrintT(<<TLCGet("level"), Figures, CounterExample, ToTrace(CounterExample)>>)`,
      "POSTCONDITION Post",
    );
    expect(result.verdict).toBe("ok");
    expect(printed).toEqual(["<<0, <<1, 11, 6, 0, 3>>, [action |-> {}, state |-> {}], <<>>>>"]);
  });

  test("a postcondition is told the counterexample", async () => {
    const { result, printed } = await checked(
      `Inv == x < 7\nPost == PrintT(<<ToTrace(CounterExample), {<<e[1][1], e[2].name, e[3][1]>> : e \\in CounterExample.action}>>)`,
      "INVARIANT Inv\nPOSTCONDITION Post",
    );
    expect(result.violations[0]?.verdict).toBe("invariant");
    expect(printed).toEqual(['<<<<[x |-> 0], [x |-> 2], [x |-> 7]>>, {<<1, "Foo", 2>>, <<2, "Bar", 3>>}>>']);
  });

  test("the configuration and the spec are told", async () => {
    const { printed } = await checked(
      `ASSUME PrintT(<<TLCGet("config").mode, TLCGet("config").deadlock, TLCGet("config").worker>>)
ASSUME PrintT({a.name : a \\in TLCGet("spec").actions})
ASSUME PrintT({v.name : v \\in TLCGet("spec").variables})
ASSUME PrintT(LET i == CHOOSE i \\in TLCGet("spec").invariants : TRUE IN <<i.name, i.location.beginLine>>)
Inv == x < 9`,
      "INVARIANT Inv",
    );
    expect(printed).toEqual(['<<"bfs", FALSE, 1>>', '{"Bar", "Foo", "Next"}', '{"x"}', '<<"Inv", 12>>']);
  });
});

test("on a walk, level and Trace speak of the behaviour walked", async () => {
  const { result } = await run({
    name: "M.tla",
    text: module(`Inv == Len(Trace) = TLCGet("level") /\\ Trace[TLCGet("level")].x = x`),
    config: { name: "M.cfg", text: "INIT Init\nNEXT Next\nINVARIANT Inv\nCHECK_DEADLOCK FALSE\n" },
    steps: 2,
  });
  expect(result.violations).toEqual([]);
  expect(result.behaviour).toHaveLength(3);
});
