/** Values as text, as TLC prints them. */
import type { Value } from "./value.js";

/**
 * A value as TLA+ text on one line, as TLC prints it: `<<1, "a">>`, `[x |-> 1]`, `(a :> 1 @@ b :> 2)`, `{1, 2}`,
 * model values bare. Intervals print as `1..3` and sets too large to be listed as an expression that gives them
 * (`SUBSET (1..9)`).
 */
export function format(value: Value): string {
  switch (typeof value) {
    case "boolean":
      return value ? "TRUE" : "FALSE";
    case "string":
      return quote(value);
    case "number":
    case "bigint":
    case "object":
      return value.toString();
  }
}

/** A string with quotes around it and the escapes that TLA+ has (TLC: class StringValue, PrintVersion). */
export function quote(text: string): string {
  return `"${text.replace(/["\\\t\n\f\r]/g, (character) => escapes[character]!)}"`;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
};

/** What a value is, in words for a message: `an integer`, `a set`. */
export function kindOf(value: Value): string {
  switch (typeof value) {
    case "boolean":
      return "a Boolean";
    case "string":
      return "a string";
    case "number":
    case "bigint":
      return "an integer";
    case "object":
      return value.describe();
  }
}

/** A value for a message: its text, cut if it is long; for what cannot be listed, what it is. Never throws. */
export function excerpt(value: Value, longest = 100): string {
  try {
    return cut(format(value), longest);
  } catch {
    // It is nested too deeply, or has parts that have no value: a text that only illustrates costs no message.
    return kindOf(value);
  }
}

/** A text, its end left out if it is long. */
export function cut(text: string, longest = 100): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
}
