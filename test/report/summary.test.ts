import { describe, expect, test } from "vitest";
import type { Result } from "../../src/explore/result.js";
import { allWarnings, coverageLines } from "../../src/report/index.js";
import { chanceText, factLines, verdictLine } from "../../src/report/summary.js";
import { report, text } from "./kit.js";
import { result, Stage, violation } from "./make.js";

const stage = new Stage(
  "specs/mount/busy.qsc",
  `spec busy
process umount = "umount" { take "lock()": skip; never "goto out": skip; }
invariant Clean == TRUE
invariant TypeOK == TRUE
reachable Busy == TRUE
reachable Idle == TRUE
constraint Short == TRUE
property Drains == TRUE
`,
  {
    variables: ["pc"],
    processes: [{ name: "umount", one: "umount" }],
    invariants: { Clean: "TRUE", TypeOK: "TRUE" },
    witnesses: ["Busy", "Idle"],
    constraints: ["Short"],
    properties: ["Drains"],
  },
);
const take = stage.step("umount", "take", "lock()");
const never = stage.step("umount", "never", "goto out");

const plain = { scenario: null, patch: null };
const states = { initial: 1, generated: 5678, distinct: 1234, depth: 12, queue: 0 };

/** A search that came to its end and found nothing. */
const complete = result({
  states,
  seconds: 0.8,
  witnesses: [
    { name: "Busy", length: 6 },
    { name: "Idle", length: 2 },
  ],
  collisionProbability: 3.1e-13,
  coverage: [
    { action: take("umount"), taken: 1200, found: 1199 },
    { action: take("umount"), taken: 34, found: 34 },
    { action: never("umount"), taken: 4, found: 0 },
  ],
});

describe("a property that holds", () => {
  test("is told with what was checked and what bounds it", () => {
    expect(report(stage, complete)).toBe(text`
busy holds: 2 invariants on 1,234 distinct states (complete)
  5,678 states generated, 1,234 distinct, depth 12, 0.8 s
  invariants: Clean, TypeOK
  deadlock: none
  not checked: temporal property Drains
  witnesses reached: Busy (after 5 steps), Idle (after 1 step)
  bounded by: Short
  fingerprints: the chance that a state was missed is less than 1 in 10^12
`);
  });

  test("says for which scenario and patch", () => {
    expect(verdictLine(complete, stage.model, { scenario: "fstests", patch: "brlock" })).toBe(
      "busy (scenario fstests, patch brlock) holds: 2 invariants on 1,234 distinct states (complete)",
    );
  });

  test("says when deadlock was not looked for", () => {
    const model = { ...stage.model, checkDeadlock: false };
    expect(factLines(complete, model, 75)).toContain("  deadlock: not checked");
  });

  test("is not claimed where there was nothing to check", () => {
    const model = { ...stage.model, invariants: [], witnesses: [] };
    expect(verdictLine(complete, model, plain)).toBe(
      "busy was explored: 1,234 distinct states (complete), no invariant to check",
    );
    expect(allWarnings(complete, model).map(({ code }) => code)).toContain("W062");
    const onlyAssumptions = { ...model, behaviour: null };
    expect(verdictLine(complete, onlyAssumptions, plain)).toBe(
      "busy: 0 assumptions, nothing else to check: no violation",
    );
    expect(allWarnings(complete, onlyAssumptions).map(({ code }) => code)).not.toContain("W062");
  });
});

describe("a search that is not complete", () => {
  const stopped = (stop: Result["stop"]): string =>
    report(stage, { ...complete, verdict: "incomplete", stop, states: { ...states, queue: 77 } });

  test("decides nothing and says what stopped it", () => {
    const out = stopped({ kind: "maxStates", limit: 1000 });
    expect(out).toContain("busy is undecided: no violation in 1,234 distinct states (incomplete)\n");
    expect(out).toContain(
      "\n  5,678 states generated, 1,234 distinct, depth 12, 77 left to explore,\n  0.8 s\n",
    );
    expect(out).toContain("\n  stopped by: --max-states 1000\n");
    expect(out).not.toContain("holds");
    expect(out).not.toContain("deadlock: none");
    expect(stopped({ kind: "timeout", seconds: 30 })).toContain("\n  stopped by: --timeout 30\n");
    expect(stopped({ kind: "interrupted" })).toContain("\n  stopped by: an interrupt\n");
    expect(stopped({ kind: "memory" })).toContain("\n  stopped by: the memory limit\n");
  });

  test("does not call a witness unreachable, nor a step dead", () => {
    const early: Result = {
      ...complete,
      verdict: "incomplete",
      stop: { kind: "interrupted" },
      witnesses: [{ name: "Busy", length: null }],
      coverage: [{ action: never("umount"), taken: 0, found: 0 }],
    };
    expect(report(stage, early)).toContain("\n  witnesses not reached so far: Busy\n");
    expect(allWarnings(early, stage.model)).toEqual([]);
  });
});

