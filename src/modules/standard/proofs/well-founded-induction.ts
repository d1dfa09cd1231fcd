/** The text of module WellFoundedInduction: definitions, and theorems for proofs, without proofs of their own. */
export const wellFoundedInduction = String.raw`---- MODULE WellFoundedInduction ----
\* Relations, as sets of pairs, without infinite descending chains; induction and recursion along them.
EXTENDS NaturalsInduction

IsTransitivelyClosedOn(R, S) == \A a, b, c \in S : <<a, b>> \in R /\ <<b, c>> \in R => <<a, c>> \in R

IsWellFoundedOn(R, S) == ~\E chain \in [Nat -> S] : \A k \in Nat : <<chain[k + 1], chain[k]>> \in R

\* What lies below x.
SetLessThan(x, R, S) == {y \in S : <<y, x>> \in R}

\* ---- Well-founded relations ----

LEMMA EmptyIsWellFounded == \A S : IsWellFoundedOn({}, S)

LEMMA IsWellFoundedOnSubset == \A R, S : \A T \in SUBSET S : IsWellFoundedOn(R, S) => IsWellFoundedOn(R, T)

LEMMA IsWellFoundedOnSubrelation ==
  \A S, R, Q : Q \cap (S \X S) \subseteq R /\ IsWellFoundedOn(R, S) => IsWellFoundedOn(Q, S)

\* A relation is well-founded if and only if every set that is not empty has a least element.
THEOREM WFMin ==
  \A R, S, T :
    IsWellFoundedOn(R, S) /\ T \subseteq S /\ T # {} => \E least \in T : \A y \in T : <<y, least>> \notin R

THEOREM MinWF ==
  \A R, S :
    (\A T \in SUBSET S : T # {} => \E least \in T : \A y \in T : <<y, least>> \notin R) => IsWellFoundedOn(R, S)

LEMMA WellFoundedIsIrreflexive == \A R, S : IsWellFoundedOn(R, S) => \A x \in S : <<x, x>> \notin R

LEMMA WellFoundedIsAsymmetric ==
  \A R, S : IsWellFoundedOn(R, S) => \A x, y \in S : ~(<<x, y>> \in R /\ <<y, x>> \in R)

LEMMA WFSetLessThanIrreflexive == \A R, S : IsWellFoundedOn(R, S) => \A x \in S : x \notin SetLessThan(x, R, S)

LEMMA SetLessTransitive ==
  \A R, S :
    IsTransitivelyClosedOn(R, S)
      => \A x \in S : \A y \in SetLessThan(x, R, S) : SetLessThan(y, R, S) \subseteq SetLessThan(x, R, S)

\* ---- Induction and recursion ----

THEOREM WFInduction ==
  ASSUME NEW P(_), NEW R, NEW S, IsWellFoundedOn(R, S),
         \A x \in S : (\A y \in SetLessThan(x, R, S) : P(y)) => P(x)
  PROVE  \A x \in S : P(x)

\* Def(f, x) depends on the values of f below x only.
WFDefOn(R, S, Def(_, _)) ==
  \A f, g : \A x \in S : (\A y \in SetLessThan(x, R, S) : f[y] = g[y]) => Def(f, x) = Def(g, x)

OpDefinesFcn(f, S, Def(_, _)) == f = CHOOSE g : g = [x \in S |-> Def(g, x)]
WFInductiveDefines(f, S, Def(_, _)) == f = [x \in S |-> Def(f, x)]
WFInductiveUnique(S, Def(_, _)) ==
  \A f, g : WFInductiveDefines(f, S, Def) /\ WFInductiveDefines(g, S, Def) => f = g

THEOREM WFDefOnUnique ==
  ASSUME NEW Def(_, _), NEW R, NEW S, IsWellFoundedOn(R, S), WFDefOn(R, S, Def)
  PROVE  WFInductiveUnique(S, Def)

LEMMA WFInductiveDefLemma ==
  ASSUME NEW Def(_, _), NEW R, NEW S, NEW f, IsWellFoundedOn(R, S), IsTransitivelyClosedOn(R, S),
         WFDefOn(R, S, Def), OpDefinesFcn(f, S, Def)
  PROVE  WFInductiveDefines(f, S, Def)

\* ---- The transitive closure ----

TransitiveClosureOn(R, S) ==
  {p \in S \X S : \A U \in SUBSET (S \X S) : R \cap (S \X S) \subseteq U /\ IsTransitivelyClosedOn(U, S) => p \in U}

LEMMA TransitiveClosureThm ==
  \A R, S :
    /\ R \cap (S \X S) \subseteq TransitiveClosureOn(R, S)
    /\ IsTransitivelyClosedOn(TransitiveClosureOn(R, S), S)

LEMMA TransitiveClosureMinimal ==
  \A R, S : \A U \in SUBSET (S \X S) :
    R \cap (S \X S) \subseteq U /\ IsTransitivelyClosedOn(U, S) => TransitiveClosureOn(R, S) \subseteq U

LEMMA TCTCTC ==
  \A R, S : \A a, b, c \in S :
    <<a, b>> \in TransitiveClosureOn(R, S) /\ <<b, c>> \in TransitiveClosureOn(R, S)
      => <<a, c>> \in TransitiveClosureOn(R, S)

LEMMA TCRTC ==
  \A R, S : \A a, b, c \in S :
    <<a, b>> \in TransitiveClosureOn(R, S) /\ <<b, c>> \in R => <<a, c>> \in TransitiveClosureOn(R, S)

LEMMA RTCTC ==
  \A R, S : \A a, b, c \in S :
    <<a, b>> \in R /\ <<b, c>> \in TransitiveClosureOn(R, S) => <<a, c>> \in TransitiveClosureOn(R, S)

LEMMA TransitiveClosureChopLast ==
  \A R, S : \A a, c \in S :
    <<a, c>> \in TransitiveClosureOn(R, S)
      => \E b \in S : <<b, c>> \in R /\ (a = b \/ <<a, b>> \in TransitiveClosureOn(R, S))

THEOREM TransitiveClosureWF == \A R, S : IsWellFoundedOn(R, S) => IsWellFoundedOn(TransitiveClosureOn(R, S), S)

THEOREM WFInductiveDef ==
  ASSUME NEW Def(_, _), NEW R, NEW S, NEW f, IsWellFoundedOn(R, S), WFDefOn(R, S, Def), OpDefinesFcn(f, S, Def)
  PROVE  WFInductiveDefines(f, S, Def)

THEOREM WFInductiveDefType ==
  ASSUME NEW Def(_, _), NEW f, NEW R, NEW S, NEW T, T # {}, IsWellFoundedOn(R, S), WFDefOn(R, S, Def),
         WFInductiveDefines(f, S, Def), \A g \in [S -> T], x \in S : Def(g, x) \in T
  PROVE  f \in [S -> T]

\* ---- Well-founded relations made from others ----

OpToRel(_\prec_, S) == {p \in S \X S : p[1] \prec p[2]}
PreImage(f(_), S, R) == {p \in S \X S : <<f(p[1]), f(p[2])>> \in R}

THEOREM NatLessThanWellFounded == IsWellFoundedOn(OpToRel(<, Nat), Nat)

THEOREM PreImageWellFounded ==
  ASSUME NEW S, NEW T, NEW R, NEW f(_), \A x \in S : f(x) \in T, IsWellFoundedOn(R, T)
  PROVE  IsWellFoundedOn(PreImage(f, S, R), S)

\* Pairs, and sequences of length n, by the first place where they differ.
LexPairOrdering(R1, R2, S1, S2) ==
  {p \in (S1 \X S2) \X (S1 \X S2) :
     <<p[1][1], p[2][1]>> \in R1 \/ (p[1][1] = p[2][1] /\ <<p[1][2], p[2][2]>> \in R2)}

THEOREM WFLexPairOrdering ==
  \A R1, R2, S1, S2 :
    IsWellFoundedOn(R1, S1) /\ IsWellFoundedOn(R2, S2)
      => IsWellFoundedOn(LexPairOrdering(R1, R2, S1, S2), S1 \X S2)

LexProductOrdering(R, S, n) ==
  {p \in [1 .. n -> S] \X [1 .. n -> S] :
     \E k \in 1 .. n : (\A j \in 1 .. k - 1 : p[1][j] = p[2][j]) /\ <<p[1][k], p[2][k]>> \in R}

THEOREM WFLexProductOrdering ==
  \A R, S : \A n \in Nat : IsWellFoundedOn(R, S) => IsWellFoundedOn(LexProductOrdering(R, S, n), [1 .. n -> S])
====
`;
