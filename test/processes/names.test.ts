import { describe, expect, it } from "vitest";
import { definitions, prepared, problems, translate } from "./support.js";

function variables(units: string): readonly string[] {
  const translation = translate(units);
  return translation.module.units.flatMap((unit) =>
    unit.kind === "variables"
      ? unit.variables.map(({ name }) => {
          const display = translation.displayNames.get(name);
          return display === undefined ? name : `${name} (${display})`;
        })
      : [],
  );
}

describe("locals", () => {
  it("become variables of the module: plain for one instance, functions for many", () => {
    const units =
      "var g = 1\nprocess a = 1 var x = g { s: x := self }\nprocess b \\in {2, 3} var x = self, y \\in {1, 2}, z { s: x := y }";
    expect(variables(units)).toEqual(["g", "a_x (a.x)", "b_x (b.x)", "b_y (b.y)", "b_z (b.z)", "pc"]);
    const translation = translate(units);
    expect(definitions(translation, "Init", "a_s", "b_s").split("\n")).toEqual([
      "Init == /\\ g = 1 /\\ a_x = g /\\ b_x = [self \\in {2, 3} |-> self] /\\ b_y \\in [{2, 3} -> {1, 2}] " +
        "/\\ b_z = [self \\in {2, 3} |-> defaultInitValue] " +
        '/\\ pc = [self \\in ProcSet |-> CASE self = 1 -> "s" [] self \\in {2, 3} -> "s"]',
      'a_s == /\\ pc[1] = "s" /\\ a_x\' = 1 /\\ pc\' = [pc EXCEPT ![1] = "Done"] /\\ UNCHANGED <<g, b_x, b_y, b_z>>',
      'b_s(self) == /\\ pc[self] = "s" /\\ b_x\' = [b_x EXCEPT ![self] = b_y[self]] /\\ pc\' = [pc EXCEPT ![self] = "Done"] ' +
        "/\\ UNCHANGED <<g, a_x, b_y, b_z>>",
    ]);
  });

  it("that are chosen for each instance by itself are chosen so", () => {
    const { model } = prepared(
      "extends Integers\nprocess b \\in {1, 2} var y \\in 1..self { s: skip }\ninvariant I == b[1].y = 1",
    );
    expect(model.variables.map(({ display }) => display)).toEqual(["b.y", "pc"]);
    expect(
      definitions(
        translate("extends Integers\nprocess b \\in {1, 2} var y \\in 1..self { s: skip }"),
        "Init",
      ),
    ).toContain(
      "b_y \\in {f \\in [{1, 2} -> UNION {1..self : self \\in {1, 2}}] : \\A self \\in {1, 2} : f[self] \\in 1..self}",
    );
  });

  it("are seen from outside with their process", () => {
    const translation = translate(
      "process a = 1 var x = [r |-> 0] { s: x := b[2].y }\nprocess b \\in {2, 3} var y = 1 { t: y := a.x.r; u: y := b[self].y }\n" +
        "All == \\A p \\in {2, 3} : b[p].y = a.x.r\ninvariant I == All /\\ [b.y EXCEPT ![2] = 1][2] = 1",
    );
    expect(
      definitions(translation, "All", "I", "s", "t", "u")
        .replace(/ pc\S* [^\n]*?(?=\/\\ [ab]_)/g, " ")
        .split("\n"),
    ).toEqual([
      "All == \\A p \\in {2, 3} : b_y[p] = a_x.r",
      expect.stringContaining("a_x' = b_y[2]"),
      expect.stringContaining("b_y' = [b_y EXCEPT ![self] = a_x.r]"),
      expect.stringContaining("b_y' = [b_y EXCEPT ![self] = b_y[self]]"),
      "I == All /\\ [b_y EXCEPT ![2] = 1][2] = 1",
    ]);
  });

  it("of others are read but not assigned", () => {
    expect(problems("process a = 1 { s: b.x := 1 }\nprocess b = 2 var x = 1 { t: skip }")).toEqual([
      "P040 2:20 only process b itself assigns to its locals",
    ]);
  });

  it("give way to names bound inside an expression", () => {
    const steps = definitions(
      translate("process a = 1 var x = 1 { s: x := CHOOSE x \\in {2} : x = 2 }"),
      "s",
    );
    expect(steps).toContain("a_x' = CHOOSE x \\in {2} : x = 2");
  });

  it.each([
    ["unknown", "invariant I == a.y = 1", "P039 4:18 process a has no local `y`"],
    [
      "with an index too many",
      "invariant I == a[1].x = 1",
      "P039 4:16 process a has one instance, so its locals take no index",
    ],
    [
      "without their process",
      "invariant I == x = 1",
      "P041 4:16 `x` is a local of process a and not seen here under that name",
    ],
    [
      "or `self` outside",
      "Op(n) == self = n",
      "P041 4:10 `self` has a meaning only inside a process or procedure",
    ],
    [
      "with the name of something global",
      "process c = 3 var g = 1 { s: skip }",
      "P043 4:19 local `g` of process c hides a variable of the spec",
    ],
    [
      "with a name of the translation",
      "process c = 3 var pc = 1 { s: skip }",
      "P042 4:19 `pc` is what a spec with processes gets from these, so it cannot be defined here",
    ],
    ["twice", "process c = 3 var n = 1, n = 2 { s: skip }", "P001 4:26 process c has two locals called `n`"],
    [
      "misspelt",
      "process c = 3 var counter = 1 { s: counter := conter }",
      "P041 4:47 there is no `conter` in process c, nor outside",
    ],
  ])("are refused: %s", (_, unit, expected) => {
    expect(problems(`var g = 0\nprocess a = 1 var x = 1 { s: skip }\n${unit}`)).toEqual([expected]);
  });
});

