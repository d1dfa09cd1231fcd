#!/usr/bin/env node
/**
 * Compares Quiesce with TLC on whole specs: exit code, the number of distinct and generated states and the depth of
 * completed searches, and the length of the counterexample of violated ones (TLC on one worker).
 *
 *   npm run build
 *   TLC="java -cp tla2tools.jar tlc2.TLC" node test/differential/compare.mjs [--markdown] [--record TSV]
 *     [FILE.tla|FILE.qsc|DIR]...
 *
 * A `.tla` is run with every `.cfg` beside it whose name is the module's, or begins with it and an underscore.
 * A `.qsc` is exported and run for the base and every patch, by the defaults and in every scenario, and if it shares
 * words of memory under each memory model.
 * Without arguments: specs/. With --record, what TLC says of the exports is written to a file, which
 * test/specs/exports.test.ts compares with. Exits 1 if anything differs. Run by hand: it needs Java and takes minutes.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const quiesce = join(root, "dist/src/cli/main.js");
const tlc = process.env.TLC;
if (!tlc) {
  console.error('set TLC to the command that runs TLC, e.g. TLC="java -cp tla2tools.jar tlc2.TLC"');
  process.exit(2);
}

const args = process.argv.slice(2);
const markdown = args.includes("--markdown");
const record = args.includes("--record") ? args[args.indexOf("--record") + 1] : null;
const paths = args.filter((arg) => !arg.startsWith("--") && arg !== record);
const recorded = ["spec\tscenario\tpatch\tmemory\texit\tdistinct\tgenerated\tdepth\ttrace"];
const scratch = mkdtempSync(join(tmpdir(), "quiesce-compare-"));

function run(command, argv, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, argv, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (error) throw error;
  return { status, stdout, stderr };
}

function runQuiesce(argv) {
  const { status, stdout, stderr } = run(process.execPath, [quiesce, "check", ...argv, "--json"], root);
  try {
    const { states, trace, verdict, seconds } = JSON.parse(stdout);
    return { exit: status, ...states, length: trace.length, complete: verdict === "ok", seconds };
  } catch {
    return { exit: status, failure: (stdout + stderr).split("\n").slice(0, 3).join(" ") };
  }
}

function runTlc(tla, cfg, extra = []) {
  const [command, ...before] = tlc.split(/\s+/);
  const started = Date.now();
  const { status, stdout } = run(
    command,
    [...before, "-workers", "1", "-noGenerateSpecTE", "-metadir", join(scratch, "states"), ...extra, "-config", cfg, tla],
    dirname(resolve(tla)),
  );
  const counts = /([\d,]+) states generated, ([\d,]+) distinct states found/.exec(stdout);
  const depth = /depth of the complete state graph search is (\d+)/.exec(stdout);
  const number = (text) => Number(text.replaceAll(",", ""));
  return {
    exit: status,
    generated: counts ? number(counts[1]) : null,
    distinct: counts ? number(counts[2]) : null,
    depth: depth ? number(depth[1]) : null,
    length: (stdout.match(/^State \d+: /gm) ?? []).length,
    seconds: (Date.now() - started) / 1000,
  };
}

const rows = [];
let different = 0;

function compare(name, ours, theirs) {
  const same = ours.exit === theirs.exit;
  const differences = [];
  if (!same) differences.push(`exit ${ours.exit} / ${theirs.exit}`);
  if (ours.failure) differences.push(ours.failure);
  if (same && ours.complete) {
    for (const key of ["distinct", "generated", "depth"]) {
      if (theirs[key] !== null && ours[key] !== theirs[key]) differences.push(`${key} ${ours[key]} / ${theirs[key]}`);
    }
  }
  if (same && !ours.complete && ours.exit >= 10 && ours.exit <= 14 && ours.length !== theirs.length) {
    differences.push(`trace ${ours.length} / ${theirs.length}`);
  }
  if (differences.length > 0) different++;
  const figures = ours.complete
    ? [ours.distinct, ours.generated, ours.depth, ""]
    : ["", "", "", ours.length || ""];
  const verdict = differences.join("; ") || "agrees";
  show([name, ours.exit, ...figures, ours.seconds?.toFixed(1), theirs.seconds.toFixed(1), verdict]);
}

function show(row) {
  rows.push(row);
  if (!markdown) console.log(row.join("\t"));
}

function compareTla(file) {
  const name = basename(file, ".tla");
  const configs = readdirSync(dirname(file)).filter(
    (other) => other.endsWith(".cfg") && (other === `${name}.cfg` || other.startsWith(`${name}_`)),
  );
  for (const config of configs.sort()) {
    const cfg = join(dirname(file), config);
    compare(config, runQuiesce([file, "--config", cfg]), runTlc(file, resolve(cfg)));
  }
}

async function compareQsc(file) {
  const { parse } = await import(join(root, "dist/src/index.js"));
  const { module } = parse(readFileSync(file, "utf8"), file);
  const named = (kind) => module.units.filter((unit) => unit.kind === kind).map((unit) => unit.name.name);
  const shares = module.units.some((unit) => unit.kind === "var" && unit.shared);
  const name = module.name.name;
  for (const scenario of [null, ...named("scenario")]) {
    for (const patch of [null, ...named("patch")]) {
      for (const memory of shares ? ["sc", "tso", "weak"] : [null]) {
        const options = [
          ...(scenario ? ["--scenario", scenario] : []),
          ...(patch ? ["--patch", patch] : []),
          ...(memory ? ["--memory", memory] : []),
        ];
        const title = [basename(file), scenario ?? "(defaults)", patch ?? "base", ...(memory ? [memory] : [])].join(" ");
        const out = mkdtempSync(join(scratch, "export-"));
        const exported = run(process.execPath, [quiesce, "export", file, ...options, "--out", out], root);
        if (exported.status !== 0) {
          // A library has no behaviour (P047), and without a scenario constants may be left open: no differences.
          if (exported.stderr.includes("P047")) return;
          if (scenario === null && exported.stderr.includes("scenario")) continue;
          different++;
          show([title, exported.status, "", "", "", "", "", "", exported.stderr.split("\n")[0]]);
          continue;
        }
        const theirs = runTlc(join(out, `${name}.tla`), join(out, `${name}.cfg`));
        compare(title, runQuiesce([file, ...options]), theirs);
        const { exit, distinct, generated, depth, length } = theirs;
        const figures = exit === 0 ? [distinct, generated, depth, "-"] : ["-", "-", "-", length];
        const variant = [scenario ?? "-", patch ?? "-", memory ?? "-"];
        recorded.push([relative(root, file), ...variant, exit, ...figures].join("\t"));
      }
    }
  }
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesOf(join(path, entry)))
    .filter((file) => file.endsWith(".tla") || file.endsWith(".qsc"));
}

const files = (paths.length > 0 ? paths : [join(root, "specs")]).flatMap((path) => filesOf(resolve(path)));
for (const file of files) {
  if (file.endsWith(".tla")) compareTla(file);
  else await compareQsc(file);
}
if (markdown) {
  console.log("| model | exit | distinct | generated | depth | trace | seconds | TLC's seconds | compared with TLC |");
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
}
if (record !== null) writeFileSync(record, `${recorded.join("\n")}\n`);
console.log(`\n${rows.length - different} agree, ${different} differ`);
rmSync(scratch, { recursive: true, force: true });
process.exitCode = different > 0 ? 1 : 0;
