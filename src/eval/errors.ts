/** Evaluation errors as users see them: the expression, the values around it, what to do. */
import { EvaluationError } from "../explore/evaluator.js";
import type { Core } from "../semantics/core.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { oneLine, type Span, textOf, withoutComments } from "../syntax/source.js";
import { AssertionFailure, excerpt, type Value, ValueError } from "../values/index.js";
import { Closure, type Env, LocalDefinition, Thunk } from "./environment.js";
import { isStackOverflow, TooDeep } from "./recursion.js";

/** How many bound names an error lists. */
const MOST_NAMES = 6;

/** An expression's source text on one line, without comments, cut if it is very long. */
export function sourceLine(span: Span, longest = 200): string {
  const text = oneLine(withoutComments(textOf(span)));
  return text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
}

/** A value's text, cut if it is long. */
export function shorten(value: Value, longest = 120): string {
  return excerpt(value, longest);
}

/** Makes an evaluation error that points at an expression and tells what the names around it stand for. */
export function evaluationError(
  code: string,
  message: string,
  at: Core | null,
  env: Env | null,
  notes: readonly string[] = [],
  kind: "error" | "assert" = "error",
): EvaluationError {
  const bound = boundNames(env);
  const allNotes = [...notes, ...(bound.length > 0 ? [`where ${bound.join(", ")}`] : [])];
  const diagnostic: Diagnostic = {
    code,
    severity: "error",
    message,
    ...(at && { span: at.span }),
    ...(allNotes.length > 0 && { notes: allNotes }),
  };
  return new EvaluationError(kind, diagnostic);
}

/** A failed assertion as users see it: its own message, with the place and the names around. */
export function assertionError(
  { code, message }: AssertionFailure,
  at: Core | null,
  env: Env | null,
): EvaluationError {
  return evaluationError(code, message, at, env, [], "assert");
}

/**
 * Turns whatever was thrown during an evaluation into an EvaluationError; bugs of the tool pass through.
 * @param at the expression that was being evaluated
 */
export function asEvaluationError(thrown: unknown, at: Core | null, env: Env | null): unknown {
  if (thrown instanceof EvaluationError) return thrown;
  if (thrown instanceof AssertionFailure) return assertionError(thrown, at, env);
  if (thrown instanceof ValueError) return evaluationError(thrown.code, thrown.message, at, env);
  if (thrown instanceof TooDeep) return new EvaluationError("error", thrown.diagnostic());
  if (isStackOverflow(thrown)) {
    return evaluationError("E009", "what is evaluated here is nested too deeply", at, null, [
      "it is no recursion that does not end: an expression, or a value, is nested too deeply",
    ]);
  }
  return thrown;
}

/** `name = value` for the values bound in an environment, innermost first; what is not evaluated is left out. */
function boundNames(env: Env | null): string[] {
  const seen = new Set<string>();
  const names: string[] = [];
  for (let link = env; link !== null && names.length < MOST_NAMES; link = link.outer) {
    const { binding } = link;
    // `@` may come from an assignment in a step, where the writer never wrote it.
    if (link.key.name === "@" || seen.has(link.key.name)) continue;
    seen.add(link.key.name);
    if (binding instanceof Thunk || binding instanceof Closure || binding instanceof LocalDefinition)
      continue;
    names.push(`${link.key.name} = ${shorten(binding)}`);
  }
  return names;
}
