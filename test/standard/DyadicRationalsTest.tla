---- MODULE DyadicRationalsTest ----
EXTENDS DyadicRationals, Integers

Of(n, d) == [num |-> n, den |-> d]

ASSUME Zero = Of(0, 1) /\ One = Of(1, 1)
ASSUME Half(One) = Of(1, 2) /\ Half(Half(One)) = Of(1, 4) /\ Half(Of(2, 1)) = One
ASSUME Half(Zero) = Zero
ASSUME Add(Half(One), Half(One)) = One /\ Add(Zero, One) = One /\ Add(One, Zero) = One
ASSUME Add(Of(1, 4), Of(1, 2)) = Of(3, 4) /\ Add(Of(3, 4), Of(3, 4)) = Of(3, 2)
ASSUME Add(Of(1, 8), Of(7, 8)) = One /\ Add(Zero, Zero) = Zero
ASSUME IsDyadicRational(Of(3, 8)) /\ IsDyadicRational(One) /\ ~IsDyadicRational(Of(1, 3)) /\ ~IsDyadicRational(Of(1, 12))
ASSUME PrettyPrint(Zero) = "0" /\ PrettyPrint(One) = "1" /\ PrettyPrint(Of(3, 4)) = "3/4"
ASSUME RefusedNumber == Half(1) = Zero
ASSUME RefusedFields == Add([num |-> 1], One) = One
====
