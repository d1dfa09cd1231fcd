---- MODULE FunctionsTest ----
EXTENDS Functions, Sequences

f == [x \in 1 .. 3 |-> x * x]
Listed(x, rest) == <<x>> \o rest

\* ---- Restricting ----
ASSUME Restrict(f, {1, 3}) = [x \in {1, 3} |-> x * x]
ASSUME Restrict(f, {}) = << >>
ASSUME Restrict([a |-> 1, b |-> 2], {"b"}) = [b |-> 2]
ASSUME RefusedOutside == Restrict(f, {4}) = << >>
ASSUME RestrictDomain(f, LAMBDA x : x # 2) = [x \in {1, 3} |-> x * x]
ASSUME RestrictDomain(f, LAMBDA x : FALSE) = << >>
ASSUME RestrictValues(f, LAMBDA y : y > 1) = [x \in {2, 3} |-> x * x]
ASSUME IsRestriction(<<1>>, f)
ASSUME IsRestriction(<< >>, f) /\ IsRestriction(f, f)
ASSUME ~IsRestriction(<<2>>, f)
ASSUME ~IsRestriction(f, <<1>>)

\* ---- Values ----
ASSUME Range(f) = {1, 4, 9}
ASSUME Range(<<1, 2, 1>>) = {1, 2}
ASSUME Range(<< >>) = {}
ASSUME Range([a |-> 1, b |-> 1]) = {1}
ASSUME Pointwise(f, <<10, 20, 30>>, +) = <<11, 24, 39>>
ASSUME Pointwise([a |-> 1, b |-> 2], [a |-> 5, b |-> 5], LAMBDA x, y : x - y) = [a |-> -4, b |-> -3]

\* ---- Inverting ----
ASSUME Inverse(<<"a", "b">>, {1, 2}, {"a", "b"}) = [a |-> 1, b |-> 2]
ASSUME Inverse(<<"a", "a", "b">>, {1, 2, 3}, {"a"}) = [a |-> 1]
ASSUME Inverse(<<"a", "a", "b">>, {2, 3}, {"a"}) = [a |-> 2]
ASSUME Inverse(<<"a", "b">>, {1, 2}, {"a", "c"})["c"] = 1
ASSUME Inverse(<<"a", "b">>, {1, 2}, {}) = << >>
ASSUME RefusedNotInSubset == Inverse(<<"a", "b">>, {2}, {"a"})["a"] = 1
ASSUME Inverse(<<"a", "b">>, {2}, {"a", "b"})["b"] = 2
ASSUME AntiFunction(<<"b", "a">>) = [a |-> 2, b |-> 1]
ASSUME AntiFunction([a |-> 1, b |-> 2]) = <<"a", "b">>
ASSUME AntiFunction(AntiFunction(f)) = f
ASSUME RefusedTwoForOne == AntiFunction(<<1, 1, 2>>)[1] = 1

\* ---- Injections and their kin ----
ASSUME IsInjective(f) /\ IsInjective(<< >>) /\ IsInjective(<<1>>)
ASSUME ~IsInjective(<<1, 2, 1>>)
ASSUME IsInjective([x \in {"a", "b"} |-> {x}]) /\ ~IsInjective([x \in {"a", "b"} |-> {1}])
ASSUME IsInjective([x \in 0 .. 5 |-> <<x>>])
ASSUME RefusedIncomparable == IsInjective(<<1, "a">>)
ASSUME RefusedNoFunction == IsInjective({1})
ASSUME Injection({1, 2}, {5, 6}) = {<<5, 6>>, <<6, 5>>}
ASSUME Injection({1, 2}, {5}) = {}
ASSUME Surjection({1, 2}, {5}) = {<<5, 5>>}
ASSUME Surjection({1}, {5, 6}) = {}
ASSUME Bijection({1, 2}, {5, 6}) = {<<5, 6>>, <<6, 5>>}
ASSUME Injection({}, {}) = {<< >>} /\ Surjection({}, {}) = {<< >>} /\ Bijection({}, {}) = {<< >>}
ASSUME <<5, 6>> \in Injection({1, 2}, {5, 6, 7}) /\ <<5, 5>> \notin Injection({1, 2}, {5, 6, 7})
ASSUME \A S, T \in SUBSET {1, 2, 3} : ExistsInjection(S, T) <=> Injection(S, T) # {}
ASSUME \A S, T \in SUBSET {1, 2, 3} : ExistsSurjection(S, T) <=> Surjection(S, T) # {}
ASSUME \A S, T \in SUBSET {1, 2} : ExistsBijection(S, T) <=> Bijection(S, T) # {}
ASSUME ~ExistsSurjection({1}, {}) /\ ExistsSurjection({}, {}) /\ ~ExistsBijection({1}, {})

\* ---- Folds: the first argument innermost ----
ASSUME FoldFunction(+, 0, f) = 14
ASSUME FoldFunction(Listed, << >>, <<"a", "b", "c">>) = <<"c", "b", "a">>
ASSUME FoldFunction(LAMBDA x, y : x - y, 0, f) = 9 - (4 - (1 - 0))
ASSUME FoldFunction(Listed, << >>, [x \in {3, 1, 2} |-> 10 * x]) = <<30, 20, 10>>
ASSUME FoldFunction(+, 7, << >>) = 7
ASSUME FoldFunction(+, 0, [a |-> 1, b |-> 2]) = 3
ASSUME FoldFunctionOnSet(+, 0, f, {1, 3}) = 10
ASSUME FoldFunctionOnSet(Listed, << >>, f, {3, 1}) = <<9, 1>>
ASSUME FoldFunctionOnSet(+, 0, f, {}) = 0
ASSUME RefusedOutsideDomain == FoldFunctionOnSet(+, 0, f, {1, 4}) = 0
ASSUME RefusedNotAFunction == FoldFunction(+, 0, {1}) = 0
ASSUME SumFunction(f) = 14 /\ SumFunction(<< >>) = 0 /\ SumFunction([a |-> -1, b |-> 1]) = 0
ASSUME SumFunctionOnSet(f, {2, 3}) = 13 /\ SumFunctionOnSet(f, {}) = 0

\* Integers comes with Functions.
ASSUME -1 \in Int /\ 1 + 1 = 2
====
