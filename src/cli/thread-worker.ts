/** Workers of a pool that are threads. */
import { getHeapStatistics } from "node:v8";
import { Worker } from "node:worker_threads";
import type { Progress } from "../explore/host.js";
import { machineMemory } from "./host.js";
import type { Answer, Job } from "./jobs.js";
import type { JobListener, JobWorker } from "./pool.js";
import type { Stream } from "./terminal.js";

/** Megabytes of stack, so that specs may recurse deeply. */
export const STACK_MB = 64;

const ENDED = "the thread has ended";

/** What a thread is handed at its start. */
export interface JobThreadData {
  readonly stdout: Omit<Stream, "write">;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** One shared number: how many interrupts there were. */
  readonly interrupts: Int32Array;
  /** The part of the memory that this thread may use. */
  readonly share: number;
}

/** What a thread tells of its job. */
export type JobThreadMessage =
  | { readonly kind: "progress"; readonly progress: Progress | null }
  | { readonly kind: "done"; readonly answer: Answer };

/** Starts a thread that does jobs. */
export function threadWorker(data: JobThreadData): JobWorker<Job, Answer> {
  const megabytes = (bytes: number) => Math.floor(bytes / 2 ** 20);
  const worker = new Worker(new URL("./job-thread.js", import.meta.url), {
    workerData: data,
    resourceLimits: {
      stackSizeMb: STACK_MB,
      maxOldGenerationSizeMb: megabytes(
        Math.min(getHeapStatistics().heap_size_limit, machineMemory() * data.share),
      ),
    },
  });
  let listener: JobListener<Answer> | null = null;
  let ended = false;
  worker.on("message", (message: JobThreadMessage) => {
    const heard = listener;
    if (message.kind === "done") {
      listener = null;
      heard?.done(message.answer);
    } else heard?.progress(message.progress);
  });
  worker.on("error", (error: Error) => {
    const outOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    const heard = listener;
    listener = null;
    heard?.died(outOfMemory ? "memory" : "error", error.message);
  });
  // A thread may also end without an error, e.g. where what it runs ends it.
  worker.on("exit", () => {
    ended = true;
    const heard = listener;
    listener = null;
    heard?.died("error", ENDED);
  });
  return {
    begin(job, hears) {
      if (ended) {
        hears.died("error", ENDED);
        return;
      }
      listener = hears;
      worker.postMessage(job);
    },
    end() {
      listener = null;
      void worker.terminate();
    },
  };
}
