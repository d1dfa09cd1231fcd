/** SYMMETRY: counts are TLC's, verdicts those without it, counterexamples behaviours of the spec. */
import { describe, expect, test } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { random } from "../../src/explore/random.js";
import type { Model } from "../../src/semantics/model.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import type { Value } from "../../src/values/index.js";
import { modelOf } from "../support/model.js";
import { checked, counts, isBehaviour, searched, shown } from "./run.js";

const mutex = `EXTENDS TLC, Integers, FiniteSets
CONSTANT P, NP
VARIABLES pc, turn
vars == <<pc, turn>>
Perms == Permutations(P)
Init == pc = [p \\in P |-> 0] /\\ turn = NP
Step(p) == /\\ pc[p] < 2 /\\ turn = NP
           /\\ pc' = [pc EXCEPT ![p] = @ + 1]
           /\\ turn' = p
Rel == turn # NP /\\ turn' = NP /\\ UNCHANGED pc
Next == (\\E p \\in P : Step(p)) \\/ Rel
Spec == Init /\\ [][Next]_vars
NotAll == \\E p \\in P : pc[p] < 2
Once == [][\\A p \\in P : pc'[p] < 2]_pc
First == \\A p \\in P : pc[p] = 2 => p = CHOOSE q \\in P : TRUE
Leader == CHOOSE q \\in P : TRUE
NotLeader == pc[Leader] < 2
Busy == turn # NP /\\ turn = CHOOSE q \\in P : pc[q] > 0`;
const config = "SPECIFICATION Spec CHECK_DEADLOCK FALSE CONSTANTS P = {a, b, c} NP = NP";

describe("with counts of TLC", () => {
  test.each([
    ["", { generated: 109, distinct: 81, depth: 13 }],
    ["SYMMETRY Perms", { generated: 33, distinct: 22, depth: 13 }],
    ["SYMMETRY Turn", { generated: 41, distinct: 29, depth: 13 }],
    ["SYMMETRY One", { generated: 109, distinct: 81, depth: 13 }],
    // TLC takes a set of one permutation for that of a set of one element, and applies none.
    ["SYMMETRY Swap", { generated: 67, distinct: 48, depth: 13 }],
  ])("%s", async (symmetry, expected) => {
    const units = `${mutex}
Swap == {(CHOOSE p \\in P : TRUE) :> (CHOOSE p \\in P : p # CHOOSE q \\in P : TRUE)
          @@ (CHOOSE p \\in P : p # CHOOSE q \\in P : TRUE) :> (CHOOSE p \\in P : TRUE)}
Turn == {f \\in Permutations(P) : \\A p \\in P : f[p] # p}
One == Permutations({NP})`;
    const { result } = await checked(units, `${config} ${symmetry}`);
    expect(result.verdict).toBe("ok");
    expect(counts(result)).toEqual(expected);
  });

  test("a union of the permutations of two sets", async () => {
    const units = `EXTENDS TLC, Integers
CONSTANTS P, Q
VARIABLES f, g
Init == f \\in [P -> {0, 1}] /\\ g \\in [P -> Q]
Next == \\E p \\in P, q \\in Q : f' = [f EXCEPT ![p] = 1 - @] /\\ g' = [g EXCEPT ![p] = q]
Sym == Permutations(P) \\cup Permutations(Q)
Small == Permutations(Q)`;
    const constants = "INIT Init NEXT Next CONSTANTS P = {p1, p2, p3} Q = {q1, q2}";
    const run = async (more: string) => counts((await checked(units, `${constants} ${more}`)).result);
    expect(await run("")).toEqual({ generated: 448, distinct: 64, depth: 1 });
    expect(await run("SYMMETRY Small")).toEqual({ generated: 256, distinct: 32, depth: 1 });
    expect(await run("SYMMETRY Sym")).toEqual({ generated: 124, distinct: 10, depth: 1 });
  });

  test("typed model values, in sets, tuples, records and as arguments", async () => {
    const units = `EXTENDS TLC, Sequences, Naturals
CONSTANT P
VARIABLES q, s
Init == q = << >> /\\ s = {}
Add(p) == Len(q) < 2 /\\ q' = Append(q, [by |-> p, n |-> Len(q)]) /\\ s' = s
Put(p) == s = {} /\\ s' = s \\cup {<<p, {p}>>} /\\ q' = q
Next == \\E p \\in P : Add(p) \\/ Put(p)
Perms == Permutations(P)`;
    const { result } = await checked(
      units,
      "INIT Init NEXT Next CHECK_DEADLOCK FALSE CONSTANT P = {A_1, A_2, A_3} SYMMETRY Perms",
    );
    expect(counts(result)).toEqual({ generated: 28, distinct: 12, depth: 4 });
  });
});

