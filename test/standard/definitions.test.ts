/**
 * The operators of the community modules that the evaluator computes itself, against the definitions in the modules'
 * own texts: where TLC computes by the definition, or the order of elements cannot matter, both must agree.
 */
import { describe, expect, test } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { parseConfig } from "../../src/modules/config.js";
import { loadProgram } from "../../src/modules/load.js";
import { standardModules } from "../../src/modules/standard/index.js";
import { buildModel } from "../../src/semantics/build-model.js";
import { SpecError } from "../../src/syntax/diagnostic.js";
import { Source } from "../../src/syntax/source.js";
import { finderOf } from "../support/model.js";

/** Whether an assumption holds where some modules have the given texts. */
function holds(
  extended: string,
  assumption: string,
  modules: Readonly<Record<string, string>> = {},
): boolean {
  const text = `---- MODULE M ----\nEXTENDS ${extended}\nASSUME ${assumption}\n====`;
  const program = loadProgram(new Source("M.tla", text), finderOf(modules));
  const model = buildModel(program, parseConfig(new Source("M.cfg", "")));
  return createReferenceEvaluator(model, { print: () => {}, seed: 1 }).falseAssumption() === -1;
}

/** A module's own text under another name, so that nothing of it is computed natively. */
function plain(name: string): Readonly<Record<string, string>> {
  const text = standardModules.get(name)!.text.replace(`MODULE ${name} `, `MODULE Plain${name} `);
  return { [`Plain${name}`]: text };
}

