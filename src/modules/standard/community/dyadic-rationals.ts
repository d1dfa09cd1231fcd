/** The text of module DyadicRationals. The evaluator reduces fractions itself. */
export const dyadicRationals = String.raw`---- MODULE DyadicRationals ----
\* Fractions whose denominators are powers of two: records of num and den.
LOCAL INSTANCE FiniteSets
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences
LOCAL INSTANCE FiniteSetsExt
LOCAL INSTANCE TLC

LOCAL Fraction(num, den) == [num |-> num, den |-> den]

LOCAL Divisors(n) == {d \in 1 .. n : n % d = 0}

\* In lowest terms.
LOCAL Reduce(p) ==
  LET common == Max(Divisors(p.num) \cap Divisors(p.den))
  IN  Fraction(p.num \div common, p.den \div common)

IsDyadicRational(r) == \E i \in 0 .. r.den : 2 ^ i = r.den

Zero == Fraction(0, 1)
One == Fraction(1, 1)

Add(p, q) ==
  IF p = Zero THEN q
  ELSE LET den == IF p.den >= q.den THEN p.den ELSE q.den
       IN  Reduce(Fraction(p.num * (den \div p.den) + q.num * (den \div q.den), den))

Half(p) == Reduce(Fraction(p.num, 2 * p.den))

PrettyPrint(p) ==
  IF p = Zero THEN "0" ELSE IF p = One THEN "1" ELSE ToString(p.num) \o "/" \o ToString(p.den)
====
`;
