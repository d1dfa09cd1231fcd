/** What instances mean, shown by values and states. */
import { describe, expect, test } from "vitest";
import { format } from "../../src/values/index.js";
import { evaluatorOf, explore } from "../support/model.js";
import { build } from "./support.js";

function module(name: string, units: string): string {
  return `---- MODULE ${name} ----\n${units}\n====\n`;
}

/** The value of an expression in a module with these units, where x is 5 and y is 7. */
function value(expression: string, units: string, modules: Readonly<Record<string, string>> = {}): string {
  const { evaluator } = evaluatorOf(
    `EXTENDS Integers, Sequences\nVARIABLES x, y, result\n${units}\nInit == x = 5 /\\ y = 7 /\\ result = (${expression})\nNext == UNCHANGED <<x, y, result>>`,
    "INIT Init NEXT Next",
    modules,
  );
  const values: string[] = [];
  evaluator.initial((state) => values.push(format(state[2]!)));
  return values.join(" | ");
}

/** The values of y after one step from x = 5, y = 7. */
function afterStep(
  next: string,
  units: string,
  modules: Readonly<Record<string, string>> = {},
): readonly string[] {
  const { evaluator } = evaluatorOf(
    `EXTENDS Integers\nVARIABLES x, y\n${units}\nInit == x = 5 /\\ y = 7\nNext == ${next}`,
    "INIT Init NEXT Next",
    modules,
  );
  const values: string[] = [];
  evaluator.initial((state) => evaluator.successors(state, (to) => values.push(to.map(format).join(" "))));
  return values;
}

const A = module(
  "A",
  "EXTENDS Integers\nCONSTANT c\nVARIABLE v\nGet == c * 10 + v\nAdd(k) == Get + k\nf[n \\in 0..9] == IF n = 0 THEN c ELSE f[n - 1] + v",
);

describe("substitution", () => {
  test("explicit, with expressions", () => {
    expect(value("I!Get", "I == INSTANCE A WITH c <- 2 + 1, v <- x + y", { A })).toBe("42");
  });

  test("implicit, by the same name", () => {
    expect(value("I!Get", "v == x\nc == 7\nI == INSTANCE A", { A })).toBe("75");
  });

  test("two instances of one module do not disturb each other", () => {
    const units = "I == INSTANCE A WITH c <- 1, v <- x\nJ == INSTANCE A WITH c <- 2, v <- y";
    expect(value("<<I!Get, J!Get, I!Add(1), J!Add(1)>>", units, { A })).toBe("<<15, 27, 16, 28>>");
  });

  test("function definitions", () => {
    expect(value("I!f[3]", "I == INSTANCE A WITH c <- 1, v <- x", { A })).toBe("16");
  });

  test("parameters of an instance", () => {
    const units = "I(p, q) == INSTANCE A WITH c <- p, v <- q + x";
    expect(value("<<I(1, 2)!Get, I(3, y)!Add(100)>>", units, { A })).toBe("<<17, 142>>");
  });

  test("a parameter of the same name as a name of the module", () => {
    expect(value("I(1)!Get", "I(c) == INSTANCE A WITH v <- c", { A })).toBe("11");
  });

  test("bound names of the surroundings are not caught by those of the module", () => {
    const B = module("B", "CONSTANT c\nAll == {<<n, c>> : n \\in {1, 2}}");
    expect(value("{LET I == INSTANCE B WITH c <- n IN I!All : n \\in {8}}", "", { B })).toBe(
      "{{<<1, 8>>, <<2, 8>>}}",
    );
    expect(value("I!All", "I == INSTANCE B WITH c <- {n \\in {1} : n = 1}", { B })).toBe(
      "{<<1, {1}>>, <<2, {1}>>}",
    );
  });

  test("an operator for an operator constant", () => {
    const B = module(
      "B",
      "CONSTANTS F(_, _), c\nOnce == F(c, c)\nTwice == F(Once, Once)\nMap(G(_), e) == G(e)\nPassed == Map(LAMBDA e : F(e, e), c)",
    );
    expect(value("I!Twice", "Plus(a, b) == a + b\nI == INSTANCE B WITH F <- Plus, c <- 3", { B })).toBe("12");
    expect(value("I!Twice", "I == INSTANCE B WITH F <- *, c <- 3", { B })).toBe("81");
    expect(value("I!Twice", "I == INSTANCE B WITH F <- \\cup, c <- {x}", { B })).toBe("{5}");
    expect(value("I!Twice", "I == INSTANCE B WITH F <- LAMBDA a, b : a - b - x, c <- 3", { B })).toBe("-5");
    expect(value("I!Passed", "I == INSTANCE B WITH F <- LAMBDA a, b : a - b - x, c <- 3", { B })).toBe("-5");
  });

  test("an operator for an operator constant that is itself one", () => {
    const B = module("B", "CONSTANT F(_)\nI == INSTANCE C WITH G <- F\nX == I!Y");
    const C = module("C", "CONSTANT G(_)\nY == G(1)");
    expect(value("J!X", "Inc(a) == a + x\nJ == INSTANCE B WITH F <- Inc", { B, C })).toBe("6");
  });

  test("an infix operator for a constant", () => {
    const B = module("B", "CONSTANT _ \\prec _\nLess == {p \\in {1, 2} \\X {1, 2} : p[1] \\prec p[2]}");
    expect(value("I!Less", "I == INSTANCE B WITH \\prec <- <", { B })).toBe("{<<1, 2>>}");
  });

  test("recursive operators", () => {
    const B = module(
      "B",
      "EXTENDS Naturals\nCONSTANT c\nRECURSIVE Sum(_)\nSum(n) == IF n = 0 THEN c ELSE n + Sum(n - 1)",
    );
    expect(value("I!Sum(3)", "I == INSTANCE B WITH c <- x", { B })).toBe("11");
  });

  test("an operator of an instance passed to an operator", () => {
    const units = "I(p) == INSTANCE A WITH c <- p, v <- x\nTwice(F(_), e) == F(F(e))";
    expect(value("Twice(I(1)!Add, 0)", units, { A })).toBe("30");
    expect(value("LET Two(F(_, _)) == F(2, 3) IN Two(I!Add)", units, { A })).toBe("28");
  });
});