describe("natively computed operators agree with their definitions", () => {
  const sets = "SUBSET {1, 2, 3}";
  const relations = "[{1, 2} \\X {1, 2} -> BOOLEAN]";
  const graphs = "[node : {{1, 2, 3}, {1, 2}}, edge : SUBSET ({1, 2} \\X {1, 2, 3})]";
  const sequences = "UNION {[1 .. n -> {1, 2}] : n \\in 0 .. 3}";
  const cases: readonly (readonly [string, string])[] = [
    ["Folds", `\\A S \\in ${sets} : MapThenFoldSet(F, 9, G, H, S) = P!MapThenFoldSet(F, 9, G, H, S)`],
    ["FiniteSetsExt", `\\A S \\in ${sets} \\ {{}} : Max(S) = P!Max(S) /\\ Min(S) = P!Min(S)`],
    ["FiniteSetsExt", `\\A S \\in ${sets} : FoldSet(+, 0, S) = P!FoldSet(+, 0, S)`],
    ["FiniteSetsExt", `\\A S \\in ${sets}, k \\in -1 .. 4 : kSubset(k, S) = P!kSubset(k, S)`],
    ["FiniteSetsExt", "\\A T \\in SUBSET {{1}, {1, 2}, {2, 3}, {}} : Choices(T) = P!Choices(T)"],
    ["FiniteSetsExt", `\\A S \\in ${sets} : MapThenSumSet(G, S) = P!MapThenSumSet(G, S)`],
    ["Functions", `\\A f \\in [1 .. 3 -> 1 .. 2] : IsInjective(f) = P!IsInjective(f)`],
    ["Functions", `\\A f \\in [1 .. 3 -> 1 .. 2] : Inverse(f, 1 .. 3, {1}) = P!Inverse(f, 1 .. 3, {1})`],
    ["Functions", `\\A S, T \\in ${sets} : ExistsInjection(S, T) = P!ExistsInjection(S, T)`],
    ["Functions", `\\A S, T \\in ${sets} : ExistsSurjection(S, T) = P!ExistsSurjection(S, T)`],
    ["Functions", `\\A S, T \\in ${sets} : ExistsBijection(S, T) = P!ExistsBijection(S, T)`],
    ["SequencesExt", `\\A s \\in ${sequences} : ToBag(s) = P!ToBag(s) /\\ Suffixes(s) = P!Suffixes(s)`],
    ["SequencesExt", `\\A s \\in ${sequences} : FoldLeft(F, 9, s) = P!FoldLeft(F, 9, s)`],
    ["SequencesExt", `\\A s \\in ${sequences} : FoldRight(F, s, 9) = P!FoldRight(F, s, 9)`],
    ["SequencesExt", `\\A s \\in ${sequences} : FoldLeftDomain(F, 9, s) = P!FoldLeftDomain(F, 9, s)`],
    ["SequencesExt", `\\A s, t \\in ${sequences} : IsPrefix(s, t) = P!IsPrefix(s, t)`],
    ["SequencesExt", `\\A s \\in ${sequences} : Contains(s, 1) = P!Contains(s, 1)`],
    ["SequencesExt", `\\A s \\in ${sequences} : RemoveFirst(s, 1) = P!RemoveFirst(s, 1)`],
    ["SequencesExt", `\\A s \\in ${sequences} : SelectInSeq(s, E) = P!SelectInSeq(s, E)`],
    ["SequencesExt", `\\A s \\in ${sequences} : SelectLastInSeq(s, E) = P!SelectLastInSeq(s, E)`],
    ["SequencesExt", `\\A s \\in ${sequences} : RemoveFirstMatch(s, E) = P!RemoveFirstMatch(s, E)`],
    ["SequencesExt", `\\A s, t \\in ${sequences} : Len(s) = Len(t) => Interleave(s, t) = P!Interleave(s, t)`],
    ["SequencesExt", `\\A s, t \\in ${sequences} : FlattenSeq(<<s, t>>) = P!FlattenSeq(<<s, t>>)`],
    [
      "SequencesExt",
      `\\A s, t \\in ${sequences} : s \\in SubSeqs(t) => IndexFirstSubSeq(s, t) = P!IndexFirstSubSeq(s, t)`,
    ],
    [
      "SequencesExt",
      `\\A s, t \\in ${sequences} : ReplaceFirstSubSeq(<<3>>, s, t) = P!ReplaceFirstSubSeq(<<3>>, s, t)`,
    ],
    [
      "SequencesExt",
      `\\A s, t \\in ${sequences} : ReplaceAllSubSeqs(<<3>>, s, t) = P!ReplaceAllSubSeqs(<<3>>, s, t)`,
    ],
    [
      "SequencesExt",
      `\\A s, t \\in ${sequences} : LongestCommonPrefix({s, t}) = P!LongestCommonPrefix({s, t})`,
    ],
    ["SequencesExt", `\\A S \\in ${sets} : SetToSeqs(S) = P!SetToSeqs(S)`],
    ["SequencesExt", `\\A s \\in ${sequences} : AllSubSeqs(s) = P!AllSubSeqs(s)`],
    ["Relation", `\\A R \\in ${relations} : TransitiveClosure(R, {1, 2}) = P!TransitiveClosure(R, {1, 2})`],
    [
      "Graphs",
      `\\A g \\in ${graphs} : ConnectionsIn(g) = P!ConnectionsIn(g) /\\ HasCycle(g) = P!HasCycle(g)`,
    ],
    ["Graphs", `\\A g \\in ${graphs} : Roots(g) = P!Roots(g) /\\ Leaves(g) = P!Leaves(g)`],
    [
      "Graphs",
      `\\A g \\in ${graphs} : Ancestors(g, 1) = P!Ancestors(g, 1) /\\ Descendants(g, 2) = P!Descendants(g, 2)`,
    ],
    ["Bitwise", "\\A x, y \\in 0 .. 9 : x & y = P!&(x, y) /\\ x ^^ y = P!^^(x, y) /\\ (x | y) = P!|(x, y)"],
    [
      "Bitwise",
      "\\A x \\in 0 .. 20 : Not(x) = P!Not(x) /\\ \\A n \\in 0 .. 5 : shiftR(x, n) = P!shiftR(x, n)",
    ],
    [
      "Combinatorics",
      "\\A n, k \\in 0 .. 7 : choose(n, k) = P!choose(n, k) /\\ factorial[n] = P!factorial[n]",
    ],
    [
      "DyadicRationals",
      "\\A n, d \\in 1 .. 8 : IsDyadicRational([num |-> n, den |-> d]) = P!IsDyadicRational([num |-> n, den |-> d])",
    ],
    [
      "DyadicRationals",
      "\\A n, d \\in 1 .. 8 : Half([num |-> n, den |-> d]) = P!Half([num |-> n, den |-> d])",
    ],
  ];
  test.each(cases)("%s: %s", (module, formula) => {
    const prelude =
      "F(x, y) == 3 * x - y\nG(x) == x * x\nH(S) == CHOOSE x \\in S : \\A y \\in S : y <= x\nE(x) == x = 2\n";
    const frame = `---- MODULE Prelude ----\nEXTENDS ${module}, Integers, Sequences, FiniteSets\n${prelude}P == INSTANCE Plain${module}\n====`;
    expect(holds("Prelude", formula, { ...plain(module), Prelude: frame })).toBe(true);
  });
});

