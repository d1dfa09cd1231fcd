/**
 * A seeded source of numbers in [0, 1): mulberry32, a 32-bit generator by Tommy Ettinger (2017, public domain).
 * Good enough to choose steps and elements; the same seed gives the same run everywhere.
 */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
