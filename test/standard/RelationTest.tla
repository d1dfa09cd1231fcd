---- MODULE RelationTest ----
EXTENDS Relation, Integers

S == 1 .. 3
None == [p \in S \X S |-> FALSE]
Next == [p \in S \X S |-> p[2] = p[1] + 1]
Less == [x, y \in S |-> x < y]
Near(x, y) == x - y \in -1 .. 1

ASSUME IsReflexiveUnder(<=, S) /\ ~IsReflexiveUnder(<, S) /\ IsReflexiveUnder(<, {})
ASSUME IsIrreflexiveUnder(<, S) /\ ~IsIrreflexiveUnder(<=, S) /\ IsIrreflexive(None, S)
ASSUME IsSymmetricUnder(=, S) /\ IsSymmetricUnder(Near, S) /\ ~IsSymmetricUnder(<, S)
ASSUME IsAntiSymmetricUnder(<=, S) /\ IsAntiSymmetricUnder(=, S) /\ ~IsAntiSymmetricUnder(Near, S)
ASSUME IsAsymmetricUnder(<, S) /\ ~IsAsymmetricUnder(<=, S) /\ IsAsymmetric(Next, S)
ASSUME IsTransitiveUnder(<, S) /\ ~IsTransitiveUnder(Near, S) /\ ~IsTransitive(Next, S) /\ IsTransitive(None, S)
ASSUME IsStrictlyPartiallyOrderedUnder(<, S) /\ ~IsStrictlyPartiallyOrderedUnder(<=, S)
ASSUME IsStrictlyPartiallyOrdered(None, S) /\ ~IsStrictlyPartiallyOrdered(Next, S)
ASSUME IsPartiallyOrderedUnder(<=, S) /\ ~IsPartiallyOrderedUnder(<, S) /\ IsPartiallyOrderedUnder(=, S)
ASSUME IsPartiallyOrderedUnder(\subseteq, SUBSET {1, 2}) /\ ~IsTotallyOrderedUnder(\subseteq, SUBSET {1, 2})
ASSUME IsStrictlyTotallyOrderedUnder(<, S) /\ ~IsStrictlyTotallyOrdered(None, S)
ASSUME IsTotallyOrderedUnder(<=, S) /\ ~IsTotallyOrderedUnder(=, S) /\ IsTotallyOrderedUnder(<=, {})

ASSUME TransitiveClosure(Next, S) = Less
ASSUME TransitiveClosure(None, S) = None /\ TransitiveClosure(Less, S) = Less
ASSUME TransitiveClosure([p \in {} \X {} |-> TRUE], {}) = << >>
ASSUME TransitiveClosure([x, y \in 0 .. 4 |-> y = (x + 1) % 5], 0 .. 4) = [x, y \in 0 .. 4 |-> TRUE]
ASSUME TransitiveClosure([x, y \in 1 .. 4 |-> y = x + 2], 1 .. 4) = [x, y \in 1 .. 4 |-> y = x + 2]
ASSUME TransitiveClosure([x, y \in {1} |-> TRUE], {1})[1, 1] /\ ~TransitiveClosure([x, y \in {1} |-> FALSE], {1})[1, 1]
ASSUME TransitiveClosure(Next, {1, 2}) = [x, y \in {1, 2} |-> x < y]
ASSUME ReflexiveTransitiveClosure(Next, S) = [x, y \in S |-> x <= y]
ASSUME ReflexiveTransitiveClosure(None, S) = [x, y \in S |-> x = y]
ASSUME IsConnected([x, y \in 0 .. 2 |-> y = (x + 1) % 3], 0 .. 2) /\ ~IsConnected(Next, S) /\ IsConnected(None, {1})
ASSUME RefusedOutside == IsReflexive(Next, {4})
ASSUME RefusedNumbers == TransitiveClosure([x, y \in S |-> 1], S) = None
ASSUME RefusedSmall == TransitiveClosure(Next, 0 .. 3) = None

\* Naturals and FiniteSets come with it.
ASSUME 1 + 1 \in Nat /\ Cardinality(S) = 3
====