describe("nested instances", () => {
  const B = module(
    "B",
    "EXTENDS Integers\nCONSTANT d\nVARIABLE w\nJ == INSTANCE A WITH c <- d + 1, v <- w * 2\nK(k) == INSTANCE A WITH c <- k + d, v <- w\nSum == J!Get + K(1)!Get",
  );

  test("through two instances", () => {
    const units = "I == INSTANCE B WITH d <- 1, w <- x";
    expect(value("<<I!J!Get, I!K(3)!Get, I!Sum>>", units, { A, B })).toBe("<<30, 45, 55>>");
  });

  test("with parameters on both", () => {
    const units = "I(p) == INSTANCE B WITH d <- p, w <- y";
    expect(value("<<I(2)!J!Get, I(2)!K(3)!Get, I(2)!Sum, I(2)!K(3)!Add(1)>>", units, { A, B })).toBe(
      "<<44, 57, 81, 58>>",
    );
  });

  test("through three", () => {
    const C = module(
      "C",
      "EXTENDS Integers\nVARIABLE u\nI(p) == INSTANCE B WITH d <- p, w <- u + 1\nAll == I(0)!Sum + I(0)!J!Get",
    );
    expect(value("<<H!I(1)!K(2)!Get, H!All>>", "H == INSTANCE C WITH u <- x", { A, B, C })).toBe(
      "<<36, 60>>",
    );
  });

  test("nameless instances within", () => {
    const C = module("C", "CONSTANT d\nVARIABLE w\nINSTANCE A WITH c <- d, v <- w\nTwice == Get + Get");
    expect(value("I!Twice + I!Get", "I == INSTANCE C WITH d <- 1, w <- x", { A, C })).toBe("45");
  });

  test("a module nested in the one instanced", () => {
    const C = module(
      "C",
      "EXTENDS Integers\nVARIABLE w\nBase == w * 10\n---- MODULE N ----\nCONSTANT k\nGet == Base + w + k\n====\nI(a) == INSTANCE N WITH k <- a\nX == I(1)!Get",
    );
    expect(value("<<H!X, H!I(2)!Get>>", "H == INSTANCE C WITH w <- x", { C })).toBe("<<56, 57>>");
  });

  test("a nested module without parameters of its own", () => {
    const C = module(
      "C",
      "EXTENDS Integers\nVARIABLE w\n---- MODULE N ----\nGet == w + 1\n====\nINSTANCE N\nX == Get + Get",
    );
    expect(value("H!X", "H == INSTANCE C WITH w <- x", { C })).toBe("12");
  });

  test("what an extended module instances", () => {
    const C = module("C", "EXTENDS B");
    expect(value("H!Sum", "H == INSTANCE C WITH d <- 1, w <- x", { A, B, C })).toBe("55");
  });
});

