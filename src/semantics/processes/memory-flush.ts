/** Memory's own part of a spec's behaviour: the buffers, and the steps in which their stores become visible. */
import { WRITE_BARRIER } from "../../modules/memory-model.js";
import type { Expr, OperatorDefinition } from "../../syntax/ast.js";
import type { Span } from "../../syntax/source.js";
import { memoryAt, pathOf } from "./memory-view.js";
import { type Layout, type Memory, released, type Word, wordsOf } from "./memory-words.js";
import { freeNames } from "./names.js";
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
  named,
  number,
  prime,
  quantifier,
  record,
  ref,
  text,
  tuple,
  unchanged,
} from "./tree.js";
import type { World } from "./world.js";

/** The definitions and conjuncts that store buffers bring into a module. */
export class Buffers {
  private readonly buffer: Expr;
  private readonly fresh: (wanted: string) => string;

  /** @param cpus whose buffers there are. @param avoid says which names nothing bound must have. */
  constructor(
    private readonly memory: Memory,
    private readonly world: World,
    private readonly cpus: Expr,
    avoid: Rewriting["avoid"],
    private readonly span: Span,
  ) {
    this.buffer = ref(memory.buffer.name, span);
    this.fresh = (wanted) => freshName(wanted, (other) => avoid(other, null));
  }

  /** `buffer = [cpu \in CPU |-> << >>]`. */
  init(): Expr {
    const { span } = this;
    const empty = functionOn(this.fresh("cpu"), this.cpus, tuple([], span), span);
    return infix("=", this.buffer, empty, span);
  }

  /** What steps use, and the step of memory itself. @param steps the bodies of all others. */
  definitions(steps: Iterable<Expr>): readonly OperatorDefinition[] {
    if (this.memory.model === "tso") return [this.flushInOrder()];
    const used = new Set([...steps].flatMap((body) => [...freeNames(body)]));
    const needed = [this.pending(), this.barrier()].filter(({ name }) => used.has(name.name));
    return [...needed, this.without(), this.flushWeak()];
  }

  /** `\E cpu \in CPU : flush(cpu)`. */
  step(): Expr {
    const cpu = this.fresh("cpu");
    return quantifier("exists", named(cpu, this.span), this.cpus, this.flush(cpu), this.span);
  }

  /** Every store becomes visible some time. */
  fairness(): Expr {
    const { span } = this;
    const cpu = this.fresh("cpu");
    const fair: Expr = {
      kind: "fairness",
      strength: "weak",
      subscript: ref("vars", span),
      action: this.flush(cpu),
      span,
    };
    return quantifier("forall", named(cpu, span), this.cpus, fair, span);
  }

  private flush(cpu: string): Expr {
    return ref(this.memory.names.flush, this.span, [ref(cpu, this.span)]);
  }

  /** The oldest store becomes visible. */
  private flushInOrder(): OperatorDefinition {
    const { span, memory } = this;
    const cpu = this.fresh("cpu");
    const own = apply(this.buffer, ref(cpu, span), span);
    const items = [
      infix("/=", own, tuple([], span), span),
      this.shown(ref("Head", span, [own])),
      this.changed(cpu, ref("Tail", span, [{ kind: "at", span }])),
      ...this.others(),
    ];
    return definition(memory.names.flush, [cpu], junction("/\\", items, span), span);
  }

  /** Any store that no barrier and no older store to the same word stands before; a `release` only as the oldest. */
  private flushWeak(): OperatorDefinition {
    const { span, memory } = this;
    const [cpu, k, j] = ["cpu", "k", "j"].map(this.fresh) as [string, string, string];
    const own = apply(this.buffer, ref(cpu, span), span);
    const entry = (name: string): Expr => apply(own, ref(name, span), span);
    const upTo = (end: Expr): Expr => infix("..", number(1, span), end, span);
    const same = (what: string, op: string) =>
      infix(op, field(entry(j), what, span), field(entry(k), what, span), span);
    const items = [
      infix("<=", ref(k, span), ref("Len", span, [own]), span),
      quantifier(
        "forall",
        named(j, span),
        upTo(ref(k, span)),
        infix("/=", field(entry(j), "word", span), text(WRITE_BARRIER, span), span),
        span,
      ),
      quantifier(
        "forall",
        named(j, span),
        upTo(infix("-", ref(k, span), number(1, span), span)),
        infix("=>", same("word", "="), same("index", "/="), span),
        span,
      ),
      ...(memory.releases
        ? [
            infix(
              "=>",
              field(entry(k), "release", span),
              infix("=", ref(k, span), number(1, span), span),
              span,
            ),
          ]
        : []),
      this.shown(entry(k)),
      this.changed(cpu, ref(memory.names.without, span, [{ kind: "at", span }, ref(k, span)])),
      ...this.others(),
    ];
    // No barrier stands before it, so it is among the first of as many as there can be stores.
    const body = quantifier(
      "exists",
      named(k, span),
      upTo(number(memory.bound, span)),
      junction("/\\", items, span),
      span,
    );
    return definition(memory.names.flush, [cpu], body, span);
  }