describe("names of the module", () => {
  it("are the steps' own where nothing else has them", () => {
    const translation = translate(
      "extends Sequences\nvar g = 0\nprocess a = 1 var s = 0 { s: skip; g: skip; Head: skip; t: skip }\nprocess b = 2 { t: skip; a: skip }",
    );
    expect(
      [...translation.steps].map(([name, { process, name: step }]) => `${process}.${step} ${name}`),
    ).toEqual(["a.s s", "a.g a_g", "a.Head a_Head", "a.t a_t", "b.t b_t", "b.a b_a"]);
  });

  it("are never caught by bound names", () => {
    const translation = translate(
      "process a = 1 var k = 0 { s: with (t \\in {1}) { k := t }; t: skip }\nOp(s) == \\E a_k \\in {s} : a_k = a.k\nI == Op(1)",
    );
    expect(definitions(translation, "Op", "s")).toBe(
      "Op(s_1) == \\E a_k_1 \\in {s_1} : a_k_1 = a_k\n" +
        's == /\\ pc[1] = "s" /\\ \\E t_1 \\in {1} : a_k\' = t_1 /\\ pc\' = [pc EXCEPT ![1] = "t"]',
    );
  });

  it("that the translation gives cannot be defined", () => {
    expect(problems("Next == TRUE\nvar vars = 1\nprocess a = 1 { s: skip }")).toEqual([
      "P042 2:1 `Next` is what a spec with processes gets from these, so it cannot be defined here",
      "P042 3:5 `vars` is what a spec with processes gets from these, so it cannot be defined here",
    ]);
    expect(
      problems("extends M\nprocess a = 1 { s: skip }", {}, { M: "---- MODULE M ----\nInit == TRUE\n====" }),
    ).toEqual(["P042 2:9 module M defines `Init`, which a spec with processes gets from these"]);
  });

  it("of processes and steps can be used in formulas", () => {
    const translation = translate("process a = 1 { s: skip }\nproperty P == WF_vars(a) /\\ Termination");
    expect(definitions(translation, "P", "Termination").split("\n")).toEqual([
      'Termination == <>\\A self \\in ProcSet : pc[self] = "Done"',
      "P == WF_vars(a) /\\ Termination",
    ]);
  });
});

describe("pc", () => {
  it("never has a value that no step bears", () => {
    const { warnings } = translate(
      'process a = 1 { first: skip; second: skip }\ninvariant I == pc[1] = "firts" => pc[1] \\notin {"second", "third"} /\\ "Done" # pc[1]',
    );
    expect(warnings.map(({ code, message, notes }) => [code, message, ...(notes ?? [])])).toEqual([
      ["W030", 'no step is called "firts", so `pc` never has that value', 'did you mean "first"?'],
      ["W030", 'no step is called "third", so `pc` never has that value'],
    ]);
  });
});

