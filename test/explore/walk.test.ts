import { describe, expect, test } from "vitest";
import type { Result } from "../../src/explore/result.js";
import { type WalkOptions, walk } from "../../src/explore/walk.js";
import { counters, failure, jugs, type Toy, ToyHost, toyEvaluator } from "./toy.js";

function run(toy: Toy, options: Partial<WalkOptions> = {}, host = new ToyHost()): Promise<Result> {
  return walk(toyEvaluator(toy), { seed: 1, steps: 20, checkDeadlock: true, ...options }, host);
}

const line: Toy = {
  variables: ["x"],
  initial: [[0]],
  actions: { Up: ([x]) => (x! < 4 ? [[x! + 1]] : []) },
};

describe("a walk", () => {
  test("takes the steps asked for, each a step of the model, and proves nothing", async () => {
    const result = await run(jugs);
    expect(result.verdict).toBe("incomplete");
    expect(result.stop).toEqual({ kind: "walk", steps: 20 });
    const behaviour = result.behaviour!;
    expect(behaviour).toHaveLength(21);
    expect(behaviour[0]).toMatchObject({ action: null, values: [0, 0] });
    for (const [i, { action, values }] of behaviour.entries()) {
      if (i === 0) continue;
      const step = jugs.actions[action!.name]!;
      expect(step(behaviour[i - 1]!.values as number[])).toContainEqual(values);
    }
    expect(result.coverage.reduce((sum, { taken }) => sum + taken, 0)).toBe(20);
  });

  test("is the same for the same seed, another for another", async () => {
    const toy = counters(4, 10);
    const actions = async (seed: number) =>
      (await run(toy, { seed })).behaviour!.map(({ action }) => action?.name);
    expect(await actions(5)).toEqual(await actions(5));
    expect(await actions(5)).not.toEqual(await actions(6));
  });

  test("a violation without an explanation is one all the same", async () => {
    const explain = () => failure("E001");
    const result = await run({ ...line, invariants: { Low: ([x]) => x! < 2 }, explain });
    expect(result.verdict).toBe("invariant");
    expect(result.violations[0]).toMatchObject({ property: "Low", explanation: null, error: null });
    expect(result.behaviour).toHaveLength(3);
  });

  test("zero steps give an initial state", async () => {
    expect((await run(jugs, { steps: 0 })).behaviour).toHaveLength(1);
  });

  test("ends at a violation", async () => {
    const result = await run({ ...line, invariants: { Low: ([x]) => x! < 3 } });
    expect(result.verdict).toBe("invariant");
    expect(result.violations[0]).toMatchObject({ property: "Low", explanation: { conjunct: "Low" } });
    expect(result.violations[0]!.trace).toHaveLength(4);
  });

  test("ends in a deadlock, which is a violation only if asked for", async () => {
    expect(await run(line)).toMatchObject({ verdict: "deadlock", stop: { kind: "walk", steps: 4 } });
    expect(await run(line, { checkDeadlock: false })).toMatchObject({
      verdict: "incomplete",
      stop: { kind: "walk", steps: 4 },
    });
  });

  test("ends where only stuttering is left", async () => {
    const resting: Toy = {
      ...line,
      actions: { ...line.actions, Rest: (state) => (state[0] === 4 ? [state] : []) },
    };
    expect(await run(resting)).toMatchObject({ verdict: "incomplete", stop: { kind: "walk", steps: 4 } });
  });

  test("stays within the constraints", async () => {
    expect((await run({ ...line, constraint: ([x]) => x! < 2 })).behaviour).toHaveLength(2);
    expect((await run({ ...line, actionConstraint: (_, [x]) => x! < 3 })).behaviour).toHaveLength(3);
    expect((await run({ ...line, initial: [] })).behaviour).toEqual([]);
  });

  test("reports errors and false assumptions", async () => {
    const broken: Toy = {
      ...line,
      actions: { Up: ([x]) => (x === 2 ? failure("E042", "assert", 0) : [[x! + 1]]) },
    };
    const result = await run(broken);
    expect(result).toMatchObject({
      verdict: "assert",
      violations: [{ error: { code: "E042" }, action: { name: "Up" } }],
    });
    expect(result.violations[0]!.trace).toHaveLength(3);
    expect((await run({ ...line, assumptions: { No: () => false } })).verdict).toBe("assumption");
  });

  test("can be interrupted", async () => {
    const host = new ToyHost(10, (self) => {
      self.interrupted = true;
    });
    const result = await run(counters(2, 10), { steps: 1_000_000 }, host);
    expect(result.stop).toEqual({ kind: "interrupted" });
    expect(result.verdict).toBe("incomplete");
  });
});
