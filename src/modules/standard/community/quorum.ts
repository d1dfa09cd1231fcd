/** The text of module Quorum. */
export const quorum = String.raw`---- MODULE Quorum ----
\* The quorum systems over S: sets of subsets, at least one, of which any two meet and that contain each superset of
\* one of theirs.
QuorumSystem(S) ==
  {Q \in SUBSET SUBSET S :
     /\ Q # {}
     /\ \A A, B \in Q : A \cap B # {}
     /\ \A A, B \in SUBSET S : A \in Q /\ A \subseteq B => B \in Q}
====
`;
