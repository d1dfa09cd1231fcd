---- MODULE SequencesExtTest ----
EXTENDS SequencesExt, Integers

s == <<10, 20, 30, 20>>
Even(n) == n % 2 = 0
List(x, rest) == <<x>> \o rest

\* ---- Sequences and sets ----
ASSUME ToSet(s) = {10, 20, 30} /\ ToSet(<< >>) = {}
ASSUME ToSet([i \in 1 .. 3 |-> i % 2]) = {0, 1}
ASSUME ToBag(s) = (10 :> 1 @@ 20 :> 2 @@ 30 :> 1) /\ ToBag(<< >>) = EmptyBag
ASSUME ToBag(<<"a", "a">>) = [a |-> 2]
ASSUME SetToSeq({}) = << >> /\ SetToSeq({3, 1, 2}) = <<1, 2, 3>>
ASSUME SetToSeq({{1, 2}, {3}}) = <<{3}, {1, 2}>>
ASSUME RefusedInfinite == SetToSeq(Nat) = << >>
ASSUME SetToSeqs({}) = {<< >>} /\ SetToSeqs({1}) = {<<1>>}
ASSUME SetToSeqs({1, 2}) = {<<1, 2>>, <<2, 1>>} /\ Cardinality(SetToSeqs(1 .. 4)) = 24
ASSUME SetToSortSeq({3, 1, 2}, LAMBDA a, b : a > b) = <<3, 2, 1>> /\ SetToSortSeq({}, <) = << >>
ASSUME SetToSortSeq({3, 1, 2}, <) = <<1, 2, 3>>
ASSUME SetToAllKPermutations({}) = {<< >>} /\ SetToAllKPermutations({1}) = {<< >>, <<1>>}
ASSUME SetToAllKPermutations({1, 2}) = {<< >>, <<1>>, <<2>>, <<1, 2>>, <<2, 1>>}
ASSUME Cardinality(SetToAllKPermutations({1, 2, 3})) = 16
ASSUME TupleOf({1, 2}, 2) = {1, 2} \X {1, 2} /\ TupleOf({1}, 0) = {<< >>} /\ TupleOf({}, 1) = {}
ASSUME SeqOf({1, 2}, 1) = {<< >>, <<1>>, <<2>>} /\ SeqOf({}, 3) = {<< >>} /\ SeqOf({1}, 0) = {<< >>}
ASSUME Cardinality(BoundedSeq({1, 2}, 3)) = 15 /\ BoundedSeq({1}, 2) = SeqOf({1}, 2)

\* ---- Looking into a sequence ----
ASSUME Contains(s, 30) /\ ~Contains(s, 40) /\ ~Contains(<< >>, 1)
ASSUME RefusedContainsInSet == Contains({1}, 1)
ASSUME RefusedContainsOther == Contains(<<1>>, "a")
ASSUME IsSorted(<< >>, <) /\ IsSorted(<<5>>, <) /\ IsSorted(<<1, 2, 2>>, <=)
ASSUME ~IsSorted(<<1, 2, 2>>, <) /\ ~IsSorted(<<3, 2, 1>>, <) /\ IsSorted(<<3, 2, 1>>, >)
ASSUME SelectInSeq(s, LAMBDA x : x = 20) = 2 /\ SelectLastInSeq(s, LAMBDA x : x = 20) = 4
ASSUME SelectInSeq(s, LAMBDA x : x > 99) = 0 /\ SelectLastInSeq(s, LAMBDA x : x > 99) = 0
ASSUME SelectInSeq(<< >>, Even) = 0 /\ SelectLastInSeq(<< >>, Even) = 0
ASSUME SelectInSubSeq(s, 3, 4, LAMBDA x : x = 20) = 4 /\ SelectInSubSeq(s, 3, 4, LAMBDA x : x = 10) = 0
ASSUME SelectInSubSeq(s, 2, 4, LAMBDA x : x = 20) = 2 /\ SelectInSubSeq(s, 3, 2, Even) = 0
ASSUME SelectLastInSubSeq(s, 1, 3, LAMBDA x : x = 20) = 2 /\ SelectLastInSubSeq(s, 1, 1, LAMBDA x : x = 20) = 0
ASSUME RefusedFrom == SelectInSubSeq(s, 0, 2, Even) = 1
ASSUME RefusedTo == SelectInSubSeq(s, 2, 5, Even) = 2
ASSUME RefusedLastTo == SelectLastInSubSeq(s, 2, 5, Even) = 2
ASSUME RefusedNoTest == SelectInSeq(s, LAMBDA x : x) = 1

