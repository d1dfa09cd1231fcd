import "./deterministic.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BOOLEAN,
  fromItf,
  functionSet,
  interval,
  lazyFunction,
  makeFunction,
  makeRecord,
  makeSet,
  makeTuple,
  modelValue,
  NAT,
  same,
  seqSet,
  toItf,
  type Value,
} from "../../src/values/index.js";
import { anyValue, disguise } from "./arbitrary.js";

const names = new Set(["m", "n", "null"]);

describe("the Informal Trace Format", () => {
  test("gives every value back, through JSON and from any representation", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        for (const form of [value, disguise(value)]) {
          expect(same(fromItf(JSON.parse(JSON.stringify(toItf(form))), names), value)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each<readonly [string, Value, unknown]>([
    ["integers", 5, { "#bigint": "5" }],
    ["large integers", -(2n ** 70n), { "#bigint": "-1180591620717411303424" }],
    ["strings and Booleans", makeTuple(["a", true]), { "#tup": ["a", true] }],
    ["sets", makeSet([2, 1]), { "#set": [{ "#bigint": "1" }, { "#bigint": "2" }] }],
    ["intervals", interval(1, 1), { "#set": [{ "#bigint": "1" }] }],
    ["records", makeRecord([["pc", "a"]]), { pc: "a" }],
    ["functions", makeFunction([[0, "x"]]), { "#map": [[{ "#bigint": "0" }, "x"]] }],
    ["functions by a rule", lazyFunction(interval(1, 1), () => "x"), { "#tup": ["x"] }],
    ["the empty function", makeFunction([]), { "#tup": [] }],
    ["model values as strings", modelValue("n1"), "n1"],
    ["fields that look like tags", makeRecord([["#set", "x"]]), { "#map": [["#set", "x"]] }],
    [
      "fields with a name that objects have",
      makeRecord([["__proto__", "x"]]),
      JSON.parse('{"__proto__": "x"}'),
    ],
    ["infinite sets", functionSet(BOOLEAN, NAT), { "#unserializable": "[{FALSE, TRUE} -> Nat]" }],
  ])("writes %s", (_, value, json) => {
    expect(JSON.stringify(toItf(value))).toBe(JSON.stringify(json));
  });

  test("reads what other tools write", () => {
    expect(fromItf(7)).toBe(7);
    expect(same(fromItf([1, 2]), makeTuple([1, 2]))).toBe(true);
    expect(fromItf({ "#unserializable": "Nat" })).toBe(NAT);
    expect(fromItf("m")).toBe("m");
    expect(fromItf("m", names)).toBe(modelValue("m"));
  });

  test.each([
    [null],
    [1.5],
    [{ "#bigint": "1.5" }],
    [{ "#set": 1 }],
    [{ "#map": [1] }],
    [toItf(seqSet(NAT))],
  ])("refuses %j", (json) => {
    expect(() => fromItf(json)).toThrow(expect.objectContaining({ code: "E068" }));
  });
});