describe("counterexamples", () => {
  test("are behaviours of the spec, as short as without", async () => {
    const more = "CHECK_DEADLOCK FALSE INVARIANT NotAll";
    const base = "SPECIFICATION Spec CONSTANTS P = {a, b, c} NP = NP ";
    const plain = await checked(mutex, base + more);
    const { result, model } = await checked(mutex, `${base + more} SYMMETRY Perms`);
    expect(result.verdict).toBe("invariant");
    const { trace } = result.violations[0]!;
    expect(trace).toHaveLength(plain.result.violations[0]!.trace.length);
    expect(isBehaviour(trace, model)).toBe(true);
    expect(shown(trace, model).at(-1)).toBe("pc = (a :> 2 @@ b :> 2 @@ c :> 2), turn = c");
  });

  test("of a step end with the step", async () => {
    const { result, model } = await checked(mutex, `${config} SYMMETRY Perms PROPERTY Once`);
    expect(result.verdict).toBe("action");
    const { trace, explanation } = result.violations[0]!;
    expect(isBehaviour(trace, model)).toBe(true);
    expect(shown(trace, model)).toEqual([
      "pc = (a :> 0 @@ b :> 0 @@ c :> 0), turn = NP",
      "pc = (a :> 1 @@ b :> 0 @@ c :> 0), turn = a",
      "pc = (a :> 1 @@ b :> 0 @@ c :> 0), turn = NP",
      "pc = (a :> 2 @@ b :> 0 @@ c :> 0), turn = a",
    ]);
    expect(explanation?.conjunct).toBe("pc'[p] < 2");
  });
});

describe("what the result says", () => {
  test("of a group", async () => {
    const { result } = await checked(mutex, `${config} SYMMETRY Perms`);
    expect(result.reduction).toEqual({
      symmetry: { name: "Perms", values: ["a", "b", "c"], permutations: 6, given: 6, complete: true },
      view: null,
    });
    expect(result.warnings).toEqual([]);
    expect((await checked(mutex, config)).result.reduction).toBeNull();
  });

  test("of a set that is none: the rest was added", async () => {
    const units = `${mutex}\nPart == {f \\in Permutations(P) : \\E p \\in P : f[p] = p}`;
    const { result } = await checked(units, `${config} SYMMETRY Part`);
    expect(result.reduction?.symmetry).toMatchObject({ permutations: 6, given: 4, complete: false });
    expect(counts(result)).toEqual({ generated: 33, distinct: 22, depth: 13 });
  });

  test("a set that exchanges nothing", async () => {
    const { result } = await checked(`${mutex}\nOne == Permutations({NP})`, `${config} SYMMETRY One`);
    expect(result.warnings.map(({ code }) => code)).toEqual(["W013"]);
  });

  test.each([
    ["3", "it is an integer, 3"],
    ["{1, 2}", "it has the element 1"],
    ["Permutations({1, 2})", "it has the element <<1, 2>>"],
    ["{[p \\in P |-> 1]}", "its element (a :> 1 @@ b :> 1 @@ c :> 1) maps what is no model value"],
    [
      "{[p \\in P |-> NP]}",
      "its element (a :> NP @@ b :> NP @@ c :> NP) does not map its domain onto itself one to one",
    ],
    ["[Nat -> P]", "the elements of [Nat -> {a, b, c}] cannot be enumerated"],
  ])("%s is no symmetry", (set, why) => {
    const model = modelOf(`${mutex}\nBad == ${set}`, `${config} SYMMETRY Bad`);
    try {
      createReferenceEvaluator(model, { print: () => {}, seed: 1 });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(SpecError);
      const { code, message } = (error as SpecError).diagnostics[0]!;
      expect(code).toBe("M043");
      expect(message).toContain(`the symmetry Bad must be a set of permutations of model values, but ${why}`);
    }
  });
});

