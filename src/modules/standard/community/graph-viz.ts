/** The text of module GraphViz. The evaluator computes its operator itself. */
export const graphViz = String.raw`---- MODULE GraphViz ----
\* The graph G, a record of node and edge, in the language of Graphviz; NodeLabel and EdgeLabel say what to write.
DotDiGraph(G, NodeLabel(_), EdgeLabel(_)) == CHOOSE text \in STRING : TRUE
====
`;
