import { describe, expect, it } from "vitest";
import { problems } from "./support.js";

const head = `extends Integers
var x = 0, y = 0, f = [i \\in 1..2 |-> 0]
const K = 3
macro set(a, b) { a := b }
macro chosen(e) { with (i \\in {1, 2}) { x := e + i } }
inline twice(x1) { i1: x := x1 }
procedure none() { n1: return }
procedure one(m) var v = 0 { o1: return }
`;

/** What is wrong with a process of that body; lines count from the body. */
function inProcess(body: string, locals = ""): readonly string[] {
  const lines = head.split("\n").length + 3;
  return problems(`${head}process p = 1\n${locals}\n{\n${body}\n}`).map((problem) =>
    problem.replace(/ (\d+):/, (_, line) => ` ${Number(line) - lines}:`),
  );
}

describe("a label is needed", () => {
  it.each([
    ["at the beginning", "x := 1", "P020 1:1 the first statement of process p has no label"],
    [
      "before a while",
      "a: skip; while (x > 0) { x := 0 }",
      "P021 1:10 a `while` begins a step, so it needs a label",
    ],
    [
      "in a while",
      "a: while (x > 0) { while (y > 0) { skip } }",
      "P021 1:20 a `while` begins a step, so it needs a label",
    ],
    ["after a goto", "a: goto a; skip", "P022 1:12 this statement comes after a `goto`, so it needs a label"],
    [
      "after a call",
      "a: call none(); skip",
      "P022 1:17 this statement comes after a `call`, so it needs a label",
    ],
    [
      "after a call that goes on elsewhere",
      "a: call none(); goto a; skip",
      "P022 1:25 this statement comes after a `goto`, so it needs a label",
    ],
    [
      "after an if with a step",
      "a: if (x = 0) { b: skip } x := 1",
      "P022 1:27 this statement comes after an `if` with steps or jumps inside, so it needs a label",
    ],
    [
      "after an if with a jump, deep inside",
      "a: if (x = 0) { either { skip } or { with (i \\in {1}) { goto a } } } x := 1",
      "P022 1:70 this statement comes after an `if` with steps or jumps inside, so it needs a label",
    ],
    [
      "after an either with a call",
      "a: either { call none() } or { skip } x := 1",
      "P022 1:39 this statement comes after an `either` with steps or jumps inside, so it needs a label",
    ],
    [
      "after an inline with steps, in a branch",
      "a: if (x = 0) { twice(1) } x := 1",
      "P022 1:28 this statement comes after an `if` with steps or jumps inside, so it needs a label",
    ],
    [
      "before a second assignment",
      "a: x := 1; x := 2",
      "P023 1:12 `x` is already assigned in this step, so a new step must begin here",
    ],
    [
      "before a second assignment, of another element",
      "a: f[1] := 1; f[2] := 2",
      "P023 1:15 `f` is already assigned in this step, so a new step must begin here",
    ],
    [
      "after an assignment on one way only",
      "a: if (x = 0) { x := 1 } x := 2",
      "P023 1:26 `x` is already assigned in this step, so a new step must begin here",
    ],
    [
      "before a second assignment through macros",
      "a: set(x, 1); set(x, 2)",
      "P023 1:15 `x` is already assigned in this step, so a new step must begin here",
    ],
  ])("%s", (_, body, expected) => {
    expect(inProcess(body)).toEqual([expected]);
  });

  it("in a procedure where call and return give its variables values", () => {
    expect(
      problems(
        `${head}procedure q(n) var w = 0 {\na: n := 1; return; b: w := 1; call q(2); c: return }\nprocess p = 1 { s: skip }`,
      ),
    ).toEqual([
      "P023 11:12 `q.n` is already assigned in this step, and `return` gives it a value too, so a new step must begin here",
      "P023 11:31 `q.w` is already assigned in this step, and `call` gives it a value too, so a new step must begin here",
    ]);
  });
});

describe("no label is needed", () => {
  it.each([
    ["for assignments on different ways", "a: if (x = 0) { x := 1 } else { x := 2 }"],
    ["for assignments of a round and after the loop", "a: while (x > 0) { x := 0 } x := 1"],
    ["between call and return or goto", "a: call none(); goto a"],
    ["after a with", "a: with (i \\in {1}) { x := i } y := x"],
    ["after an if without jumps", "a: if (x = 0) { y := 1 } x := 1"],
    ["behind a macro", "a: set(x, 1); set(y, 2)"],
  ])("%s", (_, body) => {
    expect(inProcess(body)).toEqual([]);
  });
});

