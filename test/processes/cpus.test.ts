/** The CPU of a process, and what a whole process waits for. */
import { describe, expect, it } from "vitest";
import { check } from "../../src/index.js";
import { MEMORY_MODELS } from "../../src/modules/memory-model.js";
import { definitions, prepared, problems, translate } from "./support.js";

describe("`on`", () => {
  const spec = `extends Integers
const CPU = {0, 1}
var x = 0
procedure put(n) { put: x := this_cpu + n; return }
process p = "p" on cpu = 1 var l = cpu { a: x := this_cpu; migrate to 1 - cpu; b: call put(1) }
process q \\in {"q", "r"} on core \\in CPU { a: migrate to x; x := this_cpu; b: await core = p.cpu }
process own = "own" { a: await this_cpu = self; b: call put(2) }
Where == <<p.cpu, q["q"].core>>`;

  it("declares a local, which only `migrate` changes", () => {
    const translation = translate(spec);
    expect(definitions(translation, "Where", "cpu_of", "p_a", "q_a", "own_a", "put_put").split("\n")).toEqual(
      [
        `Where == <<p_cpu, q_core["q"]>>`,
        `cpu_of(self) == CASE self = "p" -> p_cpu [] self \\in {"q", "r"} -> q_core[self] [] OTHER -> self`,
        `p_a == /\\ pc["p"] = "a" /\\ x' = p_cpu /\\ Assert(1 - p_cpu \\in CPU, "p migrates to a CPU that is ` +
          `not in CPU") /\\ p_cpu' = 1 - p_cpu /\\ pc' = [pc EXCEPT !["p"] = "b"] /\\ UNCHANGED <<p_l, q_core, put_n, stack>>`,
        `q_a(self) == /\\ pc[self] = "a" /\\ Assert(x \\in CPU, "q migrates to a CPU that is not in CPU") /\\ ` +
          `q_core' = [q_core EXCEPT ![self] = x] /\\ x' = q_core'[self] ` +
          `/\\ pc' = [pc EXCEPT ![self] = "b"] /\\ UNCHANGED <<p_cpu, p_l, put_n, stack>>`,
        `own_a == /\\ pc["own"] = "a" /\\ "own" = "own" /\\ pc' = [pc EXCEPT !["own"] = "b"] ` +
          `/\\ UNCHANGED <<x, p_cpu, p_l, q_core, put_n, stack>>`,
        expect.stringContaining("/\\ x' = cpu_of(self) + put_n[self] /\\"),
      ],
    );
    expect(definitions(translation, "Init")).toContain(
      `/\\ p_cpu = 1 /\\ p_l = p_cpu /\\ Assert(p_cpu \\in CPU, "p runs on a CPU that is not in CPU") /\\ q_core \\in [{"q", "r"} -> CPU] /\\`,
    );
  });

  it("is told to the model", () => {
    const { model } = prepared(spec);
    expect(model.processes.map(({ name, cpu }) => [name, cpu?.display ?? null])).toEqual([
      ["p", "p.cpu"],
      ["q", "q.core"],
      ["own", null],
    ]);
    // Nobody reads `cpu` of `p` otherwise, but reports do.
    expect(model.warnings.map(({ message }) => message)).toEqual(["the variable p.l is never read"]);
  });

  it("is no variable to assign to, and belongs to processes", () => {
    expect(
      problems(`const CPU = {0, 1}
var x = 0
procedure put() { put: migrate to 1; return }
process p = "p" on cpu = 1 { a: cpu := 0; b: call put() }
process q = "q" { a: migrate to 1; b: x := cpu }
invariant I == this_cpu = 1`),
    ).toEqual([
      "P061 4:24 procedure put has no CPU that it could leave",
      "P060 5:33 `cpu` says which CPU p runs on, so it cannot be assigned to",
      "P061 6:22 process q has no CPU that it could leave",
      "P041 6:44 `cpu` is a local of process p and not seen here under that name",
      "P041 7:16 `this_cpu` has a meaning only inside a process or procedure",
    ]);
  });
});

