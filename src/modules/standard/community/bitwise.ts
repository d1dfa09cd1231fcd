/** The text of module Bitwise. The evaluator computes its operators itself. */
export const bitwise = String.raw`---- MODULE Bitwise ----
\* Numbers taken as rows of bits.
LOCAL INSTANCE Integers

\* Bit by bit, as far as n, the larger of the two numbers, has bits.
LOCAL Combined(x, y, Bit(_, _)) ==
  LET From[n \in Nat, i \in Nat] ==
        IF n = 0 THEN 0
        ELSE 2 ^ i * Bit((x \div 2 ^ i) % 2, (y \div 2 ^ i) % 2) + From[n \div 2, i + 1]
  IN  From[IF x >= y THEN x ELSE y, 0]

x & y == Combined(x, y, LAMBDA a, b : a * b)
x | y == Combined(x, y, LAMBDA a, b : IF a + b = 0 THEN 0 ELSE 1)
x ^^ y == Combined(x, y, LAMBDA a, b : (a + b) % 2)

\* The bits that a number has, turned round: Not(5) = 2.
Not(a) == Combined(a, a, LAMBDA x, y : 1 - x)

\* Shifted to the right: n divided by 2, pos times.
shiftR(n, pos) == n \div 2 ^ pos
====
`;
