import { describe, expect, it } from "vitest";
import { definitions, prepared, problems, translate } from "./support.js";

const units = `extends Integers
var x = 0
procedure up(n) var old = x, twice = 2 * n, cpu \\in {1, 2}, none {
  a: x := n + twice; b: call down(n, 1); c: return
}
procedure down(n, m) { d: if (n > 0) { call down(n - 1, m); return } e: call up(1); return }
process p = 7 { s: call up(3); t: call down(1, 2); goto s; u: call up(x) }
process q \\in {8, 9} { v: x := 1; call up(x); w: skip }
`;

describe("call", () => {
  it("pushes a record with the caller's values, then sets parameters and locals", () => {
    expect(definitions(translate(units), "s")).toBe(
      's == /\\ pc[7] = "s" /\\ up_n\' = [up_n EXCEPT ![7] = 3] ' +
        '/\\ stack\' = [stack EXCEPT ![7] = <<[procedure |-> "up", pc |-> "t", n |-> up_n[7], old |-> up_old[7], ' +
        "twice |-> up_twice[7], cpu |-> up_cpu[7], none |-> up_none[7]]>> \\o stack[7]] " +
        "/\\ up_old' = [up_old EXCEPT ![7] = x] /\\ up_twice' = [up_twice EXCEPT ![7] = 2 * up_n'[7]] " +
        "/\\ \\E cpu \\in {1, 2} : up_cpu' = [up_cpu EXCEPT ![7] = cpu] " +
        "/\\ up_none' = [up_none EXCEPT ![7] = defaultInitValue] " +
        '/\\ pc\' = [pc EXCEPT ![7] = "a"] /\\ UNCHANGED <<x, down_n, down_m>>',
    );
  });

  it("sees what its step has assigned before", () => {
    expect(definitions(translate(units), "v")).toMatch(
      /x' = 1 .*up_n' = \[up_n EXCEPT !\[self\] = x'\].*up_old' = \[up_old EXCEPT !\[self\] = x'\]/,
    );
  });

  it("goes on at the next step, where `goto` says, or at the end", () => {
    const back = (step: string) => /pc \|-> (\S+),/.exec(definitions(translate(units), step))?.[1];
    expect(["s", "t", "u", "v"].map(back)).toEqual(['"t"', '"s"', '"Done"', '"w"']);
  });

  it("followed by return puts the caller's caller in its place", () => {
    expect(definitions(translate(units), "e")).toContain(
      "down_n' = [down_n EXCEPT ![self] = Head(stack[self]).n] /\\ down_m' = [down_m EXCEPT ![self] = Head(stack[self]).m] " +
        "/\\ up_n' = [up_n EXCEPT ![self] = 1] " +
        '/\\ stack\' = [stack EXCEPT ![self] = <<[procedure |-> "up", pc |-> Head(stack[self]).pc, n |-> up_n[self],',
    );
    expect(definitions(translate(units), "e")).toContain("\\o Tail(stack[self])]");
  });

  it("of itself followed by return goes on in the same record", () => {
    expect(definitions(translate(units), "d")).toContain(
      "THEN /\\ down_n' = [down_n EXCEPT ![self] = down_n[self] - 1] /\\ down_m' = [down_m EXCEPT ![self] = down_m[self]] " +
        '/\\ pc\' = [pc EXCEPT ![self] = "d"] ELSE',
    );
  });
});

describe("return", () => {
  it("gives back what the record holds", () => {
    expect(definitions(translate(units), "c")).toMatch(
      /pc' = \[pc EXCEPT !\[self\] = Head\(stack\[self\]\)\.pc\] \/\\ up_n' = \[up_n EXCEPT !\[self\] = Head\(stack\[self\]\)\.n\].*\/\\ stack' = \[stack EXCEPT !\[self\] = Tail\(stack\[self\]\)\]/,
    );
  });
});

describe("procedures", () => {
  it("start without parameters, and with what their locals begin with where that is known", () => {
    expect(definitions(translate(units), "Init")).toContain(
      "up_n = [self \\in ProcSet |-> defaultInitValue] /\\ up_old = [self \\in ProcSet |-> x] " +
        "/\\ up_twice = [self \\in ProcSet |-> defaultInitValue] /\\ up_cpu = [self \\in ProcSet |-> defaultInitValue] " +
        "/\\ up_none = [self \\in ProcSet |-> defaultInitValue] /\\ down_n = [self \\in ProcSet |-> defaultInitValue] " +
        "/\\ down_m = [self \\in ProcSet |-> defaultInitValue] /\\ stack = [self \\in ProcSet |-> <<>>]",
    );
  });

  it("share the fairness of the processes that call them, directly or not", () => {
    const spec = (fairness: string) =>
      definitions(
        translate(
          `procedure a() { a1: call b(); a2: return }\nprocedure b() { b1: return }\nprocedure c() { c1: return }\n` +
            `${fairness} process p = 1 { s: call a() }\nfair+ process q \\in {2, 3} { t: call b() }\nprocess r = 4 { u: call c() }`,
        ),
        "Spec",
      );
    expect(spec("fair")).toBe(
      "Spec == /\\ Init /\\ [][Next]_vars /\\ WF_vars(p) /\\ WF_vars(a(1)) /\\ WF_vars(b(1)) " +
        "/\\ \\A self \\in {2, 3} : SF_vars(q(self)) /\\ SF_vars(b(self))",
    );
    expect(spec("")).toBe(
      "Spec == /\\ Init /\\ [][Next]_vars /\\ \\A self \\in {2, 3} : SF_vars(q(self)) /\\ SF_vars(b(self))",
    );
  });

  it("tell their steps from the processes' in `pc`", () => {
    const translation = translate(
      "procedure a() { s: skip; t: return }\nprocedure b() { t: return }\nprocess p = 1 { s: call a(); u: call b() }\nprocess q = 2 { u: skip }",
    );
    const pcs = translation.module.units.flatMap((unit) =>
      unit.kind === "definition" && translation.steps.has(unit.name.name)
        ? [`${unit.name.name} ${/pc\[\w+\] = ("[^"]*")/.exec(definitions(translation, unit.name.name))?.[1]}`]
        : [],
    );
    expect(pcs).toEqual(['p_s "s"', 'p_u "u"', 'q_u "u"', 'a_s "a.s"', 'a_t "a.t"', 'b_t "b.t"']);
  });

  it("need Sequences, which the module then extends", () => {
    const extended = (text: string) => translate(text).module.extends.map(({ name }) => name);
    expect(extended("procedure a() { s: return }\nprocess p = 1 { t: call a() }")).toEqual(["Sequences"]);
    expect(extended("extends Sequences\nprocedure a() { s: return }\nprocess p = 1 { t: call a() }")).toEqual(
      ["Sequences"],
    );
    expect(extended("procedure a() { s: return }")).toEqual([]);
  });

  it("have locals seen from outside as functions over all processes", () => {
    const translation = translate(
      "procedure a(n) { s: return }\nprocess p = 1 { t: call a(2) }\ninvariant I == a[1].n = 2",
    );
    expect(definitions(translation, "I")).toBe("I == a_n[1] = 2");
    expect(translation.displayNames.get("a_n")).toBe("a.n");
    expect(
      problems("procedure a(n) { s: return }\nprocess p = 1 { t: call a(2) }\ninvariant I == a[1].m = 2"),
    ).toEqual(["P039 4:21 procedure a has no local `m`"]);
  });
});

describe("the end", () => {
  it("is no deadlock where every process is done or rests", () => {
    const terminating = (text: string) => definitions(translate(text), "Terminating");
    expect(terminating("process p = 1 { s: skip }\nprocess q \\in {2} { t: skip }")).toBe(
      'Terminating == /\\ \\A self \\in ProcSet : pc[self] = "Done" /\\ UNCHANGED vars',
    );
    expect(
      terminating(
        "procedure a() { rest w: return }\nprocess p = 1 { s: skip }\nprocess q \\in {2} { t: call a() }\n" +
          "process r = 3 { rest u: while (TRUE) { skip } }",
      ),
    ).toBe(
      'Terminating == /\\ pc[1] = "Done" /\\ \\A self \\in {2} : pc[self] \\in {"Done", "w"} /\\ pc[3] = "u" /\\ UNCHANGED vars',
    );
    expect(terminating("process p = 1 { s: while (TRUE) { skip } }")).toBe("");
  });

  it("shows in the model that is checked", () => {
    const { model } = prepared("process p = 1 { s: skip }");
    expect(model.checkDeadlock).toBe(true);
    expect([...model.definitions.keys()]).toContain("Terminating");
  });
});
