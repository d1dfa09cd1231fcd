---- MODULE TLCTest ----
EXTENDS TLC, Naturals, Sequences, FiniteSets

ASSUME Print("one", 2) = 2
ASSUME PrintT(<<"a", {1, 2}, [x |-> "y"]>>)
ASSUME Assert(TRUE, "never said")
ASSUME Assert(1 = 1, <<1, 2>>)

ASSUME JavaTime \in Nat
ASSUME JavaTime > 1600000000

\* Registers.
ASSUME TLCSet(1, "x") /\ TLCGet(1) = "x"
ASSUME TLCSet(0, {1}) /\ TLCSet(0, {2}) /\ TLCGet(0) = {2}
ASSUME TLCSet(2, 5) /\ TLCSet(2, TLCGet(2) + 1) /\ TLCGet(2) = 6
ASSUME TLCSet("s:name", <<1>>) /\ TLCGet("s:name") = <<1>>
ASSUME TLCSet("-Dproperty.of.mine", 5) /\ TLCGet("-Dproperty.of.mine") = "5"
ASSUME TLCGet("-Dproperty.unset") = "-Dproperty.unset"
\* Composition of actions is always there; TLC has to be told.
ASSUME TLCGet("-Dtlc2.tool.impl.Tool.cdot") = "true"
ASSUME \A i \in 1 .. 3 : TLCSet(10 + i, i)
ASSUME TLCSet(7, 1) /\ 7 \in DOMAIN TLCGet("all")
ASSUME TLCSet("s:one", 1) /\ "s:one" \in DOMAIN TLCGet("all:named")
ASSUME TLCSet("exit", FALSE)
ASSUME TLCGet("revision").timestamp > 1628000000
ASSUME {"count", "timestamp", "date", "tag", "calver"} = DOMAIN TLCGet("revision")

\* Functions written out.
ASSUME (1 :> "a") = [x \in {1} |-> "a"]
ASSUME ("a" :> 1) = [a |-> 1]
ASSUME (1 :> "a" @@ 2 :> "b") = <<"a", "b">>
ASSUME ([a |-> 1] @@ [a |-> 2, b |-> 3]) = [a |-> 1, b |-> 3]
ASSUME (<<>> @@ <<1>>) = <<1>>
ASSUME (<<1>> @@ <<5, 6>>) = <<1, 6>>
ASSUME ("x" :> 1 @@ "y" :> 2 @@ "x" :> 3).x = 1
ASSUME ([i \in 1 .. 2 |-> i] @@ [i \in 2 .. 3 |-> 0]) = <<1, 2, 0>>

ASSUME Permutations({}) = {<<>>}
ASSUME Permutations({1}) = {<<1>>}
ASSUME Permutations({1, 2}) = {<<1, 2>>, <<2, 1>>}
ASSUME Cardinality(Permutations({"a", "b", "c"})) = 6
ASSUME \A p \in Permutations({"a", "b"}) : {p[x] : x \in {"a", "b"}} = {"a", "b"}
ASSUME Cardinality(Permutations(1 .. 5)) = 120
ASSUME Permutations(2 .. 3) = {(2 :> 2 @@ 3 :> 3), (2 :> 3 @@ 3 :> 2)}

ASSUME SortSeq(<<3, 1, 2>>, <) = <<1, 2, 3>>
ASSUME SortSeq(<<3, 1, 2>>, >) = <<3, 2, 1>>
ASSUME SortSeq(<<>>, <) = <<>>
ASSUME SortSeq(<<1>>, <) = <<1>>
ASSUME SortSeq(<<2, 1, 2, 1>>, <) = <<1, 1, 2, 2>>
\* Equal items keep their order.
ASSUME SortSeq(<<<<2, "a">>, <<1, "b">>, <<2, "c">>, <<1, "d">>>>, LAMBDA x, y : x[1] < y[1])
       = <<<<1, "b">>, <<1, "d">>, <<2, "a">>, <<2, "c">>>>
\* `Before` need not be an order: what comes out is TLC's insertion.
ASSUME SortSeq(<<1, 2, 3>>, LAMBDA x, y : TRUE) = <<3, 2, 1>>
ASSUME SortSeq(<<1, 2, 3>>, LAMBDA x, y : FALSE) = <<1, 2, 3>>
ASSUME SortSeq(<<1, 2, 3, 4>>, LAMBDA x, y : x = y + 1) = <<2, 1, 4, 3>>
ASSUME SortSeq([i \in 1 .. 3 |-> 10 - i], <) = <<7, 8, 9>>

ASSUME RandomElement({5}) = 5
ASSUME RandomElement(1 .. 10) \in 1 .. 10
ASSUME RandomElement([1 .. 3 -> BOOLEAN]) \in [1 .. 3 -> BOOLEAN]
ASSUME RandomElement([a : 1 .. 3]).a \in 1 .. 3
ASSUME RandomElement({1} \X {2}) = <<1, 2>>
ASSUME RandomElement({x \in 1 .. 9 : x > 8}) = 9

ASSUME 5 \in Any /\ "a" \in Any /\ {} \in Any
ASSUME <<1, "a">> \in Any \X Any

