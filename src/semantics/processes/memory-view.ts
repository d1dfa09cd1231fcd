/** What a CPU sees of memory: its own buffered stores laid over the words that all CPUs see. */
import type { Expr, OperatorDefinition } from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import { indexOf, type Layout, type Memory, type Word, wordName } from "./memory-words.js";
import { freshName, type Rewriting } from "./rewrite.js";
import {
  apply,
  definition,
  except,
  field,
  functionOn,
  index,
  infix,
  junction,
  prefix,
  prime,
  ref,
  text,
  tuple,
} from "./tree.js";

/** How a shared variable is accessed: the expression that names it, taken apart. */
export interface Access {
  readonly name: string;
  /** Index and field accesses, the innermost first. */
  readonly parts: readonly Extract<Expr, { kind: "application" | "field" }>[];
  /** Of the name. */
  readonly span: Span;
}

/** The expression as an access to a plain name, or to the new value of one; null if it is none. */
export function asAccess(expr: Expr, primed = false): Access | null {
  switch (expr.kind) {
    case "reference":
      return primed || expr.path.length > 0 || expr.args.length > 0
        ? null
        : { name: expr.name, parts: [], span: expr.span };
    case "operator":
      return primed && expr.op === "'" ? asAccess(expr.operands[0]!) : null;
    case "application": {
      const inner = asAccess(expr.fn, primed);
      return inner && { ...inner, parts: [...inner.parts, expr] };
    }
    case "field": {
      const inner = asAccess(expr.record, primed);
      return inner && { ...inner, parts: [...inner.parts, expr] };
    }
    default:
      return null;
  }
}

/**
 * Follows an access into a variable as far as there are smaller parts; `taken` says how many steps that are.
 * @param unstored gives the word of a field that no step stores to.
 */
function enter(
  layout: Layout,
  parts: Access["parts"],
  again: (part: Expr) => Expr,
  unstored: (record: Layout, field: string) => Word,
): { readonly at: Layout; readonly indices: readonly Expr[]; readonly taken: number } {
  let at = layout;
  const indices: Expr[] = [];
  let taken = 0;
  for (const part of parts) {
    if (at.kind === "elements") {
      indices.push(
        part.kind === "application"
          ? indexOf(part.args.map(again), part.span)
          : text(part.name.name, part.name.span),
      );
      at = at.element;
    } else {
      const name = at.kind === "fields" ? fieldName(part) : null;
      if (at.kind !== "fields" || name === null) break;
      at = at.fields.get(name) ?? unstored(at, name);
    }
    taken++;
  }
  return { at, indices, taken };
}

/** A value with the steps of an access applied to it, from one on and up to another. */
function rest(
  { parts }: Access,
  from: number,
  value: Expr,
  again: (part: Expr) => Expr,
  to = parts.length,
): Expr {
  return parts
    .slice(from, to)
    .reduce<Expr>(
      (base, part) =>
        part.kind === "field" ? { ...part, record: base } : { ...part, fn: base, args: part.args.map(again) },
      value,
    );
}

/** Builds what CPUs see, and keeps in mind which definitions that needs. */
export class Views {
  private readonly used = new Set<Layout>();
  private readonly byName = new Map<string, Layout>();
  /** Words of fields that no step stores to. */
  private readonly fixed = new Map<string, Word>();
  /** Stores were laid over a value that no definition of these shows. */
  private laidOver = false;

  /** @param avoid says which names a parameter must not have. */
  constructor(
    private readonly memory: Memory,
    private readonly avoid: Rewriting["avoid"],
  ) {
    const visit = (layout: Layout): void => {
      this.byName.set(layout.view, layout);
      for (const part of partsOf(layout)) visit(part);
    };
    for (const layout of memory.layouts.values()) visit(layout);
  }

