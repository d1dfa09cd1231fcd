---- MODULE RealsTest ----
EXTENDS Reals

ASSUME 1 \in Real
ASSUME -1 \in Real
ASSUME {1, 2} \subseteq Real
ASSUME 1 + 1 = 2
ASSUME Refused_Division == 4 / 2 = 2
ASSUME Refused_Infinity == Infinity > 1
ASSUME Refused_Decimal == 1.5 \in Real
ASSUME Refused_All == \A r \in Real : r = r
====
