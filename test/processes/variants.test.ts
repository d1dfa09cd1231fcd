import { describe, expect, it } from "vitest";
import type { SpecError } from "../../src/syntax/diagnostic.js";
import { definitions, problems, translate } from "./support.js";

const units = `extends Integers
const N = 2 where N \\in 0..5
const TASK
const LIST = 1..3
var x = 0, y \\in {0, 1}
Half(n) == n \\div 2
Big == x > N
macro bump(v, d) { v := v + d }
inline lock(l) { take "spin_lock()": await l = 0; l := 1; held: skip }
inline nested(l) { pre: skip; lock(l) }
procedure put(n) { dec: bump(x, -n); return }
process p = 1 { lock(x); loop: while (x < N) { inner: bump(x, 1); y := x } last: x := 0; call put(1) }
process q = 2 { lock(y); lock(x); nested(y) }
invariant I == Big
scenario small "few" { const N = 1 const TASK = {} var y = 1, x = 2 Big == x > 7 }
scenario large { const TASK = {1} }
`;

/** The steps of a process, in the order of its text. */
function steps(patches: string, patch: string, process = "p"): string {
  const { steps: all } = translate(`${units}${patches}`, { patch });
  return [...all.values()]
    .filter((step) => step.process === process)
    .map(({ name }) => name)
    .join(" ");
}

describe("a scenario", () => {
  it("gives constants, variables and definitions other values", () => {
    const base = translate(units);
    const small = translate(units, { scenario: "small" });
    const values = ({ config }: typeof base) =>
      config.constants.map((one) =>
        one.kind === "definition"
          ? `${one.name.name} <- ${one.definition.name}`
          : `${one.name.name} = ${one.kind === "value" ? String(one.value) : "a table"}`,
      );
    expect(values(base)).toEqual(["N = 2", "LIST <- const_LIST", "defaultInitValue = defaultInitValue"]);
    expect(base.missing.map(({ name }) => name.name)).toEqual(["TASK"]);
    expect(values(small).slice(0, 2)).toEqual(["N = 1", "TASK = {}"]);
    expect(definitions(base, "Init", "Big")).toMatch(
      /^Big == x > N\nInit == \/\\ x = 0 \/\\ y \\in \{0, 1\} /,
    );
    expect(definitions(small, "Init", "Big")).toMatch(/^Big == x > 7\nInit == \/\\ x = 2 \/\\ y = 1 /);
  });

  it("keeps the condition on a constant", () => {
    const { module } = translate(units, { scenario: "small" });
    expect(module.units.filter(({ kind }) => kind === "assume")).toHaveLength(1);
  });

  it.each([
    ["that is not there", "", { scenario: "smal" }, "P003 1:6 S has no scenario `smal`"],
    ["of something unknown", "scenario s { const NN = 1 }", {}, "P011 18:20 the spec has no constant `NN`"],
    [
      "of something that it cannot change",
      "scenario s { invariant J == TRUE }",
      {},
      "P012 18:14 a scenario gives values to constants, variables and definitions, and says which memory model holds; an invariant belongs in the spec or in a patch",
    ],
    [
      "with other parameters",
      "scenario s { Half(n, m) == n }",
      {},
      "P009 18:14 `Half` has 1 parameter, here it has 2 parameters; what is redefined keeps its parameters",
    ],
  ])("is refused %s", (_, more, variant, expected) => {
    expect(problems(`${units}${more}`, variant)).toEqual([expected]);
  });
});

describe("names that expectations and reviews use themselves", () => {
  it("are refused, also in what patches bring", () => {
    const more =
      "scenario default { } scenario every { } patch base { } invariant deadlock == TRUE patch b { property assertions == TRUE }";
    expect(problems(`${units}${more}`)).toEqual([
      "P089 18:10 a scenario cannot be named `default`",
      "P089 18:31 a scenario cannot be named `every`",
      "P089 18:47 a patch cannot be named `base`",
      "P089 18:66 an invariant cannot be named `deadlock`",
      "P089 18:102 a property cannot be named `assertions`",
    ]);
  });
});