describe("definitions in a step", () => {
  const units = (body: string) =>
    `extends Integers\nvar x = 0, y = 0\nIsOne == x = 1\nBoth(n) == IsOne /\\ \\E i \\in {n} : i = y\n` +
    `RECURSIVE Sum(_)\nSum(n) == IF n = 0 THEN x ELSE Sum(n - 1)\nprocess p = 1 { s: ${body} }`;

  it("read the old values where nothing has changed them", () => {
    expect(
      definitions(translate(units("await Both(y); y := 1; await IsOne; await Sum(1) = 1")), "s"),
    ).toContain("/\\ Both(y) /\\ y' = 1 /\\ IsOne /\\ Sum(1) = 1");
  });

  it("read the new values of what the step has changed", () => {
    expect(definitions(translate(units("x := 1; await Both(y); y := 1; await Both(x)")), "s")).toContain(
      "/\\ x' = 1 /\\ x' = 1 /\\ \\E i \\in {y} : i = y /\\ y' = 1 /\\ x' = 1 /\\ \\E i \\in {x'} : i = y'",
    );
  });

  it("need a step of their own where their text cannot be put in", () => {
    expect(problems(units("x := 1; await Sum(1) = 1"))).toEqual([
      "P048 8:34 `Sum` reads x, which this step has already assigned",
    ]);
  });
});

describe("names bound in an expression", () => {
  const step = (body: string, rest = "") =>
    definitions(
      translate(
        `extends Integers\nvar m = <<0, 0>>\nprocess p = 1 var k = 1, k_1 = 2 { s: ${body} }\n${rest}`,
      ),
      "s",
    );

  it("do not catch what `@` stands for", () => {
    expect(step("m[k] := CHOOSE k \\in 1..2 : k # @")).toContain("CHOOSE k_1 \\in 1..2 : k_1 /= m[p_k]");
    expect(step("m[k] := CHOOSE k \\in 1..2 : k # @ + k_1")).toContain(": k_2 /= m[p_k] + p_k_1");
    expect(step("m[k] := CHOOSE k \\in 1..2 : \\E k_1 \\in {k} : k_1 # @")).toContain(
      ": \\E k_1_1 \\in {k_1} : k_1_1 /= m[p_k]",
    );
  });

  it("keep their meaning in an EXCEPT, whose `@` is its own", () => {
    expect(step("m[k] := CHOOSE k \\in 1..2 : @ # [m EXCEPT ![k] = @ + k][k]")).toContain(
      "CHOOSE k_1 \\in 1..2 : m[p_k] /= [m EXCEPT ![k_1] = @ + k_1][k_1]",
    );
  });

  it("do not catch arguments of macros, nor what is bound beside them", () => {
    const macro = "macro Set(v) { with (k \\in 1..2) { m[1] := CHOOSE k_1 \\in {k} : k_1 # v } }";
    expect(step("Set(k)", macro)).toContain(
      "\\E k_1 \\in 1..2 : m' = [m EXCEPT ![1] = CHOOSE k_1_1 \\in {k_1} : k_1_1 /= p_k]",
    );
    const assigning = "macro Set(v) { with (k \\in 1..2) { k_1 := k + v } }";
    expect(step("Set(k)", assigning)).toContain("\\E k_2 \\in 1..2 : p_k_1' = k_2 + p_k");
  });

  it("do not catch arguments of definitions", () => {
    const steps = step(
      "m := <<1, 2>>; k := CHOOSE i \\in 1..2 : Op(i)",
      "Op(n) == \\E i \\in 1..2 : m[i] = n",
    );
    expect(steps).toContain("CHOOSE i \\in 1..2 : \\E i_1 \\in 1..2 : m'[i_1] = i");
    const unused = step(
      "m := <<1, 2>>; k := CHOOSE i \\in 1..2 : Op(1)",
      "Op(n) == \\E i \\in 1..2 : m[i] = n",
    );
    expect(unused).toContain("CHOOSE i \\in 1..2 : \\E i_1 \\in 1..2 : m'[i_1] = 1");
  });
});

