/** `--dump`: the graph of states, written while the search goes on. */
import { closeSync, openSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import type { Action } from "../explore/evaluator.js";
import type { SearchObserver } from "../explore/observer.js";
import { type DotStyle, type GraphFormat, type GraphWriter, graphWriter } from "../report/index.js";
import type { Model } from "../semantics/model.js";
import { fail } from "../syntax/diagnostic.js";
import type { Value } from "../values/index.js";
import { reason } from "./files.js";
import type { OptionValues } from "./options.js";

/** Characters that are gathered before they are written. */
const CHUNK = 1 << 16;

/** A graph's file; see `--dump`. */
export interface GraphFile {
  /** Begins to write; what it gives is told of the search's steps. */
  begin(model: Model, actions: readonly Action[]): SearchObserver<readonly Value[]>;
  /** Writes what is left and closes the file. */
  end(): void;
}

/**
 * The file that `--dump` asks for; null: none.
 * @throws SpecError C047 if its name does not say what is to be written; C007, also later on, if it cannot be written
 */
export function graphFile(
  { dump: path, dumpFormat, dumpStyle }: OptionValues,
  cwd: string,
): GraphFile | null {
  if (path === undefined) {
    if (dumpFormat === undefined && dumpStyle === undefined) return null;
    fail("C048", "`--dump-format` and `--dump-style` say how `--dump` writes; give `--dump FILE` too");
  }
  const styles = new Set<DotStyle>(dumpStyle ?? ["actionlabels"]);
  return new File(path, dumpFormat ?? formatOf(path), styles, cwd);
}

function formatOf(path: string): GraphFormat {
  if (/\.(?:dot|gv)$/.test(path)) return "dot";
  if (path.endsWith(".json")) return "json";
  if (/\.(?:txt|dump)$/.test(path)) return "states";
  fail("C047", `the name \`${path}\` does not say what is to be written`, undefined, [
    "let it end in .dot, .json, .txt or .dump, or give --dump-format",
  ]);
}

class File implements GraphFile {
  private readonly file: number;
  private writer: GraphWriter | null = null;
  private pending: string[] = [];
  private size = 0;

  constructor(
    private readonly path: string,
    private readonly format: GraphFormat,
    private readonly styles: ReadonlySet<DotStyle>,
    cwd: string,
  ) {
    // Before the search, so that one of hours does not end in a file that cannot be written.
    this.file = this.trying(() => openSync(resolve(cwd, path), "w"));
  }

  begin(model: Model, actions: readonly Action[]): SearchObserver<readonly Value[]> {
    const writer = graphWriter(this.format, model, actions, this.styles);
    this.writer = writer;
    this.put(writer.head());
    return (step, values) => this.put(writer.step(step, values));
  }

  end(): void {
    if (this.writer !== null) this.put(this.writer.tail());
    this.flush();
    closeSync(this.file);
  }

  private put(text: string): void {
    if (text === "") return;
    this.pending.push(text);
    this.size += text.length;
    if (this.size >= CHUNK) this.flush();
  }

  private flush(): void {
    const bytes = Buffer.from(this.pending.join(""));
    this.pending = [];
    this.size = 0;
    for (let at = 0; at < bytes.length; ) {
      at += this.trying(() => writeSync(this.file, bytes, at));
    }
  }

  private trying<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      fail("C007", `cannot write \`${this.path}\`: ${reason(error)}`);
    }
  }
}
