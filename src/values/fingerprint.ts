import { hashHigh, hashLow, mixHigh, mixLow } from "./hash.js";
import type { Value } from "./value.js";

/** A value's hash: 32 well-mixed bits, equal for equal values. Throws ValueError for what cannot be normalised. */
export function hash(v: Value): number {
  return hashLow(v);
}

/**
 * A 64-bit fingerprint of a state, given the values of its variables in order: out[0] is the low word, out[1] the high
 * one. Equal values have equal fingerprints whatever their representation. The values' hashes are cached in them, so
 * a value that a step left alone costs next to nothing.
 * Throws ValueError if a value cannot be normalised, e.g. is a function on an infinite set.
 */
export function fingerprint(values: readonly Value[], out: Uint32Array): void {
  let low = 0x243f6a88;
  let high = 0x13198a2e;
  for (const value of values) {
    low = mixLow(Math.imul(low, 0x9e3779b1) + hashLow(value));
    high = mixHigh(Math.imul(high, 0x85ebca77) + hashHigh(value));
  }
  // Each word of the result depends on both lanes; the step can be undone, so nothing is lost.
  low = mixLow(low + Math.imul(high, 0x9e3779b1));
  high = mixHigh(high ^ low);
  out[0] = low;
  out[1] = high;
}
