/** Memory models: what small specs may do under each, with the numbers that TLC gives for their exports. */
import { describe, expect, it } from "vitest";
import { check } from "../../src/index.js";
import { MEMORY_MODELS } from "../../src/modules/memory-model.js";
import { memoryCases } from "./memory-cases.js";

describe.each(memoryCases)("$name", ({ spec, expected }) => {
  it.each(MEMORY_MODELS)("under %s", async (memory) => {
    const { result } = await check({ text: `spec S\n${spec}`, memory, safetyOnly: true });
    const { states, violations } = result;
    const [violation] = violations;
    expect(
      violation === undefined
        ? ["holds", states.generated, states.distinct, states.depth]
        : [violation.verdict, violation.trace.length],
    ).toEqual(expected[memory]);
    expect(result.witnesses.filter(({ length }) => length === null)).toEqual(
      memory === "sc" ? result.witnesses : [],
    );
  });
});

describe("the size of buffers", () => {
  const spec = `spec S
    shared var x = 0, y = 0, z = 0
    process p = 1 { a: x := 1; b: y := 1; c: z := 1; d: fence }`;
  const distinct = async (buffer: number) =>
    (await check({ text: spec, memory: "weak", buffer })).result.states.distinct;

  it("says how many stores can wait at once", async () => {
    // Counted by hand. With room for two, `z := 1` finds at most one of the others waiting, so never all three wait.
    expect([await distinct(1), await distinct(2), await distinct(3)]).toEqual([8, 14, 16]);
  });
});
