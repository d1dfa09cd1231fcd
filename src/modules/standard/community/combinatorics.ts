/** The text of module Combinatorics. The evaluator computes its operators itself. */
export const combinatorics = String.raw`---- MODULE Combinatorics ----
EXTENDS Naturals

factorial == LET f[n \in Nat] == IF n = 0 THEN 1 ELSE n * f[n - 1] IN f

\* In how many ways k of n things can be chosen; in none if k > n.
choose(n, k) == IF k > n THEN 0 ELSE factorial[n] \div (factorial[k] * factorial[n - k])
====
`;
