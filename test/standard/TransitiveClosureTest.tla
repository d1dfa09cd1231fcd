---- MODULE TransitiveClosureTest ----
EXTENDS TransitiveClosure

R == {<<1, 2>>, <<2, 3>>}

ASSUME Support(R) = {1, 2, 3} /\ Support({}) = {}
ASSUME TC1(R) = R \cup {<<1, 3>>} /\ TC1({}) = {}
ASSUME TC3({<<1, 2>>, <<2, 1>>}) = {1, 2} \X {1, 2} /\ TC3({<<1, 1>>}) = {<<1, 1>>}
ASSUME TC4({<<"a", "b">>}) = {<<"a", "b">>} /\ TC4({<<1, 2>>, <<3, 4>>}) = {<<1, 2>>, <<3, 4>>}
ASSUME TC2({<<i, i + 1>> : i \in 1 .. 5}) = {p \in (1 .. 6) \X (1 .. 6) : p[1] < p[2]}
ASSUME \A Q \in SUBSET ((1 .. 2) \X (1 .. 3)) : TC2(Q) = TC3(Q) /\ TC3(Q) = TC4(Q)
ASSUME TC5(LAMBDA a, b : b = a + 1, 1 .. 4, 1, 4) /\ ~TC5(LAMBDA a, b : b = a + 1, 1 .. 4, 4, 1)
ASSUME R ** R = {<<1, 3>>} /\ R ** {} = {} /\ {<<1, 2>>} ** {<<2, 5>>, <<2, 6>>, <<3, 7>>} = {<<1, 5>>, <<1, 6>>}
ASSUME Print("Integers, Sequences, FiniteSets and TLC come with it", Cardinality({-1}) + Len(<<1>>)) = 2
====
