/** The text of module Integers. */
export const integers = String.raw`---- MODULE Integers ----
\* The integers: Naturals and what negative numbers add to it.
EXTENDS Naturals

LOCAL Native == CHOOSE v : TRUE

Int == Native

-. a == Native
====
`;
