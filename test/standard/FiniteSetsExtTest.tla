---- MODULE FiniteSetsExtTest ----
EXTENDS FiniteSetsExt, Sequences

Listed(x, rest) == <<x>> \o rest

\* ---- Folds: the first element innermost ----
ASSUME FoldSet(+, 0, {}) = 0
ASSUME FoldSet(+, 1, {1, 2, 3}) = 7
ASSUME FoldSet(Listed, << >>, {3, 1, 2}) = <<3, 2, 1>>
ASSUME FoldSet(LAMBDA x, y : x - y, 0, {1, 2, 4}) = 4 - (2 - (1 - 0))
ASSUME FoldSet(Listed, << >>, 1 .. 4) = <<4, 3, 2, 1>>
ASSUME FoldSet(LAMBDA S, T : S \cup T, {}, {{1}, {2, 3}, {}}) = {1, 2, 3}
ASSUME FoldSet(LAMBDA S, n : n + Cardinality(S), 0, SUBSET {1, 2, 3}) = 12
ASSUME RefusedString == FoldSet(+, 0, {"a"}) = 0
ASSUME RefusedNat == FoldSet(+, 0, Nat) = 0
ASSUME ReduceSet(+, {1, 2, 3}, 10) = 16
ASSUME ReduceSet(Listed, {2, 1}, << >>) = <<2, 1>>
ASSUME ReduceSet(Listed, {}, <<9>>) = <<9>>
ASSUME SumSet({}) = 0 /\ SumSet({-1, 1}) = 0 /\ SumSet(1 .. 10) = 55
ASSUME ProductSet({}) = 1 /\ ProductSet(1 .. 5) = 120 /\ ProductSet({0, 7}) = 0
ASSUME MapThenSumSet(LAMBDA x : x * x, {1, 2, 3}) = 14
ASSUME MapThenSumSet(LAMBDA x : 1, {"a", "b"}) = 2
ASSUME MapThenSumSet(Cardinality, SUBSET {1, 2}) = 4
ASSUME MapThenSumSet(LAMBDA x : x, {}) = 0
ASSUME RefusedSum == MapThenSumSet(LAMBDA x : "a", {1}) = 0

\* ---- Sets from sets ----
ASSUME FlattenSet({{1, 2}, {2, 3}, {}}) = {1, 2, 3} /\ FlattenSet({}) = {}
ASSUME SymDiff({1, 2}, {2, 3}) = {1, 3}
ASSUME SymDiff({}, {1}) = {1} /\ SymDiff({1}, {1}) = {}
ASSUME Choices({{1, 2}, {2, 3}}) = {{1, 2}, {1, 3}, {2}, {2, 3}}
ASSUME Choices({}) = {{}} /\ Choices({{}}) = {} /\ Choices({{1, 2}, {}}) = {}
ASSUME Choices({{1}}) = {{1}} /\ Choices({{1, 2}}) = {{1}, {2}}

\* ---- Counting and subsets of a size ----
ASSUME Quantify(1 .. 10, LAMBDA n : n % 3 = 0) = 3
ASSUME Quantify({}, LAMBDA n : TRUE) = 0
ASSUME Quantify({"a", "b"}, LAMBDA s : s = "a") = 1
ASSUME RefusedNoBoolean == Quantify({1}, LAMBDA n : 5) = 0
ASSUME kSubset(2, {1, 2, 3}) = {{1, 2}, {1, 3}, {2, 3}}
ASSUME kSubset(0, {1, 2}) = {{}} /\ kSubset(0, {}) = {{}} /\ kSubset(2, {1, 2}) = {{1, 2}}
ASSUME kSubset(3, {1, 2}) = {} /\ kSubset(-1, {1, 2}) = {}
ASSUME Cardinality(kSubset(3, 1 .. 10)) = 120
ASSUME \A k \in 0 .. 4 : kSubset(k, {"a", "b", "c"}) = {S \in SUBSET {"a", "b", "c"} : Cardinality(S) = k}
ASSUME (CHOOSE S \in kSubset(2, 1 .. 4) : 3 \in S) = {1, 3}
ASSUME 1 .. 20 \in kSubset(20, 1 .. 40) /\ 1 .. 19 \notin kSubset(20, 1 .. 40) /\ 21 .. 41 \notin kSubset(20, 1 .. 40)
ASSUME RefusedSize == kSubset("a", {1}) = {}

\* ---- Extremes ----
ASSUME Max({3, 1, 2}) = 3 /\ Min({3, 1, 2}) = 1
ASSUME Max({-5}) = -5 /\ Min({-5}) = -5
ASSUME Max(1 .. 1000) = 1000 /\ Min(-7 .. 3) = -7
ASSUME Max({x \in 0 .. 20 : x % 7 = 0}) = 14
ASSUME RefusedMaxOfNone == Max({}) = 0
ASSUME RefusedMinOfNone == Min({}) = 0
ASSUME RefusedMaxOfStrings == Max({"a", "b"}) = "b"
ASSUME RefusedMaxOfString == Max({"a"}) = "a"
ASSUME RefusedMaxOfNat == Max(Nat) = 0

ASSUME ChooseUnique({1, 2, 3}, LAMBDA x : x > 2) = 3
ASSUME ChooseUnique({{1}, {2}}, LAMBDA S : 2 \in S) = {2}
ASSUME RefusedTwo == ChooseUnique({1, 2, 3}, LAMBDA x : x > 1) = 2
ASSUME RefusedNone == ChooseUnique({1, 2, 3}, LAMBDA x : x > 3) = 2

\* Integers, FiniteSets, Functions and Folds come with it.
ASSUME Range(<<1, 2>>) = {1, 2} /\ -1 \in Int /\ IsFiniteSet({1})
====