\* ---- Changing a sequence ----
ASSUME Reverse(s) = <<20, 30, 20, 10>> /\ Reverse(<< >>) = << >>
ASSUME Remove(s, 20) = <<10, 30>> /\ Remove(s, 99) = s /\ Remove(<< >>, 1) = << >>
ASSUME ReplaceAll(s, 20, 0) = <<10, 0, 30, 0>> /\ ReplaceAll(s, 99, 0) = s
ASSUME InsertAt(s, 1, 5) = <<5>> \o s /\ InsertAt(s, 5, 5) = Append(s, 5)
ASSUME InsertAt(s, 2, 5) = <<10, 5, 20, 30, 20>> /\ InsertAt(<< >>, 1, 5) = <<5>>
ASSUME RefusedInsert == InsertAt(s, 6, 5) = s
ASSUME ReplaceAt(s, 1, 5) = <<5, 20, 30, 20>> /\ ReplaceAt(s, 4, 5) = <<10, 20, 30, 5>>
ASSUME RemoveAt(s, 1) = <<20, 30, 20>> /\ RemoveAt(s, 4) = <<10, 20, 30>> /\ RemoveAt(<<1>>, 1) = << >>
ASSUME RemoveFirst(s, 20) = <<10, 30, 20>> /\ RemoveFirst(s, 99) = s /\ RemoveFirst(<< >>, 1) = << >>
ASSUME RemoveFirstMatch(s, LAMBDA x : x > 10) = <<10, 30, 20>> /\ RemoveFirstMatch(s, LAMBDA x : FALSE) = s
ASSUME RefusedMatch == RemoveFirstMatch(s, LAMBDA x : x) = s
ASSUME Cons(1, << >>) = <<1>> /\ Cons(1, s) = <<1>> \o s /\ Snoc(1, s) = Append(s, 1)
ASSUME Front(s) = <<10, 20, 30>> /\ Front(<<1>>) = << >> /\ Last(s) = 20
ASSUME Front(<< >>) = << >>
ASSUME RefusedLast == Last(<< >>) = 0

\* ---- Beginnings and ends ----
ASSUME IsPrefix(<< >>, s) /\ IsPrefix(<<10, 20>>, s) /\ IsPrefix(s, s) /\ ~IsPrefix(<<20>>, s)
ASSUME ~IsPrefix(Append(s, 1), s) /\ IsPrefix("ab", "abc") /\ ~IsPrefix("b", "abc") /\ IsPrefix("", "")
ASSUME IsStrictPrefix(<< >>, s) /\ ~IsStrictPrefix(s, s)
ASSUME IsSuffix(<<30, 20>>, s) /\ IsSuffix(<< >>, s) /\ ~IsSuffix(<<30>>, s)
ASSUME IsStrictSuffix(<<20>>, s) /\ ~IsStrictSuffix(s, s)
ASSUME Prefixes(<<1, 2>>) = {<< >>, <<1>>, <<1, 2>>} /\ Prefixes(<< >>) = {<< >>}
ASSUME Suffixes(<<1, 2>>) = {<< >>, <<2>>, <<1, 2>>} /\ Suffixes(<< >>) = {<< >>}
ASSUME CommonPrefixes({<<1, 2, 3>>, <<1, 2, 4>>}) = {<< >>, <<1>>, <<1, 2>>} /\ CommonPrefixes({}) = {}
ASSUME LongestCommonPrefix({<<1, 2, 3>>, <<1, 2, 4>>}) = <<1, 2>> /\ LongestCommonPrefix({<<1>>, <<2>>}) = << >>
ASSUME LongestCommonPrefix({<<1, 2>>}) = <<1, 2>> /\ LongestCommonPrefix({<<1>>, <<1, 2>>, << >>}) = << >>
ASSUME LongestCommonPrefix({"abc", "abd"}) = "ab"
ASSUME RefusedNoSequences == LongestCommonPrefix({}) = << >>
ASSUME SeqMod(3, 3) = 3 /\ SeqMod(4, 3) = 1 /\ SeqMod(2, 3) = 2 /\ SeqMod(0, 3) = 3

\* ---- Folds ----
ASSUME FoldSeq(List, << >>, <<1, 2, 3>>) = <<3, 2, 1>> /\ FoldSeq(+, 3, << >>) = 3
ASSUME FoldLeft(LAMBDA acc, x : acc - x, 10, <<1, 2, 3>>) = 4 /\ FoldLeft(+, 3, << >>) = 3
ASSUME FoldLeft(LAMBDA acc, x : Append(acc, x), << >>, <<1, 2, 3>>) = <<1, 2, 3>>
ASSUME FoldRight(LAMBDA x, acc : x - acc, <<1, 2, 3>>, 10) = 1 - (2 - (3 - 10)) /\ FoldRight(+, << >>, 3) = 3
ASSUME FoldRight(LAMBDA x, acc : Append(acc, x), <<1, 2, 3>>, << >>) = <<3, 2, 1>>
ASSUME FoldLeftDomain(LAMBDA acc, i : acc * 10 + i, 0, <<"a", "b", "c">>) = 123 /\ FoldLeftDomain(+, 7, << >>) = 7
ASSUME FoldRightDomain(LAMBDA i, acc : acc * 10 + i, <<"a", "b", "c">>, 0) = 321 /\ FoldRightDomain(+, << >>, 7) = 7
ASSUME RefusedLeft == FoldLeft(+, 0, {1, 2}) = 3
ASSUME RefusedRight == FoldRight(+, [a |-> 1], 0) = 1
ASSUME FoldLeft(LAMBDA a, b : a \o b, "", <<"x", "y">>) = "xy"

