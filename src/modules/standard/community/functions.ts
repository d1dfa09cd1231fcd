/** The text of module Functions. The evaluator computes folds, inverses and the tests for injections itself. */
export const functions = String.raw`---- MODULE Functions ----
\* Functions: restricting, inverting, comparing and folding them.
EXTENDS Integers, Folds

\* The function on S, on those arguments that pass the test, or on those whose values pass it.
Restrict(f, S) == [x \in S |-> f[x]]
RestrictDomain(f, Test(_)) == Restrict(f, {x \in DOMAIN f : Test(x)})
RestrictValues(f, Test(_)) == LET S == {x \in DOMAIN f : Test(f[x])} IN Restrict(f, S)

\* Whether the second function is the first with some more arguments.
IsRestriction(narrow, wide) ==
  DOMAIN narrow \subseteq DOMAIN wide /\ \A x \in DOMAIN narrow : narrow[x] = wide[x]

\* The set of values.
Range(f) == {f[x] : x \in DOMAIN f}

Pointwise(f, g, T(_, _)) == [x \in DOMAIN f |-> T(f[x], g[x])]

\* For each y of T an x of S with f[x] = y; any x of S if y is no value of f.
Inverse(f, S, T) == [y \in T |-> CHOOSE x \in S : y \in Range(f) => f[x] = y]

AntiFunction(f) == Inverse(f, DOMAIN f, Range(f))

\* Whether no two arguments have the same value.
IsInjective(f) == \A x, y \in DOMAIN f : f[x] = f[y] => x = y

Injection(S, T) == {f \in [S -> T] : IsInjective(f)}
Surjection(S, T) == {f \in [S -> T] : \A y \in T : \E x \in S : f[x] = y}
Bijection(S, T) == Injection(S, T) \cap Surjection(S, T)

ExistsInjection(S, T) == Injection(S, T) # {}
ExistsSurjection(S, T) == Surjection(S, T) # {}
ExistsBijection(S, T) == Bijection(S, T) # {}

\* The values of the arguments in S, combined with op; what comes out is certain only if their order does not matter.
FoldFunctionOnSet(op(_, _), base, f, S) ==
  MapThenFoldSet(op, base, LAMBDA x : f[x], LAMBDA T : CHOOSE x \in T : TRUE, S)

FoldFunction(op(_, _), base, f) == FoldFunctionOnSet(op, base, f, DOMAIN f)

SumFunctionOnSet(f, S) == FoldFunctionOnSet(+, 0, f, S)
SumFunction(f) == SumFunctionOnSet(f, DOMAIN f)
====
`;
