/** What ends the program without a result: told in one way, with the right exit code. */
import { EvaluationError } from "../explore/evaluator.js";
import { ReplayError } from "../explore/replay.js";
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { printable, renderDiagnostics } from "../syntax/render.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { type FailureAbout, failureToJson } from "./json.js";
import { styleFor } from "./style.js";
import type { Terminal } from "./terminal.js";

/** What the user is told of a failure, and how the program ends. */
export interface Failure {
  readonly diagnostics: readonly Diagnostic[];
  readonly exit: ExitCode;
  /** The tool's own stack, where it failed and `--debug` asks for it. */
  readonly stack?: string;
}

/** Turns whatever was thrown into what the user is told. */
export function describeFailure(thrown: unknown, debug: boolean): Failure {
  const stack = debug && thrown instanceof Error && thrown.stack !== undefined ? { stack: thrown.stack } : {};
  if (thrown instanceof SpecError) {
    return { diagnostics: thrown.diagnostics, exit: exitOf(thrown.diagnostics), ...stack };
  }
  if (thrown instanceof EvaluationError) {
    return { diagnostics: [thrown.diagnostic], exit: EXIT.specEvaluation, ...stack };
  }
  return { diagnostics: [internalError(thrown, debug)], exit: EXIT.other, ...stack };
}

/**
 * Tells a failure: diagnostics on standard error and, if JSON is wanted, the one object on standard output.
 * Gives the exit code.
 */
export function printFailure(
  { diagnostics, exit, stack }: Failure,
  terminal: Pick<Terminal, "stdout" | "stderr" | "env">,
  json: FailureAbout | null,
): number {
  const style = styleFor(terminal.stderr, terminal.env);
  terminal.stderr.write(`${renderDiagnostics(diagnostics, style)}\n`);
  if (stack !== undefined) terminal.stderr.write(`${printable(stack)}\n`);
  if (json !== null) terminal.stdout.write(failureToJson(diagnostics, json));
  return exit.code;
}

function internalError(thrown: unknown, debug: boolean): Diagnostic {
  const advice = debug ? [] : ["this is a bug of quiesce; run it with --debug to see where it failed"];
  if (thrown instanceof ReplayError) {
    return { code: "C090", severity: "error", message: `internal error: ${thrown.message}`, notes: advice };
  }
  if (thrown instanceof RangeError && /call stack/i.test(thrown.message)) {
    const message = "the spec nests, or its definitions recurse, deeper than this program's stack allows";
    return { code: "C091", severity: "error", message };
  }
  const message = `internal error: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  return { code: "C099", severity: "error", message, notes: advice };
}

/** Codes that have an exit code of their own; see src/cli/files.ts. */
const EXIT_BY_CODE: Readonly<Record<string, ExitCode>> = {
  C001: EXIT.system,
  C002: EXIT.system,
  C003: EXIT.system,
  C004: EXIT.system,
  C005: EXIT.spec,
  C006: EXIT.spec,
  C007: EXIT.system,
  C051: EXIT.failed,
};

/**
 * Codes of faults in what a configuration or `--set` says, or leaves unsaid: M020-M049, and P017 where a
 * spec has no constant of the name that is set.
 */
const CONFIGURATION = /^(?:M0[234]\d|P017)$/;

/** Errors in a configuration, and in what the command line adds to it, are told apart from those in a spec. */
function exitOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const first = diagnostics.find(({ severity }) => severity === "error");
  if (first === undefined) return EXIT.other;
  const exit = EXIT_BY_CODE[first.code];
  if (exit !== undefined) return exit;
  if (first.code.startsWith("C")) return EXIT.other;
  if (first.span?.source.name.endsWith(".cfg") || CONFIGURATION.test(first.code)) return EXIT.config;
  return EXIT.spec;
}