describe("a spec that is not symmetric", () => {
  const warned = async (invariant: string): Promise<readonly string[]> => {
    const { result } = await checked(mutex, `${config} SYMMETRY Perms INVARIANT ${invariant}`, {
      continue: true,
    });
    return result.warnings.map(({ code, message }) => `${code} ${message}`);
  };

  test("by a constant that is one of the values", async () => {
    expect(await warned("NotLeader")).toEqual([
      "W012 Leader is a, but SYMMETRY Perms takes such values for interchangeable",
    ]);
  });

  test("by a CHOOSE over them", async () => {
    expect(await warned("First")).toEqual([
      "W012 this is a, but SYMMETRY Perms takes such values for interchangeable",
    ]);
    expect(await warned("Busy")).toEqual([
      "W012 this CHOOSE takes one of the values that SYMMETRY Perms takes for interchangeable",
    ]);
  });

  test("by a constant of the configuration", async () => {
    const units =
      "EXTENDS TLC\nCONSTANTS P, Boss\nVARIABLE x\nInit == x = Boss\nNext == x' \\in P\nS == Permutations(P)";
    const { result } = await checked(units, "INIT Init NEXT Next CONSTANTS P = {a, b} Boss = b SYMMETRY S");
    expect(result.warnings.map(({ message }) => message)).toEqual([
      "Boss is b, but SYMMETRY S takes such values for interchangeable",
    ]);
  });

  test("one that is symmetric is not blamed", async () => {
    expect(await warned("NotAll")).toEqual([]);
  });
});

// ───────────────────────────── random specifications ─────────────────────────────

/** Ways of taking steps that treat all elements of P, and of Q, alike. */
const steps = [
  "\\E p \\in P : f' = [f EXCEPT ![p] = (@ + 1) % 3] /\\ UNCHANGED <<s, w, q>>",
  "\\E p \\in P : p \\notin s /\\ s' = s \\cup {p} /\\ UNCHANGED <<f, w, q>>",
  "\\E p \\in s : f[p] = 1 /\\ s' = s \\ {p} /\\ UNCHANGED <<f, w, q>>",
  "\\E p \\in P : w = NP /\\ f[p] = 2 /\\ w' = p /\\ UNCHANGED <<f, s, q>>",
  "w # NP /\\ w' = NP /\\ f' = [f EXCEPT ![w] = 0] /\\ UNCHANGED <<s, q>>",
  "\\E p \\in P, x \\in Q : q = << >> /\\ q' = Append(q, <<p, x>>) /\\ UNCHANGED <<f, s, w>>",
  "q # << >> /\\ q' = Tail(q) /\\ s' = s \\cup {Head(q)[1]} /\\ UNCHANGED <<f, w>>",
  "\\E p, r \\in P : p # r /\\ f[p] = f[r] /\\ f' = [f EXCEPT ![p] = 0, ![r] = 1] /\\ UNCHANGED <<s, w, q>>",
  "s = P /\\ s' = {} /\\ UNCHANGED <<f, w, q>>",
];
const initials = ["s = {}", "s \\in SUBSET P", "\\E p \\in P : s = {p}"];
const invariants = [
  "Cardinality(s) < 3",
  "\\A p \\in P : f[p] = 2 => p \\notin s",
  "w # NP => f[w] = 2",
  "\\A i, j \\in DOMAIN q : i # j => q[i] # q[j]",
  "\\E p \\in P : f[p] = 0",
];

/** A specification with two symmetric sets, put together from these. */
function randomSpec(draw: () => number): { units: string; config: string } {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(draw() * items.length)]!;
  const chosen = steps.filter(() => draw() < 0.5);
  const units = `EXTENDS Integers, Sequences, FiniteSets, TLC
CONSTANTS P, Q, NP
VARIABLES f, s, w, q
Init == f = [p \\in P |-> 0] /\\ ${pick(initials)} /\\ w = NP /\\ q = << >>
Next ==
${(chosen.length === 0 ? [steps[0]!] : chosen).map((step) => `  \\/ ${step}`).join("\n")}
Inv == ${pick(invariants)}
Sym == ${pick(["Permutations(P)", "Permutations(P) \\cup Permutations(Q)", "{g \\in Permutations(P) : \\A p \\in P : g[p] # p}"])}`;
  const size = pick(["{p1, p2}", "{p1, p2, p3}"]);
  return {
    units,
    config: `INIT Init NEXT Next CHECK_DEADLOCK FALSE CONSTANTS P = ${size} Q = {q1, q2} NP = NP`,
  };
}

