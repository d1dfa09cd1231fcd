/** The text of module Naturals. Every operator is computed by the evaluator. */
export const naturals = String.raw`---- MODULE Naturals ----
\* The natural numbers and their arithmetic. The checker computes all of these operators itself:
\* Native only marks the place.

LOCAL Native == CHOOSE v : TRUE

Nat == Native

a + b == Native
a - b == Native
a * b == Native
a ^ b == Native

\* Quotient and remainder of division rounded towards minus infinity; the divisor is positive.
a \div b == Native
a % b == Native

a < b == Native
a > b == Native
a <= b == Native
a >= b == Native

\* The integers from a to b, both included.
a .. b == Native
====
`;
