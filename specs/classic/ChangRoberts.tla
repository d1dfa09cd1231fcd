---------------------------- MODULE ChangRoberts ----------------------------
(***************************************************************************)
(* Leader election in a ring: the greatest identity wins.                  *)
(*                                                                         *)
(* Source:   E. Chang and R. Roberts, "An improved algorithm for           *)
(*           decentralized extrema-finding in circular configurations of   *)
(*           processes", Communications of the ACM 22(5), 1979.            *)
(* Checked:  at most one leader, and only the greatest; every node learns  *)
(*           the same leader; the number of messages stays within the      *)
(*           bound of the paper, N(N+1)/2, plus N to announce the winner.  *)
(*           Each link is a bag of messages: they may overtake each other. *)
(*           Nodes start at any moment; one that is passed by a message    *)
(*           before it started takes part from then on.                    *)
(* Broken:   Swallow = FALSE forwards smaller identities too, so that      *)
(*           several nodes see their own identity come back.               *)
(* Size:     four nodes: some hundreds of states.                          *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets, Bags, TLC

CONSTANTS
  Identity,     \* Identity[i]: the identity of the i-th node, a sequence
  Swallow       \* TRUE: a message with a smaller identity goes no further

ASSUME
  /\ Identity \in Seq(Nat)
  /\ \A i, j \in DOMAIN Identity : Identity[i] = Identity[j] => i = j

N == Len(Identity)
Node == 1..N
After(i) == (i % N) + 1

\* A ring whose identities make the algorithm work hard: each node has to forward.
Descending == <<4, 3, 2, 1>>
Mixed == <<2, 5, 1, 3>>

VARIABLES
  started,    \* the nodes that take part
  link,       \* link[i]: a bag of the messages on the way to node i
  leader,     \* leader[i]: whom node i takes for the leader, 0 for nobody yet
  sent        \* how many messages have been sent

vars == <<started, link, leader, sent>>

Message == [kind : {"candidate", "elected"}, id : Nat]

TypeOK ==
  /\ started \subseteq Node
  /\ DOMAIN link = Node
  /\ \A i \in Node : IsABag(link[i]) /\ BagToSet(link[i]) \subseteq Message
  /\ leader \in [Node -> Nat]
  /\ sent \in Nat

Init ==
  /\ started = {}
  /\ link = [i \in Node |-> EmptyBag]
  /\ leader = [i \in Node |-> 0]
  /\ sent = 0

One(kind, id) == SetToBag({[kind |-> kind, id |-> id]})

Start(i) ==
  /\ i \notin started
  /\ started' = started \cup {i}
  /\ link' = [link EXCEPT ![After(i)] = @ (+) One("candidate", Identity[i])]
  /\ sent' = sent + 1
  /\ UNCHANGED leader

\* Node i takes message m from its link and sends the bag `out` on.
Handle(i, m, out) ==
  /\ link' = [link EXCEPT ![i] = @ (-) SetToBag({m}), ![After(i)] = @ (+) out]
  /\ sent' = sent + BagCardinality(out)

Candidate(i) ==
  \E m \in BagToSet(link[i]) :
    /\ m.kind = "candidate"
    /\ started' = started \cup {i}
    /\ CASE m.id = Identity[i] ->
              /\ leader' = [leader EXCEPT ![i] = m.id]
              /\ Handle(i, m, One("elected", m.id))
         [] m.id > Identity[i] ->
              /\ Handle(i, m, One("candidate", m.id))
              /\ UNCHANGED leader
         [] m.id < Identity[i] ->
              \* A node that is woken by a smaller identity proposes its own.
              /\ Handle(i, m,
                   (IF Swallow THEN EmptyBag ELSE One("candidate", m.id))
                   (+) (IF i \in started THEN EmptyBag ELSE One("candidate", Identity[i])))
              /\ UNCHANGED leader

Elected(i) ==
  \E m \in BagToSet(link[i]) :
    /\ m.kind = "elected"
    /\ IF m.id = Identity[i]
         THEN Handle(i, m, EmptyBag) /\ UNCHANGED leader
         ELSE /\ Handle(i, m, One("elected", m.id))
              /\ leader' = [leader EXCEPT ![i] = m.id]
    /\ UNCHANGED started

\* All is said: the ring stands still, which is no deadlock.
Quiet ==
  /\ started = Node
  /\ \A i \in Node : link[i] = EmptyBag
  /\ UNCHANGED vars

Next == (\E i \in Node : Start(i) \/ Candidate(i) \/ Elected(i)) \/ Quiet

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
Greatest == CHOOSE id \in {Identity[i] : i \in Node} :
              \A j \in Node : Identity[j] <= id

OnlyGreatest == \A i \in Node : leader[i] \in {0, Greatest}

OneLeader == Cardinality({i \in Node : leader[i] = Identity[i]}) <= 1

QuietMeansElected == ENABLED Quiet => \A i \in Node : leader[i] = Greatest

RECURSIVE SumTo(_)
SumTo(n) == IF n = 0 THEN 0 ELSE n + SumTo(n - 1)

FewMessages == sent <= SumTo(N) + N
=============================================================================
