/** The text of module Graphs. The evaluator computes what follows paths itself. */
export const graphs = String.raw`---- MODULE Graphs ----
\* Directed graphs: records of a set node of nodes and a set edge of pairs of nodes.
EXTENDS Naturals, Sequences, FiniteSets, SequencesExt, Relation

IsDirectedGraph(G) ==
  G = [node |-> G.node, edge |-> G.edge] /\ G.edge \subseteq G.node \X G.node

DirectedSubgraph(G) ==
  {H \in [node : SUBSET G.node, edge : SUBSET (G.node \X G.node)] :
     IsDirectedGraph(H) /\ H.edge \subseteq G.edge}

\* The graph with its edges turned round.
Transpose(G) == [node |-> G.node, edge |-> {<<e[2], e[1]>> : e \in G.edge}]

\* Directed graphs that have each edge in both directions.
IsUndirectedGraph(G) == IsDirectedGraph(G) /\ \A e \in G.edge : <<e[2], e[1]>> \in G.edge
UndirectedSubgraph(G) == {H \in DirectedSubgraph(G) : IsUndirectedGraph(H)}

\* ---- Paths: sequences of nodes, at least one, from each to the next of which there is an edge ----

Path(G) == {p \in Seq(G.node) : p # << >> /\ \A i \in 1 .. Len(p) - 1 : <<p[i], p[i + 1]>> \in G.edge}

\* Those that come to no node twice.
SimplePath(G) == {p \in Path(G) : \A i, j \in 1 .. Len(p) : p[i] = p[j] => i = j}

AreConnectedIn(m, n, G) == \E p \in Path(G) : p[1] = m /\ p[Len(p)] = n
IsStronglyConnected(G) == \A m, n \in G.node : AreConnectedIn(m, n, G)

\* For each pair of nodes whether there is a path from the one to the other.
ConnectionsIn(G) ==
  LET Through[N \in SUBSET G.node] ==
        IF N = {} THEN [m, n \in G.node |-> m = n \/ <<m, n>> \in G.edge]
        ELSE LET u == CHOOSE x \in N : TRUE
                 before == Through[N \ {u}]
             IN  [m, n \in G.node |-> before[m, n] \/ (before[m, u] /\ before[u, n])]
  IN  Through[G.node]

\* Whether the edges lead to the root r, by exactly one path from each node.
IsTreeWithRoot(G, r) ==
  /\ IsDirectedGraph(G)
  /\ r \in G.node
  /\ \A e \in G.edge : e[1] # r /\ \A f \in G.edge : e[1] = f[1] => e = f
  /\ \A n \in G.node : AreConnectedIn(n, r, G)

\* An edge from a node to itself is a cycle too.
HasCycle(G) ==
  \/ \E n \in G.node : <<n, n>> \in G.edge
  \/ LET ways == ConnectionsIn(G) IN \E m, n \in G.node : m # n /\ ways[m, n] /\ ways[n, m]
IsDag(G) == IsDirectedGraph(G) /\ ~HasCycle(G)

\* ---- Neighbours ----

Successors(G, n) == {m \in G.node : <<n, m>> \in G.edge}
AllSuccessors(G, S) == UNION {Successors(G, n) : n \in S}
Predecessors(G, n) == {m \in G.node : <<m, n>> \in G.edge}
AllPredecessors(G, S) == UNION {Predecessors(G, n) : n \in S}

LOCAL Edges(G) == [p \in G.node \X G.node |-> <<p[1], p[2]>> \in G.edge]

\* The nodes from which a path of one edge or more leads to n, and those to which one leads from n.
Ancestors(G, n) == LET ways == TransitiveClosure(Edges(G), G.node) IN {m \in G.node : ways[m, n]}
Descendants(G, n) == LET ways == TransitiveClosure(Edges(G), G.node) IN {m \in G.node : ways[n, m]}

InDegree(G, n) == Cardinality(Predecessors(G, n))
OutDegree(G, n) == Cardinality(Successors(G, n))

\* The nodes that no edge leads to, and those that none leads from.
Roots(G) == {n \in G.node : Predecessors(G, n) = {}}
Leaves(G) == {n \in G.node : Successors(G, n) = {}}

\* ---- Making graphs ----

GraphUnion(G, H) == [node |-> G.node \cup H.node, edge |-> G.edge \cup H.edge]

\* Whether each edge leads from one of two disjoint sets to the other.
IsBipartiteWithPartitions(G, U, V) ==
  /\ U \cap V = {}
  /\ G.node \subseteq U \cup V
  /\ \A e \in G.edge : (e[1] \in U /\ e[2] \in V) \/ (e[2] \in U /\ e[1] \in V)

EmptyGraph == [node |-> {}, edge |-> {}]

\* All graphs with the nodes S.
Graphs(S) == [node : {S}, edge : SUBSET (S \X S)]
====
`;
