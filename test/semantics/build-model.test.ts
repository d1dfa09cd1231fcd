import { describe, expect, test } from "vitest";
import type { ModelExtras } from "../../src/semantics/build-model.js";
import { Source } from "../../src/syntax/source.js";
import { format } from "../../src/values/index.js";
import { evaluatorOf, explore } from "../support/model.js";
import { build, errors, line, type Modules } from "./support.js";

const behaviour = "VARIABLE x\nInit == x = 0\nNext == x' = IF x = 0 THEN 1 ELSE 0\nvars == <<x>>";
const counter = "EXTENDS Integers\nCONSTANT Max\nVARIABLE x\nInit == x = 0\nNext == x < Max /\\ x' = x + 1";

function warnings(
  units: string,
  config: string,
  extra: ModelExtras = {},
  modules: Modules = {},
): readonly string[] {
  return build(units, config, modules, extra).warnings.map(line);
}

/** The value that x has initially, where Init says x = an expression. */
function initially(units: string, config: string, modules: Modules = {}, extra?: ModelExtras): string {
  if (extra !== undefined) {
    const model = build(units, config, modules, extra);
    return JSON.stringify(
      model.constants.map((c) => [
        c.name,
        c.binding.kind === "value" ? format(c.binding.value) : c.binding.definition.name,
      ]),
    );
  }
  const { evaluator } = evaluatorOf(units, config, modules);
  const values: string[] = [];
  evaluator.initial((state) => values.push(format(state[0]!)));
  return values.join(" | ");
}

describe("constants", () => {
  const units =
    "EXTENDS Integers\nCONSTANTS N, S\nVARIABLE x\nInit == x = <<N, S>>\nNext == UNCHANGED x\nTwo == 1 + 1";

  test("values and model values", () => {
    expect(initially(units, "INIT Init NEXT Next CONSTANTS N = -1 S = {a, b}")).toBe("<<-1, {a, b}>>");
    expect(initially(units, "INIT Init NEXT Next CONSTANTS N = N S = other")).toBe("<<N, other>>");
  });

  test("definitions, constants and standard operators that stand for them", () => {
    expect(initially(units, "INIT Init NEXT Next CONSTANTS N <- Two S = 1")).toBe("<<2, 1>>");
    expect(initially(units, "INIT Init NEXT Next CONSTANTS N = 3 S <- N")).toBe("<<3, 3>>");
    expect(
      initially(
        "EXTENDS Integers\nCONSTANT N\nVARIABLE x\nInit == x = (3 \\in N)\nNext == UNCHANGED x",
        "INIT Init NEXT Next CONSTANT N <- Nat",
      ),
    ).toBe("TRUE");
  });

  test("an operator for an operator constant", () => {
    const text =
      "EXTENDS Integers\nCONSTANT F(_, _)\nVARIABLE x\nPlus(a, b) == a + b\nInit == x = F(1, 2)\nNext == UNCHANGED x";
    expect(initially(text, "INIT Init NEXT Next CONSTANT F <- Plus")).toBe("3");
    expect(errors(() => build(text, "INIT Init NEXT Next CONSTANT F <- Init"))).toEqual([
      "M032 M.cfg:1:30 F takes 2 arguments, what is to stand for it no arguments",
    ]);
    expect(initially(text, "INIT Init NEXT Next CONSTANT F = 1")).toBe("1");
    expect(initially(text, "INIT Init NEXT Next CONSTANT F(1, 2) = 7")).toBe("7");
  });

  test("missing constants name themselves, all of them, and where to give them", () => {
    expect(errors(() => build(units, "INIT Init NEXT Next"))).toEqual([
      "M030 M.tla:3:11 the constant N has no value; write CONSTANT N = … in the configuration, or give --set N=…",
      "M030 M.tla:3:14 the constant S has no value; write CONSTANT S = … in the configuration, or give --set S=…",
    ]);
  });

  test("a constant of an extended module", () => {
    const modules = { P: "---- MODULE P ----\nCONSTANT N\nDouble == <<N, N>>\n====" };
    expect(
      initially(
        "EXTENDS P\nVARIABLE x\nInit == x = Double\nNext == UNCHANGED x",
        "INIT Init NEXT Next CONSTANT N = 1",
        modules,
      ),
    ).toBe("<<1, 1>>");
  });

  test("names that are not there", () => {
    expect(errors(() => build(units, "INIT Init NEXT Next CONSTANTS N <- Tow S <- a"))).toEqual([
      "M031 M.cfg:1:36 what is to stand for N, Tow is not defined in module M; did you mean `Two`?",
      "M031 M.cfg:1:45 what is to stand for S, a is not defined in module M",
    ]);
    expect(errors(() => build(units, "INIT Init NEXT Next CONSTANTS N = 1 S = 1 T <- Two"))).toEqual([
      "M031 M.cfg:1:43 what is to be replaced, T is not defined in module M",
    ]);
    expect(warnings(units, "INIT Init NEXT Next CONSTANTS N = 1 S = 1 Twoo = 1")).toEqual([
      "W011 M.cfg:1:43 module M has no constant Twoo; did you mean `Two`?",
      "W002 M.tla:4:10 the variable x is never read",
    ]);
  });

  test("a constant must not depend on variables", () => {
    expect(
      errors(() =>
        build(
          "CONSTANT N\nVARIABLE x\nV == x\nInit == x = N\nNext == UNCHANGED x",
          "INIT Init NEXT Next CONSTANT N <- V",
        ),
      ),
    ).toEqual([
      "M040 M.cfg:1:30 the constant N cannot be V, which is a state expression (it depends on variables)",
    ]);
  });

  test("a definition cannot be replaced and stand for another one", () => {
    expect(errors(() => build(units, "INIT Init NEXT Next CONSTANTS N <- Two S = 1 Two <- Init"))[0]).toMatch(
      /^M039 M.cfg:1:36 Two cannot stand for N/,
    );
  });
});

