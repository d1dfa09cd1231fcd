---- MODULE BagsExtTest ----
EXTENDS BagsExt, Integers, Sequences, TLC

B == "a" :> 2 @@ "b" :> 1
N == 1 :> 2 @@ 2 :> 1 @@ 3 :> 1

ASSUME BagAdd(B, "a") = [a |-> 3, b |-> 1] /\ BagAdd(B, "c") = [a |-> 2, b |-> 1, c |-> 1]
ASSUME BagAdd(<< >>, "x") = [x |-> 1] /\ BagAdd(<< >>, 1) = <<1>>
ASSUME BagRemove(B, "a") = [a |-> 1, b |-> 1] /\ BagRemove(B, "b") = [a |-> 2] /\ BagRemove(B, "c") = B
ASSUME BagRemove([x |-> 1], "x") = << >> /\ BagRemove(<< >>, "x") = << >>
ASSUME BagRemoveAll(B, "a") = [b |-> 1] /\ BagRemoveAll(B, "c") = B /\ BagRemoveAll(<< >>, 1) = << >>
ASSUME SumBag(N) = 7 /\ SumBag(<< >>) = 0 /\ ProductBag(N) = 6 /\ ProductBag(<< >>) = 1
ASSUME SumBag(5 :> 3) = 15 /\ ProductBag(5 :> 3) = 125
ASSUME FoldBag(LAMBDA acc, x : Append(acc, x), << >>, N) = <<1, 1, 2, 3>>
ASSUME FoldBag(LAMBDA acc, x : acc - x, 10, N) = 3 /\ FoldBag(+, 4, << >>) = 4
ASSUME MapThenFoldBag(+, 0, LAMBDA x : 10 * x, LAMBDA S : CHOOSE x \in S : TRUE, N) = 70
ASSUME MapThenFoldBag(LAMBDA x, y : x - y, 0, LAMBDA x : x, LAMBDA S : CHOOSE x \in S : TRUE, N)
         = -2 - (-2 - (-3 - 0))
ASSUME MapThenFoldBag(+, 5, LAMBDA x : x, LAMBDA S : CHOOSE x \in S : TRUE, << >>) = 5
ASSUME RefusedNoBag == FoldBag(+, 0, [a |-> 0]) = 0
ASSUME RefusedSet == FoldBag(+, 0, {1}) = 0
ASSUME RefusedSum == SumBag([a |-> 1]) = 0
====
