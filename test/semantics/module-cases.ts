/**
 * Small modules that SANY accepts or refuses, with the codes that are given for them here; no code: accepted.
 * Whether SANY agrees was compared when a case was added: `strict` marks the few that only this checker refuses.
 */
export interface ModuleCase {
  readonly title: string;
  /** The units of module M; a text that starts with dashes is the whole module. */
  readonly units: string;
  readonly codes: readonly string[];
  readonly modules?: Readonly<Record<string, string>>;
  readonly strict?: boolean;
}

const inner = {
  A: "---- MODULE A ----\nCONSTANT c\nVARIABLE v\nInit == v = c\nStep(k) == v' = v + k\nLOCAL Hidden == 1\n====",
};
const withPlus = {
  A: "---- MODULE A ----\nEXTENDS Integers\nCONSTANT c\nVARIABLE v\nInit == v = c\nStep(k) == v' = v + k\nLOCAL Hidden == 1\n====",
};
const constantModule = {
  C: "---- MODULE C ----\nCONSTANTS c, F(_)\nPlain == c\nPrimed == c'\nApplied == F(c)\n====",
};
const constantOnly = { C: "---- MODULE C ----\nCONSTANTS c, F(_)\nPlain == c\nApplied == F(c)\n====" };

export const names: readonly ModuleCase[] = [
  { title: "an unknown name", units: "A == b", codes: ["S001"] },
  { title: "an operator of a module that is not extended", units: "A == 1 + 2", codes: ["S001"] },
  {
    title: "operators of Integers",
    units: "EXTENDS Integers\nA == -1 + 2 * 3 - ((4 \\div 5) % 6)",
    codes: [],
  },
  { title: "subtraction without minus sign operator", units: "EXTENDS Naturals\nA == -1", codes: ["S001"] },
  { title: "LOCAL INSTANCE of a standard module", units: "LOCAL INSTANCE Naturals\nA == 1 + 2", codes: [] },
  { title: "a name used before its definition", units: "A == B\nB == 1", codes: ["S006"] },
  { title: "an operator that uses itself", units: "A(x) == A(x)", codes: ["S006"] },
  { title: "a definition twice", units: "A == 1\nA == 1", codes: ["S002"] },
  { title: "a definition of an extended name", units: "EXTENDS Naturals\nNat == {1}", codes: ["S002"] },
  { title: "a constant that is a variable too", units: "CONSTANT x\nVARIABLE x", codes: ["S002"] },
  { title: "a variable twice", units: "VARIABLES x, x", codes: [] },
  { title: "a parameter that is a constant", units: "CONSTANT x\nA(x) == x", codes: ["S002"] },
  { title: "a parameter that is defined later", units: "A(x) == x\nx == 1", codes: [] },
  { title: "a parameter twice", units: "A(x, x) == x", codes: ["S002"] },
  {
    title: "a bound name bound again",
    units: "A == \\E x \\in {1} : \\E x \\in {2} : TRUE",
    codes: ["S002"],
  },
  {
    title: "a bound name in two branches",
    units: "A == (\\E x \\in {1} : x = 1) /\\ (\\E x \\in {2} : x = 2)",
    codes: [],
  },
  {
    title: "a bound name in a later bound",
    units: "A == \\E x \\in {1}, y \\in {x} : TRUE",
    codes: ["S001"],
  },
  {
    title: "a name outside of its quantifier",
    units: "A == (\\E x \\in {1} : x = 1) /\\ x = 2",
    codes: ["S001"],
  },
  {
    title: "a LET definition that hides one of the module",
    units: "A == 1\nB == LET A == 2 IN A",
    codes: ["S002"],
  },
  { title: "LET definitions in order", units: "B == LET x == 1 y == x IN y", codes: [] },
  { title: "LET definitions out of order", units: "B == LET y == x x == 1 IN y", codes: ["S006"] },
  { title: "a built-in operator defined", units: "a \\cup b == a", codes: ["S014"] },
  { title: "an infix operator defined", units: "a (+) b == <<a, b>>\nA == 1 (+) 2", codes: [] },
  { title: "@ outside of EXCEPT", units: "A == @", codes: ["S011"] },
  {
    title: "@ in EXCEPT",
    units: "EXTENDS Naturals\nCONSTANT f\nA == [f EXCEPT ![1] = @ + 1, ![2].a = [@ EXCEPT !.b = @]]",
    codes: [],
  },
  { title: "a record field twice", units: "A == [a |-> 1, a |-> 2]", codes: ["S012"] },
  { title: "several mistakes at once", units: "A == b\nB == c\nC == A + B", codes: ["S001", "S001", "S001"] },
];

