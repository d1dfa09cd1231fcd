---- MODULE BitwiseTest ----
EXTENDS Bitwise, Integers

ASSUME 12 & 10 = 8 /\ 12 & 0 = 0 /\ 0 & 12 = 0 /\ 7 & 7 = 7
ASSUME (12 | 10) = 14 /\ (0 | 0) = 0 /\ (1 | 2) = 3 /\ (5 | 5) = 5
ASSUME 12 ^^ 10 = 6 /\ 5 ^^ 5 = 0 /\ 0 ^^ 9 = 9 /\ 1 ^^ 2 = 3
ASSUME \A x, y \in 0 .. 16 : (x & y) + (x | y) = x + y
ASSUME \A x, y \in 0 .. 16 : x ^^ y = (x | y) - (x & y)
ASSUME \A x, y \in 0 .. 9 : x & y = y & x /\ (x | y) = (y | x)
ASSUME Not(0) = 0 /\ Not(1) = 0 /\ Not(5) = 2 /\ Not(8) = 7 /\ Not(255) = 0
ASSUME \A x \in 1 .. 40 : x & Not(x) = 0 /\ \E k \in 0 .. 6 : (x | Not(x)) = 2 ^ k - 1
ASSUME shiftR(8, 2) = 2 /\ shiftR(7, 1) = 3 /\ shiftR(7, 0) = 7 /\ shiftR(1, 5) = 0 /\ shiftR(0, 3) = 0
ASSUME 1000000 & 65535 = 16960 /\ (2 ^ 30 | 1) = 2 ^ 30 + 1
ASSUME RefusedString == "a" & 1 = 1
ASSUME RefusedSet == Not({1}) = 1
====
