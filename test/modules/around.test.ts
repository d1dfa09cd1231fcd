/** Specs around TLA+ modules that have a behaviour of their own. The figures are TLC's, of the exports. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileFinder } from "../../src/cli/files.js";
import { check } from "../../src/index.js";
import { exportSpec } from "../../src/semantics/export.js";
import { definitions, failure, finder, prepared, problems, translate } from "../processes/support.js";

const Base = `---- MODULE Base ----
LOCAL INSTANCE Naturals
CONSTANTS N, F(_), Who
ASSUME Positive == N > 0
LOCAL Two == 2
Limit == N + Two
Step(x) == F(x)
RECURSIVE Sum(_)
Sum(n) == IF n = 0 THEN 0 ELSE n + Sum(n - 1)
a \\prec b == a < b
THEOREM Sum(0) = 0
====
`;
const Other = `---- MODULE Other ----
EXTENDS Naturals
CONSTANT N
VARIABLE v
Bounded == v <= N + 10
Same == v' = v
====
`;
const Mid = `---- MODULE Mid ----
EXTENDS Base, Integers, Sequences
VARIABLES x, log
O == INSTANCE Other WITH v <- x
---- MODULE Inner ----
VARIABLE y
Zero == y = 0
====
I == INSTANCE Inner WITH y <- x
table[i \\in 0..20] == i * 2
====
`;
const Side = `---- MODULE Side ----
EXTENDS Base
LOCAL INSTANCE Naturals
Twice(n) == 2 * n
====
`;
const Top = `---- MODULE Top ----
EXTENDS Mid, Side, TLC
vars == <<x, log>>
Init == I!Zero /\\ log = << >>
Inc == x \\prec Limit /\\ x' = Step(x) /\\ log' = Append(log, Twice(x))
Drop(k) == Len(log) >= k /\\ log' = SubSeq(log, k, Len(log) - 1) /\\ O!Same
Next == Inc \\/ \\E k \\in 1..2 : Drop(k)
Spec == Init /\\ [][Next]_vars /\\ WF_vars(Inc)
Ok == O!Bounded /\\ Sum(x) >= x /\\ table[x] = Twice(x) /\\ Len(log) < 6
====
`;
const modules = { Base, Other, Mid, Side, Top };

const spec = `spec around
extends Top
const N = 3
const F(_) = LAMBDA n : n + 1
const Who = model Who
invariant Ok
invariant Small == x <= Limit
reachable Full == x = Limit
constraint Short == Len(log) < 5
view JustX == x
Name == Who
Plus2(n) == n + 2
scenario big { const N = 5 Twice(n) == n + n }
scenario by_two { const F(_) = Plus2 }
patch step { Step(k) == k + 2 }
patch limit { Limit == 1 }
patch less { p \\prec q == p < q /\\ p # 2 }
patch rec { Sum(n) == n }
patch tab { table[i \\in 0..30] == 2 * i + 0 }
patch more { const N = 5 reachable Five == x = 5 }
`;

describe("a spec around modules", () => {
  it.each([
    ["-", "-", "deadlock", 120, 61],
    ["-", "step", "invariant", 5, 5],
    ["-", "limit", "deadlock", 3, 3],
    ["-", "less", "deadlock", 8, 7],
    ["-", "rec", "deadlock", 120, 61],
    ["-", "tab", "deadlock", 120, 61],
    ["-", "more", "deadlock", 419, 193],
    ["big", "-", "deadlock", 419, 193],
    ["big", "step", "invariant", 9, 9],
    ["by_two", "-", "invariant", 5, 5],
    ["by_two", "limit", "invariant", 2, 2],
  ])("has their behaviour: scenario %s, patch %s", async (scenario, patch, verdict, generated, distinct) => {
    const { result } = await check({
      name: "around.qsc",
      text: spec,
      find: finder(modules),
      scenario: scenario === "-" ? undefined : scenario,
      patch: patch === "-" ? undefined : patch,
    });
    expect([result.verdict, result.states.generated, result.states.distinct]).toEqual([
      verdict,
      generated,
      distinct,
    ]);
  });

  const classic = new URL("../../specs/classic/", import.meta.url);
  const rows = readFileSync(new URL("expected.tsv", classic), "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(([, config, , , , generated]) => config?.endsWith(".cfg") && Number(generated) < 2000);

  it.each(rows)("is checked as the module %s is with %s", async (module, config, ...figures) => {
    const { result } = await check({
      name: `${classic.pathname}around.qsc`,
      text: `spec around\nextends ${module}\n`,
      find: fileFinder(classic.pathname),
      config: { name: config!, text: readFileSync(new URL(config!, classic), "utf8") },
    });
    const { distinct, generated, depth } = result.states;
    expect([result.verdict, "-", distinct, generated, depth, "-"].map(String)).toEqual(figures);
  });

  it("is exported as one module, and those that it instantiates", () => {
    const { name, tla, modules: others } = exportSpec(exportable(prepared(spec, { patch: "step" }, modules)));
    expect(name).toBe("around");
    expect(others.map((other) => other.name)).toEqual(["Other"]);
    expect(tla).toMatch(/^---- MODULE around ----\nEXTENDS Integers, Sequences, TLC\n/);
    expect(tla).toContain("\nStep(k) == k + 2\n");
    expect(tla).toContain("\nLOCAL Two == 2\n");
    expect(tla).not.toContain("THEOREM");
  });

  it("judges patches by definitions that it claims, too", () => {
    expect(problems(`${spec}patch bad { Ok == TRUE }`, {}, modules)).toEqual([
      "P083 21:13 a patch cannot change the invariant `Ok`, by which it is judged",
    ]);
    expect(problems(`${spec}reachable Okay`, {}, modules)).toEqual([
      "P087 21:11 there is no definition `Okay` that could be a witness",
    ]);
  });

  it("may name the behaviour itself", () => {
    const M =
      "---- MODULE M ----\nVARIABLE v\nStart == v = 1\nGo == v' = v\nAll == Start /\\ [][Go]_v\n====\n";
    const text = "extends M\ninvariant One == v = 1\n";
    expect(prepared(`${text}Spec == All`, {}, { M }).model.behaviour).not.toBeNull();
    expect(prepared(`${text}Init == Start\nNext == Go`, {}, { M }).model.behaviour).not.toBeNull();
    expect(failure(() => prepared(text, {}, { M }))).toEqual([
      "P047 1:6 module M declares variables, but nothing is called Init and Next, or Spec",
    ]);
  });

  it("keeps a module's names apart from what the spec's own text binds", () => {
    const M = "---- MODULE M ----\nVARIABLE v\nInit == v = 1\nNext == v' = v\n====\n";
    const translation = translate(
      "extends M, H\ninvariant One == Has(v)",
      {},
      { M, H: "---- MODULE H ----\nHas(v) == \\E One \\in {1} : v = One\n====\n" },
    );
    expect(definitions(translation, "Has")).toBe("Has(v_1) == \\E One_1 \\in {1} : v_1 = One_1");
  });

  it.each([
    ["a definition of the module", "Limit == 1", "P001 21:1 there is another definition `Limit`"],
    ["a variable of the module", "var x = 1", "P001 21:5 there is another variable `x`"],
    [
      "a constant for a definition",
      "const Limit = 1",
      "P001 21:7 constant `Limit` has the name of a definition",
    ],
    [
      "another number of arguments for a constant",
      "const Limits = 1\npatch c { const Limits(_) = 1 }",
      "P009 22:17 `Limits` has 0 parameters, here it has 1 parameter; what is redefined keeps its parameters",
    ],
    [
      "a process",
      "process p = 1 { s: skip }",
      "P002 2:9 module Mid declares variables, which the processes of a spec cannot change",
    ],
    [
      "a process in a patch",
      "patch q { process p = 1 { s: skip } }",
      "P002 2:9 module Mid declares variables, which the processes of a spec cannot change",
    ],
  ])("is refused with %s", (_, more, expected) => {
    expect(problems(`${spec}${more}`, {}, modules)).toEqual([expected]);
  });

  it("is refused with a constant of other arguments than the module's", () => {
    expect(problems(spec.replace("const F(_) = LAMBDA n : n + 1", "const F = 1"), {}, modules)).toContain(
      "P088 4:7 the constant `F` that is extended takes 1 argument, here it has another number",
    );
  });

  it("is refused where two modules define a name differently, and takes it once where they agree", () => {
    const A =
      "---- MODULE A ----\nVARIABLE v\nMin(S) == CHOOSE m \\in S : TRUE\nInit == v = 1\nNext == v' = v\n====\n";
    const B = (body: string) => `---- MODULE B ----\nMin(S) == ${body}\n====\n`;
    expect(problems("extends A, B", {}, { A, B: B("1") })).toEqual([
      "P086 2:1 modules A and B have a definition `Min` each, and not the same",
    ]);
    const same = translate("extends A, B", {}, { A, B: B("CHOOSE m \\in S : TRUE") });
    expect(definitions(same, "Min")).toBe("Min(S) == CHOOSE m \\in S : TRUE");
  });
});

function exportable({ translation, config, program }: ReturnType<typeof prepared>) {
  if (translation === null) throw new Error("a spec has a translation");
  return { translation, config, program };
}
