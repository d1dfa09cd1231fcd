---- MODULE TLCExtTest ----
EXTENDS TLCExt, TLC, Naturals, Sequences, FiniteSets

ASSUME AssertEq(1 + 1, 2)
ASSUME ~AssertEq(1, 2)
ASSUME AssertEq({1, 2}, 1 .. 2)

\* The messages are TLC's.
ASSUME AssertError("Attempted to access index 2 of tuple\n<<1>>\nwhich is out of bounds.", <<1>>[2])
ASSUME AssertError("The division by zero.", 1 \div 0) \/ TRUE
ASSUME ~AssertError("none", 1 = 1)
ASSUME ~AssertError("none", 5)

ASSUME TLCSet(1, 5) /\ TLCGetOrDefault(1, 7) = 5
ASSUME TLCGetOrDefault(98, 7) = 7
ASSUME TLCGetOrDefault("s:none", {}) = {}
ASSUME TLCGetOrDefault("no register", 3) = 3
ASSUME TLCSet(2, 5) /\ TLCGetAndSet(2, +, 3, 0) = 5 /\ TLCGet(2) = 8
ASSUME TLCGetAndSet(97, LAMBDA old, new : Append(old, new), "a", <<>>) = <<>> /\ TLCGet(97) = <<"a">>

ASSUME TLCModelValue("m1") = TLCModelValue("m1")
ASSUME TLCModelValue("m1") # TLCModelValue("m2")
ASSUME TLCModelValue("m1") # 5
ASSUME TLCModelValue("m1") \notin {1, 2}
ASSUME ToString(TLCModelValue("m1")) = "m1"
ASSUME Cardinality({TLCModelValue("T_" \o ToString(i)) : i \in 1 .. 4}) = 4
ASSUME TLCModelValue("T_1") # TLCModelValue("T_2")

ASSUME TLCNoOp({1}) = {1}
ASSUME TLCCache(1 + 1, {}) = 2
ASSUME TLCDefer(TLCSet(3, 1))
ASSUME PickSuccessor(TRUE)
ASSUME TLCFP({1, 2}) = TLCFP(1 .. 2)
ASSUME TLCFP(1) # TLCFP(2)

Definition == {1, 2, 3}
Depends(x) == x
ASSUME TLCEvalDefinition("Definition") = 1 .. 3
ASSUME LET n == 2 IN TLCEvalDefinition("Definition") = 1 .. n + 1

ASSUME Refused_E057_ModelValue == TLCModelValue(1) = 1
ASSUME Refused_E057_Definition == TLCEvalDefinition("NoDefinition") = 1
ASSUME Refused_E057_DefinitionWithParameters == TLCEvalDefinition("Depends") = 1
ASSUME Refused_E057_DefinitionNamedByNoString == TLCEvalDefinition(1) = 1
ASSUME Refused_E051 == TLCModelValue("T_1") = 5
ASSUME Refused_E072 == Trace = <<>>
====
