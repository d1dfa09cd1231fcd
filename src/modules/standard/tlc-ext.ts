/** The text of module TLCExt: what a spec can ask of a checker beyond module TLC. */
export const tlcExt = String.raw`---- MODULE TLCExt ----
LOCAL INSTANCE TLC
LOCAL INSTANCE Integers
LOCAL INSTANCE FiniteSets

LOCAL Native == CHOOSE v : TRUE

\* Equality that prints both sides where they differ.
AssertEq(a, b) ==
  a = b \/ (PrintT("Assertion failed") /\ PrintT(a) /\ PrintT(b) /\ FALSE)

\* Whether the expression cannot be evaluated.
AssertError(err, exp) == Native

\* A register's value, or another value where it has none.
TLCGetOrDefault(key, defaultVal) == Native

\* A register's value before it is given the new one that Op makes of it and val.
TLCGetAndSet(key, Op(_, _), val, defaultVal) ==
  LET oldVal == TLCGetOrDefault(key, defaultVal)
  IN  CHOOSE v \in {oldVal} : TLCSet(key, Op(oldVal, val))

\* The behaviour up to the current state: a sequence of records with the variables as fields.
Trace == Native

\* In a postcondition: the counterexample found, as a graph of its numbered states and of its steps.
CounterExample == Native

ToTrace(CE) == [n \in 1 .. Cardinality(CE.state) |-> (CHOOSE s \in CE.state : s[1] = n)[2]]

\* The model value of that name.
TLCModelValue(str) == Native

\* Something that a simulation evaluates only once it has chosen the step.
TLCDefer(expression) == TRUE

TLCNoOp(val) == val

\* TRUE where exp is; else the user would be asked whether to take the step.
PickSuccessor(exp) == IF exp THEN TRUE ELSE Native

TLCCache(expression, closure) == expression

\* 32 bits of a value's fingerprint.
TLCFP(var) == Native

\* The value of the root module's definition of that name.
TLCEvalDefinition(definitionName) == Native
====
`;