describe("replaced definitions", () => {
  test("by a value", () => {
    expect(
      initially(
        "VARIABLE x\nLimit == 10\nInit == x = Limit\nNext == UNCHANGED x",
        "INIT Init NEXT Next CONSTANT Limit = 2",
      ),
    ).toBe("2");
  });

  test("by another definition, wherever it is used", () => {
    const units =
      "EXTENDS Integers\nVARIABLE x\nSend(n) == n + 1\nMCSend(n) == n + 100\nInit == x = Send(1)\nNext == UNCHANGED x";
    expect(initially(units, "INIT Init NEXT Next CONSTANT Send <- MCSend")).toBe("101");
    expect(errors(() => build(units, "INIT Init NEXT Next CONSTANT Send <- Init"))).toEqual([
      "M032 M.cfg:1:30 Send takes 1 argument, what is to stand for it no arguments",
    ]);
  });

  test("an operator that the evaluator computes, in all modules", () => {
    const modules = { P: "---- MODULE P ----\nEXTENDS Naturals\nAll == Nat\n====" };
    const units =
      "EXTENDS P, Integers\nVARIABLE x\nSmall == 0 .. 2\nInit == x = <<Nat, All>>\nNext == UNCHANGED x";
    expect(initially(units, "INIT Init NEXT Next CONSTANT Nat <- Small", modules)).toBe("<<0..2, 0..2>>");
    expect(initially(units, "INIT Init NEXT Next CONSTANT Nat = {7}", modules)).toBe("<<{7}, {7}>>");
  });

  test("in the text of one module", () => {
    const modules = { P: "---- MODULE P ----\nCONSTANT c\nX == c\nY == X\n====" };
    const units = "VARIABLE x\nZ == 8\nI == INSTANCE P WITH c <- 1\nInit == x = I!Y\nNext == UNCHANGED x";
    expect(initially(units, "INIT Init NEXT Next", modules)).toBe("1");
    expect(initially(units, "INIT Init NEXT Next CONSTANT X <- [P]Z", modules)).toBe("8");
    expect(initially(units, "INIT Init NEXT Next CONSTANT X = [P]9", modules)).toBe("9");
    expect(errors(() => build(units, "INIT Init NEXT Next CONSTANT X <- [Q]Z", modules))).toEqual([
      "M031 M.cfg:1:36 there is no module Q in this program",
    ]);
  });

  test("a definition of an instance in a LET", () => {
    const modules = { P: "---- MODULE P ----\nCONSTANT c\nX == c\nY == X\n====" };
    const units =
      "VARIABLE x\nZ == 8\nInit == x = LET I == INSTANCE P WITH c <- 1 IN I!Y\nNext == UNCHANGED x";
    expect(initially(units, "INIT Init NEXT Next CONSTANT X <- [P]Z", modules)).toBe("8");
  });

  test("levels follow the replacement", () => {
    const model = build(
      "VARIABLE x\nC == 1\nD == x\nE == C\nInit == x = 0\nNext == x' = E",
      "INIT Init NEXT Next CONSTANT C <- D",
    );
    expect(model.definitions.get("E")?.level).toBe(1);
  });
});