\* ---- Putting together ----
ASSUME FlattenSeq(<<<<1, 2>>, << >>, <<3>>>>) = <<1, 2, 3>> /\ FlattenSeq(<< >>) = << >>
ASSUME FlattenSeq(<<"a", "b">>) = "ab" /\ FlattenSeq(<<<<1>>>>) = <<1>> /\ FlattenSeq(<<<<<<1>>>>>>) = <<<<1>>>>
ASSUME Zip(<<1, 2>>, <<"a", "b">>) = <<<<1, "a">>, <<2, "b">>>> /\ Zip(<<1>>, <<2, 3>>) = <<<<1, 2>>>>
ASSUME Zip(<< >>, <<1>>) = << >> /\ Zip(<<1, 2>>, << >>) = << >>
ASSUME Interleave(<<1, 2>>, <<3, 4>>) = <<<<1>>, <<3>>, <<2>>, <<4>>>>
ASSUME Interleave(<< >>, << >>) = <<<< >>, << >>>> /\ Interleave(<<1>>, <<2>>) = <<<<1>>, <<2>>>>
ASSUME RefusedLengths == Interleave(<<1>>, << >>) = << >>

\* ---- Parts ----
ASSUME SubSeqs(<<1, 2>>) = {<< >>, <<1>>, <<2>>, <<1, 2>>} /\ SubSeqs(<< >>) = {<< >>}
ASSUME SubSeqs(<<1, 1>>) = {<< >>, <<1>>, <<1, 1>>} /\ <<1, 3>> \notin SubSeqs(<<1, 2, 3>>)
ASSUME AllSubSeqs(<<1, 2, 3>>) = SubSeqs(<<1, 2, 3>>) \cup {<<1, 3>>} /\ AllSubSeqs(<< >>) = {<< >>}
ASSUME IndexFirstSubSeq(<<2>>, <<1, 2, 2>>) = 2 /\ IndexFirstSubSeq(<< >>, <<1>>) = 1
ASSUME IndexFirstSubSeq(<<2, 3>>, <<2, 2, 3>>) = 2 /\ IndexFirstSubSeq("b", "abab") = 2
ASSUME RefusedNowhere == IndexFirstSubSeq(<<3>>, <<1, 2>>) = 0
ASSUME ReplaceSubSeqAt(2, <<9, 9>>, <<2>>, <<1, 2, 3>>) = <<1, 9, 9, 3>>
ASSUME ReplaceSubSeqAt(1, << >>, <<1, 2>>, <<1, 2, 3>>) = <<3>>
ASSUME ReplaceFirstSubSeq(<<9>>, <<2>>, <<1, 2, 2>>) = <<1, 9, 2>> /\ ReplaceFirstSubSeq(<<9>>, <<5>>, <<1>>) = <<1>>
ASSUME ReplaceFirstSubSeq(<<9>>, << >>, <<1>>) = <<9, 1>> /\ ReplaceFirstSubSeq(<< >>, <<1>>, <<1>>) = << >>
ASSUME ReplaceFirstSubSeq("x", "b", "abab") = "axab" /\ ReplaceFirstSubSeq("x", "", "ab") = "xab"
ASSUME ReplaceFirstSubSeq("x", "c", "ab") = "ab"
ASSUME ReplaceAllSubSeqs("x", "b", "abab") = "axax" /\ ReplaceAllSubSeqs("x", "aa", "aaa") = "xa"
ASSUME ReplaceAllSubSeqs("x", "", "ab") = "xaxb" /\ ReplaceAllSubSeqs("", "a", "aba") = "b"
ASSUME ReplaceAllSubSeqs(<<9>>, <<2>>, <<2, 1>>) = <<9, 1>> /\ ReplaceAllSubSeqs(<<9>>, << >>, <<1, 2>>) = <<9, 1, 9, 2>>
ASSUME ReplaceAllSubSeqs(<<9>>, <<1>>, <<1>>) = <<9>> /\ ReplaceAllSubSeqs(<<9>>, <<5>>, <<1, 2>>) = <<1, 2>>
ASSUME ReplaceAllSubSeqs(<<9>>, << >>, << >>) = <<9>>

\* What comes along: Bags, TLC and the modules that these bring.
ASSUME BagCardinality(EmptyBag) = 0 /\ Max({1, 2}) = 2 /\ ToString(1) = "1" /\ Range(<<1>>) = {1}
====
