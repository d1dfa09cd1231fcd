/** A thread that does the jobs of a pool, one after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { type Job, JobBench } from "./jobs.js";
import type { JobThreadData, JobThreadMessage } from "./thread-worker.js";

const { cwd, env, stdout, interrupts, share }: JobThreadData = workerData;

function tell(message: JobThreadMessage): void {
  parentPort?.postMessage(message);
}

const bench = new JobBench({
  cwd,
  env,
  stdout,
  share,
  interrupted: () => Atomics.load(interrupts, 0) > 0,
});

parentPort?.on("message", async (job: Job) => {
  tell({ kind: "done", answer: await bench.do(job, (progress) => tell({ kind: "progress", progress })) });
});
