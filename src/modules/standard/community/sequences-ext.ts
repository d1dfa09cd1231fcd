/** The text of module SequencesExt. The evaluator computes what walks along a sequence itself. */
export const sequencesExt = String.raw`---- MODULE SequencesExt ----
\* Sequences: made from sets, searched, changed, compared, folded, and replaced in part.
EXTENDS Sequences, Naturals, FiniteSets, FiniteSetsExt, Folds, Functions, Bags, TLC

\* ---- Sequences and sets ----

\* The set and the bag of a sequence's elements.
ToSet(s) == {s[i] : i \in DOMAIN s}
ToBag(s) == [e \in Range(s) |-> Cardinality({i \in DOMAIN s : s[i] = e})]

\* A sequence that has each element of a set once; all such sequences; one that op sorts.
SetToSeq(S) == CHOOSE f \in [1 .. Cardinality(S) -> S] : IsInjective(f)
SetToSeqs(S) ==
  LET D == 1 .. Cardinality(S) IN {f \in [D -> S] : \A i, j \in D : i # j => f[i] # f[j]}
SetToSortSeq(S, op(_, _)) == SortSeq(SetToSeq(S), op)

\* The sequences of different elements of S, of any length.
SetToAllKPermutations(S) == UNION {SetToSeqs(T) : T \in SUBSET S}

\* The sequences of n, or of at most n, elements of S.
TupleOf(S, n) == [1 .. n -> S]
SeqOf(S, n) == UNION {[1 .. m -> S] : m \in 0 .. n}
BoundedSeq(S, n) == SeqOf(S, n)

\* ---- Looking into a sequence ----

Contains(s, e) == \E i \in 1 .. Len(s) : s[i] = e

\* Whether each element stands in relation op to all that come after it.
IsSorted(s, op(_, _)) == \A i, j \in 1 .. Len(s) : i < j => op(s[i], s[j])

\* The position of the first (or last) element that passes the test, among all or those from position m to n;
\* 0 if none does.
SelectInSeq(s, Test(_)) ==
  LET Found == {i \in 1 .. Len(s) : Test(s[i])} IN IF Found = {} THEN 0 ELSE Min(Found)
SelectInSubSeq(s, m, n, Test(_)) ==
  LET Found == {i \in m .. n : Test(s[i])} IN IF Found = {} THEN 0 ELSE Min(Found)
SelectLastInSeq(s, Test(_)) ==
  LET Found == {i \in 1 .. Len(s) : Test(s[i])} IN IF Found = {} THEN 0 ELSE Max(Found)
SelectLastInSubSeq(s, m, n, Test(_)) ==
  LET Found == {i \in m .. n : Test(s[i])} IN IF Found = {} THEN 0 ELSE Max(Found)

\* ---- Changing a sequence ----

Reverse(s) == [i \in 1 .. Len(s) |-> s[Len(s) - i + 1]]

\* Without e, wherever it is; with new wherever old was.
Remove(s, e) == SelectSeq(s, LAMBDA x : x # e)
ReplaceAll(s, old, new) == [i \in 1 .. Len(s) |-> IF s[i] = old THEN new ELSE s[i]]

\* With e put in at position i, in the place of what is there, or with that position taken out.
InsertAt(s, i, e) == SubSeq(s, 1, i - 1) \o <<e>> \o SubSeq(s, i, Len(s))
ReplaceAt(s, i, e) == [s EXCEPT ![i] = e]
RemoveAt(s, i) == SubSeq(s, 1, i - 1) \o SubSeq(s, i + 1, Len(s))

\* Without the first e, or the first element that passes the test, if there is one.
RemoveFirst(s, e) == IF Contains(s, e) THEN RemoveAt(s, SelectInSeq(s, LAMBDA x : x = e)) ELSE s
RemoveFirstMatch(s, Test(_)) ==
  LET i == SelectInSeq(s, Test) IN IF i = 0 THEN s ELSE RemoveAt(s, i)

\* Put in front, put behind.
Cons(e, s) == <<e>> \o s
Snoc(e, s) == Append(s, e)

Front(s) == SubSeq(s, 1, Len(s) - 1)
Last(s) == s[Len(s)]

\* ---- Beginnings and ends ----

IsPrefix(s, t) == Len(s) <= Len(t) /\ SubSeq(s, 1, Len(s)) = SubSeq(t, 1, Len(s))
IsStrictPrefix(s, t) == IsPrefix(s, t) /\ s # t
IsSuffix(s, t) == IsPrefix(Reverse(s), Reverse(t))
IsStrictSuffix(s, t) == IsSuffix(s, t) /\ s # t

Prefixes(s) == {SubSeq(s, 1, n) : n \in 0 .. Len(s)}
Suffixes(s) == {SubSeq(s, n, Len(s)) : n \in 1 .. Len(s)} \cup {<< >>}

\* What begins all sequences of S; the longest such beginning.
CommonPrefixes(S) == {p \in UNION {Prefixes(s) : s \in S} : \A s \in S : IsPrefix(p, s)}
LongestCommonPrefix(S) ==
  CHOOSE p \in CommonPrefixes(S) : \A q \in CommonPrefixes(S) : Len(q) <= Len(p)

\* a modulo b, in 1..b.
SeqMod(a, b) == IF a % b = 0 THEN b ELSE a % b

\* ---- Folds ----

\* The elements combined with op; what comes out is certain only if their order does not matter.
FoldSeq(op(_, _), base, s) == FoldFunction(op, base, s)

\* op(... op(op(base, s[1]), s[2]) ..., s[n]) and op(s[1], op(s[2], ... op(s[n], base))).
FoldLeft(op(_, _), base, s) ==
  MapThenFoldSet(LAMBDA x, y : op(y, x), base, LAMBDA i : s[i], LAMBDA S : Max(S), DOMAIN s)
FoldRight(op(_, _), s, base) ==
  MapThenFoldSet(op, base, LAMBDA i : s[i], LAMBDA S : Min(S), DOMAIN s)

\* The same with the positions in the place of the elements.
FoldLeftDomain(op(_, _), base, s) == FoldLeft(op, base, [i \in DOMAIN s |-> i])
FoldRightDomain(op(_, _), s, base) == FoldRight(op, [i \in DOMAIN s |-> i], base)

\* All sequences of a sequence, one after the other.
FlattenSeq(seqs) ==
  LET Joined[i \in 1 .. Len(seqs)] == IF i = 1 THEN seqs[1] ELSE Joined[i - 1] \o seqs[i]
  IN  IF Len(seqs) = 0 THEN seqs ELSE Joined[Len(seqs)]

\* Pairs of the elements at the same positions, as far as the shorter sequence goes.
Zip(s, t) == [i \in 1 .. (IF Len(s) <= Len(t) THEN Len(s) ELSE Len(t)) |-> <<s[i], t[i]>>]

\* <<s[1]>>, <<t[1]>>, <<s[2]>>, <<t[2]>> and so on; both have the same length.
Interleave(s, t) ==
  CASE Len(s) = Len(t) /\ Len(s) = 0 -> << << >>, << >> >>
    [] Len(s) = Len(t) /\ Len(s) > 0 ->
         [i \in 1 .. 2 * Len(s) |-> IF i % 2 = 1 THEN <<s[(i + 1) \div 2]>> ELSE <<t[i \div 2]>>]

\* ---- Parts ----

\* The contiguous parts, and all parts; the empty sequence is one.
SubSeqs(s) == {SubSeq(s, i + 1, j) : i, j \in 0 .. Len(s)}
AllSubSeqs(s) == {FoldFunction(Snoc, << >>, [i \in D |-> s[i]]) : D \in SUBSET DOMAIN s}

\* The position in t where s begins for the first time.
IndexFirstSubSeq(s, t) ==
  LET end == CHOOSE n \in 0 .. Len(t) :
               /\ s \in SubSeqs(SubSeq(t, 1, n))
               /\ \A m \in 0 .. n - 1 : s \notin SubSeqs(SubSeq(t, 1, m))
  IN  end - Len(s) + 1

\* t with new in the place of the old that begins at position i, of the first old, of all old ones from the left.
ReplaceSubSeqAt(i, new, old, t) == SubSeq(t, 1, i - 1) \o new \o SubSeq(t, i + Len(old), Len(t))
ReplaceFirstSubSeq(new, old, t) ==
  IF old \in SubSeqs(t) THEN ReplaceSubSeqAt(IndexFirstSubSeq(old, t), new, old, t) ELSE t
ReplaceAllSubSeqs(new, old, t) ==
  LET Done[i \in 1 .. Len(t) + 1] ==
        CASE i > Len(t) -> << >>
          [] old = << >> -> new \o <<t[i]>> \o Done[i + 1]
          [] old # << >> /\ IsPrefix(old, SubSeq(t, i, Len(t))) -> new \o Done[i + Len(old)]
          [] OTHER -> <<t[i]>> \o Done[i + 1]
  IN  IF old = t THEN new ELSE Done[1]
====
`;
