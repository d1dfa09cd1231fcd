-------------------------- MODULE TerminationRing --------------------------
(***************************************************************************)
(* A token that goes round a ring finds out that all nodes have finished.  *)
(*                                                                         *)
(* Source:   E. W. Dijkstra, W. H. J. Feijen, A. J. M. van Gasteren,       *)
(*           "Derivation of a termination detection algorithm for          *)
(*           distributed computations" (EWD 840), Information Processing   *)
(*           Letters 16(5), 1983.                                          *)
(* Checked:  node 0 announces termination only when every node is passive, *)
(*           and the paper's invariant, from which this follows.  Work is  *)
(*           handed over in one step.                                      *)
(* Broken:   Blacken = FALSE: whoever hands work to a node that the token  *)
(*           has already left does not mark itself.                        *)
(* Size:     four nodes: some hundreds of states.                          *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS
  N,           \* how many nodes
  Blacken      \* TRUE: as published

ASSUME N \in Nat /\ N > 1 /\ Blacken \in BOOLEAN

Node == 0 .. N-1

VARIABLES
  active,      \* active[i]: node i works
  black,       \* the nodes that have spoiled the round
  token        \* where it is, and whether a black node has dirtied it

vars == <<active, black, token>>

TypeOK ==
  /\ active \in [Node -> BOOLEAN]
  /\ black \in SUBSET Node
  /\ token \in [at : Node, clean : BOOLEAN]

\* Everybody is black and the token is dirty, so node 0 has to start a round of its own first.
Init ==
  /\ active \in [Node -> BOOLEAN]
  /\ black = Node
  /\ token \in [at : {0}, clean : {FALSE}]

\* Node 0 starts a new round after one that proved nothing.
Restart ==
  /\ token.at = 0
  /\ ~token.clean \/ 0 \in black \/ active[0]
  /\ token' = [at |-> N-1, clean |-> TRUE]
  /\ black' = black \ {0}
  /\ UNCHANGED active

\* A passive node hands the token on, dirty if the node is black.
Pass(i) ==
  /\ i # 0
  /\ token.at = i
  /\ ~active[i]
  /\ token' = [token EXCEPT !.at = @ - 1, !.clean = @ /\ i \notin black]
  /\ black' = black \ {i}
  /\ UNCHANGED active

\* An active node gives work to another; upwards is what may deceive the token.
Send(i, j) ==
  /\ active[i] /\ i # j
  /\ active' = [active EXCEPT ![j] = TRUE]
  /\ black' = IF Blacken /\ j > i THEN black \cup {i} ELSE black
  /\ UNCHANGED token

Finish(i) ==
  /\ active[i]
  /\ active' = [active EXCEPT ![i] = FALSE]
  /\ UNCHANGED <<black, token>>

Detected ==
  /\ token.at = 0 /\ token.clean
  /\ 0 \notin black
  /\ ~active[0]

Idle == Detected /\ UNCHANGED vars

Next ==
  \/ Restart
  \/ Idle
  \/ \E i \in Node :
       \/ Pass(i)
       \/ Finish(i)
       \/ \E j \in Node : Send(i, j)

Spec == Init /\ [][Next]_vars /\ WF_vars(Restart \/ \E i \in Node : Pass(i))

-----------------------------------------------------------------------------
Passive(i) == ~active[i]
Quiescent == \A i \in Node : Passive(i)

DetectionIsRight == Detected => Quiescent

\* P0 \/ P1 \/ P2 of the paper.
Derivation ==
  \/ \A i \in Node : i > token.at => Passive(i)
  \/ \E j \in 0..token.at : j \in black
  \/ ~token.clean
=============================================================================
