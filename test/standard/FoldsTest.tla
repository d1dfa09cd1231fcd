---- MODULE FoldsTest ----
EXTENDS Folds, Integers, FiniteSets, Sequences

First(S) == CHOOSE x \in S : TRUE
Largest(S) == CHOOSE x \in S : \A y \in S : x >= y
Same(x) == x
Listed(x, rest) == <<x>> \o rest

ASSUME MapThenFoldSet(+, 0, Same, First, {}) = 0
ASSUME MapThenFoldSet(+, 5, Same, First, {1, 2, 3}) = 11
ASSUME MapThenFoldSet(+, 0, LAMBDA x : x * x, First, 1 .. 4) = 30

\* What is chosen first stands outside.
ASSUME MapThenFoldSet(Listed, << >>, Same, First, {3, 1, 2}) = <<1, 2, 3>>
ASSUME MapThenFoldSet(Listed, << >>, Same, Largest, {3, 1, 2}) = <<3, 2, 1>>
ASSUME MapThenFoldSet(LAMBDA x, y : x - y, 0, Same, First, {1, 2, 4}) = 1 - (2 - (4 - 0))
ASSUME MapThenFoldSet(LAMBDA x, y : x - y, 0, Same, Largest, {1, 2, 4}) = 4 - (2 - (1 - 0))

\* An element in the middle may be chosen too.
ASSUME MapThenFoldSet(Listed, << >>, Same, LAMBDA S : IF 2 \in S THEN 2 ELSE First(S), {1, 2, 3}) = <<2, 1, 3>>

\* Lazy sets, sets of sets, values that repeat after f.
ASSUME MapThenFoldSet(LAMBDA S, T : S \cup T, {}, Same, First, SUBSET {1, 2}) = {1, 2}
ASSUME MapThenFoldSet(+, 0, LAMBDA x : 1, First, {"a", "b", "c"}) = 3
ASSUME MapThenFoldSet(+, 0, Cardinality, First, {{1}, {1, 2}, {}}) = 3
ASSUME MapThenFoldSet(+, 0, Same, First, 1 .. 100) = 5050

ASSUME RefusedWrongElements == MapThenFoldSet(+, 0, Same, First, {"a"}) = 0
ASSUME RefusedInfinite == MapThenFoldSet(+, 0, Same, First, Nat) = 0
ASSUME RefusedNoSet == MapThenFoldSet(+, 0, Same, First, 5) = 0
====
