/** The text of module RealTime ("Specifying Systems", chapter 9), which no model checker evaluates. */
export const realTime = String.raw`---- MODULE RealTime ----
\* Time as a variable, and bounds on how long an action may stay enabled.
EXTENDS Reals
VARIABLE now

RTBound(A, v, D, E) ==
  LET TNext(t) == t' = IF <<A>>_v \/ ~(ENABLED <<A>>_v)' THEN 0 ELSE t + (now' - now)
      Timer(t) == t = 0 /\ [][TNext(t)]_<<t, v, now>>
      MaxTime(t) == [](t <= E)
      MinTime(t) == [][A => t >= D]_v
  IN  \EE t : Timer(t) /\ MaxTime(t) /\ MinTime(t)

RTnow(v) ==
  LET NowNext == now' \in {r \in Real : r > now} /\ UNCHANGED v
  IN  now \in Real /\ [][NowNext]_now /\ \A r \in Real : WF_now(NowNext /\ now' > r)
====
`;
