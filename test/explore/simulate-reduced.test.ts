/** Simulation where a search takes several states for one, or where initial states are random: each is shown as it was. */
import { describe, expect, test } from "vitest";
import { load, simulate } from "../../src/index.js";
import { modelOf } from "../support/model.js";
import { isBehaviour } from "./run.js";

/** Simulates with several seeds; each has to come to a violation of Low, by a real behaviour. */
async function violations(units: string, config: string): Promise<void> {
  const text = `---- MODULE M ----\n${units}\n====\n`;
  const model = modelOf(units, config);
  for (const seed of [1, 2, 3, 4, 5]) {
    const loaded = load({ name: "M.tla", text });
    const { result } = await simulate(loaded, {
      name: "M.tla",
      config: { name: "M.cfg", text: config },
      seed,
    });
    expect(result.verdict).toBe("invariant");
    const { trace, property } = result.violations[0]!;
    expect(property).toBe("Low");
    expect(isBehaviour(trace, model)).toBe(true);
  }
}

describe("a simulated counterexample is a behaviour", () => {
  test("under a symmetry", async () => {
    const units = `EXTENDS Integers, TLC
CONSTANTS S, none
VARIABLES x, y
Init == x = none /\\ y = 0
Choose == x = none /\\ x' \\in S /\\ y' = y + 1
Move(s) == x = s /\\ x' \\in S /\\ y' = y + 1
Next == Choose \\/ \\E s \\in S : Move(s)
Low == y < 4
Exchange == Permutations(S)`;
    await violations(
      units,
      "INIT Init NEXT Next CONSTANTS S = {a, b, c} none = none INVARIANT Low SYMMETRY Exchange",
    );
  });

  test("with a view that has no value everywhere", async () => {
    const units = `EXTENDS Integers
VARIABLE x
Init == x = 1
Next == x' = x + 1
Low == x < 5
Picture == <<10, 20, 30>>[x]`;
    await violations(units, "INIT Init NEXT Next INVARIANT Low VIEW Picture");
  });
});

test("random initial states are those that the behaviour began in", async () => {
  const text = `---- MODULE M ----
EXTENDS Integers, TLC
VARIABLES x, y
Init == x = RandomElement(1..100000) /\\ y = 0
Next == x' = RandomElement(1..100000) /\\ y' = y + 1
Low == y < 3
====
`;
  const config = { name: "M.cfg", text: "INIT Init NEXT Next INVARIANT Low" };
  for (const seed of [1, 2, 3]) {
    const { result } = await simulate(load({ name: "M.tla", text }), { name: "M.tla", config, seed });
    expect(result.verdict).toBe("invariant");
    expect(result.violations[0]!.trace).toHaveLength(4);
  }
});
