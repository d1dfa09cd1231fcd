/** What is printed can be read: a value's text, put into a module, has the value again. */
import "../values/deterministic.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { format, modelValue, same, type Value } from "../../src/values/index.js";
import { evaluatorOf } from "../support/model.js";
import { anyValue, disguise } from "../values/arbitrary.js";

const MODELS = ["m", "n", "null"].map(modelValue);

/** The values of expressions in a module that knows the model values of `arbitrary.ts`. */
function valuesOf(texts: readonly string[]): readonly Value[] {
  const units = texts.map((text, i) => `Value${i} == ${text}`);
  const names = MODELS.map(({ name }) => name);
  const { evaluator, model } = evaluatorOf(
    ["EXTENDS Integers, Sequences, TLC", `CONSTANTS ${names.join(", ")}`, ...units, "ASSUME TRUE"].join("\n"),
    names.map((name) => `CONSTANT ${name} = ${name}`).join("\n"),
  );
  return texts.map((_, i) => evaluator.value(model.definitions.get(`Value${i}`)!.body, null));
}

test("a value that is printed, parsed and evaluated is the same value", () => {
  fc.assert(
    fc.property(fc.array(anyValue, { minLength: 10, maxLength: 20 }), (values) => {
      const found = valuesOf(values.map(format));
      for (const [i, value] of values.entries()) expect(same(found[i]!, value), format(value)).toBe(true);
    }),
    { numRuns: 25, verbose: 1 },
  );
});

test("in whatever representation it is", () => {
  fc.assert(
    fc.property(fc.array(anyValue, { minLength: 10, maxLength: 20 }), (values) => {
      const found = valuesOf(values.map((value) => format(disguise(value))));
      for (const [i, value] of values.entries()) expect(same(found[i]!, value), format(value)).toBe(true);
    }),
    { numRuns: 10, verbose: 1 },
  );
});