describe("a patch", () => {
  it("replaces, precedes and follows a step with all that it owns", () => {
    expect(steps("", undefined as never)).toBe("take held loop inner last");
    expect(steps("patch a { replace p.inner { new: skip } }", "a")).toBe("take held loop new last");
    expect(steps("patch a { replace p.loop { new: skip; newer: skip } }", "a")).toBe(
      "take held new newer last",
    );
    expect(steps("patch a { before p.loop { new: skip } }", "a")).toBe("take held new loop inner last");
    expect(steps("patch a { after p.loop { new: skip } }", "a")).toBe("take held loop inner new last");
    expect(steps("patch a { after p.inner { new: skip } }", "a")).toBe("take held loop inner new last");
    expect(steps("patch a { after p.last { new: skip } }", "a")).toBe("take held loop inner last new");
    expect(steps("patch a { replace p.last { } }", "a")).toBe("take held loop inner");
    expect(steps("patch a { before put.dec { new: skip } }", "a", "put")).toBe("new dec");
  });

  it("changes an inline wherever it is used", () => {
    const patch = "patch a { after lock.take { mb: skip } }";
    expect(steps(patch, "a")).toBe("take mb held loop inner last");
    expect(steps(patch, "a", "q")).toBe("take_1 mb_1 held_1 take_2 mb_2 held_2 pre take_3 mb_3 held_3");
  });

  it("changes a step of an inline for one process, even through another inline", () => {
    const patch =
      "patch a { after p.take { mb: skip } after q.take_3 { deep: skip } replace q.take_1 { first: skip } }";
    expect(steps(patch, "a")).toBe("take mb held loop inner last");
    expect(steps(patch, "a", "q")).toBe("first held_1 take_1 held_2 pre take_2 deep held_3");
  });

  it("does not reach into the inline that comes next", () => {
    const { steps: all } = translate(
      `inline lock(l) { take: l := 1 }\nvar x = 0\nprocess p = 1 { a: skip; x := 2; lock(x); b: skip }\npatch n { replace p.a { c: skip } }`,
      { patch: "n" },
    );
    expect([...all.keys()]).toEqual(["c", "take", "b"]);
  });

  it("redefines and adds", () => {
    const translation = translate(
      `${units}patch a { const N = 5 const M = 3 var x = 4, z = 5 Half(m) == m Double(n) == 2 * n macro bump(v, d) { v := v - d } ` +
        `inline bump2(v) { b2: bump(v, 2) } procedure put(n) { dec: skip; gone: return } process q = 3 { bump2(z) } process r = 4 { own: skip } ` +
        `invariant J == Double(z) > 1 }`,
      { patch: "a", scenario: "small" },
    );
    expect(translation.config.constants.map(({ name }) => name.name)).toEqual([
      "N",
      "TASK",
      "LIST",
      "M",
      "defaultInitValue",
    ]);
    expect(translation.config.constants[0]).toMatchObject({ value: 5 });
    expect(definitions(translation, "Half", "Double", "inner", "b2")).toMatch(
      /^Half\(m\) == m\nDouble\(n\) == 2 \* n\ninner == .* x' = x - 1 .*\nb2 == .* z' = z - 2 /,
    );
    expect(definitions(translation, "Init")).toMatch(/^Init == \/\\ x = 4 \/\\ y = 1 \/\\ z = 5/);
    expect([...translation.steps.values()].map(({ process, name }) => `${process}.${name}`)).toEqual([
      "p.take",
      "p.held",
      "p.loop",
      "p.inner",
      "p.last",
      "q.b2",
      "r.own",
      "put.dec",
      "put.gone",
    ]);
    expect(translation.config.invariants.map(({ name }) => name)).toEqual(["I", "J"]);
  });

  it("may turn a macro into steps", () => {
    expect(
      steps(
        "patch a { inline bump(v, d) { read: skip; write: v := v + d; } replace p.inner { bump(x, 1) } replace put.dec { d: return } }",
        "a",
      ),
    ).toBe("take held loop read write last");
  });

  it("comes on top of those that it is on, each once", () => {
    const patches = `patch a { after p.take { pa: skip } }
      patch b on a { after p.pa { pb: skip } }
      patch c on a { after p.take { pc1: skip } }
      patch d on b, c { replace p.pb { pd: skip } }`;
    expect(steps(patches, "b")).toBe("take pa pb held loop inner last");
    expect(steps(patches, "d")).toBe("take pc1 pa pd held loop inner last");
  });

  it("may change what a process runs on and waits for", () => {
    const text = `const CPU = {1, 2}\nvar x = 0, free = TRUE\nprocess p \\in {1, 2} on cpu = 1 when free { a: fence; b: x := this_cpu; c: migrate to 2 }
      patch any { process p \\in {1, 2} on cpu \\in CPU { a: fence; b: x := this_cpu; c: skip } }
      patch late { before p.b { early: wmb; } after p.c { last: acquire; } }`;
    expect(definitions(translate(text), "Init", "b")).toMatch(
      /p_cpu = \[self \\in \{1, 2\} \|-> 1\].*\nb\(self\) == .* p_when\(self\) .* x' = p_cpu\[self\]/,
    );
    expect(definitions(translate(text, { patch: "any" }), "Init")).toContain("p_cpu \\in [{1, 2} -> CPU]");
    expect(definitions(translate(text, { patch: "any" }), "b")).not.toContain("p_when");
    expect([...translate(text, { patch: "late" }).steps.keys()]).toEqual(["a", "early", "b", "c", "last"]);
  });

  it("is not what others are on: only what is asked for is applied", () => {
    expect(steps("patch a { after p.take { pa: skip } } patch b on a { }", "a")).toBe(
      "take pa held loop inner last",
    );
  });

  it.each([
    ["that is not there", "patch aa { }", { patch: "ab" }, "P004 1:6 S has no patch `ab`"],
    ["on one that is not there", "patch a on bb { }", {}, "P004 18:12 there is no patch `bb`"],
    [
      "on itself",
      "patch a on b { } patch b on a { }",
      {},
      [
        "P014 18:29 patch b is on a, which is on b itself",
        "P014 18:12 patch a is on b, which is on a itself",
      ],
    ],
    [
      "of an unknown process",
      "patch a { replace pp.loop { new: skip } }",
      {},
      "P005 18:19 there is no process, procedure or inline called `pp`",
    ],
    [
      "of something without steps",
      "patch a { replace bump.loop { new: skip } }",
      {},
      "P005 18:19 `bump` is a macro; only processes, procedures and inlines have steps",
    ],
    [
      "of an unknown step",
      "patch a { replace p.lop { new: skip } }",
      {},
      "P006 18:21 process p has no step `lop`",
    ],
    [
      "of one step of several",
      "patch a { replace q.take { new: skip } }",
      {},
      "P007 18:21 q has several steps that come from a step `take` of an inline",
    ],
    [
      "with a step that has no label",
      "patch a { after p.loop { x := 1 } }",
      {},
      "P008 18:26 the first statement of `after` has no label",
    ],
    [
      "with a macro where a step must begin",
      "patch a { before p.loop { bump(x, 1) } }",
      {},
      "P008 18:27 the first statement of `before` has no label",
    ],
    [
      "with a step's name that is taken",
      "patch a { before p.loop { last: skip; fresh: skip } after p.inner { fresh: skip } }",
      {},
      [
        "P027 18:27 two steps of p are called `last`",
        "P027 18:39 two steps of p are called `fresh`",
        "P027 18:69 two steps of p are called `fresh`",
      ],
    ],
    ["of nothing", "patch a { after p.loop { } }", {}, "P008 18:11 there is nothing to put after the step"],
    [
      "with other parameters",
      "patch a { macro bump(v) { v := 1 } }",
      {},
      "P009 18:17 `bump` has 2 parameters, here it has 1 parameter; what is redefined keeps its parameters",
    ],
    [
      "with another kind",
      "patch a { Half == 1 procedure lock(l) { a: return } process p \\in {1} { a: skip } }",
      {},
      [
        "P009 18:11 `Half` has 1 parameter, here it has 0 parameters; what is redefined keeps its parameters",
        "P009 18:31 procedure `lock` cannot take the place of an inline",
        "P009 18:61 `p` has one instance, here it has an instance for each element of a set; what is redefined keeps its parameters",
      ],
    ],
    [
      "of what it is judged by",
      "patch a { invariant I == TRUE }",
      {},
      "P083 18:21 a patch cannot change the invariant `I`, by which it is judged",
    ],
    [
      "of which states are looked at",
      "patch a { constraint K == x = 0 actionconstraint L == TRUE }",
      {},
      [
        "P083 18:11 a patch cannot contain a constraint: what it leaves out of the search would pass for repaired",
        "P083 18:33 a patch cannot contain an actionconstraint: what it leaves out of the search would pass for repaired",
      ],
    ],
  ])("is refused %s", (_, more, variant, expected) => {
    expect(problems(`${units}${more}`, variant)).toEqual([expected].flat());
  });
});

