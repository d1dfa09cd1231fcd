---- MODULE TheoremsTest ----
\* The modules that are extended for proofs: their definitions, and the names of their theorems in proofs.
EXTENDS TLAPS, NaturalsInduction, FiniteSetTheorems, SequenceTheorems, FunctionTheorems, SequencesExtTheorems,
        FiniteSetsExtTheorems, FoldsTheorems, GraphTheorems, QuorumTheorems

Double(f, n) == 2 * f
Longer(f, s) == f + 1

ASSUME RefusedOnNat == NatInductiveDefConclusion([n \in Nat |-> 2 ^ n], 1, Double)
ASSUME FiniteNatInductiveDefConclusion(<<1, 2, 4>>, 1, Double, 1, 3)
ASSUME ~FiniteNatInductiveDefConclusion(<<1, 2, 5>>, 1, Double, 1, 3)
ASSUME FiniteSubsetsOf({1, 2}) = SUBSET {1, 2}
ASSUME StrictSubsetOrdering({1}) = {<<{}, {1}>>} /\ StrictSubsetOrdering({}) = {}
ASSUME SMT /\ Z3T(10) /\ Isa /\ IsaM("auto") /\ IsaMT("blast", 20) /\ PTL /\ Zenon /\ AllProversT(3)
ASSUME ~EnabledWrapper(LAMBDA x : TRUE)
ASSUME RefusedRecursion == NatInductiveDefHypothesis(<<1>>, 1, Double)
ASSUME RefusedSequences == TailInductiveDefConclusion(<<1>>, {1}, 0, Longer)

THEOREM ByNames == \A n \in Nat : n >= 0
<1>1. 0 >= 0
  BY SMT, Z3, CVC4, SMTT(5), ZenonT(30), Isa, IsaM("blast"), SimpleArithmetic
<1>2. ASSUME NEW n \in Nat, n >= 0 PROVE n + 1 >= 0
  BY NatInduction, GeneralNatInduction, SmallestNatural, DownwardNatInduction
<1>3. SUFFICES ASSUME NEW S, IsFiniteSet(S) PROVE Cardinality(S) \in Nat
  BY FS_CardinalityType, FS_EmptySet, FS_AddElement, FS_Induction, FS_Subset, FS_Union, FS_Interval DEF FiniteSubsetsOf
<1>4. QED
  BY <1>1, <1>2, ConcatProperties, AppendProperties, HeadTailProperties, SequencesInductionAppend, EmptySeq,
     ConcatSimplifications!idRight, Fun_RangeProperties, Fun_NatBijSame, SumFunctionZero, FoldFunctionAC,
     SeqOfSeq, ConsProperties, IsPrefixProperties, FoldLeftAppend, FoldSetAC, SumSetNat, MaxInterval,
     MapThenFoldSetAC, TreeAcyclic, MajoritiesQuorumSystem, SetExtensionality
====
