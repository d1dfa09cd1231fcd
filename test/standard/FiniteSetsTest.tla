---- MODULE FiniteSetsTest ----
EXTENDS FiniteSets, Integers, Sequences

ASSUME Cardinality({}) = 0
ASSUME Cardinality({1, 2, 2}) = 2
ASSUME Cardinality(1 .. 100) = 100
ASSUME Cardinality(5 .. 1) = 0
ASSUME Cardinality(SUBSET (1 .. 10)) = 1024
ASSUME Cardinality([1 .. 3 -> {"a", "b"}]) = 8
ASSUME Cardinality([{} -> {"a"}]) = 1
ASSUME Cardinality([{1} -> {}]) = 0
ASSUME Cardinality([a : 1 .. 2, b : 1 .. 3]) = 6
ASSUME Cardinality((1 .. 2) \X (1 .. 3)) = 6
ASSUME Cardinality({x \in 1 .. 10 : x % 2 = 0}) = 5
ASSUME Cardinality({x % 3 : x \in 1 .. 10}) = 3
ASSUME Cardinality({1, 2} \cup {2, 3}) = 3
ASSUME Cardinality(UNION {{1, 2}, {2, 3}, {}}) = 3
ASSUME Cardinality(BOOLEAN) = 2
ASSUME Cardinality(SUBSET {}) = 1
ASSUME IsFiniteSet({})
ASSUME IsFiniteSet({1})
ASSUME IsFiniteSet(1 .. 5)
ASSUME IsFiniteSet(SUBSET (1 .. 3))
ASSUME ~IsFiniteSet(Nat)
ASSUME ~IsFiniteSet(Int)
ASSUME ~IsFiniteSet(Seq({1}))
ASSUME ~IsFiniteSet(STRING)
ASSUME ~IsFiniteSet(SUBSET Nat)
ASSUME IsFiniteSet({Nat, Int})
ASSUME Cardinality({{}, {{}}}) = 2

ASSUME Refused_Cardinality == Cardinality(5) = 1
ASSUME Refused_CardinalityOfSequence == Cardinality(<<1, 2>>) = 2
ASSUME Refused_CardinalityOfNat == Cardinality(Nat) = 1
ASSUME Refused_CardinalityOfSeq == Cardinality(Seq({1})) = 1
ASSUME Refused_CardinalityOfStrings == Cardinality(STRING) = 1
ASSUME Refused_IsFiniteSet == IsFiniteSet(5)
ASSUME Refused_IsFiniteSetOfFunction == IsFiniteSet([a |-> 1])
====
