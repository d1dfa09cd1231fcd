---- MODULE CombinatoricsTest ----
EXTENDS Combinatorics, Integers

ASSUME factorial[0] = 1 /\ factorial[1] = 1
ASSUME factorial[5] = 120 /\ factorial[10] = 3628800
ASSUME choose(5, 2) = 10 /\ choose(5, 0) = 1 /\ choose(5, 5) = 1 /\ choose(0, 0) = 1
ASSUME choose(6, 1) = 6 /\ choose(6, 5) = 6 /\ choose(30, 15) = 155117520
ASSUME choose(3, 4) = 0 /\ choose(0, 1) = 0
ASSUME \A n \in 1 .. 12 : \A k \in 1 .. n : choose(n, k) = choose(n - 1, k - 1) + choose(n - 1, k)
ASSUME RefusedNegative == factorial[-1] = 1
ASSUME RefusedNegativeN == choose(-1, 0) = 1
ASSUME RefusedNegativeK == choose(1, -1) = 0
ASSUME RefusedString == choose("a", 1) = 1
====
