---- MODULE GraphsTest ----
EXTENDS Graphs, Integers, TLC

\* 1 -> 2 -> 3 -> 2, 4 by itself.
G == [node |-> 1 .. 4, edge |-> {<<1, 2>>, <<2, 3>>, <<3, 2>>}]
Ring == [node |-> 0 .. 4, edge |-> {<<i, (i + 1) % 5>> : i \in 0 .. 4}]
Tree == [node |-> 1 .. 4, edge |-> {<<2, 1>>, <<3, 1>>, <<4, 3>>}]
Loop == [node |-> {1}, edge |-> {<<1, 1>>}]

ASSUME IsDirectedGraph(G) /\ IsDirectedGraph(EmptyGraph) /\ ~IsDirectedGraph([node |-> {1}, edge |-> {<<1, 2>>}])
ASSUME ~IsDirectedGraph([node |-> {1}, edge |-> {}, more |-> 1])
ASSUME Cardinality(DirectedSubgraph([node |-> {1, 2}, edge |-> {<<1, 2>>}])) = 5
ASSUME Transpose(G).edge = {<<2, 1>>, <<3, 2>>, <<2, 3>>} /\ Transpose(Transpose(G)) = G
ASSUME ~IsUndirectedGraph(G) /\ IsUndirectedGraph(EmptyGraph) /\ IsUndirectedGraph(Loop)
ASSUME Cardinality(UndirectedSubgraph([node |-> {1, 2}, edge |-> {<<1, 2>>, <<2, 1>>}])) = 5

ASSUME <<1, 2, 3, 2, 3>> \in Path(G) /\ <<4>> \in Path(G) /\ <<1, 3>> \notin Path(G) /\ << >> \notin Path(G)
ASSUME SimplePath(G) = {<<1>>, <<2>>, <<3>>, <<4>>, <<1, 2>>, <<2, 3>>, <<3, 2>>, <<1, 2, 3>>}
ASSUME SimplePath(EmptyGraph) = {} /\ SimplePath(Loop) = {<<1>>} /\ Cardinality(SimplePath(Ring)) = 25
ASSUME SimplePath([node |-> {1, 2}, edge |-> {<<1, 2, 1>>, <<1, 5>>}]) = {<<1>>, <<2>>}
ASSUME AreConnectedIn(1, 3, G) /\ ~AreConnectedIn(3, 1, G) /\ AreConnectedIn(4, 4, G) /\ ~AreConnectedIn(5, 5, G)
ASSUME ~AreConnectedIn(1, 1, EmptyGraph)
ASSUME IsStronglyConnected(Ring) /\ ~IsStronglyConnected(G) /\ IsStronglyConnected(EmptyGraph) /\ IsStronglyConnected(Loop)
ASSUME \A m, n \in 1 .. 4 : ConnectionsIn(G)[m, n] <=> AreConnectedIn(m, n, G)
ASSUME ConnectionsIn(Loop) = [m, n \in {1} |-> TRUE] /\ ConnectionsIn(EmptyGraph) = << >>
ASSUME RefusedNoGraph == IsStronglyConnected([node |-> 1, edge |-> {}])
ASSUME RefusedNoEdges == SimplePath([node |-> {1}]) = {<<1>>}
ASSUME RefusedMap == AreConnectedIn(1, 1, {1})

ASSUME IsTreeWithRoot(Tree, 1) /\ ~IsTreeWithRoot(Tree, 2) /\ ~IsTreeWithRoot(G, 3)
ASSUME IsTreeWithRoot([node |-> {1}, edge |-> {}], 1) /\ ~IsTreeWithRoot(Loop, 1) /\ ~IsTreeWithRoot(EmptyGraph, 1)
ASSUME ~IsTreeWithRoot([node |-> 1 .. 3, edge |-> {<<2, 1>>, <<2, 3>>, <<3, 1>>}], 1)
ASSUME ~IsTreeWithRoot([node |-> {1, 2}, edge |-> {<<2, 1>>, <<1, 2>>}], 1)
ASSUME ~IsTreeWithRoot([node |-> {1, 2}, edge |-> {}], 1)
ASSUME ~IsTreeWithRoot([node |-> 1 .. 3, edge |-> {<<2, 3>>, <<3, 2>>}], 1)

ASSUME HasCycle(G) /\ HasCycle(Ring) /\ HasCycle(Loop) /\ ~HasCycle(Tree) /\ ~HasCycle(EmptyGraph)
ASSUME IsDag(Tree) /\ ~IsDag(G) /\ IsDag(EmptyGraph) /\ ~IsDag([node |-> {1}, edge |-> {<<1, 2>>}])

ASSUME Successors(G, 1) = {2} /\ Successors(G, 4) = {} /\ Predecessors(G, 2) = {1, 3} /\ Predecessors(G, 1) = {}
ASSUME AllSuccessors(G, {1, 2}) = {2, 3} /\ AllSuccessors(G, {}) = {} /\ AllPredecessors(G, {2, 3}) = {1, 2, 3}
ASSUME Ancestors(G, 3) = {1, 2, 3} /\ Ancestors(G, 1) = {} /\ Descendants(G, 1) = {2, 3} /\ Descendants(G, 2) = {2, 3}
ASSUME Ancestors(Tree, 1) = {2, 3, 4} /\ Descendants(Tree, 4) = {1, 3} /\ Descendants(Loop, 1) = {1}
ASSUME RefusedNoNode == Ancestors(G, 7) = {}
ASSUME InDegree(G, 2) = 2 /\ OutDegree(G, 2) = 1 /\ InDegree(G, 4) = 0 /\ OutDegree(G, 4) = 0
ASSUME Roots(G) = {1, 4} /\ Leaves(G) = {4} /\ Roots(Tree) = {2, 4} /\ Leaves(Tree) = {1} /\ Roots(EmptyGraph) = {}

ASSUME GraphUnion(Loop, [node |-> {2}, edge |-> {}]) = [node |-> {1, 2}, edge |-> {<<1, 1>>}]
ASSUME GraphUnion(G, EmptyGraph) = G
ASSUME IsBipartiteWithPartitions(Tree, {1, 4}, {2, 3}) /\ ~IsBipartiteWithPartitions(Tree, {1, 3}, {2, 4})
ASSUME ~IsBipartiteWithPartitions(Tree, {1, 4}, {2, 3, 4}) /\ IsBipartiteWithPartitions(EmptyGraph, {}, {})
ASSUME Graphs({1}) = {[node |-> {1}, edge |-> {}], Loop} /\ Cardinality(Graphs({1, 2})) = 16 /\ Graphs({}) = {EmptyGraph}
ASSUME \A H \in Graphs({1, 2, 3}) : IsDag(H) => ~IsStronglyConnected(H)
ASSUME \A H \in Graphs({1, 2}) : HasCycle(H) <=> \E n \in {1, 2} : n \in Descendants(H, n)
====