describe("LET", () => {
  test("an instance with names of the surroundings", () => {
    const units = "F(p) == LET q == p + 1 I == INSTANCE A WITH c <- q, v <- p IN I!Get + I!Add(0)";
    expect(value("<<F(1), F(2)>>", units, { A })).toBe("<<42, 64>>");
  });

  test("definitions in an instanced text", () => {
    const B = module("B", "EXTENDS Integers\nCONSTANT c\nG(k) == LET a == k + c b(z) == a + z IN b(c)");
    const units = "I == INSTANCE B WITH c <- x\nJ(p) == INSTANCE B WITH c <- p";
    expect(value("<<I!G(1), J(2)!G(1), J(y)!G(1)>>", units, { B })).toBe("<<11, 5, 15>>");
  });

  test("an instance in a LET of an instanced text", () => {
    const B = module(
      "B",
      "EXTENDS Integers\nCONSTANT d\nVARIABLE w\nG(k) == LET I == INSTANCE A WITH c <- k + d, v <- w IN I!Get + I!Add(1)",
    );
    const units =
      "H == INSTANCE B WITH d <- 1, w <- x\nL(p) == LET H2 == INSTANCE B WITH d <- p, w <- y IN H2!G(0)";
    expect(value("<<H!G(1), L(3)>>", units, { A, B })).toBe("<<51, 75>>");
  });

  test("a recursive definition in a LET", () => {
    expect(value("LET RECURSIVE S(_) S(n) == IF n = 0 THEN x ELSE n + S(n - 1) IN S(3)", "")).toBe("11");
  });
});

describe("primes", () => {
  const B = module(
    "B",
    "EXTENDS Integers\nVARIABLE v\nStep(k) == v' = v + k\nKeep == UNCHANGED v\nGrows == v' > v",
  );

  test("the step of an instanced variable", () => {
    expect(afterStep("I!Step(3) /\\ x' = x", "I == INSTANCE B WITH v <- y", { B })).toEqual(["5 10"]);
    expect(afterStep("I(y)!Step(3) /\\ x' = x", "I(p) == INSTANCE B WITH v <- p", { B })).toEqual(["5 10"]);
  });

  test("a primed expression in the place of a variable", () => {
    const units = "I == INSTANCE B WITH v <- x + y";
    expect(afterStep("x' \\in 4..6 /\\ y' \\in 6..8 /\\ I!Step(2)", units, { B })).toEqual(["6 8"]);
    expect(afterStep("x' \\in 4..6 /\\ y' = 7 /\\ I!Grows", units, { B })).toEqual(["6 7"]);
    expect(afterStep("x' \\in 4..6 /\\ y' = 6 /\\ I!Keep", units, { B })).toEqual(["6 6"]);
  });

  test("through two instances", () => {
    const C = module("C", "EXTENDS Integers\nVARIABLE w\nJ == INSTANCE B WITH v <- w\nNext == J!Step(1)");
    expect(afterStep("I!Next /\\ x' = x", "I == INSTANCE C WITH w <- y", { B, C })).toEqual(["5 8"]);
  });
});

describe("names", () => {
  test("definitions keep the names that the user writes", () => {
    const model = build(
      "EXTENDS Integers\nVARIABLE x\nI == INSTANCE A WITH c <- 1, v <- x\nInit == x = 0\nNext == x' = I!Add(1)",
      "INIT Init NEXT Next INVARIANT I!Get",
      { A },
    );
    const [invariant] = model.invariants;
    expect(invariant?.name).toBe("I!Get");
    expect(invariant?.body).toMatchObject({ kind: "call", definition: { name: "I!Get" } });
    const add = model.definitions.get("Next")!.body;
    expect(add).toMatchObject({
      kind: "builtin",
      args: [{}, { kind: "call", definition: { name: "I!Add" } }],
    });
    const body =
      (add.kind === "builtin" && add.args[1]!.kind === "call" && add.args[1].definition.body) || null;
    expect(body).toMatchObject({
      kind: "native",
      args: [{ kind: "call", definition: { name: "I!Get" } }, {}],
    });
  });

  test("a specification through an instance", () => {
    const S = module(
      "S",
      "EXTENDS Integers\nCONSTANT Max\nVARIABLE v\nInit == v = 0\nNext == v < Max /\\ v' = v + 1\nSpec == Init /\\ [][Next]_v",
    );
    const { evaluator } = evaluatorOf(
      "VARIABLE x\nI(n) == INSTANCE S WITH Max <- n, v <- x\nSpec == I(4)!Spec",
      "SPECIFICATION Spec CHECK_DEADLOCK FALSE",
      { S },
    );
    expect(explore(evaluator)).toEqual({ initial: 1, generated: 5, distinct: 5 });
  });
});
