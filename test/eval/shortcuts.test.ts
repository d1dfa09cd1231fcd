/** What the evaluator does not evaluate: actions that a look at the state rules out, answers that are still good. */
import { describe, expect, it } from "vitest";
import type { ActionInstance } from "../../src/eval/actions.js";
import { Guards } from "../../src/eval/guards.js";
import type { ReferenceState } from "../../src/eval/reference.js";
import { Reads, Remembered } from "../../src/eval/remembered.js";
import type { Evaluator } from "../../src/explore/evaluator.js";
import { makeRecord, makeTuple } from "../../src/values/index.js";
import { evaluatorOf } from "../support/model.js";

const units = `EXTENDS Naturals
CONSTANTS P, END
VARIABLES pc, x, turn
Init == pc = [p \\in P |-> "a"] /\\ x = 0 /\\ turn = 0
a(self) == pc[self] = "a" /\\ x' = x + 1 /\\ pc' = [pc EXCEPT ![self] = "b"] /\\ UNCHANGED turn
b(self) == /\\ pc[self] = "b"
           /\\ \\/ x > 1 /\\ pc' = [pc EXCEPT ![self] = END]
              \\/ turn = 0 /\\ pc' = [pc EXCEPT ![self] = "a"]
           /\\ x < 4
           /\\ UNCHANGED <<x, turn>>
c == turn = 0 /\\ turn' = 1 /\\ UNCHANGED <<pc, x>>
d == x > 2 /\\ turn = 1 /\\ turn' = 0 /\\ UNCHANGED <<pc, x>>
Next == (\\E p \\in P : a(p) \\/ b(p)) \\/ c \\/ d`;
const config = 'INIT Init\nNEXT Next\nCONSTANTS P = {1, 2}\nEND = "end"';

function reachable(evaluator: Evaluator<ReferenceState>): readonly ReferenceState[] {
  const states: ReferenceState[] = [];
  const add = (state: ReferenceState) => {
    if (!states.some((other) => evaluator.equal(other, state))) states.push(state);
  };
  evaluator.initial(add);
  for (const state of states) evaluator.successors(state, add);
  return states;
}

describe("guards", () => {
  it("rule out only actions that lead nowhere", () => {
    const { evaluator } = evaluatorOf(units, config);
    const guards = new Guards(evaluator.actions as readonly ActionInstance[]);
    const states = reachable(evaluator);
    let excluded = 0;
    for (const state of states) {
      const found = guards.look(state);
      for (const { index } of evaluator.actions) {
        if (!guards.excludes(index, found)) continue;
        excluded++;
        evaluator.take(state, index, () => expect.unreachable());
      }
    }
    // Of each process one of two steps at least, where it is neither done nor beyond them.
    expect(states.length).toBeGreaterThan(20);
    expect(excluded).toBeGreaterThan(2 * states.length);
  });

  it("look at variables and their elements, in arrays, records and functions", () => {
    const { evaluator } = evaluatorOf(units, config);
    const guards = new Guards(evaluator.actions as readonly ActionInstance[]);
    const excluded = (state: ReferenceState) => {
      const found = guards.look(state);
      return evaluator.actions.map(({ index }) => guards.excludes(index, found));
    };
    // a(1), b(1), a(2), b(2), c, d
    expect(excluded([makeTuple(["a", "b"]), 0, 0])).toEqual([false, true, true, false, false, false]);
    expect(excluded([makeTuple(["b", "end"]), 0, 1])).toEqual([true, false, true, true, true, false]);
    // Nothing is known of what is not there, or of another kind.
    expect(excluded([makeTuple(["b"]), 0, "x"])).toEqual([true, false, false, false, false, false]);
    expect(excluded([makeRecord([["one", "a"]]), 0, 0]).some((is) => is)).toBe(false);
  });

  it("leave errors to the enumeration", () => {
    const { evaluator } = evaluatorOf(units, config);
    const take = (state: ReferenceState) => () => evaluator.successors(state, () => {});
    expect(take([makeTuple(["a"]), 0, 0])).toThrow(/not in the domain/);
    expect(take([makeTuple([1, "a"]), 0, 0])).toThrow(/cannot be compared/);
    expect(take([7, 0, 0])).toThrow(/applied as a function/);
  });
});

describe("remembered answers", () => {
  it("are good while all that they depended on is the very same", () => {
    const remembered = new Remembered();
    const [one, two] = [makeTuple([1]), makeTuple([2])];
    const reads = new Reads();
    reads.add(0);
    reads.add(2);
    reads.add(0);
    expect(reads.variables).toEqual([0, 2]);
    remembered.keep([one, 0, "a"], reads, true);
    remembered.keep([two, 0, "a"], reads, false);
    expect(remembered.recall([one, 5, "a"])).toBe(true);
    expect(remembered.recall([two, 6, "a"])).toBe(false);
    expect(remembered.recall([one, 0, "b"])).toBeUndefined();
    remembered.keep([one, 0, "b"], reads, true);
    expect(remembered.recall([one, 0, "a"])).toBeUndefined();
  });

  it("are not kept of what depends on more than the state", () => {
    const remembered = new Remembered();
    const reads = new Reads();
    reads.opaque = true;
    remembered.keep([1], reads, true);
    expect(remembered.recall([1])).toBeUndefined();
  });

  it("agree with an evaluator that has none", () => {
    const invariants = `Low == x < 3
Together == \\A p \\in P : pc[p] = "end" => x > 1
Lazy == turn = 1 \\/ pc[1] # "b" \\/ x < 2
Able == ENABLED c \\/ ENABLED d \\/ turn = 1`;
    const text = `${units}\n${invariants}`;
    const checked = `${config}\nINVARIANTS Low Together Lazy Able`;
    const { evaluator } = evaluatorOf(text, checked);
    const states = reachable(evaluator);
    const answers = (one: Evaluator<ReferenceState>, state: ReferenceState) =>
      one.invariants.map((_, index) => one.invariant(index, state));
    const fresh = states.map((state) => answers(evaluatorOf(text, checked).evaluator, state));
    expect(states.map((state) => answers(evaluator, state))).toEqual(fresh);
    expect(new Set(fresh.map((each) => each.join())).size).toBeGreaterThan(3);
  });

  it("are not kept where a formula prints, counts or chooses", () => {
    const { evaluator, printed } = evaluatorOf(
      `EXTENDS Naturals, TLC
VARIABLES x
Init == x = 0
Next == x' = x
ASSUME TLCSet(1, 0)
Prints == PrintT(x)
Counts == TLCSet(1, TLCGet(1) + 1) /\\ TLCGet(1) < 3`,
      "INIT Init\nNEXT Next\nINVARIANTS Prints Counts",
    );
    evaluator.falseAssumption();
    const state = [5];
    expect([1, 2, 3].map(() => evaluator.invariant(0, state))).toEqual([true, true, true]);
    expect(printed).toEqual(["5", "5", "5"]);
    expect([1, 2, 3].map(() => evaluator.invariant(1, state))).toEqual([true, true, false]);
  });

  it("are not kept of evaluations that fail", () => {
    const { evaluator } = evaluatorOf(
      "EXTENDS Naturals\nVARIABLES x\nInit == x = 0\nNext == x' = x\nInv == <<1>>[x] = 1",
      "INIT Init\nNEXT Next\nINVARIANT Inv",
    );
    for (const _ of [1, 2]) expect(() => evaluator.invariant(0, [2])).toThrow(/not in the domain/);
    expect(evaluator.invariant(0, [1])).toBe(true);
  });
});
