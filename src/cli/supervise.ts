/**
 * The main thread. The work is done in another one, for three reasons: an interrupt is noticed at once, even in the
 * midst of an evaluation; the stack can be large, so that specs may recurse deeply; and where the memory does not
 * suffice, that ends the work but not the program, which can still say so.
 */
import { getHeapStatistics } from "node:v8";
import { Worker } from "node:worker_threads";
import { createLogUpdate } from "log-update";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";
import type { ThreadData, ThreadMessage } from "./thread.js";

const STACK_MB = 64;

/** Milliseconds after an interrupt in which a search usually has reported. */
const PATIENCE = 2000;

/** Runs the program on its arguments in a thread of its own. Gives the exit code. */
export async function supervise(argv: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  const { stdout, stderr, env, cwd } = terminal;
  const interrupts = new Int32Array(new SharedArrayBuffer(4));
  const data: ThreadData = {
    argv,
    stdout: { isTTY: stdout.isTTY, columns: stdout.columns },
    stderr: { isTTY: stderr.isTTY, columns: stderr.columns },
    env: { ...env },
    cwd,
    interrupts,
  };
  process.on("SIGINT", () => {
    // The first one asks the search to stop and report; who asks twice does not want to wait.
    if (Atomics.add(interrupts, 0, 1) > 0) process.exit(EXIT.interrupted.code);
    const hint = () => terminal.stderr.write("still evaluating; another Ctrl-C ends the program at once\n");
    if (stderr.isTTY) setTimeout(hint, PATIENCE).unref();
  });
  const worker = new Worker(new URL("./thread.js", import.meta.url), {
    workerData: data,
    resourceLimits: {
      stackSizeMb: STACK_MB,
      maxOldGenerationSizeMb: Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20),
    },
  });
  return new Promise((resolve) => {
    worker.on("message", (message: ThreadMessage) => {
      switch (message.kind) {
        case "stdout":
        case "stderr":
          terminal[message.kind].write(message.text);
          return;
        case "status":
          terminal.status(message.line);
          return;
        case "end":
          resolve(message.exitCode);
          return;
        default:
          message satisfies never;
      }
    });
    worker.on("error", (error: Error) => {
      terminal.status(null);
      resolve(died(error, argv, terminal));
    });
  });
}

/** The thread ended before its time. */
async function died(error: Error, argv: readonly string[], terminal: Terminal): Promise<number> {
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
function processTerminal(): Terminal {
  // The cursor stays: an interrupt must not leave a terminal without one.
  const update = process.stderr.isTTY ? createLogUpdate(process.stderr, { showCursor: true }) : null;
  let shown = false;
  const status = (line: string | null) => {
    if (line !== null) update?.(line);
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
    interrupted: () => false,
  };
}
