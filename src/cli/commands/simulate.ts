/** `quiesce check --simulate` and `--generate`: random behaviours. */
import { randomInt } from "node:crypto";
import { type LoadedSpec, type ModelOptions, type Outcome, simulate } from "../../index.js";
import type { OptionValues } from "../options.js";
import type { Terminal } from "../terminal.js";
import { writeTraces } from "../trace-files.js";
import type { Exploring } from "./exploring.js";

/** Seeds are drawn below this: numbers that one can type. */
const SEEDS = 1_000_000_000;

/** Takes random behaviours of a spec and checks them; writes each to a file, if that is wanted. */
export function simulateSpec(
  loaded: LoadedSpec,
  options: ModelOptions,
  values: OptionValues,
  { host, onProgress }: Exploring,
  { cwd }: Terminal,
): Promise<Outcome> {
  const { traceOut, scenario = null, patch = null } = values;
  const origin = { file: options.name ?? "", scenario, patch };
  return simulate(loaded, {
    ...options,
    seed: values.simulationSeed ?? randomInt(SEEDS),
    traces: values.traces,
    depth: values.depth,
    choose: values.choose,
    generate: values.generate,
    continue: values.continue,
    timeoutSeconds: values.timeout,
    onProgress,
    onTrace:
      traceOut === undefined
        ? undefined
        : (trace, number, model) => {
            const behaviour = { verdict: null, property: null, loopStart: null, trace };
            writeTraces(traceOut, behaviour, model, origin, cwd, number);
          },
    host,
  });
}