describe("--set", () => {
  const sets = (...pairs: readonly (readonly [string, string])[]): ModelExtras => ({
    sets: pairs.map(([name, expr]) => ({ name, expr: new Source(`--set ${name}`, expr) })),
  });

  test("wins over the configuration, and may be any constant expression", () => {
    const { evaluator } = evaluatorOf(counter, "INIT Init NEXT Next CONSTANT Max = 3 CHECK_DEADLOCK FALSE");
    expect(explore(evaluator).distinct).toBe(4);
    const model = build(counter, "INIT Init NEXT Next CONSTANT Max = 3", {}, sets(["Max", "1 + 1"]));
    expect(model.constants[0]?.binding).toMatchObject({
      kind: "definition",
      definition: { level: 0, body: { kind: "native", key: "Naturals!+" } },
    });
  });

  test("names without a meaning are model values", () => {
    expect(initially("CONSTANTS P, Q\nASSUME P # Q", "", {}, sets(["P", "p1"], ["Q", "{q1, q2}"]))).toBe(
      '[["P","p1"],["Q","Q"]]',
    );
  });

  test("mistakes", () => {
    expect(errors(() => build(counter, "INIT Init NEXT Next", {}, sets(["Mx", "1"])))).toContain(
      "M031 --set Mx:1:1 module M has no constant Mx; did you mean `Max`?",
    );
    expect(errors(() => build(counter, "INIT Init NEXT Next", {}, sets(["Max", "Mox + 1"])))).toEqual([
      "S001 --set Max:1:1 unknown name Mox; did you mean `Max`?",
    ]);
    expect(errors(() => build(counter, "INIT Init NEXT Next", {}, sets(["Max", "x + 1"])))).toEqual([
      "M040 --set Max:1:1 the constant Max cannot be Max, which is a state expression (it depends on variables)",
    ]);
    expect(errors(() => build(counter, "INIT Init NEXT Next", {}, sets(["Max", "1 +"])))[0]).toMatch(
      /^G\d{3} --set Max/,
    );
  });
});

