import "./deterministic.js";
import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  exchangedHash,
  hashHigh,
  hashLow,
  type ModelValue,
  modelValue,
  permute,
  type Value,
} from "../../src/values/index.js";
import { anyValue } from "./arbitrary.js";

describe("the hash of a value with model values exchanged", () => {
  const moved = ["m", "n", "null"].map((name) => modelValue(name));
  const exchange = (by: number) => (model: ModelValue) => {
    const index = moved.indexOf(model);
    return index < 0 ? model : moved[(index + by) % moved.length]!;
  };

  test.prop([anyValue, fc.integer({ min: 0, max: 2 })])("is that of the exchanged value", (v: Value, by) => {
    const out = new Int32Array(2);
    exchangedHash(v, exchange(by), () => true, out);
    const built = permute(v, exchange(by));
    expect([...out]).toEqual([hashLow(built) | 0, hashHigh(built) | 0]);
  });
});
