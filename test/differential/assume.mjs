#!/usr/bin/env node
/**
 * Compares what the corpus of expressions (test/eval/assume) says with TLC's answers, and with Quiesce's.
 *
 *   npm run build
 *   node test/differential/assume.mjs "java -cp tla2tools.jar tlc2.TLC" [--write] [--because REASON] [FILE.txt]...
 *
 * All cases of a text are put to TLC in one run, each inside an AssertError, so that an error ends that case alone.
 * With --write, cases without an answer get one if both agree; else the two answers are printed. With --because, those
 * that differ are written too, as differences that are meant, with the reason.
 * Exits 1 if anything differs. Run by hand: it needs Java.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CONFIG, corpusFiles, EXTENDS, moduleText, readCorpus } from "../eval/assume/cases.mjs";

const [tlc, ...rest] = process.argv.slice(2);
if (!tlc || tlc.startsWith("-")) {
  console.error('usage: node test/differential/assume.mjs "java -cp tla2tools.jar tlc2.TLC" [--write] [FILE.txt]...');
  process.exit(2);
}
const write = rest.includes("--write");
const because = rest.includes("--because") ? rest[rest.indexOf("--because") + 1] : null;
const named = rest.filter((arg) => !arg.startsWith("--") && arg !== because);
const dist = process.env.QUIESCE_DIST ?? fileURLToPath(new URL("../../dist/", import.meta.url));
const { createReferenceEvaluator } = await import(join(dist, "src/eval/reference.js"));
const { loadProgram } = await import(join(dist, "src/modules/load.js"));
const { parseConfig } = await import(join(dist, "src/modules/config.js"));
const { buildModel } = await import(join(dist, "src/semantics/build-model.js"));
const { Source } = await import(join(dist, "src/syntax/source.js"));

/** TLC's answers: the value as text, `error`, or `unknown` where it did not come that far. */
function askTlc(corpus) {
  const answers = corpus.cases.map(() => "unknown");
  for (let from = 0; from < answers.length; ) {
    const { status, stdout, lineOf } = runTlc(corpus, from);
    const given = new Map();
    for (const [, i, text] of stdout.matchAll(/^<<\s*"@@",\s*(\d+),\s*"((?:[^"\\]|\\.)*)"\s*>>$/gm)) {
      given.set(Number(i), text.replace(/\\(.)/gs, (_, c) => ({ n: "\n", t: "\t", r: "\r", f: "\f" })[c] ?? c));
    }
    // Some errors end the run in spite of AssertError: then the rest is asked in another one.
    const fatal = /^Error: Evaluating assumption line (\d+)/m.exec(stdout);
    const end = status === 0 ? answers.length : fatal === null ? from : lineOf.indexOf(Number(fatal[1])) + 1;
    for (let i = from; i < end; i++) answers[i] = given.get(i) ?? "error";
    if (end <= from) {
      console.log(`TLC on ${corpus.file}: exit ${status}\n${stdout.slice(-1500)}`);
      break;
    }
    from = end;
  }
  return answers;
}

/** Runs TLC on the cases from a certain one on. */
function runTlc(corpus, from) {
  const scratch = mkdtempSync(join(tmpdir(), "quiesce-assume-"));
  const units = corpus.cases.map(({ expression }, i) =>
    i < from ? "" : `ASSUME AssertError("", PrintT(<<"@@", ${i}, ToString(${expression})>>)) \\in BOOLEAN`,
  );
  const text = moduleText("M", `${EXTENDS}, TLCExt`, corpus, units);
  writeFileSync(join(scratch, "M.tla"), text);
  writeFileSync(join(scratch, "M.cfg"), CONFIG);
  const [command, ...before] = tlc.split(/\s+/);
  const { stdout, status } = spawnSync(command, [...before, "-config", "M.cfg", "M.tla"], {
    cwd: scratch,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  rmSync(scratch, { recursive: true, force: true });
  const first = moduleText("M", "", corpus, []).split("\n").length - 2;
  return { status, stdout, lineOf: corpus.cases.map((_, i) => first + i) };
}

/** Quiesce's answers: the value as text, or the error's code and message. */
function askQuiesce(corpus) {
  const units = corpus.cases.map(({ expression }, i) => `Case${i} == ToString(${expression})`);
  const source = new Source("M.tla", moduleText("M", EXTENDS, corpus, [...units, "ASSUME TRUE"]));
  const model = buildModel(loadProgram(source, { find: () => null }), parseConfig(new Source("M.cfg", CONFIG)));
  const evaluator = createReferenceEvaluator(model, { print: () => {}, seed: 1 });
  return corpus.cases.map((_, i) => {
    try {
      return evaluator.value(model.definitions.get(`Case${i}`).body, null);
    } catch (thrown) {
      if (thrown.diagnostic === undefined) throw thrown;
      return `${thrown.diagnostic.code} ${thrown.diagnostic.message}`;
    }
  });
}

const isError = (answer) => /^E\d{3}\b/.test(answer);
const asTlc = (answer) => (isError(answer) ? "error" : answer);

process.on("uncaughtException", ({ diagnostics, message, stack }) => {
  for (const { span, message: told } of diagnostics ?? []) {
    const { text } = span.source;
    const line = text.slice(text.lastIndexOf("\n", span.start) + 1, text.indexOf("\n", span.end));
    console.log(`${line}\n    ${told}`);
  }
  if (diagnostics === undefined) console.log(message, stack);
  process.exit(2);
});

let passed = 0;
const differences = [];
for (const file of named.length > 0 ? named : corpusFiles()) {
  const corpus = readCorpus(file);
  const [theirs, ours] = [askTlc(corpus), askQuiesce(corpus)];
  const found = new Map();
  corpus.cases.forEach(({ line, expression, answer, tlc: other }, i) => {
    const [they, we] = [theirs[i], ours[i]];
    if (answer === null) {
      const short = isError(we) ? we.slice(0, 70).trimEnd() : we;
      if (asTlc(we) === they) found.set(line, short);
      else if (because !== null && they !== "unknown") found.set(line, `${short}  (TLC: ${they}; ${because})`);
      else differences.push({ file, line, expression, says: "", they, we });
      return;
    }
    const same = isError(answer) ? we.startsWith(answer.slice(0, 4)) && we.includes(answer.slice(5)) : we === answer;
    if (same && they === (other ?? asTlc(answer))) passed++;
    else differences.push({ file, line, expression, says: answer, they, we });
  });
  if (write && found.size > 0) {
    const path = new URL(`../eval/assume/${file}`, import.meta.url);
    const lines = readFileSync(path, "utf8").split("\n");
    writeFileSync(path, lines.map((text, i) => (found.has(i + 1) ? `${text.trim()} ==> ${found.get(i + 1)}` : text)).join("\n"));
  }
}
for (const { file, line, expression, says, they, we } of differences) {
  console.log(`${file}:${line}  ${expression}\n    corpus  ${says}\n    TLC     ${they}\n    Quiesce ${we}`);
}
console.log(`${passed} passed, ${differences.length} failed`);
process.exitCode = differences.length > 0 ? 1 : 0;
