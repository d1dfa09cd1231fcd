import { describe, expect, it } from "vitest";
import { stepsOf, translate } from "./support.js";

describe("a step", () => {
  it("is everything from one label to the next", () => {
    expect(stepsOf("a: x := 1; y := 2; b: skip").split("\n")).toEqual([
      `a(self) == /\\ pc[self] = "a" /\\ x' = 1 /\\ y' = 2 /\\ pc' = [pc EXCEPT ![self] = "b"] /\\ UNCHANGED f`,
      `b(self) == /\\ pc[self] = "b" /\\ TRUE /\\ pc' = [pc EXCEPT ![self] = "Done"] /\\ UNCHANGED <<x, y, f>>`,
    ]);
  });

  it("reads what it has assigned as the new value", () => {
    expect(stepsOf("a: x := y; y := x + f[x]; f[y] := x")).toContain(
      "/\\ x' = y /\\ y' = x' + f[x'] /\\ f' = [f EXCEPT ![y'] = x'] /\\",
    );
  });

  it("sees in `||` only old values, and merges parts of one variable", () => {
    expect(stepsOf("a: x := y || y := x || f[1] := x || f[2] := f[1]")).toContain(
      "/\\ x' = y /\\ y' = x /\\ f' = [f EXCEPT ![1] = x, ![2] = f[1]] /\\",
    );
  });

  it("takes `@` for what is assigned", () => {
    const steps = stepsOf("a: x := @ + 1; f[x] := @ + 1; l := [@ EXCEPT ![1] = @ + x]", "var l = <<0>>");
    expect(steps).toContain("x' = x + 1");
    expect(steps).toContain("f' = [f EXCEPT ![x'] = f[x'] + 1]");
    expect(steps).toContain("p_l' = [p_l EXCEPT ![self] = [p_l[self] EXCEPT ![1] = @ + x']]");
  });

  it("assigns into records and functions", () => {
    expect(stepsOf("a: l.q[x].r := 1 || l.s := 2", "var l = 0")).toContain(
      "p_l' = [p_l EXCEPT ![self].q[x].r = 1, ![self].s = 2]",
    );
  });

  it("awaits, asserts and prints", () => {
    expect(stepsOf("a: await x = 1;\nassert x = 1; print x")).toContain(
      `/\\ x = 1 /\\ Assert(x = 1, "Assertion failed at S.qsc:8") /\\ PrintT(x) /\\`,
    );
    const extended = (body: string) =>
      translate(`process p = 1 {\n a: ${body} }`).module.extends.map(({ name }) => name);
    expect(extended("assert TRUE")).toEqual(["TLC"]);
    expect(extended("with (i \\in {1}) { print i }")).toEqual(["TLC"]);
    expect(extended("skip")).toEqual([]);
  });

  it("may wait for ever if it is a `rest` step, which is told to the reports", () => {
    const translation = translate(
      'process p = 7 from "a.c:f" { rest a "wait_event(q)" from "b.c:g": skip; b: skip }',
    );
    expect(
      [...translation.steps.values()].map(({ span, ...info }) => ({ ...info, at: span.start > 0 })),
    ).toEqual([
      { kind: "process", name: "a", process: "p", c: "wait_event(q)", anchor: "b.c:g", rest: true, at: true },
      { kind: "process", name: "b", process: "p", c: null, anchor: "a.c:f", rest: false, at: true },
    ]);
  });
});

