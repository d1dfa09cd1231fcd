------------------------------- MODULE Bakery -------------------------------
(***************************************************************************)
(* Mutual exclusion by drawing tickets, for any number of processes.       *)
(*                                                                         *)
(* Source:   L. Lamport, "A new solution of Dijkstra's concurrent          *)
(*           programming problem", Communications of the ACM 17(8), 1974.  *)
(* Checked:  mutual exclusion, and that whoever is inside holds the least  *)
(*           ticket.  Tickets grow without bound; the state constraint     *)
(*           cuts off behaviours in which one exceeds MaxTicket.           *)
(*           A ticket is drawn by reading the others one by one, so two    *)
(*           processes may draw the same number.                           *)
(* Broken:   Doorway = FALSE leaves out the flag that says "drawing".      *)
(* Size:     three processes and four tickets: 35,789 states.              *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANTS
  N,           \* how many processes
  MaxTicket,   \* the bound for the state constraint
  Doorway      \* TRUE: the algorithm as published

ASSUME
  /\ N \in Nat \ {0}
  /\ MaxTicket \in Nat
  /\ Doorway \in BOOLEAN

Proc == 1..N

VARIABLES
  choosing,    \* choosing[p]: p is in the doorway
  ticket,      \* ticket[p]: 0 outside
  pc,
  todo,        \* todo[p]: whom p has still to look at
  most         \* most[p]: the greatest ticket that p has seen so far

vars == <<choosing, ticket, pc, todo, most>>

TypeOK ==
  /\ choosing \in [Proc -> BOOLEAN]
  /\ ticket \in [Proc -> Nat]
  /\ pc \in [Proc -> {"out", "look", "draw", "shut", "next", "wait door", "wait turn", "in"}]
  /\ todo \in [Proc -> SUBSET Proc]
  /\ most \in [Proc -> Nat]

Init ==
  /\ choosing = [p \in Proc |-> FALSE]
  /\ ticket   = [p \in Proc |-> 0]
  /\ pc       = [p \in Proc |-> "out"]
  /\ todo     = [p \in Proc |-> {}]
  /\ most     = [p \in Proc |-> 0]

\* <<ticket, process>> pairs in the order in which they are served.
a \prec b == \/ a[1] < b[1]
             \/ a[1] = b[1] /\ a[2] < b[2]

Card(p) == <<ticket[p], p>>
Least(S) == CHOOSE p \in S : \A q \in S : p <= q
Max(m, n) == IF m > n THEN m ELSE n

Goto(p, place) == pc' = [pc EXCEPT ![p] = place]

Arrive(p) ==
  /\ pc[p] = "out"
  /\ choosing' = [choosing EXCEPT ![p] = Doorway]
  /\ todo' = [todo EXCEPT ![p] = Proc \ {p}]
  /\ most' = [most EXCEPT ![p] = 0]
  /\ Goto(p, "look")
  /\ UNCHANGED ticket

\* Read the others' tickets, in the order of their numbers.
Look(p) ==
  /\ pc[p] = "look"
  /\ IF todo[p] = {}
       THEN Goto(p, "draw") /\ UNCHANGED <<todo, most>>
       ELSE LET q == Least(todo[p]) IN
            /\ most' = [most EXCEPT ![p] = Max(@, ticket[q])]
            /\ todo' = [todo EXCEPT ![p] = @ \ {q}]
            /\ UNCHANGED pc
  /\ UNCHANGED <<choosing, ticket>>

Draw(p) ==
  /\ pc[p] = "draw"
  /\ ticket' = [ticket EXCEPT ![p] = most[p] + 1]
  /\ most' = [most EXCEPT ![p] = 0]
  /\ Goto(p, "shut")
  /\ UNCHANGED <<choosing, todo>>

Shut(p) ==
  /\ pc[p] = "shut"
  /\ choosing' = [choosing EXCEPT ![p] = FALSE]
  /\ todo' = [todo EXCEPT ![p] = Proc \ {p}]
  /\ Goto(p, "next")
  /\ UNCHANGED <<ticket, most>>

NextInQueue(p) ==
  /\ pc[p] = "next"
  /\ Goto(p, CASE todo[p] = {} -> "in"
               [] todo[p] # {} /\ Doorway -> "wait door"
               [] OTHER -> "wait turn")
  /\ UNCHANGED <<choosing, ticket, todo, most>>

WaitDoor(p) ==
  /\ pc[p] = "wait door"
  /\ ~choosing[Least(todo[p])]
  /\ Goto(p, "wait turn")
  /\ UNCHANGED <<choosing, ticket, todo, most>>

WaitTurn(p) ==
  LET q == Least(todo[p])
  IN  /\ pc[p] = "wait turn"
      /\ ticket[q] = 0 \/ Card(p) \prec Card(q)
      /\ todo' = [todo EXCEPT ![p] = @ \ {q}]
      /\ Goto(p, "next")
      /\ UNCHANGED <<choosing, ticket, most>>

Leave(p) ==
  /\ pc[p] = "in"
  /\ ticket' = [ticket EXCEPT ![p] = 0]
  /\ Goto(p, "out")
  /\ UNCHANGED <<choosing, todo, most>>

Next ==
  \E p \in Proc :
    \/ Arrive(p) \/ Look(p) \/ Draw(p) \/ Shut(p)
    \/ NextInQueue(p) \/ WaitDoor(p) \/ WaitTurn(p)
    \/ Leave(p)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
TicketsWithinBound == \A p \in Proc : ticket[p] <= MaxTicket

Inside == {p \in Proc : pc[p] = "in"}

MutualExclusion == Cardinality(Inside) <= 1

\* Nobody inside is preceded by a process that has shut the door behind it.
LeastTicketInside ==
  \A p \in Inside, q \in Proc :
    pc[q] \in {"next", "wait door", "wait turn"} => ~(Card(q) \prec Card(p))
=============================================================================
