---- MODULE VectorClocksTest ----
EXTENDS VectorClocks, Integers, FiniteSets, TLC

\* Two nodes: a sends to b after its first event.
Event(n, t, u) == [node |-> n, vc |-> [a |-> t, b |-> u]]
A1 == Event("a", 1, 0)
A2 == Event("a", 2, 0)
B1 == Event("b", 1, 1)
B2 == Event("b", 1, 2)
Clock(e) == e.vc
Node(e) == e.node
Hosts(c) == DOMAIN c

ASSUME IsCausalOrder(<< >>, Clock) /\ IsCausalOrder(<<B1>>, Clock) /\ IsCausalOrder(<<A1, B1, A2, B2>>, Clock)
ASSUME IsCausalOrder(<<A1, A2, B1, B2>>, Clock) /\ ~IsCausalOrder(<<B1, A1>>, Clock) /\ ~IsCausalOrder(<<A2, A1>>, Clock)
ASSUME ~IsCausalOrder(<<A1, A1>>, Clock)
ASSUME IsCausalOrder(<<[vc |-> [a |-> 1]], [vc |-> [b |-> 1]]>>, Clock)
ASSUME IsCausalOrder(CausalOrder(<<B2, A2, B1, A1>>, Clock, Node, Hosts), Clock)
ASSUME \A s \in {<<A1, A2, B1, B2>>, <<B2, B1, A2, A1>>, <<B1, A1, B2, A2>>} :
         LET t == CausalOrder(s, Clock, Node, Hosts) IN IsCausalOrder(t, Clock) /\ Range(t) = Range(s) /\ Len(t) = Len(s)
ASSUME CausalOrder(<<B1, A1>>, Clock, Node, Hosts) = <<A1, B1>>
ASSUME CausalOrder(<<B2, A1, B1>>, Clock, Node, Hosts) = <<A1, B1, B2>>
ASSUME CausalOrder(<<[A1 EXCEPT !.vc = [a |-> 1]]>>, Clock, Node, Hosts)[1].node = "a"
ASSUME RefusedNoLog == CausalOrder({A1}, Clock, Node, Hosts) = <<A1>>
ASSUME RefusedMissing == CausalOrder(<<B2>>, Clock, Node, Hosts) = <<B2>>
====