describe("if and either", () => {
  it("end with the same variables assigned on every way", () => {
    expect(stepsOf("a: if (x = 0) { x := 1 } else if (x = 1) { y := 2 } f[1] := x; b: skip")).toContain(
      "/\\ IF x = 0 THEN /\\ x' = 1 /\\ UNCHANGED y ELSE /\\ IF x = 1 THEN y' = 2 ELSE UNCHANGED y " +
        "/\\ UNCHANGED x /\\ f' = [f EXCEPT ![1] = x'] /\\",
    );
  });

  it("go to the next label on every way if one of them has a step of its own", () => {
    const [a, b, c] = stepsOf("a: if (x = 0) { x := 1; b: skip } else { y := 1 } c: skip").split("\n");
    expect(a).toContain(
      `/\\ IF x = 0 THEN /\\ x' = 1 /\\ pc' = [pc EXCEPT ![self] = "b"] /\\ UNCHANGED y ` +
        `ELSE /\\ y' = 1 /\\ pc' = [pc EXCEPT ![self] = "c"] /\\ UNCHANGED x /\\ UNCHANGED f`,
    );
    expect(b).toContain(`pc' = [pc EXCEPT ![self] = "c"]`);
    expect(c).toContain(`pc' = [pc EXCEPT ![self] = "Done"]`);
  });

  it("jump out of one branch", () => {
    expect(stepsOf("a: either { x := 1; goto a } or { await x = 3 } or { goto Done } b: skip")).toContain(
      `/\\ \\/ /\\ x' = 1 /\\ pc' = [pc EXCEPT ![self] = "a"] ` +
        `\\/ /\\ x = 3 /\\ pc' = [pc EXCEPT ![self] = "b"] /\\ UNCHANGED x ` +
        `\\/ /\\ pc' = [pc EXCEPT ![self] = "Done"] /\\ UNCHANGED x /\\ UNCHANGED <<y, f>>`,
    );
  });
});

describe("while", () => {
  it("takes a step for each round, and leaves with what follows it", () => {
    expect(stepsOf("a: while (x > 0) { x := x - 1 } y := 1; b: skip")).toContain(
      `/\\ IF x > 0 THEN /\\ x' = x - 1 /\\ pc' = [pc EXCEPT ![self] = "a"] /\\ UNCHANGED y ` +
        `ELSE /\\ y' = 1 /\\ pc' = [pc EXCEPT ![self] = "b"] /\\ UNCHANGED x /\\ UNCHANGED f`,
    );
  });

  it("that never ends has no test", () => {
    expect(stepsOf("a: while (TRUE) { x := 1; b: y := 1 }").split("\n")).toEqual([
      `a(self) == /\\ pc[self] = "a" /\\ x' = 1 /\\ pc' = [pc EXCEPT ![self] = "b"] /\\ UNCHANGED <<y, f>>`,
      `b(self) == /\\ pc[self] = "b" /\\ y' = 1 /\\ pc' = [pc EXCEPT ![self] = "a"] /\\ UNCHANGED <<x, f>>`,
    ]);
  });

  it("goes back to its own label from loops inside", () => {
    const [a, b] = stepsOf("a: while (x > 0) { b: while (y > 0) { y := 0 } x := 0 }").split("\n");
    expect(a).toContain(`THEN pc' = [pc EXCEPT ![self] = "b"] ELSE pc' = [pc EXCEPT ![self] = "Done"]`);
    expect(b).toContain(`ELSE /\\ x' = 0 /\\ pc' = [pc EXCEPT ![self] = "a"]`);
  });
});

describe("with", () => {
  it("chooses, names, and takes tuples apart", () => {
    const bindings = "i \\in 1..2, j = i + 1, <<k, l>> \\in {<<j, j>>}, <<m, n>> = <<k, l>>";
    const steps = stepsOf(`a: with (${bindings}) { x := m } y := x`);
    expect(steps).toContain(
      "/\\ \\E i \\in 1..2 : LET j == i + 1 IN \\E <<k, l>> \\in {<<j, j>>} : \\E <<m, n>> \\in {<<k, l>>} : x' = m " +
        "/\\ y' = x'",
    );
  });

  it("may jump", () => {
    expect(stepsOf("a: with (i \\in 1..2) { x := i; goto a }")).toContain(
      `/\\ \\E i \\in 1..2 : /\\ x' = i /\\ pc' = [pc EXCEPT ![self] = "a"] /\\ UNCHANGED <<y, f>>`,
    );
  });
});
