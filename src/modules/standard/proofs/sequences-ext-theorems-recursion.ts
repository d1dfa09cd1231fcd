/** The part of module SequencesExtTheorems that speaks of functions defined by recursion, and of folds. */
export const sequencesExtFolds = String.raw`
\* ---- Functions whose value is determined by those for beginnings, or for ends ----

StrictPrefixesDetermineDef(S, Def(_, _)) ==
  \A f, g : \A t \in Seq(S) : (\A s \in Seq(S) : IsStrictPrefix(s, t) => f[s] = g[s]) => Def(f, t) = Def(g, t)

LEMMA StrictPrefixesDetermineDef_WFDefOn ==
  ASSUME NEW S, NEW Def(_, _), StrictPrefixesDetermineDef(S, Def)
  PROVE  WFDefOn(OpToRel(IsStrictPrefix, Seq(S)), Seq(S), Def)
THEOREM PrefixRecursiveSequenceFunctionUnique ==
  ASSUME NEW S, NEW Def(_, _), StrictPrefixesDetermineDef(S, Def)
  PROVE  WFInductiveUnique(Seq(S), Def)
THEOREM PrefixRecursiveSequenceFunctionDef ==
  ASSUME NEW S, NEW Def(_, _), NEW f, StrictPrefixesDetermineDef(S, Def), OpDefinesFcn(f, Seq(S), Def)
  PROVE  WFInductiveDefines(f, Seq(S), Def)
THEOREM PrefixRecursiveSequenceFunctionType ==
  ASSUME NEW S, NEW T, NEW Def(_, _), NEW f, T # {}, StrictPrefixesDetermineDef(S, Def),
         WFInductiveDefines(f, Seq(S), Def), \A g \in [Seq(S) -> T], s \in Seq(S) : Def(g, s) \in T
  PROVE  f \in [Seq(S) -> T]

StrictSuffixesDetermineDef(S, Def(_, _)) ==
  \A f, g : \A t \in Seq(S) : (\A s \in Seq(S) : IsStrictSuffix(s, t) => f[s] = g[s]) => Def(f, t) = Def(g, t)

LEMMA StrictSuffixesDetermineDef_WFDefOn ==
  ASSUME NEW S, NEW Def(_, _), StrictSuffixesDetermineDef(S, Def)
  PROVE  WFDefOn(OpToRel(IsStrictSuffix, Seq(S)), Seq(S), Def)
THEOREM SuffixRecursiveSequenceFunctionUnique ==
  ASSUME NEW S, NEW Def(_, _), StrictSuffixesDetermineDef(S, Def)
  PROVE  WFInductiveUnique(Seq(S), Def)
THEOREM SuffixRecursiveSequenceFunctionDef ==
  ASSUME NEW S, NEW Def(_, _), NEW f, StrictSuffixesDetermineDef(S, Def), OpDefinesFcn(f, Seq(S), Def)
  PROVE  WFInductiveDefines(f, Seq(S), Def)
THEOREM SuffixRecursiveSequenceFunctionType ==
  ASSUME NEW S, NEW T, NEW Def(_, _), NEW f, T # {}, StrictSuffixesDetermineDef(S, Def),
         WFInductiveDefines(f, Seq(S), Def), \A g \in [Seq(S) -> T], s \in Seq(S) : Def(g, s) \in T
  PROVE  f \in [Seq(S) -> T]

\* ---- Functions defined by the value for << >> and the step from the tail, or from the front ----

TailInductiveDefHypothesis(f, S, f0, Def(_, _)) ==
  f = CHOOSE g : g = [s \in Seq(S) |-> IF s = << >> THEN f0 ELSE Def(g[Tail(s)], s)]
TailInductiveDefConclusion(f, S, f0, Def(_, _)) ==
  f = [s \in Seq(S) |-> IF s = << >> THEN f0 ELSE Def(f[Tail(s)], s)]

THEOREM TailInductiveDef ==
  ASSUME NEW S, NEW Def(_, _), NEW f, NEW f0, TailInductiveDefHypothesis(f, S, f0, Def)
  PROVE  TailInductiveDefConclusion(f, S, f0, Def)
THEOREM TailInductiveDefType ==
  ASSUME NEW S, NEW Def(_, _), NEW f, NEW f0, NEW T, TailInductiveDefConclusion(f, S, f0, Def), f0 \in T,
         \A e \in T, s \in Seq(S) : s # << >> => Def(e, s) \in T
  PROVE  f \in [Seq(S) -> T]

FrontInductiveDefHypothesis(f, S, f0, Def(_, _)) ==
  f = CHOOSE g : g = [s \in Seq(S) |-> IF s = << >> THEN f0 ELSE Def(g[Front(s)], s)]
FrontInductiveDefConclusion(f, S, f0, Def(_, _)) ==
  f = [s \in Seq(S) |-> IF s = << >> THEN f0 ELSE Def(f[Front(s)], s)]

THEOREM FrontInductiveDef ==
  ASSUME NEW S, NEW Def(_, _), NEW f, NEW f0, FrontInductiveDefHypothesis(f, S, f0, Def)
  PROVE  FrontInductiveDefConclusion(f, S, f0, Def)
THEOREM FrontInductiveDefType ==
  ASSUME NEW S, NEW Def(_, _), NEW f, NEW f0, NEW T, FrontInductiveDefConclusion(f, S, f0, Def), f0 \in T,
         \A e \in T, s \in Seq(S) : s # << >> => Def(e, s) \in T
  PROVE  f \in [Seq(S) -> T]

\* ---- Folds ----

LOCAL Closed(op(_, _), Type) == \A x, y \in Type : op(x, y) \in Type
\* Associative, base changing nothing on the right.
LOCAL Splits(op(_, _), base, Type) ==
  /\ Closed(op, Type)
  /\ \A x, y, z \in Type : op(x, op(y, z)) = op(op(x, y), z)
  /\ \A x \in Type : op(x, base) = x

THEOREM FoldLeftRecursion ==
  ASSUME NEW op(_, _), NEW base, NEW S, NEW s \in Seq(S)
  PROVE  FoldLeft(op, base, s) = IF s # << >> THEN op(FoldLeft(op, base, Front(s)), Last(s)) ELSE base
THEOREM FoldLeftEmpty ==
  ASSUME NEW op(_, _), NEW base
  PROVE  FoldLeft(op, base, << >>) = base
THEOREM FoldLeftNonempty ==
  ASSUME NEW op(_, _), NEW base, NEW S, NEW s \in Seq(S), s # << >>
  PROVE  FoldLeft(op, base, s) = op(FoldLeft(op, base, Front(s)), Last(s))
THEOREM FoldLeftAppend ==
  ASSUME NEW op(_, _), NEW base, NEW S, NEW s \in Seq(S), NEW e \in S
  PROVE  FoldLeft(op, base, Append(s, e)) = op(FoldLeft(op, base, s), e)
THEOREM FoldLeftType ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, NEW s \in Seq(Type), Closed(op, Type)
  PROVE  FoldLeft(op, base, s) \in Type
THEOREM FoldLeftConcat ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Splits(op, base, Type), NEW s \in Seq(Type), NEW t \in Seq(Type)
  PROVE  FoldLeft(op, base, s \o t) = op(FoldLeft(op, base, s), FoldLeft(op, base, t))

THEOREM FoldRightRecursion ==
  ASSUME NEW op(_, _), NEW base, NEW S, NEW s \in Seq(S)
  PROVE  FoldRight(op, s, base) = IF s # << >> THEN op(Head(s), FoldRight(op, Tail(s), base)) ELSE base
THEOREM FoldRightEmpty ==
  ASSUME NEW op(_, _), NEW base
  PROVE  FoldRight(op, << >>, base) = base
THEOREM FoldRightNonempty ==
  ASSUME NEW op(_, _), NEW base, NEW S, NEW s \in Seq(S), s # << >>
  PROVE  FoldRight(op, s, base) = op(Head(s), FoldRight(op, Tail(s), base))
THEOREM FoldRightCons ==
  ASSUME NEW op(_, _), NEW base, NEW S, NEW s \in Seq(S), NEW e \in S
  PROVE  FoldRight(op, Cons(e, s), base) = op(e, FoldRight(op, s, base))
THEOREM FoldRightType ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, NEW s \in Seq(Type), Closed(op, Type)
  PROVE  FoldRight(op, s, base) \in Type
THEOREM FoldRightConcat ==
  ASSUME NEW Type, NEW op(_, _), NEW base \in Type, Closed(op, Type),
         \A x, y, z \in Type : op(x, op(y, z)) = op(op(x, y), z), \A x \in Type : op(base, x) = x,
         NEW s \in Seq(Type), NEW t \in Seq(Type)
  PROVE  FoldRight(op, s \o t, base) = op(FoldRight(op, s, base), FoldRight(op, t, base))

THEOREM FoldLeftDomainIsMFS ==
  ASSUME NEW op(_, _), NEW base, NEW S, NEW s \in Seq(S)
  PROVE  FoldLeftDomain(op, base, s)
           = MapThenFoldSet(LAMBDA x, y : op(y, x), base, LAMBDA i : i, LAMBDA T : Max(T), 1 .. Len(s))
THEOREM FoldRightDomainIsMFS ==
  ASSUME NEW op(_, _), NEW base, NEW S, NEW s \in Seq(S)
  PROVE  FoldRightDomain(op, s, base)
           = MapThenFoldSet(op, base, LAMBDA i : i, LAMBDA T : Min(T), 1 .. Len(s))
`;
