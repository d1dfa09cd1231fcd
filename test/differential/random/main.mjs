#!/usr/bin/env node
/**
 * Compares Quiesce with TLC on random modules: verdict, and for completed searches the numbers of distinct and
 * generated states and the depth; for violated ones the length of the trace.
 *
 *   npm run build
 *   TLC="java -cp tla2tools.jar tlc2.TLC" node test/differential/random/main.mjs [--count N] [--seed S] [--keep FOLDER]
 *
 * With BATCH instead of TLC, the command is started once and answers one line for each line it is given:
 * `config TAB module` (paths), then `exit TAB generated TAB distinct TAB depth TAB states of the trace TAB error`, with -
 * for what there is none of. Modules on which the two disagree are kept in the folder. Exits 1 if there are any.
 * Run by hand: it needs Java.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { randomModule } from "./module.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const { check } = await import(process.env.QUIESCE ?? join(root, "dist/src/index.js"));
const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    keep: { type: "string" },
    print: { type: "boolean", default: false },
  },
});

/** What TLC says of a model. */
function oracle() {
  const { BATCH, TLC } = process.env;
  if (BATCH) {
    const child = spawn(BATCH, [], { stdio: ["pipe", "pipe", "ignore"] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return {
      async ask(config, module) {
        child.stdin.write(`${config}\t${module}\n`);
        const { value, done } = await lines.next();
        if (done) throw new Error("the batch command has ended");
        const [exit, generated, distinct, depth, trace, error] = value.split("\t");
        const number = (text) => (text === "-" ? null : Number(text));
        return { exit: Number(exit), generated: number(generated), distinct: number(distinct), depth: number(depth), trace: number(trace), error };
      },
      end: () => child.stdin.end(),
    };
  }
  if (!TLC) {
    console.error("set TLC to the command that runs TLC, or BATCH to one that answers for many models");
    process.exit(2);
  }
  const [command, ...before] = TLC.split(/\s+/);
  return {
    async ask(config, module) {
      const args = [...before, "-workers", "1", "-noGenerateSpecTE", "-config", basename(config), basename(module)];
      const { status, stdout } = spawnSync(command, args, { cwd: dirname(module), encoding: "utf8" });
      const counts = /([\d,]+) states generated, ([\d,]+) distinct states found/.exec(stdout);
      const depth = /depth of the complete state graph search is (\d+)/.exec(stdout);
      const number = (text) => (text === undefined ? null : Number(text.replaceAll(",", "")));
      const trace = (stdout.match(/^State \d+: /gm) ?? []).length;
      const error = /^Error: .*/m.exec(stdout)?.[0] ?? "";
      return { exit: status, generated: number(counts?.[1]), distinct: number(counts?.[2]), depth: number(depth?.[1]), trace, error };
    },
    end: () => {},
  };
}

const EXIT = { ok: 0, assumption: 10, deadlock: 11, invariant: 12, action: 13, liveness: 13, assert: 14 };

/** What Quiesce says of a model. */
async function own(name, { module, config }) {
  try {
    const { result } = await check({ name: `${name}.tla`, text: module, config: { name: `${name}.cfg`, text: config }, });
    const { verdict, states, violations } = result;
    const error = violations[0]?.error;
    return { exit: EXIT[verdict] ?? "error", ...states, trace: violations[0]?.trace.length ?? 0, error: error ? `${error.code} ${error.message}` : "" };
  } catch (thrown) {
    if (thrown.diagnostics === undefined) return { exit: "crash", error: String(thrown.stack) };
    const [first] = thrown.diagnostics.filter(({ severity }) => severity === "error");
    return { exit: "refused", error: `${first.code} ${first.message}` };
  }
}

/** What the two differ in; null if they agree. */
function difference(ours, theirs) {
  // All of TLC's ways of saying that a formula has no value are one.
  const exit = (theirs.exit >= 75 && theirs.exit <= 77) || theirs.exit === 255 ? "error" : theirs.exit;
  if (ours.exit !== exit) return `exit ${ours.exit} (${ours.error}), TLC ${theirs.exit} (${theirs.error})`;
  const keys = exit === 0 ? ["distinct", "generated", "depth"] : exit === "error" ? [] : ["trace"];
  // TLC does not number the state of a trace that has just one.
  const found = keys.filter((key) => ours[key] !== (key === "trace" ? Math.max(1, theirs.trace) : theirs[key]));
  return found.length === 0 ? null : found.map((key) => `${key} ${ours[key]}, TLC ${theirs[key]}`).join("; ");
}

const keep = options.keep ?? mkdtempSync(join(tmpdir(), "quiesce-random-"));
mkdirSync(keep, { recursive: true });
const tlc = oracle();
let passed = 0;
let failed = 0;
const outcomes = new Map();
for (let i = 0; i < Number(options.count); i++) {
  const seed = Number(options.seed) + i;
  const name = `Random${seed}`;
  const text = randomModule(seed, name);
  const [module, config] = [join(keep, `${name}.tla`), join(keep, `${name}.cfg`)];
  writeFileSync(module, text.module);
  writeFileSync(config, text.config);
  const [ours, theirs] = [await own(name, text), await tlc.ask(config, module)];
  outcomes.set(theirs.exit, (outcomes.get(theirs.exit) ?? 0) + 1);
  const differs = difference(ours, theirs);
  if (differs === null) {
    passed++;
    rmSync(module);
    rmSync(config);
  } else {
    failed++;
    console.log(`${module}: ${differs.slice(0, 600)}`);
  }
}
tlc.end();
console.log(`seeds ${options.seed} to ${Number(options.seed) + Number(options.count) - 1}; TLC's exit codes: ${[...outcomes].map(([exit, count]) => `${exit}: ${count}`).join(", ")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
