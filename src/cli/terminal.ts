/** The program's surroundings: streams, environment, interrupts, threads. Tests hand in their own. */
import type { Answer, Job } from "./jobs.js";
import type { JobWorker } from "./pool.js";
import type { Underway } from "./underway.js";

/** Where text goes. */
export interface Stream {
  /** Whether a person looks at it. */
  readonly isTTY: boolean;
  /** Characters in a line; undefined if unknown. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** All that the program sees of the outside, but for files. */
export interface Terminal {
  /** Results. */
  readonly stdout: Stream;
  /** Progress and errors. */
  readonly stderr: Stream;
  /** Shows a line on standard error in place of the one shown before; null takes it away. Only on a terminal. */
  status(line: string | null): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The directory that relative paths start from. */
  readonly cwd: string;
  /** How often the user asked to stop; asked often, also in the midst of an evaluation. */
  interrupts(): number;
  /** Tells what is being done, in case that it has to be ended from outside; null: nothing. */
  underway(work: Underway | null): void;
  /** Starts a worker for jobs, one of so many at most. */
  startWorker(of: number): JobWorker<Job, Answer>;
  /** How many workers this machine can keep busy. */
  readonly cores: number;
}
