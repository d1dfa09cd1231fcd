---- MODULE UndirectedGraphsTest ----
EXTENDS UndirectedGraphs, Integers, FiniteSets, Sequences

G == [node |-> 1 .. 5, edge |-> {{1, 2}, {2, 3}, {4, 5}}]
Loop == [node |-> {1}, edge |-> {{1}}]
Empty == [node |-> {}, edge |-> {}]

ASSUME IsUndirectedGraph(G) /\ IsUndirectedGraph(Loop) /\ IsUndirectedGraph(Empty)
ASSUME ~IsUndirectedGraph([node |-> {1}, edge |-> {{1, 2}}]) /\ ~IsUndirectedGraph([node |-> {1}, edge |-> {{}}])
ASSUME IsLoopFreeUndirectedGraph(G) /\ ~IsLoopFreeUndirectedGraph(Loop)
ASSUME Cardinality(UndirectedSubgraph([node |-> {1, 2}, edge |-> {{1, 2}}])) = 5
ASSUME <<1, 2, 1>> \in Path(G) /\ <<1, 3>> \notin Path(G) /\ << >> \notin Path(G) /\ <<1, 1>> \in Path(Loop)
ASSUME SimplePath([node |-> {1, 2, 3}, edge |-> {{1, 2}}]) = {<<1>>, <<2>>, <<3>>, <<1, 2>>, <<2, 1>>}
ASSUME SimplePath(Loop) = {<<1>>} /\ SimplePath(Empty) = {} /\ Cardinality(SimplePath(G)) = 13
ASSUME SimplePath([node |-> {1, 2}, edge |-> {{}, {1, 2, 3}, {2, 7}}]) = {<<1>>, <<2>>}
ASSUME AreConnectedIn(1, 3, G) /\ AreConnectedIn(3, 1, G) /\ ~AreConnectedIn(1, 4, G) /\ AreConnectedIn(5, 5, G)
ASSUME ~AreConnectedIn(7, 7, G) /\ ~AreConnectedIn(1, 1, Empty)
ASSUME ConnectedComponents(G) = {{1, 2, 3}, {4, 5}} /\ ConnectedComponents(Empty) = {} /\ ConnectedComponents(Loop) = {{1}}
ASSUME ConnectedComponents([node |-> {1, 2}, edge |-> {}]) = {{1}, {2}}
ASSUME ~IsStronglyConnected(G) /\ IsStronglyConnected(Loop) /\ ~IsStronglyConnected(Empty)
ASSUME UndirectedGraphs({1}) = {[node |-> {1}, edge |-> {}], Loop} /\ Cardinality(UndirectedGraphs({1, 2})) = 8
ASSUME \A H \in UndirectedGraphs({1, 2, 3}) : IsStronglyConnected(H) <=> \A m, n \in {1, 2, 3} : AreConnectedIn(m, n, H)
ASSUME RefusedNoGraph == ConnectedComponents({1}) = {}
ASSUME RefusedEdge == AreConnectedIn(1, 1, [node |-> {1}, edge |-> 1])
====