export const arities: readonly ModuleCase[] = [
  { title: "too few arguments", units: "A(x, y) == x\nB == A(1)", codes: ["S003"] },
  { title: "too many arguments", units: "A(x) == x\nB == A(1, 2)", codes: ["S003"] },
  { title: "no arguments where some are needed", units: "A(x) == x\nB == A", codes: ["S003"] },
  { title: "arguments where none are taken", units: "A == 1\nB == A(1)", codes: ["S003"] },
  { title: "a bound name with arguments", units: "B == \\E x \\in {1} : x(1)", codes: ["S003"] },
  { title: "an operator parameter", units: "A(F(_), x) == F(x)\nG(y) == y\nB == A(G, 1)", codes: [] },
  { title: "an operator parameter without arguments", units: "A(F(_)) == F", codes: ["S003"] },
  { title: "an expression for an operator", units: "A(F(_)) == F(1)\nB == A(1)", codes: ["S004"] },
  {
    title: "an operator of the wrong arity",
    units: "A(F(_)) == F(1)\nG(x, y) == x\nB == A(G)",
    codes: ["S004"],
  },
  { title: "a constant for an operator", units: "A(F(_)) == F(1)\nCONSTANT c\nB == A(c)", codes: ["S004"] },
  {
    title: "an operator constant for an operator",
    units: "A(F(_)) == F(1)\nCONSTANT c(_)\nB == A(c)",
    codes: [],
  },
  {
    title: "an infix operator for an operator",
    units: "EXTENDS Naturals\nA(F(_, _)) == F(1, 2)\nB == A( + )",
    codes: [],
  },
  {
    title: "a built-in operator for an operator",
    units: "A(F(_, _)) == F({}, {})\nB == A(\\cup)",
    codes: [],
  },
  { title: "a LAMBDA for an operator", units: "A(F(_)) == F(1)\nB == A(LAMBDA x : x)", codes: [] },
  {
    title: "a LAMBDA of the wrong arity",
    units: "A(F(_)) == F(1)\nB == A(LAMBDA x, y : x)",
    codes: ["S004"],
  },
  { title: "a LAMBDA for an expression", units: "A(x) == x\nB == A(LAMBDA x : x)", codes: ["S004"] },
  {
    title: "an operator that takes operators, passed",
    units: "A(F(_)) == F(1)\nG(H(_)) == H(1)\nB == A(G)",
    codes: ["S004"],
  },
  { title: "an operator passed on", units: "A(F(_)) == F(1)\nG(H(_)) == A(H)", codes: [] },
  {
    title: "a function with as many arguments",
    units: "f[x \\in {1}, y \\in {2}] == x\nA == f[1, 2]\nB == f[<<1, 2>>]",
    codes: [],
  },
  {
    title: "a function with other arguments",
    units: "f[x \\in {1}, y \\in {2}] == x\nA == f[1, 2, 3]",
    codes: ["S003"],
  },
  {
    title: "a function that uses itself",
    units: "EXTENDS Naturals\nf[n \\in Nat] == IF n = 0 THEN 1 ELSE n * f[n - 1]",
    codes: [],
  },
  {
    title: "a recursive operator",
    units: "EXTENDS Naturals\nRECURSIVE F(_)\nF(n) == IF n = 0 THEN 1 ELSE n * F(n - 1)",
    codes: [],
  },
  {
    title: "mutually recursive operators",
    units: "EXTENDS Naturals\nRECURSIVE F(_), G(_)\nF(n) == IF n = 0 THEN 1 ELSE G(n - 1)\nG(n) == F(n)",
    codes: [],
  },
  { title: "a recursive operator never defined", units: "RECURSIVE F(_)", codes: ["S013"] },
  { title: "a recursive operator of another arity", units: "RECURSIVE F(_)\nF(x, y) == x", codes: ["S013"] },
  {
    title: "a recursive operator in a LET",
    units: "A == LET RECURSIVE F(_) F(n) == IF n = {} THEN {} ELSE F({}) IN F({{}})",
    codes: [],
  },
  {
    title: "a recursive operator in a LET never defined",
    units: "A == LET RECURSIVE F(_) B == 1 IN B",
    codes: ["S013"],
  },
];

