/** Who takes steps: the instances of a model's processes. The list is the same for every evaluator of the model. */
import type { Core } from "../semantics/core.js";
import type { ProcessInfo } from "../semantics/model.js";
import { oneLine } from "../syntax/source.js";
import { codes, elements, format, isFiniteSet, isSet, type Value, ValueError } from "../values/index.js";
import { EvaluationError, type ProcessInstance } from "./evaluator.js";

/**
 * The instances of processes in the order of the text; `evaluate` gives an expression of constant level its value.
 * A process whose identities have no value has none: that error comes up again where the behaviour starts, and there
 * with its place.
 * @throws EvaluationError if the identities are a set that cannot be listed
 */
export function instancesOf(
  processes: readonly ProcessInfo[],
  evaluate: (core: Core) => Value,
): readonly ProcessInstance[] {
  return processes.flatMap((process) => {
    try {
      const identity = evaluate(process.identity);
      if (!process.many) return [{ process, self: identity, name: process.name }];
      if (isSet(identity) && !isFiniteSet(identity)) throw endless(process);
      return elements(identity).map((self) => ({ process, self, name: `${process.name}${index(self)}` }));
    } catch (thrown) {
      if (thrown instanceof EvaluationError && thrown.diagnostic.code === codes.infinite) throw thrown;
      if (thrown instanceof EvaluationError || thrown instanceof ValueError) return [];
      throw thrown;
    }
  });
}

function endless(process: ProcessInfo): EvaluationError {
  return new EvaluationError("error", {
    code: codes.infinite,
    severity: "error",
    message: `process ${process.name} would have infinitely many instances`,
    span: process.identity.span,
    notes: ["give a finite set of identities, such as 0..3"],
  });
}

/** `[0]`, `["aio"]`, `[1, 2]`: how a function's argument is written. */
export function index(key: Value): string {
  return `[${oneLine(format(key)).replace(/^<<(.*)>>$/, "$1")}]`;
}
