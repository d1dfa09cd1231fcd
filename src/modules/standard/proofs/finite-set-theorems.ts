/** The text of module FiniteSetTheorems: definitions, and theorems for proofs, without proofs of their own. */
export const finiteSetTheorems = String.raw`---- MODULE FiniteSetTheorems ----
\* Finite sets and their cardinalities.
EXTENDS FiniteSets, Integers, Functions, WellFoundedInduction

\* ---- Counting ----

LEMMA FS_NatSurjection == \A S : IsFiniteSet(S) <=> \E n \in Nat : ExistsSurjection(1 .. n, S)
LEMMA FS_NatBijection == \A S : IsFiniteSet(S) <=> \E n \in Nat : ExistsBijection(1 .. n, S)
LEMMA FS_CountingElements == \A S : \A n \in Nat : ExistsBijection(1 .. n, S) => Cardinality(S) = n

THEOREM FS_SurjCardinalityBound == \A S : \A n \in Nat : ExistsSurjection(1 .. n, S) => Cardinality(S) <= n

THEOREM FS_CardinalityType ==
  \A S : IsFiniteSet(S) => Cardinality(S) \in Nat /\ ExistsBijection(1 .. Cardinality(S), S)

\* ---- Functions between finite sets ----

THEOREM FS_Bijection ==
  \A S, T : IsFiniteSet(S) /\ ExistsBijection(S, T) => IsFiniteSet(T) /\ Cardinality(T) = Cardinality(S)

THEOREM FS_SameCardinalityBij ==
  \A S, T : IsFiniteSet(S) /\ IsFiniteSet(T) /\ Cardinality(S) = Cardinality(T) => ExistsBijection(S, T)

THEOREM FS_SurjSameCardinalityImpliesInj ==
  \A S, T : IsFiniteSet(S) /\ Cardinality(S) = Cardinality(T) => Surjection(S, T) \subseteq Injection(S, T)

THEOREM FS_Surjection ==
  \A S, T : \A f \in Surjection(S, T) :
    IsFiniteSet(S) =>
      /\ IsFiniteSet(T)
      /\ Cardinality(T) <= Cardinality(S)
      /\ f \in Injection(S, T) <=> Cardinality(T) = Cardinality(S)

THEOREM FS_Image ==
  ASSUME NEW S, IsFiniteSet(S), NEW Op(_)
  PROVE  LET Image == {Op(x) : x \in S} IN IsFiniteSet(Image) /\ Cardinality(Image) <= Cardinality(S)

THEOREM FS_Injection ==
  \A S, T : \A f \in Injection(S, T) :
    IsFiniteSet(T) =>
      /\ IsFiniteSet(S)
      /\ Cardinality(S) <= Cardinality(T)
      /\ f \in Surjection(S, T) <=> Cardinality(S) = Cardinality(T)

THEOREM FS_PigeonHole ==
  \A S, T :
    IsFiniteSet(S) /\ IsFiniteSet(T) /\ Cardinality(T) < Cardinality(S)
      => \A f \in [S -> T] : \E x, y \in S : x # y /\ f[x] = f[y]

\* ---- Elements ----

THEOREM FS_EmptySet ==
  IsFiniteSet({}) /\ Cardinality({}) = 0 /\ \A S : IsFiniteSet(S) => (S = {} <=> Cardinality(S) = 0)

THEOREM FS_AddElement ==
  \A S, x :
    IsFiniteSet(S) =>
      /\ IsFiniteSet(S \cup {x})
      /\ Cardinality(S \cup {x}) = Cardinality(S) + (IF x \in S THEN 0 ELSE 1)

THEOREM FS_RemoveElement ==
  \A S, x :
    IsFiniteSet(S) =>
      /\ IsFiniteSet(S \ {x})
      /\ Cardinality(S \ {x}) = Cardinality(S) - (IF x \in S THEN 1 ELSE 0)

THEOREM FS_Singleton ==
  /\ \A x : IsFiniteSet({x}) /\ Cardinality({x}) = 1
  /\ \A S : IsFiniteSet(S) => ((\E x : S = {x}) <=> Cardinality(S) = 1)

THEOREM FS_Subset ==
  \A S : IsFiniteSet(S) =>
    \A T \in SUBSET S :
      /\ IsFiniteSet(T)
      /\ Cardinality(T) <= Cardinality(S)
      /\ Cardinality(T) = Cardinality(S) => T = S

THEOREM FS_Interval ==
  \A a, b \in Int : IsFiniteSet(a .. b) /\ Cardinality(a .. b) = IF a <= b THEN b - a + 1 ELSE 0

THEOREM FS_BoundedSetOfNaturals ==
  \A S \in SUBSET Nat : \A n \in Nat : (\A x \in S : x <= n) => IsFiniteSet(S) /\ Cardinality(S) <= n + 1

\* ---- Induction ----

THEOREM FS_Induction ==
  ASSUME NEW S, IsFiniteSet(S), NEW P(_), P({}),
         ASSUME NEW T \in SUBSET S, IsFiniteSet(T), P(T), NEW x \in S \ T
         PROVE  P(T \cup {x})
  PROVE  P(S)

FiniteSubsetsOf(S) == {T \in SUBSET S : IsFiniteSet(T)}
StrictSubsetOrdering(S) == {p \in (SUBSET S) \X (SUBSET S) : p[1] \subseteq p[2] /\ p[1] # p[2]}

LEMMA FS_FiniteSubsetsOfFinite == \A S : IsFiniteSet(S) => FiniteSubsetsOf(S) = SUBSET S

THEOREM FS_StrictSubsetOrderingWellFounded == \A S : IsWellFoundedOn(StrictSubsetOrdering(S), FiniteSubsetsOf(S))

THEOREM FS_WFInduction ==
  ASSUME NEW P(_), NEW S, IsFiniteSet(S),
         ASSUME NEW T \in SUBSET S, \A U \in (SUBSET T) \ {T} : P(U)
         PROVE  P(T)
  PROVE  P(S)

\* ---- Sets made from finite sets ----

THEOREM FS_Union ==
  \A S, T :
    IsFiniteSet(S) /\ IsFiniteSet(T) =>
      /\ IsFiniteSet(S \cup T)
      /\ Cardinality(S \cup T) = Cardinality(S) + Cardinality(T) - Cardinality(S \cap T)

THEOREM FS_MajoritiesIntersect ==
  \A U, S, T :
    /\ IsFiniteSet(U)
    /\ S \subseteq U
    /\ T \subseteq U
    /\ Cardinality(S) + Cardinality(T) > Cardinality(U)
    => S \cap T # {}

THEOREM FS_Intersection ==
  \A S, T :
    IsFiniteSet(S) =>
      /\ IsFiniteSet(S \cap T) /\ Cardinality(S \cap T) <= Cardinality(S)
      /\ IsFiniteSet(T \cap S) /\ Cardinality(T \cap S) <= Cardinality(S)

THEOREM FS_Difference ==
  \A S, T : IsFiniteSet(S) => IsFiniteSet(S \ T) /\ Cardinality(S \ T) = Cardinality(S) - Cardinality(S \cap T)

THEOREM FS_UNION == \A S : IsFiniteSet(S) /\ (\A T \in S : IsFiniteSet(T)) => IsFiniteSet(UNION S)

THEOREM FS_Product ==
  \A S, T :
    IsFiniteSet(S) /\ IsFiniteSet(T) => IsFiniteSet(S \X T) /\ Cardinality(S \X T) = Cardinality(S) * Cardinality(T)

THEOREM FS_SUBSET == \A S : IsFiniteSet(S) => IsFiniteSet(SUBSET S) /\ Cardinality(SUBSET S) = 2 ^ Cardinality(S)
====
`;
