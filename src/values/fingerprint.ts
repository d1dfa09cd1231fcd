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
  const mixer = new FingerprintMixer();
  for (const value of values) mixer.add(hashLow(value), hashHigh(value));
  mixer.finish(out);
}

/** Mixes the hashes of a state's variables, given in order, into a fingerprint. */
export class FingerprintMixer {
  private low = 0x243f6a88;
  private high = 0x13198a2e;

  /** Takes the two lanes of the next variable's hash. */
  add(hashedLow: number, hashedHigh: number): void {
    this.low = mixLow(Math.imul(this.low, 0x9e3779b1) + hashedLow);
    this.high = mixHigh(Math.imul(this.high, 0x85ebca77) + hashedHigh);
  }

  /** Puts the fingerprint's two words into `out`. */
  finish(out: Uint32Array): void {
    // Each word of the result depends on both lanes; the step can be undone, so nothing is lost.
    const low = mixLow(this.low + Math.imul(this.high, 0x9e3779b1));
    out[0] = low;
    out[1] = mixHigh(this.high ^ low);
  }
}