describe("a CPU that is not in `CPU`", () => {
  const spec = (units: string) => `spec S
extends Integers
const CPU = {0, 1}
shared var x = 0
process p \\in {"a", "b"} ${units}`;

  it.each(MEMORY_MODELS)("is an error in the words of the spec under %s", async (memory) => {
    const found = async (units: string) =>
      (await check({ text: spec(units), memory })).result.violations.map((violation) =>
        violation.verdict === "assert" ? violation.error?.message : violation.verdict,
      );
    expect(await found(`on cpu = (IF self = "a" THEN 0 ELSE 5) { a: x := 1 }`)).toEqual([
      "p runs on a CPU that is not in CPU",
    ]);
    expect(await found("on cpu \\in 1..2 { a: x := 1 }")).toEqual(["p runs on a CPU that is not in CPU"]);
    expect(await found("on cpu \\in CPU { a: migrate to 7 }")).toEqual([
      "p migrates to a CPU that is not in CPU",
    ]);
    expect(await found("on cpu \\in CPU { a: x := 1; b: migrate to 1 - cpu }")).toEqual([]);
  });

  it("is not looked for with operators that the spec itself defines", () => {
    const translation = translate(
      "const CPU = {0, 1}\nvar x = 0\nAny == x\nprocess p = 1 on cpu = 0 { a: migrate to 1 }",
    );
    expect(definitions(translation, "Init", "a")).not.toContain("Assert");
  });
});

describe("`when`", () => {
  it("is waited for by every step, and by those of procedures on their caller's account", () => {
    const translation = translate(`extends Integers
shared var x = 0
var holder = "none"
procedure put(n) { put: x := n; return }
procedure other() { other: x := 0; return }
process p \\in {"p", "q"} when holder \\in {"none", self} /\\ x + l < 2 var l = 1 { a: l := 0; b: call put(1) }
process one = "one" when x = 0 { c: call put(2) }
process free = "free" { d: call other() }`);
    const steps = ["a", "b", "c", "d", "put_put", "other_other"];
    const text = definitions(translation, "p_when", "one_when", "caller_when", ...steps).split("\n");
    expect(text.slice(0, 3)).toEqual([
      `p_when(self) == holder \\in {"none", self} /\\ x + p_l[self] < 2`,
      "one_when == x = 0",
      `caller_when(self) == /\\ self \\in {"p", "q"} => p_when(self) /\\ self = "one" => one_when`,
    ]);
    expect(text.slice(3).map((step) => step.split(" /\\ ").slice(0, 3).join(" /\\ "))).toEqual([
      `a(self) == /\\ pc[self] = "a" /\\ p_when(self)`,
      `b(self) == /\\ pc[self] = "b" /\\ p_when(self)`,
      `c == /\\ pc["one"] = "c" /\\ one_when`,
      expect.stringContaining(`d == /\\ pc["free"] = "d" /\\ stack' =`),
      `put_put(self) == /\\ pc[self] = "put" /\\ caller_when(self)`,
      `other_other(self) == /\\ pc[self] = "other" /\\ x' = 0`,
    ]);
  });
});

describe("sequentially consistent memory", () => {
  it("makes barriers nothing and the kinds of stores one", () => {
    const translation = translate(`shared var x = 0, y = 0
process p = 1 { a: x := 1; fence; release y := x; b: wmb; acquire; grace; rmw x := seen(2, y) }`);
    expect(definitions(translation, "a", "b")).toBe(
      `a == /\\ pc[1] = "a" /\\ x' = 1 /\\ TRUE /\\ y' = x' /\\ pc' = [pc EXCEPT ![1] = "b"]\n` +
        `b == /\\ pc[1] = "b" /\\ TRUE /\\ TRUE /\\ TRUE /\\ x' = y /\\ pc' = [pc EXCEPT ![1] = "Done"] /\\ UNCHANGED y`,
    );
  });
});
