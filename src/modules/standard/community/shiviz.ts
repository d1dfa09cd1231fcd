/** The text of module ShiViz. */
export const shiViz = String.raw`---- MODULE ShiViz ----
\* For an ALIAS: who took each step of a counterexample of an algorithm with processes, and vector clocks for it.
LOCAL INSTANCE Integers
LOCAL INSTANCE Json
LOCAL INSTANCE TLC
INSTANCE Toolbox

\* The process whose pc the step to state i changed; in the first state nobody took a step.
LOCAL Hosts ==
  LET host[i \in DOMAIN _TETrace] ==
        IF i = 1 THEN "--"
        ELSE LET before == _TETrace[i - 1].pc
                 after == _TETrace[i].pc
             IN  IF before = after THEN host[i - 1] ELSE CHOOSE p \in DOMAIN before : before[p] # after[p]
  IN  TLCEval(host)

Host == Hosts[_TEPosition]

LOCAL Clocks ==
  LET clock[i \in DOMAIN _TETrace] ==
        IF i = 1 THEN [p \in DOMAIN _TETrace[1].pc |-> 0]
        ELSE [p \in DOMAIN _TETrace[i].pc |-> clock[i - 1][p] + IF p = Hosts[i] THEN 1 ELSE 0]
  IN  TLCEval(clock)

Clock == ToJsonObject(Clocks[_TEPosition])
====
`;
