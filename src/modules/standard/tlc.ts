/** The text of module TLC. The evaluator computes its operators itself. */
export const tlc = String.raw`---- MODULE TLC ----
\* What TLC offers to specs: printing, assertions, functions written out, and a few more.
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences

LOCAL Native == CHOOSE v : TRUE

\* Print prints its arguments and has the value of the second; PrintT prints and is TRUE.
Print(out, value) == value
PrintT(out) == TRUE

\* TRUE, or an error that says why.
Assert(condition, out) == condition = TRUE

\* Whole seconds since 1970.
JavaTime == Native

\* Registers 0, 1, 2, ... and those named "s:...". Other names stand for what is known of the search.
TLCGet(register) == Native
TLCSet(register, value) == TRUE

d :> e == [x \in {d} |-> e]

f @@ g == [x \in DOMAIN f \cup DOMAIN g |-> IF x \in DOMAIN f THEN f[x] ELSE g[x]]

Permutations(S) == {f \in [S -> S] : \A y \in S : \E x \in S : f[x] = y}

SortSeq(s, Before(_, _)) ==
  LET order == CHOOSE p \in Permutations(1 .. Len(s)) :
                 \A i, j \in 1 .. Len(s) : i < j => Before(s[p[i]], s[p[j]]) \/ s[p[i]] = s[p[j]]
  IN  [i \in 1 .. Len(s) |-> s[order[i]]]

RandomElement(S) == CHOOSE e \in S : TRUE

\* Every value is in Any.
Any == Native

ToString(v) == Native

TLCEval(v) == v
====
`;
