/** TLA+ values and what can be done with them. Import from here; the files behind are the folder's own. */
export * from "./application.js";
export { compare, equal, refuseIncomparable } from "./compare.js";
export * from "./derived-sets.js";
export * from "./error.js";
export { exchangedHash } from "./exchanged-hash.js";
export { FingerprintMixer, fingerprint, hash } from "./fingerprint.js";
export { BOOLEAN, emptySet, FiniteSet, makeSet } from "./finite-set.js";
export { excerpt, format, kindOf } from "./format.js";
export { FunctionSet, ProductSet, RecordSet, SeqSet } from "./function-sets.js";
export {
  FunctionValue,
  functionOn,
  makeFunction,
  makeRecord,
  makeTuple,
  RecordValue,
  TupleValue,
} from "./functions.js";
export { hashHigh, hashLow } from "./hash.js";
export * from "./infinite-sets.js";
export * as integers from "./integers.js";
export { type Integer, isInteger } from "./integers.js";
export { Interval } from "./interval.js";
export { fromItf, type ItfValue, toItf } from "./itf.js";
export { LazyFunction } from "./lazy-function.js";
export { ModelValue, modelValue } from "./model-value.js";
export { arrange, type Exchange, permute } from "./permute.js";
export { Powerset } from "./powerset.js";
export { isSet, mostElements } from "./set.js";
export * from "./set-algebra.js";
export { same } from "./structure.js";
export type { SetValue, Value } from "./value.js";
export { ValueTable } from "./value-table.js";
