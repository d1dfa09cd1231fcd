/** What a search sees of the world while it runs: the clock, the memory, whether the user wants to stop. */
import type { Host } from "./host.js";
import type { Stop } from "./result.js";

/** Milliseconds between two pauses. */
const PAUSE = 150;

/** Tells when it is time to pause, and when to stop. */
export class Watch {
  private readonly started: number;
  private readonly deadline: number;
  private nextPause: number;
  private asked = false;

  /** @param timeoutSeconds the time to stop after; none if not given */
  constructor(
    private readonly host: Host,
    private readonly timeoutSeconds: number | undefined,
  ) {
    this.started = host.now();
    this.deadline = this.started + (timeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000;
    this.nextPause = this.started + PAUSE;
  }

  /** Milliseconds since the start. */
  elapsed(): number {
    return this.host.now() - this.started;
  }

  /** Notes that the spec asked for an end; the next pause, which is due at once, will tell. */
  end(): void {
    this.asked = true;
  }

  /** Whether it is time for a pause. */
  due(): boolean {
    return this.asked || this.host.now() >= this.nextPause;
  }

  /** Why to stop right now, in the midst of a state; null: go on. */
  glance(): Stop | null {
    if (this.host.interrupted) return { kind: "interrupted" };
    return this.host.now() >= this.deadline ? { kind: "timeout", seconds: this.timeoutSeconds! } : null;
  }

  /** Why to stop after a pause, the memory looked at too; null: go on until the next one. */
  stop(): Stop | null {
    const memory = this.host.memory();
    const stop = this.glance();
    if (stop !== null) return stop;
    if (this.asked) return { kind: "exit" };
    if (memory.used > memory.limit) return { kind: "memory" };
    this.nextPause = this.host.now() + PAUSE;
    return null;
  }
}
