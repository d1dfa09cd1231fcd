------------------------------ MODULE counters ------------------------------
(* Six counters modulo ten, each step increments one: 1,000,000 distinct states, 6,000,001 generated. *)
EXTENDS Naturals

VARIABLE counter

Init == counter = [i \in 1..6 |-> 0]

Increment(i) == counter' = [counter EXCEPT ![i] = (@ + 1) % 10]

Next == \E i \in 1..6 : Increment(i)

InRange == \A i \in 1..6 : counter[i] \in 0..9
=============================================================================
