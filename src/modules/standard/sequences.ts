/** The text of module Sequences: what its operators mean. The evaluator computes them itself. */
export const sequences = String.raw`---- MODULE Sequences ----
\* Finite sequences: functions whose domain is 1..n.
LOCAL INSTANCE Naturals

Seq(S) == UNION {[1 .. n -> S] : n \in Nat}

Len(s) == CHOOSE n \in Nat : DOMAIN s = 1 .. n

s \o t == [i \in 1 .. Len(s) + Len(t) |-> IF i <= Len(s) THEN s[i] ELSE t[i - Len(s)]]

Append(s, e) == s \o <<e>>

Head(s) == s[1]

Tail(s) == [i \in 1 .. Len(s) - 1 |-> s[i + 1]]

SubSeq(s, m, n) == [i \in 1 .. n - m + 1 |-> s[m + i - 1]]

\* The elements that pass the test, in their order.
SelectSeq(s, Test(_)) ==
  LET Kept[n \in 0 .. Len(s)] ==
        IF n = 0 THEN << >> ELSE IF Test(s[n]) THEN Append(Kept[n - 1], s[n]) ELSE Kept[n - 1]
  IN  Kept[Len(s)]
====
`;
