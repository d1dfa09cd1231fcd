/** Sequences share what they are made of; nobody sees it. */
import "./deterministic.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprint, format, makeTuple, same, type TupleValue } from "../../src/values/index.js";

type Step = { readonly kind: "append" | "set"; readonly of: number; readonly value: number };

const steps = fc.array(
  fc.record<Step>({ kind: fc.constantFrom("append", "set"), of: fc.nat(30), value: fc.nat(9) }),
  { maxLength: 30 },
);

function hashOf(tuple: TupleValue): readonly number[] {
  const words = new Uint32Array(2);
  fingerprint([tuple], words);
  return [...words];
}

test("tuples made from each other by appending and EXCEPT keep their items", () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (all, early) => {
      const made: { readonly tuple: TupleValue; readonly items: readonly number[] }[] = [
        { tuple: makeTuple([]), items: [] },
      ];
      for (const { kind, of, value } of all) {
        const { tuple, items } = made[of % made.length]!;
        // Hashes that are known are mended, not computed anew.
        if (early) hashOf(tuple);
        if (kind === "append") made.push({ tuple: tuple.append(value), items: [...items, value] });
        else if (items.length > 0) {
          const at = of % items.length;
          made.push({ tuple: tuple.with(at + 1, value), items: items.with(at, value) });
        }
      }
      for (const { tuple, items } of made) {
        const fresh = makeTuple(items);
        expect(tuple.toArray()).toEqual(items);
        expect(tuple.items.toArray()).toEqual(items);
        expect(tuple.at(items.length + 1)).toBeUndefined();
        expect(format(tuple)).toBe(format(fresh));
        expect(same(tuple, fresh)).toBe(true);
        expect(hashOf(tuple)).toEqual(hashOf(fresh));
      }
    }),
    { verbose: 1 },
  );
});
