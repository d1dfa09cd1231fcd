import { communityKeys } from "./community/native-keys.js";

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
  TLCExt: [
    "AssertError",
    "TLCGetOrDefault",
    "Trace",
    "CounterExample",
    "TLCModelValue",
    "PickSuccessor",
    "TLCFP",
    "TLCEvalDefinition",
  ],
  Json: [
    "ToJson",
    "ToJsonArray",
    "ToJsonObject",
    "JsonSerialize",
    "JsonDeserialize",
    "ndJsonSerialize",
    "ndJsonDeserialize",
  ],
  CSV: ["CSVWrite", "CSVWriteRecord", "CSVRead", "CSVRecords"],
  IOUtils: [
    "IOSerialize",
    "IODeserialize",
    "Serialize",
    "Deserialize",
    "IOExec",
    "IOEnvExec",
    "IOExecTemplate",
    "IOEnvExecTemplate",
    "IOEnv",
    "atoi",
    "zeroPadN",
  ],
  Randomization: ["RandomSubset", "RandomSetOfSubsets"],
};

/** Keys (`Module!Op`) of all operators that evaluators compute themselves. */
export const nativeKeys: ReadonlySet<string> = new Set([
  ...Object.entries(operators).flatMap(([module, names]) => names.map((name) => `${module}!${name}`)),
  ...communityKeys,
]);
