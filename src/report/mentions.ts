/** Which variables a formula is about: those it names, and those that the definitions it uses name. */
import type { Variable } from "../semantics/core.js";
import type { Model } from "../semantics/model.js";
import { textOf } from "../syntax/source.js";

/**
 * The variables that texts of the spec mention, directly or through definitions of the root module.
 * Found by words, not by scope: a bound name that hides a variable counts as the variable. This only decides what
 * a report shows more of, never what is true.
 */
export function variablesMentioned(model: Model, texts: readonly string[]): ReadonlySet<Variable> {
  const words = new Set<string>();
  const waiting = [...texts];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const word of text.match(/[A-Za-z_]\w*/g) ?? []) {
      if (words.has(word)) continue;
      words.add(word);
      const definition = model.definitions.get(word);
      if (definition !== undefined && definition.level < 2) waiting.push(textOf(definition.body.span));
    }
  }
  const named = (name: string): boolean => name.split(".").every((part) => words.has(part));
  return new Set(model.variables.filter((v) => named(v.display) || words.has(v.name)));
}
