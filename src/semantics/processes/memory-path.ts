/** What one step does to its CPU's store buffer, on one way through its statements. */
import type { BarrierStatement, Expr } from "../../syntax/ast.js";
import type { Diagnostic } from "../../syntax/diagnostic.js";
import { printExpr } from "../../syntax/print.js";
import type { Span } from "../../syntax/source.js";
import { cpuBefore } from "./cpus.js";
import type { Step } from "./instructions.js";
import { bufferOwners } from "./memory-cpus.js";
import { Reads } from "./memory-reads.js";
import { type Memory, released, type Word } from "./memory-words.js";
import type { Resolver } from "./resolve.js";
import {
  apply,
  except,
  index,
  infix,
  named,
  number,
  prime,
  quantifier,
  record,
  ref,
  text,
  tuple,
} from "./tree.js";
import type { Owner } from "./world.js";

/** What is seen of memory at some place. */
export interface MemorySight {
  /** The buffer whose stores are laid over memory. */
  readonly buffer: Expr;
  /** Counts what a step reads; null where it does not matter. */
  readonly reads: Reads | null;
  /** The buffer of a CPU as it is at this point of a step. */
  of(cpu: Expr, span: Span): Expr;
  /** Memory is looked at here. */
  touch(span: Span): void;
}

/** What all ways through a process's steps share. */
interface Usage {
  touched: boolean;
}

/** A store on its way into a buffer. */
export interface Store {
  readonly word: Word;
  readonly index: readonly Expr[];
  readonly value: Expr;
  readonly release: boolean;
  /** As written. */
  readonly text: string;
  readonly span: Span;
}

/**
 * The way of a step through its CPU's buffer, at the step's beginning; null where stores are visible at once.
 * @param usage takes note if the owner uses memory at all.
 */
export function beginStep(owner: Owner, step: Step, usage: Usage, resolver: Resolver): MemoryPath | null {
  const { world, views } = resolver;
  const { memory, report } = world;
  if (memory === null || views === null) return null;
  const { span } = step;
  if (owner.kind === "procedure" && world.cpuOf !== null) resolver.mentioned.add(world.cpuOf);
  const cpu = cpuBefore(owner, owner.self, world, span);
  const own = apply(ref(memory.buffer.name, span), cpu, span);
  const reads = new Reads(step.name, memory, views, step.atomic, own, report);
  return new MemoryPath(memory, cpu, bufferOwners(world, span), step.name, reads, usage, report, span);
}

export class MemoryPath implements MemorySight {
  /** The buffer with the stores of this step so far. */
  buffer: Expr;
  /** The first store of this step. */
  private first: Store | null = null;
  private stores = 0;
  private changed = false;
  private migrated = false;

  /**
   * @param cpu whose buffer it is. @param cpus all of them. @param step for messages.
   * @param usage takes note if memory is used at all.
   */
  constructor(
    private readonly memory: Memory,
    private readonly cpu: Expr,
    private readonly cpus: Expr,
    private readonly step: string,
    readonly reads: Reads,
    readonly usage: Usage,
    private readonly report: (diagnostic: Diagnostic) => void,
    private readonly span: Span,
  ) {
    this.buffer = this.before(span);
  }

  /** The same so far, for one of several ways on. */
  fork(): MemoryPath {
    const { memory, cpu, cpus, step, usage, report, span } = this;
    const copy = new MemoryPath(memory, cpu, cpus, step, this.reads.fork(), usage, report, span);
    copy.buffer = this.buffer;
    copy.first = this.first;
    copy.stores = this.stores;
    copy.changed = this.changed;
    copy.migrated = this.migrated;
    return copy;
  }

  /** Ways that leave the buffer alone come together. */
  join(other: MemoryPath): void {
    this.reads.join(other.reads);
    this.migrated ||= other.migrated;
  }

  touch(span: Span): void {
    this.usage.touched = true;
    if (!this.migrated) return;
    this.error("P068", `step \`${this.step}\` uses shared memory after it has migrated`, span, [
      "put a label in front of this statement: from there on the process runs on its new CPU",
    ]);
  }

