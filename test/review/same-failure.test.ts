/** What is called the same failure, and what cannot be told: cases in which a verdict would be too good. */
import { describe, expect, test } from "vitest";
import { labelOf } from "../../src/explore/shared-behaviour.js";
import { mailOf, reviewText, verdictsOf } from "./kit.js";

describe("hides", () => {
  test("is not said where base fails at another step, though it stays broken", async () => {
    const text = `spec sticky
extends Integers
const S = 0
var bad = FALSE, x = 0
process p = 1 { a: skip; b: if (S = 0 \\/ S = 1) { bad := TRUE }; e: skip; }
process q = 2 { c: x := 1; d: skip; }
invariant A == ~bad
scenario s1 { const S = 1 }
patch pt {
  replace p.b { b: skip; }
  replace q.d { d: if (S = 1 /\\ pc[1] = "Done") { bad := TRUE } }
}
`;
    expect(verdictsOf(await reviewText({ text, properties: ["A"] }))).toEqual(["pt A: partial"]);
  });

  test("is not said where another assertion fails", async () => {
    const text = `spec asserting
const S = 0
process p = 1 { y: assert S # 0; }
process q = 2 { x: skip; z: assert S # 1; }
scenario s1 { const S = 1 }
patch pt { replace p.y { y: assert S # 1; } replace q.z { z: skip; } }
patch moved { replace p.y { y: skip; } replace q.z { z: skip; assert S # 1; } }
`;
    expect(verdictsOf(await reviewText({ text, properties: ["assertions"] }))).toEqual([
      "pt assertions: partial",
      "moved assertions: hides",
    ]);
  });

  test("is not said where no step is common, or a process that the patch brings is at fault", async () => {
    const text = `spec zero
extends Integers
const TWO = FALSE
var x = 0, y = 0
process a = "a" { s0: skip; s1 "x++": x := x + 1; }
invariant A == x < 1 /\\ y < 1
scenario two { const TWO = TRUE }
patch whole { replace a.s0 { n0: skip; } replace a.s1 { n1: y := IF TWO THEN 1 ELSE 0; } }
patch added {
  replace a.s1 { n1: skip; }
  process late = "late" { z: await TWO /\\ pc["a"] = "n1"; y := 1; }
}
`;
    expect(verdictsOf(await reviewText({ text, properties: ["A"] }))).toEqual([
      "whole A: partial",
      "added A: partial",
    ]);
  });

  test("is not said of a deadlock in which another process hangs", async () => {
    const text = (step: string) => `spec hanging
const S = 0
process p = "p" { a: await S # 0 /\\ S # 1; }
process q = "q" { b: skip; }
scenario s1 { const S = 1 }
patch pt { ${step} }
`;
    const verdicts = async (step: string) =>
      verdictsOf(await reviewText({ text: text(step), properties: ["deadlock"] }));
    expect(await verdicts("replace p.a { a: await S # 1; }")).toEqual(["pt deadlock: hides"]);
    expect(await verdicts("replace p.a { a: skip; } replace q.b { b: await S = 0; }")).toEqual([
      "pt deadlock: partial",
    ]);
  });

  test("is said where another counterexample than the shortest survives", async () => {
    const text = `spec second
extends Integers
const S = 0
var bad = FALSE
process p = 1 { a: skip; b: if (S # 2) { bad := TRUE }; }
process q = 2 { c: skip; d: skip; e: bad := bad \\/ S >= 1; }
process r = 3 { n: skip; }
invariant A == ~bad
scenario s1 { const S = 1 }
patch pt { replace p.b { b: skip; } replace r.n { n: bad := bad \\/ S = 1; } }
`;
    const review = await reviewText({ text, properties: ["A"] });
    expect(verdictsOf(review)).toEqual(["pt A: hides"]);
    const { race, baseRace } = review.verdicts[0]!;
    const last = (one: typeof race) => labelOf(one!.violation.trace.at(-1)!.action!);
    expect([last(race), last(baseRace)]).toEqual(["q.e", "q.e"]);
  });
});

