import { sequencesExtFolds } from "./sequences-ext-theorems-recursion.js";

/** The text of module SequencesExtTheorems: definitions, and theorems for proofs, without proofs of their own. */
export const sequencesExtTheorems = String.raw`---- MODULE SequencesExtTheorems ----
\* Sequences: beginnings and ends, reversal, order, recursion, folds.
EXTENDS Sequences, SequencesExt, Functions, Integers, WellFoundedInduction

THEOREM SeqOfSeq == \A S : \A n \in Int : SeqOf(S, n) = {s \in Seq(S) : Len(s) <= n}

\* ---- Cons ----

THEOREM ConsProperties ==
  \A S : \A s \in Seq(S), e \in S :
    LET t == Cons(e, s)
    IN  /\ t \in Seq(S)
        /\ t # << >>
        /\ Len(t) = Len(s) + 1
        /\ Head(t) = e
        /\ Tail(t) = s
        /\ t[1] = e
        /\ \A i \in 1 .. Len(s) : t[i + 1] = s[i]
        /\ \A i \in 2 .. Len(s) + 1 : t[i] = s[i - 1]
THEOREM ConsEmpty == \A e : Cons(e, << >>) = <<e>>
THEOREM ConsHeadTail == \A S : \A s \in Seq(S) : s # << >> => Cons(Head(s), Tail(s)) = s
THEOREM ConsAppend == \A S : \A s \in Seq(S) : \A d, e \in S : Cons(d, Append(s, e)) = Append(Cons(d, s), e)
THEOREM ConsConcat == \A S : \A e \in S : \A s, t \in Seq(S) : Cons(e, s \o t) = Cons(e, s) \o t
THEOREM ConsInjective ==
  \A S : \A d, e \in S : \A s, t \in Seq(S) : Cons(d, s) = Cons(e, t) <=> (d = e /\ s = t)
THEOREM SequencesInductionCons ==
  ASSUME NEW P(_), NEW S, P(<< >>), \A s \in Seq(S) : \A e \in S : P(s) => P(Cons(e, s))
  PROVE  \A s \in Seq(S) : P(s)

\* ---- Contains ----

THEOREM ContainsRange == \A S, e : \A s \in Seq(S) : Contains(s, e) <=> e \in Range(s)
THEOREM ContainsEmpty == \A e : ~Contains(<< >>, e)
THEOREM ContainsAppend == \A S, d, e : \A s \in Seq(S) : Contains(Append(s, d), e) <=> (Contains(s, e) \/ d = e)
THEOREM ContainsSingleton == \A d, e : Contains(<<d>>, e) <=> d = e
THEOREM ContainsConcat ==
  \A S, T, e : \A s \in Seq(S), t \in Seq(T) : Contains(s \o t, e) <=> (Contains(s, e) \/ Contains(t, e))
THEOREM ContainsCons == \A S, d, e : \A s \in Seq(S) : Contains(Cons(d, s), e) <=> (d = e \/ Contains(s, e))
THEOREM ContainsTail == \A S, e : \A s \in Seq(S) : s # << >> /\ Contains(Tail(s), e) => Contains(s, e)
THEOREM ContainsTailExceptHead ==
  \A S, e : \A s \in Seq(S) : s # << >> /\ Contains(s, e) /\ e # Head(s) => Contains(Tail(s), e)

\* ---- Sorted sequences ----

THEOREM SortedEmpty ==
  ASSUME NEW op(_, _)
  PROVE  IsSorted(<< >>, op)
THEOREM SortedSingleton ==
  ASSUME NEW op(_, _), NEW e
  PROVE  IsSorted(<<e>>, op)
THEOREM SortedAppend ==
  ASSUME NEW S, NEW op(_, _), \A x, y, z \in S : op(x, y) /\ op(y, z) => op(x, z),
         NEW s \in Seq(S), IsSorted(s, op), NEW e \in S, s # << >> => op(s[Len(s)], e)
  PROVE  IsSorted(Append(s, e), op)
THEOREM SortedConcat ==
  ASSUME NEW S, NEW op(_, _), \A x, y, z \in S : op(x, y) /\ op(y, z) => op(x, z),
         NEW s \in Seq(S), IsSorted(s, op), NEW t \in Seq(S), IsSorted(t, op),
         s # << >> /\ t # << >> => op(s[Len(s)], t[1])
  PROVE  IsSorted(s \o t, op)
THEOREM SortedInjective ==
  ASSUME NEW S, NEW op(_, _), \A x \in S : ~op(x, x), NEW s \in Seq(S), IsSorted(s, op)
  PROVE  IsInjective(s)
THEOREM SortedSubSeq ==
  ASSUME NEW S, NEW op(_, _), NEW s \in Seq(S), IsSorted(s, op), NEW m \in 1 .. Len(s) + 1, NEW n \in 0 .. Len(s)
  PROVE  IsSorted(SubSeq(s, m, n), op)

\* ---- Elements put in and taken out ----

THEOREM InsertAtProperties ==
  \A S : \A s \in Seq(S), e \in S : \A i \in 1 .. Len(s) + 1 :
    LET t == InsertAt(s, i, e)
    IN  /\ t \in Seq(S)
        /\ Len(t) = Len(s) + 1
        /\ \A j \in 1 .. Len(s) + 1 : t[j] = IF j = i THEN e ELSE IF j > i THEN s[j - 1] ELSE s[j]
THEOREM RemoveAtProperties ==
  \A S : \A s \in Seq(S) : \A i \in 1 .. Len(s) :
    LET t == RemoveAt(s, i)
    IN  /\ t \in Seq(S)
        /\ Len(t) = Len(s) - 1
        /\ \A j \in 1 .. Len(s) - 1 : t[j] = IF j >= i THEN s[j + 1] ELSE s[j]

\* ---- Front and Last ----

THEOREM FrontProperties ==
  \A S : \A s \in Seq(S) :
    /\ Front(s) \in Seq(S)
    /\ Len(Front(s)) = IF s # << >> THEN Len(s) - 1 ELSE 0
    /\ \A i \in 1 .. Len(s) - 1 : Front(s)[i] = s[i]
THEOREM FrontOfEmpty == Front(<< >>) = << >>
THEOREM LastProperties == \A S : \A s \in Seq(S) : s # << >> => Last(s) \in S /\ Append(Front(s), Last(s)) = s
THEOREM FrontLastOfSubSeq ==
  \A S : \A s \in Seq(S) : \A m \in 1 .. Len(s) : \A n \in m .. Len(s) :
    Front(SubSeq(s, m, n)) = SubSeq(s, m, n - 1) /\ Last(SubSeq(s, m, n)) = s[n]
THEOREM FrontLastAppend == \A S : \A s \in Seq(S), e \in S : Front(Append(s, e)) = s /\ Last(Append(s, e)) = e
LEMMA FrontInjectiveSeq ==
  \A S : \A s \in Seq(S) :
    IsInjective(s) /\ s # << >> => IsInjective(Front(s)) /\ Range(Front(s)) = Range(s) \ {Last(s)}
THEOREM SequencesInductionFront ==
  ASSUME NEW S, NEW P(_), P(<< >>), \A s \in Seq(S) : s # << >> /\ P(Front(s)) => P(s)
  PROVE  \A s \in Seq(S) : P(s)

\* ---- Reverse ----

THEOREM ReverseProperties ==
  \A S : \A s \in Seq(S) : Reverse(s) \in Seq(S) /\ Len(Reverse(s)) = Len(s) /\ Reverse(Reverse(s)) = s
THEOREM ReverseEmpty == Reverse(<< >>) = << >>
THEOREM ReverseEqual == \A S : \A s, t \in Seq(S) : Reverse(s) = Reverse(t) => s = t
THEOREM ReverseEmptyIffEmpty == \A S : \A s \in Seq(S) : Reverse(s) = << >> => s = << >>
THEOREM ReverseConcat == \A S : \A s, t \in Seq(S) : Reverse(s \o t) = Reverse(t) \o Reverse(s)
THEOREM ReverseAppend == \A S : \A s \in Seq(S), e \in S : Reverse(Append(s, e)) = Cons(e, Reverse(s))
THEOREM ReverseCons == \A S : \A s \in Seq(S), e \in S : Reverse(Cons(e, s)) = Append(Reverse(s), e)
THEOREM ReverseSingleton == \A e : Reverse(<<e>>) = <<e>>
THEOREM ReverseSubSeq ==
  \A S : \A s \in Seq(S) : \A m \in 1 .. Len(s), n \in 0 .. Len(s) :
    Reverse(SubSeq(s, m, n)) = SubSeq(Reverse(s), Len(s) - n + 1, Len(s) - m + 1)
THEOREM ReversePalindrome == \A S : \A s \in Seq(S) : Reverse(s) = s => Reverse(s \o s) = s \o s
THEOREM LastEqualsHeadReverse == \A S : \A s \in Seq(S) : s # << >> => Head(Reverse(s)) = Last(s)
THEOREM ReverseFrontEqualsTailReverse == \A S : \A s \in Seq(S) : s # << >> => Tail(Reverse(s)) = Reverse(Front(s))
THEOREM RangeReverse ==
  \A S : \A s \in Seq(S) : DOMAIN Reverse(s) = DOMAIN s /\ Range(Reverse(s)) = Range(s)

\* ---- Beginnings ----

THEOREM IsPrefixProperties ==
  \A S : \A s, t \in Seq(S) :
    /\ IsPrefix(s, t) <=> \E u \in Seq(S) : t = s \o u
    /\ IsPrefix(s, t) <=> (Len(s) <= Len(t) /\ s = SubSeq(t, 1, Len(s)))
    /\ IsPrefix(s, t) <=> (Len(s) <= Len(t) /\ s = Restrict(t, DOMAIN s))
THEOREM IsStrictPrefixProperties ==
  \A S : \A s, t \in Seq(S) :
    /\ IsStrictPrefix(s, t) <=> \E u \in Seq(S) : t = s \o u /\ u # << >>
    /\ IsStrictPrefix(s, t) <=> (Len(s) < Len(t) /\ s = SubSeq(t, 1, Len(s)))
    /\ IsStrictPrefix(s, t) <=> (Len(s) < Len(t) /\ s = Restrict(t, DOMAIN s))
    /\ IsStrictPrefix(s, t) <=> (Len(s) < Len(t) /\ IsPrefix(s, t))
THEOREM IsPrefixElts == \A S : \A s, t \in Seq(S) : IsPrefix(s, t) => \A i \in 1 .. Len(s) : s[i] = t[i]
THEOREM EmptyIsPrefix ==
  \A S : \A s \in Seq(S) :
    /\ IsPrefix(<< >>, s)
    /\ IsPrefix(s, << >>) <=> s = << >>
    /\ IsStrictPrefix(<< >>, s) <=> s # << >>
    /\ ~IsStrictPrefix(s, << >>)
THEOREM IsPrefixConcat == \A S : \A s, t \in Seq(S) : IsPrefix(s, s \o t)
THEOREM IsStrictPrefixAppend == \A S : \A s \in Seq(S), e \in S : IsStrictPrefix(s, Append(s, e))
THEOREM FrontIsPrefix ==
  \A S : \A s \in Seq(S) : IsPrefix(Front(s), s) /\ (s # << >> => IsStrictPrefix(Front(s), s))
THEOREM IsPrefixPartialOrder ==
  \A S :
    /\ \A s \in Seq(S) : IsPrefix(s, s)
    /\ \A s, t \in Seq(S) : IsPrefix(s, t) /\ IsPrefix(t, s) => s = t
    /\ \A s, t, u \in Seq(S) : IsPrefix(s, t) /\ IsPrefix(t, u) => IsPrefix(s, u)
THEOREM ConcatIsPrefix == \A S : \A s, t, u \in Seq(S) : IsPrefix(s \o t, u) => IsPrefix(s, u)
THEOREM ConcatIsPrefixCancel == \A S : \A s, t, u \in Seq(S) : IsPrefix(s \o t, s \o u) <=> IsPrefix(t, u)
THEOREM ConsIsPrefixCancel ==
  \A S : \A e \in S : \A s, t \in Seq(S) : IsPrefix(Cons(e, s), Cons(e, t)) <=> IsPrefix(s, t)
THEOREM ConsIsPrefix ==
  \A S : \A e \in S : \A s, t \in Seq(S) : IsPrefix(Cons(e, s), t) => e = Head(t) /\ IsPrefix(s, Tail(t))
THEOREM IsStrictPrefixStrictPartialOrder ==
  \A S :
    /\ \A s \in Seq(S) : ~IsStrictPrefix(s, s)
    /\ \A s, t \in Seq(S) : IsStrictPrefix(s, t) => ~IsStrictPrefix(t, s)
    /\ \A s, t, u \in Seq(S) : IsStrictPrefix(s, t) /\ IsStrictPrefix(t, u) => IsStrictPrefix(s, u)
THEOREM IsStrictPrefixWellFounded == \A S : IsWellFoundedOn(OpToRel(IsStrictPrefix, Seq(S)), Seq(S))
THEOREM SeqStrictPrefixInduction ==
  ASSUME NEW P(_), NEW S, \A t \in Seq(S) : (\A s \in Seq(S) : IsStrictPrefix(s, t) => P(s)) => P(t)
  PROVE  \A s \in Seq(S) : P(s)

\* ---- Ends ----

THEOREM IsSuffixProperties ==
  \A S : \A s, t \in Seq(S) :
    /\ IsSuffix(s, t) <=> \E u \in Seq(S) : t = u \o s
    /\ IsSuffix(s, t) <=> (Len(s) <= Len(t) /\ s = SubSeq(t, Len(t) - Len(s) + 1, Len(t)))
THEOREM IsStrictSuffixProperties ==
  \A S : \A s, t \in Seq(S) :
    /\ IsStrictSuffix(s, t) <=> \E u \in Seq(S) : t = u \o s /\ u # << >>
    /\ IsStrictSuffix(s, t) <=> (Len(s) < Len(t) /\ IsSuffix(s, t))
    /\ IsStrictSuffix(s, t) <=> (Len(s) < Len(t) /\ s = SubSeq(t, Len(t) - Len(s) + 1, Len(t)))
    /\ IsStrictSuffix(s, t) <=> IsStrictPrefix(Reverse(s), Reverse(t))
THEOREM IsSuffixElts ==
  \A S : \A s, t \in Seq(S) : IsSuffix(s, t) => \A i \in 1 .. Len(s) : s[i] = t[Len(t) - Len(s) + i]
THEOREM EmptyIsSuffix ==
  \A S : \A s \in Seq(S) :
    /\ IsSuffix(<< >>, s)
    /\ IsSuffix(s, << >>) <=> s = << >>
    /\ IsStrictSuffix(<< >>, s) <=> s # << >>
    /\ ~IsStrictSuffix(s, << >>)
THEOREM IsSuffixConcat == \A S : \A s, t \in Seq(S) : IsSuffix(s, t \o s)
THEOREM IsStrictSuffixCons == \A S : \A s \in Seq(S), e \in S : IsStrictSuffix(s, Cons(e, s))
THEOREM TailIsSuffix == \A S : \A s \in Seq(S) : s # << >> => IsStrictSuffix(Tail(s), s)
THEOREM IsSuffixPartialOrder ==
  \A S :
    /\ \A s \in Seq(S) : IsSuffix(s, s)
    /\ \A s, t \in Seq(S) : IsSuffix(s, t) /\ IsSuffix(t, s) => s = t
    /\ \A s, t, u \in Seq(S) : IsSuffix(s, t) /\ IsSuffix(t, u) => IsSuffix(s, u)
THEOREM ConcatIsSuffix == \A S : \A s, t, u \in Seq(S) : IsSuffix(s \o t, u) => IsSuffix(t, u)
THEOREM ConcatIsSuffixCancel == \A S : \A s, t, u \in Seq(S) : IsSuffix(s \o t, u \o t) <=> IsSuffix(s, u)
THEOREM AppendIsSuffixCancel ==
  \A S : \A e \in S : \A s, t \in Seq(S) : IsSuffix(Append(s, e), Append(t, e)) <=> IsSuffix(s, t)
THEOREM AppendIsSuffix ==
  \A S : \A e \in S : \A s, t \in Seq(S) : IsSuffix(Append(s, e), t) => e = Last(t) /\ IsSuffix(s, Front(t))
THEOREM IsStrictSuffixStrictPartialOrder ==
  \A S :
    /\ \A s \in Seq(S) : ~IsStrictSuffix(s, s)
    /\ \A s, t \in Seq(S) : IsStrictSuffix(s, t) => ~IsStrictSuffix(t, s)
    /\ \A s, t, u \in Seq(S) : IsStrictSuffix(s, t) /\ IsStrictSuffix(t, u) => IsStrictSuffix(s, u)
THEOREM IsStrictSuffixWellFounded == \A S : IsWellFoundedOn(OpToRel(IsStrictSuffix, Seq(S)), Seq(S))
THEOREM SeqStrictSuffixInduction ==
  ASSUME NEW P(_), NEW S, \A t \in Seq(S) : (\A s \in Seq(S) : IsStrictSuffix(s, t) => P(s)) => P(t)
  PROVE  \A s \in Seq(S) : P(s)
${sequencesExtFolds}
====
`;