  /**
   * The part of a variable that an expression of the module reads after the step has given the variable a value:
   * `x'[i].f`. Null if it is none.
   */
  newValue(node: Expr): { readonly layout: Layout; readonly indices: readonly Expr[] } | null {
    const access = asAccess(node, true);
    const layout = access === null ? undefined : this.memory.layouts.get(access.name);
    if (access === null || layout === undefined) return null;
    const { at, indices } = enter(layout, access.parts, (part) => part, this.unstored);
    return { layout: at, indices };
  }

  /**
   * The value of an access as a CPU sees it after the step has given the variable a value: the CPU's stores laid over
   * that value.
   */
  readNew(access: Access, buffer: Expr, again: (part: Expr) => Expr, span: Span): Expr {
    const { at, indices, taken } = enter(
      this.memory.layouts.get(access.name)!,
      access.parts,
      again,
      this.unstored,
    );
    const value = rest(access, 0, prime(ref(access.name, span), span), again, taken);
    return rest(access, taken, this.overlay(at, indices, value, buffer, span), again);
  }

  /** A field that no step stores to is a word that always is as memory has it. */
  private readonly unstored = ({ variable, path, view }: Layout, name: string): Word => {
    const wanted = `${view}_${name}`;
    const known = this.fixed.get(wanted);
    if (known !== undefined) return known;
    const taken = (other: string): boolean => this.byName.has(other) || this.avoid(other, null);
    const inner = [...path, name];
    const word: Word = {
      variable,
      path: inner,
      view: freshName(wanted, taken),
      kind: "word",
      name: wordName(variable, inner),
      buffered: false,
    };
    this.fixed.set(wanted, word);
    this.byName.set(word.view, word);
    return word;
  };

  private overlay(layout: Layout, indices: readonly Expr[], value: Expr, buffer: Expr, span: Span): Expr {
    switch (layout.kind) {
      case "word":
        if (!layout.buffered) return value;
        this.laidOver = true;
        return this.latestOf(layout, indices, value, buffer, span);
      case "elements": {
        const j = this.fresh()("j");
        const element = ref(j, span);
        const seen = this.overlay(
          layout.element,
          [...indices, element],
          apply(value, element, span),
          buffer,
          span,
        );
        return functionOn(j, prefix("DOMAIN", value, span), seen, span);
      }
      case "fields": {
        const updates = [...layout.fields].map(([name, part]) => ({
          path: [{ kind: "field" as const, name: { name, span }, span }],
          value: this.overlay(part, indices, field(value, name, span), buffer, span),
          span,
        }));
        return except(value, updates, span);
      }
      default:
        return layout satisfies never;
    }
  }

  private latestOf(word: Word, indices: readonly Expr[], value: Expr, buffer: Expr, span: Span): Expr {
    return ref(this.memory.names.latest, span, [buffer, text(word.name, span), tuple(indices, span), value]);
  }

  /** What a definition shows, if it is one of these. */
  layoutOf(view: string): Layout | undefined {
    return this.byName.get(view);
  }

  /**
   * The value of an access as a CPU sees it.
   * @param buffer the CPU's buffer. @param again makes an index an expression of the module.
   */
  read(access: Access, buffer: Expr, again: (part: Expr) => Expr): Expr {
    const { at, indices, taken } = enter(
      this.memory.layouts.get(access.name)!,
      access.parts,
      again,
      this.unstored,
    );
    this.use(at);
    const seen = ref(at.view, access.parts[taken - 1]?.span ?? access.span, [buffer, ...indices]);
    return rest(access, taken, seen, again);
  }

  /** The definitions of what was read. */
  definitions(): readonly OperatorDefinition[] {
    const found = [...this.used].map((layout) => this.view(layout));
    const uses = [...this.used].some((layout) => layout.kind === "word" && layout.buffered);
    const [first] = this.memory.layouts.values();
    return uses || this.laidOver ? [this.latest(first!.variable.span), ...found] : found;
  }

  private use(layout: Layout): void {
    this.used.add(layout);
    for (const part of partsOf(layout)) this.use(part);
  }

