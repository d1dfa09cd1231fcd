/** The text of module GraphTheorems: theorems for proofs, without proofs of their own. */
export const graphTheorems = String.raw`---- MODULE GraphTheorems ----
\* Directed graphs: what turning edges round does, paths, trees.
EXTENDS Graphs, Sequences

\* ---- Edges turned round ----

THEOREM TransposeIsDirectedGraph == \A G : IsDirectedGraph(G) => IsDirectedGraph(Transpose(G))
THEOREM TransposeTranspose == \A G : IsDirectedGraph(G) => Transpose(Transpose(G)) = G
THEOREM PathTranspose == \A G : \A p \in Path(G) : Reverse(p) \in Path(Transpose(G))
THEOREM TransposePath == \A G : IsDirectedGraph(G) => \A p \in Path(Transpose(G)) : Reverse(p) \in Path(G)
THEOREM SimplePathTranspose == \A G : \A p \in SimplePath(G) : Reverse(p) \in SimplePath(Transpose(G))
THEOREM TransposeSimplePath ==
  \A G : IsDirectedGraph(G) => \A p \in SimplePath(Transpose(G)) : Reverse(p) \in SimplePath(G)
THEOREM AreConnectedInTranspose == \A G, m, n : AreConnectedIn(m, n, G) => AreConnectedIn(n, m, Transpose(G))
THEOREM TransposeAreConnectedIn ==
  \A G, m, n : IsDirectedGraph(G) /\ AreConnectedIn(m, n, Transpose(G)) => AreConnectedIn(n, m, G)
THEOREM IsStronglyConnectedTranspose == \A G : IsStronglyConnected(G) => IsStronglyConnected(Transpose(G))
THEOREM TransposeIsStronglyConnected ==
  \A G : IsDirectedGraph(G) /\ IsStronglyConnected(Transpose(G)) => IsStronglyConnected(G)

\* ---- Paths ----

THEOREM PathConcatenation == \A G : \A p, q \in Path(G) : p[Len(p)] = q[1] => p \o Tail(q) \in Path(G)
THEOREM SubPath == \A G : \A p \in Path(G) : \A i \in 1 .. Len(p) : \A j \in i .. Len(p) : SubSeq(p, i, j) \in Path(G)
THEOREM ExistsPathIffExistsSimplePath ==
  \A G : \A m, n \in G.node :
    (\E p \in SimplePath(G) : p[1] = m /\ p[Len(p)] = n) <=> (\E p \in Path(G) : p[1] = m /\ p[Len(p)] = n)
THEOREM ConnectedReflexive == \A G : \A n \in G.node : AreConnectedIn(n, n, G)
THEOREM ConnectedTransitive ==
  \A G : \A l, m, n \in G.node : AreConnectedIn(l, m, G) /\ AreConnectedIn(m, n, G) => AreConnectedIn(l, n, G)

\* ---- Trees ----

THEOREM TreeAcyclic ==
  \A G, r : IsTreeWithRoot(G, r) =>
    \A S \in SUBSET G.node : S # {} => \E n \in S : \A e \in G.edge : e[1] = n => e[2] \notin S
THEOREM TreeIrreflexive == \A G, r : IsTreeWithRoot(G, r) => \A n \in G.node : <<n, n>> \notin G.edge
THEOREM TreeSimplePath == \A G, r : IsTreeWithRoot(G, r) => \A p \in Path(G) : p \in SimplePath(G)
THEOREM TreeConnectedAntisymmetric ==
  \A G, r : IsTreeWithRoot(G, r) =>
    \A m, n \in G.node : AreConnectedIn(m, n, G) /\ AreConnectedIn(n, m, G) => m = n

\* A tree of one node; two trees joined; a leaf or a subtree added and taken away.
THEOREM SingletonIsTreeWithRoot == \A r : IsTreeWithRoot([node |-> {r}, edge |-> {}], r)
THEOREM AttachTree ==
  \A G, r, H, s : IsTreeWithRoot(G, r) /\ IsTreeWithRoot(H, s) /\ G.node \cap H.node = {} =>
    \A n \in G.node :
      IsTreeWithRoot([node |-> G.node \cup H.node, edge |-> G.edge \cup H.edge \cup {<<s, n>>}], r)
THEOREM AddLeafToTree ==
  \A G, r, leaf, parent : IsTreeWithRoot(G, r) /\ leaf \notin G.node /\ parent \in G.node =>
    IsTreeWithRoot([node |-> G.node \cup {leaf}, edge |-> G.edge \cup {<<leaf, parent>>}], r)
THEOREM RemoveSubtree ==
  \A G, r : IsTreeWithRoot(G, r) =>
    \A top \in G.node \ {r} :
      LET Rest == {n \in G.node : ~AreConnectedIn(n, top, G)}
      IN  IsTreeWithRoot([node |-> Rest, edge |-> G.edge \cap (Rest \X Rest)], r)
THEOREM RemoveLeafFromTree ==
  \A G, r : IsTreeWithRoot(G, r) =>
    \A leaf, parent \in G.node : Predecessors(G, leaf) = {} /\ <<leaf, parent>> \in G.edge =>
      IsTreeWithRoot([node |-> G.node \ {leaf}, edge |-> G.edge \ {<<leaf, parent>>}], r)

\* The same for trees whose edges lead from the root to the leaves.
LOCAL IsOutwardTree(G, r) == IsDirectedGraph(G) /\ IsTreeWithRoot(Transpose(G), r)

THEOREM SingletonIsTransposedTreeWithRoot == \A r : IsTreeWithRoot(Transpose([node |-> {r}, edge |-> {}]), r)
THEOREM AttachTransposedTree ==
  \A G, r, H, s : IsOutwardTree(G, r) /\ IsOutwardTree(H, s) /\ G.node \cap H.node = {} =>
    \A n \in G.node :
      IsTreeWithRoot(Transpose([node |-> G.node \cup H.node, edge |-> G.edge \cup H.edge \cup {<<n, s>>}]), r)
THEOREM AddLeafToTransposedTree ==
  \A G, r, leaf, parent : IsOutwardTree(G, r) /\ leaf \notin G.node /\ parent \in G.node =>
    IsTreeWithRoot(Transpose([node |-> G.node \cup {leaf}, edge |-> G.edge \cup {<<parent, leaf>>}]), r)
THEOREM RemoveTransposedSubtree ==
  \A G, r : IsOutwardTree(G, r) =>
    \A top \in G.node \ {r} :
      LET Rest == {n \in G.node : ~AreConnectedIn(top, n, G)}
      IN  IsTreeWithRoot(Transpose([node |-> Rest, edge |-> G.edge \cap (Rest \X Rest)]), r)
THEOREM RemoveLeafFromTransposedTree ==
  \A G, r : IsOutwardTree(G, r) =>
    \A leaf, parent \in G.node : Successors(G, leaf) = {} /\ <<parent, leaf>> \in G.edge =>
      IsTreeWithRoot(Transpose([node |-> G.node \ {leaf}, edge |-> G.edge \ {<<parent, leaf>>}]), r)
====
`;
