/** The text of module NaturalsInduction: definitions, and theorems for proofs, without proofs of their own. */
export const naturalsInduction = String.raw`---- MODULE NaturalsInduction ----
\* Induction over the natural numbers, and functions on them that are defined by recursion.
EXTENDS Integers

\* ---- Induction: by steps of one, down to 0, over all smaller numbers, by the smallest example ----

THEOREM NatInduction ==
  ASSUME NEW P(_), P(0), \A k \in Nat : P(k) => P(k + 1)
  PROVE  \A k \in Nat : P(k)

THEOREM DownwardNatInduction ==
  ASSUME NEW P(_), NEW top \in Nat, P(top), \A k \in 1 .. top : P(k) => P(k - 1)
  PROVE  P(0)

THEOREM GeneralNatInduction ==
  ASSUME NEW P(_), \A k \in Nat : (\A j \in 0 .. k - 1 : P(j)) => P(k)
  PROVE  \A k \in Nat : P(k)

THEOREM SmallestNatural ==
  ASSUME NEW P(_), NEW k \in Nat, P(k)
  PROVE  \E least \in Nat : P(least) /\ \A j \in 0 .. least - 1 : ~P(j)

\* ---- Functions whose value at n is determined by those at smaller numbers ----

THEOREM RecursiveFcnOfNat ==
  ASSUME NEW Def(_, _),
         ASSUME NEW k \in Nat, NEW g, NEW h, \A j \in 0 .. k - 1 : g[j] = h[j]
         PROVE  Def(g, k) = Def(h, k)
  PROVE  LET f[k \in Nat] == Def(f, k) IN f = [k \in Nat |-> Def(f, k)]

THEOREM RecursiveFcnOfNatType ==
  ASSUME NEW f, NEW S, NEW Def(_, _), f = [k \in Nat |-> Def(f, k)],
         ASSUME NEW k \in Nat, NEW g, \A j \in 0 .. k - 1 : g[j] \in S
         PROVE  Def(g, k) \in S
  PROVE  f \in [Nat -> S]

THEOREM RecursiveFcnOfNatUnique ==
  ASSUME NEW Def(_, _), NEW f, NEW g,
         f = [k \in Nat |-> Def(f, k)],
         g = [k \in Nat |-> Def(g, k)],
         ASSUME NEW k \in Nat, NEW u, NEW v, \A j \in 0 .. k - 1 : u[j] = v[j]
         PROVE  Def(u, k) = Def(v, k)
  PROVE  f = g

\* ---- Functions defined by a first value and the step from n - 1 to n ----

NatInductiveDefHypothesis(f, f0, Def(_, _)) ==
  f = CHOOSE g : g = [k \in Nat |-> IF k = 0 THEN f0 ELSE Def(g[k - 1], k)]
NatInductiveDefConclusion(f, f0, Def(_, _)) ==
  f = [k \in Nat |-> IF k = 0 THEN f0 ELSE Def(f[k - 1], k)]

THEOREM NatInductiveDef ==
  ASSUME NEW Def(_, _), NEW f, NEW f0, NatInductiveDefHypothesis(f, f0, Def)
  PROVE  NatInductiveDefConclusion(f, f0, Def)

THEOREM NatInductiveDefType ==
  ASSUME NEW Def(_, _), NEW S, NEW f, NEW f0 \in S, NatInductiveDefConclusion(f, f0, Def),
         \A e \in S, k \in Nat \ {0} : Def(e, k) \in S
  PROVE  f \in [Nat -> S]

THEOREM NatInductiveUnique ==
  ASSUME NEW Def(_, _), NEW f, NEW g, NEW f0,
         NatInductiveDefConclusion(f, f0, Def), NatInductiveDefConclusion(g, f0, Def)
  PROVE  f = g

\* The same on an interval m .. n.
FiniteNatInductiveDefHypothesis(f, c, Def(_, _), m, n) ==
  f = CHOOSE g : g = [k \in m .. n |-> IF k = m THEN c ELSE Def(g[k - 1], k)]
FiniteNatInductiveDefConclusion(f, c, Def(_, _), m, n) ==
  f = [k \in m .. n |-> IF k = m THEN c ELSE Def(f[k - 1], k)]

THEOREM FiniteNatInductiveDef ==
  ASSUME NEW Def(_, _), NEW f, NEW c, NEW m \in Nat, NEW n \in Nat,
         FiniteNatInductiveDefHypothesis(f, c, Def, m, n)
  PROVE  FiniteNatInductiveDefConclusion(f, c, Def, m, n)

THEOREM FiniteNatInductiveDefType ==
  ASSUME NEW S, NEW Def(_, _), NEW f, NEW c \in S, NEW m \in Nat, NEW n \in Nat,
         FiniteNatInductiveDefConclusion(f, c, Def, m, n),
         \A e \in S, k \in m + 1 .. n : Def(e, k) \in S
  PROVE  f \in [m .. n -> S]

THEOREM FiniteNatInductiveUnique ==
  ASSUME NEW Def(_, _), NEW f, NEW g, NEW c, NEW m \in Nat, NEW n \in Nat,
         FiniteNatInductiveDefConclusion(f, c, Def, m, n), FiniteNatInductiveDefConclusion(g, c, Def, m, n)
  PROVE  f = g
====
`;