describe("two patches", () => {
  it.each([
    ["one step", "patch a { after p.last { pa: skip } } patch b { replace p.last { pb: skip } }", true],
    [
      "different steps",
      "patch a { after p.last { pa: skip } } patch b { replace p.inner { pb: skip } }",
      false,
    ],
    [
      "a process and its step",
      "patch a { process p = 1 { last: skip } } patch b { replace p.last { pb: skip } }",
      true,
    ],
    [
      "a step and its process",
      "patch a { replace p.last { pb: skip } } patch b { process p = 1 { last: skip } }",
      true,
    ],
    [
      "an inline's step, in itself and through a process",
      "patch a { after lock.take { pa: skip } } patch b { after p.take { pb: skip } }",
      true,
    ],
    [
      "an inline's step through two processes",
      "patch a { after p.take { pa: skip } } patch b { after q.take_1 { pb: skip } }",
      false,
    ],
    [
      "one step, which the first gives another name",
      "patch a { replace p.last { pa: skip } } patch b { after p.last { pb: skip } }",
      true,
    ],
    ["one definition", "patch a { Half(n) == n } patch b { Half(m) == m }", true],
    ["one variable", "patch a { var x = 1 } patch b { var x = 2 }", true],
    ["two variables", "patch a { var x = 1 } patch b { var y = 2 }", false],
  ])("that touch %s", (_, patches, clash) => {
    const found = problems(`${units}${patches} patch both on a, b { }`, { patch: "both" });
    expect(found.map((problem) => problem.slice(0, 4))).toEqual(clash ? ["P010"] : []);
    expect(
      problems(`${units}${patches.replace("patch b", "patch b on a")} patch both on a, b { }`, {
        patch: "both",
      }),
    ).toEqual(expect.not.arrayContaining([expect.stringMatching(/^P010/)]));
  });
});

