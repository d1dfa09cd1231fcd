import { describe, expect, test } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { search } from "../../src/explore/search.js";
import { check } from "../../src/index.js";
import { traceToModule } from "../../src/report/index.js";
import { Source } from "../../src/syntax/source.js";
import { format } from "../../src/values/index.js";
import { ToyHost } from "../explore/toy.js";
import { modelOf } from "../support/model.js";

const SPEC = `---- MODULE M ----
EXTENDS Naturals
CONSTANTS N, a, Set, Plus(_, _)
VARIABLES x, f, Trace
Init == x = 0 /\\ f = [e \\in Set |-> {a}] /\\ Trace = <<>>
Add(p, q) == p + q
Step(e) == x < N /\\ x' = Plus(x, 1) /\\ f' = [f EXCEPT ![e] = @ \\cup {e}] /\\ UNCHANGED Trace
Next == \\E e \\in Set : Step(e)
Bad == x # 2
====
`;
const CONFIG = `INIT Init
NEXT Next
CONSTANTS N = 3
a = a
Set = {p1, p2}
Plus <- Add
INVARIANT Bad
`;

describe("a trace as a module", () => {
  test("is checked by its own configuration, and violates the same invariant", async () => {
    const model = modelOf(SPEC, CONFIG);
    const evaluator = createReferenceEvaluator(model, { print: () => {}, seed: 0 });
    const { violations } = await search(evaluator, { checkDeadlock: true }, new ToyHost());
    const text = traceToModule(violations[0]!, model, "Found");
    // A variable is called Trace, so the sequence cannot be.
    expect(text).toContain("Trace_ == <<");
    expect(text).toContain("CONSTANTS p1, p2");
    const { result } = await check({
      name: "Found.tla",
      text,
      config: { name: "Found.tla", text },
      find: { find: (name) => (name === "M" ? new Source("M.tla", SPEC) : null) },
    });
    expect(result.verdict).toBe("invariant");
    expect(result.violations[0]!.property).toBe("Bad");
    expect(result.violations[0]!.trace.map(({ values }) => values.map(format))).toEqual(
      violations[0]!.trace.map(({ values }) => values.map(format)),
    );
  });
});