/** A value's text with names exchanged; sets in the order of their elements' texts. */
function text(value: Value, exchange: (name: string) => string): string {
  if (typeof value !== "object") return JSON.stringify(typeof value === "bigint" ? `${value}` : value);
  const inner = (one: Value) => text(one, exchange);
  switch (value.kind) {
    case "model":
      return exchange(value.name);
    case "tuple":
      return `<<${value.items.toArray().map(inner).join()}>>`;
    case "record":
      return `[${value
        .sortedNames()
        .map((name) => `${name}:${inner(value.at(name)!)}`)
        .join()}]`;
    case "function":
      return `(${value
        .sortedKeys()
        .map((key) => `${inner(key)}:${inner(value.at(key)!)}`)
        .sort()
        .join()})`;
    case "lazyFunction":
      return inner(value.canonical());
    default:
      return `{${value.elements().map(inner).sort().join()}}`;
  }
}

/** All products of permutations given as maps of names. */
function closure(given: readonly ReadonlyMap<string, string>[]): readonly ReadonlyMap<string, string>[] {
  const names = [...new Set(given.flatMap((one) => [...one.keys()]))];
  const key = (one: ReadonlyMap<string, string>) => names.map((name) => one.get(name) ?? name).join();
  const found = new Map<string, ReadonlyMap<string, string>>();
  const queue: ReadonlyMap<string, string>[] = [new Map()];
  for (const one of queue) {
    if (found.has(key(one))) continue;
    found.set(key(one), one);
    for (const other of given)
      queue.push(
        new Map(names.map((name) => [name, other.get(one.get(name) ?? name) ?? one.get(name) ?? name])),
      );
  }
  return [...found.values()];
}

/** The number of classes of reachable states that permutations make, by looking at all of them. */
function orbits(model: Model, permutations: readonly ReadonlyMap<string, string>[]): number {
  const evaluator = createReferenceEvaluator({ ...model, symmetry: null }, { print: () => {}, seed: 1 });
  const seen = new Set<string>();
  const classes = new Set<string>();
  const queue: (readonly Value[])[] = [];
  const add = (state: readonly Value[]) => {
    const key = state.map((value) => text(value, (name) => name)).join(";");
    if (seen.has(key)) return;
    seen.add(key);
    queue.push(state);
    const images = permutations.map((one) =>
      state.map((value) => text(value, (name) => one.get(name) ?? name)).join(";"),
    );
    classes.add(images.sort()[0]!);
  };
  evaluator.initial(add);
  for (const state of queue) evaluator.successors(state, add);
  return classes.size;
}

/** The permutations that a spec's Sym names. */
function given(units: string, config: string): readonly ReadonlyMap<string, string>[] {
  const model = modelOf(
    `${units}\nVARIABLE all\nStart == all = Sym /\\ Init`,
    config.replace("Init", "Start"),
  );
  const maps: ReadonlyMap<string, string>[] = [];
  createReferenceEvaluator(model, { print: () => {}, seed: 1 }).initial((state) => {
    const set = state[model.variables.findIndex(({ name }) => name === "all")]!;
    if (typeof set !== "object" || set.kind !== "finiteSet") return;
    for (const fn of set.elements()) {
      if (typeof fn === "object" && fn.kind === "function")
        maps.push(new Map([...fn.entries].map(([from, to]) => [String(from), String(to)])));
    }
  });
  return maps;
}

describe("random symmetric specifications", () => {
  const draw = random(41);
  test.each(Array.from({ length: 30 }, (_, i) => [i, randomSpec(draw)] as const))(
    "number %i: as many states as classes, the same verdict and depth as without",
    async (_, { units, config }) => {
      const plain = await checked(units, config);
      const { result, model } = await checked(units, `${config} SYMMETRY Sym`);
      expect(counts(result).distinct).toBe(orbits(model, closure(given(units, config))));
      expect(counts(result).depth).toBe(counts(plain.result).depth);
      const judged = modelOf(units, `${config} SYMMETRY Sym INVARIANT Inv`);
      const reduced = (await searched(judged)).result;
      const whole = (await searched({ ...judged, symmetry: null })).result;
      expect(reduced.verdict).toBe(whole.verdict);
      const [violation] = reduced.violations;
      expect(violation?.trace.length).toBe(whole.violations[0]?.trace.length);
      if (violation !== undefined) expect(isBehaviour(violation.trace, judged)).toBe(true);
    },
  );
});