describe("behaviour", () => {
  test("INIT and NEXT", () => {
    const model = build(behaviour, "INIT Init NEXT Next");
    expect(model.behaviour).toMatchObject({
      init: { kind: "call", definition: { name: "Init" } },
      next: { kind: "call", definition: { name: "Next" } },
      fairness: [],
    });
  });

  test("none where there is nothing to explore", () => {
    const model = build("CONSTANT N\nASSUME Small == N # 3\nASSUME N # 2", "CONSTANT N = 1");
    expect(model.behaviour).toBeNull();
    expect(model.assumptions.map((a) => a.name)).toEqual(["Small", "the assumption at M.tla:4:1"]);
  });

  test.each([
    [
      "",
      "M035 M.tla:1:13 nothing says how module M behaves; the configuration needs SPECIFICATION with the name of a formula Init /\\ [][Next]_vars, or INIT and NEXT",
    ],
    ["INIT Init", "M035 M.cfg:1:6 the configuration gives INIT but not NEXT"],
    ["NEXT Next", "M035 M.cfg:1:6 the configuration gives NEXT but not INIT"],
    [
      "INIT Innit NEXT Next",
      "M031 M.cfg:1:6 the initial predicate Innit is not defined in module M; did you mean `Init`?",
    ],
    ["INIT x NEXT Next", "M032 M.cfg:1:6 the initial predicate x must be a definition, not a variable"],
    [
      "INIT Next NEXT Next",
      "M037 M.cfg:1:6 Next cannot be the initial predicate: it is an action (it has primes); it is defined at M.tla:4:1",
    ],
    ["SPECIFICATION Nothing", "M031 M.cfg:1:15 the specification Nothing is not defined in module M"],
  ])("%s", (config, expected) => {
    expect(errors(() => build(behaviour, config))).toEqual([expected]);
  });

  test("SPECIFICATION and INIT together", () => {
    expect(
      errors(() => build(`${behaviour}\nSpec == Init /\\ [][Next]_vars`, "SPECIFICATION Spec INIT Init")),
    ).toEqual([
      "M034 M.cfg:1:25 the configuration gives SPECIFICATION Spec and Init too; give either SPECIFICATION, or INIT and NEXT",
    ]);
  });
});

describe("specifications", () => {
  function parts(spec: string, units = ""): readonly [string, string, number] {
    const model = build(`${behaviour}\n${units}\nSpec == ${spec}`, "SPECIFICATION Spec");
    const { init, next, fairness } = model.behaviour!;
    const name = (core: typeof init): string => (core.kind === "call" ? core.definition.name : core.kind);
    return [init.kind === "and" ? init.items.map(name).join(" ") : name(init), name(next), fairness.length];
  }

  test.each([
    ["Init /\\ [][Next]_vars", "", ["Init", "Next", 0]],
    [
      "/\\ Init\n        /\\ [][Next]_vars\n        /\\ WF_vars(Next)\n        /\\ SF_vars(Next)",
      "",
      ["Init", "Next", 2],
    ],
    ["Init /\\ [][Next]_vars /\\ x \\in {0, 1}", "", ["Init builtin", "Next", 0]],
    ["Init /\\ [][Next]_vars /\\ Fair", "Fair == WF_vars(Next) /\\ SF_vars(Next)", ["Init", "Next", 2]],
    ["Safe /\\ <>(x = 1)", "Steps == [][Next]_vars\nSafe == Init /\\ Steps", ["Init", "Next", 1]],
    ["LET S == [][Next]_vars IN Init /\\ S", "", ["let", "let", 0]],
    ["Both(Init, Next)", "Both(i, n) == i /\\ [][n]_vars", ["Init", "Next", 0]],
    ["Init /\\ [][Next]_x /\\ \\A i \\in {1} : WF_vars(Next)", "", ["Init", "Next", 1]],
  ] as const)("%s", (spec, units, expected) => {
    expect(parts(spec, units)).toEqual(expected);
  });

  test.each([
    ["Init", "M036 M.tla:7:1 Spec has no conjunct of the form [][Next]_v"],
    ["[][Next]_vars", "M036 M.tla:7:1 Spec has no conjunct that says what the initial states are"],
    [
      "Init /\\ [][Next]_vars /\\ [][x' = 2]_x",
      "M038 M.tla:7:36 Spec has more than one [][Next]_v; the first one is at M.tla:7:19",
    ],
    [
      "Init /\\ [][Next]_vars /\\ [](x = 0)",
      "M036 M.tla:7:34 this part of the specification cannot be explored: [] of a state predicate; a specification is a conjunction of initial predicates, one [][Next]_v, and fairness conditions",
    ],
    [
      "Init /\\ Next",
      "M036 M.tla:4:9 this part of the specification cannot be explored: an action (it has primes); a specification is a conjunction of initial predicates, one [][Next]_v, and fairness conditions",
    ],
    [
      "\\EE y : Init /\\ [][Next]_vars",
      "M036 M.tla:7:9 this part of the specification cannot be explored: \\EE; a specification is a conjunction of initial predicates, one [][Next]_v, and fairness conditions",
    ],
  ])("%s", (spec, expected) => {
    expect(errors(() => build(`${behaviour}\n\nSpec == ${spec}`, "SPECIFICATION Spec"))[0]).toBe(expected);
  });

  test("a subscript that lacks variables", () => {
    const units =
      "VARIABLES x, y\nInit == x = 0 /\\ y = 0\nNext == x' = y /\\ y' = x\nSpec == Init /\\ [][Next]_x";
    expect(warnings(units, "SPECIFICATION Spec")).toEqual([
      "W005 M.tla:5:26 the subscript of [][Next]_v lacks y",
    ]);
    expect(warnings(units.replace("]_x", "]_<<y, <<x>>>>"), "SPECIFICATION Spec")).toEqual([]);
  });
});

