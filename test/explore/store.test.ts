import { describe, expect, test } from "vitest";
import { collisionProbability, FULL, NONE, StateStore } from "../../src/explore/store.js";

describe("the state store", () => {
  test("numbers states in order of discovery and remembers how each was reached", () => {
    const store = new StateStore();
    expect(store.add(7, 9, NONE, NONE)).toBe(0);
    expect(store.add(7, 10, 0, 3)).toBe(1);
    expect(store.add(8, 9, 1, 4)).toBe(2);
    expect(store.size).toBe(3);
    expect(store.origin(0)).toEqual({ low: 7, high: 9, parent: NONE, action: NONE });
    expect(store.origin(2)).toEqual({ low: 8, high: 9, parent: 1, action: 4 });
    expect(() => store.origin(3)).toThrow(RangeError);
  });

  test("keeps the first way to a state", () => {
    const store = new StateStore();
    store.add(1, 2, NONE, NONE);
    expect(store.add(1, 2, 5, 6)).toBe(-1);
    expect(store.size).toBe(1);
    expect(store.origin(0).parent).toBe(NONE);
  });

  test("tells fingerprints apart that fall into the same slot, zero and the largest words included", () => {
    const store = new StateStore();
    const words = [0, 1 << 20, 1 << 24, 0xffff_ffff, 0x8000_0000];
    for (const low of words)
      for (const high of words) expect(store.add(low, high, 0, 0)).toBeGreaterThanOrEqual(0);
    for (const low of words) for (const high of words) expect(store.has(low, high)).toBe(true);
    expect(store.has(0, 2)).toBe(false);
    expect(store.size).toBe(words.length ** 2);
  });

  test("grows over blocks and tables without losing a state", () => {
    const store = new StateStore();
    const total = 100_000;
    const low = (i: number) => Math.imul(i, 0x9e3779b1) >>> 0;
    const misnumbered: number[] = [];
    for (let i = 0; i < total; i++) {
      if (store.add(low(i), i, i === 0 ? NONE : i - 1, i % 7) !== i) misnumbered.push(i);
    }
    expect(misnumbered).toEqual([]);
    for (let i = 0; i < total; i += 997) {
      expect(store.has(low(i), i)).toBe(true);
      expect(store.add(low(i), i, 0, 0)).toBe(-1);
      expect(store.origin(i)).toEqual({
        low: low(i),
        high: i,
        parent: i === 0 ? NONE : i - 1,
        action: i % 7,
      });
    }
    expect(store.size).toBe(total);
  });

  test("says when it is full, and stays as it is", () => {
    const store = new StateStore(3);
    for (const low of [1, 2, 3]) store.add(low, low, NONE, NONE);
    expect(store.add(4, 4, 0, 0)).toBe(FULL);
    expect(store.add(2, 2, 0, 0)).toBe(-1);
    expect(store.has(4, 4)).toBe(false);
    expect(store.origin(2)).toMatchObject({ low: 3, high: 3 });
    expect(store.size).toBe(3);
  });
});

test("the collision probability is TLC's estimate", () => {
  expect(collisionProbability(20, 20)).toBe(0);
  // TLC 2 prints 2.7E-7 for six counters modulo ten: 1,000,000 distinct of 6,000,001 generated.
  expect(collisionProbability(1_000_000, 6_000_001)).toBeCloseTo(2.7e-7, 8);
});
