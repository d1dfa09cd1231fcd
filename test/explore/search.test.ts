import { describe, expect, test, vi } from "vitest";
import { EvaluationError } from "../../src/explore/evaluator.js";
import type { Progress } from "../../src/explore/host.js";
import { ReplayError, retrace } from "../../src/explore/replay.js";
import type { Result } from "../../src/explore/result.js";
import { search } from "../../src/explore/search.js";
import type { SearchOptions } from "../../src/explore/search-options.js";
import { Source } from "../../src/syntax/source.js";
import { counters, failure, jugs, type Toy, ToyHost, toyEvaluator } from "./toy.js";

function run(toy: Toy, options: Partial<SearchOptions> = {}, host = new ToyHost()): Promise<Result> {
  return search(toyEvaluator(toy), { checkDeadlock: true, ...options }, host);
}

/** The names of the actions of a trace, and its states. */
function steps(result: Result, violation = 0): unknown[] {
  return result.violations[violation]!.trace.map(({ action, values }) => [action?.name ?? null, ...values]);
}

/** x counts up from 0, to 4. */
const line: Toy = {
  variables: ["x"],
  initial: [[0]],
  actions: { Up: ([x]) => (x! < 4 ? [[x! + 1]] : []) },
};

describe("counts", () => {
  test("two jugs", async () => {
    const result = await run(jugs);
    expect(result.verdict).toBe("ok");
    expect(result.stop).toEqual({ kind: "complete" });
    // Six actions from each of 16 states, and the initial one.
    expect(result.states).toEqual({ initial: 1, generated: 97, distinct: 16, depth: 8, queue: 0 });
    expect(result.coverage.map(({ taken }) => taken)).toEqual([16, 16, 16, 16, 16, 16]);
    expect(result.coverage.reduce((sum, { found }) => sum + found, 0)).toBe(15);
    expect(result.collisionProbability).toBe((16 * 81) / 2 ** 64);
  });

  test("counters", async () => {
    const result = await run(counters(3, 10));
    expect(result.states).toEqual({ initial: 1, generated: 3001, distinct: 1000, depth: 28, queue: 0 });
  });

  test("an initial state given twice is generated twice, found once", async () => {
    const result = await run({ ...line, initial: [[0], [3], [0]] }, { checkDeadlock: false });
    expect(result.states).toEqual({ initial: 2, generated: 7, distinct: 5, depth: 3, queue: 0 });
  });

  test("no initial state", async () => {
    const result = await run({ ...line, initial: [] });
    expect(result.verdict).toBe("ok");
    expect(result.states).toEqual({ initial: 0, generated: 0, distinct: 0, depth: 0, queue: 0 });
  });

  test("two runs give the same result", async () => {
    const toy = { ...jugs, invariants: { NotFour: ([, b]: readonly number[]) => b !== 4 } };
    expect(await run(toy)).toEqual(await run(toy));
  });
});