describe("what is checked", () => {
  const units =
    `${behaviour}\nSmall == x < 2\nBig(n) == x > n\nUp == x' > x\nAlways == <>(x = 2)\nTruth == TRUE\nReached == x = 1`.replace(
      "VARIABLE x",
      "EXTENDS Integers\nVARIABLE x",
    );

  test("invariants, constraints and action constraints by name", () => {
    const model = build(units, "INIT Init NEXT Next INVARIANT Small CONSTRAINT Small ACTION_CONSTRAINT Up");
    expect(model.invariants.map((f) => f.name)).toEqual(["Small"]);
    expect(model.constraints.map((f) => f.name)).toEqual(["Small"]);
    expect(model.actionConstraints.map((f) => f.name)).toEqual(["Up"]);
    expect(model.checkDeadlock).toBe(true);
    expect(build(units, "INIT Init NEXT Next", {}, { noDeadlock: true }).checkDeadlock).toBe(false);
    expect(build(units, "INIT Init NEXT Next CHECK_DEADLOCK FALSE").checkDeadlock).toBe(false);
  });

  test.each([
    [
      "INVARIANT Smal",
      "M031 M.cfg:1:31 the invariant Smal is not defined in module M; did you mean `Small`?",
    ],
    ["INVARIANT Big", "M032 M.cfg:1:31 the invariant Big must not have parameters, but it has n"],
    [
      "INVARIANT Up",
      "M037 M.cfg:1:31 Up cannot be the invariant: it is an action (it has primes); it is defined at M.tla:9:1",
    ],
    [
      "INVARIANT Always",
      "M037 M.cfg:1:31 Always cannot be the invariant: it is a temporal formula; it is defined at M.tla:10:1",
    ],
    [
      "CONSTRAINT Up",
      "M037 M.cfg:1:32 Up cannot be the constraint: it is an action (it has primes); it is defined at M.tla:9:1",
    ],
    [
      "PROPERTY Always",
      "M033 M.cfg:1:30 PROPERTY Always: temporal properties are not supported yet; these parts are: `<>(x = 2)` at M.tla:10:11; check the rest with --safety-only",
    ],
    [
      "PROPERTIES Alway",
      "M031 M.cfg:1:32 the property Alway is not defined in module M; did you mean `Always`?",
    ],
  ])("%s", (config, expected) => {
    expect(errors(() => build(units, `INIT Init NEXT Next ${config}`))[0]).toBe(expected);
  });

  test("--safety-only leaves properties unchecked, with a warning", () => {
    const model = build(units, "INIT Init NEXT Next PROPERTY Always", {}, { safetyOnly: true });
    expect(model.warnings.map(line)).toEqual(["W003 M.cfg:1:30 the property Always is not checked"]);
    expect(model.properties.map((f) => f.name)).toEqual(["Always"]);
  });

  test("an invariant that depends on no variable", () => {
    expect(warnings(units, "INIT Init NEXT Next INVARIANT Truth")).toEqual([
      "W004 M.tla:11:1 the invariant Truth depends on no variable",
    ]);
  });

  test("witnesses", () => {
    const model = build(units, "INIT Init NEXT Next", {}, { witnesses: ["Reached"] });
    expect(model.witnesses).toMatchObject([{ name: "Reached", body: { kind: "call" } }]);
  });

  test("only the properties asked for", () => {
    const config = "INIT Init NEXT Next INVARIANTS Small Truth PROPERTY Always";
    const model = build(units, config, {}, { witnesses: ["Reached"], properties: ["Small"] });
    expect(model.invariants.map((f) => f.name)).toEqual(["Small"]);
    expect(model.witnesses).toEqual([]);
    expect(
      build(units, config, {}, { witnesses: ["Reached"], properties: ["Reached"] }).witnesses,
    ).toHaveLength(1);
    expect(errors(() => build(units, config, {}, { properties: ["Smal"] }))).toEqual([
      "M041 M.tla:1:13 there is no invariant, property or witness Smal to check; did you mean `Small`?",
    ]);
    expect(
      errors(() => build(units, config, {}, { properties: ["Always"] })).map((e) => e.slice(0, 4)),
    ).toEqual(["M033"]);
  });
});

