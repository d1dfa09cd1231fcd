---- MODULE WellFoundedInductionTest ----
EXTENDS WellFoundedInduction

Less == OpToRel(<, 1 .. 3)

ASSUME Less = {<<1, 2>>, <<1, 3>>, <<2, 3>>} /\ OpToRel(<, {}) = {}
ASSUME IsTransitivelyClosedOn(Less, 1 .. 3) /\ ~IsTransitivelyClosedOn({<<1, 2>>, <<2, 3>>}, 1 .. 3)
ASSUME IsTransitivelyClosedOn({<<1, 2>>, <<2, 3>>}, {1, 2}) /\ IsTransitivelyClosedOn({}, {1})
ASSUME SetLessThan(3, Less, 1 .. 3) = {1, 2} /\ SetLessThan(1, Less, 1 .. 3) = {}
ASSUME TransitiveClosureOn({<<1, 2>>, <<2, 3>>}, 1 .. 3) = Less /\ TransitiveClosureOn({}, {1}) = {}
ASSUME PreImage(LAMBDA x : -x, 1 .. 3, OpToRel(<, -3 .. -1)) = {<<2, 1>>, <<3, 1>>, <<3, 2>>}
ASSUME LexPairOrdering(Less, Less, {1, 2}, {1, 2})
         = {<<<<1, a>>, <<2, b>>>> : a, b \in {1, 2}} \cup {<<<<a, 1>>, <<a, 2>>>> : a \in {1, 2}}
ASSUME LexProductOrdering(Less, {1, 2}, 1) = {<<<<1>>, <<2>>>>} /\ LexProductOrdering(Less, {1, 2}, 0) = {}
ASSUME <<<<1, 2>>, <<2, 1>>>> \in LexProductOrdering(Less, {1, 2}, 2)
ASSUME <<<<2, 1>>, <<1, 2>>>> \notin LexProductOrdering(Less, {1, 2}, 2)
ASSUME WFInductiveDefines(<<1, 4>>, {1, 2}, LAMBDA f, x : x * x)
ASSUME ~WFInductiveDefines(<<1, 5>>, {1, 2}, LAMBDA f, x : x * x)
ASSUME RefusedChains == IsWellFoundedOn({}, {1})
ASSUME RefusedAllFunctions == WFDefOn(Less, {1}, LAMBDA f, x : 1)

THEOREM \A x \in 1 .. 3 : x > 0
  BY WFInduction, WFMin, MinWF, NatLessThanWellFounded, WFInductiveDef, TransitiveClosureWF DEF IsWellFoundedOn
====
