/** The text of module Reals. Membership in Real is all that a model checker can answer of it. */
export const reals = String.raw`---- MODULE Reals ----
\* The real numbers, as far as a model checker goes: integers are reals, and nothing can be divided.
EXTENDS Integers

LOCAL Native == CHOOSE v : TRUE

Real == Native

a / b == CHOOSE q \in Real : q * b = a

Infinity == CHOOSE i : i \notin Real /\ \A r \in Real : r < i
====
`;