it("patches that clash are told with both places, and with who applies them together", () => {
  const text = `${units}patch a { replace p.last { pa: skip } }\npatch b { replace p.last { pb: skip } }\npatch both on a, b { }`;
  try {
    translate(text);
    expect.unreachable();
  } catch (error) {
    const [diagnostic] = (error as SpecError).diagnostics;
    expect(diagnostic).toMatchObject({
      code: "P010",
      message: "patches a and b both change `p.last`",
      notes: [
        "a does at S.qsc:18:11",
        "they cannot be applied together unless one is `on` the other: `patch b on a`",
        "both at S.qsc:20:7 applies them together",
      ],
    });
  }
});

describe("an expectation", () => {
  it.each([
    ["expect smal: holds", "P003 18:8 there is no scenario `smal`"],
    ["expect every with a: holds", "P004 18:19 there is no patch `a`"],
    ["expect default: violates J", "P015 18:26 there is no invariant or property `J`"],
    [
      "expect default: reaches I",
      "P015 18:25 `I` is no witness (`reachable`), so it cannot be expected to be one",
    ],
  ])("%s", (expectation, expected) => {
    expect(problems(`${units}${expectation}`)).toEqual([expected]);
  });

  it("may speak of what its patch brings along", () => {
    expect(
      problems(`${units}patch a { invariant J == TRUE } patch b on a { } expect small with b: J holds`),
    ).toEqual([]);
  });
});
