/** Counts what one step reads of memory: a CPU reads one word at a time, and twice is two reads. */
import type { Expr } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { printExpr } from "../../syntax/print.js";
import { location, type Span } from "../../syntax/source.js";
import type { Views } from "./memory-view.js";
import { isManyWords, type Layout, type Memory, type Word, wordsOf } from "./memory-words.js";
import { freeNames } from "./names.js";
import { rewrite, type Scope } from "./rewrite.js";

interface Read {
  /** As written. */
  readonly text: string;
  /** Names that the word's indices depend on. */
  readonly names: ReadonlySet<string>;
  readonly span: Span;
}

/** The words that a step has read on the way so far. */
export class Reads {
  private words = new Map<string, Read>();
  /** Second reads of a word; whether they matter is seen at the step's end. */
  private readonly again = new Map<string, readonly [Read, Read]>();
  /** Words that an `rmw` of this step changes, as written: all that it reads of these is part of one locked access. */
  private readonly locked = new Map<string, string>();
  /** Words that the step itself has put into the buffer, with the names that their indices depend on. */
  private readonly stored = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly step: string,
    private readonly memory: Memory,
    private readonly views: Views,
    /** An `atomic` step may read what it likes. */
    private readonly atomic: boolean,
    /** The buffer of the step's own CPU, before the step. */
    private readonly own: Expr,
    private readonly report: (diagnostic: Diagnostic) => void,
  ) {}

  /** Takes note of what an expression reads, which must be the module's already. */
  note(expr: Expr): void {
    if (this.atomic) return;
    rewrite(expr, {
      avoid: () => false,
      visit: (node, scope, inner) => {
        if (node.kind === "if") {
          inner(node.condition);
          const before = new Map(this.words);
          inner(node.then);
          const then = this.words;
          this.words = before;
          inner(node.else);
          for (const [key, read] of then) this.words.set(key, read);
          return node;
        }
        const fresh = this.views.newValue(node);
        if (fresh !== null) {
          this.read(fresh.layout, fresh.indices, node.span, scope);
          fresh.indices.forEach(inner);
          return node;
        }
        if (node.kind !== "reference" || node.path.length > 0) return undefined;
        const layout = this.views.layoutOf(node.name);
        if (layout !== undefined && this.isOwn(node.args[0]!)) {
          this.read(layout, node.args.slice(1), node.span, scope);
        }
        return undefined;
      },
    });
  }

  /**
   * An `rmw` changes a word: the step may read it as often as it likes.
   * @returns another word that the step has changed so before, as written; null if there is none.
   */
  lock(word: Word, indices: readonly Expr[], text: string): string | null {
    const key = keyOf(word, indices);
    const other = [...this.locked].find(([locked]) => locked !== key);
    this.locked.set(key, text);
    return other?.[1] ?? null;
  }

  /** The step has stored a word: from here on it reads its own store and not memory. */
  forward(word: Word, indices: readonly Expr[]): void {
    this.stored.set(keyOf(word, indices), namesIn(indices));
  }

  /** At the step's end: words that were read more than once. */
  end(): void {
    for (const [key, [first, second]] of this.again) {
      if (this.locked.has(key)) continue;
      this.error(`step \`${this.step}\` reads \`${second.text}\` twice`, second.span, [
        `the first time is at ${location(first.span)}`,
        `read it once, \`with (value = ${second.text}) { … }\`, or write \`atomic ${this.step}\``,
      ]);
    }
  }

  /** The names of a `with` end here: what depended on them is told from what later ones of the same name say. */
  leave(names: readonly string[]): void {
    for (const [key, read] of [...this.words]) {
      if (!names.some((name) => read.names.has(name))) continue;
      this.words.delete(key);
      this.words.set(`${key} (${this.words.size})`, { ...read, names: new Set() });
    }
    for (const [key, depends] of [...this.stored]) {
      if (names.some((name) => depends.has(name))) this.stored.delete(key);
    }
  }

  /** The same so far, for one of several ways on. */
  fork(): Reads {
    const copy = new Reads(this.step, this.memory, this.views, this.atomic, this.own, this.report);
    copy.join(this);
    return copy;
  }

  /** What was read on one of the ways that come together here. */
  join(other: Reads): void {
    for (const [key, read] of other.words) this.words.set(key, read);
    for (const [key, reads] of other.again) this.again.set(key, reads);
    for (const [key, text] of other.locked) this.locked.set(key, text);
    // Ways that come together have left the buffer alone, so they know the same stores.
    for (const [key, names] of other.stored) this.stored.set(key, names);
  }

  /** `seen` may look at what other CPUs would read: that is no reading of this step. */
  private isOwn(buffer: Expr): boolean {
    let before = buffer;
    while (before.kind === "reference") before = before.args[0]!;
    return printExpr(before) === printExpr(this.own);
  }

  private read(layout: Layout, indices: readonly Expr[], span: Span, scope: Scope): void {
    const names = namesIn(indices);
    const text = written(span) ?? layout.variable.name;
    if (isManyWords(layout) || [...names].some((name) => scope.has(name))) {
      this.error(`step \`${this.step}\` reads several words of memory with \`${text}\``, span, this.advice());
      return;
    }
    const key = keyOf(wordsOf(layout)[0]!, indices);
    if (this.stored.has(key)) return;
    const read: Read = { text, names, span };
    const same = this.words.get(key);
    const [other] = this.words.values();
    if (same !== undefined) this.again.set(key, [same, read]);
    else this.words.set(key, read);
    if (same !== undefined || other === undefined) return;
    const pair =
      other.text === text ? `\`${text}\` twice, and it may be` : `\`${other.text}\` and \`${text}\`,`;
    this.error(`step \`${this.step}\` reads ${pair} two words of memory`, span, this.advice());
  }

  private advice(): readonly string[] {
    return [
      "read each in a step of its own and keep it in a local",
      `if it does not matter here, write \`atomic ${this.step}\``,
    ];
  }

  private error(message: string, span: Span, advice: readonly string[]): void {
    const why = `under ${this.memory.model} another CPU's store may become visible between the two reads`;
    this.report({ code: "P064", severity: "error", message, span, notes: [why, ...advice] });
  }
}

/** A word, and which of its elements, as far as the text shows it. */
function keyOf(word: Word, indices: readonly Expr[]): string {
  return [word.name, ...indices.map(printExpr)].join(" ");
}

/** What stands in a text; null if it is long. */
function written({ source, start, end }: Span): string | null {
  const text = source.text.slice(start, end).replace(/\s+/g, " ");
  return text.length > 0 && text.length <= 40 ? text : null;
}

function namesIn(indices: readonly Expr[]): ReadonlySet<string> {
  return new Set(indices.flatMap((index) => [...freeNames(index)]));
}
