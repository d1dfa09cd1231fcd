---- MODULE RandomizationTest ----
EXTENDS Randomization, Naturals, FiniteSets, Sequences

ASSUME RandomSubset(0, 1 .. 3) = {}
ASSUME RandomSubset(3, 1 .. 3) = 1 .. 3
ASSUME RandomSubset(4, 1 .. 3) = 1 .. 3
ASSUME RandomSubset(1, {}) = {}
ASSUME Cardinality(RandomSubset(2, 1 .. 30)) = 2
ASSUME RandomSubset(5, 1 .. 30) \subseteq 1 .. 30
ASSUME Cardinality(RandomSubset(7, SUBSET (1 .. 5))) = 7
ASSUME RandomSubset(7, SUBSET (1 .. 5)) \subseteq SUBSET (1 .. 5)
ASSUME Cardinality(RandomSubset(9, [1 .. 8 -> 1 .. 9])) = 9
ASSUME RandomSubset(9, [1 .. 8 -> 1 .. 9]) \subseteq [1 .. 8 -> 1 .. 9]
ASSUME Cardinality(RandomSubset(20, [a : 1 .. 100, b : 1 .. 100, c : 1 .. 100])) = 20
ASSUME Cardinality(RandomSubset(3, {x \in 1 .. 10 : x > 3})) = 3
ASSUME RandomSetOfSubsets(4, 0, 1 .. 3) = {{}}
ASSUME RandomSetOfSubsets(4, 3, 1 .. 3) = {1 .. 3}
ASSUME RandomSetOfSubsets(0, 1, 1 .. 3) = {}
ASSUME RandomSetOfSubsets(1, 0, {}) = {{}}
ASSUME RandomSetOfSubsets(5, 2, 1 .. 10) \subseteq SUBSET (1 .. 10)
ASSUME Cardinality(RandomSetOfSubsets(5, 2, 1 .. 10)) \in 1 .. 5
ASSUME \A i \in 1 .. 5 : TestRandomSetOfSubsets(8, 1, 1 .. 3)[i] \in 1 .. 8
ASSUME Len(TestRandomSetOfSubsets(8, 1, 1 .. 3)) = 5

ASSUME Refused_E057_Count == RandomSubset("a", {1}) = {1}
ASSUME Refused_E057_Set == RandomSubset(1, 5) = {1}
ASSUME Refused_E057_Infinite == RandomSubset(1, Nat) = {1}
ASSUME Refused_E057_Picks == RandomSetOfSubsets(9, 1, 1 .. 3) = {}
ASSUME Refused_E057_Average == RandomSetOfSubsets(2, 4, 1 .. 3) = {}
ASSUME Refused_E057_Negative == RandomSetOfSubsets(0 - 1, 1, 1 .. 3) = {}
ASSUME Refused_E057_InfiniteOfSubsets == RandomSetOfSubsets(1, 1, Nat) = {}
====
