---- MODULE BagsTest ----
EXTENDS Bags, Integers

\* One copy of a, two of b.
B == [a |-> 1, b |-> 2]
C == [b |-> 1, c |-> 3]

ASSUME IsABag(B)
ASSUME IsABag(EmptyBag)
ASSUME IsABag(<<3, 1>>)
ASSUME ~IsABag([a |-> 0])
ASSUME ~IsABag([a |-> -1])
ASSUME ~IsABag([a |-> "x"])
ASSUME BagToSet(B) = {"a", "b"}
ASSUME BagToSet(EmptyBag) = {}
ASSUME SetToBag({"a", "b"}) = [a |-> 1, b |-> 1]
ASSUME SetToBag({}) = EmptyBag
ASSUME SetToBag(1 .. 2) = <<1, 1>>
ASSUME BagIn("a", B) /\ ~BagIn("c", B)
ASSUME ~BagIn(1, EmptyBag)
ASSUME CopiesIn("b", B) = 2
ASSUME CopiesIn("c", B) = 0
ASSUME CopiesIn("c", EmptyBag) = 0
ASSUME B (+) C = [a |-> 1, b |-> 3, c |-> 3]
ASSUME B (+) EmptyBag = B
ASSUME EmptyBag (+) B = B
ASSUME B (-) C = [a |-> 1, b |-> 1]
ASSUME C (-) B = [c |-> 3]
ASSUME B (-) B = EmptyBag
ASSUME EmptyBag (-) B = EmptyBag
ASSUME B (-) EmptyBag = B
ASSUME B \oplus C = B (+) C
ASSUME B \ominus C = B (-) C
ASSUME [b |-> 1] \sqsubseteq B
ASSUME B \sqsubseteq B
ASSUME EmptyBag \sqsubseteq B
ASSUME ~(C \sqsubseteq B)
ASSUME ~([b |-> 3] \sqsubseteq B)
ASSUME BagCardinality(B) = 3
ASSUME BagCardinality(EmptyBag) = 0
ASSUME BagUnion({B, C}) = B (+) C
ASSUME BagUnion({}) = EmptyBag
ASSUME BagUnion({B}) = B
ASSUME SubBag([a |-> 1, b |-> 1]) = {EmptyBag, [a |-> 1], [b |-> 1], [a |-> 1, b |-> 1]}
ASSUME SubBag([a |-> 2]) = {EmptyBag, [a |-> 1], [a |-> 2]}
ASSUME SubBag(EmptyBag) = {EmptyBag}
ASSUME BagOfAll(LAMBDA e : 0, B) = [x \in {0} |-> 3]
ASSUME BagOfAll(LAMBDA e : e, B) = B
ASSUME LET F(e) == IF e = "a" THEN "b" ELSE e IN BagOfAll(F, B) = [b |-> 3]
\* Whoever extends Bags has TLC's operators too.
ASSUME B = ("a" :> 1 @@ "b" :> 2)

ASSUME EmptyBag = <<>>
ASSUME SetToBag({1}) = <<1>>
ASSUME IsABag([i \in 1 .. 2 |-> 0]) = FALSE
ASSUME IsABag(5) = FALSE
ASSUME IsABag({}) = FALSE
ASSUME IsABag("a") = FALSE
ASSUME BagToSet([i \in 1 .. 2 |-> 0]) = 1 .. 2
ASSUME CopiesIn(5, <<7>>) = 0
ASSUME <<>> \sqsubseteq <<>>

ASSUME Refused_BagCardinality == BagCardinality([a |-> "x"]) = 1
ASSUME Refused_BagCardinalityOfSet == BagCardinality({1}) = 1
ASSUME Refused_Sum == 1 (+) B = B
ASSUME Refused_SumSecond == B (+) {1} = B
ASSUME Refused_Difference == 1 (-) B = B
ASSUME Refused_DifferenceSecond == B (-) 1 = B
ASSUME Refused_SubBag == SubBag(3) = {}
ASSUME Refused_BagToSet == BagToSet(3) = {}
ASSUME Refused_SetToBag == SetToBag(3) = EmptyBag
ASSUME Refused_BagUnion == BagUnion(3) = EmptyBag
ASSUME Refused_BagUnionOfNoBags == BagUnion({1, 2}) = EmptyBag
ASSUME Refused_Contains == 1 \sqsubseteq B
ASSUME Refused_CopiesIn == CopiesIn(1, 2) = 0
ASSUME Refused_BagIn == BagIn(1, 2)
ASSUME Refused_BagOfAll == BagOfAll(LAMBDA e : e, {1}) = EmptyBag
ASSUME Refused_BagCardinalityOfNone == BagCardinality([a |-> 0]) = 0
====
