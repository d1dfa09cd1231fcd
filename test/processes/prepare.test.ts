import { describe, expect, it } from "vitest";
import { standardOnly } from "../../src/modules/load.js";
import { scenariosOf } from "../../src/modules/variants.js";
import { loadSpec, type PrepareOptions, prepareVariant } from "../../src/semantics/prepare.js";
import { Source } from "../../src/syntax/source.js";
import { format } from "../../src/values/index.js";
import { failure, prepared, sourceOf } from "./support.js";

const spec = `extends Integers
const N = 1
const M
const K = model k
const R = model {r1, r2}
var x \\in {0, N}, who = r1
process p = 1 { s: x := M }
invariant Small == x < 5 /\\ who # K
property Ends == Termination
reachable Five == x = 5
scenario two { const N = 2 const M = 7 }
scenario three { const M = 3 }
scenario none { var x = 0 }
patch four { const N = 4 }
`;
const config = (text: string) => ({ configSource: new Source("S.cfg", text) });

function constants(...args: Parameters<typeof prepared>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    prepared(...args).model.constants.map(({ name, binding }) => [
      name,
      binding.kind === "value" ? format(binding.value) : binding.definition.name,
    ]),
  );
}

describe("constants of a spec", () => {
  it("have the spec's values, then the scenario's, the patch's, the configuration's, and those that are set", () => {
    const cases = [
      [{ scenario: "three" }, "1"],
      [{ scenario: "two" }, "2"],
      [{ scenario: "two", patch: "four" }, "4"],
      [{ scenario: "two", patch: "four", ...config("CONSTANT N = 5") }, "5"],
      [
        { scenario: "two", patch: "four", ...config("CONSTANT N = 5"), sets: [{ name: "N", expr: "6" }] },
        "6",
      ],
      [{ scenario: "two", sets: [{ name: "N", expr: "M - 1" }] }, "const_N"],
    ] as const;
    for (const [options, expected] of cases) expect(constants(spec, options).N).toBe(expected);
  });

  it("may be model values, which have names in the text where it mentions them", () => {
    expect(constants(spec, { scenario: "two" })).toEqual({ N: "2", M: "7", K: "k", R: "{r1, r2}", r1: "r1" });
  });

  it("must have a value; the scenarios that give one are named", () => {
    expect(failure(() => prepared(spec))).toEqual(["M030 4:7 constant M has no value"]);
    try {
      prepared(spec);
    } catch (error) {
      expect((error as { diagnostics: { notes: string[] }[] }).diagnostics[0]!.notes).toEqual([
        "these scenarios give it one: two, three; try `--scenario two`",
        "or write `const M = …`, or give `--set M=…`",
      ]);
    }
    expect(constants(spec, config("CONSTANT M = 3")).M).toBe("3");
    expect(constants(spec, { sets: [{ name: "M", expr: "3" }] }).M).toBe("3");
  });

  it("must have a value in the scenario that is checked", () => {
    expect(failure(() => prepared(spec, { scenario: "none" }))).toEqual([
      "M030 14:10 constant M has no value in scenario none",
    ]);
  });

  it("that are set must be there, and be given an expression", () => {
    expect(
      failure(() =>
        prepared(spec, {
          sets: [
            { name: "NN", expr: "1" },
            { name: "M", expr: "1 +" },
          ],
        }),
      ),
    ).toEqual(["P017 1:6 S has no constant `NN` to set", expect.stringMatching(/^G\d{3} 1:4 /)]);
  });

  it("cannot have model values with names of other things", () => {
    expect(failure(() => prepared("const R = model {x, y}\nvar x = 1\nprocess p = 1 { s: skip }"))).toEqual([
      "P016 2:18 model value `x` has the name of something else",
    ]);
  });

  it("may be operators", () => {
    const text =
      "extends Integers\nconst F(_) = LAMBDA n : n + 1\nconst G(_, _) = Plus\nPlus(a, b) == a + b\nvar x = G(F(1), 2)\nprocess p = 1 { s: skip }";
    expect(constants(text)).toEqual({ F: "const_F", G: "const_G" });
  });
});

