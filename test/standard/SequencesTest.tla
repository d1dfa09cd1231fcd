---- MODULE SequencesTest ----
EXTENDS Sequences, Naturals

ASSUME Len(<<>>) = 0
ASSUME Len(<<1, 2>>) = 2
ASSUME Len("abc") = 3
ASSUME Len("") = 0
ASSUME Len([i \in 1 .. 4 |-> i * i]) = 4
ASSUME Len([i \in {} |-> i]) = 0
ASSUME <<1, 2>> \o <<3>> = <<1, 2, 3>>
ASSUME <<1, 2>> \circ <<3>> = <<1, 2, 3>>
ASSUME <<>> \o <<>> = <<>>
ASSUME <<>> \o <<1>> = <<1>>
ASSUME <<1>> \o <<>> = <<1>>
ASSUME "ab" \o "cd" = "abcd"
ASSUME "" \o "" = ""
ASSUME [i \in 1 .. 2 |-> i] \o <<"a">> = <<1, 2, "a">>
ASSUME Append(<<>>, 1) = <<1>>
ASSUME Append(<<1, 2>>, {}) = <<1, 2, {}>>
ASSUME Append(<<1>>, <<2>>) = <<1, <<2>>>>
ASSUME Head(<<1, 2>>) = 1
ASSUME Head([i \in 1 .. 3 |-> i + 4]) = 5
ASSUME Tail(<<1, 2>>) = <<2>>
ASSUME Tail(<<1>>) = <<>>
ASSUME Tail("abc") = "bc"
ASSUME Tail("a") = ""
ASSUME SubSeq(<<1, 2, 3>>, 2, 3) = <<2, 3>>
ASSUME SubSeq(<<1, 2, 3>>, 1, 3) = <<1, 2, 3>>
ASSUME SubSeq(<<1, 2, 3>>, 2, 2) = <<2>>
ASSUME SubSeq(<<1, 2, 3>>, 3, 2) = <<>>
ASSUME SubSeq(<<1, 2, 3>>, 9, 2) = <<>>
ASSUME SubSeq(<<>>, 1, 0) = <<>>
ASSUME SubSeq("abcd", 2, 3) = "bc"
ASSUME SubSeq("abcd", 3, 2) = ""
ASSUME LET Even(n) == n % 2 = 0 IN SelectSeq(<<1, 2, 3, 4>>, Even) = <<2, 4>>
ASSUME SelectSeq(<<1, 2, 3, 2>>, LAMBDA n : n > 1) = <<2, 3, 2>>
ASSUME SelectSeq(<<>>, LAMBDA n : n) = <<>>
ASSUME SelectSeq([i \in 1 .. 3 |-> i], LAMBDA n : n = 5) = <<>>
ASSUME <<1, 2>> \in Seq(Nat)
ASSUME <<>> \in Seq({})
ASSUME <<1>> \notin Seq({2, 3})
ASSUME <<{1}, {}>> \in Seq(SUBSET {1, 2})
ASSUME [i \in 1 .. 2 |-> i] \in Seq(1 .. 2)
ASSUME <<1, 2, 3>>[2] = 2
ASSUME DOMAIN <<"a", "b">> = 1 .. 2
ASSUME [<<1, 2>> EXCEPT ![1] = 5] = <<5, 2>>
ASSUME Seq({1}) = Seq({1})

ASSUME SubSeq(<<1, 2>>, 5, 4) = <<>>

ASSUME Refused_E061_Head == Head(<<>>) = 1
ASSUME Refused_E061_Tail == Tail(<<>>) = <<>>
ASSUME Refused_E061_TailOfString == Tail("") = ""
ASSUME Refused_E057_HeadOfString == Head("abc") = "a"
ASSUME Refused_E057_AppendToString == Append("abc", "d") = "abcd"
ASSUME Refused_E057_Len == Len(5) = 1
ASSUME Refused_E057_LenOfSet == Len({1}) = 1
ASSUME Refused_E057_LenOfFunction == Len([i \in 0 .. 1 |-> i]) = 2
ASSUME Refused_E057_LenOfRecord == Len([a |-> 1]) = 1
ASSUME Refused_E057_Concatenation == "a" \o <<1>> = <<"a", 1>>
ASSUME Refused_E057_ConcatenationOfString == <<1>> \o "a" = <<1, "a">>
ASSUME Refused_E057_ConcatenationOfSet == {1} \o <<1>> = <<1>>
ASSUME Refused_E057_Append == Append({}, 1) = <<1>>
ASSUME Refused_E057_Head == Head({1}) = 1
ASSUME Refused_E057_Tail == Tail(1) = <<>>
ASSUME Refused_E057_SubSeq == SubSeq({}, 1, 1) = <<>>
ASSUME Refused_E057_SubSeqFrom == SubSeq(<<1>>, "a", 1) = <<>>
ASSUME Refused_E057_SubSeqTo == SubSeq(<<1>>, 1, "a") = <<>>
ASSUME Refused_E062_From == SubSeq(<<1, 2>>, 0, 1) = <<1>>
ASSUME Refused_E062_To == SubSeq(<<1, 2>>, 1, 3) = <<1, 2>>
ASSUME Refused_E062_String == SubSeq("ab", 1, 3) = "ab"
ASSUME Refused_E057_SelectSeq == SelectSeq({1}, LAMBDA x : TRUE) = <<1>>
ASSUME Refused_E064 == SelectSeq(<<1>>, LAMBDA x : x) = <<1>>
ASSUME Refused_E055 == \E s \in Seq({1}) : Len(s) = 2
ASSUME Refused_E052 == <<1, 2>>[3] = 1
ASSUME Refused_SeqOfNoSequence == 5 \in Seq(Nat)
ASSUME Refused_SeqMembership == <<"a">> \in Seq(Nat)
====
