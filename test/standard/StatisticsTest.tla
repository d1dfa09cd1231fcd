---- MODULE StatisticsTest ----
EXTENDS Statistics

Fair == [i \in 1 .. 6 |-> 100]

ASSUME ChiSquare(Fair, Fair, "0.05")
ASSUME ChiSquare(Fair, <<95, 105, 98, 102, 110, 90>>, "0.05")
ASSUME ~ChiSquare(Fair, <<200, 100, 100, 100, 50, 50>>, "0.05")
\* 3.841 is where one degree of freedom and 0.05 meet: 10 ^ 2 / 50 + 10 ^ 2 / 50 = 4 lies above, 3.92 too, 3.38 below.
ASSUME ~ChiSquare(<<50, 50>>, <<60, 40>>, "0.05") /\ ChiSquare(<<50, 50>>, <<60, 40>>, "0.045")
ASSUME ChiSquare(<<50, 50>>, <<59, 41>>, "0.05")
\* What is expected counts by its proportions.
ASSUME ChiSquare(<<1, 1>>, <<59, 41>>, "0.05") /\ ~ChiSquare(<<1, 1>>, <<60, 40>>, "0.05")
ASSUME ChiSquare([a |-> 10, b |-> 20, c |-> 30], [a |-> 12, b |-> 18, c |-> 30], "0.5")
ASSUME ~ChiSquare(<<10, 10, 10>>, <<0, 0, 30>>, "0.001")
ASSUME RefusedLevel == ChiSquare(Fair, Fair, "0.9")
ASSUME RefusedNumber == ChiSquare(Fair, Fair, 1)
ASSUME RefusedOne == ChiSquare(<<1>>, <<1>>, "0.05")
ASSUME RefusedLengths == ChiSquare(<<1, 1>>, <<1, 1, 1>>, "0.05")
====