describe("a spec that is loaded once", () => {
  it("gives the model of any variant", () => {
    const loaded = loadSpec(sourceOf(spec), standardOnly);
    expect(scenariosOf(loaded.root).map(({ name }) => name.name)).toEqual(["two", "three", "none"]);
    const values = (options: PrepareOptions) =>
      prepareVariant(loaded, options).model.constants.map(
        ({ binding }) => binding.kind === "value" && format(binding.value),
      );
    for (const options of [{ scenario: "three" }, { scenario: "two", patch: "four" }, { scenario: "two" }]) {
      const { model } = prepared(spec, options);
      expect(values({ safetyOnly: true, ...options })).toEqual(
        model.constants.map(({ binding }) => binding.kind === "value" && format(binding.value)),
      );
    }
    expect(failure(() => prepareVariant(loaded, { patch: "fore" }))).toEqual([
      "P004 1:6 S has no patch `fore`",
    ]);
  });

  it("is looked through whole", () => {
    const text = `${spec}scenario s { const Q = 1 }\npatch p { replace p.t { a: skip } }\nexpect every: violates Smal`;
    expect(failure(() => loadSpec(sourceOf(text), standardOnly)).map((line) => line.slice(0, 4))).toEqual([
      "P011",
      "P006",
      "P015",
    ]);
  });
});

describe("a configuration for a spec", () => {
  it("adds to what the spec claims", () => {
    const { model } = prepared(`${spec}\nOther == x = 1\nShort == x < 3`, {
      scenario: "two",
      ...config("INVARIANTS Other Small CONSTRAINT Short CHECK_DEADLOCK FALSE"),
    });
    expect(model.invariants.map(({ name }) => name)).toEqual(["Small", "Other"]);
    expect(model.constraints.map(({ name }) => name)).toEqual(["Short"]);
    expect(model.checkDeadlock).toBe(false);
  });

  it("may choose another behaviour", () => {
    const { model } = prepared(`${spec}\nJust == x = 0 /\\ pc = 1 /\\ who = 1\nStay == UNCHANGED vars`, {
      scenario: "two",
      ...config("INIT Just NEXT Stay"),
    });
    expect(model.behaviour?.fairness).toEqual([]);
  });
});

describe("a model of a spec", () => {
  it("knows its processes, witnesses, and what variables are called", () => {
    const { model, translation } = prepared(
      `${spec}\nprocess q \\in {2, 3} from "a.c" var y = 1 { t: skip }`,
      { scenario: "two" },
    );
    expect(model.processes.map(({ name, many, anchor }) => [name, many, anchor])).toEqual([
      ["p", false, null],
      ["q", true, "a.c"],
    ]);
    expect(model.witnesses.map(({ name }) => name)).toEqual(["Five"]);
    expect(model.variables.map(({ display }) => display)).toEqual(["x", "who", "q.y", "pc"]);
    expect(model.definitions.get("s")?.step).toMatchObject({ name: "s", process: "p" });
    expect(translation?.scenarios.map(({ name }) => name.name)).toEqual(["two", "three", "none"]);
  });

  it("applies symmetry", () => {
    const { model } = prepared(`${spec}\nsymmetry R`, { scenario: "two" });
    expect(model.symmetry?.name).toBe("Symmetry");
  });

  it("has symmetry only over what there is", () => {
    expect(failure(() => prepared(`${spec}\nsymmetry RR`, { scenario: "two" }))).toEqual([
      "P019 17:10 `symmetry` names `RR`, which is not defined",
    ]);
  });

  it("checks only what is asked for", () => {
    const { model } = prepared(spec, { scenario: "two", properties: ["Five"] });
    expect([model.invariants, model.witnesses.map(({ name }) => name)]).toEqual([[], ["Five"]]);
  });
});

