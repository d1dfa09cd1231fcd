import { describe, expect, it } from "vitest";
import { definitions, prepared, problems, translate } from "./support.js";

const Lock = `spec Lock
extends Naturals, Base
const Free = "free"
macro unlock(l) { l := Free }
inline take(l) { take: await l = Free; l := self }
Held(l) == l # Free
scenario s { const Free = 1 }
patch p { macro unlock(l) { l := 2 } }
expect s: holds
`;
const Base =
  "spec Base\nextends Naturals, Helper\nvar ticks = 0\nmacro tick() { ticks := ticks + 1 }\ninvariant Few == ticks < Limit\n";
const Helper = "---- MODULE Helper ----\nEXTENDS FiniteSets\nCONSTANT Limit\nTwice(n) == n\n====\n";
const modules = { Lock, Base, Helper };

describe("a spec that extends others", () => {
  const text =
    "extends Lock, Base, Naturals\nvar l = Free\nprocess p = 1 { take(l); go: await Held(l); tick(); out: unlock(l) }";

  it("has all their units, those that it needs first, and leaves modules where they are", () => {
    const { module, config, steps } = translate(text, {}, modules);
    expect(module.extends.map(({ name }) => name)).toEqual(["Naturals", "Helper"]);
    expect(
      module.units
        .flatMap((unit) => (unit.kind === "variables" ? unit.variables : []))
        .map(({ name }) => name),
    ).toEqual(["ticks", "l", "pc"]);
    expect([...steps.keys()]).toEqual(["take", "go", "out"]);
    expect(config.invariants.map(({ name }) => name)).toEqual(["Few"]);
    expect(
      module.units
        .flatMap((unit) => (unit.kind === "constants" ? unit.constants : []))
        .map(({ name }) => name),
    ).toEqual(["Free"]);
  });

  it("leaves their scenarios, patches and expectations behind", () => {
    const { scenarios, patches, expectations } = translate(text, {}, modules);
    expect([...scenarios, ...patches, ...expectations]).toEqual([]);
    expect(problems(text, { scenario: "s" }, modules)).toEqual(["P003 1:6 S has no scenario `s`"]);
  });

  it("may give constants of modules a value", () => {
    const { model } = prepared(`${text}\nscenario few { const Limit = 3 }`, { scenario: "few" }, modules);
    expect(
      model.constants.map(({ name, binding }) => [name, binding.kind === "value" && binding.value]),
    ).toEqual([
      ["Limit", 3],
      ["Free", "free"],
    ]);
  });

  it("may patch what comes from them", () => {
    const patched = translate(
      `${text}\npatch q { replace take.take { take: skip } macro tick() { ticks := 0 } }`,
      { patch: "q" },
      modules,
    );
    expect(definitions(patched, "take")).toContain("/\\ TRUE /\\");
    expect(definitions(patched, "go")).toContain("ticks' = 0");
  });

  it("cannot use a name twice", () => {
    expect(problems(`${text}\nHeld(l) == TRUE\nmacro tick() { skip }\nvar p = 1`, {}, modules)).toEqual([
      "P001 5:1 there is another definition `Held`",
      "P001 6:7 there is another macro `tick`",
      "P001 7:5 variable `p` has the name of a process",
    ]);
  });

  it("cannot be extended by a module", () => {
    expect(
      problems(
        "extends M\nprocess p = 1 { s: skip }",
        {},
        { M: "---- MODULE M ----\nEXTENDS Base\n====\n", ...modules },
      ),
    ).toEqual(["P085 2:9 module M extends the spec Base; only a spec can extend a spec"]);
  });

  it("cannot take variables from a module", () => {
    expect(
      problems("extends M\nprocess p = 1 { s: skip }", {}, { M: "---- MODULE M ----\nVARIABLE v\n====\n" }),
    ).toEqual(["P002 2:9 module M declares variables, which the processes of a spec cannot change"]);
  });
});

describe("definitions", () => {
  it("come in an order in which each finds what it uses", () => {
    const { module } = translate(
      "A == B + N\nconst N = C where A > 0\nB == C\nRECURSIVE R(_)\nS == R(1)\nR(n) == T(n)\nT(n) == S + n\nC == 1\nI == INSTANCE M WITH c <- A\nextraVars == <<vars, ProcSet>>\n" +
        "process p = 1 { s: await S > I!D }",
      {},
      { M: "---- MODULE M ----\nCONSTANTS c, C\nD == c + C\n====\n" },
    );
    const names = module.units.flatMap((unit) =>
      unit.kind === "assume"
        ? ["ASSUME"]
        : unit.kind === "recursive"
          ? ["RECURSIVE"]
          : "name" in unit && unit.name !== null
            ? [unit.name.name]
            : [],
    );
    expect(names).toEqual([
      "C",
      "const_N",
      "B",
      "A",
      "ASSUME",
      "RECURSIVE",
      "S",
      "T",
      "R",
      "I",
      "vars",
      "ProcSet",
      "extraVars",
      "Init",
      "s",
      "p",
      "Terminating",
      "Next",
      "Spec",
    ]);
  });
});
