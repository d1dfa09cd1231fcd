import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Action } from "../../src/explore/evaluator.js";
import type { TraceForm } from "../../src/report/index.js";
import { makeFunction, makeRecord, makeSet, makeTuple, type Value } from "../../src/values/index.js";
import { report } from "./kit.js";
import { result, Stage, violation } from "./make.js";

const name = fc.stringMatching(/^[a-z][a-z_0-9]{0,30}$/).filter((word) => word !== "pc" && word !== "stack");
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ minLength: 60, maxLength: 200 }));
const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.integer(),
    fc.boolean(),
    text,
    fc.array(fc.integer(), { maxLength: 60 }).map((items) => makeSet(items)),
    fc.array(tie("value"), { maxLength: 6 }).map((items) => makeTuple(items)),
    fc.dictionary(name, tie("value"), { maxKeys: 4 }).map((fields) => makeRecord(Object.entries(fields))),
    fc
      .uniqueArray(fc.integer({ min: -5, max: 20 }), { minLength: 1, maxLength: 9 })
      .chain((keys) =>
        fc
          .tuple(...keys.map(() => tie("value")))
          .map((values) => makeFunction(keys.map((key, i) => [key, values[i]!] as const))),
      ),
  ),
})).value;

/** A spec with one to nine processes, some of them with C text, and a behaviour of theirs; or one without processes. */
const told = fc
  .record({
    processes: fc.uniqueArray(name, { maxLength: 9 }),
    variables: fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
    c: fc.array(fc.option(text), { minLength: 1, maxLength: 4 }),
    cpu: fc.boolean(),
    mentions: text,
    steps: fc.array(fc.record({ who: fc.nat(), step: fc.nat(), changed: fc.nat(), to: value }), {
      maxLength: 12,
    }),
    initial: value,
    parts: fc.array(fc.record({ text, value }), { maxLength: 4 }),
    verdict: fc.constantFrom("invariant" as const, "deadlock" as const, "liveness" as const),
    variant: fc.record({ scenario: fc.option(name), patch: fc.option(name) }),
  })
  .map(({ processes, variables, c, cpu, mentions, steps, initial, parts, verdict, variant }) => {
    const stage = new Stage("some/long/path/to/a/specification_of_something.qsc", "invariant Inv == x > 0", {
      variables: [
        "pc",
        ...variables,
        ...(cpu && processes.length > 0 ? [`p_cpu as ${processes[0]}.cpu`] : []),
      ],
      processes: processes.map((process) => ({ name: process, one: process })),
      invariants: { Inv: "x > 0" },
    });
    const labels = c.map((code, i) => ({ code, label: `step_${i}` }));
    const action = (who: number, step: number): Action => {
      const { code, label } = labels[step % labels.length]!;
      if (processes.length === 0) return stage.action(label, { p: step });
      const process = processes[who % processes.length]!;
      return stage.step(process, label, code)(process);
    };
    const pc = makeFunction(
      processes.map((process, i) => [process, i % 2 === 0 ? "Done" : "step_0"] as const),
    );
    const start: Record<string, Value> = { pc };
    for (const variable of stage.model.variables.slice(1)) start[variable.display] = initial;
    const trace = stage.trace(
      start,
      steps.map(
        ({ who, step, changed, to }) =>
          [action(who, step), { [variables[changed % variables.length]!]: to }] as const,
      ),
    );
    const explanation =
      verdict === "invariant" ? { conjunct: mentions, span: stage.at("x > 0"), parts } : null;
    const more = {
      property: "Inv",
      explanation,
      loopStart: verdict === "liveness" ? trace.length - 1 : null,
    };
    const violations = [violation(verdict, trace, more)];
    return { stage, variant, result: result({ violations, witnesses: [{ name: "W", length: null }] }) };
  });

describe("whatever the names and values", () => {
  for (const trace of ["race", "states", "diff", "prose"] satisfies TraceForm[]) {
    test.prop([told], { numRuns: 100, seed: 20230810 })(
      `no line of --trace ${trace} is longer than 75 columns`,
      (spec) => {
        const out = report(spec.stage, spec.result, { trace, ...spec.variant });
        for (const line of out.split("\n")) {
          expect(line.length).toBeLessThanOrEqual(75);
          expect(line).toBe(line.trimEnd());
        }
        expect(report(spec.stage, spec.result, { trace, ...spec.variant })).toBe(out);
      },
    );
  }
});
