/** The text of module BagsExt. The evaluator computes the folds itself. */
export const bagsExt = String.raw`---- MODULE BagsExt ----
\* Bags: single copies added and removed, folds.
LOCAL INSTANCE Bags
LOCAL INSTANCE Integers
LOCAL INSTANCE Folds

\* One copy more, one copy less, no copy any more.
BagAdd(B, x) ==
  [e \in DOMAIN B \cup {x} |-> IF e # x THEN B[e] ELSE IF x \in DOMAIN B THEN B[x] + 1 ELSE 1]
BagRemove(B, x) ==
  IF x \notin DOMAIN B THEN B
  ELSE IF B[x] = 1 THEN [e \in DOMAIN B \ {x} |-> B[e]]
  ELSE [e \in DOMAIN B |-> IF e = x THEN B[x] - 1 ELSE B[e]]
BagRemoveAll(B, x) == [e \in DOMAIN B \ {x} |-> B[e]]

\* All copies combined with op; what comes out is certain only if their order does not matter.
MapThenFoldBag(op(_, _), base, f(_), choose(_), B) ==
  LET Copies(x) ==
        LET Some[n \in 1 .. B[x]] == op(IF n = 1 THEN base ELSE Some[n - 1], f(x)) IN Some[B[x]]
  IN  MapThenFoldSet(op, base, Copies, LAMBDA S : CHOOSE x \in S : TRUE, DOMAIN B)

FoldBag(op(_, _), base, B) ==
  MapThenFoldBag(op, base, LAMBDA x : x, LAMBDA S : CHOOSE x \in S : TRUE, B)

SumBag(B) == FoldBag(LAMBDA x, y : x + y, 0, B)
ProductBag(B) == FoldBag(LAMBDA x, y : x * y, 1, B)
====
`;
