import type { Diagnostic } from "../syntax/diagnostic.js";
import { location, type Span } from "../syntax/source.js";

/** Collects what is wrong with a spec, so that all of it is told in one run. */
export class Problems {
  private readonly diagnostics: Diagnostic[] = [];
  /** Unknown names, by module and name: one diagnostic each, however often the name is used. */
  private readonly unknown = new Map<string, { readonly index: number; readonly spans: Span[] }>();

  error(code: string, message: string, span: Span, notes: readonly string[] = []): void {
    this.diagnostics.push({ code, severity: "error", message, span, notes });
  }

  warning(code: string, message: string, span: Span, notes: readonly string[] = []): void {
    this.diagnostics.push({ code, severity: "warning", message, span, notes });
  }

  /** A name that means nothing here; further uses of it in the same text are only counted. */
  unknownName(name: string, span: Span, notes: () => readonly string[]): void {
    const key = `${span.source.name}\n${name}`;
    const earlier = this.unknown.get(key);
    if (earlier !== undefined) {
      earlier.spans.push(span);
      return;
    }
    this.unknown.set(key, { index: this.diagnostics.length, spans: [] });
    this.error("S001", `unknown ${/^\w/.test(name) ? "name" : "operator"} ${name}`, span, notes());
  }

  /** Everything so far, in the order in which it was found; what was found twice, once. */
  list(): readonly Diagnostic[] {
    const list = [...this.diagnostics];
    for (const { index, spans } of this.unknown.values()) {
      if (spans.length === 0) continue;
      const more =
        spans.length === 1 ? `also at ${location(spans[0]!)}` : `also at ${spans.length} other places`;
      const diagnostic = list[index]!;
      list[index] = { ...diagnostic, notes: [...(diagnostic.notes ?? []), more] };
    }
    const seen = new Set<string>();
    return list.filter(({ code, message, span }) => {
      const key = `${code} ${span && location(span)} ${message}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  }

  get failed(): boolean {
    return this.diagnostics.some((d) => d.severity === "error");
  }

  /** How many there are, to go back to with `forget`. */
  mark(): number {
    return this.diagnostics.length;
  }

  /** What was found since a mark. */
  since(mark: number): readonly Diagnostic[] {
    return this.diagnostics.slice(mark);
  }

  /** Drops what was found since a mark: the same will be looked at again. */
  forget(mark: number): void {
    this.diagnostics.length = mark;
    for (const [key, { index }] of this.unknown) if (index >= mark) this.unknown.delete(key);
  }
}
