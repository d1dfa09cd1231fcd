import type { Diagnostic } from "../syntax/diagnostic.js";
import type { Span } from "../syntax/source.js";
import type { Place } from "./ast.js";

/** What is found wrong with an algorithm; several things in one run. */
export class Problems {
  readonly #found: Diagnostic[] = [];

  get found(): readonly Diagnostic[] {
    return this.#found;
  }

  report(code: string, message: string, span: Span, notes: readonly string[] = []): void {
    this.#found.push({ code, severity: "error", message, span, ...(notes.length > 0 && { notes }) });
  }

  /** Reports an error in a statement; of one that comes from a macro the note says where that is called. */
  reportAt(code: string, message: string, at: Place, notes: readonly string[] = []): void {
    const called =
      at.call === null ? [] : [`the macro is called at line ${at.call.line}, column ${at.call.column}`];
    this.report(code, message, at.span, [...notes, ...called]);
  }
}