describe("a spec without processes", () => {
  it("begins as its variables say", () => {
    const { model, translation } = prepared(
      "extends Integers\nvar x = 1, y \\in 1..2\nNext == x' = y /\\ y' = x",
    );
    expect(model.behaviour).not.toBeNull();
    expect(translation?.module.units.map((unit) => unit.kind)).toEqual([
      "variables",
      "definition",
      "definition",
      "definition",
      "definition",
    ]);
    expect(model.variables.map(({ name }) => name)).toEqual(["x", "y"]);
  });

  it("or as its Init says, or its Spec", () => {
    expect(prepared("var x\nInit == x = 1\nNext == x' = x").model.behaviour).not.toBeNull();
    expect(
      prepared("VARIABLE x\nA == x = 1\nB == x' = x\nSpec == A /\\ [][B]_x").model.behaviour,
    ).not.toBeNull();
    expect(prepared("var x = 1\nNext == x' = x\nSpec == Init /\\ [][Next]_x").model.behaviour).not.toBeNull();
  });

  it("may have no behaviour at all, as a library", () => {
    expect(
      prepared("const N = 1 where N = 1\nmacro m() { skip }\nprocedure p(n) { s: return }").model.behaviour,
    ).toBeNull();
  });

  it.each([
    [
      "two beginnings",
      "var x = 1\nInit == x = 1\nNext == x' = x",
      "P047 2:5 `x` has an initial value here, and `Init` is defined too",
    ],
    ["no beginning", "var x = 1, y\nNext == x' = x /\\ y' = y", "P047 2:12 nothing says how `y` begins"],
    ["no steps", "var x = 1", "P047 1:6 S has variables, but nothing says how they change"],
  ])("is refused with %s", (_, text, expected) => {
    expect(failure(() => prepared(text))).toEqual([expected]);
  });
});

describe("a TLA+ module", () => {
  const module = (units: string) => `---- MODULE M ----\nEXTENDS Naturals\nVARIABLE x\n${units}\n====\n`;

  it("is checked with its configuration", () => {
    const {
      model,
      translation,
      config: used,
    } = prepared(module("CONSTANT N\nA == x = N\nB == x' = x\nI == x = 1"), {
      configSource: new Source("M.cfg", "INIT A NEXT B INVARIANT I CONSTANT N = 3"),
      sets: [{ name: "N", expr: "1 + 1" }],
    });
    expect(translation).toBeNull();
    expect(used.constants).toHaveLength(1);
    expect(model.invariants.map(({ name }) => name)).toEqual(["I"]);
  });

  it("without one is explored if it names its behaviour as everybody does, and this is said", () => {
    const spec = prepared(module("Init == x = 1\nNext == x' = x\nSpec == Init /\\ [][Next]_x")).model;
    const two = prepared(module("Init == x = 1\nNext == x' = x")).model;
    expect([spec, two].map(({ behaviour }) => behaviour !== null)).toEqual([true, true]);
    expect(spec.warnings.map(({ code, message }) => `${code} ${message}`)).toContain(
      "W032 there is no configuration: Spec is explored, and no property is checked",
    );
    expect(two.warnings.map(({ code, message }) => `${code} ${message}`)).toContain(
      "W032 there is no configuration: Init with Next is explored, and no property is checked",
    );
    expect(failure(() => prepared(module("A == x = 1")))).toEqual([
      "M035 1:13 nothing says what behaviour of M to explore",
    ]);
  });

  it("has neither scenarios nor patches", () => {
    expect(failure(() => prepared(module(""), { scenario: "s" }))).toEqual([
      "P084 1:13 M is a TLA+ module; only a spec (.qsc) has scenarios",
    ]);
    expect(failure(() => prepared(module(""), { patch: "s" }))).toEqual([
      "P084 1:13 M is a TLA+ module; only a spec (.qsc) has patches",
    ]);
  });
});