describe("a module beside the spec that has the name of a community module", () => {
  const relation = "---- MODULE Relation ----\nTransitiveClosure(R, S) == 17\n====";
  const functions =
    "---- MODULE Functions ----\nFoldFunction(op(_, _), base, f) == 17\nInverse(f, S, T) == 18\n====";

  test("keeps its own definitions, where TLC does", () => {
    expect(holds("Relation, Integers", "TransitiveClosure({}, {}) = 17", { Relation: relation })).toBe(true);
    expect(holds("Functions, Integers", "Inverse({}, {}, {}) = 18", { Functions: functions })).toBe(true);
  });

  test("has those computed that TLC computes", () => {
    const fold = "FoldFunction(+, 0, [a |-> 1]) = 1";
    expect(holds("Functions, Integers", fold, { Functions: functions })).toBe(true);
  });

  test("but not with another number of parameters", () => {
    const other = "---- MODULE Functions ----\nFoldFunction(f) == 17\n====";
    expect(holds("Functions, Integers", "FoldFunction(1) = 17", { Functions: other })).toBe(true);
  });
});

describe("names that a community module hands on only since it extends others", () => {
  /** The codes of what is wrong with a module of the given text, and whether its assumptions hold. */
  function outcome(units: string, modules: Readonly<Record<string, string>> = {}): string {
    try {
      const program = loadProgram(
        new Source("M.tla", `---- MODULE M ----\n${units}\n====`),
        finderOf(modules),
      );
      const model = buildModel(program, parseConfig(new Source("M.cfg", "")));
      const evaluator = createReferenceEvaluator(model, { print: () => {}, seed: 1 });
      return evaluator.falseAssumption() === -1 ? "holds" : "false";
    } catch (error) {
      if (error instanceof SpecError) return error.diagnostics.map(({ code }) => code).join(" ");
      throw error;
    }
  }

  test("are there", () => {
    expect(outcome("EXTENDS SequencesExt\nASSUME Max({1, 2}) = 2 /\\ Range(<<1>>) = {1} /\\ 1 + 1 = 2")).toBe(
      "holds",
    );
    expect(outcome("INSTANCE SequencesExt\nASSUME Max({1, 2}) = 2")).toBe("holds");
  });

  test("give way to what the spec defines, declares or binds itself", () => {
    expect(outcome("EXTENDS SequencesExt\nMax(S) == 17\nASSUME Max({1}) = 17")).toBe("holds");
    expect(outcome("EXTENDS Graphs\nLast(S) == 17\nASSUME Last({1}) = 17")).toBe("holds");
    expect(outcome("EXTENDS SequencesExt\nF(Min) == Min\nASSUME \\E Any \\in {17} : F(Any) = 17")).toBe(
      "holds",
    );
    expect(outcome("INSTANCE SequencesExt\nMax(S) == 17\nASSUME Max({1}) = 17")).toBe("holds");
  });

  test("give way to what another module of the spec defines, whatever the order", () => {
    const mine = { Mine: "---- MODULE Mine ----\nMax(S) == 17\n====" };
    expect(outcome("EXTENDS SequencesExt, Mine\nASSUME Max({1}) = 17", mine)).toBe("holds");
    expect(outcome("EXTENDS Mine, SequencesExt\nASSUME Max({1}) = 17", mine)).toBe("holds");
  });

  test("keep their operators for the community module itself", () => {
    const select = "SelectInSeq(<<5, 6>>, LAMBDA x : x = 6) = 2 /\\ IsSuffix(<<6>>, <<5, 6>>)";
    expect(outcome(`EXTENDS SequencesExt\nReverse2 == 1\nMin(S) == 17\nASSUME ${select}`)).toBe("holds");
  });

  test("clash where the spec extends their own module too, or where they were always handed on", () => {
    expect(outcome("EXTENDS SequencesExt, FiniteSetsExt\nMax(S) == 17")).toBe("S002");
    expect(outcome("EXTENDS FiniteSetsExt, SequencesExt\nMax(S) == 17")).toBe("S002");
    expect(outcome("EXTENDS FiniteSetsExt\nRange(f) == 17")).toBe("S002");
    expect(outcome("EXTENDS SequencesExt\nReverse(s) == 17")).toBe("S002");
  });
});

describe("an unknown name that a community module or a module of theorems has", () => {
  test.each([
    ["Max({1}) = 1", "FiniteSetsExt"],
    ["ToSet(<<1>>) = {1}", "SequencesExt"],
    ["5 & 4 = 4", "Bitwise"],
    ["SMT", "TLAPS"],
    ["FS_EmptySet", "FiniteSetTheorems"],
  ])("%s: the message names %s", (formula, module) => {
    const source = new Source("M.tla", `---- MODULE M ----\nASSUME ${formula}\n====`);
    const model = () => buildModel(loadProgram(source, finderOf({})), parseConfig(new Source("M.cfg", "")));
    const note = `it is defined in the standard module ${module}: write EXTENDS ${module}`;
    expect(model).toThrow(SpecError);
    try {
      model();
    } catch (error) {
      expect((error as SpecError).diagnostics[0]?.notes).toEqual([note]);
    }
  });
});