  /** Memory with one more store: a conjunct for each variable that some buffered store changes. */
  private shown(entry: Expr): Expr {
    const { span } = this;
    const store = this.fresh("store");
    const it = ref(store, span);
    const items = this.bufferedLayouts().map((layout) => {
      const variable = ref(layout.variable.name, span);
      const value = bufferedWords(layout).reduceRight<Expr>(
        (other, word) => ({
          kind: "if",
          condition: infix("=", field(it, "word", span), text(word.name, span), span),
          then: this.stored(word, it),
          else: other,
          span,
        }),
        variable,
      );
      return infix("=", prime(variable, span), value, span);
    });
    if (items.length === 0) return ref("FALSE", span);
    const units = [definition(store, [], entry, span)];
    return { kind: "let", units, body: junction("/\\", items, span), span };
  }

  /** A variable with the store that an entry holds. */
  private stored(word: Word, entry: Expr): Expr {
    const { span } = this;
    const value = field(entry, "value", span);
    if (word.path.length === 0) return value;
    const indices = word.path
      .filter((step) => step === "[]")
      .map((_, i) => apply(field(entry, "index", span), number(i + 1, span), span));
    const base = memoryAt({ ...word, path: [] }, [], span);
    return except(base, [{ path: pathOf(word, indices, span), value, span }], span);
  }

  private changed(cpu: string, value: Expr): Expr {
    const { span, buffer } = this;
    const updates = [{ path: [index(ref(cpu, span), span)], value, span }];
    return infix("=", prime(buffer, span), except(buffer, updates, span), span);
  }

  private others(): readonly Expr[] {
    const shown = new Set(this.bufferedLayouts().map(({ variable }) => variable.name));
    const names = this.world.variables
      .map(({ name }) => name)
      .filter((name) => name !== this.memory.buffer.name && !shown.has(name));
    return names.length === 0 ? [] : [unchanged(names, this.span)];
  }

  private bufferedLayouts(): readonly Layout[] {
    return [...this.memory.layouts.values()].filter((layout) => bufferedWords(layout).length > 0);
  }

  /** `Stores(b) == Len(SelectSeq(b, LAMBDA entry : entry.word # "(wmb)"))`. */
  private pending(): OperatorDefinition {
    const { span, memory } = this;
    const [b, entry] = ["b", "entry"].map(this.fresh) as [string, string];
    const isStore: Expr = {
      kind: "lambda",
      params: [{ name: entry, span }],
      body: infix("/=", field(ref(entry, span), "word", span), text(WRITE_BARRIER, span), span),
      span,
    };
    const stores = ref("SelectSeq", span, [ref(b, span), isStore]);
    return definition(memory.names.pending, [b], ref("Len", span, [stores]), span);
  }

  /** A marker that orders nothing is left out, so that states which mean the same are the same. */
  private barrier(): OperatorDefinition {
    const { span, memory } = this;
    const b = this.fresh("b");
    const it = ref(b, span);
    const marker = record(
      [
        ["word", text(WRITE_BARRIER, span)],
        ["index", tuple([], span)],
        ["value", text("", span)],
        ...released(memory, false, span),
      ],
      span,
    );
    const last = field(apply(it, ref("Len", span, [it]), span), "word", span);
    const condition = infix(
      "\\/",
      infix("=", it, tuple([], span), span),
      infix("=", last, text(WRITE_BARRIER, span), span),
      span,
    );
    const body: Expr = { kind: "if", condition, then: it, else: ref("Append", span, [it, marker]), span };
    return definition(memory.names.barrier, [b], body, span);
  }

  /** Without an entry, and without the marker that may come to stand first. */
  private without(): OperatorDefinition {
    const { span, memory } = this;
    const [b, k, rest] = ["b", "k", "rest"].map(this.fresh) as [string, string, string];
    const it = ref(b, span);
    const part = (from: Expr, to: Expr): Expr => ref("SubSeq", span, [it, from, to]);
    const before = part(number(1, span), infix("-", ref(k, span), number(1, span), span));
    const after = part(infix("+", ref(k, span), number(1, span), span), ref("Len", span, [it]));
    const left = ref(rest, span);
    const first = field(ref("Head", span, [left]), "word", span);
    const condition = infix(
      "/\\",
      infix("/=", left, tuple([], span), span),
      infix("=", first, text(WRITE_BARRIER, span), span),
      span,
    );
    const body: Expr = {
      kind: "let",
      units: [definition(rest, [], infix("\\o", before, after, span), span)],
      body: { kind: "if", condition, then: ref("Tail", span, [left]), else: left, span },
      span,
    };
    return definition(memory.names.without, [b, k], body, span);
  }
}

function bufferedWords(layout: Layout): readonly Word[] {
  return wordsOf(layout).filter((word) => word.buffered);
}
