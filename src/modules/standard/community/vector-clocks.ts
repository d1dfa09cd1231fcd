/** The text of module VectorClocks. The evaluator computes causal orders itself. */
export const vectorClocks = String.raw`---- MODULE VectorClocks ----
\* Logs of events that carry vector clocks: functions from nodes to how many events of each node came before.
EXTENDS Naturals, Sequences, Functions

\* The clock on the nodes D; a node that it does not know is at 0.
LOCAL On(clock, D) == [d \in D |-> IF d \in DOMAIN clock THEN clock[d] ELSE 0]

LOCAL Before(v, w) == (\A i \in DOMAIN v : v[i] <= w[i]) /\ \E i \in DOMAIN v : v[i] < w[i]
LOCAL Concurrent(v, w) == \E i, j \in DOMAIN v : i # j /\ v[i] < w[i] /\ v[j] > w[j]

\* Whether no event of the log stands behind one that it came before.
IsCausalOrder(log, clock(_)) ==
  \A i \in 1 .. Len(log) : \A j \in 1 .. i - 1 :
    LET D == DOMAIN clock(log[i]) \cup DOMAIN clock(log[j])
        later == On(clock(log[i]), D)
        earlier == On(clock(log[j]), D)
    IN  Before(earlier, later) \/ Concurrent(earlier, later)

\* The log in such an order. node gives the node of an event, domain the nodes of a clock.
CausalOrder(log, clock(_), node(_), domain(_)) ==
  CHOOSE new \in {f \in [1 .. Len(log) -> Range(log)] : Range(f) = Range(log)} : IsCausalOrder(new, clock)
====
`;
