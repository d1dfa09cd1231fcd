/** What a formula is stated with: a patch that changes that changes what the formula says. */
import type { Core, Definition } from "../semantics/core.js";
import type { Model, NamedFormula } from "../semantics/model.js";
import { oneLine, textOf } from "../syntax/source.js";
import { baseOf } from "./classify.js";
import type { ReviewPlan } from "./types.js";

/** The definitions that a formula uses, directly and through others: text by name. */
function definitionsOf(formula: Core): ReadonlyMap<string, string> {
  // Expressions may be shared, and definitions use themselves.
  const seen = new Set<unknown>();
  const found = new Map<string, string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) {
      for (const one of part) visit(one);
      return;
    }
    if (typeof part !== "object" || part === null || seen.has(part)) return;
    seen.add(part);
    for (const [name, inner] of Object.entries(part)) {
      if (name === "definition") note(inner as Definition);
      else if (!LEAVES.has(name)) visit(inner);
    }
  };
  const note = (definition: Definition): void => {
    if (seen.has(definition)) return;
    seen.add(definition);
    if (isWritten(definition)) found.set(definition.name, textIn(definition.body));
    visit(definition.body);
  };
  visit(formula);
  return found;
}

/** How far before its formula a definition's name stands at most. */
const FAR = 300;

/** Whether a definition stands in the spec's text; others come from the translation, such as how buffers are read. */
function isWritten({ name, scope, body }: Definition): boolean {
  const { source, start } = body.span;
  const before = source.text.slice(Math.max(0, start - FAR), start);
  return scope === "global" && new RegExp(`\\b${name}\\s*(\\([^=]*\\)\\s*)?==`).test(before);
}

/** Parts of an expression that hold no expressions. */
const LEAVES: ReadonlySet<string> = new Set([
  "span",
  "value",
  "variable",
  "constant",
  "local",
  "locals",
  "step",
]);

/** The text of a formula with that of all that it is stated with: two of one text say the same. */
export function wholeText(formula: Core): string {
  const definitions = [...definitionsOf(formula)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [textIn(formula), ...definitions.map(([name, text]) => `${name} == ${text}`)].join("; ");
}

/**
 * The invariants and witnesses that a patch gives another meaning, by redefining what they are stated with.
 * @param models one for each of the plan's cells
 */
export function restatedIn(
  plan: Pick<ReviewPlan, "cells">,
  models: readonly Model[],
): ReviewPlan["restated"] {
  const found = new Map<string, ReviewPlan["restated"][number]>();
  for (const [i, { patch }] of plan.cells.entries()) {
    if (patch === null) continue;
    const [model, base] = [models[i]!, models[baseOf(plan, i)]!];
    for (const { name, body } of claimsOf(model)) {
      const before = claimsOf(base).find((one) => one.name === name);
      if (before === undefined || wholeText(before.body) === wholeText(body)) continue;
      const old = definitionsOf(before.body);
      const definitions = [...definitionsOf(body)].flatMap(([definition, text]) =>
        old.get(definition) === text ? [] : [definition],
      );
      const direct = textIn(before.body) !== textIn(body) || definitions.includes(name);
      if (direct || definitions.length > 0)
        found.set(`${patch} ${name}`, { patch, name, definitions, direct });
    }
  }
  return [...found.values()];
}

function claimsOf({ invariants, witnesses }: Model): readonly NamedFormula[] {
  return [...invariants, ...witnesses];
}

function textIn({ span }: Core): string {
  return oneLine(textOf(span));
}
