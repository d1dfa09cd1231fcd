/** Theorems and proofs: their names and levels are checked, and nothing of them is evaluated. */
import { describe, expect, test } from "vitest";
import { check } from "../../src/index.js";
import { moduleErrors } from "./support.js";

const prelude = `EXTENDS Naturals
VARIABLES x, y
Init == x = 0
Next == x' = x + 1 /\\ y' = y
Inv == x \\in Nat
Spec == Init /\\ [][Next]_<<x, y>>
`;

const codes = (units: string): readonly string[] => moduleErrors(prelude + units).map((e) => e.slice(0, 4));

describe("accepted", () => {
  test.each([
    [
      "facts and definitions",
      "THEOREM Spec => []Inv\n<1>1. Init => Inv BY DEF Init, Inv\n<1> QED BY <1>1 DEF Spec",
    ],
    [
      "names of ASSUME, of steps and of PICK",
      `THEOREM T == ASSUME NEW k \\in Nat, k > 1, NEW P(_), STATE s, P(k) PROVE \\E n \\in Nat : n < k
<1>1. PICK n \\in Nat : n < k BY k > 1
<1>2. n < k BY <1>1, T!2
<1>a. SUFFICES ASSUME NEW j \\in Nat, j = k PROVE j > n
  <2>1. TRUE OBVIOUS
  <2> QED BY <2>1
<1>3. j = k BY <1>a
<1>4. TAKE m \\in Nat
<1>5. m = m /\\ s = s OBVIOUS
<1>6. WITNESS n \\in Nat
<1> QED BY <1>2, <1>3, P(k)`,
    ],
    [
      "definitions and instances of a proof",
      `THEOREM TRUE
<1> DEFINE d == 3
           e(k) == d + k
           f[k \\in Nat] == e(k)
<1>1. e(1) = f[1] BY DEF e, f
<1> USE DEF d
<1> HIDE DEF d
<1>2. CASE d = 3 BY <1>1
<1>3. HAVE d = 3
<1> QED BY ONLY <1>2`,
    ],
    [
      "equations in a row",
      "THEOREM TRUE\n<1>1. 1 = 1 + 0 OBVIOUS\n<1>2. @ = 0 + 1 OBVIOUS\n<1> QED BY <1>1!2, <1>2!1",
    ],
    [
      "parts of steps",
      "THEOREM TRUE\n<1>1. CASE x = 1\n<1>2. <1>1!1 \\/ Inv!1 = x OBVIOUS\n<1> QED BY <1>1!1",
    ],
    [
      "the same step name in other proofs",
      "THEOREM TRUE\n<1>1. TRUE\n  <2>1. TRUE\n  <2> QED\n<1>2. TRUE\n  <2>1. TRUE\n  <2> QED\n<1> QED",
    ],
    ["USE and HIDE in the module", "THEOREM T == TRUE\nUSE T DEF Init\nHIDE T DEF Init\nUSE MODULE Naturals"],
    ["primes and temporal formulas", "THEOREM Inv /\\ [Next]_x => Inv'\nTHEOREM <>(x = 1) \\/ [](x = 0)"],
    ["a step and a theorem twice", "THEOREM A == TRUE\nTHEOREM A == FALSE\n<1>1. TRUE\n<1>1. TRUE\n<1> QED"],
    ["a theorem in a later proof", "THEOREM One == Inv\nTHEOREM One => Inv\nPROOF BY One"],
    [
      "a label of a nested ASSUME/PROVE",
      "THEOREM T == ASSUME inner:: ASSUME TRUE PROVE FALSE PROVE TRUE\n  BY T!inner",
    ],
  ])("%s", (_, units) => {
    expect(codes(units)).toEqual([]);
  });
});

describe("refused", () => {
  test.each([
    ["a misspelt fact", "THEOREM TRUE BY Initt", ["S001"]],
    ["a misspelt definition", "THEOREM TRUE BY DEF Initt", ["S001"]],
    ["a variable as a definition", "THEOREM TRUE BY DEF x", ["S034"]],
    [
      "a step of another proof",
      "THEOREM TRUE\n<1>1. TRUE\n  <2>1. TRUE\n  <2> QED\n<1> QED BY <2>1",
      ["S001"],
    ],
    ["a name of ASSUME behind the theorem", "THEOREM ASSUME NEW k PROVE k = k\nA == k", ["S001"]],
    ["a name of PICK in its own step's sets", "THEOREM TRUE\n<1> PICK k \\in k : TRUE\n<1> QED", ["S001"]],
    ["a name of NEW that is taken", "THEOREM ASSUME NEW x PROVE TRUE", ["S002"]],
    ["a definition that hides a name", "THEOREM TRUE\n<1> DEFINE Init == 1\n<1> QED", ["S002"]],
    ["a wrong number of arguments", "THEOREM ASSUME NEW F(_) PROVE F(1, 2)", ["S003"]],
    ["a prime too many", "THEOREM TRUE\n<1>1. Next'\n<1> QED", ["S020"]],
    ["a definition's prime too many", "THEOREM TRUE\n<1> DEFINE d == Next'\n<1> QED", ["S020"]],
    ["an action declared where a state is primed", "THEOREM ASSUME ACTION A PROVE A'", ["S020"]],
    ["a USE as a fact", "THEOREM TRUE\n<1>1. USE DEF Init\n<1> QED BY <1>1", ["S033"]],
    ["a module that is not here", "THEOREM TRUE BY MODULE Sequences", ["S034"]],
  ])("%s", (_, units, expected) => {
    expect(codes(units)).toEqual(expected);
  });
});

test("nothing of a theorem, of a proof or of an AXIOM is evaluated", async () => {
  const text = `---- MODULE M ----
EXTENDS Naturals
VARIABLE n
Init == n = 0
Next == n' = (n + 1) % 3
Inv == n < 3
AXIOM Nat = {}
THEOREM 1 = "one"
THEOREM \\A k \\in Nat : k < 0
<1>1. CHOOSE k : FALSE
<1> QED BY 1 + TRUE = 2
====
`;
  const config = { name: "M.cfg", text: "INIT Init NEXT Next INVARIANT Inv" };
  const { result } = await check({ name: "M.tla", text, config });
  expect([result.verdict, result.states.distinct]).toEqual(["ok", 3]);
});
