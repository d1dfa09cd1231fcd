/**
 * Whole algorithms: as many states are reached, and found as often, as TLC counts on what the PlusCal translator
 * (1.12) makes of the same algorithm. The numbers were taken from there.
 */
import { describe, expect, it } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { explore } from "../support/model.js";
import { prepared } from "./support.js";

function count(text: string): { generated: number; distinct: number } {
  const { model } = prepared(text);
  const { generated, distinct } = explore(createReferenceEvaluator(model, { print: () => {}, seed: 1 }));
  return { generated, distinct };
}

describe("the states of an algorithm", () => {
  it("with every statement, locals of one and of many, and jumps", () => {
    expect(
      count(`extends Integers
        const T = {1, 2}
        var g = 0, h = [i \\in 1..2 |-> 0]
        fair process one = 3 var l = 1
        {
          a: with (x \\in {1, 2}) { g := x }
          b: h[1] := g || h[2] := l; l := h[1];
          c: while (l > 0) { l := l - 1 }
             g := l;
          d: either { g := 1 } or { l := 2; d2: skip }
          e: if (l = 2) { goto f } else if (g = 1) { g := 0 } else { g := 2; e2: g := 3 }
          f: g := 0; l := g
        }
        fair+ process many \\in T var l = self, s \\in {1, 2}
        {
          a: if (s = 1) { s := 2 } else { l := 3 } g := s + l;
          b: while (TRUE) { g := 1; b2: await g = 1 /\\ l < 3; l := @ + 1 }
        }`),
    ).toEqual({ generated: 11276, distinct: 4540 });
  });

  it("with procedures that call each other and themselves, and go on elsewhere", () => {
    expect(
      count(`extends Integers
        var g = 0
        procedure p(m, n) var v = 0, w = 2
        {
          p1: v := m + 1 + m;
          p2: if (m > 0) { call p(m - 1, 2); p4: skip }
          p3: g := v; return
        }
        procedure q(z) { q1: g := z; q2: if (z > 1) { call p(1, z); goto q3 } q2b: call r(); q3: return }
        procedure r() { r1: g := 7; return }
        process one = 1 { a: call p(1, 0); b: call q(1); c: call r() }
        process many \\in {2} var k = 0 { a: k := k + 1; call q(k); b: if (k < 2) { goto a } }`),
    ).toEqual({ generated: 925, distinct: 491 });
  });

  it("with macros, a tail call, variables without a value, and asserted and printed things", () => {
    expect(
      count(`extends Integers
        const N = 2
        var lock = 0, x = <<0, 0, 0>>
        macro take(l) { await l = 0; l := self }
        macro release(l) { l := 0 }
        macro bump(a, d) { a := a + d }
        procedure down(n) { d1: bump(x[self], 1); d2: if (n > 0) { call down(n - 1); return } d3: return }
        process w \\in 1..N var mine
        {
          w1: take(lock);
          w2: mine := self; bump(x[mine], 2);
          w3: release(lock);
          w4: call down(2)
        }
        process last = 3 var a = {}
        {
          l1: await x[1] > 0; a := a \\cup {x[2]}; with (v = 3) { with (u \\in a) { x[v] := u } }
          l2: assert x[3] >= 0; print x[3]
        }`),
    ).toEqual({ generated: 1992, distinct: 856 });
  });

  it("with identities that are strings, records, sequences, and loops in loops", () => {
    expect(
      count(`extends Integers, Sequences
        var q = << >>, r = [a |-> 0, b |-> [c |-> 1]], st = [i \\in {"p", "c"} |-> "idle"]
        fair process p = "p" var i = 0
        {
          p1: while (i < 3) {
            p2: either { await Len(q) < 2; q := Append(q, i) } or { await i = 0; skip; p3: r.b.c := i }
            p4: i := i + 1; st[self] := "run" || r.a := i
          }
          p5: st[self] := "done"
        }
        fair process c = "c" var got = << >>, k
        {
          c1: while (TRUE) {
            await q # << >>; got := Append(got, Head(q)); q := Tail(q);
            if (Len(got) = 2) { st["c"] := "two"; goto c9 }
          }
          c9: k := Len(got);
          c10: while (k > 0) { c11: while (k > 1) { k := k - 1 } k := k - 1 }
        }`),
    ).toEqual({ generated: 169, distinct: 102 });
  });
});

describe("the end of a behaviour", () => {
  const both = (first: string) =>
    prepared(
      `var q = 0\nprocess a = 1 { s: q := 1 }\nprocess b = 2 { ${first} t: while (TRUE) { await q = 1; q := 0 } }`,
    );
  const stuck = (first: string): number => {
    const evaluator = createReferenceEvaluator(both(first).model, { print: () => {}, seed: 1 });
    let found = 0;
    const visit = (state: Parameters<typeof evaluator.values>[0], depth: number): void => {
      let successors = 0;
      evaluator.successors(state, (next) => {
        successors++;
        if (depth < 4) visit(next, depth + 1);
      });
      if (successors === 0) found++;
    };
    evaluator.initial((state) => visit(state, 0));
    return found;
  };

  it("is a deadlock where a process waits in a step of any kind but `rest`", () => {
    expect(stuck("")).toBeGreaterThan(0);
    expect(stuck("rest")).toBe(0);
  });
});