describe("violations", () => {
  test("an invariant: the shortest counterexample", async () => {
    const result = await run({ ...jugs, invariants: { NotFour: ([, b]) => b !== 4 } });
    expect(result.verdict).toBe("invariant");
    expect(result.stop).toEqual({ kind: "violation" });
    expect(result.violations).toHaveLength(1);
    expect(result.violations[0]!.property).toBe("NotFour");
    expect(result.violations[0]!.explanation?.conjunct).toBe("NotFour");
    expect(steps(result)).toEqual([
      [null, 0, 0],
      ["FillBig", 0, 5],
      ["BigToSmall", 3, 2],
      ["EmptySmall", 0, 2],
      ["BigToSmall", 2, 0],
      ["FillBig", 2, 5],
      ["BigToSmall", 3, 4],
    ]);
    expect(result.states.depth).toBe(7);
  });

  test("a violation without an explanation is one all the same", async () => {
    const explain = () => failure("E001");
    const result = await run({ ...line, invariants: { Low: ([x]) => x! < 2 }, explain });
    expect(result.verdict).toBe("invariant");
    expect(steps(result)).toEqual([
      [null, 0],
      ["Up", 1],
      ["Up", 2],
    ]);
    expect(result.violations[0]!.explanation).toBeNull();
    expect(result.states.distinct).toBe(3);
  });

  test("an initial state may violate an invariant", async () => {
    const result = await run({ ...line, initial: [[0], [2], [3]], invariants: { Low: ([x]) => x! < 2 } });
    expect(steps(result)).toEqual([[null, 2]]);
    expect(result.states).toMatchObject({ initial: 2, generated: 2, distinct: 2, depth: 1 });
  });

  test("the first invariant of the model wins in a state", async () => {
    const result = await run({
      ...line,
      invariants: { A: ([x]) => x! < 3, B: ([x]) => x! < 2, C: ([x]) => x! < 2 },
    });
    expect(result.violations.map(({ property }) => property)).toEqual(["B"]);
  });

  test("a deadlock, which is checked only if asked for", async () => {
    const result = await run(line);
    expect(result.verdict).toBe("deadlock");
    expect(result.violations[0]!.property).toBeNull();
    expect(steps(result)).toEqual([
      [null, 0],
      ["Up", 1],
      ["Up", 2],
      ["Up", 3],
      ["Up", 4],
    ]);
    expect(result.states).toEqual({ initial: 1, generated: 5, distinct: 5, depth: 5, queue: 0 });
    expect((await run(line, { checkDeadlock: false })).verdict).toBe("ok");
  });

  test("an invariant beats a deadlock of the same depth, found when the state is expanded", async () => {
    const result = await run({ ...line, invariants: { NotFour: ([x]) => x !== 4 } });
    expect(result.verdict).toBe("invariant");
  });

  test("a false assumption: nothing is explored", async () => {
    const result = await run({ ...line, assumptions: { Fine: () => true, Small: () => false } });
    expect(result.verdict).toBe("assumption");
    expect(result.violations[0]).toMatchObject({ property: "Small", trace: [] });
    expect(result.states.generated).toBe(0);
  });
});

describe("evaluation errors", () => {
  test("in a step: the behaviour up to the state, and the action", async () => {
    const result = await run({
      ...line,
      actions: { ...line.actions, Bad: ([x]) => (x === 2 ? failure("E042", "error", 1) : []) },
    });
    expect(result.verdict).toBe("error");
    expect(result.violations[0]).toMatchObject({
      property: null,
      error: { code: "E042" },
      action: { name: "Bad" },
    });
    expect(steps(result)).toEqual([
      [null, 0],
      ["Up", 1],
      ["Up", 2],
    ]);
  });

  test("a failed assertion has its own verdict", async () => {
    const result = await run({
      ...line,
      actions: { Up: ([x]) => (x === 1 ? failure("E050", "assert", 0) : [[x! + 1]]) },
    });
    expect(result.verdict).toBe("assert");
    expect(steps(result)).toEqual([
      [null, 0],
      ["Up", 1],
    ]);
  });

  test("in an invariant: the state is part of the behaviour", async () => {
    const result = await run({ ...line, invariants: { Odd: ([x]) => (x === 2 ? failure("E042") : true) } });
    expect(result.verdict).toBe("error");
    expect(result.violations[0]!.property).toBe("Odd");
    expect(steps(result)).toEqual([
      [null, 0],
      ["Up", 1],
      ["Up", 2],
    ]);
  });

  test("in constraints and witnesses", async () => {
    const constraint = await run({ ...line, constraint: ([x]) => (x === 1 ? failure("E042") : true) });
    expect(steps(constraint)).toEqual([
      [null, 0],
      ["Up", 1],
    ]);
    const step = await run({ ...line, actionConstraint: (_, [x]) => (x === 2 ? failure("E042") : true) });
    expect(steps(step)).toEqual([
      [null, 0],
      ["Up", 1],
      ["Up", 2],
    ]);
    const witness = await run({ ...line, witnesses: { W: ([x]) => (x === 1 ? failure("E042") : false) } });
    expect(witness.violations[0]!.property).toBe("W");
    expect(witness.verdict).toBe("error");
  });

  test("in assumptions, in Init, in a fingerprint", async () => {
    const assumption = await run({ ...line, assumptions: { A: () => failure("E042") } });
    expect(assumption).toMatchObject({ verdict: "error", violations: [{ trace: [] }] });
    const evaluator = toyEvaluator(line);
    const broken = { ...evaluator, initial: () => failure("E042") };
    const initial = await search(broken, { checkDeadlock: true }, new ToyHost());
    expect(initial).toMatchObject({ verdict: "error", violations: [{ trace: [] }] });
    const fingerprint = await run({ ...line, fingerprint: ([x]) => (x === 2 ? failure("E042") : [x!, x!]) });
    expect(steps(fingerprint)).toEqual([
      [null, 0],
      ["Up", 1],
    ]);
  });

  test("end the search even if it is to continue", async () => {
    const toy: Toy = {
      ...line,
      actions: { Up: ([x]) => (x === 3 ? failure("E042") : [[x! + 1]]) },
      invariants: { Low: ([x]) => x! < 2 },
    };
    const result = await run(toy, { continue: true });
    expect(result.verdict).toBe("invariant");
    expect(result.stop).toEqual({ kind: "violation" });
    expect(result.violations.map(({ verdict }) => verdict)).toEqual(["invariant", "error"]);
  });

  test("what is not an EvaluationError is a bug and comes through", async () => {
    const toy: Toy = {
      ...line,
      invariants: {
        A: () => {
          throw new TypeError("bug");
        },
      },
    };
    await expect(run(toy)).rejects.toThrow(TypeError);
  });
});