describe("warnings", () => {
  test("a constant never used", () => {
    expect(
      warnings(`CONSTANTS N, K\n${behaviour}\nUsed == N`, "INIT Init NEXT Next CONSTANTS N = 1 K = 2"),
    ).toEqual(["W001 M.tla:2:14 the constant K is never used"]);
  });

  test("a variable never read", () => {
    const units = (next: string): string =>
      `EXTENDS Integers\nVARIABLES x, log\nvars == <<x, log>>\nInit == x = 0 /\\ log \\in {0}\nNext == x' = 1 - x /\\ ${next}\nSpec == Init /\\ [][Next]_vars`;
    const expected = ["W002 M.tla:3:14 the variable log is never read"];
    expect(warnings(units("log' = x"), "SPECIFICATION Spec")).toEqual(expected);
    expect(warnings(units("UNCHANGED log"), "SPECIFICATION Spec")).toEqual(expected);
    expect(warnings(units("log' \\in {1}"), "SPECIFICATION Spec")).toEqual(expected);
    expect(warnings(units("log' = log + 1"), "SPECIFICATION Spec")).toEqual([]);
    expect(warnings(`${units("log' = x")}\nInv == log < 3`, "SPECIFICATION Spec")).toEqual([]);
  });

  test("a variable whose new value the same step asks for", () => {
    const units = (next: string): string =>
      `VARIABLES x, log\nSay(e) == log' = e\nInit == x = 0 /\\ log = 0\nNext == ${next} /\\ UNCHANGED x`;
    const expected = ["W002 M.tla:2:14 the variable log is never read"];
    expect(warnings(units("(IF x = 0 THEN log' = 1 ELSE log' = 2)"), "INIT Init NEXT Next")).toEqual(
      expected,
    );
    expect(warnings(units("Say(x)"), "INIT Init NEXT Next")).toEqual(expected);
    expect(warnings(units("Say(x) /\\ (IF log' = 1 THEN TRUE ELSE FALSE)"), "INIT Init NEXT Next")).toEqual(
      [],
    );
    expect(warnings(units("Say(x) /\\ (CASE log' = 0 -> TRUE)"), "INIT Init NEXT Next")).toEqual([]);
  });

  test("nothing of what another file brings", () => {
    const modules = { A: "---- MODULE A ----\nCONSTANT K\nVARIABLE v\n====" };
    const units = "EXTENDS A\nCONSTANT N\nVARIABLE x\nInit == x = 0 /\\ v = 0\nNext == x' = 1 /\\ v' = 0";
    expect(warnings(units, "INIT Init NEXT Next CONSTANTS K = 1 N = 1", {}, modules)).toEqual([
      "W001 M.tla:3:10 the constant N is never used",
      "W002 M.tla:4:10 the variable x is never read",
    ]);
  });

  test("a variable read only through an instance", () => {
    const modules = { A: "---- MODULE A ----\nVARIABLE v\nGood == v # 3\n====" };
    const units =
      "VARIABLES x, y\nInit == x = 0 /\\ y = 0\nNext == x' = 1 /\\ y' = x\nI == INSTANCE A WITH v <- y";
    expect(warnings(units, "INIT Init NEXT Next", {}, modules)).toEqual([
      "W002 M.tla:2:14 the variable y is never read",
    ]);
    expect(warnings(units, "INIT Init NEXT Next INVARIANT I!Good", {}, modules)).toEqual([]);
  });

  test("two definitions of one name from two modules", () => {
    const modules = { P: "---- MODULE P ----\nX == 1\n====", Q: "---- MODULE Q ----\nX == 2\n====" };
    expect(warnings("EXTENDS P, Q", "", {}, modules)).toEqual([
      "W010 M.tla:2:12 module Q brings another definition of X; the earlier one counts; the one that counts is at P.tla:2:1, the other at Q.tla:2:1",
    ]);
  });
});

