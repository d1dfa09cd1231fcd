import { describe, expect, test } from "vitest";
import type { Action, ProcessInstance } from "../../src/explore/evaluator.js";
import { follow } from "../../src/explore/follow.js";
import type { NotDone, RunResult } from "../../src/explore/run-result.js";
import type { Core } from "../../src/semantics/core.js";
import type { ProcessInfo, RunItem } from "../../src/semantics/model.js";
import { Source, type Span } from "../../src/syntax/source.js";
import type { Value } from "../../src/values/index.js";
import { failure, type Toy, ToyHost, toyEvaluator } from "./toy.js";

const span: Span = { source: new Source("run", ""), start: 0, end: 0 };
const literal = (value: Value): Core => ({ kind: "literal", value, span });

const start = (where: string): RunItem => ({ kind: "start", where: literal(where), text: where, span });
const assert = (condition: string): RunItem => ({
  kind: "assert",
  condition: literal(condition),
  text: condition,
  span,
});
function step(
  process: string | null,
  name: string,
  more: { self?: Value; args?: readonly Value[]; where?: string } = {},
): RunItem {
  const { self, args = [], where } = more;
  return {
    kind: "step",
    process,
    self: self === undefined ? null : literal(self),
    step: name,
    args: args.map(literal),
    where: where === undefined ? null : literal(where),
    text: name,
    span,
  };
}

function info(name: string, many: boolean): ProcessInfo {
  return { name, many, identity: literal(0), cpu: null, anchor: null, span };
}

const sum: ProcessInstance = { process: info("sum", false), self: "sum", name: "sum" };
const adders = [1, 2].map(
  (self): ProcessInstance => ({ process: info("adder", true), self, name: `adder[${self}]` }),
);

function taken(
  kind: "process" | "memory",
  process: string,
  name: string,
  instance: ProcessInstance | null,
  bindings: Action["bindings"] = [],
): Partial<Action> {
  return { step: { kind, process, name, c: null, anchor: null, rest: false, span }, instance, bindings };
}

/**
 * Two adders that each add 1 or 2 to n once (`add`), by way of a procedure's step (`count`), and `sum`, which reads n
 * once n is at least 2. `<<n, read, done by adder 1, done by adder 2, stores buffered>>`.
 */
const toy: Toy = {
  variables: ["n", "read", "done1", "done2", "buffered"],
  initial: [
    [0, 0, 0, 0, 0],
    [5, 0, 0, 0, 0],
  ],
  actions: {
    add1: ([n, r, a, b, c]) => (a === 0 ? [1, 2].map((by) => [n! + by, r!, 1, b!, c!]) : []),
    add2: ([n, r, a, b, c]) => (b === 0 ? [1, 2].map((by) => [n! + by, r!, a!, 1, c!]) : []),
    count1: ([n, r, a, b, c]) => (a === 1 ? [[n!, r!, 2, b!, c!]] : []),
    read: ([n, , a, b, c]) => (n! >= 2 ? [[n!, n!, a!, b!, c! + 1]] : []),
    check: ([n, r]) => (r! > 0 && n! > 0 ? failure("E056", "assert", 4) : []),
    flush0: ([n, r, a, b, c]) => (c! > 0 ? [[n!, r!, a!, b!, c! - 1]] : []),
    broken: ([n]) => (n === 1 ? failure("E042", "error", 6) : []),
  },
  about: {
    add1: taken("process", "adder", "add", adders[0]!, [{ name: "self", value: 1 }]),
    add2: taken("process", "adder", "add", adders[1]!, [{ name: "self", value: 2 }]),
    count1: taken("process", "count", "in", adders[0]!, [{ name: "self", value: 1 }]),
    read: taken("process", "sum", "read", sum),
    check: taken("process", "sum", "check", sum),
    flush0: taken("memory", "memory", "flush", null, [{ name: "cpu", value: 0 }]),
    broken: taken("process", "sum", "broken", sum),
  },
  instances: [...adders, sum],
  predicates: {
    Zero: ([n]) => n === 0,
    One: ([n]) => n === 1,
    Two: ([n]) => n === 2,
    Nine: ([n]) => n === 9,
    Four: ([n]) => n === 4,
    AtMostFour: ([n]) => n! <= 4,
    Undefined: () => failure("E042"),
  },
};

const run = (items: readonly RunItem[], some: Toy = toy, host = new ToyHost()): Promise<RunResult> =>
  follow(toyEvaluator(some), items, host);

