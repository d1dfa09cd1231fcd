/** The thread that does the work: everything that it has to tell goes to the main thread as messages. */
import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { main } from "./program.js";
import type { Stream, Terminal } from "./terminal.js";
import { threadWorker } from "./thread-worker.js";
import type { Underway } from "./underway.js";

/** What the main thread hands over. */
export interface ThreadData {
  readonly argv: readonly string[];
  readonly stdout: Omit<Stream, "write">;
  readonly stderr: Omit<Stream, "write">;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** One shared number: how many interrupts there were. */
  readonly interrupts: Int32Array;
}

/** What this thread tells. */
export type ThreadMessage =
  | { readonly kind: "stdout" | "stderr"; readonly text: string }
  | { readonly kind: "status"; readonly line: string | null }
  | { readonly kind: "underway"; readonly work: Underway | null }
  | { readonly kind: "end"; readonly exitCode: number };

const data: ThreadData = workerData;

function tell(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

const terminal: Terminal = {
  stdout: { ...data.stdout, write: (text) => tell({ kind: "stdout", text }) },
  stderr: { ...data.stderr, write: (text) => tell({ kind: "stderr", text }) },
  status: (line) => tell({ kind: "status", line }),
  env: data.env,
  cwd: data.cwd,
  interrupts: () => Atomics.load(data.interrupts, 0),
  underway: (work) => tell({ kind: "underway", work }),
  startWorker: (of) =>
    threadWorker({
      stdout: data.stdout,
      env: data.env,
      cwd: data.cwd,
      interrupts: data.interrupts,
      share: 1 / of,
    }),
  cores: availableParallelism(),
};

tell({ kind: "end", exitCode: await main(data.argv, terminal) });
