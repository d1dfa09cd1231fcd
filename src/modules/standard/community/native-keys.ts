/**
 * The operators of the community modules that evaluators compute themselves, by module. TLC computes those in
 * `overriding` too: whatever module of that name a spec brings along, its own text for them XX are computed only for the modules that come with the tool.
 */
/** With the numbers of their parameters. */
export const overriding: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  FiniteSetsExt: { FoldSet: 3, Quantify: 2, kSubset: 2 },
  Functions: { IsInjective: 1, AntiFunction: 1, FoldFunction: 3, FoldFunctionOnSet: 4 },
  SequencesExt: {
    SetToSeq: 1,
    SetToSeqs: 1,
    Contains: 2,
    LongestCommonPrefix: 1,
    FoldSeq: 3,
    FoldLeft: 3,
    FoldRight: 3,
    FoldLeftDomain: 3,
    FoldRightDomain: 3,
    IsPrefix: 2,
    SelectInSeq: 2,
    SelectInSubSeq: 4,
    SelectLastInSeq: 2,
    SelectLastInSubSeq: 4,
    RemoveFirst: 2,
    RemoveFirstMatch: 2,
    Suffixes: 1,
    AllSubSeqs: 1,
  },
  BagsExt: { FoldBag: 3 },
  Graphs: { SimplePath: 1, AreConnectedIn: 3, IsStronglyConnected: 1 },
  UndirectedGraphs: { SimplePath: 1, AreConnectedIn: 3, ConnectedComponents: 1 },
  Bitwise: { Not: 1, shiftR: 2 },
  Combinatorics: { choose: 2 },
  DyadicRationals: { Reduce: 1 },
  VectorClocks: { CausalOrder: 4 },
  Statistics: { ChiSquare: 3 },
  SVG: { SVGElemToString: 1, NodeOfRingNetwork: 5, NodesOfDirectedMultiGraph: 3, PointOnLine: 3 },
  GraphViz: { DotDiGraph: 3 },
};

export const ownOnly: Readonly<Record<string, readonly string[]>> = {
  Folds: ["MapThenFoldSet"],
  FiniteSetsExt: ["ReduceSet", "MapThenSumSet", "Max", "Min", "Choices"],
  Functions: ["Inverse", "ExistsInjection", "ExistsSurjection", "ExistsBijection"],
  SequencesExt: [
    "ToBag",
    "FlattenSeq",
    "Interleave",
    "IndexFirstSubSeq",
    "ReplaceFirstSubSeq",
    "ReplaceAllSubSeqs",
  ],
  BagsExt: ["MapThenFoldBag"],
  Relation: ["TransitiveClosure"],
  TransitiveClosure: ["TC"],
  Graphs: ["ConnectionsIn", "IsTreeWithRoot", "HasCycle", "Ancestors", "Descendants", "Roots", "Leaves"],
  Bitwise: ["&", "|", "^^"],
  Combinatorics: ["factorial"],
  DyadicRationals: ["IsDyadicRational", "Add", "Half"],
};

/** Keys (`Module!Op`) of all of them. */
export const communityKeys: readonly string[] = [
  ...Object.entries(overriding).flatMap(([module, names]) =>
    Object.keys(names).map((name) => `${module}!${name}`),
  ),
  ...Object.entries(ownOnly).flatMap(([module, names]) => names.map((name) => `${module}!${name}`)),
];

/** Whether an operator of a module that a spec brings along is computed in the place of its own text. */
export function overrides(module: string, operator: string, arity: number): boolean {
  const own = module in ownOnly || module in overriding;
  return !own || overriding[module]?.[operator] === arity;
}