describe("warnings", () => {
  const vacuous: Result = {
    ...complete,
    witnesses: [
      { name: "Busy", length: null },
      { name: "Idle", length: 2 },
    ],
    coverage: [
      { action: take("umount"), taken: 3, found: 3 },
      { action: never("umount"), taken: 0, found: 0 },
      { action: stage.action("Terminating"), taken: 0, found: 0 },
    ],
  };

  test("witnesses never reached and steps never enabled, with their places", () => {
    const out = report(stage, vacuous);
    expect(out.slice(out.indexOf("specs/"))).toBe(text`
specs/mount/busy.qsc:5:11: warning W060: the witness Busy is never reached:
    what this model shows may be vacuous
specs/mount/busy.qsc:2:50: warning W061: the step umount.never is never
    enabled
`);
  });

  test("an invariant that was never put to the test", () => {
    const antecedents = [
      { invariant: "Clean", text: "pc = 1 \\* done", reached: false },
      { invariant: "TypeOK", text: "pc = 2", reached: true },
    ];
    const out = report(stage, { ...complete, antecedents });
    expect(out.slice(out.indexOf("specs/"))).toBe(text`
specs/mount/busy.qsc:3:11: warning W065: in the invariant Clean ${"`pc = 1`"} is
    never true, so what it implies was never tested
`);
    const stop = { kind: "interrupted" } as const;
    expect(allWarnings({ ...complete, antecedents, stop }, stage.model)).toEqual([]);
  });

  test("memory that never shows a store is none", () => {
    const coverage = [{ action: stage.flush(0), taken: 0, found: 0 }];
    expect(allWarnings({ ...complete, coverage }, stage.model)).toEqual([]);
    expect(coverageLines({ ...complete, coverage }, 75)[1]).toMatch(/^memory\.flush +0 +0$/);
  });

  test("many steps that are never enabled share one, but not in --json", () => {
    const many: Result = {
      ...complete,
      coverage: ["a", "b", "c", "never"].map((name) => ({
        action: stage.step("umount", name)("umount"),
        taken: 0,
        found: 0,
      })),
    };
    const out = report(stage, many);
    expect(out.slice(out.indexOf("specs/"))).toBe(text`
specs/mount/busy.qsc: warning W061: 4 steps are never enabled:
    umount.a (line 1), umount.b (line 1), umount.c (line 1),
    umount.never (line 1)
`);
    expect(allWarnings(many, stage.model)).toHaveLength(4);
  });

  test("each once, wherever it comes from, notes below", () => {
    const unused = {
      code: "W001",
      severity: "warning" as const,
      message: "the constant N is never used",
      notes: ["drop it"],
    };
    const model = { ...stage.model, warnings: [unused] };
    const out = report(
      { source: stage.source, instances: [], model },
      { ...complete, warnings: [{ ...unused }] },
    );
    expect(out.slice(out.indexOf("specs/"))).toBe(
      "specs/mount/busy.qsc: warning W001: the constant N is never used\n    drop it",
    );
  });
});

test("coverage by step, over all instances", () => {
  expect(coverageLines(complete, 75)).toEqual([
    "step          taken  new states",
    "umount.take   1,234       1,233",
    "umount.never      4           0",
  ]);
  expect(report(stage, complete, { coverage: true })).toContain("\n\nstep          taken  new states\n");
  expect(report(stage, complete)).not.toContain("new states");
});

test("the verdict of a violation in one line", () => {
  const [initial] = stage.trace({ pc: 0 }, []);
  const verdict = (...args: Parameters<typeof violation>): string =>
    verdictLine(result({ violations: [violation(...args)] }), stage.model, plain);
  expect(verdict("invariant", [initial!, initial!], { property: "Clean" })).toBe(
    "Clean is violated: 2 states, 1 step",
  );
  expect(verdict("invariant", [initial!], { property: "Clean" })).toBe(
    "Clean is violated in the initial state",
  );
  expect(verdict("assumption", [], { property: "Small" })).toBe("Assumption Small is false");
  expect(verdict("deadlock", [initial!])).toBe("Deadlock in the initial state");
  expect(verdict("assert", [initial!], { action: take("umount") })).toBe(
    "An assertion fails in the first step",
  );
  expect(verdict("error", [])).toBe("Evaluation failed");
  expect(verdict("error", [initial!], { property: "Clean" })).toBe(
    "Evaluation of Clean failed in the initial state",
  );
});

test("a walk shows where it went and claims nothing", () => {
  const behaviour = stage.trace({ pc: 0 }, [[take("umount"), {}]]);
  const out = report(stage, {
    ...complete,
    verdict: "incomplete",
    stop: { kind: "walk", steps: 1 },
    behaviour,
    witnesses: [],
  });
  expect(out).toContain("busy: one random behaviour of 1 step, no violation on it\n");
  expect(out).toContain("\n  umount\n  ------\n  lock()");
  expect(out).not.toContain("holds");
});

test("probabilities in words", () => {
  expect([0.5, 1 / 340, 2.2e-7, 3.1e-13].map(chanceText)).toEqual([
    "about 1 in 2",
    "about 1 in 340",
    "less than 1 in 10^6",
    "less than 1 in 10^12",
  ]);
});
