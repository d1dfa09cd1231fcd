---------------------------- MODULE AtomicCommit ----------------------------
(***************************************************************************)
(* What any commit protocol has to achieve: the participants of a          *)
(* transaction all commit or all abort, and commit only if all agreed.     *)
(*                                                                         *)
(* Source:   J. Gray, "Notes on data base operating systems", LNCS 60,     *)
(*           1978; P. A. Bernstein, V. Hadzilacos, N. Goodman,             *)
(*           "Concurrency Control and Recovery in Database Systems", 1987, *)
(*           chapter 7, conditions AC1 to AC3.                             *)
(* Checked:  Agreement.  TwoPhaseCommit instantiates this module with a    *)
(*           refinement mapping and checks the same formula of it.         *)
(* Size:     tens of states.                                               *)
(***************************************************************************)
CONSTANT Participant
VARIABLE state      \* state[p]

TypeOK == state \in [Participant -> {"working", "ready", "committed", "aborted"}]

Init == state = [p \in Participant |-> "working"]

Set(p, s) == state' = [state EXCEPT ![p] = s]

Agree(p) == state[p] = "working" /\ Set(p, "ready")

Commit(p) ==
  /\ state[p] = "ready"
  /\ \A q \in Participant : state[q] \in {"ready", "committed"}
  /\ Set(p, "committed")

Abort(p) ==
  /\ state[p] \in {"working", "ready"}
  /\ \A q \in Participant : state[q] # "committed"
  /\ Set(p, "aborted")

Decided == \A p \in Participant : state[p] \in {"committed", "aborted"}

Next == \/ \E p \in Participant : Agree(p) \/ Commit(p) \/ Abort(p)
        \/ Decided /\ UNCHANGED state

Spec == Init /\ [][Next]_state

-----------------------------------------------------------------------------
Agreement ==
  \A p, q \in Participant : ~(state[p] = "committed" /\ state[q] = "aborted")

\* Nobody commits before all were ready.
OnlyTogether ==
  (\E p \in Participant : state[p] = "committed")
    => \A p \in Participant : state[p] \in {"ready", "committed"}
=============================================================================
