/** The text of module QuorumTheorems: theorems for proofs, without proofs of their own. */
export const quorumTheorems = String.raw`---- MODULE QuorumTheorems ----
\* Quorum systems.
EXTENDS Quorum, Integers, FiniteSets

THEOREM QuorumsIntersect == \A S : \A System \in QuorumSystem(S) : \A A, B \in System : \E x \in S : x \in A \cap B

THEOREM QuorumSuperset ==
  \A S : \A System \in QuorumSystem(S) : \A A \in System, B \in SUBSET S : A \subseteq B => B \in System

THEOREM MajoritiesQuorumSystem ==
  \A S : IsFiniteSet(S) /\ S # {} => {A \in SUBSET S : 2 * Cardinality(A) > Cardinality(S)} \in QuorumSystem(S)
====
`;
