/** ALIAS: what a counterexample shows of its states instead of the variables. */
import { type Core, isOperatorArgument } from "../semantics/core.js";
import { LazyFunction, RecordValue, type Value } from "../values/index.js";

/** A field of what is shown. */
export interface Shown {
  readonly name: string;
  readonly value: Value;
}

/**
 * The fields of an alias's value, as far as possible in the order in which its text has them; null if it is no record:
 * then there is nothing to show.
 */
export function shownFields(alias: Core, value: Value): readonly Shown[] | null {
  const record = value instanceof LazyFunction ? value.canonical() : value;
  if (!(record instanceof RecordValue)) return null;
  const names = new Set([...writtenFields(alias), ...record.sortedNames()]);
  return [...names].flatMap((name) => {
    const field = record.at(name);
    return field === undefined ? [] : [{ name, value: field }];
  });
}

/** The fields that a formula writes out as those of a record, in its order. */
function writtenFields(core: Core): readonly string[] {
  switch (core.kind) {
    case "record":
      return core.fields.map(({ name }) => name);
    case "call":
      return core.definition.recursive ? [] : writtenFields(core.definition.body);
    case "let":
      return writtenFields(core.body);
    case "native":
      // `[a |-> 1] @@ [b |-> 2]`
      return core.args.flatMap((argument) => (isOperatorArgument(argument) ? [] : writtenFields(argument)));
    default:
      return [];
  }
}
