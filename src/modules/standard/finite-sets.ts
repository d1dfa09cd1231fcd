/** The text of module FiniteSets: what its operators mean. The evaluator computes them itself. */
export const finiteSets = String.raw`---- MODULE FiniteSets ----
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences

\* A set is finite if some sequence lists it.
IsFiniteSet(S) == \E list \in Seq(S) : \A e \in S : \E i \in 1 .. Len(list) : list[i] = e

Cardinality(S) ==
  LET Size[T \in SUBSET S] == IF T = {} THEN 0 ELSE 1 + Size[T \ {CHOOSE e \in T : TRUE}]
  IN  Size[S]
====
`;
