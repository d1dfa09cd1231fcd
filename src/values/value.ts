/** The values of TLA+, as a closed union. The classes live in the files named after them. */
import type { CapSet, CupSet, DifferenceSet, FilterSet, UnionSet } from "./derived-sets.js";
import type { FiniteSet } from "./finite-set.js";
import type { FunctionSet, ProductSet, RecordSet, SeqSet } from "./function-sets.js";
import type { FunctionValue, RecordValue, TupleValue } from "./functions.js";
import type { InfiniteSet } from "./infinite-sets.js";
import type { Interval } from "./interval.js";
import type { LazyFunction } from "./lazy-function.js";
import type { ModelValue } from "./model-value.js";
import type { Powerset } from "./powerset.js";

/** A set in one of its representations; equal sets are equal whatever their representation. */
export type SetValue =
  | FiniteSet
  | Interval
  | Powerset
  | FunctionSet
  | RecordSet
  | ProductSet
  | SeqSet
  | InfiniteSet
  | CupSet
  | CapSet
  | DifferenceSet
  | FilterSet
  | UnionSet;

/**
 * A TLA+ value. Integers are JavaScript numbers while they are safe and bigints beyond, never the other way round;
 * strings and Booleans are JavaScript's. Everything else is an object with a `kind`.
 */
export type Value =
  | boolean
  | number
  | bigint
  | string
  | ModelValue
  | TupleValue
  | RecordValue
  | FunctionValue
  | LazyFunction
  | SetValue;
