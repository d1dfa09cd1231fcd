---- MODULE IntegersTest ----
EXTENDS Integers

ASSUME -3 + 3 = 0
ASSUME - 3 = 0 - 3
ASSUME -(-3) = 3
ASSUME 2 - -3 = 5
ASSUME -2 ^ 2 = -4
ASSUME (-2) ^ 2 = 4
ASSUME -7 \div 2 = -(7 \div 2) \/ -7 \div 2 = -4
ASSUME -7 % 3 = -1 \/ -7 % 3 = 2
ASSUME \A a \in -12 .. -5, b \in 1 .. 5 : a = b * (a \div b) + (a % b)
ASSUME -1 \in Int /\ 0 \in Int /\ 7 \in Int
ASSUME -1 \notin Nat
ASSUME {-1, 0, 1} \subseteq Int
ASSUME -2 .. 2 = {-2, -1, 0, 1, 2}
ASSUME {-x : x \in 1 .. 3} = -3 .. -1
ASSUME Int = Int
ASSUME -3 < -2 /\ -3 <= -3 /\ 0 > -1
ASSUME LET Abs(n) == IF n < 0 THEN -n ELSE n IN Abs(-5) = 5 /\ Abs(5) = 5
ASSUME {x \in Int : x * x = 4} \cap -3 .. 3 = {-2, 2}

Negated(Op(_), a) == Op(a)
ASSUME Negated(-., 4) = -4

ASSUME Refused_E057 == -"a" = 1
ASSUME Refused_E057_Set == -{1} = {1}
ASSUME Refused_E055 == \E i \in Int : i > 5
ASSUME Refused_Membership == "a" \in Int
====
