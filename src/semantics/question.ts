/**
 * A state that somebody asks about, given by a predicate from outside of the spec: `quiesce why --state`. It goes through
 * elaboration as the start of a scripted run does, so that it may use every name of the spec.
 */
import type { RunUnit } from "../syntax/ast.js";
import { SpecError } from "../syntax/diagnostic.js";
import { parseExpression } from "../syntax/parse.js";
import { oneLine, Source, textOf } from "../syntax/source.js";
import type { Core } from "./core.js";
import type { Model } from "./model.js";
import type { RunSource } from "./runs.js";

/** No run of a spec can have this name. */
const QUESTION = "--state";

/**
 * The run that holds a question; its only item is its start.
 * @param text a predicate, or a record whose fields are variables
 * @throws SpecError for syntax errors
 */
export function questionUnit(text: string): RunUnit {
  const { name, start, span } = question(text);
  return { kind: "run", name, title: null, steps: [start], span };
}

/** The same for a plain module. */
export function questionRun(text: string): RunSource {
  const { name, start, span } = question(text);
  const items = [{ ...start, text: oneLine(textOf(span)) }];
  return { name: name.name, title: null, items, variant: false, span };
}

function question(text: string) {
  const source = new Source(QUESTION, asPredicate(text));
  const { expr, diagnostics } = parseExpression(source);
  if (expr === null) throw new SpecError(diagnostics);
  const { span } = expr;
  return { name: { name: QUESTION, span }, start: { kind: "start", where: expr, span } as const, span };
}

/** The predicate that a model was asked about; null: none. */
export function questionIn(model: Pick<Model, "runs">): Core | null {
  const item = model.runs.find(({ name }) => name === QUESTION)?.items[0];
  if (item === undefined) return null;
  if (item.kind === "meaningless") throw new SpecError([item.error]);
  return item.kind === "start" ? item.where : null;
}

/** `[x |-> 1, y |-> 2]` as `/\ x = (1) /\ y = (2)`; anything else as it is. */
function asPredicate(text: string): string {
  const { expr } = parseExpression(new Source(QUESTION, text));
  if (expr?.kind !== "record") return text;
  return expr.fields
    .map(({ name, value }) => `/\\ ${name.name} = (${oneLine(textOf(value.span))})`)
    .join(" ");
}
