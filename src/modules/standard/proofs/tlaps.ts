/** The text of module TLAPS: what proofs say to the proof system. Model checking needs its names only. */
export const tlaps = String.raw`---- MODULE TLAPS ----
\* Names that BY and USE list in proofs: which prover is to find a step, how, and for how long. As facts they say
\* nothing.

\* ---- Provers; those with a T take the seconds that they may need, those with an M an Isabelle tactic ----

SMT == TRUE
SMTT(seconds) == TRUE
CVC3 == TRUE
CVC3T(seconds) == TRUE
CVC4 == TRUE
CVC4T(seconds) == TRUE
Yices == TRUE
YicesT(seconds) == TRUE
veriT == TRUE
veriTT(seconds) == TRUE
Zipper == TRUE
ZipperT(seconds) == TRUE
Z3 == TRUE
Z3T(seconds) == TRUE
Spass == TRUE
SpassT(seconds) == TRUE
Zenon == TRUE
ZenonT(seconds) == TRUE
SlowZenon == TRUE
SlowerZenon == TRUE
VerySlowZenon == TRUE
SlowestZenon == TRUE
Isa == TRUE
IsaT(seconds) == TRUE
IsaM(tactic) == TRUE
IsaMT(tactic, seconds) == TRUE

\* Linear arithmetic, and propositional temporal logic.
SimpleArithmetic == TRUE
LS4 == TRUE
LS4T(seconds) == TRUE
PTL == TRUE

\* Several provers in turn.
AllProvers == TRUE
AllProversT(seconds) == TRUE
AllSMT == TRUE
AllSMTT(seconds) == TRUE
AllIsa == TRUE
AllIsaT(seconds) == TRUE

\* ---- Isabelle's tactics ----

Auto == TRUE
SlowAuto == TRUE
SlowerAuto == TRUE
SlowestAuto == TRUE
Force == TRUE
SlowForce == TRUE
SlowerForce == TRUE
SlowestForce == TRUE
SimplifyAndSolve == TRUE
SlowSimplifyAndSolve == TRUE
SlowerSimplifyAndSolve == TRUE
SlowestSimplifyAndSolve == TRUE
Simplification == TRUE
SlowSimplification == TRUE
SlowerSimplification == TRUE
SlowestSimplification == TRUE
Blast == TRUE
SlowBlast == TRUE
SlowerBlast == TRUE
SlowestBlast == TRUE
AutoBlast == TRUE
IsaWithSetExtensionality == TRUE

\* ---- What to do with ENABLED, \cdot and definitions before a prover is asked ----

ExpandENABLED == TRUE
ExpandCdot == TRUE
AutoUSE == TRUE
Lambdify == TRUE
ENABLEDaxioms == TRUE
LevelComparison == TRUE
EnabledWrapper(Op(_)) == FALSE
CdotWrapper(Op(_)) == FALSE
Trivial == TRUE

\* ---- Two facts that provers do not try by themselves ----

THEOREM SetExtensionality == \A A, B : (\A e : e \in A <=> e \in B) => A = B
THEOREM NoSetContainsEverything == \A A : \E e : e \notin A
====
`;
