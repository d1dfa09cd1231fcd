/** The text of module BagsTheorems: definitions, and theorems for proofs, without proofs of their own. */
export const bagsTheorems = String.raw`---- MODULE BagsTheorems ----
\* Bags: their order, sums, differences and multiples.
EXTENDS Bags
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences
LOCAL INSTANCE FiniteSets

\* Each copy n times, and the bag of a sequence's elements.
Scaling(n, B) == IF n > 0 THEN [e \in DOMAIN B |-> n * B[e]] ELSE EmptyBag
SeqToBag(seq) == [e \in {seq[i] : i \in DOMAIN seq} |-> Cardinality({i \in DOMAIN seq : seq[i] = e})]

\* ---- The order of bags ----

THEOREM Bags_SqsubsetPO_Reflexivity == \A B : IsABag(B) => B \sqsubseteq B
THEOREM Bags_SqsubseteqPO_AntiSymmetry ==
  \A A, B : IsABag(A) /\ IsABag(B) /\ A \sqsubseteq B /\ B \sqsubseteq A => A = B
THEOREM Bags_SqsubseteqPO_Transitivity ==
  \A A, B, C : IsABag(A) /\ IsABag(B) /\ IsABag(C) /\ A \sqsubseteq B /\ B \sqsubseteq C => A \sqsubseteq C

\* ---- Particular bags ----

THEOREM Bags_EmptyBag ==
  \A B : IsABag(B) =>
    /\ IsABag(EmptyBag)
    /\ B = EmptyBag <=> DOMAIN B = {}
    /\ DOMAIN EmptyBag = {}
    /\ EmptyBag \sqsubseteq B
    /\ \A e : ~BagIn(e, EmptyBag)
THEOREM Bags_Scaling ==
  \A B : IsABag(B) => \A m, n \in Nat :
    /\ IsABag(Scaling(n, B))
    /\ Scaling(n, EmptyBag) = EmptyBag
    /\ Scaling(0, B) = EmptyBag
    /\ Scaling(1, B) = B
    /\ Scaling(n * m, B) = Scaling(n, Scaling(m, B))
    /\ n > 0 => DOMAIN Scaling(n, B) = DOMAIN B
THEOREM Bags_Inverse == \A S : BagToSet(SetToBag(S)) = S
THEOREM Bags_Inverse1 == \A B : IsABag(B) => SetToBag(BagToSet(B)) \sqsubseteq B
THEOREM Bags_SetToBagEquality == \A S, T : SetToBag(S) = SetToBag(T) <=> S = T
THEOREM Bags_SetToBagIsABag == \A S : IsABag(SetToBag(S))
THEOREM Bags_IsABagSeqToBag == \A S : \A s \in Seq(S) : IsABag(SeqToBag(s))

\* ---- Sums and differences ----

THEOREM Bags_Union ==
  \A A, B : IsABag(A) /\ IsABag(B) =>
    /\ IsABag(A (+) B)
    /\ DOMAIN (A (+) B) = DOMAIN A \cup DOMAIN B
    /\ \A e : CopiesIn(e, A (+) B) = CopiesIn(e, A) + CopiesIn(e, B)
THEOREM Bags_Difference ==
  \A A, B : IsABag(A) /\ IsABag(B) =>
    /\ IsABag(A (-) B)
    /\ DOMAIN (A (-) B) = {e \in DOMAIN A : e \in DOMAIN B => A[e] > B[e]}
    /\ \A e : CopiesIn(e, A (-) B) = IF BagIn(e, A (-) B) THEN CopiesIn(e, A) - CopiesIn(e, B) ELSE 0
THEOREM Bags_UnionCommutative == \A A, B : IsABag(A) /\ IsABag(B) => A (+) B = B (+) A
THEOREM Bags_UnionAssociative ==
  \A A, B, C : IsABag(A) /\ IsABag(B) /\ IsABag(C) => A (+) (B (+) C) = (A (+) B) (+) C
THEOREM Bags_UnionSqSubset == \A A, B : IsABag(A) /\ IsABag(B) => A \sqsubseteq (A (+) B)
THEOREM Bags_ScalingMonotonic ==
  \A B : IsABag(B) => \A m, n \in Nat : m <= n => Scaling(m, B) \sqsubseteq Scaling(n, B)
THEOREM Bags_DifferenceSqsubset == \A A, B : IsABag(A) /\ IsABag(B) => (A (-) B) \sqsubseteq A
THEOREM Bags_EmptyBagOperations == \A B : IsABag(B) => B (+) EmptyBag = B /\ B (-) EmptyBag = B

\* ---- Numbers of copies ----

THEOREM Bags_CopiesInBagsInMonotone ==
  \A A, B, e : IsABag(A) /\ IsABag(B) /\ A \sqsubseteq B =>
    (BagIn(e, A) => BagIn(e, B)) /\ CopiesIn(e, A) <= CopiesIn(e, B)
THEOREM Bags_CopiesInScaling ==
  \A B, e : \A n \in Nat : IsABag(B) => CopiesIn(e, Scaling(n, B)) = n * CopiesIn(e, B)
THEOREM Bags_CopiesInSetToBag == \A S, e : CopiesIn(e, SetToBag(S)) = IF e \in S THEN 1 ELSE 0
====
`;