describe("a label is wrong", () => {
  it.each([
    [
      "in a with",
      "a: with (i \\in {1}) { b: x := i }",
      "P024 1:23 a `with` lies within one step, so no step can begin inside",
    ],
    ["twice in a process", "a: skip; a: skip", "P027 1:10 two steps are called `a`"],
    ["in front of a label", "a: b: skip", "P026 1:1 step `a` has nothing to do before step `b` begins"],
    [
      "in front of an inline that has one",
      "a: twice(1)",
      "P026 1:1 step `a` has nothing to do before step `i1` begins",
    ],
    [
      "as the end of a process",
      "a: skip; Done: skip",
      "P042 1:10 a step cannot be called `Done`: that is what `pc` says when a process has ended",
    ],
    ["that nobody has", "alpha: goto alpa", "P031 1:13 process p has no step `alpa` to go to"],
  ])("%s", (_, body, expected) => {
    expect(inProcess(body)).toEqual([expected]);
  });

  it("in a macro, also through an inline", () => {
    expect(
      problems("macro m() { a: skip }\ninline i() { b: skip }\nmacro n() { i() }\nprocess p = 1 { s: skip }"),
    ).toEqual(["P025 2:13 macro m has a step `a`", "P025 3:14 macro n has a step `b`"]);
  });
});

describe("statements", () => {
  it.each([
    [
      "unreachable behind an endless loop",
      "a: while (TRUE) { skip } x := 1",
      "P028 1:26 this statement is never reached: the loop before it has no end",
    ],
    [
      "return outside of procedures",
      "a: return",
      "P030 1:4 `return` belongs in a procedure; a process ends at its last statement",
    ],
    ["call of nothing", "a: call nonne()", "P032 1:9 there is no procedure called `nonne`"],
    [
      "call of a macro",
      "a: call set(x, 1)",
      "P032 1:9 `set` is no procedure but used in place, as `set(…)` without `call`",
    ],
    [
      "call with too few arguments",
      "a: call one()",
      "P033 1:4 procedure one takes 1 argument, here it is given 0",
    ],
    [
      "macro with too many arguments",
      "a: set(x, 1, 2)",
      "P033 1:4 macro set takes 2 arguments, here it is given 3",
    ],
    ["macro that is not there", "a: sett(x, 1)", "P034 1:4 there is no macro or inline called `sett`"],
    ["procedure used as a macro", "a: none()", "P034 1:4 `none` is a procedure: it is called"],
    [
      "argument assigned to that is no variable",
      "a: set(x + 1, 1)",
      "P036 1:8 `a` is assigned to, so its argument must be a variable",
    ],
    ["assignment to a constant", "a: K := 1", "P037 1:4 `K` is a constant and cannot be assigned to"],
    [
      "assignment to a bound name",
      "a: with (i \\in {1}) { i := 1 }",
      "P037 1:23 `i` is bound by a `with` and cannot be assigned to",
    ],
    ["assignment to nothing", "a: z := 1", "P037 1:4 there is no variable `z` to assign to"],
    [
      "assignment to pc",
      'a: pc[1] := "a"',
      "P037 1:4 `pc` is kept by the steps themselves and cannot be assigned to",
    ],
    [
      "variable twice in one statement",
      "a: x := 1 || x := 2",
      "P038 1:14 `x` is assigned twice in one statement",
    ],
    [
      "whole and part in one statement",
      "a: f := f || f[1] := 2",
      "P038 1:14 `f` is assigned twice in one statement",
    ],
  ])("%s", (_, body, expected) => {
    expect(inProcess(body)).toEqual([expected]);
  });

  it("a procedure's end without return", () => {
    expect(
      problems(
        "procedure q() { a: skip; b: if (TRUE) { return } }\nprocedure r() { c: while (TRUE) { skip } }\nprocess p = 1 { s: skip }",
      ),
    ).toEqual(["P029 2:26 the end of procedure q can be reached without a `return`"]);
  });

  it("an inline that uses itself through another", () => {
    expect(problems("inline i() { a: j() }\ninline j() { b: i() }\nprocess p = 1 { i() }").at(-1)).toBe(
      "P035 3:17 inline i uses itself, so it can never be expanded",
    );
  });

  it("several errors are told in one run, in the order of the text", () => {
    expect(inProcess("x := 1;\na: x := 1; x := 2;\nb: goto c;\nwhile (TRUE) { skip }")).toEqual([
      "P020 1:1 the first statement of process p has no label",
      "P023 2:12 `x` is already assigned in this step, so a new step must begin here",
      "P031 3:9 process p has no step `c` to go to",
      "P022 4:1 this statement comes after a `goto`, so it needs a label",
    ]);
  });
});
