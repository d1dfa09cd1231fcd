import { describe, expect, it } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { exportSpec, printConfig } from "../../src/semantics/export.js";
import type { PrepareOptions } from "../../src/semantics/prepare.js";
import { Source } from "../../src/syntax/source.js";
import { explore } from "../support/model.js";
import { prepared, type Texts } from "./support.js";

const spec = `extends Integers, Helper
const N = 1
const CPU = 0..N
const R = model {r1, r2}
var x = 0, who = r1
procedure put(n) { dec "this_cpu_dec(n)": x := Minus(x, n); return }
fair process p = 7 from "fs/a.c:f" {
  take "x++;\\ny++;" from "fs/b.c:g": x := x + 1;
  assert x < 3;
  next: call put(1)
}
process q \\in CPU { rest idle: await x = 3 }
invariant Small == x < 5
property Ends == Termination
reachable Two == x = 2
reachable Small_never == x = 1
constraint Short == x < 4
actionconstraint Up == x' >= 0
view V == <<x>>
symmetry   R
scenario big { const N = -1 }
patch other { replace p.next { step: x := 2 } }
`;
const modules: Texts = {
  Helper: "---- MODULE Helper ----\nEXTENDS Naturals, Sequences\nMinus(a, b) == a - b\n====\n",
};

function exported(options: PrepareOptions = {}) {
  const { translation, config, program } = prepared(spec, options, modules);
  return exportSpec({ translation: translation!, config, program });
}

describe("an export", () => {
  it("is a module of the spec's name with the C text of each step", () => {
    const { name, tla } = exported();
    expect(name).toBe("S");
    expect(tla).toContain(
      '\n\\* p.take, from fs/b.c:g\n\\*   x++;\n\\*   y++;\ntake ==\n  /\\ pc[7] = "take"\n',
    );
    expect(tla).toContain("\n\\* p.next, from fs/a.c:f\nnext ==\n");
    expect(tla).toContain("\n\\* put.dec\n\\*   this_cpu_dec(n)\ndec(self) ==\n");
    expect(tla).toContain("\n\\* q.idle (may rest here)\nidle(self) ==\n");
  });

  it("has a configuration that says what is checked", () => {
    expect(exported().cfg).toBe(
      `SPECIFICATION Spec
CONSTANTS
  N = 1
  CPU <- const_CPU
  R = {r1, r2}
  r1 = r1
  defaultInitValue = defaultInitValue
INVARIANT Small
PROPERTY Ends
CONSTRAINT Short
ACTION_CONSTRAINT Up
SYMMETRY Symmetry
CHECK_DEADLOCK TRUE
`,
    );
  });

  it("defines the permutations of all symmetries", () => {
    const { translation, config, program } = prepared(`${spec}symmetry CPU, R\n`, {}, modules);
    const { cfg, tla } = exportSpec({ translation: translation!, config, program });
    expect(cfg).toContain("\nSYMMETRY Symmetry\n");
    expect(tla).toMatch(/^EXTENDS .*\bTLC\b/m);
    expect(tla).toContain("\nSymmetry == Permutations(R) \\cup Permutations(CPU) \\cup Permutations(R)\n");
  });

  it("denies each witness in a configuration of its own", () => {
    const { witnesses, tla } = exported();
    expect(witnesses.map(({ name }) => name)).toEqual(["Two", "Small_never"]);
    expect(witnesses[0]!.cfg).toContain("\nINVARIANT Two_never\n");
    expect(witnesses[0]!.cfg).not.toMatch(/PROPERTY|INVARIANT Small|DEADLOCK TRUE/);
    expect(tla).toMatch(/\nTwo_never == ~Two\n\nSmall_never_never == ~Small_never\n/);
  });

  it("brings the modules along that are not standard ones", () => {
    expect(exported().modules).toEqual([{ name: "Helper", text: modules.Helper }]);
  });

  it("follows the scenario, the patch, the configuration and what is set", () => {
    const { tla, cfg } = exported({ scenario: "big", patch: "other" });
    expect(tla).toContain("\nconst_N == -1\n");
    expect(tla).toContain("\nstep ==\n");
    expect(cfg).toContain("\n  N <- const_N\n");
    expect(exported({ sets: [{ name: "N", expr: "7" }] }).cfg).toContain("\n  N = 7\n");
  });

  it("means the same as the spec", () => {
    const { tla, cfg } = exported();
    const text = cfg.replace(/^\\\*.*$/gm, "").replace(/^PROPERTY.*$/gm, "");
    const again = prepared(tla, { configSource: new Source("S.cfg", text) }, modules).model;
    const count = (model: typeof again) =>
      explore(createReferenceEvaluator(model, { print: () => {}, seed: 1 }));
    expect(count(again)).toEqual(count(prepared(spec, {}, modules).model));
  });
});

describe("printConfig", () => {
  it("writes every entry", () => {
    const name = (text: string) => ({ name: text, span: undefined as never });
    expect(
      printConfig({
        specification: null,
        init: name("A"),
        next: name("B"),
        constants: [
          { kind: "value", name: name("S"), value: "a b", span: undefined as never },
          {
            kind: "table",
            name: name("F"),
            module: null,
            rows: [
              { args: [1, "x"], value: true, span: undefined as never },
              { args: [2, "x"], value: -1, span: undefined as never },
            ],
            span: undefined as never,
          },
          {
            kind: "definition",
            name: name("Op"),
            module: name("M"),
            definition: name("D"),
            span: undefined as never,
          },
        ],
        invariants: [],
        properties: [],
        constraints: [],
        actionConstraints: [],
        checkDeadlock: false,
        symmetry: name("Perms"),
        view: name("V"),
        alias: name("Al"),
        postconditions: [name("P"), name("Q")],
        periodic: name("Now"),
        possible: [name("Some")],
      }),
    ).toBe(
      'INIT A\nNEXT B\nCONSTANTS\n  S = "a b"\n  F(1, "x") = TRUE\n  F(2, "x") = -1\n  Op <- [M]D\n' +
        "SYMMETRY Perms\nVIEW V\nALIAS Al\nPOSTCONDITION P\nPOSTCONDITION Q\n_PERIODIC Now\n_POSSIBLE Some\n" +
        "CHECK_DEADLOCK FALSE\n",
    );
  });
});
