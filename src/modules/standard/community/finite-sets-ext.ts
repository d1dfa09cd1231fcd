/** The text of module FiniteSetsExt. The evaluator computes folds, extremes and counts itself. */
export const finiteSetsExt = String.raw`---- MODULE FiniteSetsExt ----
\* Finite sets: folds, sums, extremes, choices.
EXTENDS Integers, FiniteSets, Folds, Functions

\* The elements combined with op; what comes out is certain only if their order does not matter.
FoldSet(op(_, _), base, S) ==
  MapThenFoldSet(op, base, LAMBDA x : x, LAMBDA T : CHOOSE x \in T : TRUE, S)

SumSet(S) == FoldSet(+, 0, S)
ProductSet(S) == FoldSet(LAMBDA x, y : x * y, 1, S)

\* FoldSet with its arguments in another order.
ReduceSet(op(_, _), S, base) == FoldSet(op, base, S)

\* The sum of f(x) for all x of S; equal ones count each.
MapThenSumSet(f(_), S) == MapThenFoldSet(+, 0, f, LAMBDA T : CHOOSE x \in T : TRUE, S)

FlattenSet(S) == UNION S

\* What is in one of the two sets only.
SymDiff(A, B) == (A \ B) \cup (B \ A)

\* How many elements pass the test.
Quantify(S, P(_)) == Cardinality({x \in S : P(x)})

\* The subsets with k elements.
kSubset(k, S) == {T \in SUBSET S : Cardinality(T) = k}

Max(S) == CHOOSE x \in S : \A y \in S : x >= y
Min(S) == CHOOSE x \in S : \A y \in S : x <= y

\* All sets made by taking one element out of each set of Sets.
Choices(Sets) ==
  LET Picks == {f \in [Sets -> UNION Sets] : \A S \in Sets : f[S] \in S} IN {Range(f) : f \in Picks}

\* The only element that passes the test.
ChooseUnique(S, P(_)) == CHOOSE x \in S : P(x) /\ \A y \in S : P(y) => y = x
====
`;
