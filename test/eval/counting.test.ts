/**
 * How often a state is generated. The figures are TLC's, taken from runs over the same modules: a state is found
 * once per way of making the formula true, and what is left once every variable has a value is only tested.
 */
import { describe, expect, it } from "vitest";
import { evaluatorOf, explore } from "../support/model.js";

const cases: readonly { name: string; units: string; generated: number; distinct: number }[] = [
  {
    name: "a guard with two true disjuncts counts twice",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = 0
Next == (x = 0 \\/ x < 5) /\\ x' = 1 - x`,
    generated: 4,
    distinct: 2,
  },
  {
    name: "a disjunction after the last assignment is only tested",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = 0
Next == /\\ x' = 1 - x
        /\\ (x = 0 \\/ x < 5)`,
    generated: 3,
    distinct: 2,
  },
  {
    name: "a disjunction between two assignments branches",
    units: `EXTENDS Naturals
VARIABLES x, y
Init == x = 0 /\\ y = 0
Next == /\\ x' = 1 - x
        /\\ (x = 0 \\/ x < 5)
        /\\ y' = y`,
    generated: 4,
    distinct: 2,
  },
  {
    name: "initial states by membership and by disjunction",
    units: `EXTENDS Naturals
VARIABLES x, y
Init == /\\ x \\in 1..3
        /\\ y = x \\/ y = 2
Next == UNCHANGED <<x, y>>`,
    generated: 11,
    distinct: 5,
  },
  {
    name: "a variable that is assigned twice is tested the second time",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = 0
Next == /\\ x' \\in 0..3
        /\\ x' \\in 2..9`,
    generated: 7,
    distinct: 3,
  },
  {
    name: "IF, CASE and LET in actions",
    units: `EXTENDS Naturals
VARIABLES x, y
Init == x = 0 /\\ y = 0
Next == LET z == x + 1
            Set(v) == y' = v
        IN /\\ IF z < 4 THEN x' = z ELSE x' = 0
           /\\ CASE x = 0 -> Set(1)
                [] x = 1 -> (Set(2) \\/ Set(3))
                [] OTHER -> UNCHANGED y`,
    generated: 10,
    distinct: 8,
  },
  {
    name: "an existential quantifier gives a successor per element",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = 0
Next == \\E i, j \\in 0..2 : i + j = 2 /\\ x' = i`,
    generated: 10,
    distinct: 3,
  },
  {
    name: "a universal quantifier is a conjunction",
    units: `EXTENDS Naturals
VARIABLES x, y
Init == x = 0 /\\ y = 0
Next == \\A i \\in 1..2 : IF i = 1 THEN x' \\in 0..1 ELSE y' \\in 0..1`,
    generated: 17,
    distinct: 4,
  },
  {
    name: "an implication is a test and a branch",
    units: `EXTENDS Naturals
VARIABLES x, y
Init == x = 0 /\\ y = 0
Next == /\\ x' \\in 0..2
        /\\ (x' = 1 => y < 2)
        /\\ y' \\in {0, x'}`,
    generated: 24,
    distinct: 5,
  },
  {
    name: "actions passed to operators",
    units: `EXTENDS Naturals
VARIABLES x, y
Do(A, B(_)) == A /\\ B(y)
Init == x = 0 /\\ y = 0
Next == Do(x' \\in 0..1, LAMBDA v : y' = 1 - v) \\/ Do(x' = 2, LAMBDA v : y' \\in {v, 1})`,
    generated: 22,
    distinct: 6,
  },
  {
    name: "a primed argument and UNCHANGED through definitions",
    units: `EXTENDS Naturals
VARIABLES x, y, z
rest == <<y, z>>
all == <<x, rest>>
Put(v, e) == v = e
Init == x = 0 /\\ y = 0 /\\ z \\in {1} /\\ rest = <<0, 1>>
Next == \\/ Put(x', (x + 1) % 3) /\\ UNCHANGED rest
        \\/ UNCHANGED all`,
    generated: 7,
    distinct: 3,
  },
  {
    name: "a box action adds stuttering",
    units: `EXTENDS Naturals
VARIABLES x, y
Init == x = 0 /\\ y = 0
Next == [x' = 1 - x /\\ y' = y]_<<x, y>>`,
    generated: 5,
    distinct: 2,
  },
  {
    name: "x \\in UNION takes an element once for each of its sets, a quantifier once",
    units: `EXTENDS Naturals
VARIABLE x
Init == x \\in UNION {{0, 1}, 0..2}
Next == \\E y \\in UNION {{x}, {0, x}, 0..1} : x' = y`,
    generated: 12,
    distinct: 3,
  },
  {
    name: "a UNION is seen through the name that a definition gives it",
    units: `EXTENDS Naturals
VARIABLE x
Numbers == UNION {{0, 1}, 0..2}
Init == x \\in Numbers
Next == x' \\in Numbers`,
    generated: 20,
    distinct: 3,
  },
  {
    name: "a union of lists is put together at once",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X (UNION {{0, 1}, {1, 2}})`,
    generated: 4,
    distinct: 4,
  },
  {
    name: "a union with an interval is not",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X (UNION {{0, 1}, 0..2})`,
    generated: 6,
    distinct: 4,
  },
  {
    name: "a set of functions over a union",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X ([1..2 -> UNION {{0, 1}, 0..2}])`,
    generated: 26,
    distinct: 10,
  },
  {
    name: "a set of records over a union",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X ([a : UNION {{0, 1}, 0..2}])`,
    generated: 6,
    distinct: 4,
  },
  {
    name: "a product with a union",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X ((UNION {{0, 1}, 0..2}) \\X {5})`,
    generated: 6,
    distinct: 4,
  },
  {
    name: "a filtered union",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X ({y \\in UNION {{0, 1}, 0..2} : y > 0})`,
    generated: 4,
    distinct: 3,
  },
  {
    name: "a union cut with a list",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X ((UNION {{0, 1}, 0..2}) \\cap {1, 2})`,
    generated: 3,
    distinct: 3,
  },
  {
    name: "a union without a list",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X ((UNION {{0, 1}, 0..2}) \\ {2})`,
    generated: 5,
    distinct: 3,
  },
  {
    name: "a union joined with a list",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X ((UNION {{0, 1}, 0..2}) \\cup {7})`,
    generated: 7,
    distinct: 5,
  },
  {
    name: "a union joined with itself",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X ((UNION {{0, 1}, 0..2}) \\cup (UNION {{0, 1}, 0..2}))`,
    generated: 11,
    distinct: 4,
  },
  {
    name: "the subsets of a union",
    units: `EXTENDS Naturals
VARIABLE x
Init == x = << >>
Next == x = << >> /\\ x' \\in {1} \\X (SUBSET (UNION {{0, 1}, 0..2}))`,
    generated: 9,
    distinct: 9,
  },
  {
    name: "a guard that is constant by definition is only tested",
    units: `EXTENDS Naturals
VARIABLE x
Allowed == 1 < 2 \\/ 2 < 3
Start == Allowed
Init == Start /\\ x = 0
Next == Allowed /\\ x' = 1 - x`,
    generated: 3,
    distinct: 2,
  },
  {
    name: "ENABLED is a test",
    units: `EXTENDS Naturals
VARIABLE x
Up == x < 3 /\\ x' = x + 1
Init == x = 0
Next == Up \\/ (~ENABLED Up /\\ x' = 0)`,
    generated: 5,
    distinct: 4,
  },
];

describe("generated and distinct states agree with TLC", () => {
  for (const { name, units, generated, distinct } of cases) {
    it(name, () => {
      const { evaluator } = evaluatorOf(units, "INIT Init\nNEXT Next");
      const found = explore(evaluator);
      expect({ generated: found.generated, distinct: found.distinct }).toEqual({ generated, distinct });
    });
  }
});
