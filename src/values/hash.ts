/**
 * Hashes of values, in two independent 32-bit lanes: the low lane alone serves hash tables (`hashCode`), both
 * together the 64-bit fingerprints of states.
 *
 * Immutable's own hashes will not do: there small integers hash to themselves and a map adds up its entries'
 * hashes, so that a million states of six counters have a few hundred hashes. Here every part is mixed before it is
 * added, and with its position. Sums, not chains, since a sum can be mended when one part changes, and since the
 * parts of a set have no order.
 *
 * The finalisers are permutations of the 32-bit words: MurmurHash3's by Austin Appleby and "lowbias32" by
 * Chris Wellons, two different ones so that the lanes do not repeat each other.
 */
import type { Structure } from "./structure.js";

/** What a hash starts from, so that 1, "1", TRUE, <<1>> and {1} differ. */
export const seeds = {
  boolean: 0x2545f491,
  integer: 0x1b873593,
  bigint: 0x38b34ae5,
  string: 0x4cf5ad43,
  model: 0x5bd1e995,
  tuple: 0x6a09e667,
  record: 0x3c6ef372,
  function: 0x510e527f,
  set: 0x1f83d9ab,
} as const;

/** A permutation of the 32-bit words that lets every input bit change every output bit about half the time. */
export function mixLow(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Another such permutation. */
export function mixHigh(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** Low lane of an ordered pair of words, e.g. a position or a key's hash, and a value's hash. */
export function pairLow(first: number, second: number): number {
  return mixLow((Math.imul(first, 0x9e3779b1) ^ ((second << 15) | (second >>> 17))) + 0x165667b1);
}

/** High lane of an ordered pair of words. */
export function pairHigh(first: number, second: number): number {
  return mixHigh((Math.imul(first, 0x85ebca77) ^ ((second << 13) | (second >>> 19))) + 0x27d4eb2f);
}

/** The low 32-bit half of a value's hash. Throws ValueError if the value cannot be normalised, e.g. is infinite. */
export function hashLow(value: HashableValue): number {
  switch (typeof value) {
    case "number":
      return mixLow(mixLow(value ^ seeds.integer) + Math.floor(value / 0x1_0000_0000));
    case "string":
      return textLow(value, seeds.string);
    case "boolean":
      return mixLow(value ? seeds.boolean : ~seeds.boolean);
    case "bigint":
      return textLow(value.toString(36), seeds.bigint);
    case "object":
      return value.hashed ? value.lowWord : value.hashLow();
  }
}

/** The high 32-bit half of a value's hash. Throws like `hashLow`. */
export function hashHigh(value: HashableValue): number {
  switch (typeof value) {
    case "number":
      return mixHigh(mixHigh(value ^ seeds.integer) + Math.floor(value / 0x1_0000_0000));
    case "string":
      return textHigh(value, seeds.string);
    case "boolean":
      return mixHigh(value ? seeds.boolean : ~seeds.boolean);
    case "bigint":
      return textHigh(value.toString(36), seeds.bigint);
    case "object":
      return value.hashed ? value.highWord : value.hashHigh();
  }
}

/** What the two functions above take: every `Value` is one. */
export type HashableValue = boolean | number | bigint | string | Structure;

/** Low lane of a text. */
export function textLow(text: string, seed: number): number {
  let h = seed ^ text.length;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0xcc9e2d51);
    h ^= h >>> 15;
  }
  return mixLow(h);
}

/** High lane of a text. */
export function textHigh(text: string, seed: number): number {
  let h = ~seed ^ Math.imul(text.length, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x1b873593);
    h ^= h >>> 13;
  }
  return mixHigh(h);
}
