import { describe, expect, test } from "vitest";
import type { Action, ProcessInstance } from "../../src/explore/evaluator.js";
import type { FailureEnd } from "../../src/explore/failure-end.js";
import { violationAt } from "../../src/explore/findings.js";
import { retrace } from "../../src/explore/replay.js";
import {
  findSharedBehaviour,
  type LabelledBehaviour,
  labelOf,
  labelsOf,
} from "../../src/explore/shared-behaviour.js";
import { Source, type Span } from "../../src/syntax/source.js";
import { failure, type Toy, toyEvaluator } from "./toy.js";

const span: Span = { source: new Source("toy", ""), start: 0, end: 0 };

/**
 * The base: a closer drops the last reference late (`defer`, then `put`), an umounter looks (`sum`) and frees (`free`).
 * `<<references, where the closer stands, where the umounter stands, stores buffered>>`.
 */
const base: Toy = {
  variables: ["refs", "closer", "umounter", "buffered"],
  initial: [[1, 0, 0, 0]],
  actions: {
    defer: ([r, c, u, b]) => (c === 0 ? [[r!, 1, u!, b!]] : []),
    put: ([r, c, u, b]) => (c === 1 ? [[r! - 1, 2, u!, b! + 1]] : []),
    sum: ([r, c, u, b]) => (u === 0 ? [[r!, c!, 1, b!]] : []),
    free: ([r, c, u, b]) => (u === 1 ? [[r!, c!, 2, b!]] : []),
    flush: ([r, c, u, b]) => (b! > 0 ? [[r!, c!, u!, b! - 1]] : []),
  },
  about: {
    flush: {
      step: { kind: "memory", process: "memory", name: "flush", c: null, anchor: null, rest: false, span },
    },
  },
  invariants: { NoUseAfterFree: ([r, , u]) => u !== 2 || r === 0 },
};

const goal = { kind: "invariant", index: 0 } as const;
const all = ["defer", "put", "sum", "free", "(memory).flush"];

interface Question {
  readonly known?: readonly string[];
  readonly toy?: Toy;
  readonly most?: number;
  readonly end?: Partial<FailureEnd>;
}

const nobody: FailureEnd = { by: null, assertion: null, hanging: null };

/** The actions of a shortest shared behaviour; else what came instead. */
function shared(
  steps: readonly string[],
  { known = all, toy = base, most, end }: Question = {},
  wanted: Parameters<typeof findSharedBehaviour>[2] = goal,
): readonly (string | undefined)[] | string {
  const evaluator = toyEvaluator(toy);
  const result = findSharedBehaviour(evaluator, { steps, known, end: { ...nobody, ...end } }, wanted, most);
  if (result.kind !== "found") return result.kind;
  // The path is one of base, and shows the violation.
  expect(violationAt(evaluator, result.path, wanted).trace).toEqual(retrace(evaluator, result.path));
  return result.path.slice(1).map(({ action }) => evaluator.actions[action]!.name);
}