  /** `seen_cnt_at(b, i) == Latest(b, "cnt[]", <<i>>, cnt[i])`. */
  private view(layout: Layout): OperatorDefinition {
    const { span } = layout.variable;
    const fresh = this.fresh();
    const b = fresh("b");
    const indices = layout.path.filter((step) => step === "[]").map(() => fresh("i"));
    const args = indices.map((name) => ref(name, span));
    const inMemory = memoryAt(layout, args, span);
    const seen = (part: Layout, more: readonly Expr[] = []): Expr =>
      ref(part.view, span, [ref(b, span), ...args, ...more]);
    let body: Expr;
    switch (layout.kind) {
      case "word":
        body = layout.buffered ? this.latestOf(layout, args, inMemory, ref(b, span), span) : inMemory;
        break;
      case "elements": {
        const j = fresh("j");
        body = functionOn(j, prefix("DOMAIN", inMemory, span), seen(layout.element, [ref(j, span)]), span);
        break;
      }
      case "fields": {
        const updates = [...layout.fields].map(([name, part]) => ({
          path: [{ kind: "field" as const, name: { name, span }, span }],
          value: seen(part),
          span,
        }));
        body = except(inMemory, updates, span);
        break;
      }
      default:
        return layout satisfies never;
    }
    return definition(layout.view, [b, ...indices], body, span);
  }

  /** The last store to a word in a buffer, else what memory has. */
  private latest(span: Span): OperatorDefinition {
    const fresh = this.fresh();
    const [b, word, at, memory, same, store, stores] = [
      "b",
      "word",
      "index",
      "memory",
      "ThisWord",
      "store",
      "stores",
    ].map(fresh) as [string, string, string, string, string, string, string];
    const it = ref(store, span);
    const isSame = junction(
      "/\\",
      [
        infix("=", field(it, "word", span), ref(word, span), span),
        infix("=", field(it, "index", span), ref(at, span), span),
      ],
      span,
    );
    const found = ref(stores, span);
    const last = apply(found, ref("Len", span, [found]), span);
    const body: Expr = {
      kind: "let",
      units: [
        definition(same, [store], isSame, span),
        definition(stores, [], ref("SelectSeq", span, [ref(b, span), ref(same, span)]), span),
      ],
      body: {
        kind: "if",
        condition: infix("=", found, tuple([], span), span),
        then: ref(memory, span),
        else: field(last, "value", span),
        span,
      },
      span,
    };
    return definition(this.memory.names.latest, [b, word, at, memory], body, span);
  }

  private fresh(): (wanted: string) => string {
    const given = new Set<string>();
    return (wanted) => {
      const name = freshName(wanted, (other) => given.has(other) || this.avoid(other, null));
      given.add(name);
      return name;
    };
  }
}

/** A part of a variable in memory, e.g. `task[i].state`. */
export function memoryAt(layout: Layout, indices: readonly Expr[], span: Span): Expr {
  let next = 0;
  return layout.path.reduce<Expr>(
    (base, step) => (step === "[]" ? apply(base, indices[next++]!, span) : field(base, step, span)),
    ref(layout.variable.name, span),
  );
}

/** The path to a word, for EXCEPT. */
export function pathOf(layout: Layout, indices: readonly Expr[], span: Span) {
  let next = 0;
  return layout.path.map((step) =>
    step === "[]"
      ? index(indices[next++]!, span)
      : { kind: "field" as const, name: { name: step, span }, span },
  );
}

function partsOf(layout: Layout): readonly Layout[] {
  switch (layout.kind) {
    case "word":
      return [];
    case "elements":
      return [layout.element];
    case "fields":
      return [...layout.fields.values()];
    default:
      return layout satisfies never;
  }
}

/** The field that an access names, if the text shows it: `r.f`, `r["f"]`. */
function fieldName(part: Access["parts"][number]): string | null {
  if (part.kind === "field") return part.name.name;
  const [only] = part.args;
  return part.args.length === 1 && only?.kind === "string" ? only.value : null;
}
