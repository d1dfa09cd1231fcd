import type { Span } from "./source.js";

export type Severity = "error" | "warning" | "note";

/** One thing that a user can get wrong, or should know. Every message of the tool about a spec is one of these. */
export interface Diagnostic {
  /** Stable code: a capital letter for the phase and three digits (see docs/errors.md). */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in the spec writer's words: one sentence, no full stop. */
  readonly message: string;
  readonly span?: Span;
  /** Further lines: why, where the other end is, what to write instead. */
  readonly notes?: readonly string[];
  /** A replacement of a span's text that would mend it. */
  readonly fix?: { readonly span: Span; readonly text: string };
}

/**
 * Carries diagnostics out of a phase that cannot go on.
 * Anything else that is thrown is a bug of the tool.
 */
export class SpecError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => `${d.code} ${d.message}`).join("\n"));
    this.name = "SpecError";
  }
}

/** Throws a single error diagnostic. */
export function fail(code: string, message: string, span?: Span, notes?: readonly string[]): never {
  throw new SpecError([{ code, severity: "error", message, ...(span && { span }), ...(notes && { notes }) }]);
}
