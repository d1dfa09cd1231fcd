/** A terminal in memory, and a directory of its own, for tests of the command line. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
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
  /** Asked whether the user wants to stop. */
  readonly interrupted?: () => boolean;
}

/** Runs the program in this process. */
export async function quiesce(argv: readonly string[], settings: RunSettings = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const status: (string | null)[] = [];
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
    interrupted: settings.interrupted ?? (() => false),
    underway: () => {},
    resume: null,
  };
  const code = await main(argv, terminal);
  return { code, stdout: out.join(""), stderr: err.join(""), status };
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
Heavy == x = {s \\in SUBSET (1..40) : s # {}}
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