export const levels: readonly ModuleCase[] = [
  {
    title: "a temporal formula for a recursive operator that does not look at it",
    units: "VARIABLE x\nRECURSIVE A(_)\nA(p) == A(1)\nB == A([](x = 1))",
    codes: ["S021"],
  },
  {
    title: "a temporal formula for a parameter that is a set to take from",
    units: "VARIABLE x\nA(p) == \\A q \\in p : q\nB == A([](x = 1))",
    codes: [],
  },
  {
    title: "a temporal formula for what PrintT prints",
    units: "EXTENDS TLC\nVARIABLE x\nASSUME PrintT(x') /\\ PrintT([](x = 1))",
    codes: [],
  },
  { title: "a primed action", units: "VARIABLE x\nA == x' = 1\nB == A'", codes: ["S020"] },
  { title: "a primed prime", units: "VARIABLE x\nB == (x')'", codes: ["S020"] },
  { title: "a primed constant", units: "CONSTANT c\nB == c'", codes: [] },
  {
    title: "a parameter primed, given a variable",
    units: "VARIABLE x\nA(p) == p' = 1\nB == A(x)",
    codes: [],
  },
  {
    title: "a parameter primed, given an action",
    units: "VARIABLE x\nA(p) == p' = 1\nB == A(x')",
    codes: ["S021"],
  },
  {
    title: "a parameter primed two calls deep",
    units: "VARIABLE x\nA(p) == p' = 1\nB(q) == A(q)\nC == B(x')",
    codes: ["S021"],
  },
  { title: "UNCHANGED of an action", units: "VARIABLE x\nB == UNCHANGED (x')", codes: ["S020"] },
  { title: "ENABLED of an action", units: "VARIABLE x\nB == ENABLED (x' = 1)", codes: [] },
  { title: "ENABLED primed", units: "VARIABLE x\nB == (ENABLED (x' = 1))'", codes: [] },
  { title: "ENABLED of a temporal formula", units: "VARIABLE x\nB == ENABLED []<>(x = 1)", codes: ["S020"] },
  { title: "a state formula with box", units: "VARIABLE x\nB == [](x = 1)", codes: [] },
  { title: "an action with box", units: "VARIABLE x\nB == [](x' = 1)", codes: ["S023"] },
  { title: "an action with box and subscript", units: "VARIABLE x\nB == [][x' = 1]_x", codes: [] },
  { title: "an action with diamond", units: "VARIABLE x\nB == <>(x' = 1)", codes: ["S023"] },
  { title: "an action with diamond and angle brackets", units: "VARIABLE x\nB == <><<x' = 1>>_x", codes: [] },
  { title: "angle brackets with box", units: "VARIABLE x\nB == []<<x' = 1>>_x", codes: ["S023"] },
  {
    title: "an action that leads to something",
    units: "VARIABLE x\nB == (x' = 1) ~> (x = 1)",
    codes: ["S023"],
  },
  {
    title: "a state formula that leads to something",
    units: "VARIABLE x\nB == (x = 2) ~> (x = 1)",
    codes: [],
  },
  {
    title: "an action and a temporal formula",
    units: "VARIABLE x\nB == x' = 1 /\\ [](x = 1)",
    codes: ["S025"],
  },
  {
    title: "an action and a temporal formula in a list",
    units: "VARIABLE x\nB == /\\ x' = 1\n     /\\ <>(x = 1)",
    codes: ["S025"],
  },
  {
    title: "an action that implies a temporal formula",
    units: "VARIABLE x\nB == x' = 1 => <>(x = 1)",
    codes: ["S025"],
  },
  {
    title: "a specification",
    units:
      "EXTENDS Naturals\nVARIABLE x\nInit == x = 0\nNext == x' = x + 1\nSpec == Init /\\ [][Next]_x /\\ WF_x(Next)",
    codes: [],
  },
  { title: "fairness of a temporal formula", units: "VARIABLE x\nB == WF_x([](x = 1))", codes: ["S020"] },
  { title: "a subscript with a prime", units: "VARIABLE x\nB == [][x' = 1]_(x')", codes: ["S020"] },
  { title: "a set with a temporal formula", units: "VARIABLE x\nB == {[](x = 1)}", codes: ["S020"] },
  {
    title: "an equation of temporal formulas",
    units: "VARIABLE x\nB == ([](x = 1)) = TRUE",
    codes: ["S021"],
  },
  { title: "an equivalence of temporal formulas", units: "VARIABLE x\nB == ([](x = 1)) <=> TRUE", codes: [] },
  {
    title: "CHOOSE over a temporal formula",
    units: "VARIABLE x\nB == CHOOSE y \\in {1} : [](x = y)",
    codes: ["S020"],
  },
  {
    title: "a quantified temporal formula",
    units: "VARIABLE x\nB == \\A y \\in {1, 2} : [](x = y)",
    codes: [],
  },
  {
    title: "a quantified temporal formula with a primed bound",
    units: "VARIABLE x\nB == \\A y \\in x' : [](x = y)",
    codes: ["S029"],
  },
  {
    title: "a quantifier with a temporal bound",
    units: "VARIABLE x\nB == \\A y \\in [](x = 1) : TRUE",
    codes: ["S020"],
  },
  { title: "an assumption about a variable", units: "VARIABLE x\nASSUME x = 1", codes: ["S022"] },
  { title: "an assumption about a constant", units: "CONSTANT c\nASSUME c = 1", codes: [] },
  {
    title: "a recursive operator that primes its argument",
    units: "RECURSIVE F(_)\nF(x) == IF x' = 1 THEN 1 ELSE F(x)",
    codes: ["S028"],
  },
  {
    title: "a recursive operator of action level",
    units: "VARIABLE v\nRECURSIVE F(_)\nF(x) == IF x = 1 THEN v' = 1 ELSE F(x)\nB == F(1)'",
    codes: ["S020"],
  },
  {
    title: "mutual recursion through a level",
    units:
      "VARIABLE v\nRECURSIVE F(_), G(_)\nF(x) == IF x = 1 THEN TRUE ELSE G(x)\nG(x) == IF v' = 1 THEN F(x) ELSE TRUE\nB == F(1)'",
    codes: ["S020"],
  },
  {
    title: "an operator argument that primes its argument",
    units: "VARIABLE x\nA(F(_), y) == F(y)\nP(z) == z'\nB == A(P, x')",
    codes: ["S021"],
  },
  {
    title: "an operator argument that primes a variable",
    units: "VARIABLE x\nA(F(_), y) == F(y)\nP(z) == z'\nB == A(P, x)",
    codes: [],
  },
  {
    title: "an operator given an action inside",
    units: "VARIABLE x\nA(F(_)) == F(x')\nP(z) == z'\nB == A(P)",
    codes: ["S021"],
  },
  {
    title: "an operator passed on that is given an action",
    units: "VARIABLE x\nA(F(_)) == F(x')\nC(G(_)) == A(G)\nP(z) == z'\nB == C(P)",
    codes: ["S021"],
  },
  {
    title: "a LAMBDA that primes its argument",
    units: "VARIABLE x\nA(F(_), y) == F(y)\nB == A(LAMBDA z : z', x')",
    codes: ["S021"],
  },
  {
    title: "a LET definition that primes an outer parameter",
    units: "VARIABLE x\nA(p) == LET B == p' IN B\nC == A(x')",
    codes: ["S021"],
  },
  {
    title: "an unused LET definition that primes an outer parameter",
    units: "VARIABLE x\nA(p) == LET B == p' IN 1\nC == A(x')",
    codes: ["S021"],
  },
  { title: "@ of an action", units: "VARIABLE f\nB == [f' EXCEPT ![1] = @']", codes: ["S020"] },
  { title: "temporal quantification", units: "VARIABLE x\nB == \\EE y : [](x = y)", codes: [] },
  { title: "a temporal function value", units: "VARIABLE x\nB == [y \\in {1} |-> [](x = y)]", codes: [] },
  { title: "a temporal tuple", units: "VARIABLE x\nB == <<[](x = 1)>>", codes: ["S020"] },
  {
    title: "a theorem of any level",
    units: "VARIABLE x\nTHEOREM T == [](x = 1) => <>(x = 1)\nTHEOREM x' = 1",
    codes: [],
  },
  { title: "a theorem's name used", units: "THEOREM T == 1 = 1\nA == T", codes: [] },
];

