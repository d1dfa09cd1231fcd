/** A step's formula while it is being put together. */
import type { Expr } from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import type { Code, Step } from "./instructions.js";
import type { MemoryPath } from "./memory-path.js";
import type { Scope } from "./rewrite.js";
import { junction, unchanged } from "./tree.js";

/** Where control goes at the end of a list of statements. */
export type Exit =
  /** A step of the same owner. */
  | { readonly kind: "step"; readonly step: Step }
  /** The process is done. */
  | { readonly kind: "done" }
  /** A procedure's end, which must not be reached without `return`. */
  | { readonly kind: "end" }
  /** Statements of the same step that each of several ways comes to, and where control goes after these. */
  | { readonly kind: "tail"; readonly code: Code; readonly scope: Scope; readonly exit: Exit | null };

/** A step's formula so far. */
export interface Draft {
  readonly conjuncts: Expr[];
  /** Variables with a new value, where they got it, in order. */
  readonly assigned: Map<string, Span>;
  /** What the step does to its CPU's buffer; null where stores are visible at once. */
  readonly memory: MemoryPath | null;
}

/**
 * The formulas of alternatives, each of which was compiled into a draft of its own. All of them end with the same
 * variables having new values, those that some other alternative changes keeping theirs; `draft` takes note of them.
 */
export function mergeDrafts(alternatives: readonly Draft[], draft: Draft, span: Span): readonly Expr[] {
  for (const { assigned, memory } of alternatives) {
    if (memory !== null) draft.memory?.join(memory);
    for (const [name, where] of assigned) if (!draft.assigned.has(name)) draft.assigned.set(name, where);
  }
  return alternatives.map(({ conjuncts, assigned }) => {
    const kept = [...draft.assigned.keys()].filter((name) => !assigned.has(name));
    return junction("/\\", kept.length === 0 ? conjuncts : [...conjuncts, unchanged(kept, span)], span);
  });
}
