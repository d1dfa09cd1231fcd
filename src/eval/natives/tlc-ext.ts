/** Module TLCExt, as far as it cannot be said in TLA+. */
import { EvaluationError } from "../../explore/evaluator.js";
import { codes, excerpt, hash, modelValue, type Value, ValueError } from "../../values/index.js";
import {
  lazily,
  type NativeContext,
  type NativeTable,
  native,
  operator,
  pure,
  test,
  value,
  wrong,
} from "./native.js";
import { getOrDefault } from "./registers.js";

/** The operators of TLCExt that are native. */
export const tlcExt: NativeTable = {
  AssertError: lazily(2, [1], ([message, expression]) => {
    const expected = value(message);
    if (typeof expected !== "string") throw wrong(expected, "first", "AssertError", "a string");
    return fails(operator(expression, "AssertError"));
  }),
  TLCGetOrDefault: lazily(2, [1], ([key, otherwise], context) =>
    getOrDefault(value(key), operator(otherwise, "TLCGetOrDefault"), context),
  ),
  Trace: native(0, (_, context) => {
    const facts = context.search();
    if (facts !== null) return facts.trace();
    throw new ValueError(codes.noTrace, "Trace has no value here: there is no behaviour");
  }),
  CounterExample: native(0, (_, context) => {
    const facts = context.search();
    if (facts !== null) return facts.counterexample();
    throw new ValueError(codes.noTrace, "CounterExample has no value here: nothing was searched");
  }),
  TLCModelValue: pure(1, (name) => {
    if (typeof name === "string" && name !== "") return modelValue(name);
    throw wrong(name!, "only", "TLCModelValue", "a string with the name");
  }),
  PickSuccessor: lazily(1, [0], ([expression]) => {
    if (test(operator(expression, "PickSuccessor"), "PickSuccessor")) return true;
    throw new ValueError(
      codes.irreproducible,
      "PickSuccessor would ask whether to take this step, but a search asks nothing: make its argument TRUE, or leave it out",
    );
  }),
  TLCFP: pure(1, (v) => hash(v!) | 0),
  TLCEvalDefinition: native(1, ([name], context) => named(value(name), context)),
};

/** Whether an expression cannot be evaluated. Messages differ from checker to checker: which one it was does not count. */
function fails(expression: () => Value): boolean {
  try {
    expression();
    return false;
  } catch (thrown) {
    if (thrown instanceof EvaluationError || thrown instanceof ValueError) return true;
    throw thrown;
  }
}

function named(name: Value, context: NativeContext): Value {
  if (typeof name !== "string") throw wrong(name, "only", "TLCEvalDefinition", "a string");
  const found = context.definition(name);
  if (found !== null) return found;
  throw wrong(
    name,
    "only",
    "TLCEvalDefinition",
    `the name of a definition of the root module that has no parameters, such as ${excerpt("Init")}`,
  );
}