  of(cpu: Expr, span: Span): Expr {
    if (printExpr(cpu) === printExpr(this.cpu)) return this.buffer;
    const all = ref(this.memory.buffer.name, span);
    return apply(this.changed ? this.after(span) : all, cpu, span);
  }

  /** A plain or `release` store; gives what it waits for. */
  store(store: Store): Expr {
    const { memory } = this;
    const { span } = store;
    this.touch(span);
    if (this.stores === memory.bound) {
      this.error(
        "P071",
        `step \`${this.step}\` stores more words than the ${memory.bound} that a CPU's buffer holds`,
        span,
        ["put a label in front of this statement, or let buffers hold more: `--buffer`, `memory … buffer`"],
      );
    }
    const room = infix("<", this.pending(span), number(memory.bound - this.stores, span), span);
    const entry = record(
      [
        ["word", text(store.word.name, span)],
        ["index", tuple(store.index, span)],
        ["value", store.value],
        ...released(memory, store.release, span),
      ],
      span,
    );
    this.buffer = ref("Append", span, [this.buffer, entry]);
    this.first ??= store;
    this.stores++;
    this.changed = true;
    return room;
  }

  /** A barrier statement; gives what it waits for. @param cpu a name that can be bound here. */
  order({ barrier, span }: BarrierStatement, cpu: string): Expr {
    this.usage.touched = true;
    switch (barrier) {
      case "acquire":
        return ref("TRUE", span);
      case "wmb":
        this.barrier(span);
        return ref("TRUE", span);
      case "fence":
        return this.drained("fence", span);
      case "grace": {
        this.drained("grace", span);
        const empty = this.isEmpty(ref(cpu, span), span);
        return quantifier("forall", named(cpu, span), this.cpus, empty, span);
      }
      default:
        return barrier satisfies never;
    }
  }

  /** What waits until the CPU's buffer is empty: only what was stored before this step can become visible by then. */
  drained(statement: "fence" | "grace" | "rmw" | "migrate", span: Span): Expr {
    this.touch(span);
    if (this.first !== null) {
      this.error(
        "P065",
        `\`${statement}\` waits until stores are visible, but step \`${this.step}\` itself has stored \`${this.first.text}\` before`,
        span,
        ["put a label in front of this statement"],
      );
    }
    return this.isEmpty(this.cpu, span);
  }

  /** The process goes on on another CPU; gives what it waits for. */
  migrate(span: Span): Expr {
    const waits = this.drained("migrate", span);
    this.migrated = true;
    return waits;
  }

  /** The buffer's new value at the end of the step; null if it stays as it is. */
  end(span: Span): Expr | null {
    this.reads.end();
    if (!this.changed) return null;
    return infix("=", prime(ref(this.memory.buffer.name, span), span), this.after(span), span);
  }

  /** All buffers with what the step has stored so far. */
  private after(span: Span): Expr {
    const all = ref(this.memory.buffer.name, span);
    return except(all, [{ path: [index(this.cpu, span)], value: this.buffer, span }], span);
  }

  /** Only `weak` needs to keep the place: the other buffers drain in order anyway. */
  private barrier(span: Span): void {
    if (this.memory.model !== "weak") return;
    this.buffer = ref(this.memory.names.barrier, span, [this.buffer]);
    this.changed = true;
  }

  private before(span: Span): Expr {
    return apply(ref(this.memory.buffer.name, span), this.cpu, span);
  }

  private pending(span: Span): Expr {
    const counted = this.memory.model === "weak" ? this.memory.names.pending : "Len";
    return ref(counted, span, [this.before(span)]);
  }

  private isEmpty(cpu: Expr, span: Span): Expr {
    return infix("=", apply(ref(this.memory.buffer.name, span), cpu, span), tuple([], span), span);
  }

  private error(code: string, message: string, span: Span, notes: readonly string[]): void {
    this.report({ code, severity: "error", message, span, notes });
  }
}
