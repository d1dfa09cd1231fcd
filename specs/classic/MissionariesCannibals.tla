----------------------- MODULE MissionariesCannibals -----------------------
(***************************************************************************)
(* A river, a boat, and two kinds of people: wherever missionaries stand,  *)
(* cannibals must not outnumber them.  Can everybody cross?                *)
(*                                                                         *)
(* Source:   a puzzle older than its names: Alcuin of York's jealous       *)
(*           husbands, about 800; in this dress S. Amarel, "On             *)
(*           representations of problems of reasoning about actions",      *)
(*           Machine Intelligence 3, 1968.                                 *)
(* Checked:  SomebodyLeft, the negation of what the puzzle asks for.       *)
(*           Where it is violated, the counterexample is the shortest      *)
(*           solution; where it holds, there is none.  Tartaglia believed  *)
(*           that four couples can cross in a boat for two; they cannot.   *)
(* Size:     three of each cross in 11 trips.  People are told apart; some *)
(*           hundreds of states at most.                                   *)
(***************************************************************************)
EXTENDS Integers, FiniteSets

CONSTANTS
  Missionaries,
  Cannibals,
  Seats            \* the boat takes at least one person and at most so many

ASSUME
  /\ IsFiniteSet(Missionaries) /\ IsFiniteSet(Cannibals)
  /\ Missionaries \cap Cannibals = {}
  /\ Seats \in Nat \ {0}

Person == Missionaries \union Cannibals

VARIABLE world     \* the boat's bank, and who stands on which bank

Bank == {"left", "right"}
Opposite == [left |-> "right", right |-> "left"]

TypeOK ==
  world \in [boat : Bank, at : [Bank -> SUBSET Person]]

Init ==
  world = [boat |-> "left",
           at   |-> [b \in Bank |-> IF b = "left" THEN Person ELSE {}]]

Peaceful(group) ==
  \/ group \cap Missionaries = {}
  \/ Cardinality(group \cap Cannibals) <= Cardinality(group \cap Missionaries)

Crews == {crew \in SUBSET Person : Cardinality(crew) \in 1..Seats}

Cross(crew) ==
  LET here  == world.boat
      there == Opposite[here]
  IN  /\ crew \subseteq world.at[here]
      /\ world' = [world EXCEPT !.boat = there,
                                !.at[here] = @ \ crew,
                                !.at[there] = @ \union crew]
      /\ \A b \in Bank : Peaceful(world'.at[b])

Next == \E crew \in Crews : Cross(crew)

-----------------------------------------------------------------------------
NobodyLost ==
  /\ world.at.left \cup world.at.right = Person
  /\ world.at.left \cap world.at.right = {}

EverybodyAlive == \A b \in Bank : Peaceful(world.at[b])

SomebodyLeft == world.at["right"] # Person
=============================================================================
