/**
 * Module SequencesExt: beginnings, ends and parts of sequences. Where TLC takes strings for sequences of characters,
 * so do these: IsPrefix, LongestCommonPrefix, and what finds and replaces a part.
 */
import {
  codes,
  elements,
  equal,
  excerpt,
  makeSet,
  makeTuple,
  mostElements,
  type TupleValue,
  type Value,
  ValueError,
} from "../../../values/index.js";
import { type NativeTable, type Ordinal, pure, sequence, set, wrong } from "../native.js";
import { concatenate } from "../sequences.js";

/** The operators of SequencesExt that speak of parts of sequences. */
export const sequenceParts: NativeTable = {
  IsPrefix: pure(2, (s, t) => {
    const [part, whole] = both(s!, t!, "first", "second", "IsPrefix");
    return part.length <= whole.length && beginsAt(part, whole, 0);
  }),
  LongestCommonPrefix: pure(1, (s) => longestCommonPrefix(s!)),
  Suffixes: pure(1, (s) => {
    const { items } = sequence(s!, "only", "Suffixes");
    return makeSet(Array.from({ length: items.size + 1 }, (_, start) => makeTuple(items.slice(start))));
  }),
  AllSubSeqs: pure(1, (s) => {
    const list = sequence(s!, "only", "AllSubSeqs");
    if (2 ** list.size > mostElements) {
      throw new ValueError(
        codes.tooLarge,
        `AllSubSeqs of ${excerpt(s!)} are 2^${list.size}, too many to be listed`,
        [s!],
      );
    }
    let all: TupleValue[] = [makeTuple([])];
    for (const item of list.items) all = [...all, ...all.map((part) => part.append(item))];
    return makeSet(all);
  }),
  FlattenSeq: pure(1, (seqs) => {
    if (seqs === "") return "";
    const list = sequence(seqs!, "only", "FlattenSeq");
    return list.size === 0 ? list : list.items.reduce((joined, next) => concatenate(joined, next));
  }),
  Interleave: pure(2, (s, t) => {
    const [left, right] = [sequence(s!, "first", "Interleave"), sequence(t!, "second", "Interleave")];
    if (left.size !== right.size) {
      throw new ValueError(
        codes.argument,
        `Interleave needs two sequences of the same length, but was given ${excerpt(left)} and ${excerpt(right)}`,
        [left, right],
      );
    }
    if (left.size === 0) return makeTuple([left, right]);
    return makeTuple(left.items.flatMap((item, i) => [makeTuple([item]), makeTuple([right.items.get(i)!])]));
  }),
  IndexFirstSubSeq: pure(2, (s, t) => {
    const [part, whole] = both(s!, t!, "first", "second", "IndexFirstSubSeq");
    const index = find(part, whole, 0);
    if (index >= 0) return index + 1;
    throw new ValueError(
      codes.argument,
      `IndexFirstSubSeq finds no ${excerpt(s!)} in ${excerpt(t!)}; ask first whether it is in SubSeqs(${excerpt(t!)})`,
      [s!, t!],
    );
  }),
  ReplaceFirstSubSeq: pure(3, (r, s, t) => {
    const [part, whole] = both(s!, t!, "second", "third", "ReplaceFirstSubSeq");
    const index = find(part, whole, 0);
    if (index < 0) return t!;
    return joined([whole.slice(0, index), r!, whole.slice(index + part.length)], t!);
  }),
  ReplaceAllSubSeqs: pure(3, (r, s, t) => replaceAll(r!, s!, t!)),
};

/** The elements of a sequence, or the characters of a string. */
type Items = readonly Value[];

/** Two sequences, or two strings, as lists. Throws ValueError for anything else. */
function both(s: Value, t: Value, first: Ordinal, second: Ordinal, of: string): readonly [Items, Items] {
  if (typeof s === "string" && typeof t === "string") return [s.split(""), t.split("")];
  return [sequence(s, first, of).items.toArray(), sequence(t, second, of).items.toArray()];
}

/** Whether a part stands in a list from an index on; there is room for it. */
function beginsAt(part: Items, whole: Items, start: number): boolean {
  return part.every((item, i) => equal(item, whole[start + i]!));
}

/** The first index from `start` on where a part stands, or -1. */
function find(part: Items, whole: Items, start: number): number {
  for (let i = start; i + part.length <= whole.length; i++) if (beginsAt(part, whole, i)) return i;
  return -1;
}

/** Pieces put together: a string if `like` is one. A piece is a list of items, or a value as it was given. */
function joined(pieces: readonly (Items | Value)[], like: Value): Value {
  if (typeof like === "string") {
    return pieces.map((piece) => (Array.isArray(piece) ? piece.join("") : (piece as string))).join("");
  }
  return pieces
    .map((piece) => (Array.isArray(piece) ? makeTuple(piece as Items) : (piece as Value)))
    .reduce((before, next) => concatenate(before, next));
}

/** From the left, each replaced before the next is looked for; an empty part stands in front of each element. */
function replaceAll(r: Value, s: Value, t: Value): Value {
  const [part, whole] = both(s, t, "second", "third", "ReplaceAllSubSeqs");
  if (part.length === 0 && whole.length === 0) return r;
  const pieces: (Items | Value)[] = [];
  let start = 0;
  for (;;) {
    const index = part.length === 0 ? start : find(part, whole, start);
    if (index < 0 || index >= whole.length) break;
    if (part.length === 0) pieces.push(r, [whole[index]!]);
    else pieces.push(whole.slice(start, index), r);
    start = index + Math.max(part.length, 1);
  }
  return joined([...pieces, whole.slice(start)], t);
}

function longestCommonPrefix(s: Value): Value {
  const all = elements(set(s, "only", "LongestCommonPrefix"));
  const first = all[0];
  if (first === undefined) throw wrong(s, "only", "LongestCommonPrefix", "a set that is not empty");
  let length = Infinity;
  for (const other of all) {
    const [prefix, items] = both(first, other, "only", "only", "LongestCommonPrefix");
    length = Math.min(length, prefix.length, items.length);
    for (let i = 0; i < length; i++) if (!equal(prefix[i]!, items[i]!)) length = i;
  }
  return typeof first === "string"
    ? first.slice(0, length)
    : makeTuple(sequence(first, "only", "LongestCommonPrefix").items.take(length));
}
