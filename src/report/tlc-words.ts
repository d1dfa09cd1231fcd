/** The lines of a result that scripts around TLC look for, in TLC's words. */
import type { Result, Violation } from "../explore/result.js";
import { oneLine } from "../syntax/source.js";

/** What was found, how many states there are, and how deep they lie. */
export function tlcLines(result: Result): readonly string[] {
  const { states, violations, stop, simulation } = result;
  const { generated, distinct, queue, depth } = states;
  const errors = violations.map((violation) => `Error: ${errorText(violation)}`);
  if (simulation !== undefined) {
    return [
      ...errors,
      `The number of states generated: ${generated}`,
      `Simulation using seed ${simulation.seed} and aril 0`,
    ];
  }
  const complete = stop.kind === "complete" && violations.length === 0;
  return [
    ...(complete ? ["Model checking completed. No error has been found."] : errors),
    `${generated} states generated, ${distinct} distinct states found, ${queue} states left on queue.`,
    `The depth of the complete state graph search is ${depth}.`,
  ];
}

function errorText({ verdict, property, trace, error }: Violation): string {
  const by = trace.length === 1 ? " by the initial state" : "";
  const message = error === null ? "" : oneLine(error.message);
  switch (verdict) {
    case "invariant":
      return `Invariant ${property} is violated${by}.`;
    case "action":
      return trace.length === 1
        ? `Property ${property} is violated by the initial state.`
        : `Action property ${property} is violated.`;
    case "liveness":
      return "Temporal properties were violated.";
    case "deadlock":
      return "Deadlock reached.";
    case "assumption":
      return `Assumption ${property} is false.`;
    case "postcondition":
      return `Postcondition ${property} is violated.`;
    case "assert":
      return `The first argument of Assert evaluated to FALSE; the second argument was: ${message}`;
    case "error":
      return property === null ? message : `Evaluating invariant ${property} failed. ${message}`;
    default:
      return verdict satisfies never;
  }
}
