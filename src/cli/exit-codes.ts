/** Exit codes: those of TLC where it has one. */
import type { Result, Violation } from "../explore/result.js";

/** A code that the program ends with, and what it says. */
export interface ExitCode {
  readonly code: number;
  readonly meaning: string;
}

/** Every code that the program ends with. */
export const EXIT = {
  ok: {
    code: 0,
    meaning:
      "everything that was checked holds, on all states; `run`, `--simulate`: no violation was met, or the script can be taken; " +
      "`review`: every patch fixes or has no effect, or is as required",
  },
  failed: {
    code: 1,
    meaning:
      "`test`: at least one expectation is not met; `run --script`: a step cannot be taken; `check --load-trace`: the " +
      "trace is no behaviour of the spec; `tlc`: wrong flags",
  },
  assumption: { code: 10, meaning: "an assumption, a postcondition or the periodic condition is false" },
  deadlock: { code: 11, meaning: "a deadlock is reached" },
  invariant: { code: 12, meaning: "an invariant is violated; `review`: a patch does otherwise" },
  property: { code: 13, meaning: "an action or liveness property is violated" },
  assert: { code: 14, meaning: "an assertion failed" },
  specEvaluation: { code: 75, meaning: "evaluating the initial states, a step or a constraint failed" },
  safetyEvaluation: { code: 76, meaning: "evaluating an invariant or a witness failed" },
  livenessEvaluation: { code: 77, meaning: "evaluating a liveness property failed" },
  interrupted: { code: 130, meaning: "interrupted; what was found so far is printed" },
  spec: { code: 150, meaning: "the spec has errors" },
  config: { code: 151, meaning: "the configuration has errors, or is missing" },
  limit: {
    code: 152,
    meaning: "a limit (states, time, memory) or the spec itself ended the search before it was complete",
  },
  system: { code: 153, meaning: "a file cannot be read or written" },
  other: { code: 255, meaning: "anything else: a wrong option, or a bug of the tool" },
} as const satisfies Record<string, ExitCode>;

/** The exit code that goes with a result. */
export function exitCodeOf(result: Result): number {
  const first = result.violations[0];
  if (first !== undefined) return exitCodeOfViolation(first).code;
  switch (result.stop.kind) {
    case "interrupted":
      return EXIT.interrupted.code;
    case "maxStates":
    case "timeout":
    case "memory":
      return EXIT.limit.code;
    case "exit":
      // A simulation has no end of its own; a search that the spec cut short has not seen everything.
      return result.simulation === undefined ? EXIT.limit.code : EXIT.ok.code;
    case "complete":
    case "walk":
    case "simulated":
      return EXIT.ok.code;
    case "violation":
      return EXIT.other.code;
    default:
      return result.stop satisfies never;
  }
}

function exitCodeOfViolation({ verdict, property }: Violation): ExitCode {
  switch (verdict) {
    case "assumption":
    case "postcondition":
      return EXIT.assumption;
    case "deadlock":
      return EXIT.deadlock;
    case "invariant":
      return EXIT.invariant;
    case "action":
    case "liveness":
      return EXIT.property;
    case "assert":
      return EXIT.assert;
    case "error":
      return property === null ? EXIT.specEvaluation : EXIT.safetyEvaluation;
    default:
      return verdict satisfies never;
  }
}
