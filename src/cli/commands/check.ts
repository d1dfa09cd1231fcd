/** `quiesce check`: explore everything; or random behaviours, or a trace from a file. */
import { checkVariant, load, type Outcome } from "../../index.js";
import { fail } from "../../syntax/diagnostic.js";
import { exitCodeOf } from "../exit-codes.js";
import { graphFile } from "../graph-file.js";
import type { OptionValues } from "../options.js";
import { protectInputs } from "../outputs.js";
import type { Terminal } from "../terminal.js";
import { writeTraces } from "../trace-files.js";
import { exploring } from "./exploring.js";
import { loadTraceCommand } from "./load-trace.js";
import { modelOptions } from "./model.js";
import { printOutcome } from "./outcome.js";
import { scriptSaver } from "./save-script.js";
import { simulateSpec } from "./simulate.js";

/**
 * Checks a spec and reports; `after` may add to the report. Gives the exit code.
 * @throws SpecError if there is nothing to check, or no place for a file that was asked for
 */
export async function checkCommand(
  paths: readonly string[],
  values: OptionValues,
  terminal: Terminal,
  after: (outcome: Outcome) => void = () => {},
): Promise<number> {
  if (values.loadTrace !== undefined) return loadTraceCommand(paths[0]!, values, terminal);
  const file = paths[0]!;
  const work = exploring(file, values, terminal);
  const options = modelOptions(file, values, terminal.cwd);
  const loaded = load(options);
  const inputs = [file, options.config?.name, ...sourcesOf(loaded)].filter((path) => path !== undefined);
  const outputs = [
    ...(values.traceOut ?? []).map((path) => ({ option: "--trace-out", path })),
    { option: "--dump", path: values.dump },
  ];
  protectInputs(outputs, inputs, terminal.cwd);
  const save = scriptSaver(values, loaded, terminal);
  let outcome: Outcome;
  try {
    outcome =
      values.simulate || values.generate
        ? await simulateSpec(loaded, options, values, work, terminal)
        : await explore(loaded, options, values, work, terminal);
  } finally {
    work.end();
  }
  const script = save === null ? null : outcome.script(save.name);
  printOutcome(outcome, file, values, terminal, script);
  after(outcome);
  save?.write(script, outcome.result);
  writeCounterexample(outcome, file, values, terminal);
  return exitCodeOf(outcome.result);
}

/** The files that a spec was read from; the standard modules' texts are named otherwise than any file. */
function sourcesOf({ program }: ReturnType<typeof load>): readonly string[] {
  return [...program.modules.values()].map(({ span }) => span.source.name);
}

async function explore(
  loaded: ReturnType<typeof load>,
  options: ReturnType<typeof modelOptions>,
  values: OptionValues,
  work: ReturnType<typeof exploring>,
  terminal: Terminal,
): Promise<Outcome> {
  refuseSimulation(values);
  const graph = graphFile(values, terminal.cwd);
  try {
    return await checkVariant(loaded, {
      ...options,
      continue: values.continue,
      maxStates: values.maxStates,
      timeoutSeconds: values.timeout,
      onProgress: work.onProgress,
      onGraph: graph === null ? undefined : (model, actions) => graph.begin(model, actions),
      host: work.host,
    });
  } finally {
    // What a search that was cut short has seen is a graph, too.
    graph?.end();
  }
}

/** Options of simulations say nothing about a search: who gives them expects something else. */
function refuseSimulation({ traces, depth, choose, simulationSeed }: OptionValues): void {
  const given = Object.entries({
    "--traces": traces,
    "--depth": depth,
    "--choose": choose,
    "--seed": simulationSeed,
  });
  const [name] = given.find(([, value]) => value !== undefined) ?? [];
  if (name !== undefined) fail("C049", `\`${name}\` is about a simulation; give --simulate too`);
}

/** `--trace-out`: the first violation's behaviour. */
function writeCounterexample(
  { result, model }: Outcome,
  file: string,
  { traceOut, scenario, patch }: OptionValues,
  terminal: Terminal,
): void {
  if (traceOut === undefined) return;
  const violation = result.violations.find(({ trace }) => trace.length > 0);
  if (violation === undefined) {
    terminal.stderr.write(`no counterexample is written: none was found\n`);
    return;
  }
  const origin = { file, scenario: scenario ?? null, patch: patch ?? null };
  const written = writeTraces(traceOut, violation, model, origin, terminal.cwd);
  terminal.stderr.write(`wrote the counterexample to ${written.join(", ")}\n`);
}