describe("a shared behaviour", () => {
  test("takes the common steps in the same order", () => {
    expect(shared(["sum", "defer", "free"])).toEqual(["sum", "defer", "free"]);
    expect(shared(["defer", "sum", "free"])).toEqual(["defer", "sum", "free"]);
  });

  test("is none where the violation comes before the last common step: it stays, and anything would show it", () => {
    expect(shared(["sum", "free"])).toEqual(["sum", "free"]);
    expect(shared(["sum", "free", "defer"])).toBe("none");
  });

  test("is none without a common step, unless the counterexample has no step at all", () => {
    expect(shared(["sum_all"], { known: ["sum_all"] })).toBe("none");
    expect(shared(["(memory).flush"], { known: ["sum_all"] })).toBe("none");
  });

  test("is broken by whom the counterexample is broken by", () => {
    const step = { kind: "process", c: null, anchor: null, rest: false, span } as const;
    const toy: Toy = {
      ...base,
      about: {
        sum: { step: { ...step, process: "umounter", name: "sum" } },
        free: { step: { ...step, process: "umounter", name: "free" } },
      },
    };
    const known = ["umounter.sum"];
    expect(shared(["umounter.sum"], { toy, known, end: { by: "umounter" } })).toEqual(["sum", "free"]);
    expect(shared(["umounter.sum"], { toy, known, end: { by: "newcomer" } })).toBe("none");
  });

  test("takes no others that both specs have", () => {
    // Without the put nothing is wrong in this variant of base; with it the patched spec would have had it too.
    const late: Toy = { ...base, invariants: { Late: ([r, , u]) => u !== 2 || r! > 0 } };
    expect(shared(["defer", "sum", "free"], { toy: late })).toBe("none");
    expect(shared(["defer", "put", "sum", "free"], { toy: late })).toEqual(["defer", "put", "sum", "free"]);
  });

  test("inserts steps that the patched spec no longer has, leaves out those that base never had", () => {
    const late: Toy = { ...base, invariants: { Late: ([r, , u]) => u !== 2 || r! > 0 } };
    const known = ["sum", "free", "put_sync"];
    expect(shared(["sum", "put_sync", "free"], { toy: late, known })).toEqual([
      "defer",
      "put",
      "sum",
      "free",
    ]);
  });

  test("does not ask for steps of memory, and inserts them where they are needed", () => {
    expect(shared(["sum", "(memory).flush", "free"])).toEqual(["sum", "free"]);
    const visible: Toy = {
      ...base,
      invariants: { Visible: ([, c, u, b]) => !(u === 2 && c === 2 && b === 0) },
    };
    expect(shared(["defer", "put", "sum", "free"], { toy: visible })).toEqual([
      "defer",
      "put",
      "sum",
      "free",
      "flush",
    ]);
  });

  test("is not one where the order differs", () => {
    const ordered: Toy = {
      ...base,
      actions: { ...base.actions, free: ([r, c, u, b]) => (u === 1 && c === 0 ? [[r!, c!, 2, b!]] : []) },
    };
    expect(shared(["sum", "free"], { toy: ordered })).toEqual(["sum", "free"]);
    expect(shared(["sum", "defer", "free"], { toy: ordered })).toBe("none");
  });

  test("may end in a deadlock or a failed assertion", () => {
    expect(shared(["sum", "free", "defer", "put"], {}, { kind: "deadlock" })).toEqual([
      "sum",
      "free",
      "defer",
      "put",
      "flush",
    ]);
    expect(shared(["sum", "free"], {}, { kind: "deadlock" })).toBe("none");
    const asserting: Toy = {
      ...base,
      actions: { ...base.actions, check: ([, c]) => (c === 1 ? failure("E056", "assert", 5) : []) },
    };
    const known = [...all, "check"];
    const assertion = { place: "failed with E056", text: null, by: null, step: "check" };
    const question = { toy: asserting, known, end: { assertion } };
    expect(shared(["sum", "defer"], question, { kind: "assertion" })).toEqual(["sum", "defer"]);
    expect(shared(["sum"], question, { kind: "assertion" })).toBe("none");
    const other = { ...question, end: { assertion: { ...assertion, place: "failed with E057" } } };
    expect(shared(["sum", "defer"], other, { kind: "assertion" })).toBe("none");
  });

  test("may be the initial state alone", () => {
    expect(shared([], { toy: { ...base, initial: [[1, 0, 2, 0]] } })).toEqual([]);
  });

  test("stays within the constraints, and does without what has no value", () => {
    expect(shared(["sum", "defer", "free"], { toy: { ...base, constraint: ([, c]) => c === 0 } })).toBe(
      "none",
    );
    const broken: Toy = {
      ...base,
      actions: {
        ...base.actions,
        defer: ([r, c, u, b]) => (u === 1 ? failure("E042") : c === 0 ? [[r!, 1, u!, b!]] : []),
      },
    };
    expect(shared(["sum", "defer", "free"], { toy: broken })).toBe("none");
    const undefinedInvariant: Toy = { ...base, invariants: { Broken: () => failure("E042") } };
    expect(shared(["sum", "free"], { toy: undefinedInvariant })).toBe("none");
  });

  test("is looked for within a limit", () => {
    expect(shared(["defer", "put", "sum", "free"], { most: 2 })).toBe("limit");
    expect(shared(["sum", "free"], { most: 3 })).toEqual(["sum", "free"]);
  });
});

describe("labels", () => {
  const process = {
    name: "closer",
    many: true,
    identity: { kind: "literal", value: 0, span },
    cpu: null,
    anchor: null,
    span,
  } as const;
  const instance: ProcessInstance = { process, self: "aio", name: 'closer["aio"]' };
  const action = (more: Partial<Action>): Action => ({
    index: 0,
    name: "Name",
    bindings: [],
    step: null,
    instance: null,
    span,
    ...more,
  });
  const stepOf = (owner: string, kind: "process" | "memory" = "process") =>
    ({ kind, process: owner, name: "put", c: null, anchor: null, rest: false, span }) as const;
  const self = { name: "self", value: "aio" };

  test("say who takes a step, and its name, but no choices", () => {
    const bindings = [self, { name: "cpu", value: 2 }];
    expect(labelOf(action({ step: stepOf("closer"), instance, bindings }))).toBe('closer["aio"].put');
    expect(labelOf(action({ step: stepOf("mntput"), instance, bindings }))).toBe('closer["aio"]:mntput.put');
    expect(labelOf(action({ step: stepOf("mntput"), bindings }))).toBe('mntput["aio"].put');
  });

  test("of memory name the CPU, of a plain module all values", () => {
    const bindings = [
      { name: "cpu", value: 1 },
      { name: "k", value: 2 },
    ];
    expect(labelOf(action({ step: stepOf("memory", "memory"), bindings }))).toBe("(memory)[1].put");
    expect(labelOf(action({ bindings }))).toBe("Name[1][2]");
    expect(labelOf(action({}))).toBe("Name");
  });

  test("of a behaviour are plain data", () => {
    const evaluator = toyEvaluator(base);
    const found = findSharedBehaviour(evaluator, { steps: ["sum", "free"], known: all, end: nobody }, goal);
    const labels = labelsOf(evaluator, found.kind === "found" ? found.path : [], goal);
    const expected: LabelledBehaviour = { steps: ["sum", "free"], known: all, end: nobody };
    expect(JSON.parse(JSON.stringify(labels))).toEqual(expected);
  });
});
