import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Fate, type JobListener, type JobWorker, Pool } from "../../src/cli/pool.js";
import type { Progress } from "../../src/explore/host.js";

/** Workers that do what the test says, when it says it. */
class Workshop {
  readonly begun: string[] = [];
  readonly ended: string[] = [];
  started = 0;
  private readonly listeners = new Map<string, JobListener<string>>();

  start(): JobWorker<string, string> {
    const name = `worker ${++this.started}`;
    return {
      begin: (job, listener) => {
        this.begun.push(job);
        this.listeners.set(job, listener);
      },
      end: () => this.ended.push(name),
    };
  }

  of(job: string): JobListener<string> {
    return this.listeners.get(job)!;
  }
}

const progress = (elapsed: number, distinct = 7): Progress => ({
  initial: 1,
  generated: 9,
  distinct,
  depth: 2,
  queue: 0,
  violated: [],
  replaying: false,
  elapsed,
  memory: 0,
});

let interrupts = 0;
let shop: Workshop;
let pool: Pool<string, string>;

function fresh(size: number): void {
  interrupts = 0;
  shop = new Workshop();
  pool = new Pool(() => shop.start(), { size, interrupts: () => interrupts });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a pool", () => {
  test("begins jobs in order, so many at a time, with as few workers as suffice", async () => {
    fresh(2);
    const [a, b, c] = ["a", "b", "c"].map((job) => pool.run(job, null));
    expect(shop.begun).toEqual(["a", "b"]);
    expect(pool.underway).toEqual([
      { job: "a", progress: null },
      { job: "b", progress: null },
    ]);
    shop.of("b").done("B");
    expect(await b).toEqual({ kind: "done", answer: "B" });
    expect(shop.begun).toEqual(["a", "b", "c"]);
    shop.of("c").done("C");
    shop.of("a").done("A");
    expect([await a, await c]).toEqual([
      { kind: "done", answer: "A" },
      { kind: "done", answer: "C" },
    ]);
    expect(shop.started).toBe(2);
    pool.close();
    expect(shop.ended).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("goes on where no worker can be made", async () => {
    fresh(1);
    pool = new Pool(
      () => {
        if (shop.started++ === 0) throw new Error("no more threads");
        return shop.start();
      },
      { size: 1, interrupts: () => 0 },
    );
    const a = pool.run("a", null);
    const b = pool.run("b", null);
    expect(await a).toEqual({
      kind: "died",
      of: "error",
      message: "no more threads",
      progress: null,
      seconds: 0,
    });
    shop.of("b").done("B");
    expect(await b).toEqual({ kind: "done", answer: "B" });
  });

  test("ends its workers where nobody waits for them any more", async () => {
    fresh(1);
    const a = pool.run("a", null);
    void pool.run("b", null);
    pool.close();
    expect(shop.ended).toEqual(["worker 1"]);
    expect(await a).toMatchObject({ kind: "ended", by: "interrupted" });
    expect(shop.begun).toEqual(["a"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("starts no worker that has nothing to do", async () => {
    fresh(8);
    const only = pool.run("only", null);
    shop.of("only").done("x");
    await only;
    expect(shop.started).toBe(1);
  });

  test("ends a job that goes on for long after its time, and goes on with the next in a new worker", async () => {
    fresh(1);
    const endless = pool.run("endless", 10);
    const next = pool.run("next", 10);
    // As long as its worker starts, no time is lost.
    await vi.advanceTimersByTimeAsync(60_000);
    shop.of("endless").progress(null);
    await vi.advanceTimersByTimeAsync(8000);
    // The search begins: it has its 10 seconds from here on.
    shop.of("endless").progress(progress(1000));
    await vi.advanceTimersByTimeAsync(9000);
    expect(shop.begun).toEqual(["endless"]);
    await vi.advanceTimersByTimeAsync(2001);
    expect(await endless).toEqual({
      kind: "ended",
      by: "timeout",
      begun: true,
      progress: progress(1000),
      seconds: expect.closeTo(12, 1),
    });
    expect(shop.ended).toEqual(["worker 1"]);
    // What it says now comes too late.
    shop.of("endless").done("late");
    expect(shop.begun).toEqual(["endless", "next"]);
    shop.of("next").done("N");
    expect(await next).toEqual({ kind: "done", answer: "N" });
    expect(shop.started).toBe(2);
  });

  test("goes on with the others when a worker dies", async () => {
    fresh(1);
    const [heavy, light] = [pool.run("heavy", null), pool.run("light", null)];
    shop.of("heavy").progress(progress(5));
    shop.of("heavy").died("memory", "out of memory");
    expect(await heavy).toMatchObject({ kind: "died", of: "memory", progress: { distinct: 7 } });
    shop.of("light").done("L");
    expect(await light).toEqual({ kind: "done", answer: "L" });
    expect(shop.started).toBe(2);
    pool.close();
    expect(shop.ended).toEqual(["worker 2"]);
  });

  test("at an interrupt begins nothing more, and lets those at work report", async () => {
    fresh(2);
    const jobs = ["slow", "stuck", "waiting"].map((job) => pool.run(job, null));
    interrupts = 1;
    await vi.advanceTimersByTimeAsync(100);
    expect(await jobs[2]).toEqual({
      kind: "ended",
      by: "interrupted",
      begun: false,
      progress: null,
      seconds: 0,
    });
    shop.of("slow").done("so far");
    expect(await jobs[0]).toEqual({ kind: "done", answer: "so far" });
    await vi.advanceTimersByTimeAsync(2100);
    expect(await jobs[1]).toMatchObject({ kind: "ended", by: "interrupted" });
    expect(shop.begun).toEqual(["slow", "stuck"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("at a second interrupt ends everything at once", async () => {
    fresh(2);
    const fates: Fate<string>[] = [];
    for (const job of ["a", "b"]) pool.run(job, null).then((fate) => fates.push(fate));
    interrupts = 2;
    await vi.advanceTimersByTimeAsync(50);
    expect(fates.map(({ kind }) => kind)).toEqual(["ended", "ended"]);
    expect(shop.ended).toHaveLength(2);
  });

  test("tells that there is news", () => {
    interrupts = 0;
    shop = new Workshop();
    let news = 0;
    pool = new Pool(() => shop.start(), { size: 1, interrupts: () => 0, onNews: () => news++ });
    void pool.run("a", null);
    shop.of("a").progress(progress(100, 50));
    expect(news).toBe(1);
    expect(pool.underway[0]!.progress?.distinct).toBe(50);
    shop.of("a").done("A");
    expect(news).toBe(2);
  });
});
