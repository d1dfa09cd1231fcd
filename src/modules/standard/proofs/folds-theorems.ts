/** The text of module FoldsTheorems: theorems for proofs, without proofs of their own. */
export const foldsTheorems = String.raw`---- MODULE FoldsTheorems ----
\* MapThenFoldSet on finite sets.
EXTENDS Folds, FiniteSets

\* pick gives an element of each subset of S that is not empty.
LOCAL Picks(pick(_), S) == \A T \in SUBSET S : T # {} => pick(T) \in T
\* op stays in Type, and neither order nor grouping matter.
LOCAL Unordered(op(_, _), Type) ==
  /\ \A x, y \in Type : op(x, y) \in Type
  /\ \A x, y \in Type : op(x, y) = op(y, x)
  /\ \A x, y, z \in Type : op(x, op(y, z)) = op(op(x, y), z)

THEOREM MapThenFoldSetDef ==
  ASSUME NEW op(_, _), NEW base, NEW f(_), NEW pick(_), NEW S, IsFiniteSet(S), Picks(pick, S)
  PROVE  MapThenFoldSet(op, base, f, pick, S)
           = IF S = {} THEN base
             ELSE op(f(pick(S)), MapThenFoldSet(op, base, f, pick, S \ {pick(S)}))

THEOREM MapThenFoldSetEmpty ==
  ASSUME NEW op(_, _), NEW base, NEW f(_), NEW pick(_)
  PROVE  MapThenFoldSet(op, base, f, pick, {}) = base

THEOREM MapThenFoldSetNonempty ==
  ASSUME NEW op(_, _), NEW base, NEW f(_), NEW pick(_), NEW S, S # {}, IsFiniteSet(S), Picks(pick, S)
  PROVE  MapThenFoldSet(op, base, f, pick, S) = op(f(pick(S)), MapThenFoldSet(op, base, f, pick, S \ {pick(S)}))

\* A bijection to that agrees with what is picked and what is folded.
THEOREM MapThenFoldSetBijection ==
  ASSUME NEW op(_, _), NEW base,
         NEW S, IsFiniteSet(S), NEW f(_), NEW pick(_), Picks(pick, S),
         NEW T, IsFiniteSet(T), NEW g(_), NEW take(_), Picks(take, T),
         NEW to(_),
         \A x \in S : to(x) \in T,
         \A y \in T : \E x \in S : to(x) = y,
         \A x, z \in S : to(x) = to(z) => x = z,
         \A x \in S : f(x) = g(to(x)),
         \A U \in SUBSET S : U # {} => to(pick(U)) = take({to(x) : x \in U})
  PROVE  MapThenFoldSet(op, base, f, pick, S) = MapThenFoldSet(op, base, g, take, T)

THEOREM MapThenFoldSetEqual ==
  ASSUME NEW op(_, _), NEW base, NEW pick(_), NEW S, IsFiniteSet(S), Picks(pick, S), NEW f(_), NEW g(_),
         \A x \in S : f(x) = g(x)
  PROVE  MapThenFoldSet(op, base, f, pick, S) = MapThenFoldSet(op, base, g, pick, S)

THEOREM MapThenFoldSetType ==
  ASSUME NEW S, IsFiniteSet(S), NEW Type, NEW op(_, _), NEW base \in Type, NEW f(_), NEW pick(_),
         \A x, y \in Type : op(x, y) \in Type, \A x \in S : f(x) \in Type, Picks(pick, S)
  PROVE  MapThenFoldSet(op, base, f, pick, S) \in Type

THEOREM MapThenFoldSetAC ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, NEW f(_), Unordered(op, Type),
         NEW S, IsFiniteSet(S), NEW x \in S, NEW pick(_), Picks(pick, S), \A y \in S : f(y) \in Type
  PROVE  MapThenFoldSet(op, base, f, pick, S) = op(f(x), MapThenFoldSet(op, base, f, pick, S \ {x}))

THEOREM MapThenFoldSetACAddElement ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, NEW f(_), Unordered(op, Type),
         NEW S, IsFiniteSet(S), NEW x, x \notin S, NEW pick(_), Picks(pick, S \cup {x}),
         \A y \in S \cup {x} : f(y) \in Type
  PROVE  MapThenFoldSet(op, base, f, pick, S \cup {x}) = op(f(x), MapThenFoldSet(op, base, f, pick, S))

THEOREM MapThenFoldSetDisjointUnion ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, NEW f(_), Unordered(op, Type),
         \A x \in Type : op(base, x) = x,
         NEW S, IsFiniteSet(S), NEW T, IsFiniteSet(T), S \cap T = {},
         NEW pick(_), Picks(pick, S \cup T), \A x \in S \cup T : f(x) \in Type
  PROVE  MapThenFoldSet(op, base, f, pick, S \cup T)
           = op(MapThenFoldSet(op, base, f, pick, S), MapThenFoldSet(op, base, f, pick, T))
====
`;
