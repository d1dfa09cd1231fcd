------------------------------ MODULE Peterson ------------------------------
(***************************************************************************)
(* Mutual exclusion for two processes with three shared words.             *)
(*                                                                         *)
(* Source:   G. L. Peterson, "Myths about the mutual exclusion problem",   *)
(*           Information Processing Letters 12(3), 1981.                   *)
(* Checked:  never both in the critical section; the facts about flag and  *)
(*           turn that make it so.  Every load and store is one step: the  *)
(*           two halves of the waiting condition are read apart.           *)
(* Broken:   FlagFirst = FALSE gives the turn away before raising the      *)
(*           flag, the classical transcription mistake.                    *)
(* Size:     a few dozen states.                                           *)
(***************************************************************************)
EXTENDS Integers

CONSTANT FlagFirst      \* TRUE: raise the flag, then give the turn away

ASSUME FlagIsBoolean == FlagFirst \in BOOLEAN

VARIABLES
  flag,    \* flag[p]: p wants to enter, or is inside
  turn,    \* who goes first if both want to
  pc       \* where each process is

vars == <<flag, turn, pc>>

Proc == {0, 1}
Other(p) == 1 - p

Place == {"outside", "first", "second", "test flag", "test turn", "inside"}

TypeOK ==
  /\ flag \in [Proc -> BOOLEAN]
  /\ turn \in Proc
  /\ pc \in [Proc -> Place]

Init ==
  /\ flag = [p \in Proc |-> FALSE]
  /\ turn \in Proc
  /\ pc = [p \in Proc |-> "outside"]

Go(p, from, to) ==
  /\ pc[p] = from
  /\ pc' = [pc EXCEPT ![p] = to]

RaiseFlag(p) ==
  /\ flag' = [flag EXCEPT ![p] = TRUE]
  /\ UNCHANGED turn

GiveTurn(p) ==
  /\ turn' = Other(p)
  /\ UNCHANGED flag

Want(p) == Go(p, "outside", "first") /\ UNCHANGED <<flag, turn>>

First(p) ==
  /\ Go(p, "first", "second")
  /\ IF FlagFirst THEN RaiseFlag(p) ELSE GiveTurn(p)

Second(p) ==
  /\ Go(p, "second", "test flag")
  /\ IF FlagFirst THEN GiveTurn(p) ELSE RaiseFlag(p)

TestFlag(p) ==
  /\ Go(p, "test flag", IF flag[Other(p)] THEN "test turn" ELSE "inside")
  /\ UNCHANGED <<flag, turn>>

TestTurn(p) ==
  /\ Go(p, "test turn", IF turn = p THEN "inside" ELSE "test flag")
  /\ UNCHANGED <<flag, turn>>

Leave(p) ==
  /\ Go(p, "inside", "outside")
  /\ flag' = [flag EXCEPT ![p] = FALSE]
  /\ UNCHANGED turn

Step(p) == \/ First(p) \/ Second(p)
           \/ TestFlag(p) \/ TestTurn(p)
           \/ Leave(p)

Next == \E p \in Proc : Want(p) \/ Step(p)

\* Whoever has begun goes on; nobody has to begin.
Spec == Init /\ [][Next]_vars /\ \A p \in Proc : WF_vars(Step(p))

-----------------------------------------------------------------------------
MutualExclusion == ~ \A p \in Proc : pc[p] = "inside"

\* The flag is up exactly from the step that raises it to the step that leaves.
FlagMeansInterest ==
  \A p \in Proc :
    FlagFirst => (flag[p] <=> pc[p] \in {"second", "test flag", "test turn", "inside"})

\* Whoever is inside while the other waits has been given the turn.
InsideHasTurn ==
  FlagFirst =>
    \A p \in Proc :
      /\ pc[p] = "inside"
      /\ pc[Other(p)] \in {"test flag", "test turn"}
      => turn = p

THEOREM Spec => []MutualExclusion
=============================================================================
