/** The text of module SequenceTheorems: theorems for proofs, without proofs of their own. */
export const sequenceTheorems = String.raw`---- MODULE SequenceTheorems ----
\* Sequences: their elements, concatenation, parts, induction.
EXTENDS Sequences, Functions

\* ---- Sequences and their elements ----

LEMMA SeqDef == \A S : Seq(S) = UNION {[1 .. n -> S] : n \in Nat}

THEOREM SeqMonotonic == \A S, T : S \subseteq T => \A s \in Seq(S) : s \in Seq(T)

THEOREM ElementOfSeq == \A S : \A s \in Seq(S) : \A i \in 1 .. Len(s) : s[i] \in S

THEOREM EmptySeq ==
  \A S : << >> \in Seq(S) /\ Len(<< >>) = 0 /\ \A s \in Seq(S) : s # << >> => Len(s) \in Nat \ {0}

THEOREM LenProperties ==
  \A S : \A s \in Seq(S) : Len(s) \in Nat /\ s \in [1 .. Len(s) -> S] /\ DOMAIN s = 1 .. Len(s)

THEOREM IsASeq ==
  ASSUME NEW n \in Nat, NEW e(_), NEW S, \A i \in 1 .. n : e(i) \in S
  PROVE  [i \in 1 .. n |-> e(i)] \in Seq(S)

THEOREM ExceptSeq ==
  \A S : \A s \in Seq(S) : \A i \in 1 .. Len(s), e \in S :
    LET t == [s EXCEPT ![i] = e]
    IN  /\ t \in Seq(S)
        /\ Len(t) = Len(s)
        /\ \A j \in 1 .. Len(s) : t[j] = IF i = j THEN e ELSE s[j]

THEOREM SeqEqual ==
  \A S : \A s, t \in Seq(S) : Len(s) = Len(t) /\ (\A i \in 1 .. Len(s) : s[i] = t[i]) => s = t

\* ---- Concatenation ----

THEOREM ConcatProperties ==
  \A S : \A s, t \in Seq(S) :
    /\ s \o t \in Seq(S)
    /\ Len(s \o t) = Len(s) + Len(t)
    /\ \A i \in 1 .. Len(s) + Len(t) : (s \o t)[i] = IF i > Len(s) THEN t[i - Len(s)] ELSE s[i]

THEOREM ConcatEmptySeq == \A S : \A s \in Seq(S) : << >> \o s = s /\ s \o << >> = s

THEOREM ConcatEqualIffEmpty ==
  \A S : \A s, t \in Seq(S) :
    /\ s \o t = s <=> t = << >>
    /\ s \o t = t <=> s = << >>
    /\ s \o t = << >> <=> (s = << >> /\ t = << >>)

THEOREM ConcatAssociative == \A S : \A s, t, u \in Seq(S) : s \o (t \o u) = (s \o t) \o u

THEOREM ConcatSimplifications ==
  /\ idRight:: \A S : \A s, t \in Seq(S) : s \o t = s => t = << >>
  /\ idLeft:: \A S : \A s, t \in Seq(S) : s \o t = t => s = << >>
  /\ concIsEmpty:: \A S : \A s, t \in Seq(S) : s \o t = << >> => s = << >> /\ t = << >>
  /\ cancelLeft:: \A S : \A s, t, u \in Seq(S) : s \o t = s \o u => t = u
  /\ cancelRight:: \A S : \A s, t, u \in Seq(S) : s \o u = t \o u => s = t

\* ---- Contiguous parts ----

THEOREM SubSeqProperties ==
  \A S, s : \A m, n \in Int :
    (\A i \in m .. n : s[i] \in S) =>
      /\ SubSeq(s, m, n) \in Seq(S)
      /\ Len(SubSeq(s, m, n)) = IF n < m THEN 0 ELSE n - m + 1
      /\ \A i \in 1 .. n - m + 1 : SubSeq(s, m, n)[i] = s[i + m - 1]

THEOREM SubSeqEmpty == \A s : \A m, n \in Int : m > n => SubSeq(s, m, n) = << >>

THEOREM SubSeqRange == \A S : \A s \in Seq(S) : \A m, n \in 1 .. Len(s) : Range(SubSeq(s, m, n)) \subseteq Range(s)

THEOREM HeadTailProperties ==
  \A S : \A s \in Seq(S) :
    s # << >> =>
      /\ Head(s) \in S
      /\ Head(s) \in Range(s)
      /\ Tail(s) \in Seq(S)
      /\ Len(Tail(s)) = Len(s) - 1
      /\ \A i \in 1 .. Len(s) - 1 : Tail(s)[i] = s[i + 1]
      /\ Range(Tail(s)) \subseteq Range(s)

THEOREM TailIsSubSeq == \A S : \A s \in Seq(S) : s # << >> => Tail(s) = SubSeq(s, 2, Len(s))

THEOREM SubSeqRestrict == \A S : \A s \in Seq(S) : \A n \in 0 .. Len(s) : SubSeq(s, 1, n) = Restrict(s, 1 .. n)

THEOREM HeadTailOfSubSeq ==
  \A S : \A s \in Seq(S) : \A m \in 1 .. Len(s) : \A n \in m .. Len(s) :
    Head(SubSeq(s, m, n)) = s[m] /\ Tail(SubSeq(s, m, n)) = SubSeq(s, m + 1, n)

THEOREM SubSeqRecursive ==
  \A S : \A s \in Seq(S) : \A m \in 1 .. Len(s) : \A n \in m .. Len(s) :
    /\ SubSeq(s, m, n) = <<s[m]>> \o SubSeq(s, m + 1, n)
    /\ SubSeq(s, m, n) = SubSeq(s, m, n - 1) \o <<s[n]>>

THEOREM SubSeqOfSubSeq ==
  \A S : \A s \in Seq(S) : \A i, j \in 1 .. Len(s) : \A m, n \in 1 .. j - i + 1 :
    SubSeq(SubSeq(s, i, j), m, n) = SubSeq(s, i + m - 1, i + n - 1)

THEOREM ConcatAdjacentSubSeq ==
  \A S : \A s \in Seq(S) : \A m \in 1 .. Len(s) + 1 : \A k \in m - 1 .. Len(s) : \A n \in k .. Len(s) :
    SubSeq(s, m, n) = SubSeq(s, m, k) \o SubSeq(s, k + 1, n)

THEOREM SubSeqOfConcat1 ==
  \A S : \A s, t \in Seq(S) : \A m, n \in 1 .. Len(s) : SubSeq(s \o t, m, n) = SubSeq(s, m, n)

THEOREM SubSeqOfConcat2 ==
  \A S : \A s, t \in Seq(S) : \A m, n \in Len(s) + 1 .. Len(s) + Len(t) :
    SubSeq(s \o t, m, n) = SubSeq(t, m - Len(s), n - Len(s))

\* ---- Appending ----

THEOREM AppendProperties ==
  \A S : \A s \in Seq(S), e \in S :
    LET t == Append(s, e)
    IN  /\ t \in Seq(S)
        /\ t # << >>
        /\ Len(t) = Len(s) + 1
        /\ \A i \in 1 .. Len(s) : t[i] = s[i]
        /\ t[Len(s) + 1] = e
        /\ Range(t) = Range(s) \cup {e}

THEOREM AppendIsConcat == \A S : \A s \in Seq(S), e \in S : Append(s, e) = s \o <<e>>

THEOREM HeadTailAppend ==
  \A S, e : \A s \in Seq(S) :
    /\ Head(Append(s, e)) = IF s = << >> THEN e ELSE Head(s)
    /\ Tail(Append(s, e)) = IF s = << >> THEN << >> ELSE Append(Tail(s), e)

THEOREM AppendInjective ==
  \A S : \A d, e \in S : \A s, t \in Seq(S) : Append(s, d) = Append(t, e) <=> (s = t /\ d = e)

THEOREM SequenceEmptyOrAppend ==
  \A S : \A s \in Seq(S) : s # << >> => \E t \in Seq(S) : \E e \in S : s = Append(t, e)

\* ---- Induction ----

THEOREM SequencesInductionAppend ==
  ASSUME NEW P(_), NEW S, P(<< >>), \A s \in Seq(S) : \A e \in S : P(s) => P(Append(s, e))
  PROVE  \A s \in Seq(S) : P(s)

THEOREM SequencesInductionTail ==
  ASSUME NEW S, NEW P(_), P(<< >>), \A s \in Seq(S) : s # << >> /\ P(Tail(s)) => P(s)
  PROVE  \A s \in Seq(S) : P(s)

\* ---- The set of elements, and sequences without repetitions ----

THEOREM RangeOfSeq == \A S : \A s \in Seq(S) : Range(s) \subseteq S
THEOREM RangeEquality == \A S : \A s \in Seq(S) : Range(s) = {s[i] : i \in 1 .. Len(s)}
THEOREM SeqOfRange == \A S : \A s \in Seq(S) : s \in Seq(Range(s))
THEOREM RangeConcatenation == \A S : \A s, t \in Seq(S) : Range(s \o t) = Range(s) \cup Range(t)

LEMMA EmptySingletonIsInjective == IsInjective(<< >>) /\ \A e : IsInjective(<<e>>)

LEMMA ConcatInjectiveSeq ==
  \A S : \A s, t \in Seq(S) :
    IsInjective(s \o t) <=> (IsInjective(s) /\ IsInjective(t) /\ Range(s) \cap Range(t) = {})

LEMMA AppendInjectiveSeq ==
  \A S : \A s \in Seq(S), e \in S : IsInjective(Append(s, e)) <=> (IsInjective(s) /\ e \notin Range(s))

LEMMA TailInjectiveSeq ==
  \A S : \A s \in Seq(S) :
    IsInjective(s) /\ s # << >> => IsInjective(Tail(s)) /\ Range(Tail(s)) = Range(s) \ {Head(s)}
====
`;
