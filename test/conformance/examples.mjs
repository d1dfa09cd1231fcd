#!/usr/bin/env node
/**
 * Runs the models of tlaplus/Examples and compares with what TLC says of them: exit code, and for completed searches
 * the numbers of distinct and generated states and the depth.
 *
 *   npm run build
 *   node test/conformance/examples.mjs FOLDER [--only TEXT] [--skip TEXT] [--timeout SECONDS] [--jobs N] [--markdown FILE]
 *
 * FOLDER is a checkout of https://github.com/tlaplus/Examples. What TLC says is in figures.tsv; where the repository's
 * own manifests give exact counts, these have to agree with it. differences.tsv has the models that differ for a
 * reason, and the reason; a model that is listed there and does not differ is a failure, so that the list stays true.
 * Temporal properties are left out, as nothing answers them yet. Exits 1 if anything failed. Run by hand: it needs the
 * repository, and takes a good while.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const quiesce = process.env.QUIESCE ?? join(here, "../../dist/src/cli/main.js");
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    skip: { type: "string" },
    timeout: { type: "string", default: "600" },
    jobs: { type: "string", default: "1" },
    markdown: { type: "string" },
  },
});
const folder = positionals[0];
if (folder === undefined || !existsSync(join(folder, "specifications"))) {
  console.error("give the folder of a checkout of https://github.com/tlaplus/Examples");
  process.exit(2);
}

/** The lines of a table of tabs, without comments and the heading. */
function table(file) {
  const lines = readFileSync(join(here, file), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));
}

const number = (text) => (text === "-" || text === undefined ? null : Number(text));

/** What TLC says, by the configuration's path. */
const models = new Map(
  table("figures.tsv").map(([config, module, exit, distinct, generated, depth]) => [
    config,
    {
      config,
      module,
      exit: Number(exit),
      distinct: number(distinct),
      generated: number(generated),
      depth: number(depth),
    },
  ]),
);
const reasons = new Map(table("differences.tsv").map(([config, what, reason]) => [config, { what, reason }]));

const exits = {
  success: 0,
  "assumption failure": 10,
  "deadlock failure": 11,
  "safety failure": 12,
  "liveness failure": 13,
};

/** Completes and checks the figures with those of the manifests. */
function readManifests() {
  const specifications = join(folder, "specifications");
  for (const name of readdirSync(specifications)) {
    const manifest = join(specifications, name, "manifest.json");
    if (!existsSync(manifest)) continue;
    for (const module of JSON.parse(readFileSync(manifest, "utf8")).modules) {
      for (const model of module.models) {
        if (model.mode !== "exhaustive search" || model.distinctStates === undefined) continue;
        const known = models.get(model.path);
        const given = {
          config: model.path,
          module: module.path,
          exit: exits[model.result],
          distinct: model.distinctStates,
          generated: model.totalStates ?? null,
          depth: model.stateDepth ?? null,
        };
        if (known === undefined) models.set(model.path, given);
        else if (known.distinct !== null && known.distinct !== given.distinct)
          console.error(`${model.path}: the manifest says ${given.distinct} distinct states, not ${known.distinct}`);
      }
    }
  }
}

/** Checks one model. */
function check({ module, config }) {
  const args = [quiesce, "check", join(folder, module), "--config", join(folder, config)];
  // TLC lets a spec read the environment, and files.
  args.push("--safety-only", "--json", "--timeout", options.timeout, "--allow-env", "--allow-read", folder);
  const started = Date.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: dirname(resolve(folder, module)), stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.on("data", (data) => {
      out += data;
    });
    child.stderr.on("data", (data) => {
      err += data;
    });
    child.on("close", (exit) => {
      const seconds = (Date.now() - started) / 1000;
      try {
        const { verdict, states, violations, errors } = JSON.parse(out);
        const told = violations?.[0]?.error ?? errors?.[0];
        done({ exit, verdict, ...states, told: told && `${told.code} ${told.message}`, seconds });
      } catch {
        const told = `${out}\n${err}`.split("\n").filter((line) => /error|\[[A-Z]\d+\]/.test(line));
        done({ exit, verdict: "none", told: (told[0] ?? err).trim().slice(0, 160), seconds });
      }
    });
  });
}

/** What differs between the answer and the figures; empty if nothing does. */
function differences(model, answer) {
  const found = [];
  if (answer.exit !== model.exit) {
    found.push(`exit ${answer.exit}, TLC ${model.exit}`);
    if (answer.told) found.push(answer.told);
  } else if (model.exit === 0) {
    for (const key of ["distinct", "generated", "depth"]) {
      if (model[key] !== null && answer[key] !== model[key]) found.push(`${key} ${answer[key]}, TLC ${model[key]}`);
    }
  }
  return found.join("; ");
}

readManifests();
const wanted = [...models.values()].filter(
  ({ config }) => config.includes(options.only) && (options.skip === undefined || !new RegExp(options.skip).test(config)),
);
let passed = 0;
const failed = [];
const explained = [];
const shown = [];

async function work(queue) {
  for (let model = queue.shift(); model !== undefined; model = queue.shift()) {
    const { config } = model;
    const answer = await check(model);
    const difference = differences(model, answer);
    const reason = reasons.get(config);
    let verdict = "agrees";
    if (reason === undefined && difference === "") passed++;
    else if (reason === undefined) failed.push([config, (verdict = difference)]);
    else if (difference === "") failed.push([config, (verdict = `agrees, but is listed: ${reason.reason}`)]);
    else explained.push([config, (verdict = `${difference} (${reason.reason})`)]);
    const figures = [answer.exit, answer.distinct ?? "", answer.generated ?? "", answer.depth ?? ""];
    shown.push([config.replace("specifications/", ""), ...figures, answer.seconds.toFixed(1), verdict]);
    console.log(shown.at(-1).join("\t"));
  }
}

const queue = [...wanted];
await Promise.all(Array.from({ length: Number(options.jobs) }, () => work(queue)));

const list = (title, rows) => {
  if (rows.length === 0) return;
  console.log(`\n${title}:`);
  for (const [config, what] of rows) console.log(`  ${basename(config)} in ${dirname(config)}\n    ${what}`);
};
list("Differ for a reason", explained);
list("Failed", failed);
if (options.markdown !== undefined) {
  const heading = "| model | exit | distinct | generated | depth | seconds | compared with TLC |\n| --- | --- | --- | --- | --- | --- | --- |\n";
  const rows = shown.sort(([a], [b]) => (a < b ? -1 : 1)).map((row) => `| ${row.join(" | ")} |\n`);
  writeFileSync(options.markdown, heading + rows.join(""));
}
console.log(`\n${explained.length} differ for a stated reason`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