async function stop(items: readonly RunItem[], some: Toy = toy): Promise<RunResult & { kind: "stopped" }> {
  const result = await run(items, some);
  if (result.kind === "reached") throw new Error("the run was not stopped");
  return result;
}

const names = ({ trace }: RunResult) => trace.map(({ action }) => action?.name ?? null);
const add = (self: number, where?: string) => step("adder", "add", { self, ...(where && { where }) });

describe("a run that can be done", () => {
  test("gives a behaviour that does it, which a path stands for as well", async () => {
    const result = await run([start("Zero"), add(2), add(1, "Two"), step("sum", "read")]);
    expect(result.kind).toBe("reached");
    expect(result.trace.map(({ action, values }) => [action?.name ?? null, ...values])).toEqual([
      [null, 0, 0, 0, 0, 0],
      ["add2", 1, 0, 0, 1, 0],
      ["add1", 2, 0, 1, 1, 0],
      ["read", 2, 2, 1, 1, 1],
    ]);
    expect(result.path.map(({ action }) => action)).toEqual([-1, 1, 0, 3]);
  });

  test("follows every choice that it leaves open", async () => {
    // Of two initial states and two choices each, only 0 + 2 + 2 makes this true at the end.
    const result = await run([add(1), add(2), step("sum", "read", { where: "Four" })]);
    expect(result.kind).toBe("reached");
    expect(result.trace.at(-1)!.values.slice(0, 2)).toEqual([4, 4]);
  });

  test("names the instance that takes a procedure's step, or leaves it open", async () => {
    expect((await run([add(1), step("count", "in", { self: 1 })])).kind).toBe("reached");
    expect((await run([add(1), step("count", "in")])).kind).toBe("reached");
    expect(names(await run([step("adder", "add"), step("adder", "add")]))).toEqual([null, "add1", "add2"]);
  });

  test("takes steps of memory, of one CPU or any", async () => {
    const before = [add(1, "Two"), step("sum", "read")];
    expect((await run([...before, step("memory", "flush", { self: 0 })])).kind).toBe("reached");
    expect((await run([...before, step("memory", "flush")])).kind).toBe("reached");
  });

  test("asserts in all states", async () => {
    expect((await run([start("Zero"), add(1), add(2), assert("AtMostFour")])).kind).toBe("reached");
  });

  test("is there without items too", async () => {
    expect(names(await run([]))).toEqual([null]);
  });

  test("checks no invariant, and no constraint bounds it", async () => {
    const strict: Toy = { ...toy, constraint: () => false, invariants: { No: () => false } };
    expect((await run([add(1), add(2)], strict)).kind).toBe("reached");
  });

  test("minds no assertion and no error of other steps", async () => {
    const items = [start("Zero"), add(1, "One"), add(2, "Two"), step("sum", "read"), step("memory", "flush")];
    expect((await run(items)).kind).toBe("reached");
  });
});

describe("plain modules", () => {
  const plain: Toy = {
    variables: ["x"],
    initial: [[0]],
    actions: { Send1a: () => [[1]], Send2a: () => [[2]], Open: () => [[3]] },
    about: {
      Send1a: { name: "Send", bindings: [["n", 1] as const, ["m", "a"] as const].map(bound) },
      Send2a: { name: "Send", bindings: [["n", 2] as const, ["m", "a"] as const].map(bound) },
    },
    predicates: { Two: ([x]) => x === 2 },
  };
  function bound([name, value]: readonly [string, Value]) {
    return { name, value };
  }
  const last = async (items: readonly RunItem[]) => (await run(items, plain)).trace.at(-1)!.values;

  test("name actions, with the arguments that matter", async () => {
    expect(await last([step(null, "Send", { args: [2, "a"] })])).toEqual([2]);
    expect(await last([step(null, "Send", { args: [2] })])).toEqual([2]);
    expect(await last([step(null, "Send", { where: "Two" })])).toEqual([2]);
    expect(await last([step(null, "Open")])).toEqual([3]);
  });

  test("say what there is instead", async () => {
    const reason = async (item: RunItem) => (await stop([item], plain)).reason;
    expect(await reason(step(null, "Snd"))).toEqual({ kind: "noStep", steps: ["Send", "Open"] });
    expect(await reason(step(null, "Open", { args: [1] }))).toEqual({ kind: "argumentsOpen", known: 0 });
    const none = await reason(step(null, "Send", { args: [1, "b"] }));
    expect(none).toMatchObject({ kind: "noArguments", actions: [{ index: 0 }, { index: 1 }] });
  });
});