describe("constraints", () => {
  test("states outside are generated and checked, but neither distinct nor explored", async () => {
    // As TLC counts: with x < 2, the successor 2 is generated and left out.
    const within: Toy = { ...line, constraint: ([x]) => x! < 2 };
    expect((await run(within)).states).toEqual({ initial: 1, generated: 3, distinct: 2, depth: 2, queue: 0 });
    const result = await run({ ...within, invariants: { Low: ([x]) => x! < 2 } });
    expect(result.verdict).toBe("invariant");
    expect(steps(result)).toEqual([
      [null, 0],
      ["Up", 1],
      ["Up", 2],
    ]);
    expect(result.states).toEqual({ initial: 1, generated: 3, distinct: 2, depth: 2, queue: 0 });
  });

  test("a witness may lie outside", async () => {
    const result = await run({ ...line, constraint: ([x]) => x! < 2, witnesses: { Two: ([x]) => x === 2 } });
    expect(result.witnesses).toEqual([{ name: "Two", length: 3 }]);
  });

  test("successors that all lie outside are no deadlock", async () => {
    expect((await run({ ...line, constraint: ([x]) => x! < 2 })).verdict).toBe("ok");
  });

  test("an initial state outside is checked and left out", async () => {
    const toy: Toy = { ...line, initial: [[3], [0]], constraint: ([x]) => x! < 2 };
    expect((await run(toy)).states).toEqual({ initial: 1, generated: 4, distinct: 2, depth: 2, queue: 0 });
    const result = await run({ ...toy, invariants: { Low: ([x]) => x! < 3 } });
    expect(steps(result)).toEqual([[null, 3]]);
  });

  test("on actions: a state may be left out on one way and kept on another", async () => {
    const result = await run(
      { ...counters(2, 3), actionConstraint: ([a], [b]) => a === b || b !== 2 },
      { checkDeadlock: false },
    );
    expect(result.states.distinct).toBe(6);
  });
});

describe("continue", () => {
  test("finds each property's shortest counterexample and completes the search", async () => {
    const toy: Toy = {
      ...line,
      invariants: { A: ([x]) => x! < 3, B: ([x]) => x! < 1, C: ([x]) => x! < 9 },
    };
    const result = await run(toy, { continue: true });
    expect(
      result.violations.map(({ property, verdict, trace }) => [verdict, property, trace.length]),
    ).toEqual([
      ["invariant", "B", 2],
      ["invariant", "A", 4],
      ["deadlock", null, 5],
    ]);
    expect(result.verdict).toBe("invariant");
    expect(result.stop).toEqual({ kind: "complete" });
    expect(result.states.distinct).toBe(5);
  });

  test("two invariants false in one state are both reported", async () => {
    const result = await run(
      { ...line, invariants: { A: ([x]) => x! < 2, B: ([x]) => x! < 2 } },
      { continue: true },
    );
    expect(result.violations.map(({ property }) => property)).toEqual(["A", "B", null]);
  });
});

