/** The text of module FunctionTheorems: theorems for proofs, without proofs of their own. */
export const functionTheorems = String.raw`---- MODULE FunctionTheorems ----
\* Functions: injections, surjections, bijections, and which of them exist; folds and sums.
EXTENDS Functions, Integers, FiniteSets

\* ---- Restrictions, ranges, inverses ----

THEOREM Fun_RestrictProperties ==
  \A S, T : \A f \in [S -> T] : \A A \in SUBSET S :
    Restrict(f, A) \in [A -> T] /\ \A x \in A : Restrict(f, A)[x] = f[x]

THEOREM Fun_RangeProperties ==
  \A S, T : \A f \in [S -> T] :
    Range(f) \subseteq T /\ (\A y \in Range(f) : \E x \in S : f[x] = y) /\ f \in Surjection(S, Range(f))

THEOREM Fun_InverseProperties ==
  \A S, T : \A f \in [S -> T] :
    /\ (S = {} => T = {}) => Inverse(f, S, T) \in [T -> S]
    /\ \A y \in Range(f) : f[Inverse(f, S, T)[y]] = y

\* ---- What makes injections, surjections, bijections, and what they are ----

THEOREM Fun_IsInj ==
  \A S, T : \A f \in [S -> T] : (\A x, y \in S : f[x] = f[y] => x = y) => f \in Injection(S, T)

THEOREM Fun_IsSurj == \A S, T : \A f \in [S -> T] : (\A y \in T : \E x \in S : f[x] = y) => f \in Surjection(S, T)

THEOREM Fun_IsBij ==
  \A S, T, f :
    /\ f \in Injection(S, T) \/ (f \in [S -> T] /\ \A x, y \in S : f[x] = f[y] => x = y)
    /\ f \in Surjection(S, T) \/ (f \in [S -> T] /\ \A y \in T : \E x \in S : f[x] = y)
    => f \in Bijection(S, T)

THEOREM Fun_InjectionProperties ==
  \A S, T : \A f \in Injection(S, T) : f \in [S -> T] /\ \A x, y \in S : f[x] = f[y] => x = y

THEOREM Fun_SurjectionProperties ==
  \A S, T : \A f \in Surjection(S, T) : f \in [S -> T] /\ (\A y \in T : \E x \in S : f[x] = y) /\ Range(f) = T

THEOREM Fun_BijectionProperties ==
  \A S, T : \A f \in Bijection(S, T) :
    /\ f \in [S -> T]
    /\ f \in Injection(S, T) /\ \A x, y \in S : f[x] = f[y] => x = y
    /\ f \in Surjection(S, T) /\ \A y \in T : \E x \in S : f[x] = y

THEOREM Fun_SmallestSurjectionIsBijection ==
  \A S, T : \A f \in Surjection(S, T) :
    (\A U \in SUBSET S : U # S => Surjection(U, T) = {}) => f \in Bijection(S, T)

\* ---- Composition, inverses, restrictions ----

THEOREM Fun_InjTransitive ==
  \A S, T, U : \A f \in Injection(S, T), g \in Injection(T, U) : [x \in S |-> g[f[x]]] \in Injection(S, U)
THEOREM Fun_SurjTransitive ==
  \A S, T, U : \A f \in Surjection(S, T), g \in Surjection(T, U) : [x \in S |-> g[f[x]]] \in Surjection(S, U)
THEOREM Fun_BijTransitive ==
  \A S, T, U : \A f \in Bijection(S, T), g \in Bijection(T, U) : [x \in S |-> g[f[x]]] \in Bijection(S, U)

THEOREM Fun_SurjInverse == \A S, T : \A f \in Surjection(S, T) : Inverse(f, S, T) \in Injection(T, S)
THEOREM Fun_InjInverse ==
  \A S, T : \A f \in Injection(S, T) : (S = {} => T = {}) => Inverse(f, S, T) \in Surjection(T, S)
THEOREM Fun_BijInverse ==
  \A S, T : \A f \in Bijection(S, T) :
    LET back == Inverse(f, S, T)
    IN  back \in Bijection(T, S) /\ (\A x \in S : back[f[x]] = x) /\ Inverse(back, T, S) = f

THEOREM Fun_BijRestrict ==
  \A S, T : \A f \in Bijection(S, T) : \A A \in SUBSET S : Restrict(f, A) \in Bijection(A, Range(Restrict(f, A)))
THEOREM Fun_InjMeansBijImage == \A S, T : \A f \in Injection(S, T) : f \in Bijection(S, Range(f))

\* ---- Which exist ----

THEOREM Fun_ExistsInj == \A S, T : ExistsInjection(S, T) <=> Injection(S, T) # {}
THEOREM Fun_ExistsSurj == \A S, T : ExistsSurjection(S, T) <=> Surjection(S, T) # {}
THEOREM Fun_ExistsBij == \A S, T : ExistsBijection(S, T) <=> Bijection(S, T) # {}

THEOREM Fun_ExistsSurjSubset == \A S : \A T \in SUBSET S : T # {} => ExistsSurjection(S, T)
THEOREM Fun_ExistsSurjMeansExistsRevInj == \A S, T : ExistsSurjection(S, T) => ExistsInjection(T, S)

THEOREM Fun_ExistsBijReflexive == \A S : ExistsBijection(S, S)
THEOREM Fun_ExistsBijSymmetric == \A S, T : ExistsBijection(S, T) => ExistsBijection(T, S)
THEOREM Fun_ExistsBijTransitive ==
  \A S, T, U : ExistsBijection(S, T) /\ ExistsBijection(T, U) => ExistsBijection(S, U)
THEOREM Fun_ExistsInjReflexive == \A S : ExistsInjection(S, S)
THEOREM Fun_ExistsSurjReflexive == \A S : ExistsSurjection(S, S)
THEOREM Fun_ExistsInjTransitive ==
  \A S, T, U : ExistsInjection(S, T) /\ ExistsInjection(T, U) => ExistsInjection(S, U)
THEOREM Fun_ExistsSurjTransitive ==
  \A S, T, U : ExistsSurjection(S, T) /\ ExistsSurjection(T, U) => ExistsSurjection(S, U)

\* The theorem of Cantor, Bernstein and Schroeder, and what follows from it.
THEOREM Fun_CantorBernsteinSchroeder_Lemma ==
  \A S, T : T \subseteq S /\ ExistsInjection(S, T) => ExistsBijection(S, T)
THEOREM Fun_CantorBernsteinSchroeder ==
  \A S, T : ExistsInjection(S, T) /\ ExistsInjection(T, S) => ExistsBijection(S, T)
THEOREM Fun_ExistInjAndSurjThenBij ==
  \A S, T : ExistsInjection(S, T) /\ ExistsSurjection(S, T) => ExistsBijection(S, T)
THEOREM Fun_ExistSurjAndSurjThenBij ==
  \A S, T : ExistsSurjection(S, T) /\ ExistsSurjection(T, S) => ExistsBijection(S, T)
THEOREM Fun_ExistsBijEquiv ==
  \A S, T :
    /\ ExistsBijection(S, T) <=> ExistsBijection(T, S)
    /\ ExistsBijection(S, T) <=> (ExistsInjection(S, T) /\ ExistsInjection(T, S))
    /\ ExistsBijection(S, T) <=> (ExistsInjection(S, T) /\ ExistsSurjection(S, T))
    /\ ExistsBijection(S, T) <=> (ExistsInjection(T, S) /\ ExistsSurjection(T, S))
    /\ ExistsBijection(S, T) <=> (ExistsSurjection(S, T) /\ ExistsSurjection(T, S))

\* ---- Intervals of numbers ----

THEOREM Fun_ExistsBijInterval == \A a, b \in Int : a <= b => ExistsBijection(1 .. b - a + 1, a .. b)
THEOREM Fun_NatInjLeq == \A m, n \in Nat : ExistsInjection(1 .. m, 1 .. n) <=> m <= n
THEOREM Fun_NatSurjImpliesNatBij ==
  \A S : \A n \in Nat : ExistsSurjection(1 .. n, S) => \E m \in Nat : ExistsBijection(1 .. m, S) /\ m <= n
THEOREM Fun_NatSurjEquivNatBij ==
  \A S : (\E n \in Nat : ExistsSurjection(1 .. n, S)) <=> (\E n \in Nat : ExistsBijection(1 .. n, S))
THEOREM Fun_NatBijSame ==
  \A S : \A m, n \in Nat : ExistsBijection(1 .. m, S) /\ ExistsBijection(1 .. n, S) => m = n
THEOREM Fun_NatBijEmpty == \A S : ExistsBijection(1 .. 0, S) <=> S = {}
THEOREM Fun_NatBijSingleton == \A S : ExistsBijection(1 .. 1, S) <=> \E x : S = {x}
THEOREM Fun_NatBijSubset ==
  \A S : \A T \in SUBSET S : \A m \in Nat :
    ExistsBijection(1 .. m, S) => \E n \in Nat : ExistsBijection(1 .. n, T) /\ n <= m
THEOREM Fun_NatBijAddElem ==
  \A S, x : \A m \in Nat : ExistsBijection(1 .. m, S) /\ x \notin S => ExistsBijection(1 .. m + 1, S \cup {x})
THEOREM Fun_NatBijSubElem ==
  \A S, x : \A m \in Nat : ExistsBijection(1 .. m, S) /\ x \in S => ExistsBijection(1 .. m - 1, S \ {x})

\* ---- Folds ----

LOCAL Closed(op(_, _), Type) == \A x, y \in Type : op(x, y) \in Type
\* Closed, commutative and associative.
LOCAL Unordered(op(_, _), Type) ==
  /\ Closed(op, Type)
  /\ \A x, y \in Type : op(x, y) = op(y, x)
  /\ \A x, y, z \in Type : op(x, op(y, z)) = op(op(x, y), z)

THEOREM FoldFunctionOnSetEmpty ==
  ASSUME NEW op(_, _), NEW base, NEW f
  PROVE  FoldFunctionOnSet(op, base, f, {}) = base
THEOREM FoldFunctionOnSetNonempty ==
  ASSUME NEW op(_, _), NEW base, NEW f, NEW S, S # {}, IsFiniteSet(S)
  PROVE  \E x \in S : FoldFunctionOnSet(op, base, f, S) = op(f[x], FoldFunctionOnSet(op, base, f, S \ {x}))
THEOREM FoldFunctionOnSetType ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Closed(op, Type), NEW S, IsFiniteSet(S),
         NEW f, \A x \in S : f[x] \in Type
  PROVE  FoldFunctionOnSet(op, base, f, S) \in Type
THEOREM FoldFunctionOnSetEqual ==
  ASSUME NEW op(_, _), NEW base, NEW f, NEW g, NEW S, IsFiniteSet(S), \A x \in S : f[x] = g[x]
  PROVE  FoldFunctionOnSet(op, base, f, S) = FoldFunctionOnSet(op, base, g, S)
THEOREM FoldFunctionOnSetAC ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Unordered(op, Type), NEW S, IsFiniteSet(S), NEW x \in S,
         NEW f, \A y \in S : f[y] \in Type
  PROVE  FoldFunctionOnSet(op, base, f, S) = op(f[x], FoldFunctionOnSet(op, base, f, S \ {x}))
THEOREM FoldFunctionOnSetACAddIndex ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Unordered(op, Type), NEW S, IsFiniteSet(S),
         NEW x, x \notin S, NEW f, \A y \in S \cup {x} : f[y] \in Type
  PROVE  FoldFunctionOnSet(op, base, f, S \cup {x}) = op(f[x], FoldFunctionOnSet(op, base, f, S))
THEOREM FoldFunctionOnSetACExcept ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Unordered(op, Type), NEW f, NEW x, NEW y \in Type,
         NEW S \in SUBSET DOMAIN f, IsFiniteSet(S), \A z \in S : f[z] \in Type
  PROVE  FoldFunctionOnSet(op, base, [f EXCEPT ![x] = y], S)
           = IF x \notin S THEN FoldFunctionOnSet(op, base, f, S)
             ELSE op(y, FoldFunctionOnSet(op, base, f, S \ {x}))
THEOREM FoldFunctionOnSetDisjointUnion ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Unordered(op, Type), \A x \in Type : op(base, x) = x,
         NEW S, IsFiniteSet(S), NEW T, IsFiniteSet(T), S \cap T = {}, NEW f, \A x \in S \cup T : f[x] \in Type
  PROVE  FoldFunctionOnSet(op, base, f, S \cup T)
           = op(FoldFunctionOnSet(op, base, f, S), FoldFunctionOnSet(op, base, f, T))

THEOREM FoldFunctionEmpty ==
  ASSUME NEW op(_, _), NEW base, NEW f, DOMAIN f = {}
  PROVE  FoldFunction(op, base, f) = base
THEOREM FoldFunctionNonempty ==
  ASSUME NEW op(_, _), NEW base, NEW f, DOMAIN f # {}, IsFiniteSet(DOMAIN f)
  PROVE  \E x \in DOMAIN f :
           FoldFunction(op, base, f) = op(f[x], FoldFunctionOnSet(op, base, f, DOMAIN f \ {x}))
THEOREM FoldFunctionType ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Closed(op, Type), NEW f, IsFiniteSet(DOMAIN f),
         \A x \in DOMAIN f : f[x] \in Type
  PROVE  FoldFunction(op, base, f) \in Type
THEOREM FoldFunctionAC ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Unordered(op, Type), NEW f, IsFiniteSet(DOMAIN f),
         NEW x \in DOMAIN f, \A y \in DOMAIN f : f[y] \in Type
  PROVE  FoldFunction(op, base, f) = op(f[x], FoldFunctionOnSet(op, base, f, DOMAIN f \ {x}))
THEOREM FoldFunctionACExcept ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Unordered(op, Type), NEW f, NEW x, NEW y \in Type,
         IsFiniteSet(DOMAIN f), \A z \in DOMAIN f : f[z] \in Type
  PROVE  FoldFunction(op, base, [f EXCEPT ![x] = y])
           = IF x \notin DOMAIN f THEN FoldFunction(op, base, f)
             ELSE op(y, FoldFunctionOnSet(op, base, f, DOMAIN f \ {x}))
\* ---- Sums ----

LOCAL Ints(f, S) == \A x \in S : f[x] \in Int
LOCAL Nats(f, S) == \A x \in S : f[x] \in Nat

THEOREM SumFunctionOnSetNat == \A f, S : IsFiniteSet(S) /\ Nats(f, S) => SumFunctionOnSet(f, S) \in Nat
THEOREM SumFunctionOnSetInt == \A f, S : IsFiniteSet(S) /\ Ints(f, S) => SumFunctionOnSet(f, S) \in Int
THEOREM SumFunctionOnSetEqual ==
  \A f, g, S : IsFiniteSet(S) /\ (\A x \in S : f[x] = g[x]) => SumFunctionOnSet(f, S) = SumFunctionOnSet(g, S)
THEOREM SumFunctionOnSetEmpty == \A f : SumFunctionOnSet(f, {}) = 0
THEOREM SumFunctionOnSetNonempty ==
  \A f, S : IsFiniteSet(S) /\ Ints(f, S) =>
    \A x \in S : SumFunctionOnSet(f, S) = f[x] + SumFunctionOnSet(f, S \ {x})
THEOREM SumFunctionOnSetAddIndex ==
  \A f, S, x : IsFiniteSet(S) /\ x \notin S /\ Ints(f, S \cup {x}) =>
    SumFunctionOnSet(f, S \cup {x}) = f[x] + SumFunctionOnSet(f, S)
THEOREM SumFunctionOnSetRemoveIndex ==
  \A f, S : IsFiniteSet(S) /\ Ints(f, S) =>
    \A x \in S : SumFunctionOnSet(f, S \ {x}) = SumFunctionOnSet(f, S) - f[x]
THEOREM SumFunctionOnSetExcept ==
  \A f, x : \A y \in Int : \A S \in SUBSET DOMAIN f : IsFiniteSet(S) /\ Ints(f, S) =>
    SumFunctionOnSet([f EXCEPT ![x] = y], S) = SumFunctionOnSet(f, S) + (IF x \in S THEN y - f[x] ELSE 0)
THEOREM SumFunctionOnSetDisjointUnion ==
  \A f, S, T : IsFiniteSet(S) /\ IsFiniteSet(T) /\ S \cap T = {} /\ Ints(f, S \cup T) =>
    SumFunctionOnSet(f, S \cup T) = SumFunctionOnSet(f, S) + SumFunctionOnSet(f, T)
THEOREM SumFunctionNatOnSubset ==
  \A f, S : \A T \in SUBSET S : IsFiniteSet(S) /\ Nats(f, S) => SumFunctionOnSet(f, T) <= SumFunctionOnSet(f, S)
THEOREM SumFunctionOnSetZero ==
  \A f, S : IsFiniteSet(S) /\ Nats(f, S) => (SumFunctionOnSet(f, S) = 0 <=> \A x \in S : f[x] = 0)
THEOREM SumFunctionOnSetConst ==
  \A D : \A S \in SUBSET D : \A f \in [D -> Int], c \in Int : IsFiniteSet(S) /\ (\A x \in S : f[x] = c) =>
    SumFunctionOnSet(f, S) = c * Cardinality(S)
THEOREM SumFunctionOnSetMonotonic ==
  \A f, g, S : IsFiniteSet(S) /\ Ints(f, S) /\ Ints(g, S) /\ (\A x \in S : f[x] <= g[x]) =>
    SumFunctionOnSet(f, S) <= SumFunctionOnSet(g, S)
THEOREM SumFunctionOnSetStrictlyMonotonic ==
  \A f, g, S :
    IsFiniteSet(S) /\ Ints(f, S) /\ Ints(g, S) /\ (\A x \in S : f[x] <= g[x]) /\ (\E x \in S : f[x] < g[x]) =>
      SumFunctionOnSet(f, S) < SumFunctionOnSet(g, S)

THEOREM SumFunctionNat == \A f : IsFiniteSet(DOMAIN f) /\ Nats(f, DOMAIN f) => SumFunction(f) \in Nat
THEOREM SumFunctionInt == \A f : IsFiniteSet(DOMAIN f) /\ Ints(f, DOMAIN f) => SumFunction(f) \in Int
THEOREM SumFunctionEmpty == \A f : DOMAIN f = {} => SumFunction(f) = 0
THEOREM SumFunctionNonempty ==
  \A f : IsFiniteSet(DOMAIN f) /\ Ints(f, DOMAIN f) =>
    \A x \in DOMAIN f : SumFunction(f) = f[x] + SumFunctionOnSet(f, DOMAIN f \ {x})
THEOREM SumFunctionExcept ==
  \A f, x : \A y \in Int : IsFiniteSet(DOMAIN f) /\ Ints(f, DOMAIN f) =>
    SumFunction([f EXCEPT ![x] = y]) = SumFunction(f) + (IF x \in DOMAIN f THEN y - f[x] ELSE 0)
THEOREM SumFunctionZero ==
  \A f : IsFiniteSet(DOMAIN f) /\ Nats(f, DOMAIN f) => (SumFunction(f) = 0 <=> \A x \in DOMAIN f : f[x] = 0)
THEOREM SumFunctionConst == \A S : \A c \in Int : IsFiniteSet(S) => SumFunction([x \in S |-> c]) = c * Cardinality(S)
THEOREM SumFunctionMonotonic ==
  \A f, g :
    /\ IsFiniteSet(DOMAIN f) /\ DOMAIN f = DOMAIN g
    /\ Ints(f, DOMAIN f) /\ Ints(g, DOMAIN f)
    /\ \A x \in DOMAIN f : f[x] <= g[x]
    => SumFunction(f) <= SumFunction(g)
THEOREM SumFunctionStrictlyMonotonic ==
  \A f, g :
    /\ IsFiniteSet(DOMAIN f) /\ DOMAIN f = DOMAIN g
    /\ Ints(f, DOMAIN f) /\ Ints(g, DOMAIN f)
    /\ \A x \in DOMAIN f : f[x] <= g[x]
    /\ \E x \in DOMAIN f : f[x] < g[x]
    => SumFunction(f) < SumFunction(g)
====
`;
