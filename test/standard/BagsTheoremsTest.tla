---- MODULE BagsTheoremsTest ----
EXTENDS BagsTheorems, Integers

B == [x \in {"a", "b"} |-> IF x = "a" THEN 2 ELSE 1]

ASSUME Scaling(2, B) = [a |-> 4, b |-> 2] /\ Scaling(1, B) = B
ASSUME Scaling(0, B) = EmptyBag /\ Scaling(3, EmptyBag) = EmptyBag
ASSUME SeqToBag(<<"a", "b", "a">>) = B /\ SeqToBag(<< >>) = EmptyBag
ASSUME BagCardinality(Scaling(3, B)) = 9

THEOREM IsABag(EmptyBag)
  BY Bags_EmptyBag, Bags_Union, Bags_Difference, Bags_Scaling, Bags_SqsubseteqPO_AntiSymmetry
====