describe("continue after failed assertions", () => {
  /** x and y count up from 0; a step fails its assertion where x is 2. */
  const asserting: Toy = {
    variables: ["x", "y"],
    initial: [[0, 0]],
    actions: {
      First: ([x, y]) => (x === 2 ? failure("E056", "assert", 0) : x! < 3 ? [[x! + 1, y!]] : []),
      Second: ([x, y]) => (y! < 3 ? [[x!, y! + 1]] : []),
    },
  };

  test("all other ways are explored, and the shortest counterexample is reported once", async () => {
    const result = await run(asserting, { continue: true, checkDeadlock: false });
    expect(result.verdict).toBe("assert");
    expect(result.stop).toEqual({ kind: "complete" });
    expect(result.states.distinct).toBe(12);
    expect(result.violations).toHaveLength(1);
    expect(result.violations[0]).toMatchObject({ error: { code: "E056" }, action: { name: "First" } });
    expect(steps(result)).toEqual([
      [null, 0, 0],
      ["First", 1, 0],
      ["First", 2, 0],
    ]);
  });

  test("ends at the first one unless it is to continue", async () => {
    const result = await run(asserting, { checkDeadlock: false });
    expect(result).toMatchObject({ verdict: "assert", stop: { kind: "violation" } });
    expect(result.states.distinct).toBe(6);
    expect(steps(result)).toHaveLength(3);
  });

  test("a state in which an assertion fails is no deadlock", async () => {
    const result = await run(asserting, { continue: true });
    expect(result.violations.map(({ verdict }) => verdict)).toEqual(["assert"]);
    const stuck: Toy = { ...asserting, actions: { ...asserting.actions, Second: () => [] } };
    expect((await run(stuck, { continue: true })).violations.map(({ verdict }) => verdict)).toEqual([
      "assert",
    ]);
  });

  test("assertions are told apart by their places", async () => {
    const source = new Source("places", "assert a; assert b");
    const fails = (start: number, action: number) => {
      const span = { source, start, end: start + 8 };
      const diagnostic = { code: "E056", severity: "error", message: "Failure", span } as const;
      throw new EvaluationError("assert", diagnostic, action);
    };
    const toy: Toy = {
      ...asserting,
      actions: {
        ...asserting.actions,
        First: ([x, y]) => (x! < 2 ? [[x! + 1, y!]] : fails(0, 0)),
        Third: ([x]) => (x === 2 ? fails(10, 2) : x === 1 ? fails(0, 2) : []),
      },
    };
    const result = await run(toy, { continue: true });
    expect(
      result.violations.map(({ error, action, trace }) => [error!.span!.start, action!.name, trace.length]),
    ).toEqual([
      [0, "Third", 2],
      [10, "Third", 3],
    ]);
  });

  test("an evaluation error later on in the same state still ends the search", async () => {
    const toy: Toy = {
      ...asserting,
      actions: { ...asserting.actions, Third: ([x]) => (x === 2 ? failure("E042", "error", 2) : []) },
    };
    const result = await run(toy, { continue: true });
    expect(result.violations.map(({ verdict, action }) => [verdict, action?.name])).toEqual([
      ["assert", "First"],
      ["error", "Third"],
    ]);
    expect(result.stop).toEqual({ kind: "violation" });
  });

  test("a counterexample may lead through a state in which another assertion fails", async () => {
    const toy: Toy = { ...asserting, invariants: { Low: ([, y]) => y! < 3 }, initial: [[2, 0]] };
    const result = await run(toy, { continue: true });
    expect(result.violations.map(({ verdict, trace }) => [verdict, trace.length])).toEqual([
      ["assert", 1],
      ["invariant", 4],
    ]);
  });
});

describe("antecedents", () => {
  const implying: Toy = {
    ...line,
    invariants: { Reached: () => true, Never: () => true, Violated: ([x]) => x! < 3 },
    antecedents: { Reached: ([x]) => x === 4, Never: ([x]) => x === 5, Violated: ([x]) => x === 3 },
  };

  test("are searched for until each was true once", async () => {
    const result = await run(implying, { continue: true, checkDeadlock: false });
    expect(result.antecedents).toEqual([
      { invariant: "Reached", text: "left of Reached", reached: true },
      { invariant: "Never", text: "left of Never", reached: false },
      { invariant: "Violated", text: "left of Violated", reached: true },
    ]);
  });

  test("of a violated invariant are reached where it is", async () => {
    const result = await run(implying);
    expect(result.antecedents.map(({ reached }) => reached)).toEqual([false, false, true]);
  });
});

