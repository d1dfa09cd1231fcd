/** VIEW: counts are TLC's, counterexamples behaviours of the spec; together with SYMMETRY the least view counts. */
import { describe, expect, test } from "vitest";
import { checked, counts, isBehaviour, shown } from "./run.js";

const spec = `EXTENDS Integers
VARIABLES x, n
vars == <<x, n>>
Init == x = 0 /\\ n = 0
Up == x' = (x + 1) % 5 /\\ n' = n + 1
Stay == x' = x /\\ n' \\in {0, n, n + 10}
Next == Up \\/ Stay
Spec == Init /\\ [][Next]_vars
View == x
Few == n < 3
NoTen == [][n' # n + 10]_n
Bound == n < 2
Small == n' < 20
Partial == IF n > 1 THEN "many"[1] ELSE x`;

describe("states that look alike count as one", () => {
  test("counts are those of TLC", async () => {
    const { result } = await checked(spec, "SPECIFICATION Spec VIEW View");
    expect(result.verdict).toBe("ok");
    expect(counts(result)).toEqual({ generated: 20, distinct: 5, depth: 5 });
    expect(result.reduction).toEqual({ symmetry: null, view: "View" });
  });

  test("outside of the constraints a view need not have a value", async () => {
    const outside = `EXTENDS Integers
VARIABLE x
f == <<10, 20, 30>>
Init == x = 1
Next == x' = x + 1
Known == x \\in DOMAIN f
Picture == f[x]
Low == x < 4
Lower == x < 3`;
    const config = "INIT Init NEXT Next VIEW Picture CONSTRAINT Known";
    const { result } = await checked(outside, config);
    expect(result.verdict).toBe("ok");
    expect(counts(result)).toEqual({ generated: 4, distinct: 3, depth: 3 });
    const inside = await checked(outside, `${config} INVARIANT Lower`);
    expect(shown(inside.result.violations[0]!.trace, inside.model)).toEqual(["x = 1", "x = 2", "x = 3"]);
    // A state that cannot be identified cannot be shown: the view is what fails then.
    const beyond = await checked(outside, `${config} INVARIANT Low`);
    expect(beyond.result.verdict).toBe("error");
    expect(shown(beyond.result.violations[0]!.trace, beyond.model)).toEqual(["x = 1", "x = 2", "x = 3"]);
  });

  test("a counterexample is a behaviour", async () => {
    const { result, model } = await checked(spec, "SPECIFICATION Spec VIEW View INVARIANT Few");
    expect(result.states).toMatchObject({ generated: 9, distinct: 4, depth: 4 });
    const { trace } = result.violations[0]!;
    expect(isBehaviour(trace, model)).toBe(true);
    expect(shown(trace, model)).toEqual(["x = 0, n = 0", "x = 1, n = 1", "x = 2, n = 2", "x = 3, n = 3"]);
  });

  test("of several steps to states that look alike, the one that violates is shown", async () => {
    const { result, model } = await checked(spec, "SPECIFICATION Spec VIEW View PROPERTY NoTen");
    expect(result.states).toMatchObject({ generated: 4, distinct: 2 });
    const { trace } = result.violations[0]!;
    expect(isBehaviour(trace, model)).toBe(true);
    expect(shown(trace, model)).toEqual(["x = 0, n = 0", "x = 0, n = 10"]);
  });

  test("the state that was kept is the first within the constraints", async () => {
    const units = `EXTENDS Integers
VARIABLES x, n
Init == x = 0 /\\ n \\in {9, 1}
Next == x' = x + 1 /\\ n' \\in {n + 8, n + 1}
View == x
Bound == n < 9
Step == n' # n + 8
Low == x < 3`;
    for (const constraint of ["CONSTRAINT Bound", "ACTION_CONSTRAINT Step CONSTRAINT Bound"]) {
      const { result, model } = await checked(
        units,
        `INIT Init NEXT Next VIEW View INVARIANT Low ${constraint}`,
      );
      const { trace } = result.violations[0]!;
      expect(isBehaviour(trace, model)).toBe(true);
      expect(shown(trace, model)).toEqual(["x = 0, n = 1", "x = 1, n = 2", "x = 2, n = 3", "x = 3, n = 4"]);
    }
  });

  test("one outside the constraints that violates is shown", async () => {
    const units = `EXTENDS Integers
VARIABLES x, n
Init == x = 0 /\\ n = 0
Next == x' = 1 /\\ n' \\in {1, 2, 3}
View == x
Bound == n = 1
Two == n # 3`;
    const { result, model } = await checked(
      units,
      "INIT Init NEXT Next VIEW View INVARIANT Two CONSTRAINT Bound",
    );
    // The initial state is outside as well.
    expect(result.verdict).toBe("ok");
    const wider = await checked(
      units.replace("n = 1\n", "n < 2\n"),
      "INIT Init NEXT Next VIEW View INVARIANT Two CONSTRAINT Bound",
    );
    expect(shown(wider.result.violations[0]!.trace, model)).toEqual(["x = 0, n = 0", "x = 1, n = 3"]);
  });

  test("a view without a value is an error where it is evaluated", async () => {
    const { result, model } = await checked(spec, "SPECIFICATION Spec VIEW Partial");
    expect(result.verdict).toBe("error");
    expect(result.violations[0]!.error?.code).toBe("E053");
    expect(isBehaviour(result.violations[0]!.trace, model)).toBe(true);
  });
});

describe("with symmetry", () => {
  const units = `EXTENDS TLC, Integers
CONSTANT P
VARIABLES x, y
Init == x \\in P /\\ y \\in P
Next == UNCHANGED <<x, y>>
View == y
Both == <<x, y>>
Names == x
Sym == Permutations(P)`;
  const config = "INIT Init NEXT Next CONSTANT P = {a, b}";

  test("the least view of all exchanged states counts, not the view of the least state", async () => {
    // All four states have the same view but for a permutation. TLC finds two: the least state that is like x = a, y = b
    // is that one itself, whose view is b; the one like x = a, y = a has the view a.
    const { result } = await checked(units, `${config} VIEW View SYMMETRY Sym`);
    expect(result.states.distinct).toBe(1);
    expect(result.reduction).toMatchObject({ symmetry: { permutations: 2 }, view: "View" });
  });

  test("a view that hides nothing, and none that shows what is not exchanged, changes nothing", async () => {
    for (const [more, distinct] of [
      ["", 4],
      ["SYMMETRY Sym", 2],
      ["VIEW Both SYMMETRY Sym", 2],
      ["VIEW View", 2],
      ["VIEW Names SYMMETRY Sym", 1],
    ] as const) {
      expect((await checked(units, `${config} ${more}`)).result.states.distinct, more).toBe(distinct);
    }
  });
});
