/** The text of module Bags: what its operators mean. The evaluator computes them itself. */
export const bags = String.raw`---- MODULE Bags ----
\* Bags (multisets): functions from elements to how often they occur, which is at least once.
\* As with TLC, whoever extends Bags has the operators of module TLC too.
EXTENDS TLC
LOCAL INSTANCE Naturals

IsABag(B) == B \in [DOMAIN B -> {n \in Nat : n > 0}]

BagToSet(B) == DOMAIN B

SetToBag(S) == [e \in S |-> 1]

BagIn(e, B) == e \in BagToSet(B)

EmptyBag == SetToBag({})

CopiesIn(e, B) == IF BagIn(e, B) THEN B[e] ELSE 0

A (+) B == [e \in DOMAIN A \cup DOMAIN B |-> CopiesIn(e, A) + CopiesIn(e, B)]

A (-) B ==
  [e \in {x \in DOMAIN A : A[x] > CopiesIn(x, B)} |-> A[e] - CopiesIn(e, B)]

A \sqsubseteq B == \A e \in DOMAIN A : A[e] <= CopiesIn(e, B)

\* The sum of a function's values.
LOCAL Total(f) ==
  LET Part[S \in SUBSET DOMAIN f] ==
        IF S = {} THEN 0 ELSE LET e == CHOOSE x \in S : TRUE IN f[e] + Part[S \ {e}]
  IN  Part[DOMAIN f]

BagCardinality(B) == Total(B)

BagUnion(S) ==
  [e \in UNION {DOMAIN B : B \in S} |-> Total([B \in S |-> CopiesIn(e, B)])]

SubBag(B) ==
  {A \in UNION {[S -> {n \in Nat : n > 0}] : S \in SUBSET DOMAIN B} : A \sqsubseteq B}

BagOfAll(F(_), B) ==
  [v \in {F(e) : e \in DOMAIN B} |-> Total([e \in {x \in DOMAIN B : F(x) = v} |-> B[e]])]
====
`;
