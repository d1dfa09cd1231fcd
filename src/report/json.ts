/** The object that `--json` prints: version 1 of the interface for programs. */
import type { Action } from "../explore/evaluator.js";
import type { Result, SimulationReport, Verdict, Violation } from "../explore/result.js";
import type { Model } from "../semantics/model.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { location, oneLine } from "../syntax/source.js";
import { type ItfValue, makeRecord, toItf } from "../values/index.js";
import { allWarnings } from "./findings.js";
import { type MemoryReport, memoryReport } from "./memory.js";

export interface JsonStep {
  /** The step's name in the spec; of a plain TLA+ action the definition's name. */
  readonly name: string;
  /**
   * The process that takes it, also where the step belongs to a procedure; "memory" where a buffered store becomes
   * visible; "" for a plain TLA+ action.
   */
  readonly process: string;
  /**
   * The process's identity; of a step of the memory the CPU. For a plain TLA+ action a record of its parameters and quantified names, null if it has
   * none.
   */
  readonly self: ItfValue | null;
  readonly c: string | null;
  /** `file:line:column` of the step's label, or of the action. */
  readonly location: string;
}

export interface JsonWarning {
  readonly code: string;
  readonly message: string;
  /** `file:line:column`, or just the file where the warning is about the whole. */
  readonly location: string;
}

export interface JsonReport {
  readonly version: 1;
  readonly file: string;
  readonly scenario: string | null;
  readonly patch: string | null;
  readonly verdict: Verdict;
  readonly property: string | null;
  readonly states: {
    readonly initial: number;
    readonly generated: number;
    readonly distinct: number;
    readonly depth: number;
  };
  /** Null where no store is ever late: the spec shares no words, and no other model than sc was asked for. */
  readonly memory: MemoryReport | null;
  readonly seconds: number;
  readonly engine: Result["engine"];
  readonly workers: number;
  /** The first violation's behaviour; empty if nothing is violated. */
  readonly trace: readonly {
    readonly step: JsonStep | null;
    /** By the names that the spec's writer uses (`umount.sum`), in the order of the variables. */
    readonly state: Readonly<Record<string, ItfValue>>;
    /** What ALIAS shows of the state, where the configuration has one. */
    readonly alias?: Readonly<Record<string, ItfValue>>;
  }[];
  readonly loopStart: number | null;
  /** All violations in the order in which they were found: more than one only with `--continue`. */
  readonly violations: readonly {
    readonly verdict: string;
    readonly property: string | null;
    /** States of the behaviour that shows it. */
    readonly states: number;
    /** The conjunct that is false, and what its parts are worth. */
    readonly conjunct: string | null;
    readonly parts: readonly { readonly text: string; readonly value: ItfValue }[];
    /** Of an invariant that is a conjunction, whether each conjunct holds; null: it has no value. */
    readonly conjuncts: readonly { readonly text: string; readonly holds: boolean | null }[];
  }[];
  /** With `--continue`: in how many states each invariant was false, and each of its conjuncts. */
  readonly falsified: readonly {
    readonly invariant: string;
    readonly states: number;
    readonly conjuncts: readonly { readonly text: string; readonly states: number }[];
  }[];
  /** Why states that differ were taken for one: a symmetry, a view; null: they never were. */
  readonly reduction: Result["reduction"];
  /** Of `--simulate` and `--generate`: how they chose, and how far they went; then `states.distinct` is 0. */
  readonly simulation: SimulationReport | null;
  readonly warnings: readonly JsonWarning[];
}

/**
 * One result as plain data. `warnings` are told besides the model's and the search's own.
 * A walk without a violation (`quiesce run`) gives the behaviour walked as its trace.
 */
export function resultToJson(
  result: Result,
  model: Model,
  options: {
    readonly file: string;
    readonly scenario: string | null;
    readonly patch: string | null;
    readonly warnings?: readonly Diagnostic[];
  },
): JsonReport {
  const violation = result.violations[0];
  const trace = violation?.trace ?? result.behaviour ?? [];
  const { initial, generated, distinct, depth } = result.states;
  return {
    version: 1,
    file: options.file,
    scenario: options.scenario,
    patch: options.patch,
    verdict: result.verdict,
    property: violation?.property ?? null,
    states: { initial, generated, distinct, depth },
    memory: memoryReport(result, model),
    seconds: Math.round(result.seconds * 1000) / 1000,
    engine: result.engine,
    workers: result.workers,
    trace: trace.map(({ action, values, alias }) => ({
      step: action === null ? null : jsonStep(action),
      state: Object.fromEntries(
        model.variables.flatMap((v) => {
          const value = values[v.index];
          return value === undefined ? [] : [[v.display, toItf(value)]];
        }),
      ),
      ...(alias !== undefined && {
        alias: Object.fromEntries(alias.map(({ name, value }) => [name, toItf(value)])),
      }),
    })),
    loopStart: violation?.loopStart ?? null,
    violations: result.violations.map(jsonViolation),
    falsified: result.falsified.map(({ conjuncts, ...counted }) => ({
      ...counted,
      conjuncts: conjuncts.map((conjunct) => ({ text: conjunct.text, states: conjunct.states })),
    })),
    reduction: result.reduction,
    simulation: result.simulation ?? null,
    warnings: allWarnings(result, model, options.warnings).map(({ code, message, span }) => ({
      code,
      message,
      location: span === undefined ? options.file : location(span),
    })),
  };
}

function jsonViolation({
  verdict,
  property,
  trace,
  explanation,
}: Violation): JsonReport["violations"][number] {
  return {
    verdict,
    property,
    states: trace.length,
    conjunct: explanation === null ? null : oneLine(explanation.conjunct),
    parts: (explanation?.parts ?? []).map(({ text, value }) => ({ text, value: toItf(value) })),
    conjuncts: (explanation?.conjuncts ?? []).map(({ text, holds }) => ({ text, holds })),
  };
}

/** A step as programs are told of it. */
export function jsonStep(action: Action): JsonStep {
  const { step, instance, bindings } = action;
  if (step === null) {
    const record = makeRecord(bindings.map(({ name, value }) => [name, value] as const));
    return {
      name: action.name,
      process: "",
      self: bindings.length === 0 ? null : toItf(record),
      c: null,
      location: location(action.span),
    };
  }
  const cpu = step.kind === "memory" ? bindings.find(({ name }) => name === "cpu")?.value : undefined;
  const self = instance?.self ?? cpu;
  return {
    name: step.name,
    process: instance?.process.name ?? step.process,
    self: self === undefined ? null : toItf(self),
    c: step.c,
    location: location(step.span),
  };
}
