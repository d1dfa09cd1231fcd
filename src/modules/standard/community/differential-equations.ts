/** The text of module DifferentialEquations. Nothing of it can be computed. */
export const differentialEquations = String.raw`---- MODULE DifferentialEquations ----
\* Solutions of differential equations, as mathematics says what they are: no model checker can compute them.
LOCAL INSTANCE Reals
LOCAL INSTANCE Sequences

LOCAL Positive == {r \in Real : r > 0}
LOCAL Between(a, b) == {r \in Real : a < r /\ r < b}

LOCAL IsDerivative(df, f) ==
  /\ df \in [DOMAIN f -> Real]
  /\ \A r \in DOMAIN f : \A e \in Positive : \E d \in Positive : \A s \in Between(r - d, r + d) \ {r} :
       (f[s] - f[r]) / (s - r) \in Between(df[r] - e, df[r] + e)

\* g[i] is the i-th derivative of g[0]. The values at b of g[0] to g[n - 1], where g solves D = 0 around a..b, and
\* begins at a with the n values of Initial.
Integrate(D, a, b, Initial) ==
  LET n == Len(Initial)
      solution ==
        CHOOSE g :
          \E e \in Positive :
            /\ g \in [0 .. n -> [Between(a - e, b + e) -> Real]]
            /\ \A i \in 1 .. n : IsDerivative(g[i], g[i - 1]) /\ g[i - 1][a] = Initial[i]
            /\ \A r \in Between(a - e, b + e) : D[<<r>> \o [i \in 1 .. n + 1 |-> g[i - 1][r]]] = 0
  IN  [i \in 1 .. n |-> solution[i - 1][b]]
====
`;
