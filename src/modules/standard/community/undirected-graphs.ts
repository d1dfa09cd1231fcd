/** The text of module UndirectedGraphs. The evaluator computes what follows paths itself. */
export const undirectedGraphs = String.raw`---- MODULE UndirectedGraphs ----
\* Undirected graphs: records of a set node of nodes and a set edge of sets of one or two nodes.
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences
LOCAL INSTANCE SequencesExt
LOCAL INSTANCE FiniteSets
LOCAL INSTANCE Folds
LOCAL INSTANCE Functions

IsUndirectedGraph(G) ==
  G = [node |-> G.node, edge |-> G.edge] /\ \A e \in G.edge : \E m, n \in G.node : e = {m, n}

\* No node has an edge to itself.
IsLoopFreeUndirectedGraph(G) ==
  G = [node |-> G.node, edge |-> G.edge] /\ \A e \in G.edge : \E m, n \in G.node : m # n /\ e = {m, n}

UndirectedSubgraph(G) == {H \in [node : SUBSET G.node, edge : SUBSET G.edge] : IsUndirectedGraph(H)}

\* Sequences of nodes, at least one, that are joined each to the next; those that come to no node twice.
Path(G) == {p \in Seq(G.node) : p # << >> /\ \A i \in 1 .. Len(p) - 1 : {p[i], p[i + 1]} \in G.edge}
SimplePath(G) == {p \in Path(G) : \A i, j \in 1 .. Len(p) : p[i] = p[j] => i = j}

AreConnectedIn(m, n, G) == \E p \in Path(G) : p[1] = m /\ p[Len(p)] = n

\* The largest sets of nodes that are connected with each other.
ConnectedComponents(G) ==
  LET Joined(S) ==
        /\ S # {}
        /\ \A m, n \in S :
             \E p \in Seq(S) :
               /\ p # << >>
               /\ p[1] = m
               /\ p[Len(p)] = n
               /\ \A i \in 1 .. Len(p) - 1 : {p[i], p[i + 1]} \in G.edge
  IN  {S \in SUBSET G.node :
         Joined(S) /\ \A T \in SUBSET G.node : S \subseteq T /\ S # T => ~Joined(T)}

\* Whether the graph has one component.
IsStronglyConnected(G) == ConnectedComponents(G) = {G.node}

\* All graphs with the nodes S.
UndirectedGraphs(S) == [node : {S}, edge : SUBSET {{m, n} : <<m, n>> \in S \X S}]
====
`;
