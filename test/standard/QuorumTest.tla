---- MODULE QuorumTest ----
EXTENDS Quorum, Integers, FiniteSets

ASSUME QuorumSystem({}) = {}
ASSUME QuorumSystem({1}) = {{{1}}}
ASSUME QuorumSystem({1, 2}) = {{{1, 2}}, {{1}, {1, 2}}, {{2}, {1, 2}}}
ASSUME {S \in SUBSET (1 .. 3) : Cardinality(S) > 1} \in QuorumSystem(1 .. 3)
ASSUME {{1}, {2}} \notin QuorumSystem({1, 2}) /\ {{1}} \notin QuorumSystem({1, 2})
ASSUME Cardinality(QuorumSystem(1 .. 3)) = 11
ASSUME \A Q \in QuorumSystem(1 .. 3) : 1 .. 3 \in Q
ASSUME RefusedNumber == QuorumSystem(1) = {}
====
