/**
 * The operators of the standard modules that evaluators compute themselves, by module.
 * Names are the canonical spellings of the operator table; prefix minus is `-.`.
 */
const operators: Readonly<Record<string, readonly string[]>> = {
  Naturals: ["Nat", "+", "-", "*", "^", "<", ">", "<=", ">=", "%", "\\div", ".."],
  Integers: ["Int", "-."],
  Reals: ["Real"],
  Sequences: ["Seq", "Len", "\\o", "Append", "Head", "Tail", "SubSeq", "SelectSeq"],
  FiniteSets: ["IsFiniteSet", "Cardinality"],
  Bags: [
    "IsABag",
    "BagToSet",
    "SetToBag",
    "BagIn",
    "EmptyBag",
    "\\oplus",
    "\\ominus",
    "BagUnion",
    "\\sqsubseteq",
    "SubBag",
    "BagOfAll",
    "BagCardinality",
    "CopiesIn",
  ],
  TLC: [
    "Print",
    "PrintT",
    "Assert",
    "JavaTime",
    "TLCGet",
    "TLCSet",
    ":>",
    "@@",
    "Permutations",
    "SortSeq",
    "RandomElement",
    "Any",
    "ToString",
    "TLCEval",
  ],
};

/** Keys (`Module!Op`) of all operators that evaluators compute themselves. */
export const nativeKeys: ReadonlySet<string> = new Set(
  Object.entries(operators).flatMap(([module, names]) => names.map((name) => `${module}!${name}`)),
);