describe("a run stops", () => {
  test("where a step is not enabled: who should take it, and what is possible", async () => {
    const result = await stop([start("Zero"), add(1, "One"), step("adder", "add", { self: 1 })]);
    expect(result.item).toBe(2);
    expect(names(result)).toEqual([null, "add1"]);
    expect(result.reason).toMatchObject({ kind: "notEnabled", instance: { name: "adder[1]" } });
    const { possible } = result.reason as Extract<NotDone, { kind: "notEnabled" }>;
    expect(possible.map(({ name }) => name)).toEqual(["add2", "count1"]);
  });

  test("where a condition is false after the step", async () => {
    const result = await stop([start("Zero"), add(1, "Nine")]);
    expect(result).toMatchObject({
      item: 1,
      reason: { kind: "whereFalse", explanation: { conjunct: "Nine" } },
    });
    expect(names(result)).toEqual([null, "add1"]);
  });

  test("where it cannot start", async () => {
    const result = await stop([start("Nine"), add(1)]);
    expect(result).toMatchObject({ item: 0, reason: { kind: "noStart", explanation: { conjunct: "Nine" } } });
    expect(names(result)).toEqual([null]);
    const none = await stop([add(1)], { ...toy, initial: [] });
    expect(none).toMatchObject({ item: -1, reason: { kind: "noStart", explanation: null }, trace: [] });
  });

  test("where an assertion is false in some state", async () => {
    const result = await stop([start("Zero"), add(1), add(2), assert("Two")]);
    expect(result).toMatchObject({ item: 3, reason: { kind: "false", explanation: { conjunct: "Two" } } });
    expect(result.trace.at(-1)!.values[0]).toBe(3);
  });

  test("where there is no such instance, step or CPU", async () => {
    const reason = async (item: RunItem) => (await stop([item])).reason;
    expect(await reason(step("adder", "add", { self: "one" }))).toEqual({
      kind: "noInstance",
      process: "adder",
      self: "one",
      instances: adders,
    });
    expect(await reason(step("count", "in", { self: 2 }))).toMatchObject({
      kind: "noInstance",
      instances: [{ name: "adder[1]" }],
    });
    expect(await reason(step("sum", "sub"))).toEqual({ kind: "noStep", steps: ["read", "check", "broken"] });
    expect(await reason(step("memory", "flush", { self: 1 }))).toEqual({ kind: "noCpu", cpu: 1, cpus: [0] });
  });

  test("where nothing is buffered, or there are no buffers", async () => {
    expect((await stop([step("memory", "flush", { self: 0 })])).reason).toEqual({ kind: "nothingBuffered" });
    const sc: Toy = { ...toy, actions: { add1: toy.actions.add1! } };
    expect((await stop([step("memory", "flush")], sc)).reason).toEqual({ kind: "noMemory" });
  });

  test("where the step's own assertion fails, or something has no value", async () => {
    const asserted = await stop([add(1, "Two"), step("sum", "read"), step("sum", "check")]);
    expect(asserted.reason).toMatchObject({
      kind: "error",
      verdict: "assert",
      error: { code: "E056" },
      action: { name: "check" },
    });
    expect(names(asserted)).toEqual([null, "add1", "read"]);
    const broken = await stop([add(1, "One"), step("sum", "broken")]);
    expect(broken.reason).toMatchObject({ kind: "error", verdict: "error", action: { name: "broken" } });
    expect(broken.item).toBe(1);
    const condition = await stop([add(1, "Undefined")]);
    expect(condition.reason).toMatchObject({ kind: "error", error: { code: "E042" }, action: null });
    expect(names(condition)).toEqual([null, "add1"]);
  });

  test("at a false assumption, before anything", async () => {
    const result = await stop([add(1)], { ...toy, assumptions: { Small: () => false } });
    expect(result).toMatchObject({ item: -1, reason: { kind: "assumption", name: "Small" }, trace: [] });
  });

  test("at an interrupt", async () => {
    const host = new ToyHost(0, (self) => {
      self.interrupted = self.pauses === 2;
    });
    const result = await run([add(1), add(2), assert("Nine")], toy, host);
    expect(result).toMatchObject({ kind: "stopped", item: 1, reason: { kind: "interrupted" } });
  });

  test("where it leaves too much open", async () => {
    const wide: Toy = {
      variables: ["x"],
      initial: [[0]],
      actions: { Any: ([x]) => Array.from({ length: 400 }, (_, i) => [400 * x! + i]) },
    };
    const result = await run(
      [1, 2, 3].map(() => step(null, "Any")),
      wide,
    );
    expect(result).toMatchObject({ kind: "stopped", item: 1, reason: { kind: "tooMany" } });
  });
});
