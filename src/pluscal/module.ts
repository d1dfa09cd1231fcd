/**
 * A module whose algorithm is translated in memory. Its tree is that of the translated text, but what stands in the
 * translation has its places in the algorithm, so that messages, traces and coverage speak of that.
 */
import type { Module } from "../syntax/ast.js";
import { type Diagnostic, SpecError } from "../syntax/diagnostic.js";
import { parseModule } from "../syntax/parse.js";
import { cover, Source, type Span } from "../syntax/source.js";
import { type TranslatedText, translateText } from "./file.js";
import { mentionsAlgorithm } from "./layout.js";
import type { TranslationOptions } from "./options.js";

/**
 * Reads a module as `parseModule` does, its algorithm translated anew, whatever translation the text has. A text
 * without an algorithm is read as it stands.
 */
export function parseTranslated(
  source: Source,
  options: TranslationOptions,
): { module: Module | null; diagnostics: Diagnostic[] } {
  if (!mentionsAlgorithm(source)) return parseModule(source);
  let translated: TranslatedText;
  try {
    translated = translateText(source, options);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { module: null, diagnostics: [...error.diagnostics] };
  }
  const { module, diagnostics } = parseModule(new Source(source.name, translated.text));
  const places = new Places(source, translated);
  return {
    module: module && places.inTree(module),
    diagnostics: diagnostics.map((diagnostic) => places.inDiagnostic(diagnostic)),
  };
}

/** Finds for places in the translated text those in the text as it was. */
class Places {
  readonly #pieces: readonly { readonly start: number; readonly end: number; readonly origin: Span | null }[];

  constructor(
    private readonly source: Source,
    private readonly translated: TranslatedText,
  ) {
    this.#pieces = translated.lines.flatMap(({ line, start }) => {
      let at = start;
      return line.map(({ text, origin }) => {
        const piece = { start: at, end: at + text.length, origin };
        at += text.length;
        return piece;
      });
    });
  }

  inDiagnostic({ span, fix, ...rest }: Diagnostic): Diagnostic {
    return {
      ...rest,
      ...(span && { span: this.#span(span) }),
      // The user changes the algorithm, not its translation.
      ...(fix && !this.#isGenerated(fix.span.start) && { fix: { ...fix, span: this.#span(fix.span) } }),
    };
  }

  /** A tree with all its spans replaced. A definition in the translation has the place of its name. */
  inTree<T>(tree: T): T {
    return this.#copy(tree) as T;
  }

  #copy(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#copy(each));
    if (typeof value !== "object" || value === null) return value;
    if (isSpan(value)) return this.#span(value);
    const copied = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.#copy(part)]));
    const { kind, span } = value as { kind?: unknown; span?: Span };
    const defined = kind === "definition" && span !== undefined && this.#isGenerated(span.start);
    return defined ? { ...copied, span: (copied.name as { span: Span }).span } : copied;
  }

  #isGenerated(offset: number): boolean {
    const { start, newEnd } = this.translated.replaced;
    return offset >= start && offset < newEnd;
  }

  #span({ start, end }: Span): Span {
    if (!this.#isGenerated(start)) {
      return { source: this.source, start: this.#outside(start), end: this.#outside(end) };
    }
    const origins: Span[] = [];
    for (let i = this.#firstEndingAfter(start); i < this.#pieces.length; i++) {
      const piece = this.#pieces[i]!;
      if (piece.start >= Math.max(end, start + 1)) break;
      if (piece.origin !== null) origins.push(piece.origin);
    }
    const [first] = origins;
    if (first === undefined) return this.#lineOf(start);
    // What a macro puts together has no place of its own; it begins somewhere all the same.
    const ordered = origins.every((origin, i) => i === 0 || origin.start >= origins[i - 1]!.start);
    return ordered ? cover(first, origins.at(-1)!) : first;
  }

  #outside(offset: number): number {
    const { start, newEnd, end } = this.translated.replaced;
    if (offset <= start) return offset;
    return offset < newEnd ? end : offset - newEnd + end;
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pieces[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** For what comes from nothing in particular: where the translation stands. */
  #lineOf(offset: number): Span {
    const { start, end } = this.translated.replaced;
    const at = Math.min(this.#outside(offset), end);
    return {
      source: this.source,
      start: Math.min(start, at),
      end: Math.min(start + 1, this.source.text.length),
    };
  }
}

function isSpan(value: object): value is Span {
  return "source" in value && value.source instanceof Source;
}