describe("what the model tells", () => {
  test("steps and names of a translated spec", () => {
    const step = {
      kind: "process" as const,
      name: "take",
      process: "p",
      c: null,
      anchor: null,
      rest: false,
      span: { source: new Source("s", ""), start: 0, end: 0 },
    };
    const model = build(
      behaviour,
      "INIT Init NEXT Next",
      {},
      {
        steps: new Map([["Next", step]]),
        displayNames: new Map([["x", "p.x"]]),
      },
    );
    expect(model.definitions.get("Next")?.step).toBe(step);
    expect(model.definitions.get("Init")?.step).toBeNull();
    expect(model.variables.map((v) => [v.name, v.index, v.display])).toEqual([["x", 0, "p.x"]]);
  });

  test("variables of extended modules come first", () => {
    const modules = { P: "---- MODULE P ----\nVARIABLES a, b\n====" };
    const model = build(
      "EXTENDS P\nVARIABLE c\nInit == a = 1 /\\ b = 1 /\\ c = 1\nNext == UNCHANGED <<a, b, c>>",
      "INIT Init NEXT Next",
      modules,
    );
    expect(model.variables.map((v) => [v.name, v.index])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 2],
    ]);
  });

  test("levels of definitions", () => {
    const model = build(
      `EXTENDS TLC\n${behaviour}\nK == 1\nL(p) == p\nM1 == L(x)\nT == []M1\nR == TLCGet(1)`,
      "INIT Init NEXT Next",
    );
    const level = (name: string): number | undefined => model.definitions.get(name)?.level;
    expect(["K", "L", "M1", "Next", "T", "R"].map(level)).toEqual([0, 0, 1, 2, 3, 1]);
  });

  test("assumptions of extended modules, but not of instanced ones", () => {
    const modules = { P: "---- MODULE P ----\nCONSTANT c\nASSUME c = 1\n====" };
    expect(build("EXTENDS P", "CONSTANT c = 1", modules).assumptions).toHaveLength(1);
    expect(build("I == INSTANCE P WITH c <- 2", "", modules).assumptions).toEqual([]);
  });
});
