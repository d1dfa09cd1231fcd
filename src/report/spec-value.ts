/** Values as a spec writes them: what is printed here can be read again, whatever modules the spec extends. */
import {
  apply,
  codes,
  domain,
  elements,
  format,
  isFiniteSet,
  isFunction,
  isSet,
  same,
  type Value,
  ValueError,
} from "../values/index.js";
import { isSequenceDomain } from "./changes.js";
import { isUnset } from "./steps.js";

/** Longer texts are no help in a spec. */
const LONGEST = 400;

/**
 * A value as an expression. Functions that are neither records nor sequences come as `CASE`, sets by their elements,
 * since `:>`, `@@` and `..` may not be there. Null for what has no text (a local without a value, a set too large).
 */
export function specText(value: Value): string | null {
  try {
    const text = expression(value);
    return text.length > LONGEST ? null : text;
  } catch (thrown) {
    if (thrown instanceof NoText || (thrown instanceof ValueError && thrown.code === codes.tooLarge))
      return null;
    throw thrown;
  }
}

/** Bound in a printed function; a spec that has the name itself could not read it again. */
const BOUND = "key_";

/** Unwinds where a part has no text. */
class NoText extends Error {}

function expression(value: Value): string {
  if (isUnset(value)) throw new NoText();
  if (isFunction(value)) return functionText(value);
  if (!isSet(value)) return format(value);
  if (!isFiniteSet(value)) throw new NoText();
  return `{${elements(value).map(expression).join(", ")}}`;
}

function functionText(value: Value): string {
  const keys = elements(domain(value));
  const parts = keys.map((key) => expression(apply(value, key)));
  if (isSequenceDomain(keys)) return keys.length === 0 ? "<<>>" : `<<${parts.join(", ")}>>`;
  if (keys.every((key) => typeof key === "string" && /^[A-Za-z_]\w*$/.test(key))) {
    return `[${keys.map((key, i) => `${String(key)} |-> ${parts[i]!}`).join(", ")}]`;
  }
  const names = keys.map(expression);
  const body = parts.every((_, i) => same(apply(value, keys[i]!), apply(value, keys[0]!)))
    ? parts[0]!
    : `CASE ${names.map((name, i) => `${BOUND} = ${name} -> ${parts[i]!}`).join(" [] ")}`;
  return `[${BOUND} \\in {${names.join(", ")}} |-> ${body}]`;
}