export const instances: readonly ModuleCase[] = [
  {
    title: "explicit substitution",
    units: "EXTENDS Integers\nVARIABLE x\nI == INSTANCE A WITH c <- 1, v <- x\nB == I!Init /\\ I!Step(2)",
    codes: [],
    modules: withPlus,
  },
  {
    title: "implicit substitution",
    units: "CONSTANT c\nVARIABLE v\nI == INSTANCE A\nB == I!Init",
    codes: [],
    modules: withPlus,
  },
  {
    title: "a missing substitution",
    units: "CONSTANT c\nI == INSTANCE A",
    codes: ["S008"],
    modules: withPlus,
  },
  {
    title: "a substitution for no declared name",
    units: "I == INSTANCE A WITH c <- 1, v <- 2, w <- 3",
    codes: ["S007"],
    modules: withPlus,
  },
  {
    title: "a substitution twice",
    units: "I == INSTANCE A WITH c <- 1, v <- 2, c <- 3",
    codes: ["S007"],
    modules: withPlus,
  },
  {
    title: "an error in the instanced module",
    units: "CONSTANT c\nVARIABLE v\nI == INSTANCE A",
    codes: ["S001"],
    modules: inner,
  },
  {
    title: "a name that the module does not define",
    units: "CONSTANT c\nVARIABLE v\nI == INSTANCE A\nB == I!Nothing",
    codes: ["S001"],
    modules: withPlus,
  },
  {
    title: "a LOCAL name of the module",
    units: "CONSTANT c\nVARIABLE v\nI == INSTANCE A\nB == I!Hidden",
    codes: ["S001"],
    modules: withPlus,
  },
  {
    title: "a declared name of the module",
    units: "CONSTANT c\nVARIABLE v\nI == INSTANCE A\nB == I!v",
    codes: ["S001"],
    modules: withPlus,
  },
  {
    title: "an instance as an expression",
    units: "CONSTANT c\nVARIABLE v\nI == INSTANCE A\nB == I",
    codes: ["S010"],
    modules: withPlus,
  },
  { title: "! behind something else", units: "A == 1\nB == A!Init", codes: ["S010"] },
  {
    title: "a parameterised instance",
    units: "VARIABLE x\nI(k) == INSTANCE A WITH c <- k, v <- x\nB == I(3)!Init",
    codes: [],
    modules: withPlus,
  },
  {
    title: "a parameterised instance without argument",
    units: "VARIABLE x\nI(k) == INSTANCE A WITH c <- k, v <- x\nB == I!Init",
    codes: ["S003"],
    modules: withPlus,
  },
  {
    title: "a parameterised instance with an argument too many",
    units: "VARIABLE x\nI(k) == INSTANCE A WITH c <- k, v <- x\nB == I(1, 2)!Init",
    codes: ["S003"],
    modules: withPlus,
  },
  {
    title: "a nameless instance",
    units: "VARIABLE x\nINSTANCE A WITH c <- 1, v <- x\nB == Init /\\ Step(2)",
    codes: [],
    modules: withPlus,
  },
  {
    title: "a nameless instance that brings a name again",
    units: "VARIABLE x\nInit == x = 1\nINSTANCE A WITH c <- 1, v <- x",
    codes: [],
    modules: withPlus,
  },
  {
    title: "a nameless instance that brings another kind of name",
    units: "VARIABLES x, Init\nINSTANCE A WITH c <- 1, v <- x",
    codes: ["S002"],
    modules: withPlus,
  },
  {
    title: "a definition of a name that a nameless instance brought",
    units: "VARIABLE x\nINSTANCE A WITH c <- 1, v <- x\nInit == 1",
    codes: ["S002"],
    modules: withPlus,
  },
  {
    title: "a variable that stands for a constant",
    units: "VARIABLE x\nI == INSTANCE A WITH c <- x, v <- x",
    codes: ["S027"],
    modules: withPlus,
  },
  {
    title: "an action that stands for a variable",
    units: "VARIABLE x\nI == INSTANCE A WITH c <- 1, v <- x'",
    codes: ["S027"],
    modules: withPlus,
  },
  {
    title: "a constant that stands for a variable",
    units: "I == INSTANCE A WITH c <- 1, v <- 2\nB == I!Step(1)",
    codes: [],
    modules: withPlus,
  },
  {
    title: "a parameter that stands for a variable, given an action",
    units: "VARIABLE x\nI(y) == INSTANCE A WITH c <- 1, v <- y\nB == I(x')!Init",
    codes: ["S021"],
    modules: withPlus,
  },
  {
    title: "a variable for the constant of a constant module",
    units: "VARIABLE x\nG(a) == a\nI == INSTANCE C WITH c <- x, F <- G",
    codes: [],
    modules: constantOnly,
  },
  {
    title: "an action for the constant of a constant module",
    units: "VARIABLE x\nG(a) == a\nI == INSTANCE C WITH c <- x', F <- G",
    codes: [],
    modules: constantOnly,
  },
  {
    title: "an expression for an operator constant",
    units: "I == INSTANCE C WITH c <- 1, F <- 2",
    codes: ["S004"],
    modules: constantOnly,
  },
  {
    title: "an operator of the wrong arity for an operator constant",
    units: "G(a, b) == a\nI == INSTANCE C WITH c <- 1, F <- G",
    codes: ["S004"],
    modules: constantOnly,
  },
  {
    title: "a LAMBDA for an operator constant",
    units: "I == INSTANCE C WITH c <- 1, F <- LAMBDA a : a\nB == I!Applied",
    codes: [],
    modules: constantOnly,
  },
  {
    title: "a constant module with a prime",
    units: "VARIABLE x\nG(a) == a\nI == INSTANCE C WITH c <- x, F <- G",
    codes: ["S027"],
    modules: constantModule,
  },
  {
    title: "an operator that primes its argument for an operator constant",
    units: "G(a) == a'\nI == INSTANCE C WITH c <- 1, F <- G",
    codes: ["S027"],
    modules: constantOnly,
  },
  {
    title: "an operator that asks whether its argument is enabled for an operator constant",
    units: "G(a) == ENABLED a\nH(b) == G(b)\nI == INSTANCE C WITH c <- 1, F <- H",
    codes: ["S027"],
    modules: constantOnly,
  },
  {
    title: "an operator of a parameterised instance passed with its parameter open",
    units: "Two(F(_, _)) == F(1, 2)\nI(a) == INSTANCE P WITH k <- a\nB == Two(I!G)",
    codes: [],
    modules: { P: "---- MODULE P ----\nCONSTANT k\nG(x) == <<k, x>>\n====" },
  },
  { title: "an instance of no module", units: "I == INSTANCE Nowhere", codes: ["M001"] },
  {
    title: "an instance in a LET",
    units: "VARIABLE x\nB(k) == LET I == INSTANCE A WITH c <- k, v <- x IN I!Init",
    codes: [],
    modules: withPlus,
  },
  {
    title: "an instance in a LET given a variable for a constant",
    units: "VARIABLE x\nB(k) == LET I == INSTANCE A WITH c <- k, v <- x IN I!Init\nD == B(x)",
    codes: ["S021"],
    modules: withPlus,
  },
  {
    title: "the same module by two ways",
    units: "EXTENDS P, Q\nB == X",
    codes: [],
    modules: {
      P: "---- MODULE P ----\nEXTENDS R\n====",
      Q: "---- MODULE Q ----\nEXTENDS R\n====",
      R: "---- MODULE R ----\nX == 1\n====",
    },
  },
  {
    title: "two definitions of a name by two ways",
    units: "EXTENDS P, Q\nB == X",
    codes: [],
    modules: { P: "---- MODULE P ----\nX == 1\n====", Q: "---- MODULE Q ----\nX == 2\n====" },
  },
  {
    title: "two kinds of a name by two ways",
    units: "EXTENDS P, Q",
    codes: ["S002"],
    modules: { P: "---- MODULE P ----\nX == 1\n====", Q: "---- MODULE Q ----\nVARIABLE X\n====" },
  },
  {
    title: "definitions with different arities by two ways",
    units: "EXTENDS P, Q\nB == X",
    codes: [],
    modules: { P: "---- MODULE P ----\nX == 1\n====", Q: "---- MODULE Q ----\nX(a) == 2\n====" },
  },
  {
    title: "a nameless instance that brings a name with another arity",
    units: "VARIABLE x\nInit(a) == x = a\nINSTANCE A WITH c <- 1, v <- x",
    codes: ["S002"],
    modules: withPlus,
  },
  {
    title: "two variables of one name by two ways",
    units: "EXTENDS P, Q",
    codes: [],
    modules: { P: "---- MODULE P ----\nVARIABLE X\n====", Q: "---- MODULE Q ----\nVARIABLE X\n====" },
  },
  {
    title: "a LOCAL definition of an extended module",
    units: "EXTENDS P\nB == X",
    codes: ["S001"],
    modules: { P: "---- MODULE P ----\nLOCAL X == 1\n====" },
  },
  {
    title: "a nested module",
    units:
      "VARIABLE x\n---- MODULE N ----\nVARIABLE y\nInit == x = y\n====\nI == INSTANCE N WITH y <- x\nB == I!Init",
    codes: [],
  },
  {
    title: "a nested module that sees later names",
    units: "---- MODULE N ----\nInit == x = 1\n====\nx == 1",
    codes: ["S001"],
  },
  {
    title: "a nested module's names from outside",
    units: "---- MODULE N ----\nInit == 1\n====\nB == Init",
    codes: ["S001"],
  },
  {
    title: "instances through instances",
    units: "VARIABLE x\nI == INSTANCE P WITH y <- x\nB == I!J!Init",
    codes: [],
    modules: { ...withPlus, P: "---- MODULE P ----\nVARIABLE y\nJ == INSTANCE A WITH c <- 1, v <- y\n====" },
  },
  {
    title: "an operator of a standard module through an instance",
    units: "S == INSTANCE Sequences\nB == S!Len(<<1>>)",
    codes: [],
  },
];