ASSUME ToString(5) = "5"
ASSUME ToString("a") = "\"a\""
ASSUME ToString(TRUE) = "TRUE"
ASSUME ToString(<<1, "a">>) = "<<1, \"a\">>"
ASSUME ToString({}) = "{}"
ASSUME ToString({1}) = "{1}"
ASSUME ToString([a |-> 1]) = "[a |-> 1]"
ASSUME ToString(<<>>) = "<<>>"
ASSUME ToString(2 :> "x") = "(2 :> \"x\")"
ASSUME ToString(2 :> 1 @@ 3 :> 1) = "(2 :> 1 @@ 3 :> 1)"
ASSUME ToString(0 - 5) = "-5"
ASSUME ToString(1 .. 3) = "1..3"
ASSUME ToString("a\\b\"c") = "\"a\\\\b\\\"c\""
ASSUME Len(ToString(12345)) = 5
ASSUME "n" \o ToString(7) = "n7"

ASSUME TLCEval({x \in 1 .. 3 : x > 1}) = {2, 3}
ASSUME TLCEval([x \in 1 .. 2 |-> x]) = <<1, 2>>
ASSUME TLCEval(5) = 5

ASSUME ToString({3, 1, 2}) = "{1, 2, 3}"
ASSUME ToString(SUBSET {1}) = "{{}, {1}}"
ASSUME ToString([1 .. 2 -> {0}]) = "{<<0, 0>>}"
ASSUME ToString({1} \X {2}) = "{<<1, 2>>}"
ASSUME ToString([a : {1}]) = "{[a |-> 1]}"
ASSUME ToString(Nat) = "Nat"
ASSUME ToString(STRING) = "STRING"
ASSUME ToString(BOOLEAN) = "{FALSE, TRUE}"
ASSUME ToString(Seq({1})) = "Seq({1})"
ASSUME ToString({x \in 1 .. 3 : x > 1}) = "{2, 3}"
ASSUME ToString({1} \cup {2}) = "{1, 2}"
ASSUME ToString(UNION {{1}, {2}}) = "{1, 2}"
ASSUME ToString([x \in {} |-> x]) = "<<>>"
ASSUME ToString([x \in {5} |-> x]) = "(5 :> 5)"
ASSUME ToString([x \in 1 .. 2 |-> x]) = "<<1, 2>>"
ASSUME ToString([x \in {"a", "b"} |-> 1]) = "[a |-> 1, b |-> 1]"
ASSUME ToString([x \in {TRUE} |-> 1]) = "(TRUE :> 1)"
ASSUME ToString(1 .. 0) = "{}"
ASSUME ToString(1 .. 100) = "1..100"
ASSUME Permutations({<<1>>, <<2>>}) = {[x \in {<<1>>, <<2>>} |-> x], [x \in {<<1>>, <<2>>} |-> IF x = <<1>> THEN <<2>> ELSE <<1>>]}
ASSUME (<<>> @@ <<>>) = <<>>
ASSUME ([a |-> 1] @@ <<>>) = [a |-> 1]
ASSUME Len(<<1, 2>> \o [i \in {} |-> 5]) = 2
ASSUME Append([i \in {} |-> 1], 2) = <<2>>
ASSUME Head(1 :> 5) = 5
ASSUME Tail(1 :> 5 @@ 2 :> 6) = <<6>>
ASSUME Cardinality({Nat}) = 1
ASSUME TLCEval(Nat) = Nat
ASSUME TLCEval(SUBSET {1}) = {{}, {1}}
ASSUME Print({2, 1}, TRUE)
ASSUME TLCSet(1, [x \in Nat |-> x]) /\ TLCGet(1)[3] = 3
ASSUME RandomElement(SUBSET {}) = {}

ASSUME Refused_E067 == Assert(FALSE, "said")
ASSUME Refused_E067_NoBoolean == Assert(1, "said")
ASSUME Refused_E065 == TLCGet(99) = 1
ASSUME Refused_E065_Named == TLCGet("s:unset") = 1
ASSUME Refused_E065_Unknown == TLCGet("no such name") = 1
ASSUME Refused_E057_TLCGet == TLCGet({}) = 1
ASSUME Refused_E057_TLCGetNegative == TLCGet(0 - 1) = 1
ASSUME Refused_E057_TLCSet == TLCSet("name", 1)
ASSUME Refused_E057_TLCSetNegative == TLCSet(0 - 1, 1)
ASSUME Refused_E057_Combine == (1 @@ <<1>>) = <<1>>
ASSUME Refused_E057_CombineSecond == (<<1>> @@ {1}) = <<1>>
ASSUME Refused_Permutations == Permutations(5) = {}
ASSUME Refused_PermutationsOfNat == Permutations(Nat) = {}
ASSUME Refused_SortSeq == SortSeq({1, 2}, <) = <<1, 2>>
ASSUME Refused_E064 == SortSeq(<<1, 2>>, +) = <<1, 2>>
ASSUME Refused_RandomElement == RandomElement({}) = 1
ASSUME Refused_RandomElementOfNat == RandomElement(Nat) \in Nat
ASSUME Refused_RandomElementOfInteger == RandomElement(5) = 5
ASSUME Refused_SortSeqOfString == SortSeq("abc", <) = "abc"
ASSUME Refused_E057_TLCGetBoolean == TLCGet(TRUE) = 1
ASSUME Refused_E058_AssertEvaluatesBoth == Assert(TRUE, 1 \div 0)
====
