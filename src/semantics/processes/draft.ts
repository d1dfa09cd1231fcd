/** A step's formula while it is being put together. */
import type { Expr } from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import type { Step } from "./instructions.js";
import { junction, unchanged } from "./tree.js";

/** Where control goes at the end of a list of statements. */
export type Exit =
  /** A step of the same owner. */
  | { readonly kind: "step"; readonly step: Step }
  /** The process is done. */
  | { readonly kind: "done" }
  /** A procedure's end, which must not be reached without `return`. */
  | { readonly kind: "end" };

/** A step's formula so far. */
export interface Draft {
  readonly conjuncts: Expr[];
  /** Variables with a new value, where they got it, in order. */
  readonly assigned: Map<string, Span>;
}

/**
 * The formulas of alternatives, each of which was compiled into a draft of its own. All of them end with the same
 * variables having new values, those that some other alternative changes keeping theirs; `draft` takes note of them.
 */
export function mergeDrafts(alternatives: readonly Draft[], draft: Draft, span: Span): readonly Expr[] {
  for (const { assigned } of alternatives) {
    for (const [name, where] of assigned) if (!draft.assigned.has(name)) draft.assigned.set(name, where);
  }
  return alternatives.map(({ conjuncts, assigned }) => {
    const kept = [...draft.assigned.keys()].filter((name) => !assigned.has(name));
    return junction("/\\", kept.length === 0 ? conjuncts : [...conjuncts, unchanged(kept, span)], span);
  });
}
