--------------------------- MODULE ReadersWriters ---------------------------
(***************************************************************************)
(* Any number of readers together, or one writer alone; readers go first.  *)
(*                                                                         *)
(* Source:   P. J. Courtois, F. Heymans, D. L. Parnas, "Concurrent control *)
(*           with 'readers' and 'writers'", Communications of the ACM      *)
(*           14(10), 1971, the first of its two problems.                  *)
(* Checked:  a writer is alone; the reader count is right whenever the     *)
(*           semaphore that guards it is free; no deadlock.                *)
(*           Semaphores are a module of their own, used twice.             *)
(* Broken:   Guarded = FALSE lets readers count without the semaphore:     *)
(*           the increment is a load and a store, and two can collide.     *)
(* Size:     three readers and two writers: some hundreds of states.       *)
(***************************************************************************)
EXTENDS Naturals, FiniteSets

CONSTANTS
  Readers,
  Writers,
  Guarded       \* TRUE: as published

ASSUME Readers \cap Writers = {} /\ Guarded \in BOOLEAN

VARIABLES
  mutex,        \* semaphore that guards `count`
  room,         \* semaphore of the room: a writer, or the readers together
  count,        \* how many readers are counted
  seen,         \* seen[r]: what reader r loaded of `count`
  at            \* where everybody is

vars == <<mutex, room, count, seen, at>>

\* A semaphore, over whichever variable it is used with.
------------------------------ MODULE Semaphore ------------------------------
VARIABLE free
P == free /\ free' = FALSE
V == free' = TRUE
==============================================================================
Mutex == INSTANCE Semaphore WITH free <- mutex
Room  == INSTANCE Semaphore WITH free <- room

Process == Readers \cup Writers

TypeOK ==
  /\ {mutex, room} \subseteq BOOLEAN
  /\ count \in 0 .. Cardinality(Readers)
  /\ seen \in [Readers -> Nat]
  /\ at \in [Process -> {"out", "enter", "entered", "room", "in", "leave", "left", "last"}]

Init ==
  /\ mutex = TRUE
  /\ room = TRUE
  /\ count = 0
  /\ seen = [r \in Readers |-> 0]
  /\ at = [p \in Process |-> "out"]

Move(p, from, to) == at[p] = from /\ at' = [at EXCEPT ![p] = to]

Lock == IF Guarded THEN Mutex!P ELSE UNCHANGED mutex
Unlock == IF Guarded THEN Mutex!V ELSE UNCHANGED mutex

\* P(mutex); load the count
Enter(r) ==
  /\ Move(r, "out", "enter")
  /\ Lock
  /\ seen' = [seen EXCEPT ![r] = count]
  /\ UNCHANGED <<room, count>>

\* store count + 1; the first one goes for the room
Count(r) ==
  /\ Move(r, "enter", IF seen[r] = 0 THEN "room" ELSE "entered")
  /\ count' = seen[r] + 1
  /\ UNCHANGED <<mutex, room, seen>>

\* P(room), for all readers
TakeRoom(r) ==
  /\ Move(r, "room", "entered")
  /\ Room!P
  /\ UNCHANGED <<mutex, count, seen>>

\* V(mutex); read
Read(r) ==
  /\ Move(r, "entered", "in")
  /\ Unlock
  /\ UNCHANGED <<room, count, seen>>

\* P(mutex); load the count
Leave(r) ==
  /\ Move(r, "in", "leave")
  /\ Lock
  /\ seen' = [seen EXCEPT ![r] = count]
  /\ UNCHANGED <<room, count>>

\* store count - 1; the last one gives the room back
Uncount(r) ==
  /\ Move(r, "leave", IF seen[r] = 1 THEN "last" ELSE "left")
  /\ count' = IF seen[r] = 0 THEN 0 ELSE seen[r] - 1
  /\ UNCHANGED <<mutex, room, seen>>

GiveRoom(r) ==
  /\ Move(r, "last", "left")
  /\ Room!V
  /\ UNCHANGED <<mutex, count, seen>>

Gone(r) ==
  /\ Move(r, "left", "out")
  /\ Unlock
  /\ seen' = [seen EXCEPT ![r] = 0]
  /\ UNCHANGED <<room, count>>

Write(w) ==
  /\ Move(w, "out", "in")
  /\ Room!P
  /\ UNCHANGED <<mutex, count, seen>>

Written(w) ==
  /\ Move(w, "in", "out")
  /\ Room!V
  /\ UNCHANGED <<mutex, count, seen>>

Next ==
  \/ \E r \in Readers :
       \/ Enter(r) \/ Count(r) \/ TakeRoom(r) \/ Read(r)
       \/ Leave(r) \/ Uncount(r) \/ GiveRoom(r) \/ Gone(r)
  \/ \E w \in Writers : Write(w) \/ Written(w)

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
Inside(S) == {p \in S : at[p] = "in"}

WriterAlone ==
  Inside(Writers) # {} => Cardinality(Inside(Process)) = 1

CountIsRight ==
  Guarded /\ mutex => count = Cardinality(Inside(Readers))

RoomIsTaken == room => Inside(Process) = {}
=============================================================================
