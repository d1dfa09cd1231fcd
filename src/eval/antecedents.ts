/** Left sides of invariants `A => B`: where A is never true, the invariant holds without saying anything. */
import type { Core } from "../semantics/core.js";
import { sourceLine } from "./errors.js";

/** The left side of an implication that an invariant consists of. */
export interface Antecedent {
  /** Its source text, on one line. */
  readonly text: string;
  /** True in a state in which the left side is, of an implication under `\A` for some element. */
  readonly body: Core;
}

/**
 * The left sides in an invariant that is `A => B`, or a conjunction or a `\A` of such, also by way of definitions
 * without parameters and of LET.
 */
export function antecedentsOf(invariant: Core): readonly Antecedent[] {
  switch (invariant.kind) {
    case "and":
      return invariant.items.flatMap(antecedentsOf);
    case "builtin": {
      if (invariant.op !== "=>") return [];
      const body = invariant.args[0]!;
      return [{ text: sourceLine(body.span), body }];
    }
    case "quantifier": {
      if (invariant.quantifier === "exists") return [];
      return antecedentsOf(invariant.body).map(({ text, body }) => ({
        text,
        body: { ...invariant, quantifier: "exists", body },
      }));
    }
    case "let":
      return antecedentsOf(invariant.body).map(({ text, body }) => ({ text, body: { ...invariant, body } }));
    case "call": {
      const { definition, args } = invariant;
      // A definition that uses itself has no end to look for.
      const seen = args.length === 0 && definition.scope === "global" && !definition.recursive;
      return seen ? antecedentsOf(definition.body) : [];
    }
    default:
      return [];
  }
}