test("full store buffers are noticed in any state", async () => {
  expect((await run({ ...line, bufferFull: ([x]) => x === 2 })).bufferFull).toBe(true);
  expect((await run({ ...line, bufferFull: ([x]) => x === 9 })).bufferFull).toBe(false);
});

describe("paths", () => {
  test("give the behaviour again, as plain data", async () => {
    const toy: Toy = { ...jugs, invariants: { NotFour: ([, b]) => b !== 4 } };
    const { trace, path } = (await run(toy)).violations[0]!;
    expect(path.map(({ action }) => action)).toEqual([-1, 1, 5, 2, 5, 1, 5]);
    const sent = JSON.parse(JSON.stringify(path));
    expect(retrace(toyEvaluator(toy), sent)).toEqual(trace);
  });

  test("are empty where there is no behaviour", async () => {
    const result = await run({ ...line, assumptions: { Small: () => false } });
    expect(result.violations[0]!.path).toEqual([]);
    expect(retrace(toyEvaluator(line), [])).toEqual([]);
  });

  test("of another model are refused", async () => {
    const toy: Toy = { ...jugs, invariants: { NotFour: ([, b]) => b !== 4 } };
    const { path } = (await run(toy)).violations[0]!;
    expect(() => retrace(toyEvaluator(line), path)).toThrow(ReplayError);
    const foreign = { ...toy, actions: { FillSmall: jugs.actions.FillSmall! } };
    expect(() => retrace(toyEvaluator(foreign), path)).toThrow(/did not come out again/);
  });
});

