/** The built-in operators on values, and Booleans as they are asked for. */
import type { Builtin, Core } from "../semantics/core.js";
import {
  bigUnion,
  cap,
  contains,
  cup,
  difference,
  domain,
  equal,
  kindOf,
  powerset,
  subsetEq,
  type Value,
} from "../values/index.js";
import type { Env } from "./environment.js";
import { evaluationError, shorten, sourceLine } from "./errors.js";
import { type Native, natives } from "./natives/index.js";

/** The operators that take Booleans, and may not need their second operand. */
export type Connective = Extract<Builtin, "~" | "=>" | "<=>">;

/** Whether an operator takes Booleans. */
export function isConnective(op: Builtin): op is Connective {
  return op === "~" || op === "=>" || op === "<=>";
}

/** Applies a connective; the operands are evaluated as they are needed. */
export function connective(op: Connective, first: () => boolean, second: () => boolean): boolean {
  switch (op) {
    case "~":
      return !first();
    case "=>":
      return !first() || second();
    case "<=>":
      return first() === second();
    default:
      return op satisfies never;
  }
}

/** Applies any other built-in operator. Throws ValueError where it has no value. */
export function builtinOperator(
  op: Exclude<Builtin, Connective>,
  left: Value,
  right: Value | undefined,
): Value {
  switch (op) {
    case "=":
      return equal(left, right!);
    case "/=":
      return !equal(left, right!);
    case "\\in":
      return contains(right!, left);
    case "\\notin":
      return !contains(right!, left);
    case "\\subseteq":
      return subsetEq(left, right!);
    case "\\cup":
      return cup(left, right!);
    case "\\cap":
      return cap(left, right!);
    case "\\":
      return difference(left, right!);
    case "SUBSET":
      return powerset(left);
    case "UNION":
      return bigUnion(left);
    case "DOMAIN":
      return domain(left);
    default:
      return op satisfies never;
  }
}

/**
 * The value of `core` as a Boolean.
 * @throws EvaluationError E001 if it is none
 */
export function asBoolean(value: Value, core: Core, env: Env | null): boolean {
  if (typeof value === "boolean") return value;
  throw evaluationError("E001", `TRUE or FALSE was expected here, but this is ${kindOf(value)}`, core, env, [
    `the value of \`${sourceLine(core.span, 80)}\` is ${shorten(value)}`,
  ]);
}

/** The native operator of a key. The elaborator makes no other keys. */
export function native(key: string): Native {
  const found = natives.get(key);
  if (found === undefined) throw new Error(`there is no native operator ${key}`);
  return found;
}

/** What to say of a quantifier or CHOOSE without a set. */
export function unboundedMessage(what: "forall" | "exists" | "choose"): string {
  switch (what) {
    case "choose":
      return "a CHOOSE without a set cannot be evaluated: there are too many candidates to try";
    case "forall":
      return "a `\\A` without a set cannot be evaluated: there are too many values to try";
    case "exists":
      return "a `\\E` without a set cannot be evaluated: there are too many values to try";
    default:
      return what satisfies never;
  }
}
