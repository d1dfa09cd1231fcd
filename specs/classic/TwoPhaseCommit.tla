--------------------------- MODULE TwoPhaseCommit ---------------------------
(***************************************************************************)
(* A coordinator collects votes, then tells everybody the decision.        *)
(* Participants may crash and come back with what they have logged.        *)
(*                                                                         *)
(* Source:   J. Gray, "Notes on data base operating systems", LNCS 60,     *)
(*           1978; in terms of message sets J. Gray and L. Lamport,        *)
(*           "Consensus on transaction commit", ACM TODS 31(1), 2006.      *)
(* Checked:  the conditions of AtomicCommit under a refinement mapping     *)
(*           that shows a crashed participant by its log, and that every   *)
(*           step is one that AtomicCommit allows: an action constraint    *)
(*           that asserts it.  Messages are never lost, but arrive in any  *)
(*           order and more than once.                                     *)
(* Broken:   Quorum = 2 of 3 lets the coordinator commit before all votes  *)
(*           are in.                                                       *)
(* Size:     three participants: 1,539 states.                             *)
(***************************************************************************)
EXTENDS Integers, FiniteSets, TLC

CONSTANTS
  Participant,
  Quorum,         \* votes that the coordinator waits for
  Nobody          \* sender of the coordinator's messages

ASSUME
  /\ Nobody \notin Participant
  /\ Assert(Quorum \in 1..Cardinality(Participant), "Quorum must be a number of participants")

VARIABLES
  part,           \* part[p]: what p does now, and what is in its log
  coord,          \* the coordinator: its decision, and who has voted yes
  sent            \* all messages ever sent

vars == <<part, coord, sent>>

Doing == {"working", "waiting", "committed", "aborted", "down"}
Logged == {"nothing", "ready", "commit", "abort"}
Message ==   [kind : {"yes", "no"}, from : Participant]
        \cup [kind : {"commit", "abort"}, from : {Nobody}]

TypeOK ==
  /\ part \in [Participant -> [doing : Doing, log : Logged]]
  /\ coord \in [decision : {"none", "commit", "abort"}, yes : SUBSET Participant]
  /\ sent \subseteq Message

Init ==
  /\ part = [p \in Participant |-> [doing |-> "working", log |-> "nothing"]]
  /\ coord = [decision |-> "none", yes |-> {}]
  /\ sent = {}

Send(kind, from) == sent' = sent \cup {[kind |-> kind, from |-> from]}
Told(kind) == [kind |-> kind, from |-> Nobody] \in sent

------------------------------- (* participants *) --------------------------
VoteYes(p) ==
  /\ part[p].doing = "working"
  /\ part' = [part EXCEPT ![p] = [doing |-> "waiting", log |-> "ready"]]
  /\ Send("yes", p)
  /\ UNCHANGED coord

VoteNo(p) ==
  /\ part[p].doing = "working"
  /\ part' = [part EXCEPT ![p].doing = "aborted", ![p].log = "abort"]
  /\ Send("no", p)
  /\ UNCHANGED coord

Obey(p) ==
  /\ part[p].doing = "waiting"
  /\ \/ /\ Told("commit")
        /\ part' = [part EXCEPT ![p] = [doing |-> "committed", log |-> "commit"]]
     \/ /\ Told("abort")
        /\ part' = [part EXCEPT ![p] = [doing |-> "aborted", log |-> "abort"]]
  /\ UNCHANGED <<coord, sent>>

Crash(p) ==
  /\ part[p].doing \in {"working", "waiting"}
  /\ part' = [part EXCEPT ![p].doing = "down"]
  /\ UNCHANGED <<coord, sent>>

\* Without an entry in the log the transaction cannot have been promised: abort.
AfterCrash == "nothing" :> "aborted" @@ "ready" :> "waiting"

Recover(p) ==
  /\ part[p].doing = "down"
  /\ LET now == AfterCrash[part[p].log] IN
     part' = [part EXCEPT ![p] =
                [@ EXCEPT !.doing = now, !.log = IF now = "aborted" THEN "abort" ELSE @]]
  /\ UNCHANGED <<coord, sent>>

------------------------------- (* coordinator *) ---------------------------
Collect ==
  /\ coord.decision = "none"
  /\ \E m \in {n \in sent : n.kind = "yes"} :
       /\ m.from \notin coord.yes
       /\ coord' = [coord EXCEPT !.yes = @ \cup {m.from}]
  /\ UNCHANGED <<part, sent>>

DecideCommit ==
  /\ coord.decision = "none"
  /\ Cardinality(coord.yes) >= Quorum
  /\ coord' = [coord EXCEPT !.decision = "commit"]
  /\ Send("commit", Nobody)
  /\ UNCHANGED part

\* On a no, or because it has waited long enough.
DecideAbort ==
  /\ coord.decision = "none"
  /\ coord' = [coord EXCEPT !.decision = "abort"]
  /\ Send("abort", Nobody)
  /\ UNCHANGED part

Finished == \A p \in Participant : part[p].doing \in {"committed", "aborted"}
Done == Finished /\ coord.decision # "none" /\ UNCHANGED vars

Next ==
  \/ \E p \in Participant :
       VoteYes(p) \/ VoteNo(p) \/ Obey(p) \/ Crash(p) \/ Recover(p)
  \/ Collect \/ DecideCommit \/ DecideAbort
  \/ Done

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
\* Seen from above a participant is in the state that its log promises.
Promise(log) == CASE log = "nothing" -> "working"
                  [] log = "ready"   -> "ready"
                  [] log = "commit"  -> "committed"
                  [] log = "abort"   -> "aborted"

Promised == [p \in Participant |-> Promise(part[p].log)]

AC == INSTANCE AtomicCommit WITH state <- Promised

Abstract == AC!TypeOK
Agreement == AC!Agreement
OnlyTogether == AC!OnlyTogether

\* Checked as an action constraint, this fails at the first step that AtomicCommit does not know.
Refines == Assert([AC!Next]_Promised, "a step that AtomicCommit does not allow")

LogMatchesDoing ==
  \A p \in Participant :
    CASE part[p].doing = "down" -> part[p].log \in {"nothing", "ready"}
      [] part[p].doing \in {"committed", "aborted"} -> part[p].log # "ready"
      [] OTHER -> TRUE

CoordinatorKnows == coord.yes \subseteq {m.from : m \in {n \in sent : n.kind = "yes"}}
=============================================================================
