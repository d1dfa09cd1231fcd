/**
 * The main thread. The work is done in another one, for three reasons: an interrupt, or that the time is over, is
 * noticed at once, even in the midst of an evaluation that never ends; the stack can be large, so that specs may
 * recurse deeply; and where the memory does not suffice, that ends the work but not the program, which can still say so.
 */
import { getHeapStatistics } from "node:v8";
import { Worker } from "node:worker_threads";
import { createLogUpdate } from "log-update";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { PATIENCE, patienceFor } from "./deadline.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";
import type { ThreadData, ThreadMessage } from "./thread.js";
import { STACK_MB } from "./thread-worker.js";
import { cutShort, type Underway } from "./underway.js";

/** Runs the program on its arguments in a thread of its own. Gives the exit code. */
export async function supervise(argv: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  const { stdout, stderr, env, cwd } = terminal;
  const interrupts = new Int32Array(new SharedArrayBuffer(4));
  const work = new Work(
    argv,
    {
      argv,
      stdout: { isTTY: stdout.isTTY, columns: stdout.columns },
      stderr: { isTTY: stderr.isTTY, columns: stderr.columns },
      env: { ...env },
      cwd,
      interrupts,
    },
    terminal,
  );
  process.on("SIGINT", () => {
    // The first one asks the search to stop and report; who asks twice does not want to wait.
    if (Atomics.add(interrupts, 0, 1) > 0) work.hurry();
    const hint = () => terminal.stderr.write("still evaluating; another Ctrl-C ends the program at once\n");
    if (stderr.isTTY) setTimeout(hint, PATIENCE).unref();
  });
  return work.exitCode;
}

/** A thread at work, with the main thread's clock beside it. */
class Work {
  readonly exitCode: Promise<number>;
  private settle: (exitCode: number) => void = () => {};
  private readonly worker: Worker;
  private underway: Underway | null = null;
  private told = 0;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly argv: readonly string[],
    data: ThreadData,
    private readonly terminal: Surface,
  ) {
    this.exitCode = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.worker = new Worker(new URL("./thread.js", import.meta.url), {
      workerData: data,
      resourceLimits: {
        stackSizeMb: STACK_MB,
        maxOldGenerationSizeMb: Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20),
      },
    });
    this.worker.on("message", (message: ThreadMessage) => {
      // What it says after it was ended comes too late.
      if (!this.ended) this.hear(message);
    });
    this.worker.on("error", async (error: Error) => {
      if (this.ended) return;
      this.close();
      this.settle(await died(error, this.argv, terminal));
    });
  }

  /** The user does not want to wait: ends the work at once, or has it end its own threads at once. */
  hurry(): void {
    if (this.underway?.kind === "jobs") setTimeout(() => this.end("interrupted"), PATIENCE).unref();
    else this.end("interrupted");
  }

  /** Ends the thread, whatever it is doing, and reports what is known. */
  private end(by: "timeout" | "interrupted"): void {
    if (this.ended) return;
    this.close();
    void this.worker.terminate();
    const { underway, told, terminal } = this;
    if (underway?.kind !== "search") this.settle(EXIT.interrupted.code);
    else this.settle(cutShort(underway, by, performance.now() - told, terminal));
  }

  private hear(message: ThreadMessage): void {
    const { terminal } = this;
    switch (message.kind) {
      case "stdout":
      case "stderr":
        terminal[message.kind].write(message.text);
        return;
      case "status":
        terminal.status(message.line);
        return;
      case "underway":
        this.watch(message.work);
        return;
      case "end":
        this.close();
        this.settle(message.exitCode);
        return;
      default:
        message satisfies never;
    }
  }

  /** Sets the clock: a search that looks at its own one has ended before this rings. */
  private watch(work: Underway | null): void {
    clearTimeout(this.timer);
    this.underway = work;
    this.told = performance.now();
    const left = work?.kind === "search" ? patienceFor(work.timeoutSeconds, work.progress) : null;
    if (left !== null) this.timer = setTimeout(() => this.end("timeout"), left);
  }

  private close(): void {
    this.ended = true;
    clearTimeout(this.timer);
    this.terminal.status(null);
  }
}

/** The part of a terminal that this process itself is. */
type Surface = Pick<Terminal, "stdout" | "stderr" | "status" | "env" | "cwd">;

/** The thread ended before its time. */
async function died(error: Error, argv: readonly string[], terminal: Surface): Promise<number> {
  const outOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  const exit: ExitCode = outOfMemory ? EXIT.limit : EXIT.other;
  const diagnostic: Diagnostic = outOfMemory
    ? {
        code: "C092",
        severity: "error",
        message: "the memory does not suffice for this spec",
        notes: [
          "make its constants smaller, or give more: NODE_OPTIONS=--max-old-space-size=MEGABYTES",
          "a set that is listed whole, such as SUBSET S, needs most",
        ],
      }
    : { code: "C099", severity: "error", message: `internal error: ${error.message}` };
  const { printFailure } = await import("./failure.js");
  const debug = argv.includes("--debug") && error.stack !== undefined ? { stack: error.stack } : {};
  const file = argv.slice(1).find((argument) => !argument.startsWith("-")) ?? null;
  return printFailure(
    { diagnostics: [diagnostic], exit, ...debug },
    terminal,
    argv.includes("--json") ? { file } : null,
  );
}

/** The streams of this process as a terminal. */
function processTerminal(): Surface {
  // The cursor stays: an interrupt must not leave a terminal without one.
  const update = process.stderr.isTTY ? createLogUpdate(process.stderr, { showCursor: true }) : null;
  let shown = false;
  const status = (line: string | null) => {
    // Cut to the terminal's width: a line that wraps could not be taken away again.
    if (line !== null) update?.(line.slice(0, (process.stderr.columns || 80) - 1));
    else if (shown) update?.clear();
    shown = line !== null;
  };
  const stream = (of: NodeJS.WriteStream) => {
    // A reader that has seen enough (`| head`) is no error: the rest goes nowhere, and the exit code stays true.
    let open = true;
    of.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      open = false;
    });
    return {
      isTTY: of.isTTY === true,
      // A terminal that does not know its size says 0.
      columns: of.columns || undefined,
      write(text: string) {
        status(null);
        if (open) of.write(text);
      },
    };
  };
  return {
    stdout: stream(process.stdout),
    stderr: stream(process.stderr),
    status,
    env: process.env,
    cwd: process.cwd(),
  };
}
