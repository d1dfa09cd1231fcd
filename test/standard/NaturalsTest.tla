---- MODULE NaturalsTest ----
EXTENDS Naturals

ASSUME 2 + 3 = 5
ASSUME 2 - 3 + 1 = 0
ASSUME 0 + 0 = 0
ASSUME 7 - 10 < 0
ASSUME 6 * 7 = 42
ASSUME 0 * 5 = 0
ASSUME (1 - 3) * 4 = 0 - 8
ASSUME (1 - 3) * (1 - 4) = 6
ASSUME 2 ^ 10 = 1024
ASSUME 7 ^ 0 = 1
ASSUME 0 ^ 3 = 0
ASSUME 1 ^ 1000 = 1
ASSUME (0 - 2) ^ 3 = 0 - 8
ASSUME (0 - 2) ^ 4 = 16
ASSUME 7 \div 2 = 3
ASSUME 6 \div 3 = 2
ASSUME 0 \div 3 = 0
ASSUME (0 - 7) \div 2 = 0 - 4
ASSUME (0 - 6) \div 2 = 0 - 3
ASSUME 7 \div (0 - 2) = 0 - 4
ASSUME (0 - 7) \div (0 - 2) = 3
ASSUME 7 % 2 = 1
ASSUME 6 % 3 = 0
ASSUME 2 % 5 = 2
ASSUME (0 - 7) % 2 = 1
ASSUME (0 - 6) % 3 = 0
ASSUME (0 - 1) % 5 = 4
ASSUME \A a \in 0 .. 12, b \in 1 .. 5 : a = b * (a \div b) + (a % b)
ASSUME 1 < 2 /\ ~(2 < 2) /\ ~(3 < 2)
ASSUME 2 > 1 /\ ~(2 > 2) /\ ~(2 > 3)
ASSUME 1 <= 2 /\ 2 <= 2 /\ ~(3 <= 2)
ASSUME 2 >= 1 /\ 2 >= 2 /\ ~(2 >= 3)
ASSUME 1 =< 2 /\ 1 \leq 2 /\ 2 \geq 1
ASSUME 1 .. 3 = {1, 2, 3}
ASSUME 3 .. 3 = {3}
ASSUME 3 .. 2 = {}
ASSUME (0 - 1) .. 1 = {0 - 1, 0, 1}
ASSUME 2 \in 1 .. 3 /\ 4 \notin 1 .. 3
ASSUME 1 .. 2 \subseteq 0 .. 3
ASSUME 0 \in Nat /\ 5 \in Nat
ASSUME 0 - 1 \notin Nat
ASSUME {1, 2} \subseteq Nat
ASSUME 1 .. 5 \subseteq Nat
ASSUME {x \in Nat : x < 3} \cap 0 .. 5 = 0 .. 2
ASSUME Nat = Nat
ASSUME 2147483646 + 1 = 2147483647

\* Operators as arguments.
Apply(Op(_, _), a, b) == Op(a, b)
ASSUME Apply(+, 2, 3) = 5
ASSUME Apply( *, 2, 3) = 6
ASSUME Apply(.., 2, 3) = {2, 3}
ASSUME Apply(\div, 7, 3) = 2
ASSUME Apply(<, 2, 3)

ASSUME Refused_E058 == 1 \div 0 = 0
ASSUME Refused_E059_Zero == 1 % 0 = 0
ASSUME Refused_E059_Negative == 5 % (0 - 3) = 2
ASSUME Refused_E060_ZeroToZero == 0 ^ 0 = 1
ASSUME Refused_E060_Negative == 2 ^ (0 - 1) = 0
ASSUME Refused_E057_Plus == 1 + "a" = 1
ASSUME Refused_E057_PlusFirst == TRUE + 1 = 1
ASSUME Refused_E057_Minus == 1 - {} = 1
ASSUME Refused_E057_Times == <<1>> * 1 = 1
ASSUME Refused_E057_Power == 2 ^ "2" = 4
ASSUME Refused_E057_Less == "a" < "b"
ASSUME Refused_E057_Greater == 1 > TRUE
ASSUME Refused_E057_LessEqual == {} <= 1
ASSUME Refused_E057_GreaterEqual == 1 >= <<>>
ASSUME Refused_E057_Interval == 1 .. "a" = {}
ASSUME Refused_E057_Div == "a" \div 2 = 0
ASSUME Refused_E057_Mod == 2 % "a" = 0
ASSUME Refused_E055_All == \A n \in Nat : n >= 0
ASSUME Refused_E055_Exists == \E n \in Nat : n < 0
ASSUME Refused_Membership == "a" \in Nat
====