describe("an instance in a step", () => {
  const modules = {
    M: "---- MODULE M ----\nEXTENDS Integers\nVARIABLES v, w\nCONSTANT C\nGet == v\nPlus(n) == v + n\nLOCAL Own == w\n====",
    Outer: "---- MODULE Outer ----\nEXTENDS M\n====",
    Plain: "---- MODULE Plain ----\nEXTENDS Integers\nTwice(n) == n + n\n====",
  };
  const head =
    "extends Integers\nvar x = 0, y = 0\nI == INSTANCE M WITH v <- x, w <- 0, C <- 1\nVia == I!Get\n";
  const step = (units: string, body: string) =>
    definitions(translate(`${units}\nprocess p = 1 { s: ${body} }`, {}, modules), "s");
  const errors = (units: string, body: string) =>
    problems(`${units}\nprocess p = 1 { s: ${body} }`, {}, modules).map((text) =>
      text.replace(/ \d+:\d+/, ""),
    );

  it("reads old values that nothing has changed", () => {
    expect(step(head, "y := I!Get; await I!Plus(1) = Via")).toContain("/\\ y' = I!Get /\\ I!Plus(1) = Via");
  });

  it("reads new values where all that it reads has been assigned", () => {
    expect(step(head, "x := 1; y := I!Get")).toContain("/\\ x' = 1 /\\ y' = I!Get'");
    expect(step(head, "x := 1; y := Via")).toContain("/\\ x' = 1 /\\ y' = I!Get'");
  });

  const refused = (name: string) => [`P048 \`${name}\` reads x, which this step has already assigned`];

  it("needs a step of its own where old and new values would meet", () => {
    expect(errors(head, "x := 1; y := I!Plus(1)")).toEqual(refused("I!Plus"));
    const both = "extends Integers\nvar x = 0, y = 0\nI == INSTANCE M WITH v <- x, w <- y, C <- 1";
    expect(errors(both, "x := 1; await I!Get = 1")).toEqual(refused("I!Get"));
    expect(errors(`${both}\nVia == I!Get`, "x := 1; await Via = 1")).toEqual(refused("I!Get"));
  });

  it("counts with its arguments, and as one that stands in for another", () => {
    const many = "extends Integers\nvar x = 0, y = 0\nI(c) == INSTANCE M WITH v <- x, w <- 0, C <- c";
    expect(errors(many, "x := 1; await I(1)!Get = 1")).toEqual(refused("I!Get"));
    expect(
      errors(head, "x := 1; await LET J == INSTANCE M WITH v <- x, w <- 0, C <- 1 IN J!Get = 1"),
    ).toEqual(refused("J"));
  });

  it("may be nameless, and take variables by their names", () => {
    const nameless = "extends Integers\nvar v = 0, w = 0\nconst C = 1\nINSTANCE Outer";
    expect(step(nameless, "v := 1; w := 1 + v")).toContain("/\\ w' = 1 + v'");
    expect(step(nameless, "v := 1; w := 2; await Get = 1")).toContain("/\\ w' = 2 /\\ Get' = 1");
    expect(errors(nameless, "v := 1; await Get = 1")).toEqual([
      "P048 `Get` reads v, which this step has already assigned",
    ]);
    const named = "extends Integers\nvar v = 0, w = 0\nconst C = 1\nI == INSTANCE Outer";
    expect(errors(named, "v := 1; await I!Get = 1")).toEqual([
      "P048 `I!Get` reads v, which this step has already assigned",
    ]);
  });

  it("of a module without variables reads none", () => {
    const plain = "extends Integers\nvar x = 0, y = 0\nP == INSTANCE Plain\nINSTANCE Plain";
    expect(step(plain, "x := 1; y := P!Twice(x) + Twice(x)")).toContain("y' = P!Twice(x') + Twice(x')");
  });

  it("may be of a module inside the spec", () => {
    const inner =
      "extends Integers\nvar x = 0, y = 0\n---- MODULE Inner ----\nGet == x\n====\nJ == INSTANCE Inner";
    expect(step(inner, "x := 1; y := J!Get")).toContain("y' = J!Get'");
  });
});

describe("an operator that the spec defines", () => {
  it("reads the new values of what the step has changed", () => {
    const step = definitions(
      translate(
        "extends Integers\nvar x = 0, y = 0\na ++ b == a + b + x\nprocess p = 1 { s: x := 1; y := 2 ++ x }",
      ),
      "s",
    );
    expect(step).toContain("/\\ y' = 2 + x' + x'");
  });
});

describe("identities", () => {
  it.each([
    [
      "a string and integers",
      'process a = "a" { s: skip }\nprocess b \\in N { s: skip }',
      "P044 4:15 the identity of process b is an integer, that of a a string: these cannot be compared",
    ],
    [
      "a tuple and a string in a set",
      'process a = <<1>> { s: skip }\nprocess b \\in {"x"} \\cup M { s: skip }',
      "P044 4:15 the identity of process b is a string, that of a a tuple: these cannot be compared",
    ],
    [
      "the same twice",
      'process a = "a" { s: skip }\nprocess b \\in {"b", "a"} { s: skip }',
      "P045 4:15 processes a and b have the same identity",
    ],
  ])("cannot be %s", (_, processes, expected) => {
    expect(problems(`const N = 1..2 const M = model {m1}\n${processes}`)).toEqual([expected]);
  });

  it("may be model values beside anything", () => {
    expect(
      problems(
        'const M = model {m1, m2}\nconst N = model none\nprocess a = "a" { s: skip }\nprocess b \\in M { s: skip }\nprocess c = N { s: skip }',
      ),
    ).toEqual([]);
  });
});