describe("limits", () => {
  test("the greatest number of states", async () => {
    const result = await run(counters(2, 10), { maxStates: 50 });
    expect(result.verdict).toBe("incomplete");
    expect(result.stop).toEqual({ kind: "maxStates", limit: 50 });
    expect(result.states.distinct).toBe(50);
    expect(result.states.queue).toBeGreaterThan(0);
    // A graph that just fits is complete.
    expect((await run(counters(2, 10), { maxStates: 100 })).verdict).toBe("ok");
    expect((await run(counters(2, 10), { maxStates: 99 })).verdict).toBe("incomplete");
  });

  test("a violation found before a limit wins", async () => {
    const toy: Toy = { ...counters(2, 10), invariants: { A: ([a]) => a! < 2 } };
    const result = await run(toy, { maxStates: 50, continue: true });
    expect(result.verdict).toBe("invariant");
    expect(result.stop.kind).toBe("maxStates");
  });

  test("time", async () => {
    const result = await run(counters(3, 10), { timeoutSeconds: 1 }, new ToyHost(10));
    expect(result.verdict).toBe("incomplete");
    expect(result.stop).toEqual({ kind: "timeout", seconds: 1 });
    expect(result.states.distinct).toBeLessThan(1000);
    expect(result.states.queue).toBeGreaterThan(0);
  });

  test("time, while the initial states are found", async () => {
    const initial = Array.from({ length: 5000 }, (_, i) => [i]);
    const result = await run({ ...line, initial }, { timeoutSeconds: 0.01 }, new ToyHost(10));
    expect(result.stop.kind).toBe("timeout");
    expect(result.states).toMatchObject({ initial: 1023, distinct: 1023, queue: 1023 });
  });

  test("an interrupt", async () => {
    const host = new ToyHost(10, (self) => {
      self.interrupted = self.pauses === 3;
    });
    const result = await run(counters(3, 10), {}, host);
    expect(result.verdict).toBe("incomplete");
    expect(result.stop).toEqual({ kind: "interrupted" });
    expect(host.pauses).toBe(3);
  });

  test("memory", async () => {
    let reads = 0;
    const host = new ToyHost(
      10,
      () => {},
      () => 400 * ++reads,
    );
    const result = await run(counters(3, 10), {}, host);
    expect(result.verdict).toBe("incomplete");
    expect(result.stop).toEqual({ kind: "memory" });
  });

  test("memory, where the store cannot grow", async () => {
    vi.stubGlobal("Uint32Array", withoutRoom(4096));
    try {
      const result = await run(
        { ...counters(4, 10), invariants: { Low: ([x]) => x! < 9 } },
        { continue: true },
      );
      expect(result.stop).toEqual({ kind: "memory" });
      expect(result.states).toMatchObject({ initial: 1, distinct: 2048 });
      expect(result.violations[0]!.trace).toHaveLength(10);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

/** Uint32Array where an array of more than so many words finds no memory; blocks of the store's rows do. */
function withoutRoom(words: number): typeof Uint32Array {
  const ROWS = 2 ** 16;
  return new Proxy(Uint32Array, {
    construct(target, args: [number]) {
      if (args[0] > words && args[0] !== ROWS) throw new RangeError("Array buffer allocation failed");
      return new target(...args);
    },
  });
}

test("progress is told while the search runs", async () => {
  const seen: Progress[] = [];
  const host = new ToyHost(
    10,
    () => {},
    () => 123,
  );
  await run(counters(3, 10), { onProgress: (progress) => seen.push(progress) }, host);
  expect(seen.length).toBeGreaterThan(10);
  for (const [i, progress] of seen.entries()) {
    expect(progress.memory).toBe(123);
    expect(progress.queue).toBeGreaterThan(0);
    if (i > 0) expect(progress.distinct).toBeGreaterThanOrEqual(seen[i - 1]!.distinct);
    if (i > 0) expect(progress.elapsed).toBeGreaterThan(seen[i - 1]!.elapsed);
  }
});

test("progress tells the initial states before the first step, and what is violated before the replay", async () => {
  const seen: Progress[] = [];
  const invariants = { Low: ([x]: readonly number[]) => x! < 2 };
  await run({ ...line, invariants }, { onProgress: (progress) => seen.push(progress) });
  const counts = { initial: 1, elapsed: 0, memory: 0 };
  expect(seen).toEqual([
    { ...counts, generated: 1, distinct: 1, depth: 1, queue: 1, violated: [], replaying: false },
    {
      ...counts,
      generated: 3,
      distinct: 3,
      depth: 3,
      queue: 0,
      violated: [{ verdict: "invariant", property: "Low" }],
      replaying: true,
    },
  ]);
});

test("witnesses: the length of the shortest behaviour that reaches each", async () => {
  const result = await run({
    ...jugs,
    witnesses: { Start: ([s]) => s === 0, Four: ([, b]) => b === 4, Six: ([, b]) => b === 6 },
  });
  expect(result.witnesses).toEqual([
    { name: "Start", length: 1 },
    { name: "Four", length: 7 },
    { name: "Six", length: null },
  ]);
});

describe("the replay", () => {
  test("starts after the search", async () => {
    let during = 0;
    let after = 0;
    let replaying = false;
    const toy: Toy = {
      ...line,
      actions: {
        Up: ([x]) => {
          if (replaying) after++;
          else during++;
          return x! < 4 ? [[x! + 1]] : [];
        },
      },
    };
    await run(toy, {
      onProgress: (progress) => {
        replaying = progress.replaying;
      },
    });
    expect(during).toBe(5);
    expect(after).toBeGreaterThan(0);
  });

  test("refuses a counterexample that does not come out again", async () => {
    let calls = 0;
    const moody: Toy = { ...line, actions: { Up: ([x]) => [[x! + 1 + (calls++ > 3 ? 100 : 0)]] } };
    const violated = run({ ...moody, invariants: { Low: ([x]) => x! < 4 } });
    await expect(violated).rejects.toThrow(ReplayError);
    await expect(violated).rejects.toThrow(/did not come out again/);
  });

  test("refuses a violation that is not there the second time", async () => {
    let calls = 0;
    const toy: Toy = { ...line, invariants: { Moody: () => calls++ !== 2 } };
    await expect(run(toy)).rejects.toThrow(/does not show the violation/);
  });

  test("notices two states with one fingerprint", async () => {
    const toy: Toy = {
      variables: ["x", "y"],
      initial: [[0, 0]],
      actions: {
        Split: ([x, y]) =>
          x! < 3
            ? [
                [x! + 1, y!],
                [x! + 1, y! + 1],
              ]
            : [],
      },
      fingerprint: ([x]) => [x!, 0],
    };
    const result = run(toy);
    await expect(result).rejects.toThrow(ReplayError);
    await expect(result).rejects.toThrow(/same fingerprint/);
  });
});
