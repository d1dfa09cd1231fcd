/** The text of module TransitiveClosure. The evaluator computes the closure itself. */
export const transitiveClosure = String.raw`---- MODULE TransitiveClosure ----
\* Relations as sets of pairs.
EXTENDS Integers, Sequences, FiniteSets, TLC

\* What stands in the relation to something, or something to it.
Support(R) == {p[1] : p \in R} \cup {p[2] : p \in R}

\* The smallest transitive relation that R is a part of.
TC(R) ==
  LET S == Support(R)
  IN  {p \in S \X S :
         \E w \in Seq(S) :
           /\ Len(w) > 1
           /\ w[1] = p[1]
           /\ w[Len(w)] = p[2]
           /\ \A i \in 1 .. Len(w) - 1 : <<w[i], w[i + 1]>> \in R}

\* The same, by the names of other ways to define it.
TC1(R) == TC(R)
TC2(R) == TC(R)
TC3(R) == TC(R)
TC4(R) == TC(R)

\* Whether s and t stand in the transitive closure of an operator on S.
TC5(R(_, _), S, s, t) == <<s, t>> \in TC({p \in S \X S : R(p[1], p[2])})

\* The composition: from the first relation on with the second.
R ** T == {p \in Support(R) \X Support(T) : \E m \in Support(R) : <<p[1], m>> \in R /\ <<m, p[2]>> \in T}
====
`;
