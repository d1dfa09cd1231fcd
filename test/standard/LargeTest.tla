---- MODULE LargeTest ----
\* What is long or large must neither nest too deep nor take forever.
EXTENDS Graphs, BagsExt, Integers

N == 20000
M == 2000
Q == [i \in 1 .. N |-> (i * 7919) % 20011]
Chain == [node |-> 1 .. M, edge |-> {<<i, i + 1>> : i \in 1 .. M - 1}]
Tree == [node |-> 1 .. M, edge |-> {<<i, i \div 2>> : i \in 2 .. M}]
Undirected == INSTANCE UndirectedGraphs

ASSUME SumSet(1 .. N) = 200010000
ASSUME FoldSet(LAMBDA x, y : IF x > y THEN x ELSE y, 0, ToSet(Q)) = 20010
ASSUME FoldFunction(LAMBDA x, y : x, 0, Q) = Q[N]
ASSUME FoldLeft(LAMBDA x, y : y, 0, Q) = Q[N] /\ FoldRight(LAMBDA x, y : x, Q, 0) = Q[1]
ASSUME FoldLeftDomain(+, 0, Q) = 200010000
ASSUME Cardinality(Range(Q)) = N
ASSUME Len(SetToSeq(ToSet(Q))) = N
ASSUME Reverse(Reverse(Q)) = Q
ASSUME ~Contains(Q, -1) /\ SelectInSeq(Q, LAMBDA x : x < 0) = 0 /\ SelectLastInSeq(Q, LAMBDA x : x = 7919) = 1
ASSUME IsPrefix(Front(Q), Q) /\ IsSuffix(Tail(Q), Q)
ASSUME AntiFunction(Q)[7919] = 1
ASSUME Quantify(1 .. N, LAMBDA x : x % 2 = 0) = N \div 2
ASSUME FoldBag(+, 0, [x \in 1 .. M |-> 3]) = 3 * 2001000
ASSUME AreConnectedIn(1, M, Chain) /\ ~AreConnectedIn(M, 1, Chain) /\ ~IsStronglyConnected(Chain)
ASSUME IsStronglyConnected([Chain EXCEPT !.edge = @ \cup {<<M, 1>>}])
ASSUME Undirected!AreConnectedIn(1, M, [node |-> 1 .. M, edge |-> {{i, i + 1} : i \in 1 .. M - 1}])
ASSUME Cardinality(Undirected!ConnectedComponents([node |-> 1 .. M, edge |-> {{i, i + 2} : i \in 1 .. M - 2}])) = 2
====
