/** The text of module Statistics. The evaluator computes its operator itself. */
export const statistics = String.raw`---- MODULE Statistics ----
EXTENDS Naturals

\* Whether the counts observed agree with those expected, by a chi-square test at the level of significance alpha,
\* a string such as "0.01". Both are functions on the same domain.
ChiSquare(expected, actual, alpha) == TRUE
====
`;
