/** The text of module Randomization: what its operators choose from. The evaluator chooses. */
export const randomization = String.raw`---- MODULE Randomization ----
\* Sets chosen at random: the same ones again for the same seed and the same state.
LOCAL INSTANCE Naturals
LOCAL INSTANCE FiniteSets

\* k of the elements of S.
RandomSubset(k, S) == CHOOSE T \in SUBSET S : Cardinality(T) = k

\* At most k subsets of S, chosen one after the other, with n elements on average.
RandomSetOfSubsets(k, n, S) == CHOOSE T \in SUBSET SUBSET S : Cardinality(T) <= k

\* How many subsets five such choices give.
TestRandomSetOfSubsets(k, n, S) == [i \in 1 .. 5 |-> Cardinality(RandomSetOfSubsets(k, n, S))]
====
`;
