/** Left sides of invariants, and full store buffers. */
import { describe, expect, it } from "vitest";
import { createReferenceEvaluator } from "../../src/eval/reference.js";
import { search } from "../../src/explore/search.js";
import { ToyHost } from "../explore/toy.js";
import { evaluatorOf, modelOf } from "../support/model.js";

/** A counter from 0 to 3 with one invariant, and what it needs. */
function counting(invariant: string, units = "") {
  return evaluatorOf(
    `EXTENDS Naturals, TLC\nVARIABLES x\nInit == x = 0\nNext == x < 3 /\\ x' = x + 1\n${units}\nInv == ${invariant}`,
    "INIT Init\nNEXT Next\nINVARIANT Inv",
  );
}

async function reached(invariant: string, units = "") {
  const { evaluator } = counting(invariant, units);
  const result = await search(evaluator, { checkDeadlock: false }, new ToyHost());
  return {
    verdict: result.verdict,
    antecedents: result.antecedents.map((antecedent) => [antecedent.text, antecedent.reached]),
  };
}

describe("antecedents", () => {
  const cases: readonly [invariant: string, antecedents: readonly (readonly [string, boolean])[]][] = [
    ["x = 2 => x > 1", [["x = 2", true]]],
    ["x = 4 => x > 1", [["x = 4", false]]],
    [
      "x >= 0 /\\ (x = 2 => TRUE) /\\ (x > 9 => FALSE)",
      [
        ["x = 2", true],
        ["x > 9", false],
      ],
    ],
    ["\\A i \\in 1..5 : i = x => i < 5", [["i = x", true]]],
    ["\\A i \\in 5..7 : \\A j \\in 1..2 : (i = x /\\ j = x) => FALSE", [["(i = x /\\ j = x)", false]]],
    ["\\A i \\in {} : i = x => FALSE", [["i = x", false]]],
    [
      "Both",
      [
        ["x = 2", true],
        ["x = 7", false],
      ],
    ],
    ["LET big == x > 2 IN big => x = 3", [["big", true]]],
    ["\\E i \\in 0..3 : i = x => FALSE", []],
    ["(x = 1 => TRUE) \\/ FALSE", []],
    ["x \\in 0..3", []],
    ["Even(x)", []],
  ];
  const units = `Two == x = 2 => TRUE
Both == Two /\\ (x = 7 => FALSE)
RECURSIVE Even(_)
Even(n) == n < 2 \\/ Even(n - 2)`;
  for (const [invariant, antecedents] of cases) {
    it(invariant, async () => {
      expect(await reached(invariant, units)).toEqual({ verdict: "ok", antecedents });
    });
  }

  it("stand on one line, without comments", async () => {
    expect((await reached("x = 2\n  /\\ x > 1 \\* more\n  => TRUE")).antecedents).toEqual([
      ["x = 2 /\\ x > 1", true],
    ]);
  });

  it("without a value never change a verdict", async () => {
    // False before the left side is asked for an element, or a state, where it has no value.
    const refuted = await reached("\\A i \\in {1, 7} : <<1, 2, 3>>[i] = 1 => x < 0");
    expect(refuted.verdict).toBe("invariant");
    const conjunct = await reached("x > 0 /\\ (<<1, 2, 3>>[x] = 1 => TRUE)");
    expect(conjunct).toEqual({ verdict: "invariant", antecedents: [["<<1, 2, 3>>[x] = 1", false]] });
    // Asked for where it has none: the invariant's error, as ever.
    const undefinedAtOnce = await reached("<<1, 2, 3>>[x] = 1 => TRUE");
    expect(undefinedAtOnce).toEqual({ verdict: "error", antecedents: [["<<1, 2, 3>>[x] = 1", false]] });
  });

  it("leave no trace: they print nothing, and set nothing", () => {
    const { evaluator, printed } = counting(
      '(PrintT("asked") /\\ TLCSet(1, TLCGet(1) + 1) /\\ x = 2) => TRUE',
      "ASSUME TLCSet(1, 0)",
    );
    evaluator.falseAssumption();
    expect(evaluator.antecedent(0, [2])).toBe(true);
    expect(printed).toEqual([]);
    evaluator.invariant(0, [2]);
    expect(printed).toHaveLength(1);
  });
});

describe("full store buffers", () => {
  const model = modelOf(
    `EXTENDS Naturals, Sequences
VARIABLES x, buffer
Entry(word) == [word |-> word, index |-> << >>, value |-> 1]
Init == x = 0 /\\ buffer = [c \\in {0, 1} |-> << >>]
Next == /\\ \\E c \\in {0, 1}, word \\in {"x", "(wmb)"} : buffer' = [buffer EXCEPT ![c] = Append(@, Entry(word))]
        /\\ x' = x
Short == \\A c \\in {0, 1} : Len(buffer[c]) < 2`,
    "INIT Init\nNEXT Next\nCONSTRAINT Short",
  );
  const variable = model.variables[1]!;
  const full = (buffer: number, watched: typeof variable | null) => {
    const memory = { model: "weak", buffer, shared: ["x"], variable: watched } as const;
    const evaluator = createReferenceEvaluator({ ...model, memory }, { print: () => {}, seed: 1 });
    return search(evaluator, { checkDeadlock: false }, new ToyHost());
  };

  it("hold as many stores as the model says, barriers not counted", async () => {
    expect((await full(2, variable)).bufferFull).toBe(true);
    expect((await full(3, variable)).bufferFull).toBe(false);
  });

  it("are not there where nothing is shared", async () => {
    expect((await full(1, null)).bufferFull).toBe(false);
  });
});
