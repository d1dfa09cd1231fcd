import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { nearest } from "../../src/syntax/nearest.js";

describe("nearest", () => {
  const cases: readonly [name: string, candidates: readonly string[], proposal: string | undefined][] = [
    ["mount_lokc", ["mount_lock", "mount_count"], "mount_lock"],
    ["Cardinalty", ["Cardinality", "IsFiniteSet"], "Cardinality"],
    ["typeok", ["TypeOK", "Type"], "TypeOK"],
    ["INit", ["Next", "Init"], "Init"],
    ["cp", ["pc", "stack"], "pc"],
    ["retrun", ["ret", "return"], "return"],
    ["coutner", ["counter"], "counter"],
    ["x", ["y", "z"], undefined],
    ["x", ["X"], "X"],
    ["TypeInvariant", ["Next", "Init", "vars"], undefined],
    ["foo", ["bar"], undefined],
    ["reader", ["reader", "readers"], "readers"],
    ["count", [], undefined],
    ["sum1", ["sum2", "sum3"], "sum2"],
    ["in", ["inner", "min"], "min"],
    ["a", ["ab", "ba"], undefined],
  ];
  for (const [name, candidates, proposal] of cases) {
    it(`proposes ${proposal ?? "nothing"} for ${name} among ${candidates.join(", ") || "nothing"}`, () => {
      expect(nearest(name, candidates)).toBe(proposal);
    });
  }

  const word = fc.stringMatching(/^[a-z]{5,12}$/);
  property.prop([word, fc.nat()])("finds a name again after two neighbours were swapped", (name, at) => {
    const i = at % (name.length - 1);
    const swapped = name.slice(0, i) + name[i + 1] + name[i] + name.slice(i + 2);
    fc.pre(swapped !== name);
    expect(nearest(swapped, ["????????", name])).toBe(name);
  });
  property.prop([word])("never proposes the name itself", (name) => {
    expect(nearest(name, [name])).toBeUndefined();
  });
});
