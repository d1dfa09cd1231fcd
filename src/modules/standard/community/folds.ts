/** The text of module Folds. The evaluator computes its operator itself. */
export const folds = String.raw`---- MODULE Folds ----
\* Folding: combining the elements of a set into one value, one after the other.

\* op(f(x1), op(f(x2), ... op(f(xn), base))), where choose picks x1 from S, x2 from S without x1, and so on.
MapThenFoldSet(op(_, _), base, f(_), choose(_), S) ==
  LET Rest[T \in SUBSET S] ==
        IF T = {} THEN base ELSE LET x == choose(T) IN op(f(x), Rest[T \ {x}])
  IN  Rest[S]
====
`;
