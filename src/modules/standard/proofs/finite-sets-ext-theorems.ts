/** The text of module FiniteSetsExtTheorems: theorems for proofs, without proofs of their own. */
export const finiteSetsExtTheorems = String.raw`---- MODULE FiniteSetsExtTheorems ----
\* Folds, sums, products and extremes of finite sets.
EXTENDS FiniteSetsExt, FiniteSets, Integers

\* op stays in Type, and neither order nor grouping matter.
LOCAL Unordered(op(_, _), Type) ==
  /\ \A x, y \in Type : op(x, y) \in Type
  /\ \A x, y \in Type : op(x, y) = op(y, x)
  /\ \A x, y, z \in Type : op(x, op(y, z)) = op(op(x, y), z)

\* ---- Folds ----

THEOREM FoldSetEmpty ==
  ASSUME NEW op(_, _), NEW base
  PROVE  FoldSet(op, base, {}) = base
THEOREM FoldSetNonempty ==
  ASSUME NEW op(_, _), NEW base, NEW S, S # {}, IsFiniteSet(S)
  PROVE  \E x \in S : FoldSet(op, base, S) = op(x, FoldSet(op, base, S \ {x}))
THEOREM FoldSetType ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, NEW S \in SUBSET Type, IsFiniteSet(S),
         \A x, y \in Type : op(x, y) \in Type
  PROVE  FoldSet(op, base, S) \in Type
THEOREM FoldSetAC ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Unordered(op, Type),
         NEW S \in SUBSET Type, IsFiniteSet(S), NEW x \in S
  PROVE  FoldSet(op, base, S) = op(x, FoldSet(op, base, S \ {x}))
THEOREM FoldSetACAddElement ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Unordered(op, Type),
         NEW S \in SUBSET Type, IsFiniteSet(S), NEW x \in Type \ S
  PROVE  FoldSet(op, base, S \cup {x}) = op(x, FoldSet(op, base, S))
THEOREM FoldSetDisjointUnion ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Unordered(op, Type), \A x \in Type : op(base, x) = x,
         NEW S \in SUBSET Type, IsFiniteSet(S), NEW T \in SUBSET Type, IsFiniteSet(T), S \cap T = {}
  PROVE  FoldSet(op, base, S \cup T) = op(FoldSet(op, base, S), FoldSet(op, base, T))

\* ---- Sums ----

THEOREM SumSetNat == \A S \in SUBSET Nat : IsFiniteSet(S) => SumSet(S) \in Nat
THEOREM SumSetInt == \A S \in SUBSET Int : IsFiniteSet(S) => SumSet(S) \in Int
THEOREM SumSetEmpty == SumSet({}) = 0
THEOREM SumSetNonempty == \A S \in SUBSET Int : IsFiniteSet(S) => \A x \in S : SumSet(S) = x + SumSet(S \ {x})
THEOREM SumSetAddElement ==
  \A S \in SUBSET Int : IsFiniteSet(S) => \A x \in Int \ S : SumSet(S \cup {x}) = x + SumSet(S)
THEOREM SumSetDisjointUnion ==
  \A S, T \in SUBSET Int :
    IsFiniteSet(S) /\ IsFiniteSet(T) /\ S \cap T = {} => SumSet(S \cup T) = SumSet(S) + SumSet(T)
THEOREM SumSetNatSubset ==
  \A S \in SUBSET Nat : IsFiniteSet(S) => \A T \in SUBSET S : SumSet(T) <= SumSet(S)
THEOREM SumSetNatZero == \A S \in SUBSET Nat : IsFiniteSet(S) => (SumSet(S) = 0 <=> S \subseteq {0})

\* ---- Products ----

THEOREM ProductSetNat == \A S \in SUBSET Nat : IsFiniteSet(S) => ProductSet(S) \in Nat
THEOREM ProductSetInt == \A S \in SUBSET Int : IsFiniteSet(S) => ProductSet(S) \in Int
THEOREM ProductSetEmpty == ProductSet({}) = 1
THEOREM ProductSetNonempty ==
  \A S \in SUBSET Int : IsFiniteSet(S) => \A x \in S : ProductSet(S) = x * ProductSet(S \ {x})
THEOREM ProductSetAddElement ==
  \A S \in SUBSET Int : IsFiniteSet(S) => \A x \in Int \ S : ProductSet(S \cup {x}) = x * ProductSet(S)
THEOREM ProductSetDisjointUnion ==
  \A S, T \in SUBSET Int :
    IsFiniteSet(S) /\ IsFiniteSet(T) /\ S \cap T = {} => ProductSet(S \cup T) = ProductSet(S) * ProductSet(T)
THEOREM ProductSetNatOne == \A S \in SUBSET Nat : IsFiniteSet(S) => (ProductSet(S) = 1 <=> S \subseteq {1})
THEOREM ProductSetZero == \A S \in SUBSET Int : IsFiniteSet(S) => (ProductSet(S) = 0 <=> 0 \in S)
THEOREM ProductSetNatSubset ==
  \A S \in SUBSET (Nat \ {0}) : IsFiniteSet(S) => \A T \in SUBSET S : ProductSet(T) <= ProductSet(S)

\* ---- Sums of the values of an operator ----

LOCAL Ints(f(_), S) == IsFiniteSet(S) /\ \A x \in S : f(x) \in Int
LOCAL Nats(f(_), S) == IsFiniteSet(S) /\ \A x \in S : f(x) \in Nat

THEOREM MapThenSumSetNat ==
  ASSUME NEW S, NEW f(_), Nats(f, S)
  PROVE  MapThenSumSet(f, S) \in Nat
THEOREM MapThenSumSetInt ==
  ASSUME NEW S, NEW f(_), Ints(f, S)
  PROVE  MapThenSumSet(f, S) \in Int
THEOREM MapThenSumSetEmpty ==
  ASSUME NEW f(_)
  PROVE  MapThenSumSet(f, {}) = 0
THEOREM MapThenSumSetNonempty ==
  ASSUME NEW S, NEW x \in S, NEW f(_), Ints(f, S)
  PROVE  MapThenSumSet(f, S) = f(x) + MapThenSumSet(f, S \ {x})
THEOREM MapThenSumSetAddElement ==
  ASSUME NEW S, NEW x, x \notin S, NEW f(_), Ints(f, S \cup {x})
  PROVE  MapThenSumSet(f, S \cup {x}) = f(x) + MapThenSumSet(f, S)
THEOREM MapThenSumSetDisjointUnion ==
  ASSUME NEW S, NEW T, S \cap T = {}, NEW f(_), Ints(f, S \cup T)
  PROVE  MapThenSumSet(f, S \cup T) = MapThenSumSet(f, S) + MapThenSumSet(f, T)
THEOREM MapThenSumSetNatSubset ==
  ASSUME NEW S, NEW T \in SUBSET S, NEW f(_), Nats(f, S)
  PROVE  MapThenSumSet(f, T) <= MapThenSumSet(f, S)
THEOREM MapThenSumSetZero ==
  ASSUME NEW S, NEW f(_), Nats(f, S)
  PROVE  MapThenSumSet(f, S) = 0 <=> \A x \in S : f(x) = 0
THEOREM MapThenSumSetMonotonic ==
  ASSUME NEW S, NEW f(_), Ints(f, S), NEW g(_), Ints(g, S), \A x \in S : f(x) <= g(x)
  PROVE  MapThenSumSet(f, S) <= MapThenSumSet(g, S)
THEOREM MapThenSumSetStrictlyMonotonic ==
  ASSUME NEW S, NEW f(_), Ints(f, S), NEW g(_), Ints(g, S), \A x \in S : f(x) <= g(x),
         NEW y \in S, f(y) < g(y)
  PROVE  MapThenSumSet(f, S) < MapThenSumSet(g, S)

\* ---- Extremes ----

LOCAL IsMax(m, S) == m \in S /\ \A x \in S : m >= x
LOCAL IsMin(m, S) == m \in S /\ \A x \in S : m <= x

THEOREM MaxInt == \A S \in SUBSET Int : \A m \in S : (\A x \in S : m >= x) => Max(S) = m
THEOREM MaxIntFinite == \A S \in SUBSET Int : IsFiniteSet(S) /\ S # {} => IsMax(Max(S), S)
THEOREM MaxIntBounded ==
  \A S \in SUBSET Int : \A bound \in Int : S # {} /\ (\A x \in S : bound >= x) => IsMax(Max(S), S)
THEOREM MaxInterval == \A a, b \in Int : a <= b => Max(a .. b) = b
THEOREM MinInt == \A S \in SUBSET Int : \A m \in S : (\A x \in S : m <= x) => Min(S) = m
THEOREM MinIntFinite == \A S \in SUBSET Int : IsFiniteSet(S) /\ S # {} => IsMin(Min(S), S)
THEOREM MinIntBounded ==
  \A S \in SUBSET Int : \A bound \in Int : S # {} /\ (\A x \in S : bound <= x) => IsMin(Min(S), S)
THEOREM MinInterval == \A a, b \in Int : a <= b => Min(a .. b) = a
THEOREM MinNat == \A S \in SUBSET Nat : S # {} => IsMin(Min(S), S)

THEOREM SupersetOfMajorityIsMajority ==
  \A U : IsFiniteSet(U) => \A A, B \in SUBSET U :
    A \subseteq B /\ 2 * Cardinality(A) > Cardinality(U) => 2 * Cardinality(B) > Cardinality(U)
====
`;
