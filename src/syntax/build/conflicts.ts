import type { IToken } from "chevrotain";
import type { Operator } from "../../../grammar/operators.js";
import { meantOperator } from "../foreign.js";
import type { Span } from "../source.js";
import type { BuildContext } from "./context.js";

interface Used {
  readonly operator: Operator;
  readonly token: IToken;
}

/** Reports two operators side by side of which neither binds tighter. */
export function reportConflict(context: BuildContext, left: Used, right: Used): void {
  const span = context.spanOf(right.token);
  const first = left.token.image;
  const second = right.token.image;
  const junctions = new Set(["/\\", "\\/"]);
  if (junctions.has(left.operator.name) && junctions.has(right.operator.name)) {
    reportMixedJunctions(context, left.token, right.token, span);
    return;
  }
  if (right.operator.fixity === "prefix") {
    context.report("G008", `\`${first}\` cannot take \`${second}\` without parentheses`, span, [
      `write ( ) around the \`${second}\` and its operand`,
    ]);
    return;
  }
  if (left.operator === right.operator) {
    context.report("G008", `\`${second}\` cannot be chained without parentheses`, span, [
      right.operator.low === RELATIONS
        ? `write a ${first} b /\\ b ${second} c, or add parentheses`
        : `add parentheses to say which \`${second}\` comes first`,
    ]);
    return;
  }
  context.report("G008", `\`${first}\` and \`${second}\` have no precedence over one another`, span, [
    `add parentheses to say whether \`${first}\` or \`${second}\` comes first`,
    ...advice([left.operator, right.operator]),
  ]);
}

/** A bullet so few columns right of its list's is taken for a slip; further right it may well be meant. */
const SLIP = 2;

/**
 * Warns of a `/\\` or `\\/` that begins a line right beside the column of the list that it stands in: it is no new
 * item of the list, but goes on with the item above it.
 */
export function warnOfMisalignment(context: BuildContext, token: IToken): void {
  const { bullet } = context;
  if (bullet === null || bullet.tokenType !== token.tokenType) return;
  if ((token.startColumn ?? 0) - (bullet.startColumn ?? 0) > SLIP) return;
  const { line, column } = context.source.position(token.startOffset);
  if (
    context.source
      .line(line)
      .slice(0, column - 1)
      .trim() !== ""
  )
    return;
  const first = context.source.position(bullet.startOffset);
  context.warn("W020", `this \`${token.image}\` is not aligned with its list`, context.spanOf(token), [
    `the list begins at line ${first.line}, column ${first.column}; this line goes on with the item above it`,
  ]);
}

/** The precedence of comparisons. */
const RELATIONS = 5;

function reportMixedJunctions(context: BuildContext, left: IToken, right: IToken, span: Span): void {
  const { line, column } = context.source.position(left.startOffset);
  const place = context.source.position(right.startOffset);
  const startsLine =
    context.source
      .line(place.line)
      .slice(0, place.column - 1)
      .trim() === "";
  if (startsLine && place.line !== line) {
    context.report("G013", `this \`${right.image}\` is not aligned with a list`, span, [
      `it stands at column ${place.column}, and the \`${left.image}\` before it at line ${line}, column ${column}`,
      "the bullets of a list stand exactly under one another; otherwise add parentheses",
    ]);
    return;
  }
  context.report(
    "G008",
    `\`${left.image}\` and \`${right.image}\` cannot be mixed without parentheses`,
    span,
    ["add parentheses, or write one of them as a list with its bullets under one another"],
  );
}

/** What a writer who is used to other languages may have meant. */
function advice(operators: readonly Operator[]): string[] {
  const notes = operators.map(({ name }) => meantOperator(name));
  return [...new Set(notes.filter((note) => note !== undefined))];
}
