/** Making sets and combining them: what TLA+'s set operators mean. */
import { CapSet, CupSet, DifferenceSet, FilterSet, UnionSet } from "./derived-sets.js";
import { codes, ValueError } from "./error.js";
import { FiniteSet, makeSet } from "./finite-set.js";
import { excerpt } from "./format.js";
import { FunctionSet, ProductSet, RecordSet, SeqSet } from "./function-sets.js";
import { type Integer, isInteger } from "./integers.js";
import { Interval } from "./interval.js";
import { Powerset } from "./powerset.js";
import { asSet, mostVisited } from "./set.js";
import type { SetValue, Value } from "./value.js";

/** Intervals up to this size are listed when they are combined with other sets; larger ones stay lazy. */
const listedInterval = 10_000;

/** low..high. Throws ValueError unless both are integers. */
export function interval(low: Value, high: Value): Interval {
  if (isInteger(low) && isInteger(high)) return new Interval(low, high);
  const wrong = isInteger(low) ? high : low;
  throw new ValueError(codes.argument, `the ends of .. must be integers, but one is ${excerpt(wrong)}`, [
    low,
    high,
  ]);
}

/** SUBSET s. Throws ValueError unless s is a set, as do all functions here. */
export function powerset(s: Value): Powerset {
  return new Powerset(asSet(s, "SUBSET"));
}

/** [d -> r] */
export function functionSet(d: Value, r: Value): FunctionSet {
  return new FunctionSet(asSet(d, "[S -> T]"), asSet(r, "[S -> T]"));
}

/** [a: S, b: T]; the names must differ. */
export function recordSet(fields: Iterable<readonly [string, Value]>): RecordSet {
  const sets = new Map<string, SetValue>();
  for (const [name, set] of fields) sets.set(name, asSet(set, `the field ${name} of a set of records`));
  return new RecordSet(sets);
}

/** S \X T \X ... */
export function productSet(sets: readonly Value[]): ProductSet {
  return new ProductSet(sets.map((set) => asSet(set, "\\X")));
}

/** Seq(s) */
export function seqSet(s: Value): SeqSet {
  return new SeqSet(asSet(s, "Seq"));
}

/** {x \in set : predicate(x)}; a set that cannot be listed at little cost stays lazy. Throws what `predicate` throws. */
export function filterSet(set: Value, predicate: (value: Value) => boolean): SetValue {
  const base = asSet(set, "{x \\in S : P}");
  return listed(base)?.where(predicate) ?? new FilterSet(base, predicate);
}

/** a \cup b */
export function cup(a: Value, b: Value): SetValue {
  const [left, right] = [asSet(a, "\\cup"), asSet(b, "\\cup")];
  if (isNothing(left)) return right;
  if (isNothing(right)) return listed(left) ?? left;
  const [here, there] = [listed(left), listed(right)];
  if (here === null || there === null) return new CupSet(left, right);
  if (here.isReduced() && there.isReduced()) return here.union(there);
  return FiniteSet.asMet([...here.asFound(), ...there.asFound()]);
}

/** a \cap b */
export function cap(a: Value, b: Value): SetValue {
  const [left, right] = [asSet(a, "\\cap"), asSet(b, "\\cap")];
  // As TLC has it, one that is a list is gone through rather than a lazy one.
  const first = !left.isReduced() && right.isReduced() ? right : left;
  const second = first === left ? right : left;
  return (
    listed(first)?.where((item) => second.contains(item)) ??
    listed(second)?.where((item) => first.contains(item)) ??
    new CapSet(left, right)
  );
}

/** a \ b */
export function difference(a: Value, b: Value): SetValue {
  const [left, right] = [asSet(a, "\\"), asSet(b, "\\")];
  return listed(left)?.where((item) => !right.contains(item)) ?? new DifferenceSet(left, right);
}

/** UNION s. Throws ValueError if an element of s is no set. */
export function bigUnion(s: Value): SetValue {
  const sets = asSet(s, "UNION");
  if (sets instanceof Powerset) return listed(sets.base) ?? sets.base;
  const members = listed(sets);
  if (members === null) return new UnionSet(sets);
  const all: Value[] = [];
  let reduced = members.isReduced();
  for (const member of members.asFound()) {
    const set = asSet(member, "UNION");
    const items = listed(set);
    if (items === null) return new UnionSet(sets);
    reduced &&= set instanceof FiniteSet && set.isReduced();
    for (const item of items.asFound()) all.push(item);
  }
  return reduced ? makeSet(all) : FiniteSet.asMet(all);
}

/** a \subseteq b. Throws ValueError if that cannot be found out. */
export function subsetEq(a: Value, b: Value): boolean {
  return asSet(a, "\\subseteq").subsetOf(asSet(b, "\\subseteq"));
}

/** v \in set. Throws ValueError where TLC would, e.g. for "a" \in Nat. */
export function contains(set: Value, v: Value): boolean {
  return asSet(set, "\\in").contains(v);
}

/** The elements in the total order. Throws ValueError for a set that is infinite or too large. */
export function elements(set: Value): readonly Value[] {
  return asSet(set, "an enumeration").elements();
}

/**
 * The elements in the total order one after the other, without listing a lazy set as a whole: what a quantifier needs
 * that may stop early. Throws ValueError for an infinite set.
 */
export function enumerate(set: Value): Iterable<Value> {
  return asSet(set, "an enumeration").iterate();
}

/**
 * The elements as `x' \in S` tries them, some of them perhaps more than once: see `SetBase.met`.
 * Throws ValueError for an infinite set.
 */
export function candidates(set: Value): Iterable<Value> {
  return asSet(set, "an enumeration").met();
}

/** Whether a set's form shows that it is finite: not so of a lazy subset of an infinite set. */
export function isFiniteSet(set: Value): boolean {
  return asSet(set, "IsFiniteSet").isFinite();
}

/** Whether a set is finite. Throws ValueError if its form does not tell, as that of `{x \in Nat : P(x)}`. */
export function decideFinite(set: Value): boolean {
  const asked = asSet(set, "IsFiniteSet");
  if (asked.isFinite()) return true;
  if (asked.isInfinite()) return false;
  const message = `whether ${excerpt(set)} is finite cannot be found out, since it is made from an infinite set`;
  throw new ValueError(codes.undecidable, message, [set]);
}

/**
 * To be called before something is made from each element of some sets, or of their product.
 * Throws ValueError if there are too many to be gone through, or infinitely many.
 */
export function refuseEndless(sets: readonly Value[]): void {
  let ways = 1;
  for (const value of sets) {
    const set = asSet(value, "an enumeration");
    if (isNothing(set)) return;
    set.refuseEndless();
    // A set that is to be filtered has an unknown number of elements, perhaps none.
    ways *= Math.max(1, set.estimate());
  }
  if (ways > mostVisited) new ProductSet(sets as readonly SetValue[]).refuseEndless();
}

/**
 * The number of elements; found without listing them where there is a formula. Throws ValueError if the set is
 * infinite, or has elements that cannot be compared.
 */
export function cardinality(set: Value): Integer {
  const counted = asSet(set, "Cardinality");
  return counted instanceof FiniteSet ? counted.elements().length : counted.cardinality();
}

/** A set as a list of its elements, if it is one anyway or costs little to list; null for all other sets. */
function listed(set: SetValue): FiniteSet | null {
  if (set instanceof FiniteSet) return set;
  return set instanceof Interval && set.cardinality() <= listedInterval
    ? FiniteSet.inOrder(set.elements())
    : null;
}

function isNothing(set: SetValue): boolean {
  return (set instanceof FiniteSet || set instanceof Interval) && set.cardinality() === 0;
}
