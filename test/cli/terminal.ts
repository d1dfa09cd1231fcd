/** A terminal in memory, and a directory of its own, for tests of the command line. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll } from "vitest";
import { type Answer, type Job, JobBench } from "../../src/cli/jobs.js";
import type { JobWorker } from "../../src/cli/pool.js";
import { main } from "../../src/cli/program.js";
import type { Stream, Terminal } from "../../src/cli/terminal.js";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The status lines shown; null where one was taken away. */
  readonly status: readonly (string | null)[];
}

export interface RunSettings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly tty?: boolean;
  /** Asked whether the user wants to stop, who sees these status lines. */
  readonly interrupted?: (status: readonly (string | null)[]) => boolean;
}

/** Runs the program in this process. */
export async function quiesce(argv: readonly string[], settings: RunSettings = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const status: (string | null)[] = [];
  let workers = 0;
  const stream = (texts: string[]): Stream => ({
    isTTY: settings.tty ?? false,
    columns: 80,
    write: (text) => texts.push(text),
  });
  const terminal: Terminal = {
    stdout: stream(out),
    stderr: stream(err),
    env: settings.env ?? {},
    cwd: settings.cwd ?? process.cwd(),
    status: (line) => status.push(line),
    interrupts: () => (settings.interrupted?.(status) ? 1 : 0),
    underway: () => {},
    startWorker: () => localWorker(terminal, ++workers),
    cores: 1,
  };
  const code = await main(argv, terminal);
  return { code, stdout: out.join(""), stderr: err.join(""), status };
}

/** A worker in this thread. The first ones take their time, so that jobs begun later end earlier. */
function localWorker(terminal: Terminal, number: number): JobWorker<Job, Answer> {
  const { stdout, env, cwd } = terminal;
  const bench = new JobBench({ stdout, env, cwd, share: 1, interrupted: () => terminal.interrupts() > 0 });
  let ended = false;
  return {
    async begin(job, listener) {
      for (let wait = number; wait < 5; wait++) await setImmediate();
      const answer = await bench.do(job, (progress) => {
        if (!ended) listener.progress(progress);
      });
      if (!ended) listener.done(answer);
    },
    end() {
      ended = true;
    },
  };
}

/** A fresh directory with these files; it is removed when the tests of the file are over. */
export function directory(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = mkdtempSync(join(tmpdir(), "quiesce-test-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** A module with a counter from 0 to `MAX`, where `MAX` is what the tests' configurations are about. */
export const COUNTER = `---- MODULE Counter ----
EXTENDS Naturals, TLC
CONSTANT MAX
VARIABLE x
Init == x = 0
Up == x < MAX /\\ x' = x + 1
Down == x > 0 /\\ x' = x - 1
Next == Up \\/ Down
Small == x <= 3
Checked == Assert(x < 2, "too high")
Stop == Up /\\ Checked
Broken == x' = x + "one"
Unbounded == x' = x + 1
Escapes == x = 0 /\\ PrintT("\x1b[2J\x9bmholds")
Heavy == x = {<<s, t>> : s, t \\in 1..990}
RECURSIVE Sum(_)
Sum(n) == IF n = 0 THEN 0 ELSE n + Sum(n - 1)
RECURSIVE Endless(_)
Endless(n) == IF n < 2 THEN 1 ELSE Endless(n - 1) + Endless(n - 2)
Hang == x' = IF x = 2 THEN Endless(90) ELSE x + 1
NotTwo == x # 2
Deep == x = IF Sum(MAX) > 0 THEN 0 ELSE 1
====
`;

/** Two processes that read, then write: an update is lost. */
export const LOST_UPDATE = `spec lost_update
extends Naturals

const LAST = 2
var total = 0
var finished = 0

process worker \\in 1..2
  var seen = 0
{
  read "seen = total": seen := total;
  write "total = seen + 1":
    total := seen + 1;
    finished := finished + 1;
}

invariant NothingLost == finished = 2 => total = LAST
invariant Bounded == total <= 2
reachable BothDone == finished = 2

scenario greedy "wants more than there is" { const LAST = 3 }

patch atomic "both in one step" {
  replace worker.read { read "lock": skip; }
  replace worker.write { write "total++": total := total + 1; finished := finished + 1; }
}

expect default: violates NothingLost
expect default with atomic: holds
expect greedy with atomic: violates NothingLost
expect every with atomic: Bounded holds
expect default: reaches BothDone
`;

/** Each of two CPUs stores one word and loads the other; under tso both loads may miss both stores. */
export const STORE_BUFFERING = `spec store_buffering
extends Naturals
kernel "v6.12"

shared var x = 0, y = 0

process left = 0 from "kernel/left.c:left" var r = 2 {
  store "WRITE_ONCE(x, 1)": x := 1;
  load "r = READ_ONCE(y)" from "include/compiler.h:READ_ONCE": r := y;
}

process right = 1 var r = 2 {
  store "WRITE_ONCE(y, 1)": y := 1;
  load "r = READ_ONCE(x)": r := x;
}

invariant OneIsSeen == left.r + right.r # 0
reachable BothDone == left.r # 2 /\\ right.r # 2

patch one_fence "a barrier on one side" { after left.store { mb "smp_mb()": fence; } }
patch fences "a barrier on both sides" on one_fence { after right.store { mb "smp_mb()": fence; } }

run lost "both loads miss" == {
  left.store; right.store; left.load; right.load;
  assert left.r + right.r = 0
}

run seen == { left.store; memory[0].flush; right.store; right.load; assert right.r = 1 }

expect default memory sc: holds
expect default memory tso, weak: violates OneIsSeen
expect default with fences memory tso, weak: holds
expect default memory tso: runs lost
`;
