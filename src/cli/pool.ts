/**
 * A pool of workers. Jobs are plain data and are begun in the order given; each one ends in one way or another, and a
 * job that never ends, or takes its worker with it, is told as such while the others go on.
 */
import type { Progress } from "../explore/host.js";
import { PATIENCE, patienceFor } from "./deadline.js";

/** Milliseconds between two looks at whether the user wants to stop. */
const LOOK = 50;

/** Does one job after the other, where it does not keep this thread from working: in a thread of its own. */
export interface JobWorker<Job, Answer> {
  /** Begins a job. There is none at work: the listener heard of the end of the one before. */
  begin(job: Job, listener: JobListener<Answer>): void;
  /** Ends the worker, whatever it is doing. It is not used again. */
  end(): void;
}

/** Hears of one job. After `done` or `died` it hears nothing more. */
export interface JobListener<Answer> {
  /** How far it is; null: it begins, and from now on its time counts. */
  progress(progress: Progress | null): void;
  done(answer: Answer): void;
  /** The worker is no more. */
  died(of: "memory" | "error", message: string): void;
}

/** What became of a job. `progress` is the last that was heard of it; null: nothing. */
export type Fate<Answer> =
  | { readonly kind: "done"; readonly answer: Answer }
  /** It had to be ended, after so many seconds, or (by an interrupt) was never begun. */
  | {
      readonly kind: "ended";
      readonly by: "timeout" | "interrupted";
      readonly begun: boolean;
      readonly progress: Progress | null;
      readonly seconds: number;
    }
  | {
      readonly kind: "died";
      readonly of: "memory" | "error";
      readonly message: string;
      readonly progress: Progress | null;
      readonly seconds: number;
    };

/** A job at work. */
export interface JobUnderway<Job> {
  readonly job: Job;
  readonly progress: Progress | null;
}

export interface PoolOptions {
  /** Jobs at work at the same time, at most. */
  readonly size: number;
  /**
   * How often the user asked to stop. From the first time on no job is begun, and those at work, which ask the same,
   * have a short while to end by themselves; from the second on they are ended at once.
   */
  readonly interrupts: () => number;
  /** Called where there is news of some job. */
  readonly onNews?: (() => void) | undefined;
}

interface Task<Job, Answer> {
  readonly job: Job;
  readonly timeoutSeconds: number | null;
  readonly settle: (fate: Fate<Answer>) => void;
}

/** Has jobs done by workers, several at the same time. */
export class Pool<Job, Answer> {
  /** Jobs given so far. */
  all = 0;
  /** Jobs that have ended. */
  done = 0;
  private readonly waiting: Task<Job, Answer>[] = [];
  private readonly idle: JobWorker<Job, Answer>[] = [];
  private readonly running = new Set<Running<Job, Answer>>();
  private watch: ReturnType<typeof setInterval> | null = null;

  /** @param start makes a worker; called when a job needs one, and again when one is no more */
  constructor(
    private readonly start: () => JobWorker<Job, Answer>,
    private readonly options: PoolOptions,
  ) {}

  /**
   * Has a job done. Never rejects.
   * @param timeoutSeconds what the job allows itself; one that goes on for long after that is ended
   */
  run(job: Job, timeoutSeconds: number | null): Promise<Fate<Answer>> {
    this.all++;
    return new Promise((settle) => {
      this.waiting.push({ job, timeoutSeconds, settle });
      this.watch ??= setInterval(() => this.look(), LOOK);
      this.next();
    });
  }

  /** The jobs at work, those begun first first. */
  get underway(): readonly JobUnderway<Job>[] {
    return [...this.running].map(({ task, progress }) => ({ job: task.job, progress }));
  }

  /** Ends the workers; called when every job has ended, or when nobody waits for them any more. */
  close(): void {
    this.waiting.splice(0);
    for (const running of [...this.running]) running.interrupt(0);
    for (const worker of this.idle.splice(0)) worker.end();
    this.rest();
  }

  private next(): void {
    if (this.options.interrupts() > 0) {
      for (const { settle } of this.waiting.splice(0)) {
        this.done++;
        settle({ kind: "ended", by: "interrupted", begun: false, progress: null, seconds: 0 });
      }
    }
    while (this.running.size < this.options.size) {
      const task = this.waiting.shift();
      if (task === undefined) break;
      const worker = this.workerFor(task);
      if (worker === null) continue;
      const running = new Running(task, worker, this.options.onNews, (alive) => {
        this.running.delete(running);
        this.done++;
        if (alive) this.idle.push(running.worker);
        this.options.onNews?.();
        this.next();
      });
      this.running.add(running);
      running.begin();
    }
    this.rest();
  }

  /** A worker for a job; null: none can be made, and so the job has died. */
  private workerFor({ settle }: Task<Job, Answer>): JobWorker<Job, Answer> | null {
    try {
      return this.idle.pop() ?? this.start();
    } catch (thrown) {
      this.done++;
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      settle({ kind: "died", of: "error", message, progress: null, seconds: 0 });
      return null;
    }
  }

  /** Looks whether the user wants to stop. */
  private look(): void {
    const times = this.options.interrupts();
    if (times === 0) return;
    this.next();
    for (const running of [...this.running]) running.interrupt(times > 1 ? 0 : PATIENCE);
  }

  /** Without jobs there is nothing to look at. */
  private rest(): void {
    if (this.watch === null || this.running.size > 0 || this.waiting.length > 0) return;
    clearInterval(this.watch);
    this.watch = null;
  }
}

/** One job with the worker that does it, and the clock beside them. */
class Running<Job, Answer> {
  progress: Progress | null = null;
  private readonly begun = performance.now();
  private told = this.begun;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private interrupted: number | null = null;
  private over = false;

  constructor(
    readonly task: Task<Job, Answer>,
    readonly worker: JobWorker<Job, Answer>,
    private readonly onNews: (() => void) | undefined,
    /** Called at the end, with whether the worker can do another job. */
    private readonly leave: (alive: boolean) => void,
  ) {}

  begin(): void {
    this.worker.begin(this.task.job, {
      progress: (progress) => {
        if (this.over) return;
        this.progress = progress;
        this.told = performance.now();
        this.setTimer();
        this.onNews?.();
      },
      done: (answer) => this.finish({ kind: "done", answer }, true),
      died: (of, message) => this.finish({ kind: "died", of, message, ...this.known() }, false),
    });
  }

  /** The user wants to stop: ends the job unless it ends by itself within so many milliseconds of the first time. */
  interrupt(patience: number): void {
    this.interrupted ??= performance.now();
    if (performance.now() - this.interrupted >= patience) this.end("interrupted");
  }

  private end(by: "timeout" | "interrupted"): void {
    if (this.over) return;
    this.worker.end();
    this.finish({ kind: "ended", by, begun: true, ...this.known() }, false);
  }

  private finish(fate: Fate<Answer>, alive: boolean): void {
    // What it says after it was ended comes too late.
    if (this.over) return;
    this.over = true;
    clearTimeout(this.timer);
    this.task.settle(fate);
    this.leave(alive);
  }

  /** Sets the clock: a search that looks at its own one has ended before this rings. */
  private setTimer(): void {
    clearTimeout(this.timer);
    const left = patienceFor(this.task.timeoutSeconds, this.progress);
    if (left !== null) this.timer = setTimeout(() => this.end("timeout"), left);
  }

  private known(): { readonly progress: Progress | null; readonly seconds: number } {
    const since = performance.now() - (this.progress === null ? this.begun : this.told);
    return { progress: this.progress, seconds: ((this.progress?.elapsed ?? 0) + since) / 1000 };
  }
}
