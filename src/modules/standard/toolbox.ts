/** The text of module Toolbox, which specs that the TLA+ Toolbox generated extend. */
export const toolbox = String.raw`---- MODULE Toolbox ----
LOCAL INSTANCE Naturals
LOCAL INSTANCE FiniteSets
LOCAL INSTANCE TLC

\* The trace that is explored: generated specs replace it.
_TETrace == CHOOSE f \in [Nat \ {0} -> STRING] : TRUE

LOCAL Length == Cardinality(DOMAIN _TETrace)

\* The position in that trace: the current level, but between 1 and its length.
_TEPosition ==
  IF TLCGet("level") >= Length THEN Length ELSE IF TLCGet("level") = 0 THEN 1 ELSE TLCGet("level")
====
`;