describe("fixes", () => {
  const cut = `spec cut
extends Integers
var x = 0, y = 0
process p = 1 var n = 0 { l: while (n < 60) { n := n + 1 }; w: y := 1; }
process q = 2 { a: x := 1; }
invariant A == x = 0
invariant B == y = 1 => x = 0
reachable W == y = 1
patch pt { replace q.a { a: skip; } replace p.l { rest l: await FALSE; } }
`;

  test("is not said where it is open whether base reaches a witness that the patch does not", async () => {
    const review = await reviewText({ text: cut, properties: ["A"], maxStates: 40 });
    expect(verdictsOf(review)).toEqual(["pt A: unknown"]);
    expect(review.verdicts[0]!.cells[0]!.why).toBe(
      "witness W is not reached, and whether base reaches it is undecided",
    );
    expect(verdictsOf(await reviewText({ text: cut, properties: ["A"] }))).toEqual(["pt A: vacuous"]);
  });

  test("is not said where an assertion of the patch cuts what would fail", async () => {
    const text = `spec before
var x = 0
process p = "p" { a: skip; b: x := 1; }
invariant A == x = 0
patch pt { replace p.a { a: assert FALSE; } }
`;
    const review = await reviewText({ text, properties: ["A"] });
    expect(verdictsOf(review)).toEqual(["pt A: unknown"]);
    expect(mailOf(review)).toContain("- what comes after a failed assertion: pt in default");
  });

  test("is not said of another spec's property in other words, or of one that it dropped", async () => {
    const text = (step: string, claim: string) => `spec same
extends Integers
var x = 0
process p = "p" { a: x := ${step}; }
${claim}
`;
    const base = text("1", "invariant Z == x = 0");
    const weaker = await reviewText({
      text: base,
      other: text("1", "invariant Z == x >= 0"),
      properties: ["Z"],
    });
    expect(weaker.verdicts.map(({ verdict }) => verdict)).toEqual(["unknown"]);
    const dropped = await reviewText({
      text: base,
      other: text("1", "invariant Y == x = 1"),
      properties: ["Z"],
    });
    expect(dropped.verdicts.map(({ verdict }) => verdict)).toEqual(["unknown"]);
    expect(dropped.ok).toBe(false);
    const mended = await reviewText({
      text: base,
      other: text("0", "invariant Z == x = 0"),
      properties: ["Z"],
    });
    expect(mended.verdicts.map(({ verdict }) => verdict)).toEqual(["fixes"]);
  });
});

describe("breaks", () => {
  test("is not said where base's assertions cut what the patch only lets happen", async () => {
    const text = `spec asserted
var x = 0
process p = "p" { a: assert FALSE; b: x := 1; }
invariant A == x = 0
patch pt { replace p.a { a: skip; } }
`;
    expect(verdictsOf(await reviewText({ text, properties: ["A"] }))).toEqual(["pt A: unknown"]);
  });
});

describe("to bear in mind", () => {
  test("a definition that the property is stated with is redefined", async () => {
    const text = `spec trick
var x = 0
Over == x = 1
process p = "p" { a: x := 1; }
invariant J == ~Over
patch pt { Over == FALSE }
`;
    expect(mailOf(await reviewText({ text, properties: ["J"] }))).toMatch(
      /To bear in mind:\n- pt redefines Over, with which J is stated\n/,
    );
  });

  test("steps are never taken any more, witnesses not reached: then all that holds is vacuous", async () => {
    const text = `spec stopped
var x = 0
process p = "p" { a: x := 1; }
invariant A == x < 2
reachable W == x = 1
patch pt { replace p.a { rest a: await FALSE; x := 1; } }
`.replace("var x", "extends Integers\nvar x");
    const review = await reviewText({ text, properties: ["A"] });
    expect(verdictsOf(review)).toEqual(["pt A: vacuous"]);
    expect(review.ok).toBe(false);
    const mail = mailOf(review);
    expect(mail.split("\n")[0]).toBe("pt makes A vacuous.");
    expect(mail).toContain("- with pt nobody ever takes any step of p, as base does");
    expect(mail.replace(/\s+/g, " ")).toContain("with pt nothing reaches W in default, as base does");
  });
});

describe("a requirement", () => {
  test("of a property that the patch does not have is an error", async () => {
    const text = `spec required
var x = 0
process p = "p" { a: x := 1; }
patch one { invariant C == x = x }
patch other { replace p.a { a: skip; } }
`;
    const requirements = [{ verdict: "fixes", patch: "other", property: "C" }] as const;
    await expect(reviewText({ text, requirements })).rejects.toThrow(/no property `C` with patch other/);
  });
});
